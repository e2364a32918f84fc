#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "eval/wind.hpp"
#include "eval/wind_curves.hpp"
#include "model/numerics.hpp"
#include "model/lane_math.hpp"
#include "model/wind/air.hpp"
#include "model/wind/power_curve.hpp"
#include "model/wind/profile.hpp"
#include "portfolio/schema.hpp"

namespace gs::eval {
namespace {

namespace wind = model::wind;
using wind::PowerCurve;

const Extra kCurvesExtra[] = {{"curves", kCurveColumns}};

// ---- wind_year: hour by hour from weather at two levels

constexpr Column kYearTakes[] = {
    {.name = "turbine", .unit = "", .meaning = "of --curves", .text = true},
    {.name = "hub_m", .unit = "m", .meaning = "height of the hub", .low = 1.0, .high = 1000.0},
    {.name = "config",
     .unit = "",
     .meaning = "log or hell (profile), baro, ideal or norho (density): log_baro_rho, hell_ideal_rho, log_norho",
     .text = true},
    {.name = "p0_Pa", .unit = "Pa", .meaning = "pressure at the ground", .low = 3e4, .high = 1.1e5},
    {.name = "T2_K", .unit = "K", .meaning = "air temperature at 2 m", .low = 150.0, .high = 350.0},
    {.name = "T10_K", .unit = "K", .meaning = "air temperature at 10 m", .low = 150.0, .high = 350.0},
    {.name = "v10", .unit = "m/s", .meaning = "wind speed at 10 m", .low = 0.0, .high = 100.0},
    {.name = "v80", .unit = "m/s", .meaning = "wind speed at 80 m", .low = 0.0, .high = 100.0},
    {.name = "z0", .unit = "m", .meaning = "roughness length", .low = 1e-9, .high = 5.0},
};
constexpr Column kPowerGiven[] = {{.name = "power_W", .unit = "W", .meaning = "of one turbine, no wakes, no losses"}};

struct Config {
  bool logarithmic = true;
  enum { none, barometric, ideal } density = none;
};

std::optional<Config> config_of(std::string_view words) {
  Config config;
  if (words.starts_with("hell_")) config.logarithmic = false;
  else if (!words.starts_with("log_")) return std::nullopt;
  words.remove_prefix(words.find('_') + 1);
  if (words == "baro_rho") config.density = Config::barometric;
  else if (words == "ideal_rho") config.density = Config::ideal;
  else if (words != "norho") return std::nullopt;
  return config;
}

/// The level nearest to the hub; of two as near, the lower.
double nearest(double hub, double low, double high) {
  return std::fabs(high - hub) < std::fabs(low - hub) ? high : low;
}

double wind_at_hub(double hub, double speed, double level, double z0, bool logarithmic) {
  if (hub == level) return speed;
  return logarithmic ? wind::log_profile(speed, level, hub, z0)
                     : wind::hellman(speed, level, hub, wind::hellman_exponent(hub, z0));
}

std::vector<Error> wind_year(const Given& given, Computed& out) {
  std::vector<Error> problems;
  const Table& table = given.table;
  const Curves curves = curves_in(given.extras[0], "power_W", problems);
  if (curves_missing(curves, problems)) return problems;
  const auto hub = table["hub_m"], pressure = table["p0_Pa"], t2 = table["T2_K"], t10 = table["T10_K"],
             v10 = table["v10"], v80 = table["v80"], z0 = table["z0"];
  const auto configs = table.text("config");
  for (std::size_t row = 0; row < table.rows; ++row) {
    const PowerCurve* curve = curve_of(curves, table, row, "turbine", problems);
    const auto config = config_of(configs[row]);
    if (!config)
      problems.push_back({table.where(row, "config"),
                          "expected a profile and a density such as log_baro_rho, hell_ideal_rho or "
                          "log_norho, found \"" +
                              configs[row] + "\""});
    if (!(hub[row] > z0[row]))
      problems.push_back({table.where(row, "hub_m"), "expected a height above the roughness length"});
    if (!curve || !config || !(hub[row] > z0[row])) continue;
    const double level = nearest(hub[row], 10.0, 80.0), warm = nearest(hub[row], 2.0, 10.0);
    const double speed =
        wind_at_hub(hub[row], level == 10.0 ? v10[row] : v80[row], level, z0[row], config->logarithmic);
    if (config->density == Config::none) {
      out[0][row] = power_at(*curve, speed);
      continue;
    }
    const double kelvin = wind::temperature_at(hub[row], warm == 2.0 ? t2[row] : t10[row], warm);
    const double pascal = wind::pressure_at(hub[row], pressure[row], 0.0);
    out[0][row] = power_at(*curve, speed,
                           config->density == Config::barometric ? wind::density_barometric(pascal, kelvin)
                                                                 : wind::density_ideal_gas(pascal, kelvin));
  }
  return problems;
}

// ---- wind_annual: 8,760 winds of a Weibull distribution

constexpr Column kAnnualTakes[] = {
    {.name = "turbine", .unit = "", .meaning = "of --curves", .text = true},
    {.name = "config", .unit = "", .meaning = "rho=1.1, the air's density in kg/m3", .text = true},
    {.name = "weibull_A",
     .unit = "m/s",
     .meaning = "scale; rows without stay empty (a year of weather, not in the table)",
     .low = 0.1,
     .high = 50.0,
     .may_lack = true},
    {.name = "weibull_k", .unit = "1", .meaning = "shape", .low = 0.5, .high = 10.0, .may_lack = true},
};
constexpr Column kAnnualGives[] = {
    {.name = "energy_MWh",
     .unit = "MWh",
     .meaning = "of the winds A (-ln(1 - u))^(1/k), u = frac((i + 0.5) 0.6180339887498949), i = 0..8759"},
    {.name = "capacity_factor", .unit = "1", .meaning = "energy over 8,760 h of the curve's greatest power"},
    {.name = "extra",
     .unit = "MWh",
     .meaning = "the same energy as an integral of the Weibull density over the curve, steps of 0.1 mm/s to 40 m/s"},
};

/// "rho=1.0836" -> 1.0836, 0.4..2 kg/m3.
std::optional<double> density_of(std::string_view config) {
  if (!config.starts_with("rho=")) return std::nullopt;
  const std::optional<double> density = schema::parse_number(config.substr(4));
  return density && *density >= 0.4 && *density <= 2.0 ? density : std::nullopt;
}

/// Mean power in W over winds that fill the distribution evenly (the golden ratio's multiples).
double mean_of_winds(const PowerCurve& curve, double scale, double shape) {
  numerics::Sum sum;
  constexpr int kWinds = 8760;
  for (int i = 0; i < kWinds; ++i) {
    const double turns = (i + 0.5) * 0.6180339887498949, u = turns - std::floor(turns);
    sum.add(power_at(curve, scale * numerics::pow(-numerics::log(1.0 - u), 1.0 / shape)));
  }
  return sum.value() / kWinds;
}

/// Mean power in W, trapezoids between 400,001 speeds.
double mean_of_density(const PowerCurve& curve, double scale, double shape) {
  constexpr double kStep = 1e-4;
  constexpr int kLast = 400000;
  numerics::Sum sum;
  for (int i = 1; i <= kLast; ++i) {
    const double speed = i * kStep, power = power_at(curve, speed);
    if (power == 0.0) continue;
    const double x = speed / scale, below = lane::pow(x, shape - 1.0);
    sum.add((i == kLast ? 0.5 : 1.0) * power * below * lane::exp(-below * x));
  }
  return sum.value() * kStep * shape / scale;
}

std::vector<Error> wind_annual(const Given& given, Computed& out) {
  std::vector<Error> problems;
  const Table& table = given.table;
  const Curves curves = curves_in(given.extras[0], "power_W", problems);
  if (curves_missing(curves, problems)) return problems;
  const auto scale = table["weibull_A"], shape = table["weibull_k"];
  for (std::size_t row = 0; row < table.rows; ++row) {
    if (scale.empty() || shape.empty() || std::isnan(scale[row]) || std::isnan(shape[row])) continue;
    const PowerCurve* curve = curve_of(curves, table, row, "turbine", problems);
    const auto density = density_of(table.text("config")[row]);
    if (!density)
      problems.push_back({table.where(row, "config"), "expected rho= and a density from 0.4 to 2 kg/m3, found \"" +
                                                          table.text("config")[row] + "\""});
    if (!curve || !density) continue;
    constexpr double kMegawattHours = 8760.0 / 1e6;
    const PowerCurve here = in_air(*curve, *density);
    const double mean = mean_of_winds(here, scale[row], shape[row]);
    out[0][row] = mean * kMegawattHours;
    if (rated(here) > 0.0) out[1][row] = mean / rated(here);
    out[2][row] = mean_of_density(here, scale[row], shape[row]) * kMegawattHours;
  }
  return problems;
}

}  // namespace

const Model kWindYear = {
    "wind_year",
    "a turbine's hours from weather at 2, 10 and 80 m: the level nearest to the hub, profile, density, power curve "
    "(windpowerlib's ModelChain)",
    kYearTakes,
    kPowerGiven,
    kCurvesExtra,
    wind_year};
const Model kWindAnnual = {
    "wind_annual", "a turbine's year in winds of a Weibull distribution, its curve in air of one density",
    kAnnualTakes,  kAnnualGives,
    kCurvesExtra,  wind_annual};

}  // namespace gs::eval
