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
  constexpr float kRadius = 3.0f;
  // Some around the window, for the sheet of a quick frame (render/map_sheet.cpp).
  const glm::dvec2 least = -0.3 * camera.viewport - 1.0 * kRadius, most = 1.3 * camera.viewport + 1.0 * kRadius;
  scene.markers.reserve(scene.markers.size() + plane_.size());
  for (std::size_t i = 0; i < plane_.size(); ++i) {
    if (plane_[i].x == HUGE_VAL) continue;
    const glm::dvec2 at = to_screen(camera, plane_[i]);
    if (at.x < least.x || at.y < least.y || at.x > most.x || at.y > most.y) continue;
    Marker m{};
    m.at = at;
    m.radius = kRadius;
    m.color = m.edge = m.halo = crowd.places[i].color;
    scene.markers.push_back(m);
  }
}

}  // namespace gs
