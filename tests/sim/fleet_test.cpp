#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <functional>

#include "model/numerics.hpp"
#include "sim/assumptions.hpp"
#include "sim/runs.hpp"

/// The hours and draws of plants.
using namespace gs;
using Catch::Matchers::WithinRel;
using test::Run;
using test::run;
using test::small_set;

namespace {

const Portfolio& portfolio() { return test::repository_data().portfolio; }

double sum_of(std::span<const float> hours) {
  numerics::Sum sum;
  for (const float value : hours) sum.add(static_cast<double>(value));
  return sum.value();
}

/// What may flow to the grid in an hour: the capacity, or that of the sun and wind which feed an electrolyser.
double most_mw(const Project& project) {
  const Site* site = portfolio().site(project.id);
  double parts = 0.0;
  if (site)
    for (const auto& part : {site->pv, site->wind, site->csp})
      if (part) parts += part->base();
  return std::max(parts, project.capacity ? project.capacity->base() : 0.0);
}

using Check = std::function<void(const Project&, const PlantYear&)>;
void for_each_hourly(const Check& check) {
  const auto fleet = test::repository_fleet();
  int seen = 0;
  for (std::size_t i = 0; i < fleet->plants.size(); ++i) {
    if (fleet->plants[i].power.empty()) continue;
    ++seen;
    INFO(portfolio().projects[i].id);
    check(portfolio().projects[i], fleet->plants[i]);
  }
  CHECK(seen > 70);
}

}  // namespace

TEST_CASE("the sum of the hours is the year's energy", "[sim][data]") {
  for_each_hourly([](const Project& project, const PlantYear& plant) {
    REQUIRE(plant.power.size() == model::kHours);
    if (category(project.technology) == Category::storage) return;
    CHECK_THAT(sum_of(plant.power), WithinRel(plant.energy->base(), 1e-6));
  });
}

TEST_CASE("no hour is below 0 or above the capacity, and no store gives more than its power", "[sim][data]") {
  for_each_hourly([](const Project& project, const PlantYear& plant) {
    const auto [least, most] = std::minmax_element(plant.power.begin(), plant.power.end());
    const double limit = most_mw(project) * (1 + 1e-6);
    CHECK(static_cast<double>(*most) <= limit);
    if (category(project.technology) == Category::storage)
      CHECK(static_cast<double>(*least) >= -limit);
    else
      CHECK(*least >= 0.0f);
  });
}

TEST_CASE("plants of the sun stand still at night, and wind does not", "[sim][data]") {
  const auto fleet = test::repository_fleet();
  for (const char* id : {"al-dhafra-pv2", "universal-peak-wind-alpha"}) {
    const auto at = static_cast<std::size_t>(portfolio().project(id) - portfolio().projects.data());
    const PlantYear& plant = fleet->plants[at];
    const auto still = std::count(plant.power.begin(), plant.power.end(), 0.0f);
    INFO(id << " " << still);
    if (plant.ghi)
      CHECK((still > 4000 && still < 5000));
    else
      CHECK(still < 2500);
  }
}

TEST_CASE("a store in a grid gives back less than it takes", "[sim][data]") {
  int seen = 0;
  for (const PlantYear& plant : test::repository_fleet()->plants) {
    if (!plant.store) continue;
    ++seen;
    const StoreYear& s = *plant.store;
    CHECK(s.lost > Energy{});
    CHECK(s.discharged < s.charged);
    CHECK_THAT((s.discharged + s.lost).base(), WithinRel(s.charged.base(), 1e-6));
    CHECK(s.curtailed <= s.curtailed_without);
  }
  CHECK(seen >= 2);
}

TEST_CASE("hours and draws of all plants stay under 12 MiB", "[sim][data]") {
  CHECK(test::repository_fleet()->hourly_bytes() > 1u << 20);
  CHECK(test::repository_fleet()->hourly_bytes() < 12u << 20);
}

TEST_CASE("a fleet is the same to the last bit, at once or step by step", "[sim][data]") {
  FleetBuilder steps(portfolio(), {});
  double progress = steps.progress();
  while (!steps.ready()) {
    steps.step();
    CHECK(steps.progress() > progress);
    progress = steps.progress();
  }
  CHECK(steps.progress() == 1.0);
  steps.step();
  const Fleet fleet = steps.finish();
  CHECK(fleet.plants_digest == test::repository_fleet()->plants_digest);
  CHECK(fleet.plants.size() == portfolio().projects.size());
}

TEST_CASE("the same inputs give the same results to the last bit", "[sim][data]") {
  std::vector<double> first, second;
  for (auto* into : {&first, &second})
    test::for_each_number(test::repository_results(), [&](std::string_view, double value) { into->push_back(value); });
  CHECK(first == second);
}

TEST_CASE("P10 lies below the best estimate and P90 above it", "[sim][data]") {
  const auto fleet = test::repository_fleet();
  for (std::size_t i = 0; i < fleet->plants.size(); ++i) {
    const PlantYear& plant = fleet->plants[i];
    INFO(portfolio().projects[i].id << " " << plant.low << " " << plant.high);
    CHECK(((plant.low > 0.0 || !plant.energy) && plant.low <= 1.0 && plant.high >= 1.0));
    if (plant.relative.empty()) continue;
    CHECK(plant.relative.size() == 1024);
    const auto below = std::count_if(plant.relative.begin(), plant.relative.end(),
                                     [&](float value) { return static_cast<double>(value) < plant.low; });
    CHECK((below >= 101 && below <= 103));
    CHECK(std::all_of(plant.relative.begin(), plant.relative.end(), [](float value) { return value >= 0.0f; }));
  }
}

TEST_CASE("another seed draws other numbers and estimates the same", "[sim]") {
  const Run one = run(small_set()), two = run(small_set(), {.drawing = {1024, 2}});
  for (const char* id : {"sun", "wind", "dam", "later"}) {
    INFO(id);
    CHECK(one[id].energy->best == two[id].energy->best);
    CHECK(one[id].avoided->best == two[id].avoided->best);
    CHECK(one.plant(id).power == two.plant(id).power);
    CHECK(one.plant(id).relative != two.plant(id).relative);
    CHECK_THAT(one[id].energy->low.base(), WithinRel(two[id].energy->low.base(), 0.02));
    CHECK_THAT(one[id].energy->high.base(), WithinRel(two[id].energy->high.base(), 0.02));
  }
  CHECK(one.results.fleet->digest != two.results.fleet->digest);
}

TEST_CASE("a plant's draws do not depend on what else is in the file", "[sim]") {
  const Run one = run(small_set());
  const Run less = run(small_set().set("projects.csv", 2, "capacity_mw", "7"));
  CHECK(one.plant("wind").relative == less.plant("wind").relative);
  Portfolio turned = one.portfolio;
  std::reverse(turned.projects.begin(), turned.projects.end());
  const auto fleet = build_fleet(turned);
  for (std::size_t i = 0; i < turned.projects.size(); ++i)
    CHECK(fleet->plants[i].relative == one.results.fleet->plants[turned.projects.size() - 1 - i].relative);
}

TEST_CASE("P10 and P90 of 1,024 draws are those of 8,192 within 2 %", "[sim][data]") {
  const Results few = test::repository_results();
  const Results many = simulate(portfolio(), {.drawing = {8192, 1}});
  for (std::size_t i = 0; i < few.projects.size(); ++i) {
    INFO(portfolio().projects[i].id);
    CHECK_THAT(few.fleet->plants[i].low, WithinRel(many.fleet->plants[i].low, 0.02));
    CHECK_THAT(few.fleet->plants[i].high, WithinRel(many.fleet->plants[i].high, 0.02));
    const auto &a = few.projects[i].avoided, &b = many.projects[i].avoided;
    REQUIRE(a.has_value() == b.has_value());
    if (!a) continue;
    CHECK(a->best == b->best);
    // Of 200 ends of rows the worst is 3 standard errors off: grids are paired with plants at random.
    CHECK_THAT(a->low.base(), WithinRel(b->low.base(), 0.03));
    CHECK_THAT(a->high.base(), WithinRel(b->high.base(), 0.03));
  }
  CHECK_THAT(few.operating.avoided.low.base(), WithinRel(many.operating.avoided.low.base(), 0.01));
  CHECK_THAT(few.operating.avoided.high.base(), WithinRel(many.operating.avoided.high.base(), 0.01));
}

TEST_CASE("the shares of what makes a saving uncertain are about 1 in sum, the greatest first", "[sim][data]") {
  const Results r = test::repository_results();
  int seen = 0;
  for (const ProjectResult& row : r.projects) {
    if (row.drivers.empty()) continue;
    ++seen;
    INFO(portfolio().projects[row.project].id);
    double sum = 0.0, before = 2.0;
    for (const SavingDriver& d : row.drivers) {
      INFO(id_of(d.driver) << " " << d.share);
      CHECK((d.share >= 0.0 && d.share <= before));
      CHECK((d.at_p10 <= 1.0 + 1e-9 || d.at_p90 <= 1.0 + 1e-9));
      before = d.share;
      sum += d.share;
    }
    CHECK((sum > 1.0 - 1e-9 && sum < 1.15));  // total shares: interactions count with each of their inputs
  }
  CHECK(seen > 100);
}

TEST_CASE("plants of one grid share its doubt, plants of two grids as much of it as the method makes", "[sim]") {
  const Run r = run(small_set());
  const auto normal = [&](const char* id) { return grid_normal_of(r[id], r.portfolio, *r.results.fleet); };
  CHECK(normal("wind").data() == normal("stranger").data());
  CHECK(normal("wind").data() != normal("sun").data());
  double product = 0.0;
  for (std::size_t i = 0; i < 1024; ++i) product += normal("wind")[i] * normal("sun")[i] / 1024;
  CHECK(std::fabs(product - kSharedGridVariance) < 0.12);  // about 1/32 is one standard deviation
}

TEST_CASE("a plant's hours and draws do not depend on who else is simulated", "[sim]") {
  const Portfolio& all = test::repository_data().portfolio;
  Portfolio one = all;
  one.projects = {*all.project("zhanatas")};
  const auto alone = build_fleet(one);
  const auto beside = test::repository_fleet();
  const auto at = static_cast<std::size_t>(all.project("zhanatas") - all.projects.data());
  CHECK(alone->plants[0].power == beside->plants[at].power);
  CHECK(alone->plants[0].relative == beside->plants[at].relative);
}
