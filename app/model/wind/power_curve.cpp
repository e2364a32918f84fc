#include "model/wind/power_curve.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/lane_math.hpp"
#include "model/wind/air.hpp"

namespace gs::model::wind {
namespace {

/// Between the points `at` and `at + 1`, which stand at `left` < `right`.
double between(const PowerCurve& curve, std::size_t at, double left, double right, double speed) {
  const double slope = (curve.power[at + 1] - curve.power[at]) / (right - left);
  return slope * (speed - left) + curve.power[at];
}

}  // namespace

double rated(const PowerCurve& curve) {
  return curve.empty() ? 0.0 : *std::max_element(curve.power.begin(), curve.power.end());
}

double power_at(const PowerCurve& curve, double speed) {
  if (std::isnan(speed)) return speed;
  if (curve.empty() || speed < curve.speed.front() || speed > curve.speed.back()) return 0.0;
  const auto above = std::upper_bound(curve.speed.begin(), curve.speed.end(), speed);
  if (above == curve.speed.end()) return curve.power.back();
  const auto at = static_cast<std::size_t>(above - curve.speed.begin()) - 1;
  return between(curve, at, curve.speed[at], curve.speed[at + 1], speed);
}

double speed_in_air(double speed, double density) {
  const double exponent = std::clamp(1.0 / 3.0 + (speed - 7.5) / 15.0, 1.0 / 3.0, 2.0 / 3.0);
  return speed * lane::pow(kStandardDensity / density, exponent);
}

PowerCurve in_air(const PowerCurve& curve, double density) {
  PowerCurve moved = curve;
  for (double& speed : moved.speed) speed = speed_in_air(speed, density);
  return moved;
}

double power_at(const PowerCurve& curve, double speed, double density) {
  if (std::isnan(speed) || std::isnan(density)) return std::numeric_limits<double>::quiet_NaN();
  // The moved points rise as the published ones do (for any density below 4 kg/m3): bisect, moving only what is asked
  // for.
  const auto moved = [&](std::size_t i) { return speed_in_air(curve.speed[i], density); };
  if (curve.empty() || speed < moved(0) || speed > moved(curve.speed.size() - 1)) return 0.0;
  std::size_t low = 0, high = curve.speed.size() - 1;
  if (speed == moved(high)) return curve.power.back();
  while (high - low > 1) {
    const std::size_t middle = (low + high) / 2;
    (moved(middle) <= speed ? low : high) = middle;
  }
  return between(curve, low, moved(low), moved(high), speed);
}

}  // namespace gs::model::wind
