#include "sim/runs.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace gs::test {

std::shared_ptr<const Fleet> repository_fleet() {
  static const std::shared_ptr<const Fleet> built = build_fleet(repository_data().portfolio);
  return built;
}

Results repository_results(const Scenario& scenario) {
  REQUIRE(scenario.drawing == Drawing{});
  return simulate(repository_data().portfolio, repository_fleet(), scenario);
}

const ProjectResult& row(const Portfolio& portfolio, const Results& results, std::string_view id) {
  for (const ProjectResult& result : results.projects)
    if (portfolio.projects[result.project].id == id) return result;
  FAIL("no project " << id);
  return results.projects.front();
}

DataSet small_set() {
  DataSet set = DataSet::small();
  set.set("sites.csv", 3, "ghi_blend_kwh_m2", "1800").set("sites.csv", 3, "ghi_blend_pct", "8");
  return set;
}

Run run(const DataSet& set, const Scenario& scenario) {
  Run made{set.portfolio(), {}};
  made.results = simulate(made.portfolio, scenario);
  return made;
}

Results again(const Run& run, const Scenario& scenario) {
  REQUIRE(scenario.drawing == run.results.scenario.drawing);
  return simulate(run.portfolio, run.results.fleet, scenario);
}

double saved(const ProjectResult& row) {
  REQUIRE(row.avoided.has_value());
  return row.avoided->best.base();
}

namespace {

using See = std::function<void(std::string_view, double)>;

template <class Q>
void see_range(const See& see, std::string_view name, const Range<Q>& range) {
  see(name, range.low.base());
  see(name, range.best.base());
  see(name, range.high.base());
}

void see_row(const See& see, const ProjectResult& row) {
  if (row.energy) see_range(see, "energy", *row.energy);
  if (row.intensity) see_range(see, "intensity", *row.intensity);
  if (row.avoided) see_range(see, "avoided", *row.avoided);
  for (const SavingDriver& d : row.drivers)
    for (const double value : {d.at_p10, d.at_p90, d.share}) see("driver", value);
  for (const auto& mass : row.avoided_by_method)
    if (mass) see("by method", mass->base());
  if (row.gap) see("gap", *row.gap);
  if (!row.gap_parts) return;
  const model::Gap& gap = *row.gap_parts;
  for (const Mass part : {gap.gap, gap.output, gap.factor, gap.boundary, gap.rest}) see("gap part", part.base());
  see("implied factor", gap.explanation.implied.base());
  see("deviation", gap.explanation.deviation);
}

void see_plant(const See& see, const PlantYear& plant) {
  if (plant.energy) see("a new plant's energy", plant.energy->base());
  for (const float value : plant.power) see("power", static_cast<double>(value));
  for (const float value : plant.relative) see("draw", static_cast<double>(value));
  for (const EnergyDriver& d : plant.all_drivers())
    for (const double value : {d.at_p10, d.at_p90, d.variance}) see("energy driver", value);
  if (plant.store) {
    const StoreYear& s = *plant.store;
    for (const Energy e : {s.capacity, s.charged, s.discharged, s.lost, s.curtailed_without, s.curtailed})
      see("store", e.base());
    see_range(see, "peak plant", s.peak_what_if);
  }
  if (!plant.hydrogen) return;
  see("hydrogen", plant.hydrogen->hydrogen.base());
  see("water", plant.hydrogen->water.base());
  see("used", plant.hydrogen->used.base());
  see("unused", plant.hydrogen->unused.base());
  see("kWh a kilogram", plant.hydrogen->kwh_per_kg);
}

void see_line(const See& see, const LineSaving& line) {
  for (const Range<Mass>* range : {&line.as_it_runs, &line.as_diesel, &line.by_road, &line.saved_against_diesel, &line.saved_against_road})
    see_range(see, "line", *range);
  for (const double value : {line.net_tkm, line.gross_tkm, line.wire_share, line.trains_a_day, line.running_time_s}) see("line", value);
  for (const auto& [country, mass] : line.electricity_by_country) see("line's electricity", mass.base());
}

void see_total(const See& see, const Total& total) {
  see("capacity", total.capacity.base());
  see_range(see, "total energy", total.energy);
  see_range(see, "total avoided", total.avoided);
  see("total reported", total.reported.base());
}

}  // namespace

void for_each_number(const Results& results, const See& see) {
  for (const ProjectResult& row : results.projects) see_row(see, row);
  for (const PlantYear& plant : results.fleet->plants) see_plant(see, plant);
  for (const auto& column : results.fleet->grid_normal)
    for (const double value : column) see("grid draw", value);
  for (const LocomotiveResult& row : results.locomotives)
    for (const auto* range : {&row.avoided, &row.simulated_per_unit, &row.simulated})
      if (*range) see_range(see, "locomotive", **range);
  for (const LineSaving& line : results.railway.lines) see_line(see, line);
  see_total(see, results.operating);
  for (const Total& total : results.by_category) see_total(see, total);
  for (const Total& total : results.by_status) see_total(see, total);
  for (const Results::Year& year : results.timeline) {
    for (const double mass : year.avoided_t) see("timeline", mass);
    see("cumulative", year.cumulative_t);
  }
}

}  // namespace gs::test
