#pragma once
#include "model/numerics.hpp"

/// Wind speed at another height above ground. Heights and roughness lengths in metres, speeds in m/s. The formulas are
/// those of windpowerlib (wind_speed.logarithmic_profile, hellman); tests/eval/wind_test.cpp compares.
namespace gs::model::wind {

/// Logarithmic profile of a neutral boundary layer (Hau, Wind Turbines, 2013, ch. 13.4; Quaschning 2011, p. 278):
/// v(to) = v(from) ln((to - d) / z0) / ln((from - d) / z0), displaced by d = 0.7 x height of the obstacles around
/// (0 for obstacles far apart). Both heights must lie above d + z0.
inline double log_profile(double speed, double from, double to, double roughness, double obstacle = 0.0) {
  const double displacement = 0.7 * obstacle;
  return speed * numerics::log((to - displacement) / roughness) / numerics::log((from - displacement) / roughness);
}

/// Power law of Hellman (1915): v(to) = v(from) (to / from)^exponent.
inline double hellman(double speed, double from, double to, double exponent) {
  return speed * numerics::pow(to / from, exponent);
}
inline constexpr double kHellmanOnshore = 1.0 / 7.0;
/// The exponent that belongs to a roughness length at hub height (Hau 2013, ch. 13.4), 1 / ln(hub / z0).
inline double hellman_exponent(double hub, double roughness) { return 1.0 / numerics::log(hub / roughness); }

/// Standard deviation of the wind over its mean at hub height, 1 / ln(hub / z0) (Knorr, thesis, Kassel 2016, p. 88).
inline double turbulence_intensity(double hub, double roughness) { return 1.0 / numerics::log(hub / roughness); }

}  // namespace gs::model::wind
