#pragma once
#include <glm/vec2.hpp>

#include <span>

#include "map/basemap.hpp"
#include "map/projection.hpp"

namespace gs {

/// How much each point of an arc matters: the area on the unit sphere, in steradians, of the triangle with its neighbours
/// at the time when it is the least left, never less than of those that went before it (Visvalingam and Whyatt: Line
/// generalisation by repeated elimination of points, 1993). Infinite at both ends. Sizes must be equal.
void effective_areas(std::span<const glm::dvec2> lon_lat, std::span<float> out);

/// A copy of a detail with those points only that matter at least so much, steradians: two countries keep the same points
/// of the border that they share, so that no gap opens. Rings and lines of which nothing is left are left out. Without
/// areas (Detail::areas) all points stay. The copy is for drawing: it has no whereabouts.
Detail thinned(const Detail&, float least);

/// How many times larger than on the sphere an area may be on the map, 1 or more: the greatest on a lattice of 2.5 degrees
/// in the projection's frame. What is too small to be seen on the sphere is not yet so on a map that stretches.
double greatest_stretch(const Projector&);

}  // namespace gs
