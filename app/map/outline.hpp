#pragma once
#include "map/cut.hpp"

namespace gs {

/// The edge of the map as one polygon of one ring: the sea to fill, the clip of everything. `tolerance` in earth
/// radii as for Cutter. Clears `out`.
void outline(const Projector&, double tolerance, ProjectedRings& out);

/// Box around the outline, earth radii.
Bounds outline_bounds(const Projector&);

}  // namespace gs
