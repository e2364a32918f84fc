#include "model/sun/display.hpp"

#include <cmath>

#include "model/numerics.hpp"
#include "model/sun/calendar.hpp"

namespace gs::model::sun {

using numerics::kDegree;

Subsolar subsolar(double unix_s) {
  const double days = unix_s / kDay_s - 10957.5;  // since 1 January 2000 12:00
  const double mean_longitude = 280.460 + 0.9856474 * days;
  const double anomaly = (357.528 + 0.9856003 * days) * kDegree;
  const double longitude =
      (mean_longitude + 1.915 * numerics::sin(anomaly) + 0.020 * numerics::sin(2.0 * anomaly)) * kDegree;
  const double obliquity = (23.439 - 4e-7 * days) * kDegree;
  const double s = numerics::sin(longitude), c = numerics::cos(longitude);
  const double right_ascension = numerics::atan2(numerics::cos(obliquity) * s, c) / kDegree;
  const double sidereal = 280.46062 + 360.98564737 * days;
  const double east = right_ascension - sidereal;
  return {numerics::asin(numerics::sin(obliquity) * s) / kDegree, east - 360.0 * std::floor((east + 180.0) / 360.0),
          1.00014 - 0.01671 * numerics::cos(anomaly) - 0.00014 * numerics::cos(2.0 * anomaly)};
}

double cos_zenith(const Subsolar& sun, const Place& place) {
  const double a = sun.latitude * kDegree, b = place.latitude * kDegree;
  return numerics::sin(a) * numerics::sin(b) +
         numerics::cos(a) * numerics::cos(b) * numerics::cos((sun.longitude - place.longitude) * kDegree);
}

}  // namespace gs::model::sun
