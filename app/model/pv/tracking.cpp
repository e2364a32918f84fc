#include "model/pv/tracking.hpp"

#include <cmath>

#include "model/numerics.hpp"

namespace gs::model::pv {

using numerics::kDegree;

Axis axis_of(const Tracking& t) {
  const double azimuth = t.axis_azimuth_deg * kDegree, tilt = t.axis_tilt_deg * kDegree;
  const double most = t.max_angle_deg * kDegree, cross = t.cross_axis_tilt_deg * kDegree;
  const double cos_cross = numerics::cos(cross);
  return {numerics::cos(azimuth),
          numerics::sin(azimuth),
          numerics::cos(tilt),
          numerics::sin(tilt),
          numerics::cos(most),
          numerics::sin(most),
          cos_cross,
          numerics::sin(cross),
          1.0 / (t.gcr * cos_cross),
          t.backtrack};
}

TrackerAngles angles_of(const Tracking& t, const Rotation<double>& r) {
  const auto degrees = [](double sine, double cosine) { return numerics::atan2(sine, cosine) / kDegree; };
  TrackerAngles angles{degrees(r.sin_true, r.cos_true), degrees(r.sine, r.cosine), angle_of(r.cos_incidence),
                       degrees(r.surface.slope, r.surface.up), t.axis_azimuth_deg + 90.0};
  if (r.surface.slope > 0.0) angles.azimuth = degrees(r.surface.east, r.surface.north);
  angles.azimuth -= 360.0 * std::floor(angles.azimuth / 360.0);
  return angles;
}

}  // namespace gs::model::pv
