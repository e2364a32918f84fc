#include "model/sun/topocentric.hpp"

#include "model/numerics.hpp"

namespace gs::model::sun {

using numerics::kDegree;

double pressure_at(double altitude_m) {
  return 100.0 * numerics::pow((44331.514 - altitude_m) / 11880.516, 1.0 / 0.1902632);
}

Observer observer(const Place& place, double pressure_Pa, double temperature_C) {
  constexpr double kAxes = 0.99664719, kRadius_m = 6378140.0;  // polar over equatorial radius; equatorial radius
  const double phi = place.latitude * kDegree, lambda = place.longitude * kDegree;
  const double s = numerics::sin(phi), c = numerics::cos(phi);
  const double reduced = numerics::atan2(kAxes * s, c), height = place.altitude_m / kRadius_m;
  return {s,
          c,
          numerics::sin(lambda),
          numerics::cos(lambda),
          numerics::cos(reduced) + height * c,
          kAxes * numerics::sin(reduced) + height * s,
          pressure_Pa / 100.0 / 1010.0 * (283.0 / (273.0 + temperature_C)) * 1.02 / 60.0};
}

Observer observer(const Place& place) { return observer(place, pressure_at(place.altitude_m), 12.0); }

}  // namespace gs::model::sun
