#include "sim/rail_validation.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <map>

#include "portfolio/fixture.hpp"
#include "sim/rail_trials.hpp"

using namespace gs;
using Catch::Matchers::WithinRel;

namespace {

const Portfolio& portfolio() { return test::repository_data().portfolio; }

/// The repository's own data, once.
const std::vector<RailCheck>& checks() {
  static const std::vector<RailCheck> made = validate_railway(portfolio());
  return made;
}

const RailCheck& check(const std::vector<RailCheck>& all, std::string_view id, std::string_view part = "") {
  const auto at =
      std::find_if(all.begin(), all.end(), [&](const RailCheck& c) { return c.row->id == id && c.part == part; });
  INFO("no figure of " << id << " " << part);
  REQUIRE(at != all.end());
  return *at;
}

RailFactor& row(Portfolio& of, std::string_view id) {
  return *std::find_if(of.rail_factors.begin(), of.rail_factors.end(), [&](const RailFactor& r) { return r.id == id; });
}

/// The portfolio with these rows of rail_factors.csv alone.
Portfolio only(const std::vector<std::string_view>& ids) {
  Portfolio p = portfolio();
  std::erase_if(p.rail_factors,
                [&](const RailFactor& r) { return std::find(ids.begin(), ids.end(), r.id) == ids.end(); });
  return p;
}

}  // namespace

TEST_CASE("every published figure of the railway is compared, or it says why not", "[sim][rail_validation]") {
  std::map<std::string_view, int> seen;
  for (const RailCheck& c : checks()) {
    CAPTURE(c.row->id, c.part);
    ++seen[c.row->id];
    if (c.compared()) {
      CHECK(std::isfinite(*c.simulated));
      CHECK(*c.published > 0.0);
      CHECK(c.conditions.size() > 40);
    } else {
      CHECK(c.why.size() > 5);
      CHECK(c.why != "no run stands for it");
    }
  }
  for (const RailFactor& r : portfolio().rail_factors) {
    CAPTURE(r.id);
    const bool published =
        r.category == "energy_validation" || r.category == "regen" || r.category == "reported_saving";
    CHECK((seen[r.id] > 0) == published);
  }
}

TEST_CASE("the figures that the railway must be checked against are compared", "[sim][rail_validation]") {
  for (const char* id : {"ecotransit_500", "ecotransit_1000", "ecotransit_1500", "ecotransit_2000", "ecotransit_heavy",
                         "fi_2016_electric", "cn_1996_99_diesel", "cn_shandong_diesel", "uz_1995_freight",
                         "hxn6_saving", "ckd6h", "flxdrive", "battery_zhuzhou", "battery_rch", "level_check",
                         "us_csx_2023", "us_class1_2012", "rzd_h1_2012", "db_freight_2018"}) {
    CAPTURE(id);
    CHECK(std::any_of(checks().begin(), checks().end(),
                      [&](const RailCheck& c) { return c.row->id == id && c.compared(); }));
  }
}

TEST_CASE("a miss of over a fifth has its reason, and nothing else is excused", "[sim][rail_validation]") {
  for (const RailCheck& c : checks()) {
    if (!c.compared()) continue;
    CAPTURE(c.row->id, c.part, c.error());
    CHECK(c.misses() == (std::fabs(*c.simulated / *c.published - 1.0) > 0.20));
    if (c.misses())
      CHECK(c.why.size() > 60);
    else
      CHECK(c.why.empty());
  }
}

TEST_CASE("level track takes what the rules say within a hundredth", "[sim][rail_validation]") {
  for (const char* part : {"by PTR", "by TB/T"}) CHECK(std::fabs(check(checks(), "level_check", part).error()) < 0.01);
}

TEST_CASE("the figure stands within its own interval", "[sim][rail_validation]") {
  int intervals = 0;
  for (const RailCheck& c : checks()) {
    if (!c.interval) continue;
    CAPTURE(c.row->id, c.part);
    ++intervals;
    CHECK(c.interval->low < c.interval->high);
    CHECK(c.interval->low <= *c.simulated);
    CHECK(*c.simulated <= c.interval->high);
  }
  CHECK(intervals > 20);
}

TEST_CASE("heavier trains of one kind take less a tonne-kilometre, up to 2,000 t", "[sim][rail_validation]") {
  // Published 25.5, 16.6, 12.9, 10.8: the direction of the model's is the same.
  double before = 1e9;
  for (const char* id : {"ecotransit_500", "ecotransit_1000", "ecotransit_1500", "ecotransit_2000"}) {
    CAPTURE(id);
    CHECK(*check(checks(), id).simulated < before);
    before = *check(checks(), id).simulated;
  }
}

TEST_CASE("the published figure and the train's mass come from the row", "[sim][rail_validation]") {
  Portfolio p = only({"ecotransit_1000", "fi_2016_electric", "level_check"});
  const std::vector<RailCheck> first = validate_railway(p);
  row(p, "ecotransit_1000").value = "33.2";
  row(p, "fi_2016_electric").conditions = "2016; train 2,032 t without locomotive, 1,050 t net; from the catenary";
  row(p, "level_check").notes = "As stated: 8.4 by PTR, 4.5 by TB/T 1407.";
  const std::vector<RailCheck> then = validate_railway(p);
  CHECK_THAT(*check(then, "ecotransit_1000").published,
             WithinRel(2.0 * *check(first, "ecotransit_1000").published, 1e-12));
  CHECK(*check(then, "ecotransit_1000").simulated == *check(first, "ecotransit_1000").simulated);
  CHECK(*check(then, "fi_2016_electric").simulated < 0.99 * *check(first, "fi_2016_electric").simulated);
  CHECK_THAT(*check(then, "level_check", "by PTR").published, WithinRel(8.4, 1e-12));
  CHECK(check(then, "level_check", "by PTR").misses());
}

TEST_CASE("a number is read before its mark, thousands and all, or not at all", "[sim][rail_validation]") {
  const struct {
    const char *text, *mark;
    std::optional<double> number;
  } cases[] = {{"train 1,016 t without locomotive", " t without", 1016.0},
               {"2,632/2,642/2,604/2,596 t", " t", 2596.0},
               {"range 20.3 to 21.8. Flat", " to ", 20.3},
               {"range 20.3 to 21.8. Flat", ". Flat", 21.8},
               {"-37%", "%", 37.0},
               {"no figure t", " t", std::nullopt},
               {"12 km", " t", std::nullopt},
               {"", " t", std::nullopt}};
  for (const auto& c : cases) {
    CAPTURE(c.text, c.mark);
    CHECK(number_before(c.text, c.mark) == c.number);
  }
}

TEST_CASE("the table repeats itself to the last digit", "[sim][rail_validation]") {
  const std::vector<RailCheck> again = validate_railway(portfolio());
  REQUIRE(again.size() == checks().size());
  for (std::size_t i = 0; i < again.size(); ++i) {
    CAPTURE(again[i].row->id);
    CHECK(again[i].simulated == checks()[i].simulated);
    CHECK(again[i].interval == checks()[i].interval);
    CHECK(again[i].why == checks()[i].why);
  }
}

TEST_CASE("without the locomotives the figures say that they lack", "[sim][rail_validation]") {
  Portfolio p = portfolio();
  p.tractions.clear();
  p.locomotives.clear();
  for (const RailCheck& c : validate_railway(p)) {
    CAPTURE(c.row->id);
    if (!c.compared()) CHECK_FALSE(c.why.empty());
    if (c.row->id.starts_with("ecotransit")) CHECK_FALSE(c.compared());
  }
}

TEST_CASE("the summary counts each compared figure once", "[sim][rail_validation]") {
  const Agreement all = rail_agreement(checks(), "");
  int parts = 0, misses = 0;
  for (const char* category : {"energy_validation", "regen", "reported_saving"})
    parts += rail_agreement(checks(), category).rows;
  for (const RailCheck& c : checks()) misses += c.misses();
  CHECK(all.rows == parts);
  CHECK(all.beyond == misses);
  CHECK(all.rows > 30);
}
