#pragma once
#include <span>
#include <string_view>

#include "map/projection.hpp"

namespace gs {

/// How a projection of PROJ is cut, whatever its parameters.
enum class Family {
  world,        // at the antimeridian
  cone,         // ends nowhere on the side that its cone opens to
  mercator,     // ends at neither pole
  azimuthal,    // at a circle around its centre
  perspective,  // at the horizon of an eye at +h
  transverse,   // at a circle, short of where its scale grows beyond all bounds
  interrupted,  // at the antimeridian and along further meridians
  two_point,    // along the arc between the points opposite its two
  oblique,      // of another projection
  zone,         // UTM
  unknown,
};

struct KnownProjection {
  std::string_view proj;
  Family family;
  double horizon_deg = 180.0;
  std::span<const Interruption> interruptions = {};
};

/// Family::unknown for what has no row.
KnownProjection known_projection_of(std::string_view proj);

/// Whether PROJ's word is a step of a pipeline that makes no map, such as "cart" or "longlat".
bool makes_no_map(std::string_view proj);

}  // namespace gs
