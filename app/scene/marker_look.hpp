#pragma once
#include <glm/vec2.hpp>
#include <span>

#include "scene/scene.hpp"

/// How a marker looks, for those who draw it without shaders/marker.frag, which has the same tables and lengths.
namespace gs {

/// The outline of a marker that is not solid, and its line on water: what stands out from the halo, towards the edge on
/// light halos and in the marker's own colour on dark ones.
Color outline_color(const Marker&);
/// Of the ring around what is pointed at, selected or has the keyboard.
Color ring_color(const Marker&);

/// Corners in radii, clockwise from the top; none of a round shape.
std::span<const glm::dvec2> corners_of(Shape);
/// In radii: how far the shape reaches down, and the radius of rings around it.
struct ShapeReach {
  double lowest, bound;
};
ShapeReach reach_of(Shape);
/// The pill, in radii: half its size, and its corners' radius.
inline constexpr glm::dvec2 kPillHalf{1.21061, 0.71212};
inline constexpr double kPillCorner = 0.59818;

}  // namespace gs
