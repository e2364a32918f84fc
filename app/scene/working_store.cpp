#include <fmt/format.h>

#include <algorithm>

#include "model/demand.hpp"
#include "scene/working_sections.hpp"
#include "scene/working_words.hpp"
#include "sim/factors.hpp"
#include "sim/stores.hpp"

/// A store's year: sim/fleet.cpp said in words, with the same numbers.
namespace gs::works {
namespace {

WorkingInput store_power(const SectionOf& of, const model::Store& store, Part part) {
  const Translator& tr = of.tr();
  Origin from = sourced(of.row.sources, false, of.row.capacity_note);
  if (stands_beside_plant(of.row.technology)) from = assumed(tr("store.power_from", number(model::kBatteryHours, tr)));
  return input(tr("store.power"), figure(store.charge, tr).text(), store.charge.base(), part, std::move(from));
}

std::optional<Working> store_capacity(const SectionOf& of, const model::Store& store) {
  if (of.row.storage) return std::nullopt;
  const Translator& tr = of.tr();
  const double hours = of.row.technology == Technology::pumped_storage ? model::kPumpedHours : model::kBatteryHours;
  return energy_figure(of, "store.capacity", store.capacity,
                       {store_power(of, store, Part::factor),
                        input(tr("store.hours"), tr("working.hours_value", number(hours, tr)), hours, Part::factor, assumed(tr("store.hours_from")))},
                       "capacity");
}

/// What decides of the hours: the plant's output and the evening, or the day's demand.
void put_rule(const SectionOf& of, std::vector<WorkingInput>& out) {
  const Translator& tr = of.tr();
  const StoreYear& s = *of.plant.store;
  if (stands_beside_plant(of.row.technology)) {
    if (of.plant.energy) out.push_back(own_output(of, "store.before", *of.plant.energy + s.lost + s.curtailed, Part::told));
    out.push_back(told_input(tr("store.connection"), figure(*of.row.capacity, tr).text(), of.row.capacity->base(), sourced(of.row.sources, false, of.row.capacity_note)));
    const model::PeakWindow evening = model::evening_window(of.row.longitude);
    out.push_back(told_input(tr("store.evening"), fmt::format("{:02}:00–{:02}:00 UTC", evening.first_hour, (evening.first_hour + evening.hours) % 24),
                             evening.first_hour, assumed(tr("store.evening_from"))));
    return;
  }
  double low = 10.0, high = 0.0;
  for (const double hour : model::kEveningPeakDay) low = std::min(low, hour), high = std::max(high, hour);
  out.push_back(told_input(tr("store.demand"), tr("store.demand_value", exact_percent(low, tr), exact_percent(high, tr)), high,
                           {tr("store.demand_from"), {"osemosys-global"}, true}));
}

Working store_hours(const SectionOf& of, const model::Store& store) {
  const Translator& tr = of.tr();
  const StoreYear& s = *of.plant.store;
  const bool pumped = of.row.technology == Technology::pumped_storage;
  std::vector<WorkingInput> inputs{store_power(of, store, Part::told)};
  if (of.row.storage) inputs.push_back(told_input(tr("store.capacity"), figure(store.capacity, tr).text(), store.capacity.base(), sourced(of.row.sources, false)));
  const Range<Ratio>& trip = pumped ? model::kPumpedRoundTrip : model::kBatteryRoundTrip;
  inputs.push_back(told_input(tr("store.round_trip"),
                              tr("line.with_interval", percent(trip.best.base(), tr), tr("lab.range", percent(trip.low.base(), tr), percent(trip.high.base(), tr))),
                              trip.best.base(), row_origin(of.w.portfolio, pumped ? "pumped-round-trip" : "battery-round-trip")));
  if (store.lost_an_hour > 0.0)
    inputs.push_back(told_input(tr("store.standing"), tr("store.standing_value", exact_percent(store.lost_an_hour, tr)), store.lost_an_hour, assumed(tr("store.standing_from"))));
  put_rule(of, inputs);
  const bool beside = stands_beside_plant(of.row.technology);
  Working out = stepped(tr("store.charged"), figure(s.charged, tr).text(), s.charged.base(), tr(beside ? "store.formula_plant" : "store.formula_grid"), std::move(inputs));
  out.cited = fmt::format("charged {} a year, simulated hour by hour", english(s.charged));
  return out;
}

/// CO2 of the gas turbines that it stands in for, less that of charging it.
Working store_peak(const SectionOf& of) {
  const Translator& tr = of.tr();
  const StoreYear& s = *of.plant.store;
  const Mass turbines = s.discharged * model::kPeakPlant.best, charging = turbines - s.peak_what_if.best;
  std::vector<WorkingInput> inputs{
      input(tr("store.turbines"), figure(turbines, tr).text(), turbines.base(), Part::term, given(tr("store.turbines_from", figure(s.discharged, tr).text()))),
      input(tr("store.charging"), figure(charging, tr).text(), -charging.base(), Part::term, given(tr("store.charging_from", figure(s.charged, tr).text())))};
  inputs.push_back(told_input(tr("store.turbine"), tr("line.with_interval", figure(model::kPeakPlant.best, tr).text(), range_text(model::kPeakPlant, tr)),
                              model::kPeakPlant.best.base(), row_origin(of.w.portfolio, "peak-plant")));
  const auto grid = find_grid_factor(of.w.portfolio, FactorMethod::ember_average, of.row.technology, of.row.country);
  if (grid && grid->row >= 0) {
    const GridFactor& f = of.w.portfolio.grid_factors[static_cast<std::size_t>(grid->row)];
    const std::string from = method_name(tr, FactorMethod::ember_average) + ", " + country_name(of.w, f.country) + (f.year ? fmt::format(" {}", *f.year) : "");
    inputs.push_back(told_input(tr("working.factor"), tr("line.with_interval", figure(grid->intensity.best, tr).text(), range_text(grid->intensity, tr)),
                                grid->intensity.best.base(), sourced(ids_of(f.source), false, from)));
  }
  return closed(tr("store.instead"), figure(s.peak_what_if.best, tr).text(), s.peak_what_if.best.base(), std::move(inputs),
                fmt::format("what if it stood in for peak plants: {} CO2 saved a year", english(s.peak_what_if.best)));
}

}  // namespace

std::vector<Working> of_store(const SectionOf& of) {
  const auto store = store_of(of.row);
  if (!of.plant.store || !store) return {};
  const Translator& tr = of.tr();
  const StoreYear& s = *of.plant.store;
  const auto term = [&](const char* name, Energy e, double sign) {
    return input(tr(name), figure(e, tr).text(), sign * e.base(), Part::term, hourly(of));
  };
  std::vector<Working> out;
  if (auto capacity = store_capacity(of, *store)) out.push_back(std::move(*capacity));
  out.push_back(store_hours(of, *store));
  out.push_back(energy_figure(of, "store.discharged", s.discharged, {term("store.charged", s.charged, 1.0), term("store.lost", s.lost, -1.0)}, "given back"));
  if (s.curtailed_without > Energy{})
    out.push_back(energy_figure(of, "store.curtailment", s.curtailed_without - s.curtailed,
                                {term("store.curtailed_without", s.curtailed_without, 1.0), term("store.curtailed_with", s.curtailed, -1.0)}, "curtailment avoided"));
  if (s.peak_what_if.best != Mass{}) out.push_back(store_peak(of));
  return out;
}

}  // namespace gs::works
