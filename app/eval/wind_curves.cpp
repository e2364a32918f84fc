#include "eval/wind_curves.hpp"

#include <fmt/format.h>

#include <cmath>

namespace gs::eval {

using model::wind::PowerCurve;

const Column kCurveColumns[3] = {
    {.name = "turbine", .unit = "", .meaning = "name, as the rows give it", .text = true},
    {.name = "wind_speed_ms", .unit = "m/s", .meaning = "rising within a turbine", .low = 0.0, .high = 100.0},
    {.name = "power_W",
     .unit = "W",
     .meaning = "output at 1.225 kg/m3; a stand-by load is below 0",
     .low = -1e6,
     .high = 1e9},
};

Curves curves_in(const Table& table, std::string_view value, std::vector<Error>& problems) {
  Curves curves;
  const auto names = table.text("turbine");
  const auto speeds = table["wind_speed_ms"], values = table[value];
  if (names.empty() || speeds.empty() || values.empty()) return curves;
  for (std::size_t row = 0; row < table.rows; ++row) {
    if (names[row].empty() || std::isnan(speeds[row]) || std::isnan(values[row])) continue;
    PowerCurve& curve = curves[names[row]];
    if (!curve.empty() && !(speeds[row] > curve.speed.back())) {
      problems.push_back({table.where(row, "wind_speed_ms"),
                          fmt::format("expected a speed above {} m/s, the one before it of {}, found {}",
                                      curve.speed.back(), names[row], speeds[row])});
      continue;
    }
    curve.speed.push_back(speeds[row]);
    curve.power.push_back(values[row]);
  }
  return curves;
}

const PowerCurve* curve_of(const Curves& curves, const Table& table, std::size_t row, std::string_view column,
                           std::vector<Error>& problems) {
  const auto names = table.text(column);
  if (names.empty() || names[row].empty()) return nullptr;
  const auto found = curves.find(names[row]);
  if (found != curves.end()) return &found->second;
  problems.push_back(
      {table.where(row, column), fmt::format("expected a turbine of --curves, found \"{}\"", names[row])});
  return nullptr;
}

bool curves_missing(const Curves& curves, std::vector<Error>& problems) {
  if (curves.empty() && problems.empty())
    problems.push_back({"--curves", "expected a file of power curves, found none"});
  return curves.empty();
}

}  // namespace gs::eval
