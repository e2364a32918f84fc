#include "model/wind/jensen.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/lane_math.hpp"
#include "model/numerics.hpp"

namespace gs::model::wind {
namespace {

constexpr std::uint16_t kWhole = (1u << kRotorPoints) - 1;  // a rotor all within a wake
constexpr double kHair = 1e-3;                              // metres: FLORIS's guard against a rotor in its own wake

double cube_root(double x) { return lane::pow(x, 1.0 / 3.0); }

struct Turned {
  double downwind, across;
};

/// Coordinates with the wind along the first axis, turned about the middle of the farm (where it turns does not
/// matter).
std::vector<Turned> turned(std::span<const Spot> spots, double direction) {
  double left = 0.0, right = 0.0, low = 0.0, high = 0.0;
  for (std::size_t i = 0; i < spots.size(); ++i) {
    left = i ? std::min(left, spots[i].x_m) : spots[i].x_m, right = i ? std::max(right, spots[i].x_m) : spots[i].x_m;
    low = i ? std::min(low, spots[i].y_m) : spots[i].y_m, high = i ? std::max(high, spots[i].y_m) : spots[i].y_m;
  }
  const double x = (left + right) / 2.0, y = (low + high) / 2.0;
  const double angle = (direction - 270.0) * numerics::kDegree;
  const double c = numerics::cos(angle), s = numerics::sin(angle);
  std::vector<Turned> to;
  for (const Spot& spot : spots)
    to.push_back({(spot.x_m - x) * c - (spot.y_m - y) * s, (spot.x_m - x) * s + (spot.y_m - y) * c});
  return to;
}

}  // namespace

WakeMap wake_map(std::span<const Spot> spots, double rotor_m, double direction, double decay) {
  const std::vector<Turned> at = turned(spots, direction);
  const double radius = rotor_m / 2.0, off = rotor_m / 4.0;
  WakeMap map;
  map.order.resize(spots.size());
  map.wakes.resize(spots.size());
  std::iota(map.order.begin(), map.order.end(), 0);
  std::stable_sort(map.order.begin(), map.order.end(), [&](int a, int b) {
    return at[static_cast<std::size_t>(a)].downwind < at[static_cast<std::size_t>(b)].downwind;
  });
  for (std::size_t first = 0; first < spots.size(); ++first)
    for (std::size_t next = first + 1; next < spots.size(); ++next) {
      const auto from = static_cast<std::size_t>(map.order[first]), to = static_cast<std::size_t>(map.order[next]);
      const double along = at[to].downwind - at[from].downwind, across = at[to].across - at[from].across;
      const double wide = radius + decay * along;
      if (!(along > kHair) || std::fabs(across) - off >= wide) continue;
      Wake wake{static_cast<int>(to), 0, 0.0};
      for (int point = 0; point < kRotorPoints; ++point) {
        const double dy = across + (point / kPointsAcross - 1) * off, dz = (point % kPointsAcross - 1) * off;
        if (numerics::sqrt(dy * dy + dz * dz) < wide)
          wake.points = static_cast<std::uint16_t>(wake.points | 1u << point);
      }
      if (!wake.points) continue;
      const double narrow = radius / (wide + kHair);
      wake.share = narrow * narrow;
      map.wakes[from].push_back(wake);
    }
  return map;
}

std::array<double, kPointsAcross> shear_at_points(double rotor_m, double hub_m, double shear) {
  const double off = rotor_m / 4.0;
  return {numerics::pow((hub_m - off) / hub_m, shear), 1.0, numerics::pow((hub_m + off) / hub_m, shear)};
}

double induction(double thrust_coefficient) {
  return 0.5 * (1.0 - numerics::sqrt(1.0 - std::clamp(thrust_coefficient, 0.0, 1.0)));
}

WakeSums::WakeSums(const WakeMap& map, const std::array<double, kPointsAcross>& shear) : map_(map), shear_(shear) {
  double cubes = 0.0;
  for (const double each : shear) cubes += each * each * each;
  mean_shear_ = cube_root(cubes / kPointsAcross);
}

double WakeSums::rotor_speed(const Points& squares, double speed) const {
  if (std::all_of(squares.begin(), squares.end(), [&](double each) { return each == squares[0]; }))
    return std::max(0.0, speed * mean_shear_ * (1.0 - numerics::sqrt(squares[0])));
  double cubes = 0.0;
  for (int point = 0; point < kRotorPoints; ++point) {
    const double left = 1.0 - numerics::sqrt(squares[static_cast<std::size_t>(point)]);
    const double here = left * shear_[static_cast<std::size_t>(point % kPointsAcross)];
    cubes += here * here * here;
  }
  return cubes > 0.0 ? speed * cube_root(cubes / kRotorPoints) : 0.0;
}

void WakeSums::add(std::size_t turbine, double deficit) {
  for (const Wake& wake : map_.wakes[turbine]) {
    const double here = deficit * wake.share, square = here * here;
    Points& squares = squares_[static_cast<std::size_t>(wake.to)];
    if (wake.points == kWhole) {
      for (double& each : squares) each += square;
      continue;
    }
    for (int point = 0; point < kRotorPoints; ++point)
      if (wake.points >> point & 1u) squares[static_cast<std::size_t>(point)] += square;
  }
}

}  // namespace gs::model::wind
