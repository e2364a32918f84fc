#pragma once
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <cstdint>
#include <optional>
#include <vector>

#include "map/basemap.hpp"
#include "map/projection.hpp"

namespace gs {

/// The sphere as triangles in the plane, each corner with its place on the earth: what is known by longitude and latitude
/// is drawn on them in any projection. No triangle crosses the map's edge.
struct Lattice {
  std::vector<glm::vec2> points;            ///< plane, earth radii
  std::vector<glm::vec3> directions;        ///< geographic unit vector of each point
  std::vector<std::uint32_t> triangles;     ///< three points each
  void clear() { points.clear(), directions.clear(), triangles.clear(); }
};

/// A lattice for a map of `scale`, px per earth radius: between its points the map bends by half a px or less, where it does
/// not stretch. With a view only the cells that reach into it are made. `out` is cleared first.
void make_lattice(const Projector&, double scale, const std::optional<Cap>& view, Lattice& out);

}  // namespace gs
