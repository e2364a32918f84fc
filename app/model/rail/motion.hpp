#pragma once
#include <algorithm>

#include "model/rail/run.hpp"

/// The integrator behind `run`: one train over one sampled track, between two curves of speed.
namespace gs::model::rail {

/// N at the rim by speed, for a hot loop: `tractive_effort` with what stays the same computed once.
class EffortCurve {
 public:
  explicit EffortCurve(const Locomotives&);
  /// At v m/s with at most `power_w` at the rim (and at most the locomotives' own, unless a table rules).
  double at(double ms, double power_w) {
    const double most = without_power(ms);
    return most * ms > power_w ? power_w / ms : power_w > 0.0 ? most : 0.0;
  }
  /// Whether it gives so many newtons there.
  bool gives(double newtons, double ms, double power_w) {
    return newtons * ms <= power_w && newtons <= without_power(ms);
  }
  /// N, and how fast the effort falls there, times the speed: N, 0 or more.
  struct Slope {
    double newtons = 0.0, fall = 0.0;
  };
  Slope slope(double ms, double power_w) {
    const double most = without_power(ms);
    if (most * ms > power_w) return {power_w / ms, power_w / ms};
    return {power_w > 0.0 ? most : 0.0, std::max(0.0, (most - without_power(ms + kNudge)) * (ms / kNudge))};
  }
  double own_w() const { return own_w_; }  ///< greatest power at the rim that the locomotives allow

 private:
  static constexpr double kNudge = 0.03125;  ///< m/s
  double without_power(double ms) {
    return !locomotives_.table.empty() ? measured(ms)
           : ms < free_ms_             ? std::min(locomotives_.start_n, grip(ms))
                                       : locomotives_.start_n;
  }
  double measured(double ms);
  double grip(double ms) const { return adhesion(locomotives_.adhesion, ms * 3.6) * weight_n_; }

  const Locomotives& locomotives_;
  double weight_n_, own_w_, free_ms_;
  std::size_t row_ = 0;
};

/// Starting resistance fades with the kinetic energy and is gone at this speed (assumption: roller bearings are free
/// within the first metres, long before the 10 km/h at which the rules' own range begins).
inline constexpr double kRollingFreely = 2.5;  ///< m/s
inline constexpr double kStartFade = 1.0 / (kRollingFreely * kRollingFreely);

/// What of a train the equation of motion needs.
struct Mover {
  explicit Mover(const Train&, int gauge_mm);
  /// N at a mean speed and a mean square of it; `fixed`: a of the level, curves and grade.
  double resistance(double square, double ms, double fixed, double drag) const {
    return fixed + level.b * ms + level.c * drag * square + start_n * std::max(0.0, 1.0 - square * kStartFade);
  }

  double inertia = 0.0;   ///< kg: mass and rotating mass
  double mass = 0.0;      ///< kg
  double weight = 0.0;    ///< N
  Newtons level;          ///< rolling and air
  double start_n = 0.0;   ///< at rest
  double brake_ms2 = 0.0, brake_n = 0.0, brake_w = 0.0;
};

/// Fills the ceiling: (m/s)^2 by node from which constant service braking keeps every limit.
void brake_curve(const Track&, double brake_ms2, std::vector<double>& ceiling);
/// Fills the target of an energy-saving run: up to `cruise_ms`, coasting ahead of lower limits and stops down to the speed
/// from which braking is better, and ahead of descents that alone would bring the train to its limit.
void coast_curve(const Track&, const Mover&, double cruise_ms, const std::vector<double>& ceiling,
                 std::vector<double>& target);
/// The speed at which coasting gives way to braking on the way to a stop, on the level, for a cruising speed: where the
/// adjoint of the optimal control says so, U = V^2 r'(V) / (r + V r') (Howlett and Pudney: Energy-Efficient Train Control,
/// 1995), r the resistance; 0 to 2/3 V.
double braking_speed(const Newtons&, double cruise_ms);

/// Moves the train. `ceiling` bounds the speed, `target` (the same vector for a run of minimum time) the traction.
void move(const Track&, const Mover&, const Locomotives&, const std::vector<double>& ceiling,
          const std::vector<double>& target, const Driving&, Traction&, Run& out);

}  // namespace gs::model::rail
