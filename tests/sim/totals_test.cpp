#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <functional>

#include "model/numerics.hpp"
#include "sim/factors.hpp"
#include "sim/runs.hpp"

/// Sums of rows: over projects, categories, statuses and years.
using namespace gs;
using Catch::Matchers::WithinRel;
using test::Run;
using test::small_set;

namespace {

struct Sums {
  double saved = 0, low = 0, high = 0, energy = 0, energy_low = 0, energy_high = 0;
  int projects = 0;
};

void check_row(const ProjectResult& row) {
  if (row.avoided) {
    if (!row.has(Note::fossil_waste)) CHECK(row.avoided->low >= Mass{});  // burning plastics may cost more than it saves
    CHECK((row.avoided->low <= row.avoided->best && row.avoided->best <= row.avoided->high));
  }
  if (row.energy) CHECK((row.energy->low <= row.energy->best && row.energy->best <= row.energy->high));
}

Sums counted_sums(const Portfolio& p, const Results& r) {
  Sums s;
  const auto add = [&](const Range<Mass>& avoided) {
    s.saved += avoided.best.base();
    s.low += avoided.low.base();
    s.high += avoided.high.base();
  };
  for (const ProjectResult& row : r.projects) {
    check_row(row);
    if (row.counted != Counted::yes) continue;
    const Project& project = p.projects[row.project];
    INFO(project.id);
    CHECK_FALSE(row.hidden);
    CHECK(project.part_of.empty());
    CHECK(row.status == Status::operating);
    CHECK(status_at(project, r.scenario.year) == Status::operating);
    ++s.projects;
    add(*row.avoided);
    if (!row.energy) continue;
    s.energy += row.energy->best.base();
    s.energy_low += row.energy->low.base();
    s.energy_high += row.energy->high.base();
  }
  for (const LocomotiveResult& row : r.locomotives)
    if (row.counted == Counted::yes) add(*row.avoided);
  return s;
}

/// Errors that do not go together cancel in part: a total is at most as uncertain as the sum of its rows' ends (but for
/// the noise of 1,024 draws, where rows of one grid go together).
template <class Q>
void check_ends(const Range<Q>& total, double low, double high) {
  constexpr double kNoise = 1e-3;
  CHECK((total.low <= total.best && total.best <= total.high));
  CHECK(total.low.base() >= low * (1 - kNoise));
  CHECK(total.high.base() <= high * (1 + kNoise));
}

/// The laws that hold for any data, scenario by scenario.
void check_totals(const Portfolio& p, const Results& r) {
  const Sums s = counted_sums(p, r);
  CHECK(r.operating.projects == s.projects);
  CHECK_THAT(r.operating.avoided.best.base(), WithinRel(s.saved, 1e-12));
  CHECK_THAT(r.operating.energy.best.base(), WithinRel(s.energy, 1e-12));
  check_ends(r.operating.avoided, s.low, s.high);
  check_ends(r.operating.energy, s.energy_low, s.energy_high);
  Sums categories;
  for (const Total& total : r.by_category) {
    categories.saved += total.avoided.best.base();
    categories.low += total.avoided.low.base();
    categories.high += total.avoided.high.base();
    categories.projects += total.projects;
  }
  CHECK_THAT(categories.saved, WithinRel(s.saved, 1e-12));
  CHECK(categories.projects == s.projects);
  check_ends(r.operating.avoided, categories.low, categories.high);
  int statuses = 0, shown = 0;
  for (const Total& total : r.by_status) statuses += total.projects;
  for (const ProjectResult& row : r.projects) shown += !row.hidden && p.projects[row.project].part_of.empty() ? 1 : 0;
  CHECK(statuses == shown);  // no row twice, none lost
}

using Simulate = std::function<Results(const Scenario&)>;

void for_all_scenarios(const Portfolio& p, const Simulate& simulate) {
  for (int m = 0; m < kFactorMethodCount; ++m)
    for (const int year : {2000, 2013, 2026, 2027, 2060}) {
      const auto method = static_cast<FactorMethod>(m);
      INFO(id_of(method) << " " << year);
      check_totals(p, simulate({method, year, static_cast<GridPathway>(year % kGridPathwayCount)}));
    }
}

int life_of(const Portfolio& p, const Project& project) {
  const Factor* life = p.factor("lifetime-" + std::string(id_of(base_technology(project.technology))));
  return life && life->value ? static_cast<int>(*life->value) : 1000;
}

/// Savings of a year by category, of the plants that have not passed their technology's usual life.
std::array<double, kCategoryCount> within_life(const Portfolio& p, const Results& r) {
  std::array<double, kCategoryCount> sums{};
  for (const ProjectResult& row : r.projects) {
    const Project& project = p.projects[row.project];
    const int age = r.scenario.year - project.commissioning_year.value_or(r.scenario.year);
    if (row.counted == Counted::yes && age < life_of(p, project))
      sums[static_cast<std::size_t>(category(project.technology))] += row.avoided->best.base();
  }
  for (const LocomotiveResult& row : r.locomotives)
    if (row.counted == Counted::yes) sums[static_cast<std::size_t>(Category::locomotive)] += row.avoided->best.base();
  return sums;
}

void check_timeline(const Portfolio& p, const Scenario& scenario, const Simulate& simulate) {
  const Results r = simulate(scenario);
  REQUIRE(r.timeline.size() == 61);
  CHECK((r.timeline.front().year == 2000 && r.timeline.back().year == 2060));
  double last = 0;
  for (const Results::Year& year : r.timeline) {
    CHECK(year.cumulative_t >= last);
    last = year.cumulative_t;
    if (year.year % 15 != 11 && year.year != scenario.year) continue;
    // The timeline's year is what a simulation of that year adds up to.
    const auto then = within_life(p, simulate({scenario.method, year.year, scenario.pathway}));
    for (std::size_t c = 0; c < year.avoided_t.size(); ++c) {
      INFO(year.year << " " << id_of(static_cast<Category>(c)));
      CHECK_THAT(year.avoided_t[c], WithinRel(then[c], 1e-12));
    }
  }
}

Simulate of(const Run& r) {
  return [&r](const Scenario& s) { return test::again(r, s); };
}

}  // namespace

TEST_CASE("totals equal the sum of the counted rows, and nothing else is in them", "[sim]") {
  const Run r = test::run(small_set());
  for_all_scenarios(r.portfolio, of(r));
}

TEST_CASE("the repository's totals equal the sum of their counted rows too", "[sim][data]") {
  for_all_scenarios(test::repository_data().portfolio, test::repository_results);
}

TEST_CASE("the timeline is what each year's simulation adds up to", "[sim][data]") {
  const Run r = test::run(small_set());
  check_timeline(r.portfolio, {FactorMethod::coal_equivalent, 2026}, of(r));
  for (const GridPathway pathway : {GridPathway::constant, GridPathway::stated})
    check_timeline(test::repository_data().portfolio, {FactorMethod::ifi_combined_margin, 2026, pathway},
                   test::repository_results);
}

TEST_CASE("a plant counts half in the year in which it starts", "[sim]") {
  const Run r = test::run(small_set());
  const auto year = [&](int y) { return r.results.timeline[static_cast<std::size_t>(y - kFirstYear)]; };
  CHECK(year(2019).cumulative_t == 0.0);
  const double first = numerics::sum(year(2020).avoided_t), second = numerics::sum(year(2021).avoided_t);
  CHECK(second > 0);
  CHECK(first > second);  // a year younger
  CHECK_THAT(year(2020).cumulative_t, WithinRel(first / 2, 1e-15));
  CHECK_THAT(year(2021).cumulative_t, WithinRel(first + second / 2, 1e-15));
}

TEST_CASE("after its technology's usual life a plant saves nothing more", "[sim]") {
  auto set = small_set();
  set.add("factors.csv", {{"id", "lifetime-solar_pv"},
                          {"kind", "lifetime"},
                          {"subject", "solar_pv"},
                          {"value", "10"},
                          {"source", "press"},
                          {"confidence", "medium"}});
  const Run r = test::run(set);
  const auto solar = [&](int y) {
    return r.results.timeline[static_cast<std::size_t>(y - kFirstYear)]
        .avoided_t[static_cast<std::size_t>(Category::solar)];
  };
  CHECK(solar(2027) > 0.0);  // the plant of 2020 alone
  CHECK(solar(2029) > solar(2030));
  CHECK(solar(2030) > 0.0);  // that of 2028 alone
  CHECK(solar(2038) == 0.0);
}

TEST_CASE("what is announced is in its status' total and in no other", "[sim][data]") {
  const Portfolio& p = test::repository_data().portfolio;
  const Results r = test::repository_results();
  Power operating, all;
  for (std::size_t s = 0; s < r.by_status.size(); ++s) {
    all += r.by_status[s].capacity;
    if (static_cast<Status>(s) == Status::operating) operating = r.by_status[s].capacity;
  }
  Power announced;
  for (const ProjectResult& row : r.projects) {
    const Project& project = p.projects[row.project];
    if (row.hidden || !project.part_of.empty() || !project.capacity || !generates(project.technology)) continue;
    if (row.status != Status::operating) announced += *project.capacity;
  }
  CHECK(announced > Power{});
  CHECK_THAT((all - operating).base(), WithinRel(announced.base(), 1e-12));
  CHECK(r.operating.capacity <= operating);
}

TEST_CASE("no number of the results is NaN or infinite", "[sim][data]") {
  for (const Scenario& s : {Scenario{}, Scenario{FactorMethod::ember_average, 2000},
                            Scenario{FactorMethod::ifi_operating_margin, 2060, GridPathway::pledged}}) {
    int numbers = 0, wrong = 0;
    test::for_each_number(test::repository_results(s), [&](std::string_view what, double value) {
      ++numbers;
      if (std::isfinite(value)) return;
      ++wrong;
      UNSCOPED_INFO(what);
    });
    CHECK(wrong == 0);
    CHECK(numbers > 500'000);
  }
}
