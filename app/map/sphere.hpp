#pragma once
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <span>
#include <vector>

#include "map/projection.hpp"

namespace gs {

/// Unit vector of a longitude and latitude in radians, and back (lam in [-pi, pi], phi in [-pi/2, pi/2]).
glm::dvec3 unit_vector(glm::dvec2 lam_phi);
glm::dvec2 lam_phi_of(const glm::dvec3& unit);

/// Angle between two unit vectors, radians, accurate for tiny and for nearly opposite ones too.
double angle_between(const glm::dvec3& a, const glm::dvec3& b);

/// The point at `fraction` (0..1) of the great-circle arc from a to b. Opposite points have no single arc: gives a.
LonLat along_arc(LonLat a, LonLat b, double fraction);

/// Area to the right of a ring of lon/lat degrees with great-circle edges, in steradians, (0, 4 pi): small for an
/// island walked clockwise. Exact for the spherical polygon (Eriksson 1990, signed excess of triangles at a pole).
double ring_area(std::span<const glm::dvec2> ring);

/// Whether a point is inside the polygon of these rings (orientation as in map/cut.hpp). Points on an edge may go
/// either way. O(points): for a pick or a test, not for a pixel.
bool contains(std::span<const std::span<const glm::dvec2>> polygon, LonLat point);

/// Turns the ring so that its smaller side is inside (right hand); returns whether it was turned.
bool wind_smaller(std::vector<glm::dvec2>& ring);

}  // namespace gs
