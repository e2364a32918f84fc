#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "scene/build.hpp"
#include "scene/lab_curves.hpp"

namespace gs {
namespace {

constexpr double kEveryKm = 2.0;

/// The line as points of the screen, and where its train is.
void trace(const Geometry& g, const Camera& camera, const RailPath& path, LabOnMap& out) {
  const int n = std::clamp(static_cast<int>(path.length_m() * 1e-3 / kEveryKm), 40, 800);
  for (int i = 0; i <= n; ++i) {
    const double m = path.length_m() * i / n;
    if (const auto plane = project_point(g.projector(), path.at(m))) out.line.push_back({glm::vec2(to_screen(camera, *plane)), m * 1e-3});
  }
}

void stations(const Geometry& g, const Camera& camera, const SceneInput& in, const LabResults& lab, Scene& scene, std::vector<Selection>& picks) {
  const Selection self{SelectionKind::route, lab.route->id};
  const auto& places = lab.line.places;
  // The ends first: markers and labels stand in the order of what they mean.
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < places.size(); ++i) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto end = [&](std::size_t i) { return i == 0 || i + 1 == places.size(); };
    return end(a) > end(b);
  });
  std::vector<Marker> dots;
  for (const std::size_t i : order) {
    const auto plane = project_point(g.projector(), {places[i].longitude, places[i].latitude});
    if (!plane) continue;
    Marker m{};
    m.at = glm::vec2(to_screen(camera, *plane));
    const bool end = i == 0 || i + 1 == places.size();
    // Waypoints that stand close to others are left out: a line has up to a hundred.
    const auto crowded = [&](const Marker& o) { return glm::distance(o.at, m.at) < (end ? 1.0f : 24.0f); };
    if (std::any_of(dots.begin(), dots.end(), crowded)) continue;
    m.radius = end ? 4.0f : 3.0f;
    m.shape = Shape::disc;
    m.fill = Fill::solid;
    m.color = in.palette.panel;
    m.edge = end ? in.palette.ink : in.palette.accent;
    m.halo = in.palette.marker_halo;
    m.id = static_cast<std::uint32_t>(picks.size());
    picks.push_back(self);
    dots.push_back(m);
  }
  scene.markers.insert(scene.markers.end(), dots.rbegin(), dots.rend());
}

}  // namespace

std::optional<double> LabOnMap::nearest(glm::vec2 px, float reach) const {
  std::optional<double> km;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const glm::vec2 a = line[i - 1].at, ab = line[i].at - a;
    const float square = glm::dot(ab, ab);
    if (square > 1e8f) continue;  // over the edge of the map
    const float t = square > 0.0f ? std::clamp(glm::dot(px - a, ab) / square, 0.0f, 1.0f) : 0.0f;
    const float off = glm::distance(px, a + ab * t);
    if (off > reach) continue;
    reach = off;
    km = line[i - 1].km + static_cast<double>(t) * (line[i].km - line[i - 1].km);
  }
  return km;
}

void add_laboratory(const Geometry& g, const Camera& camera, const SceneInput& in, Scene& scene, std::vector<Selection>& picks, LabOnMap& out) {
  const LabResults* lab = in.world.lab;
  if (!lab || !lab->route || lab->line.places.size() < 2) return;
  const RailPath path = rail_path(lab->line.places);
  if (path.empty()) return;
  trace(g, camera, path, out);
  stations(g, camera, in, *lab, scene, picks);
  const double km = lab_cursor(*lab, in.state.view.lab_km);
  const auto here = project_point(g.projector(), path.at(km * 1e3));
  if (!here) return;
  const auto ahead = project_point(g.projector(), path.at(std::min(km * 1e3 + 3000.0, path.length_m())));
  const auto behind = project_point(g.projector(), path.at(std::max(0.0, km * 1e3 - 3000.0)));
  const LabRun* front = lab_front(*lab);
  Marker m = train_marker(in.palette, front ? front->traction->traction : TractionKind::hybrid, 7.5f);
  m.at = glm::vec2(to_screen(camera, *here));
  if (ahead && behind && glm::distance(*ahead, *behind) > 0.0) {
    const glm::dvec2 along = *ahead - *behind;
    m.angle = static_cast<float>(std::atan2(-along.y, along.x));
  }
  m.id = static_cast<std::uint32_t>(picks.size());
  picks.push_back({SelectionKind::route, lab->route->id});
  scene.markers.push_back(m);
  out.train = m.at;
}

}  // namespace gs
