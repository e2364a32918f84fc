#include "scene/arcs.hpp"

#include "map/cut.hpp"

namespace gs {

void ArcsOnMap::add(const Geometry& g, const Camera& camera, const Palette& palette, const StoryStep* step, Scene& scene) {
  if (!step || step->arcs.empty()) return;
  if (of_ != step || geometry_ != g.revision()) {
    of_ = step, geometry_ = g.revision(), ++revision_;
    lines_.clear();
    Cutter cutter(g.projector(), g.tolerance());
    ProjectedLines cut;
    for (const Arc& arc : step->arcs) {
      const std::array<glm::dvec2, 2> ends{glm::dvec2(arc.from.lon, arc.from.lat), glm::dvec2(arc.to.lon, arc.to.lat)};
      cutter.line(ends, false, cut);
    }
    append(cut, lines_);
  }
  StrokeStyle style;
  style.color = palette.accent;
  style.width = 2.2f;
  style.halo_width = 5.0f;
  style.halo = palette.land.with_alpha(0.8);
  scene.strokes.push_back({&lines_, revision_, style});
  constexpr float kEnd = 4.0f;  // px
  for (const Arc& arc : step->arcs) {
    for (const LonLat& end : {arc.from, arc.to}) {
      const auto plane = project_point(g.projector(), end);
      if (!plane) continue;
      const glm::vec2 at(to_screen(camera, *plane));
      scene.boxes.push_back({at - kEnd, at + kEnd, palette.accent, kEnd, palette.land, 1.5f});
    }
  }
}

}  // namespace gs
