#pragma once
#include <cstdint>
#include <vector>

#include <glm/vec2.hpp>

#include "map/camera.hpp"
#include "map/projection.hpp"

namespace gs {

/// The way from one picture of the Earth to another: triangles of the sphere, each corner with the place where the first
/// picture and where the second shows it, px from the top left. A triangle that one of them cuts open or does not show
/// stays where the other has it.
struct Warp {
  struct Point {
    glm::vec2 from, to;
  };
  std::vector<Point> points;
  std::vector<std::uint32_t> triangles;       ///< three points each: those of the first only, of both, of the second only
  std::uint32_t both = 0, only_to = 0;        ///< where in `triangles` the second and the third kind begin
};

/// A picture: a projection, seen by a camera.
struct Seen {
  const Projector& projector;
  const Camera& camera;
};
Warp make_warp(const Seen& from, const Seen& to);

}  // namespace gs
