#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <functional>

#include "model/numerics.hpp"
#include "portfolio/fixture.hpp"
#include "sim/assumptions.hpp"
#include "sim/simulate.hpp"

using namespace gs;
using Catch::Matchers::WithinRel;
using gs::test::DataSet;

namespace {

const ProjectResult& row(const Portfolio& p, const Results& r, std::string_view id) {
  for (const ProjectResult& result : r.projects)
    if (p.projects[result.project].id == id) return result;
  FAIL("no project " << id);
  return r.projects.front();
}

struct Run {
  Portfolio portfolio;
  Results results;
  const ProjectResult& operator[](std::string_view id) const { return row(portfolio, results, id); }
};

Run run(const DataSet& set, Scenario scenario = {}) {
  Run made{set.portfolio(), {}};
  made.results = simulate(made.portfolio, scenario);
  return made;
}

double saved(const Run& r, std::string_view id) { return r[id].avoided->best.base(); }

}  // namespace

TEST_CASE("a year's energy is the reported one, else the country's factor, else the world's", "[sim]") {
  const Run r = run(DataSet::small());
  CHECK(r["sun"].basis == EnergyBasis::country_factor);
  CHECK_THAT(r["sun"].energy->best.base(), WithinRel(1000 * 8760 * 0.3, 1e-15));
  CHECK(r["wind"].basis == EnergyBasis::reported);
  CHECK(r["wind"].energy->best == gigawatt_hours(300));
  CHECK(r["wind"].has(Note::assumed_spread));
  CHECK_THAT(r["wind"].energy->low.base(), WithinRel(300e3 * (1 - kReportedSpread), 1e-15));
  CHECK(r["dam"].basis == EnergyBasis::default_factor);
  // solar_pv_bess of Kazakhstan has no row of its own: the world's solar_pv.
  CHECK(r["later"].basis == EnergyBasis::default_factor);
  CHECK(r.portfolio.capacity_factors[static_cast<std::size_t>(r["later"].capacity_factor)].technology ==
        Technology::solar_pv);
}

TEST_CASE("the grid factor follows the method, and sun and wind take the intermittent margin", "[sim]") {
  const struct {
    FactorMethod method;
    double wind, firm;
  } rows[] = {{FactorMethod::ifi_combined_margin, 0.5, 0.3},
              {FactorMethod::ifi_operating_margin, 0.7, 0.7},
              {FactorMethod::ember_average, 0.6, 0.6},
              {FactorMethod::coal_equivalent, 0.9, 0.9}};
  auto set = DataSet::small();
  set.set("projects.csv", 5, "country", "KAZ");  // the dam
  for (const auto& c : rows) {
    const Run r = run(set, {c.method, 2026});
    INFO(id_of(c.method));
    CHECK(r["wind"].intensity->best == tonnes_per_mwh(c.wind));
    CHECK(r["dam"].intensity->best == tonnes_per_mwh(c.firm));
    CHECK_THAT(saved(r, "wind"), WithinRel(300e3 * c.wind, 1e-15));
    // The other methods stand beside it, whichever is chosen.
    for (const auto& other : rows)
      CHECK_THAT(r["wind"].avoided_by_method[static_cast<std::size_t>(other.method)]->base(),
                 WithinRel(300e3 * other.wind, 1e-15));
  }
}

TEST_CASE("the coal equivalent carries the range of its own row, the grid factors an assumed one", "[sim]") {
  const Run coal = run(DataSet::small(), {FactorMethod::coal_equivalent, 2026});
  CHECK(*coal["wind"].intensity == Range<Intensity>{tonnes_per_mwh(0.75), tonnes_per_mwh(0.9), tonnes_per_mwh(1.1)});
  CHECK(coal["wind"].grid_factor == -1);
  const Run ifi = run(DataSet::small());
  CHECK_THAT(ifi["wind"].intensity->high.base(), WithinRel(0.5 * (1 + kGridFactorSpread), 1e-15));
}

TEST_CASE("twice the capacity saves twice as much", "[sim]") {
  const Run once = run(DataSet::small()), twice = run(DataSet::small().set("projects.csv", 2, "capacity_mw", "2000"));
  CHECK(saved(twice, "sun") == 2 * saved(once, "sun"));
}

TEST_CASE("no sun saves nothing", "[sim]") {
  auto set = DataSet::small();
  for (const char* column : {"low", "central", "high"}) set.set("capacity_factors.csv", 3, column, "0");
  const Run r = run(set);
  CHECK(*r["sun"].avoided == Range<Mass>{});
}

TEST_CASE("a factor of 0 saves 0 and says so; a missing factor gives no figure", "[sim]") {
  const Run zero = run(DataSet::small());
  CHECK(*zero["dam"].avoided == Range<Mass>{});
  CHECK(zero["dam"].has(Note::zero_grid_factor));
  CHECK(zero["dam"].counted == Counted::yes);
  const Run missing = run(DataSet::small(), {FactorMethod::ember_average, 2026});
  CHECK_FALSE(missing["dam"].avoided.has_value());
  CHECK_FALSE(missing["dam"].gap.has_value());
  CHECK(missing["dam"].has(Note::no_grid_factor));
  CHECK(missing["dam"].counted == Counted::no_figure);
}

TEST_CASE("storage generates nothing: only what is reported is shown", "[sim]") {
  const Run r = run(DataSet::small());
  CHECK(r["battery"].basis == EnergyBasis::none);
  CHECK_FALSE(r["battery"].energy.has_value());
  CHECK_FALSE(r["battery"].avoided.has_value());
  CHECK(r["battery"].reported == tonnes(347000));
  CHECK(r["battery"].has(Note::not_generation));
  CHECK(r["battery"].counted == Counted::no_figure);
}

TEST_CASE("a capacity that may be of the other side of the inverter widens the interval, not the estimate", "[sim]") {
  const Run ac = run(DataSet::small()), dc = run(DataSet::small().set("projects.csv", 2, "capacity_basis", "dc"));
  CHECK_FALSE(ac["sun"].has(Note::rating_not_ac));
  CHECK(dc["sun"].has(Note::rating_not_ac));
  CHECK(dc["sun"].energy->best == ac["sun"].energy->best);
  CHECK(dc["sun"].energy->low == ac["sun"].energy->low / kDcPerAc);
  CHECK(dc["sun"].energy->high == ac["sun"].energy->high);
  CHECK(ac["later"].has(Note::world_factor_on_ac));
  CHECK_FALSE(ac["dam"].has(Note::world_factor_on_ac));
}

TEST_CASE("the gap is what the report says above the simulation", "[sim]") {
  const Run r = run(DataSet::small());
  CHECK_THAT(*r["wind"].gap, WithinRel(250000.0 / 150000.0 - 1, 1e-12));
  CHECK_FALSE(r["sun"].gap.has_value());
}

TEST_CASE("what the totals leave out", "[sim]") {
  const Run r = run(DataSet::small());
  const struct {
    const char* id;
    Counted counted;
    bool hidden;
  } rows[] = {{"sun", Counted::yes, false},
              {"sun-part", Counted::part_of_other, false},
              {"wind", Counted::yes, false},
              {"battery", Counted::no_figure, false},
              {"stranger", Counted::no_bri_role, true},
              {"not-bri", Counted::no_bri_role, true},
              {"later", Counted::not_operating, false}};
  for (const auto& c : rows) {
    INFO(c.id);
    CHECK(r[c.id].counted == c.counted);
    CHECK(r[c.id].hidden == c.hidden);
  }
  CHECK(r["stranger"].avoided.has_value());  // computed, so that it can be shown when it is asked for
  CHECK(r["sun-part"].avoided.has_value());
  CHECK(r.results.operating.projects == 3);
}

TEST_CASE("a suspended plant never operates and a plant that is being built only as an expectation", "[sim]") {
  Project p;
  const struct {
    Status status;
    std::optional<int> commissioned;
    int year;
    Status then;
  } rows[] = {
      {Status::operating, 2020, 2019, Status::construction},    {Status::operating, 2020, 2020, Status::operating},
      {Status::operating, {}, 2025, Status::construction},      {Status::operating, {}, 2026, Status::operating},
      {Status::construction, 2025, 2026, Status::construction}, {Status::construction, 2025, 2027, Status::operating},
      {Status::construction, 2028, 2027, Status::construction}, {Status::construction, {}, 2060, Status::construction},
      {Status::agreed, 2030, 2030, Status::operating},          {Status::planned, {}, 2060, Status::planned},
      {Status::suspended, 2020, 2060, Status::suspended}};
  for (const auto& c : rows) {
    p.status = c.status;
    p.commissioning_year = c.commissioned;
    INFO(id_of(c.status) << " " << c.commissioned.value_or(0) << " in " << c.year);
    CHECK(status_at(p, c.year) == c.then);
  }
  const Run r = run(DataSet::small(), {FactorMethod::ifi_combined_margin, 2028});
  CHECK(r["later"].counted == Counted::yes);
  CHECK(r["later"].has(Note::expected));
  CHECK_FALSE(r["sun"].has(Note::expected));
}

TEST_CASE("a locomotive class saves its reported saving times the units delivered by then", "[sim]") {
  const auto in = [](const DataSet& set, int year) {
    return run(set, {FactorMethod::ifi_combined_margin, year}).results.locomotives[0];
  };
  const auto later = in(DataSet::small(), 2026);
  CHECK(later.avoided->best == tonnes(2400));
  CHECK(later.counted == Counted::yes);
  const auto before = in(DataSet::small(), 2024);
  CHECK_FALSE(before.avoided.has_value());
  CHECK(before.counted == Counted::not_operating);
  const auto unknown_units = in(DataSet::small().set("locomotives.csv", 2, "units", ""), 2026);
  CHECK(unknown_units.saving_per_unit == tonnes(240));
  CHECK_FALSE(unknown_units.avoided.has_value());
  CHECK(unknown_units.counted == Counted::no_figure);
  CHECK(in(DataSet::small().set("locomotives.csv", 2, "country", "CHN"), 2026).counted == Counted::no_bri_role);
  CHECK(in(DataSet::small().set("locomotives.csv", 2, "country", "BRA"), 2026).counted == Counted::no_bri_role);
}

namespace {

/// The laws that hold for any data, scenario by scenario.
void check_totals(const Portfolio& p, const Results& r) {
  double saved = 0, low = 0, high = 0, energy = 0;
  int projects = 0, shown = 0;
  for (const ProjectResult& row : r.projects) {
    const Project& project = p.projects[row.project];
    if (row.avoided) {
      CHECK((row.avoided->low <= row.avoided->best && row.avoided->best <= row.avoided->high &&
             row.avoided->low >= Mass{}));
      CHECK(std::isfinite(row.avoided->high.base()));
    }
    if (row.energy) CHECK((row.energy->low <= row.energy->best && row.energy->best <= row.energy->high));
    if (row.gap) CHECK(std::isfinite(*row.gap));
    shown += !row.hidden && project.part_of.empty() ? 1 : 0;
    if (row.counted != Counted::yes) continue;
    CHECK_FALSE(row.hidden);
    CHECK(project.part_of.empty());
    CHECK(status_at(project, r.scenario.year) == Status::operating);
    ++projects;
    saved += row.avoided->best.base();
    low += row.avoided->low.base();
    high += row.avoided->high.base();
    energy += row.energy->best.base();
  }
  for (const LocomotiveResult& row : r.locomotives)
    if (row.counted == Counted::yes) {
      saved += row.avoided->best.base();
      low += row.avoided->low.base();
      high += row.avoided->high.base();
    }
  CHECK(r.operating.projects == projects);
  CHECK_THAT(r.operating.avoided.best.base(), WithinRel(saved, 1e-12));
  CHECK_THAT(r.operating.avoided.low.base(), WithinRel(low, 1e-12));
  CHECK_THAT(r.operating.avoided.high.base(), WithinRel(high, 1e-12));
  CHECK_THAT(r.operating.energy.best.base(), WithinRel(energy, 1e-12));
  Total categories;
  for (const Total& total : r.by_category) categories.avoided += total.avoided;
  CHECK_THAT(categories.avoided.best.base(), WithinRel(saved, 1e-12));
  int statuses = 0;
  for (const Total& total : r.by_status) statuses += total.projects;
  CHECK(statuses == shown);  // no row twice, none lost
}

void check_timeline(const Portfolio& p, const Scenario& scenario) {
  const Results r = simulate(p, scenario);
  REQUIRE(r.timeline.size() == 61);
  CHECK((r.timeline.front().year == 2000 && r.timeline.back().year == 2060));
  double last = 0;
  for (const Results::Year& year : r.timeline) {
    CHECK(year.cumulative_t >= last);
    last = year.cumulative_t;
    if (year.year % 15 != 11 && year.year != scenario.year) continue;
    // The timeline's year is what a simulation of that year adds up to.
    const Results then = simulate(p, {scenario.method, year.year});
    for (std::size_t c = 0; c < year.avoided_t.size(); ++c)
      CHECK_THAT(year.avoided_t[c], WithinRel(then.by_category[c].avoided.best.base(), 1e-12));
  }
}

void for_all_scenarios(const std::function<void(Scenario)>& check) {
  for (int m = 0; m < kFactorMethodCount; ++m)
    for (const int year : {2000, 2013, 2026, 2027, 2060}) check({static_cast<FactorMethod>(m), year});
}

}  // namespace

TEST_CASE("totals equal the sum of the counted rows, and nothing else is in them", "[sim]") {
  const Portfolio small = DataSet::small().portfolio();
  for_all_scenarios([&](Scenario s) { check_totals(small, simulate(small, s)); });
}

TEST_CASE("the repository's totals equal the sum of their counted rows too", "[sim][data]") {
  const Portfolio& all = test::repository_data().portfolio;
  for_all_scenarios([&](Scenario s) { check_totals(all, simulate(all, s)); });
}

TEST_CASE("the timeline is what each year's simulation adds up to", "[sim][data]") {
  check_timeline(DataSet::small().portfolio(), {FactorMethod::coal_equivalent, 2026});
  check_timeline(test::repository_data().portfolio, {});
}

TEST_CASE("a plant counts half in the year in which it starts", "[sim]") {
  auto set = DataSet::small();
  const Run r = run(set);
  const auto year = [&](int y) { return r.results.timeline[static_cast<std::size_t>(y - kFirstYear)]; };
  CHECK(year(2019).cumulative_t == 0.0);
  const double standing = numerics::sum(year(2020).avoided_t);
  CHECK(standing > 0);
  CHECK_THAT(year(2020).cumulative_t, WithinRel(standing / 2, 1e-15));
  CHECK_THAT(year(2021).cumulative_t, WithinRel(standing * 1.5, 1e-15));
}

TEST_CASE("the digest changes with every input and is the same for the same inputs", "[sim]") {
  const auto digest = [](const DataSet& set, Scenario scenario = {}) { return run(set, scenario).results.digest; };
  const std::string base = digest(DataSet::small());
  CHECK(base.size() == 16);
  CHECK(base == digest(DataSet::small()));
  CHECK(base != digest(DataSet::small(), {FactorMethod::ifi_operating_margin, 2026}));
  CHECK(base != digest(DataSet::small(), {FactorMethod::ifi_combined_margin, 2025}));
  CHECK(base != digest(DataSet::small().set("projects.csv", 2, "capacity_mw", "1000.0000001")));
  CHECK(base != digest(DataSet::small().set("grid_factors.csv", 3, "value_t_mwh", "0.5000000000000001")));
  CHECK(base != digest(DataSet::small().set("sources.csv", 2, "title", "Another title")));
  // The numbers count, not only the version of the data.
  Portfolio changed = DataSet::small().portfolio();
  changed.projects[0].capacity = megawatts(1001);
  CHECK(simulate(changed, {}).digest != base);
}

TEST_CASE("no data at all gives zero totals", "[sim]") {
  const Results r = simulate(Portfolio{}, {});
  CHECK(r.operating.projects == 0);
  CHECK(r.operating.avoided == Range<Mass>{});
  CHECK(r.timeline.back().cumulative_t == 0.0);
}
