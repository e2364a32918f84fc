#include "model/rail/efficiency_map.hpp"

#include <algorithm>
#include <cstddef>
#include <span>

namespace gs::model::rail {
namespace {

/// Between which two points of an axis a value lies, and how far on its way from the first to the second (0..1).
struct Place {
  std::size_t low, high;
  double share;
};

Place place_on(std::span<const double> axis, double value) {
  if (value <= axis.front()) return {0, 0, 0.0};
  if (value >= axis.back()) return {axis.size() - 1, axis.size() - 1, 0.0};
  const auto above = std::upper_bound(axis.begin(), axis.end(), value);
  const auto high = static_cast<std::size_t>(above - axis.begin());
  return {high - 1, high, (value - axis[high - 1]) / (axis[high] - axis[high - 1])};
}

/// The rule of LoadMap; `x(i)`: where the i-th point lies.
template <class Axis>
double on_segments(std::span<const double> y, double at, Axis x) {
  const std::size_t last = y.size() - 2;
  std::size_t i = 0;
  if (at >= x(last)) i = last;
  else while (at > x(i + 1)) ++i;
  const double left = x(i), right = x(i + 1);
  if (at < left) return y[i];
  if (at > right) return y[i + 1];
  return y[i] + (y[i + 1] - y[i]) / (right - left) * (at - left);
}

double between(double low, double high, double share) { return low * (1.0 - share) + high * share; }

}  // namespace

double LoadMap::at(double share) const {
  return on_segments(efficiency, share, [&](std::size_t i) { return load[i]; });
}

double LoadMap::at_input(double share) const {
  return on_segments(efficiency, share, [&](std::size_t i) { return load[i] / efficiency[i]; });
}

double BatteryMap::at(double degrees, double state, double rate) const {
  const Place t = place_on(celsius, degrees), s = place_on(charge, state), r = place_on(c_rate, rate);
  const auto corner = [&](std::size_t i, std::size_t j, std::size_t k) {
    return efficiency[(i * charge.size() + j) * c_rate.size() + k];
  };
  const auto edge = [&](std::size_t j, std::size_t k) {
    return between(corner(t.low, j, k), corner(t.high, j, k), t.share);
  };
  const auto face = [&](std::size_t k) { return between(edge(s.low, k), edge(s.high, k), s.share); };
  return between(face(r.low), face(r.high), r.share);
}

}  // namespace gs::model::rail
