#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "portfolio/fixture.hpp"
#include "sim/simulate.hpp"

using namespace gs;
using Catch::Matchers::WithinRel;

namespace {

const Portfolio& portfolio() { return test::repository_data().portfolio; }

const ProjectResult& row(const Results& results, std::string_view id) {
  const auto found = std::find_if(results.projects.begin(), results.projects.end(),
                                  [&](const ProjectResult& r) { return portfolio().projects[r.project].id == id; });
  REQUIRE(found != results.projects.end());
  return *found;
}

/// Claims of the article itself, apart from what later sources say.
std::vector<Claim> article_claims(std::string_view subject) {
  std::vector<Claim> found;
  for (const Claim& claim : portfolio().claims)
    if (claim.subject == subject && claim.source.find("globaltimes-2025-05-23") != std::string::npos)
      found.push_back(claim);
  return found;
}

}  // namespace

TEST_CASE("Al Dhafra: the simulation's interval holds the reported 2.4 Mt a year", "[sim][data]") {
  const Results results = simulate(portfolio(), {});
  const ProjectResult& r = row(results, "al-dhafra-pv2");
  CHECK(r.counted == Counted::yes);
  CHECK(r.reported == megatonnes(2.4));
  REQUIRE((r.avoided && r.energy && r.intensity));
  CHECK(r.avoided->contains(*r.reported));
  // The chain of the number, from the rows of the data that it names.
  REQUIRE(r.capacity_factor >= 0);
  REQUIRE(r.grid_factor >= 0);
  const CapacityFactor& cf = portfolio().capacity_factors[static_cast<std::size_t>(r.capacity_factor)];
  const GridFactor& grid = portfolio().grid_factors[static_cast<std::size_t>(r.grid_factor)];
  CHECK(grid.country == "ARE");
  CHECK(grid.method == "ifi_cm_intermittent");
  CHECK(grid.value == tonnes_per_mwh(0.464));
  CHECK_THAT(r.avoided->best.base(), WithinRel(2000.0 * 8760 * cf.central * 0.464, 1e-12));
}

TEST_CASE("the four things that the article states are in the data with their source", "[sim][data]") {
  const auto dhafra = article_claims("al-dhafra-pv2");
  REQUIRE(dhafra.size() >= 1);
  CHECK(std::any_of(dhafra.begin(), dhafra.end(),
                    [](const Claim& c) { return c.quantity == "co2_t" && c.value == 2.4e6; }));
  // Universal Energy's 500 MW are two projects of 250 MW.
  for (const char* half : {"universal-peak-wind-alpha", "universal-peak-wind-beta"}) {
    REQUIRE(portfolio().project(half));
    CHECK(portfolio().project(half)->capacity == megawatts(250));
    CHECK(article_claims(half).size() >= 1);
  }
  // The article says "scheduled for delivery" and names no class, figure or number of units.
  const auto locomotives = article_claims("ckd6h");
  REQUIRE(locomotives.size() >= 1);
  for (const Claim& claim : locomotives) CHECK_FALSE(claim.value.has_value());
  REQUIRE(portfolio().locomotive("ckd6h"));
  CHECK(portfolio().locomotive("ckd6h")->co2_saving_per_unit == tonnes(240));
  CHECK(portfolio().locomotive("ckd6h")->sources != std::vector<std::string>{"globaltimes-2025-05-23"});
  // 80 GW a year by 2040 stands in no other source: it is not corroborated.
  const auto forecast = article_claims("forecast_80gw");
  REQUIRE(forecast.size() == 1);
  CHECK(forecast[0].value == 80.0);
  CHECK(forecast[0].corroborated == "no");
}

TEST_CASE("Benban is counted once", "[sim][data]") {
  const Results results = simulate(portfolio(), {});
  CHECK(row(results, "benban-complex").counted == Counted::yes);
  for (const char* part : {"benban-tbea-186", "benban-acwa-chint"})
    CHECK(row(results, part).counted == Counted::part_of_other);
}

TEST_CASE("a throughput and an exchange are no generation", "[sim][data]") {
  const Results results = simulate(portfolio(), {});
  for (const char* id : {"tashkent-bess", "china-laos-500kv"}) {
    INFO(id);
    CHECK(portfolio().project(id)->generation.has_value());
    CHECK_FALSE(row(results, id).energy.has_value());
    CHECK(row(results, id).has(Note::not_generation));
    CHECK(row(results, id).reported.has_value());
  }
}

TEST_CASE("projects without a Chinese or Belt and Road part are hidden", "[sim][data]") {
  const Results results = simulate(portfolio(), {});
  for (const char* id : {"sakaka-300", "kostolac-wind", "kokhav-hayarden", "belo-monte-uhv"}) {
    INFO(id);
    CHECK(row(results, id).hidden);
    CHECK(row(results, id).counted == Counted::no_bri_role);
  }
}

TEST_CASE("Ethiopia's firm factor is 0 in the source, and the result says so", "[sim][data]") {
  const Results results = simulate(portfolio(), {});
  const ProjectResult& dam = row(results, "gilgel-gibe-3");
  CHECK(dam.avoided->best == Mass{});
  CHECK(dam.has(Note::zero_grid_factor));
}

TEST_CASE("every method has a factor for every country with an operating plant", "[sim][data]") {
  for (int m = 0; m < kFactorMethodCount; ++m) {
    const Results results = simulate(portfolio(), {static_cast<FactorMethod>(m), 2026});
    for (const ProjectResult& r : results.projects) {
      INFO(id_of(static_cast<FactorMethod>(m)) << " " << portfolio().projects[r.project].id);
      CHECK_FALSE(r.has(Note::no_grid_factor));
    }
  }
}
