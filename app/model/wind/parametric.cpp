#include "model/wind/parametric.hpp"

#include <algorithm>
#include <cmath>

#include "model/numerics.hpp"
#include "model/wind/air.hpp"

namespace gs::model::wind {
namespace {

using numerics::kPi;

// Dai et al. 2016, as in table A.2 of the paper: Cp = c1 (c2 y - c6) exp(-c7 y) with y = 1 / ratio - c10, unpitched.
constexpr double kC1 = 0.22, kC2 = 120.0, kC6 = 5.0, kC7 = 12.5, kC10 = 0.035;
constexpr double kBestY = 1.0 / kC7 + kC6 / kC2;  // where the derivative by y is 0

double unscaled(double y) { return std::max(0.0, kC1 * (kC2 * y - kC6) * numerics::exp(-kC7 * y)); }

double area(double rotor) { return kPi / 4.0 * rotor * rotor; }

/// Speed of the blade tips in m/s at `rpm` revolutions a minute.
double tip_speed(double rpm, double rotor) { return rpm / 60.0 * kPi * rotor; }

}  // namespace

double best_tip_speed_ratio() { return 1.0 / (kBestY + kC10); }

double power_coefficient(double tip_speed_ratio) {
  return kGreatestPowerCoefficient * unscaled(1.0 / tip_speed_ratio - kC10) / unscaled(kBestY);
}

PowerCurve parametric_curve(const Turbine& turbine) {
  const double slowest = tip_speed(188.8 * numerics::pow(turbine.rotor_m, -0.7081), turbine.rotor_m);
  const double fastest = tip_speed(793.7 * numerics::pow(turbine.rotor_m, -0.8504), turbine.rotor_m);
  PowerCurve curve;
  const int first = static_cast<int>(std::ceil(turbine.cut_in_ms * 10.0 - 1e-9));
  const int last = static_cast<int>(std::floor(turbine.cut_out_ms * 10.0 + 1e-9));
  for (int tenth = first; tenth <= last; ++tenth) {
    const double speed = std::max(tenth / 10.0, 0.1);
    const double tips = std::clamp(best_tip_speed_ratio() * speed, slowest, std::max(slowest, fastest));
    const double wind = 0.5 * kStandardDensity * area(turbine.rotor_m) * speed * speed * speed;
    curve.speed.push_back(tenth / 10.0);
    curve.power.push_back(tenth > 0 ? std::min(turbine.rated_w, kConversion * power_coefficient(tips / speed) * wind)
                                    : 0.0);
  }
  return curve;
}

double thrust_coefficient(double share) {
  constexpr double kBest = 0.8, kOfMomentum = 0.95;
  const double a = 0.5 * (1.0 - numerics::sqrt(1.0 - kBest / kOfMomentum));
  const double best_power = 4.0 * a * (1.0 - a) * (1.0 - a);
  const double power = best_power * std::clamp(share, 0.0, 1.0);
  // With b = 1 - a: b^3 - b^2 + power / 4 = 0, the root between 2/3 and 1 (Viete).
  const double b = (1.0 + 2.0 * numerics::cos(numerics::acos(1.0 - 27.0 / 8.0 * power) / 3.0)) / 3.0;
  return kOfMomentum * 4.0 * (1.0 - b) * b;
}

PowerCurve thrust_curve(const PowerCurve& curve) {
  const auto over_cube = [&](std::size_t i) {
    return curve.power[i] / (curve.speed[i] * curve.speed[i] * curve.speed[i]);
  };
  double best = 0.0;
  for (std::size_t i = 0; i < curve.speed.size(); ++i)
    if (curve.speed[i] >= 5.0) best = std::max(best, over_cube(i));
  PowerCurve thrust = curve;
  for (std::size_t i = 0; i < thrust.speed.size(); ++i)
    thrust.power[i] = best > 0.0 && curve.power[i] > 0.0 ? thrust_coefficient(over_cube(i) / best) : 0.0;
  return thrust;
}

}  // namespace gs::model::wind
