#pragma once
#include <span>

#include "map/basemap.hpp"
#include "map/relief.hpp"
#include "map/whereabouts.hpp"
#include "scene/water.hpp"

namespace gs {

/// The build's base map, relief and water.
struct Ground {
  BaseMap base;
  Relief relief;
  Detail water;
};
const Ground& ground();

}  // namespace gs
