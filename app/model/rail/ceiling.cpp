#include <algorithm>
#include <cmath>

#include "model/rail/motion.hpp"

namespace gs::model::rail {

void brake_curve(const Track& track, double brake_ms2, std::vector<double>& ceiling) {
  const std::size_t n = track.steps();
  ceiling.resize(n + 1);
  const double gain = 2.0 * brake_ms2 * track.step_m;
  double next = 0.0;
  for (std::size_t i = n + 1; i-- > 0;) {
    next = std::min(track.limit_ms[i] * track.limit_ms[i], next + (i < n ? gain : 0.0));
    ceiling[i] = next;
  }
}

double braking_speed(const Newtons& r, double v) {
  const double slope = r.b + 2.0 * r.c * v, whole = r.at(v) + v * slope;
  return whole > 0.0 ? v * v * slope / whole : 0.0;
}

void coast_curve(const Track& track, const Mover& m, double cruise_ms, const std::vector<double>& ceiling,
                 std::vector<double>& target) {
  constexpr double kDescent = 0.7;  // of the cruising speed: no slower is a descent met than this
  const std::size_t n = track.steps();
  target.resize(n + 1);
  const double cruise = cruise_ms * cruise_ms, u = braking_speed(m.level, cruise_ms), brakes = u * u;
  const double gain = 2.0 * track.step_m / m.inertia, descent = kDescent * kDescent * cruise;
  double roll = ceiling[n];
  target[n] = roll;
  for (std::size_t i = n; i-- > 0;) {
    const double fixed = m.level.a + m.weight * (track.grade[i] + 1e-3 * track.curve[i]);
    const double work = gain * m.resistance(roll, std::sqrt(roll), fixed, track.drag[i]);
    const double back = work < 0.0 ? std::max(std::min(roll, descent), roll + work) : roll + work;
    roll = std::min(ceiling[i], std::max(back, brakes));
    target[i] = std::min(roll, cruise);
  }
}

}  // namespace gs::model::rail
