#include "model/pv/geometry.hpp"

#include "model/numerics.hpp"

namespace gs::model::pv {

using numerics::kDegree;

Sun<double> sun_at(double zenith_deg, double azimuth_deg) {
  const double z = zenith_deg * kDegree, a = azimuth_deg * kDegree;
  const double across = numerics::sin(z);
  return {across * numerics::sin(a), across * numerics::cos(a), numerics::cos(z)};
}

Surface<double> surface_at(double tilt_deg, double azimuth_deg) {
  const Sun<double> normal = sun_at(tilt_deg, azimuth_deg);
  return {normal.east, normal.north, normal.up, numerics::sin(tilt_deg * kDegree)};
}

double angle_of(double cosine) { return numerics::acos(cosine) / kDegree; }

}  // namespace gs::model::pv
