#include "map/outline.hpp"

#include <algorithm>

#include "map/boundary.hpp"

namespace gs {

void outline(const Projector& projector, double tolerance, ProjectedRings& out) {
  out.clear();
  FramePath path;
  std::vector<glm::dvec2> scratch;
  Boundary(projector.frame()).all(path);
  resample(projector, path.lam_phi, path.edge, true, tolerance, scratch, out.points);
  out.ring_start.push_back(static_cast<std::uint32_t>(out.points.size()));
  out.polygon_start.push_back(1);
}

Bounds outline_bounds(const Projector& projector) {
  ProjectedRings ring;
  outline(projector, 1e-4, ring);
  if (ring.points.empty()) return {};
  Bounds box{ring.points.front(), ring.points.front()};
  for (const glm::dvec2& p : ring.points) {
    box.min = {std::min(box.min.x, p.x), std::min(box.min.y, p.y)};
    box.max = {std::max(box.max.x, p.x), std::max(box.max.y, p.y)};
  }
  return box;
}

}  // namespace gs
