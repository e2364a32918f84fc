#pragma once

namespace gs::model::pv {

/// W/m2. Older than the 1361 W/m2 of recent satellites; pvlib's default, which the reference vectors use.
inline constexpr double kSolarConstant = 1366.1;

/// Irradiance on a plane that faces the sun outside the atmosphere, W/m2, on day 1..366 of the year (fractions
/// allowed). Fourier series of the squared ratio of mean to actual distance: J. W. Spencer, "Fourier series
/// representation of the position of the sun", Search 2 (5), 1971, p. 172.
double extraterrestrial_normal(double day_of_year);

}  // namespace gs::model::pv
