#include "scene/crowd.hpp"

#include <cmath>

#include "map/cut.hpp"
#include "scene/geometry.hpp"

namespace gs {

void CrowdOnMap::project(const Crowd& crowd, const Geometry& geometry, double tolerance) {
  revision_ = geometry.revision();
  plane_.clear();
  for (const Crowd::Place& p : crowd.places) plane_.emplace_back(p.at.lon, p.at.lat);
  geometry.projector().forward(plane_, plane_);
  dots_.clear();
  for (std::size_t i = 0; i < plane_.size(); ++i) {
    if (plane_[i].x != HUGE_VAL) dots_.push_back({glm::vec2(plane_[i]), crowd.places[i].color});
  }
  lines_.clear();
  Cutter cutter(geometry.projector(), tolerance);
  ProjectedLines pieces;
  for (const auto& line : crowd.lines) cutter.line(line, false, pieces);
  append(pieces, lines_);
}

void CrowdOnMap::add(const Crowd& crowd, const Geometry& geometry, const Camera& camera, Scene& scene) {
  if (revision_ != geometry.revision()) project(crowd, geometry, 0.3 / camera.scale);
  StrokeStyle style;
  style.color = crowd.line;
  scene.strokes.push_back({&lines_, revision_, style});
  scene.dots.push_back({&dots_, revision_});
}

}  // namespace gs
