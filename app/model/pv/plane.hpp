#pragma once
#include "model/pv/perez.hpp"

namespace gs::model::pv {

/// The light of an hour, W/m2: global and diffuse on the horizontal, beam normal to the sun.
template <class V>
struct Light {
  V ghi, dhi, dni;
};

/// Where the sun stands, apparent (refracted), and what depends on it alone.
template <class V>
struct Sky {
  Sun<V> sun;
  V zenith;            ///< radians
  V extraterrestrial;  ///< W/m2, normal
  V mass;              ///< relative air mass
};

/// Irradiance on the front of a plane, W/m2.
template <class V>
struct PlaneLight {
  V direct, sky, ground;
  V cos_incidence;
  V global() const { return direct + sky + ground; }
};

/// Perez's sky, the beam and the ground's reflection (see perez.hpp). For a sun above the horizon.
template <class V>
GS_INLINE PlaneLight<V> light_on_plane(const Surface<V>& surface, V cos_incidence, const Sky<V>& sky,
                                       const Light<V>& light, V albedo) {
  return {
      beam_on_plane(light.dni, cos_incidence),
      perez(surface, cos_incidence, sky.sun.up, sky.zenith, light.dni, light.dhi, sky.extraterrestrial, sky.mass).total,
      ground_diffuse(surface, light.ghi, albedo), cos_incidence};
}

}  // namespace gs::model::pv
