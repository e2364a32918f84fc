#pragma once
#include "model/pv/geometry.hpp"

namespace gs::model::pv {

/// A single-axis tracker and its neighbours.
struct Tracking {
  double axis_tilt_deg = 0.0;        ///< of the axis against the horizontal, 0..90
  double axis_azimuth_deg = 180.0;   ///< where the axis points, clockwise from north
  double max_angle_deg = 60.0;       ///< greatest rotation to either side, 0..180
  bool backtrack = true;             ///< turn back rather than shade the next row
  double gcr = 0.35;                 ///< ground coverage: width of a row over the distance of two axes, above 0, to 1
  double cross_axis_tilt_deg = 0.0;  ///< slope of the axes' plane across them, -90..90, right-handed about the axis
};

/// The same in cosines and sines: made once a plant.
struct Axis {
  double cos_azimuth, sin_azimuth, cos_tilt, sin_tilt, cos_max, sin_max, cos_cross, sin_cross;
  double spacing;  ///< distance of two axes along the slope in widths of a row
  bool backtrack;
};
Axis axis_of(const Tracking&);

/// How a tracker stands. The rotation is right-handed about the axis: positive to the west when the axis points south.
template <class V>
struct Rotation {
  V cosine, sine;        ///< of the rotation, 0 when flat
  V cos_true, sin_true;  ///< of the rotation that would face the sun (projected solar zenith)
  V cos_incidence;       ///< on the turned plane
  Surface<V> surface;
};

/// True tracking (Lorenzo, Narvarte and Munoz 2011) and slope-aware backtracking: K. Anderson and M. Mikofski,
/// "Slope-aware backtracking for single-axis trackers", NREL/TP-5K00-76626 (2020), eq. 4, 5, 14-16. Holds for a sun
/// above the horizon.
template <class V>
GS_INLINE Rotation<V> rotate(const Axis& a, const Sun<V>& sun) {
  const V x = sun.east * a.cos_azimuth - sun.north * a.sin_azimuth;
  const V z = (sun.east * a.sin_azimuth + sun.north * a.cos_azimuth) * a.sin_tilt + sun.up * a.cos_tilt;
  const V length = root(x * x + z * z);
  const auto along = length == 0.0;  // the sun stands in the axis
  const V over = 1.0 / select(along, all<V>(1.0), length);
  const V ct = select(along, all<V>(1.0), z * over), st = x * over;
  V c = ct, s = st;
  if (a.backtrack) {
    // Turned back by the angle whose cosine is `shade`, towards the horizontal.
    const V shade = magnitude(ct * a.cos_cross + st * a.sin_cross) * a.spacing;
    const V back = root(greater(1.0 - shade * shade, V{}));
    const V signed_back = select(st < 0.0, -back, back);
    const auto needed = shade < 1.0;
    c = select(needed, ct * shade + st * signed_back, ct);
    s = select(needed, st * shade - ct * signed_back, st);
  }
  const auto beyond = c < a.cos_max;
  s = select(beyond, select(s < 0.0, all<V>(-a.sin_max), all<V>(a.sin_max)), s);
  c = select(beyond, all<V>(a.cos_max), c);
  const V lean = c * a.sin_tilt;
  const Surface<V> surface{s * a.cos_azimuth + lean * a.sin_azimuth, lean * a.cos_azimuth - s * a.sin_azimuth,
                           c * a.cos_tilt, root(s * s + lean * lean)};
  return {c, s, ct, st, clamped(s * x + c * z, all<V>(-1.0), all<V>(1.0)), surface};
}

/// Share of a row's width in the beam's shadow of the next row, 0..1: K. S. Anderson and A. R. Jensen, "Shaded fraction
/// and backtracking in single-axis trackers on rolling terrain", J. Renewable Sustainable Energy 16 (2024), 023504,
/// eq. 12.
template <class V>
GS_INLINE V shaded_share(const Axis& a, const Rotation<V>& r) {
  const V across = r.cos_true * a.cos_cross + r.sin_true * a.sin_cross;
  const V facing = magnitude(r.cosine * r.cos_true + r.sine * r.sin_true);
  return clamped(1.0 - a.spacing * across / facing, V{}, all<V>(1.0));
}

/// Degrees.
struct TrackerAngles {
  double true_rotation, rotation, incidence, tilt, azimuth;
};
/// The same in angles; rotation -180..180, azimuth of the plane 0..360 (flat: a quarter turn clockwise from the axis).
TrackerAngles angles_of(const Tracking&, const Rotation<double>&);

}  // namespace gs::model::pv
