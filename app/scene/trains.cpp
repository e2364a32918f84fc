#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "scene/build.hpp"

namespace gs {
namespace {

/// The arc between two points of the path in the plane, screen px, as the train there points.
struct OnScreen {
  glm::vec2 at, along;
};
/// A direction of the plane as it is seen, y up.
glm::vec2 up_right(const Camera& camera, glm::dvec2 d) {
  const double c = std::cos(camera.roll), s = std::sin(camera.roll);
  return glm::vec2(glm::normalize(glm::dvec2(d.x * c + d.y * s, d.y * c - d.x * s)));
}
std::optional<OnScreen> on_screen(const Geometry& g, const Camera& camera, const RailPath& path, double at_m) {
  const double ahead = std::min(at_m + 2000.0, path.length_m()), behind = std::max(0.0, ahead - 2000.0);
  const auto here = project_point(g.projector(), path.at(at_m));
  const auto from = project_point(g.projector(), path.at(behind)), to = project_point(g.projector(), path.at(ahead));
  if (!here) return std::nullopt;
  glm::vec2 along{1, 0};
  if (from && to && glm::distance(*from, *to) > 0.0 && glm::distance(*from, *to) < 0.5) along = up_right(camera, *to - *from);
  return OnScreen{glm::vec2(to_screen(camera, *here)), along};
}

bool in_viewport(glm::vec2 at, glm::dvec2 viewport) { return at.x > -20 && at.y > -20 && at.x < viewport.x + 20 && at.y < viewport.y + 20; }

}  // namespace

void TrainPaths::update(const Portfolio& portfolio) {
  if (of_ == &portfolio && version_ == portfolio.version) return;
  of_ = &portfolio;
  version_ = portfolio.version;
  paths_.clear();
  for (const Route& route : portfolio.routes) paths_.push_back(rail_path(rail_places(route)));
}

Marker train_marker(const Palette& p, TractionKind kind, float radius) {
  Marker m{};
  m.radius = radius;
  m.shape = Shape::pill;
  m.fill = Fill::solid;
  m.color = traction_color(p, kind);
  m.edge = p.dark ? p.page : p.rail;
  m.halo = p.marker_halo;
  return m;
}

void add_trains(const Geometry& g, const Camera& camera, const SceneInput& in, const TrainPaths& paths, Scene& scene,
                std::vector<Selection>& picks) {
  const auto& routes = in.world.portfolio.routes;
  const ViewState& v = in.state.view;
  const auto zoom = static_cast<float>(v.viewpoint.zoom);
  const float radius = std::clamp(2.2f + 0.55f * (zoom - 1.0f), 2.2f, 4.6f);
  std::vector<TrainOnLine> trains;
  for (const LineTimetable& t : in.world.results.railway.timetable) {
    if (t.route >= routes.size() || paths.of(t.route).empty()) continue;
    const Route& route = routes[t.route];
    const LineRow* row = in.world.portfolio.line(route.id);
    trains_at(t, v.train_clock, std::fmod(0.37 * static_cast<double>(t.route), 1.0), trains);
    const Selection self{SelectionKind::route, route.id};
    const bool hovered = self == v.hover && self != v.selection;
    for (const TrainOnLine& train : trains) {
      const auto where = on_screen(g, camera, paths.of(t.route), train.at_m);
      if (!where || !in_viewport(where->at, camera.viewport)) continue;
      Marker m = train_marker(in.palette, wire_at(route, row, train.at_m) ? TractionKind::catenary : TractionKind::diesel, radius);
      m.at = where->at;
      if (radius < 3.5f) m.edge = m.color;  // too small for an outline
      if (t.assumed) m.fill = Fill::tinted;  // how many run is an assumption
      if (hovered) m.emphasis = Emphasis::hover;
      const glm::vec2 along = train.back ? -where->along : where->along;
      m.angle = std::atan2(-along.y, along.x);
      m.opacity = static_cast<float>(opacity_of(v.map, Layer::trains));
      m.id = static_cast<std::uint32_t>(picks.size());
      picks.push_back(self);
      scene.markers.push_back(m);
    }
  }
}

}  // namespace gs
