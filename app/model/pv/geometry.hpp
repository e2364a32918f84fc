#pragma once
#include "model/lanes.hpp"

/// Directions of the sun and of a plane as unit vectors, so that an hour of photovoltaics needs no trigonometry: the
/// cosine of the angle of incidence is a dot product. Azimuths elsewhere are degrees clockwise from north.
namespace gs::model::pv {

/// Towards the sun: a unit vector. `up` is the cosine of the zenith angle.
template <class V>
struct Sun {
  V east, north, up;
};

/// A plane: the unit vector of its normal. `up` is the cosine of the tilt, `slope` its sine (never negative).
template <class V>
struct Surface {
  V east, north, up, slope;
};

/// Cosine of the angle between sun and normal, -1..1; negative when the sun is behind the plane.
template <class V>
GS_INLINE V cos_incidence(const Surface<V>& surface, const Sun<V>& sun) {
  return clamped(surface.east * sun.east + surface.north * sun.north + surface.up * sun.up, all<V>(-1.0), all<V>(1.0));
}

/// One plane for all lanes.
template <class V>
GS_INLINE Surface<V> everywhere(const Surface<double>& s) {
  return {all<V>(s.east), all<V>(s.north), all<V>(s.up), all<V>(s.slope)};
}

/// From degrees: zenith 0..180, azimuth any, tilt 0..180.
Sun<double> sun_at(double zenith_deg, double azimuth_deg);
Surface<double> surface_at(double tilt_deg, double azimuth_deg);
/// Degrees, 0..180, of a cosine -1..1.
double angle_of(double cosine);

}  // namespace gs::model::pv
