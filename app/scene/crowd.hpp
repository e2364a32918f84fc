#pragma once
#include <cstdint>
#include <glm/vec2.hpp>
#include <vector>

#include "map/camera.hpp"
#include "scene/scene.hpp"

namespace gs {

class Geometry;

/// Any number of plain symbols and lines on the map, without facts behind them: what the map itself can bear.
struct Crowd {
  struct Place {
    LonLat at;
    Color color;
  };
  std::vector<Place> places;
  std::vector<std::vector<glm::dvec2>> lines;  ///< lon/lat, degrees
  Color line;
};

/// Holds where a crowd is in the plane; projected anew only with the map.
class CrowdOnMap {
 public:
  void add(const Crowd&, const Geometry&, const Camera&, Scene&);

 private:
  void project(const Crowd&, const Geometry&, double tolerance);

  std::uint64_t revision_ = 0;
  std::vector<glm::dvec2> plane_;  ///< scratch
  std::vector<Dot> dots_;
  Lines lines_;
};

}  // namespace gs
