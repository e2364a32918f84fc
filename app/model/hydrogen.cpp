#include "model/hydrogen.hpp"

#include <cmath>
#include <optional>

#include "model/numerics.hpp"

namespace gs::model {
namespace {

bool is_share(double s) { return s >= 0.0 && s < 1.0; }

std::optional<Error> wrong(const Electrolyser& e) {
  if (!(e.rated > Power{})) return Error{"electrolyser", "expected a rated power above 0"};
  const bool fixed = e.fixed_auxiliaries >= 0.0 && e.fixed_auxiliaries <= 1.0;
  if (!is_share(e.voltage_rise) || !is_share(e.crossover) || !fixed)
    return Error{"electrolyser", "expected shares of 0 to 1"};
  if (!(e.stack_kwh_per_kg <= e.system_kwh_per_kg)) return Error{"electrolyser", "expected a stack within its system"};
  if (!(e.stack_kwh_per_kg * (1.0 - e.voltage_rise) * (1.0 - e.crossover) >= kHydrogenLhv))
    return Error{"electrolyser", "expected a stack that needs 33.33 kWh/kg or more at its lowest voltage"};
  if (!(e.minimum_load.base() >= 0.0 && e.minimum_load.base() <= 1.0))
    return Error{"electrolyser", "expected a minimum load of 0 to 1"};
  if (!(e.wear_per_1000h >= 0.0 && e.stack_life_h > 0.0))
    return Error{"electrolyser", "expected a wear of 0 or more and a life above 0"};
  return {};
}

/// Current over the rated current at this power, MW: the positive root of A x2 + B x = power - fixed auxiliaries.
double current(const Electrolyser& e, double stack, double auxiliaries, double power, double wear) {
  const double a = stack * wear * e.voltage_rise;
  const double b = stack * wear * (1.0 - e.voltage_rise) + auxiliaries * (1.0 - e.fixed_auxiliaries);
  const double c = power - auxiliaries * e.fixed_auxiliaries;
  return c > 0.0 ? 2.0 * c / (b + numerics::sqrt(b * b + 4.0 * a * c)) : 0.0;
}

Mass grid_co2(const HydrogenYear& year, Intensity grid) { return year.grid_energy * grid; }

}  // namespace

Electrolyser alkaline(Power rated) {
  Electrolyser e;
  e.rated = rated;
  return e;
}

Electrolyser pem(Power rated) {
  Electrolyser e;
  e.rated = rated;
  e.minimum_load = percent(5);
  e.wear_per_1000h = 0.0019;
  return e;
}

Electrolyser with_system(const Electrolyser& e, double kwh_per_kg) {
  Electrolyser other = e;
  other.stack_kwh_per_kg = e.stack_kwh_per_kg * kwh_per_kg / e.system_kwh_per_kg;
  other.system_kwh_per_kg = kwh_per_kg;
  return other;
}

double HydrogenYear::kwh_per_kg() const {
  return hydrogen > Mass{} ? (plant_energy + grid_energy).base() / hydrogen.base() : 0.0;
}

HydrogenHour electrolyse(const Electrolyser& e, double power, double wear) {
  const double rated = e.rated.base();
  HydrogenHour hour;
  if (!(power >= e.minimum_load.base() * rated && power > 0.0)) return hour;
  hour.power = std::fmin(power, rated);
  const double stack = rated * e.stack_kwh_per_kg / e.system_kwh_per_kg, auxiliaries = rated - stack;
  const double x = current(e, stack, auxiliaries, hour.power, wear);
  // MW / (MWh per t) = t per hour.
  const double rated_kg = 1000.0 * stack / e.stack_kwh_per_kg;
  hour.hydrogen_kg = rated_kg * std::fmax(0.0, x - e.crossover) / (1.0 - e.crossover);
  const double used = stack * x * (1.0 - e.voltage_rise + e.voltage_rise * x) * wear;
  hour.stack_heat = used - hour.hydrogen_kg * 1e-3 * kHydrogenLhv;
  // Below the fixed auxiliaries there is no current: they take what there is.
  hour.auxiliaries = x > 0.0 ? auxiliaries * (e.fixed_auxiliaries + (1.0 - e.fixed_auxiliaries) * x) : hour.power;
  return hour;
}

Result<HydrogenYear> hydrogen_year(const Electrolyser& e, std::span<const double> offered, TopUp top_up,
                                   double stack_hours) {
  if (const std::optional<Error> error = wrong(e)) return *error;
  if (!(stack_hours >= 0.0)) return Error{"electrolyser", "expected 0 operating hours or more"};
  const double rated = e.rated.base(), floor = e.minimum_load.base() * rated;
  const double target = top_up == TopUp::to_rated ? rated : top_up == TopUp::to_minimum_load ? floor : 0.0;
  HydrogenYear year;
  for (Hourly* hourly : {&year.hydrogen_kg, &year.used, &year.from_grid}) hourly->reserve(offered.size());
  numerics::Sum all, plant, grid, kilograms, heat, auxiliaries;
  int running = 0;
  while (stack_hours >= e.stack_life_h) stack_hours -= e.stack_life_h;
  for (std::size_t h = 0; h < offered.size(); ++h) {
    if (!(offered[h] >= 0.0)) return Error{"power of hour " + std::to_string(h), "expected 0 MW or more"};
    const double own = std::fmin(offered[h], rated), bought = std::fmax(0.0, target - own);
    const HydrogenHour hour = electrolyse(e, own + bought, 1.0 + e.wear_per_1000h * 1e-3 * stack_hours);
    const bool runs = hour.power > 0.0;
    const double used = runs ? own : 0.0, from_grid = runs ? bought : 0.0;
    const double residual =
        used + from_grid - hour.hydrogen_kg * 1e-3 * kHydrogenLhv - hour.stack_heat - hour.auxiliaries;
    if (std::fabs(residual) > std::fabs(year.worst_hour_mwh)) year.worst_hour_mwh = residual;
    all.add(offered[h]), plant.add(used), grid.add(from_grid);
    kilograms.add(hour.hydrogen_kg), heat.add(hour.stack_heat), auxiliaries.add(hour.auxiliaries);
    year.hydrogen_kg.push_back(hour.hydrogen_kg);
    year.used.push_back(used);
    year.from_grid.push_back(from_grid);
    if (!runs) continue;
    ++running;
    stack_hours += 1.0;
    if (stack_hours >= e.stack_life_h) stack_hours -= e.stack_life_h, ++year.stacks_replaced;
  }
  year.offered = megawatt_hours(all.value());
  year.plant_energy = megawatt_hours(plant.value());
  year.grid_energy = megawatt_hours(grid.value());
  year.unused = year.offered - year.plant_energy;
  year.hydrogen = tonnes(kilograms.value() * 1e-3);
  year.in_hydrogen = megawatt_hours(year.hydrogen.base() * kHydrogenLhv);
  year.stack_heat = megawatt_hours(heat.value());
  year.auxiliaries = megawatt_hours(auxiliaries.value());
  year.water_reacted = year.hydrogen * kWaterPerHydrogen;
  year.oxygen = year.water_reacted - year.hydrogen;
  year.running = hours(running);
  year.stack_hours_end = stack_hours;
  year.year_mwh = (year.plant_energy + year.grid_energy - year.in_hydrogen - year.stack_heat - year.auxiliaries).base();
  return year;
}

Range<Mass> water_withdrawn(const HydrogenYear& year) {
  return {year.hydrogen * kWaterWithdrawn.low, year.hydrogen * kWaterWithdrawn.best,
          year.hydrogen * kWaterWithdrawn.high};
}

Range<Mass> displaced_grey(const HydrogenYear& year, const Range<Intensity>& grid, const Range<double>& grey) {
  return {year.hydrogen * grey.low - grid_co2(year, grid.high), year.hydrogen * grey.best - grid_co2(year, grid.best),
          year.hydrogen * grey.high - grid_co2(year, grid.low)};
}

WhatIf<Mass> displaced_diesel(const HydrogenYear& year, const Range<Intensity>& grid, const Range<double>& advantage) {
  const Mass once = tonnes(year.in_hydrogen.base() * kDieselTonnesPerMwh);
  return {{once * advantage.low - grid_co2(year, grid.high), once * advantage.best - grid_co2(year, grid.best),
           once * advantage.high - grid_co2(year, grid.low)}};
}

}  // namespace gs::model
