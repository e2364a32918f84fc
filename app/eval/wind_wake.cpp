#include <cmath>
#include <map>

#include "eval/wind.hpp"
#include "eval/wind_curves.hpp"
#include "model/wind/jensen.hpp"
#include "model/wind/power_curve.hpp"

namespace gs::eval {
namespace {

namespace wind = model::wind;

constexpr Column kWakeTakes[] = {
    {.name = "case", .unit = "", .meaning = "rows of one case are one farm in one wind", .text = true},
    {.name = "model", .unit = "", .meaning = "jensen; rows of other models stay empty", .text = true},
    {.name = "x_m", .unit = "m", .meaning = "east", .low = -1e6, .high = 1e6},
    {.name = "y_m", .unit = "m", .meaning = "north", .low = -1e6, .high = 1e6},
    {.name = "wind_dir_deg",
     .unit = "deg",
     .meaning = "where the wind comes from, clockwise from north; one a case",
     .low = -360.0,
     .high = 720.0},
    {.name = "wind_speed_ms", .unit = "m/s", .meaning = "free wind at the hub; one a case", .low = 0.0, .high = 100.0},
    {.name = "ct", .unit = "1", .meaning = "thrust coefficient of this turbine", .low = 0.0, .high = 1.0},
};
constexpr Column kWakeGives[] = {
    {.name = "u_avg_ms",
     .unit = "m/s",
     .meaning = "cube root of the mean cube of the wind over the rotor's 3 x 3 points"},
    {.name = "power_W", .unit = "W", .meaning = "the curve of --curves at u_avg_ms; empty without"},
};
constexpr Column kWakeParams[] = {
    {.name = "rotor_m",
     .unit = "m",
     .meaning = "diameter; 125.88 when not given (NREL 5 MW in FLORIS 4)",
     .low = 1.0,
     .high = 1000.0,
     .may_lack = true},
    {.name = "hub_m", .unit = "m", .meaning = "height of the hub; 90", .low = 1.0, .high = 1000.0, .may_lack = true},
    {.name = "shear",
     .unit = "1",
     .meaning = "exponent of the power law across the rotor; 0.12",
     .low = 0.0,
     .high = 1.0,
     .may_lack = true},
    {.name = "we",
     .unit = "1",
     .meaning = "growth of the wake's radius a metre; 0.05",
     .low = 0.0,
     .high = 1.0,
     .may_lack = true},
    {.name = "turbine",
     .unit = "",
     .meaning = "of --curves; NREL:NREL_Reference_5MW_126 when not given, or the file's only one",
     .text = true,
     .may_lack = true},
};
const Extra kWakeExtras[] = {{"curves", kCurveColumns, true}, {"params", kWakeParams, true}};

double given_or(const Table& params, std::string_view column, double otherwise) {
  const auto values = params[column];
  return values.empty() || std::isnan(values[0]) ? otherwise : values[0];
}

const wind::PowerCurve* curve_in(const Curves& curves, const Table& params, std::vector<Error>& problems) {
  if (curves.empty()) return nullptr;
  const auto names = params.text("turbine");
  if (!names.empty() && !names[0].empty()) return curve_of(curves, params, 0, "turbine", problems);
  if (curves.size() == 1) return &curves.begin()->second;
  const auto found = curves.find("NREL:NREL_Reference_5MW_126");
  return found == curves.end() ? nullptr : &found->second;
}

/// Rows of a farm, in the table's order.
using Cases = std::map<std::string, std::vector<std::size_t>>;

Cases cases_in(const Table& table, std::vector<Error>& problems) {
  Cases cases;
  const auto names = table.text("case"), models = table.text("model");
  for (std::size_t row = 0; row < table.rows; ++row) {
    if (models[row] != "jensen") continue;
    auto& rows = cases[names[row]];
    for (const std::string_view column : {"wind_dir_deg", "wind_speed_ms"})
      if (!rows.empty() && table[column][row] != table[column][rows.front()])
        problems.push_back({table.where(row, column), "expected the same wind in all rows of case " + names[row]});
    rows.push_back(row);
  }
  return cases;
}

std::vector<Error> wind_wake(const Given& given, Computed& out) {
  std::vector<Error> problems;
  const Table &table = given.table, &params = given.extras[1];
  const Curves curves = curves_in(given.extras[0], "power_W", problems);
  const wind::PowerCurve* curve = curve_in(curves, params, problems);
  const double rotor = given_or(params, "rotor_m", 125.88), decay = given_or(params, "we", 0.05);
  const auto shear = wind::shear_at_points(rotor, given_or(params, "hub_m", 90.0), given_or(params, "shear", 0.12));
  const auto x = table["x_m"], y = table["y_m"], ct = table["ct"];
  for (const auto& farm : cases_in(table, problems)) {
    const std::vector<std::size_t>& rows = farm.second;
    std::vector<wind::Spot> spots;
    for (const std::size_t row : rows) spots.push_back({x[row], y[row]});
    const wind::WakeMap map = wind::wake_map(spots, rotor, table["wind_dir_deg"][rows.front()], decay);
    wind::WakeSums sums(map, shear);
    const auto speeds = sums.speeds(table["wind_speed_ms"][rows.front()],
                                    [&](int turbine, double) { return ct[rows[static_cast<std::size_t>(turbine)]]; });
    for (std::size_t i = 0; i < rows.size(); ++i) {
      out[0][rows[i]] = speeds[i];
      if (curve) out[1][rows[i]] = power_at(*curve, speeds[i]);
    }
  }
  return problems;
}

}  // namespace

const Model kWindWake = {
    "wind_wake",
    "Jensen's wakes over a farm, deficits added in squares (Jensen 1983; Katic et al. 1986), as FLORIS 4 has them",
    kWakeTakes,
    kWakeGives,
    kWakeExtras,
    wind_wake};

}  // namespace gs::eval
