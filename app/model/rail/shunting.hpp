#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/rail/powertrain.hpp"
#include "model/uncertainty/distribution.hpp"
#include "model/uncertainty/variance.hpp"
#include "units/quantity.hpp"
#include "units/result.hpp"

/// A year of a yard locomotive, hour by hour through a day of each season, and the duty that a claim needs to be true.
/// Noise and harmful emissions (claimed: -80 % and -83 %) are not computed: no sourced factors of the engine that is
/// replaced were found. They are shown as reported.
namespace gs::model::rail {

/// While it moves: shares of the time by share of the rated power at the rim.
struct LoadSpectrum {
  std::array<double, 10> time{}, load{};
  int points = 0;
  double mean() const;
  /// The same times with all loads multiplied so that their mean is this, none above 1. 0 <= mean < 1.
  LoadSpectrum with_mean(double mean) const;
};
/// The switch cycle of 40 CFR 1033.530 (data/shunting.csv, epa_switch) without its 59.8 % of idling: notches 1 to 8 at
/// 12.4, 12.3, 5.8, 3.6, 3.6, 1.5, 0.2, 0.8 %; powers by notch as of ALTRIOS's Tier 4 engine. Mean 0.235.
LoadSpectrum epa_switch_spectrum();

struct Season {
  double share = 0.25, celsius = 10.0;
};
/// Almaty by quarters: -4, 11, 23, 10 C (general knowledge of the climate, a year's mean of 10 C; estimated).
std::array<Season, 4> almaty_seasons();

struct YardDuty {
  double moving_h = 5.0;      ///< a day; KTZ: 4 to 6, the engine kept hot in between
  double plugged_h = 0.0;     ///< of the night, on the charger (for those that can)
  /// all off; the rest of 24 h it stands ready: a diesel idles, a hybrid keeps its systems up
  double parked_h = 0.0;
  double days = 340.0;        ///< a year in service (assumption)
  LoadSpectrum spectrum = epa_switch_spectrum();
  /// power at the rim to which the spectrum's shares refer: of the locomotive that is replaced
  double reference_w = 0.0;
  double braked_share = 0.10; ///< of the work at the rim, asked back as electric braking (assumption)
  std::array<Season, 4> seasons = almaty_seasons();
};

/// A powertrain in a yard. What an idling diesel burns is the greater of its idle fuel and what its auxiliaries cost: a
/// published idle consumption has them in it, so give auxiliary_w what runs at idle, and the rest as auxiliary_share.
struct YardLocomotive {
  Powertrain powertrain;
  double idle_per_k = 0.0;  ///< idling burns more in the cold, faster and heating: by this share per kelvin below 15 C
};
/// Idling as a row of data/shunting.csv has it: litres an hour (0.84 kg/l, 43 MJ/kg), mild and in frost; the frost's
/// figure is taken as of -20 C (assumption: no row says at which), straight from 15 C on. For an engine that never
/// stops.
YardLocomotive with_idling(const YardLocomotive&, double litres_h, double litres_h_frost);
/// The claims' locomotives, where no row says otherwise: every figure estimated unless the .cpp names a source.
YardLocomotive yard_diesel(double engine_kw = 883.0);  ///< TEM2 class
/// CKD6H: 540 kW, 900 kWh; a larger one in proportion. On the charger in the duty's plugged hours if `plug_in`.
YardLocomotive yard_hybrid(bool plug_in, double engine_kw = 540.0, double battery_kwh = 900.0);
YardLocomotive yard_battery(double battery_kwh = 1500.0);  ///< 1.5 MW, as CRRC Zhuzhou's
YardLocomotive yard_hydrogen();                            ///< Ningdong: 800 kW, converted diesel
/// The same with a charger that gives `charger_w` in the plugged hours, which feeds all on board too.
YardLocomotive on_charger(const YardLocomotive&, double charger_w, double efficiency = 0.95);
/// Power at the rim of a diesel at full throttle, W: what a duty's spectrum refers to.
double rim_w(const YardLocomotive&);

struct YardFactors {
  double diesel_j_per_t = 43.0e9;   ///< lower heating value
  double diesel_t_per_j = 74.1e-12; ///< t CO2 when burnt (IPCC 2006, 74.1 t/TJ)
  double well_to_tank = 0.23;       ///< of that again before the tank (UK 2025: 23.59 / 101.63 of lorries)
  double grid_t_per_mwh = 0.0;      ///< CO2 of electricity at the meter
  double hydrogen_j_per_t = 119.96e9, hydrogen_t_per_t = 11.0;  ///< grey: row grey-hydrogen
};

/// A year of one unit.
struct YardYear {
  double fuel_t = 0.0, idle_fuel_t = 0.0, hydrogen_t = 0.0;
  double electricity_mwh = 0.0;        ///< at the meter
  double wheel_mwh = 0.0, unserved_mwh = 0.0;  ///< work done, and asked for but not to be had
  double engine_h = 0.0;               ///< engine or fuel cell running
  double full_cycles = 0.0;            ///< of the battery: energy out over its capacity
  double tank_to_wheel_t = 0.0, well_to_tank_t = 0.0, electricity_t = 0.0, hydrogen_co2_t = 0.0;  ///< CO2
  double total_t() const { return tank_to_wheel_t + well_to_tank_t + electricity_t + hydrogen_co2_t; }
};
/// Two days of each season in steps of at most two minutes; the second counts (the first brings battery and rule into
/// their cycle). A charge that still ends differently is converted: a source's by its own mean efficiency, else at the
/// meter.
YardYear yard_year(const YardLocomotive&, const YardDuty&, const YardFactors&);
/// What is wrong with a duty (empty: nothing): hours outside 0..24 together, a mean load outside 0..1, no power, days.
std::vector<Error> problems(const YardDuty&);

/// What is believed of the inputs; medians 1 are factors on the best values.
struct YardDoubt {
  Distribution moving_h = Distribution::triangular(4.0, 5.0, 6.0);          ///< KTZ's 4 to 6
  Distribution mean_load = Distribution::triangular(0.15, 0.235, 0.35);     ///< assumption around the EPA cycle
  Distribution idle_fuel = Distribution::triangular(0.7, 1.0, 1.4);         ///< factor; 12 l/h from a popular article
  Distribution diesel_engine = Distribution::normal(1.0, 0.03);             ///< factor on the old engine's efficiency
  /// factor on the new engine's or fuel cell's
  Distribution new_source = Distribution::normal(1.0, 0.03);
  Distribution battery_loss = Distribution::triangular(0.6, 1.0, 1.8);      ///< factor
  Distribution auxiliaries = Distribution::triangular(0.7, 1.0, 1.4);       ///< factor on the new locomotive's
  Distribution grid = Distribution::normal(1.0, 0.06);                      ///< factor on the grid's
  Distribution well_to_tank = Distribution::triangular(0.8, 1.0, 1.3);      ///< factor
};
inline constexpr std::array<std::string_view, 9> kYardInputs = {
    "moving_hours", "mean_load", "idle_fuel", "diesel_engine", "new_source",
    "battery_loss", "auxiliaries", "grid_factor", "well_to_tank"};

/// Against the diesel that does the same work, each draw with the same duty for both.
struct YardComparison {
  YardYear diesel, other;            ///< with the best inputs
  Range<double> diesel_fuel_t, fuel_t, electricity_mwh, hydrogen_t;
  Range<double> fuel_saved_share;    ///< of the diesel fuel
  Range<double> fuel_saved_t;
  Range<double> burnt_saved_t;       ///< CO2 of the diesel not burnt less that of making electricity and hydrogen
  Range<double> co2_saved_t, co2_saved_share;  ///< well to wheel
  std::vector<Bar> drivers;          ///< of co2_saved_t; input: index into kYardInputs
};
/// Low, best, high are P10, P50, P90 of `draws` (Sobol, a power of two). About half a millisecond a draw.
Result<YardComparison> compare_yard(const YardLocomotive& diesel, const YardLocomotive& other, const YardDuty&,
                                    const YardFactors&, const YardDoubt&, std::uint32_t draws, std::uint64_t seed);

/// A claim of a maker or operator about one unit and year.
struct YardClaim {
  double fuel_saved_share = 0.0;
  double fuel_saved_t = 0.0;  ///< t of diesel
};
YardClaim ckd6h_claim(const YardFactors&);  ///< -45 % and 240 t CO2
YardClaim hxn6_claim();                     ///< -37 % and 180 t of fuel for two
/// The duties that would burn what the claim's diesel burns, and which of them would save what it says.
struct ClaimDuty {
  double baseline_fuel_t = 0.0;  ///< that the claim implies
  struct Point { double moving_h, mean_load, saved_share, idle_share; };  ///< idle_share: of the diesel's fuel
  std::vector<Point> baseline;   ///< by moving hours: the mean load at which the diesel burns the baseline
  /// Along the line the saving hardly changes with the hours, so one crossing says little. `exists`: somewhere it is
  /// within kClaimBand of the claim, from and to so many moving hours (0 if nowhere); `exact`: it crosses the claim.
  bool exists = false, exact = false;
  double least_h = 0.0, most_h = 0.0;
  Point duty{};                  ///< where it crosses, or else the nearest on the line
  bool plausible = false;        ///< some of the duties in the band move 3 to 8 h a day at a mean load of 0.12 to 0.40
  /// The other way round: at the moving hours of the duty that was given, the idling (a factor on the diesel's, 0.2 to
  /// 3) and the mean load with which both numbers come out exactly.
  struct Idling { bool exists = false; double factor = 0.0, mean_load = 0.0; } idling;
};
inline constexpr double kClaimBand = 0.03;  ///< claims are rounded, and nobody says how they were measured
/// Moving hours are tried by the hour from 1 to 20 a day; load by bisection, then the hours. Deterministic.
ClaimDuty duty_of_claim(const YardClaim&, const YardLocomotive& diesel, const YardLocomotive& other, const YardDuty&,
                        const YardFactors&);

}  // namespace gs::model::rail
