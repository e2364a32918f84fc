#pragma once
#include "model/lane_math.hpp"
#include "model/lanes.hpp"

namespace gs::model::pv {

/// Relative optical air mass at sea level: F. Kasten and A. T. Young, "Revised optical air mass tables and
/// approximation formula", Applied Optics 28 (1989), 4735-4738. `elevation_deg` is the apparent (refracted) height of
/// the sun above the horizon, degrees, and `cos_zenith` its sine. 1 overhead, 38 at the horizon; below the horizon the
/// value means nothing.
template <class V>
GS_INLINE V air_mass(V cos_zenith, V elevation_deg) {
  const V base = greater(6.07995 + elevation_deg, all<V>(1e-3));
  return 1.0 / (cos_zenith + 0.50572 * lane::pow(base, all<V>(-1.6364)));
}

}  // namespace gs::model::pv
