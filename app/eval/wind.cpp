#include "eval/wind.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "eval/wind_curves.hpp"
#include "model/numerics.hpp"
#include "model/wind/air.hpp"
#include "model/wind/power_curve.hpp"
#include "model/wind/profile.hpp"
#include "model/wind/smoothing.hpp"

namespace gs::eval {
namespace {

namespace wind = model::wind;
using wind::PowerCurve;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// ---- wind_power: one hour of one turbine

constexpr Column kPowerTakes[] = {
    {.name = "turbine",
     .unit = "",
     .meaning = "of --curves, for P_log_W, P_log_rhobaro_W, P_hell_rhoideal_W",
     .text = true,
     .may_lack = true},
    {.name = "hub_m", .unit = "m", .meaning = "height of the hub", .low = 1.0, .high = 1000.0},
    {.name = "href_m", .unit = "m", .meaning = "height of v_ref_ms", .low = 0.1, .high = 1000.0},
    {.name = "z0_m", .unit = "m", .meaning = "roughness length", .low = 1e-9, .high = 10.0},
    {.name = "obstacle_m", .unit = "m", .meaning = "height of obstacles around", .low = 0.0, .high = 300.0},
    {.name = "v_ref_ms", .unit = "m/s", .meaning = "wind speed", .low = 0.0, .high = 100.0},
    {.name = "T2m_K", .unit = "K", .meaning = "air temperature at 2 m", .low = 150.0, .high = 350.0},
    {.name = "p0_Pa", .unit = "Pa", .meaning = "pressure at the ground", .low = 3e4, .high = 1.1e5},
    {.name = "rotor_m",
     .unit = "m",
     .meaning = "diameter, for P_cp_log_W",
     .low = 0.1,
     .high = 1000.0,
     .may_lack = true},
    {.name = "nrel_turbine",
     .unit = "",
     .meaning = "of --curves, for P_nrel_log_rhobaro_W",
     .text = true,
     .may_lack = true},
};

constexpr Column kPowerGives[] = {
    {.name = "v_hub_log", .unit = "m/s", .meaning = "logarithmic profile, displaced by 0.7 x obstacle"},
    {.name = "v_hub_hellman17", .unit = "m/s", .meaning = "power law, exponent 1/7"},
    {.name = "v_hub_hellman_z0", .unit = "m/s", .meaning = "power law, exponent 1/ln(hub/z0)"},
    {.name = "v_hub_hellman02", .unit = "m/s", .meaning = "power law, exponent 0.2"},
    {.name = "T_hub_K", .unit = "K", .meaning = "-6.5 K/km from 2 m"},
    {.name = "rho_barometric", .unit = "kg/m3", .meaning = "density at the hub, barometric formula"},
    {.name = "rho_idealgas", .unit = "kg/m3", .meaning = "density at the hub, ideal gas"},
    {.name = "P_log_W", .unit = "W", .meaning = "power curve at v_hub_log"},
    {.name = "P_log_rhobaro_W", .unit = "W", .meaning = "the same, curve in air of rho_barometric (Svenningsen)"},
    {.name = "P_hell_rhoideal_W", .unit = "W", .meaning = "at v_hub_hellman17, curve in air of rho_idealgas"},
    {.name = "P_cp_log_W",
     .unit = "W",
     .meaning = "rho_barometric, rotor and the cp curve of --params at v_hub_log; empty where none"},
    {.name = "P_nrel_log_rhobaro_W", .unit = "W", .meaning = "as P_log_rhobaro_W for nrel_turbine"},
    {.name = "v_log_wake_dena_mean",
     .unit = "m/s",
     .meaning = "v_hub_log slowed by the wind-efficiency curve of --params"},
};

// One --params file serves either: cp curves by turbine, or one efficiency curve of a farm.
constexpr Column kPowerParams[] = {
    {.name = "turbine", .unit = "", .meaning = "whose cp curve", .text = true, .may_lack = true},
    {.name = "wind_speed_ms", .unit = "m/s", .meaning = "of cp", .low = 0.0, .high = 100.0, .may_lack = true},
    {.name = "cp", .unit = "1", .meaning = "power coefficient", .low = 0.0, .high = 1.0, .may_lack = true},
    {.name = "wind_speed", .unit = "m/s", .meaning = "of efficiency", .low = 0.0, .high = 100.0, .may_lack = true},
    {.name = "efficiency",
     .unit = "1",
     .meaning = "wind left within a farm's wakes",
     .low = 0.0,
     .high = 1.0,
     .may_lack = true},
};

const Extra kPowerExtras[] = {{"curves", kCurveColumns, true}, {"params", kPowerParams, true}};

/// The farm's efficiency by wind speed, its ends going on; empty when not given.
PowerCurve efficiency_in(const Table& table) {
  PowerCurve curve;
  const auto speed = table["wind_speed"], efficiency = table["efficiency"];
  for (std::size_t row = 0; row < std::min(speed.size(), efficiency.size()); ++row)
    if (!std::isnan(speed[row]) && !std::isnan(efficiency[row])) {
      curve.speed.push_back(speed[row]);
      curve.power.push_back(efficiency[row]);
    }
  return curve;
}

double slowed(const PowerCurve& efficiency, double speed) {
  if (efficiency.empty()) return kNan;
  return speed * power_at(efficiency, std::clamp(speed, efficiency.speed.front(), efficiency.speed.back()));
}

std::vector<Error> wind_power(const Given& given, Computed& out) {
  std::vector<Error> problems;
  const Table& table = given.table;
  const Curves curves = curves_in(given.extras[0], "power_W", problems),
               cps = curves_in(given.extras[1], "cp", problems);
  const PowerCurve efficiency = efficiency_in(given.extras[1]);
  const auto hub = table["hub_m"], from = table["href_m"], z0 = table["z0_m"], obstacle = table["obstacle_m"],
             wind = table["v_ref_ms"], temperature = table["T2m_K"], pressure = table["p0_Pa"],
             rotor = table["rotor_m"];
  const auto turbines = table.text("turbine");
  for (std::size_t row = 0; row < table.rows; ++row) {
    if (!(std::min(hub[row], from[row]) - 0.7 * obstacle[row] > z0[row])) {
      problems.push_back({table.where(row, "obstacle_m"), "expected hub_m and href_m above 0.7 x obstacle_m + z0_m"});
      continue;
    }
    const double log = wind::log_profile(wind[row], from[row], hub[row], z0[row], obstacle[row]);
    const double hellman = wind::hellman(wind[row], from[row], hub[row], wind::kHellmanOnshore);
    const double kelvin = wind::temperature_at(hub[row], temperature[row], 2.0);
    const double pascal = wind::pressure_at(hub[row], pressure[row], 0.0);
    const double barometric = wind::density_barometric(pascal, kelvin), ideal = wind::density_ideal_gas(pascal, kelvin);
    out[0][row] = log;
    out[1][row] = hellman;
    out[2][row] = wind::hellman(wind[row], from[row], hub[row], wind::hellman_exponent(hub[row], z0[row]));
    out[3][row] = wind::hellman(wind[row], from[row], hub[row], 0.2);
    out[4][row] = kelvin;
    out[5][row] = barometric;
    out[6][row] = ideal;
    out[12][row] = slowed(efficiency, log);
    if (!turbines.empty() && !rotor.empty())
      if (const auto cp = cps.find(turbines[row]); cp != cps.end())
        out[10][row] =
            0.125 * barometric * rotor[row] * rotor[row] * numerics::kPi * log * log * log * power_at(cp->second, log);
    if (curves.empty()) continue;
    if (const PowerCurve* curve = curve_of(curves, table, row, "turbine", problems)) {
      out[7][row] = power_at(*curve, log);
      out[8][row] = power_at(*curve, log, barometric);
      out[9][row] = power_at(*curve, hellman, ideal);
    }
    if (const PowerCurve* curve = curve_of(curves, table, row, "nrel_turbine", problems))
      out[11][row] = power_at(*curve, log, barometric);
  }
  return problems;
}

// ---- wind_smoothed_curve

constexpr Column kSmoothedTakes[] = {
    {.name = "turbine", .unit = "", .meaning = "of --curves", .text = true},
    {.name = "method", .unit = "", .meaning = "turbulence_intensity or Staffell_Pfenninger", .text = true},
    {.name = "turbulence_intensity",
     .unit = "1",
     .meaning = "deviation over mean, for the first method",
     .low = 0.0,
     .high = 2.0,
     .may_lack = true},
    {.name = "wind_speed_ms",
     .unit = "m/s",
     .meaning = "where the smoothed curve is asked for",
     .low = 0.0,
     .high = 100.0},
};
constexpr Column kPowerGiven[] = {{.name = "power_W", .unit = "W", .meaning = "output"}};
const Extra kCurvesExtra[] = {{"curves", kCurveColumns}};

/// Standard deviation of the Gaussian for a row, or NaN with a problem.
double deviation_of(const Table& table, std::size_t row, std::vector<Error>& problems) {
  const std::string& method = table.text("method")[row];
  const auto intensity = table["turbulence_intensity"];
  const double speed = table["wind_speed_ms"][row];
  if (method == "Staffell_Pfenninger") return wind::deviation_of_region(speed);
  if (method != "turbulence_intensity")
    problems.push_back(
        {table.where(row, "method"), "expected turbulence_intensity or Staffell_Pfenninger, found \"" + method + "\""});
  else if (intensity.empty() || std::isnan(intensity[row]))
    problems.push_back({table.where(row, "turbulence_intensity"),
                        "expected a number from 0 to 2 for this method, found an empty cell"});
  else return wind::deviation_of_turbulence(speed, intensity[row]);
  return kNan;
}

std::vector<Error> wind_smoothed_curve(const Given& given, Computed& out) {
  std::vector<Error> problems;
  const Table& table = given.table;
  Curves curves = curves_in(given.extras[0], "power_W", problems);
  if (curves_missing(curves, problems)) return problems;
  for (auto& [name, curve] : curves) curve = wind::with_zeros(curve);
  for (std::size_t row = 0; row < table.rows; ++row) {
    const PowerCurve* curve = curve_of(curves, table, row, "turbine", problems);
    const double deviation = deviation_of(table, row, problems);
    if (curve) out[0][row] = wind::smoothed_power(*curve, table["wind_speed_ms"][row], deviation);
  }
  return problems;
}

}  // namespace

const Model kWindPower = {
    "wind_power",
    "wind, air and power at hub height as windpowerlib 0.2.3 has them (log and Hellman profiles, Svenningsen 2010)",
    kPowerTakes,
    kPowerGives,
    kPowerExtras,
    wind_power};
const Model kWindSmoothedCurve = {
    "wind_smoothed_curve",
    "a power curve averaged with a Gaussian in blocks of 0.5 m/s (Knorr 2016; Staffell & Pfenninger 2016)",
    kSmoothedTakes,
    kPowerGiven,
    kCurvesExtra,
    wind_smoothed_curve};

}  // namespace gs::eval
