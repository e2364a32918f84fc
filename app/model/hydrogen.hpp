#pragma once
#include <span>

#include "model/hours.hpp"
#include "model/what_if.hpp"
#include "units/quantity.hpp"
#include "units/result.hpp"

/// An electrolyser that follows a plant hour by hour.
namespace gs::model {

/// Lower heating value of hydrogen, kWh per kg (= MWh per t): 120.0 MJ/kg (ISO 6976).
inline constexpr double kHydrogenLhv = 33.33;
/// Water that becomes 1 kg of hydrogen and 7.937 kg of oxygen: molar masses 18.015 and 2.016 g.
inline constexpr double kWaterPerHydrogen = 18.015 / 2.016;

/// The whole plant as one stack with its auxiliaries. `x` is the current over the rated current:
///   stack power = rated stack power x (1 - a + a x) x wear       voltage rises linearly with the current
///   auxiliaries = rated auxiliaries (f + (1 - f) x)                 pumps, drying, controls: partly fixed
///   hydrogen    = rated hydrogen (x - c) / (1 - c)                  a constant crossover current c is lost
/// so that the yield per MWh peaks at part load and falls steeply below it, as measured plants do.
struct Electrolyser {
  Power rated;                       ///< electricity of the whole system at rated load, new
  double system_kwh_per_kg = 55.0;   ///< at rated load, new: DOE targets, state of 2022 (alkaline); FCH JU 2020 (PEM)
  double stack_kwh_per_kg = 51.0;    ///< of it the stack: DOE targets, state of 2022
  double voltage_rise = 0.18;        ///< a: share of the rated voltage that comes with the current (general knowledge)
  double fixed_auxiliaries = 0.25;   ///< f (assumption)
  double crossover = 0.01;           ///< c (general knowledge)
  Ratio minimum_load = percent(15);  ///< of the rated power; alkaline 15, PEM 5: IRENA 2020 (table in PMC9332215)
  double wear_per_1000h = 0.0017;    ///< rise of the voltage over the new one's, per 1000 h running: DOE 2022
  double stack_life_h = 60000.0;     ///< operating hours, then the stack is new: DOE 2022, IRENA 2020
};
/// Alkaline as above; PEM: minimum 5 %, wear 0.19 % per 1000 h (FCH JU, 2020), life 60,000 h.
Electrolyser alkaline(Power rated);
Electrolyser pem(Power rated);
/// The same with another electricity per kg at rated load, stack and auxiliaries in proportion.
Electrolyser with_system(const Electrolyser& e, double kwh_per_kg);

/// Rows electrolyser-efficiency and electrolyser-wear of data/factors.csv: what the defaults may be instead.
inline constexpr Range<double> kSystemKwhPerKg = {50.0, 55.0, 78.0};
inline constexpr Range<double> kWearPer1000h = {0.0013, 0.0017, 0.0025};

/// Electricity from the grid beside the plant's.
enum class TopUp {
  none,
  to_minimum_load,  ///< keeps the electrolyser running through lulls
  to_rated,         ///< always at full load
};

/// A year. MWh, t; hourly arrays: hydrogen kg per hour, MW else.
struct HydrogenYear {
  Hourly hydrogen_kg, used, from_grid;  ///< used: of the plant's power
  Energy offered, plant_energy, grid_energy;
  Energy unused;       ///< offered, not used: above the rating, or below the minimum load
  Energy in_hydrogen;  ///< lower heating value
  Energy stack_heat, auxiliaries;
  Mass hydrogen, oxygen, water_reacted;
  Duration running;        ///< hours of operation in the year
  double stack_hours_end;  ///< operating hours of the stack at the year's end
  int stacks_replaced = 0;
  /// plant + grid - hydrogen - heat - auxiliaries of the worst hour and of the sums, MWh: closed to 1e-9 of the rating.
  double worst_hour_mwh = 0.0, year_mwh = 0.0;

  /// Electricity per kg, kWh; 0 when nothing was made.
  double kwh_per_kg() const;
};

/// Hydrogen of an hour at a given power: kg per hour; and what becomes of the electricity, MW. 0 below the minimum
/// load; at most the rating is taken. `wear` is the voltage over that of the new stack, at least 1.
struct HydrogenHour {
  double hydrogen_kg = 0.0, power = 0.0, stack_heat = 0.0, auxiliaries = 0.0;
};
HydrogenHour electrolyse(const Electrolyser& e, double power, double wear = 1.0);

/// The year on `offered` MW by hour (any number of hours). `stack_hours` are the operating hours before it.
/// Errors: an electrolyser with a rating not above 0, a stack that needs less than 33.33 kWh/kg at its lowest voltage
/// or more than the system, shares outside 0..1; an hour below 0.
Result<HydrogenYear> hydrogen_year(const Electrolyser& e, std::span<const double> offered, TopUp top_up = TopUp::none,
                                   double stack_hours = 0.0);

/// Fresh water, litres per kg: withdrawn 15.2 (IRENA 2023), 10 with little reject, 34.7 with evaporative cooling.
inline constexpr Range<double> kWaterWithdrawn = {10.0, 15.2, 34.7};
/// Water withdrawn in the year, t (= m3).
Range<Mass> water_withdrawn(const HydrogenYear& year);

/// t CO2e per t of grey hydrogen, steam methane reforming with its supply chain: row grey-hydrogen of data/factors.csv.
inline constexpr Range<double> kGreyHydrogen = {9.0, 11.0, 14.0};
/// Grey hydrogen that is not made, less the CO2 of the grid's part of the electricity. May be negative.
Range<Mass> displaced_grey(const HydrogenYear& year, const Range<Intensity>& grid,
                           const Range<double>& grey = kGreyHydrogen);

/// Diesel: 2.68 kg CO2 per litre (row diesel-emission), 9.96 kWh per litre (35.9 MJ, general knowledge). A fuel cell
/// makes 1.0-1.25-1.5 times as much work of a kWh as a diesel engine (50 % against 40 %; general knowledge).
inline constexpr double kDieselTonnesPerMwh = 2.68 / 9.96;
inline constexpr Range<double> kFuelCellOverDiesel = {1.0, 1.25, 1.5};
/// What if the hydrogen drove fuel cells instead of diesel engines? Not to be added to displaced_grey.
WhatIf<Mass> displaced_diesel(const HydrogenYear& year, const Range<Intensity>& grid,
                              const Range<double>& advantage = kFuelCellOverDiesel);

}  // namespace gs::model
