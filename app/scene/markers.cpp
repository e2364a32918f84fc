#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "map/cut.hpp"
#include "scene/build.hpp"
#include "sim/simulate.hpp"

namespace gs {
namespace {

Emphasis emphasis_of(const Selection& what, const ViewState& v) {
  if (what == v.selection) return Emphasis::selected;
  if (what == v.hover) return Emphasis::hover;
  return Emphasis::rest;
}

/// Pushes overlapping markers apart, none further than its own radius from its true place.
void relax(std::vector<Marker>& markers) {
  const std::size_t n = markers.size();
  std::vector<glm::vec2> home(n);
  for (std::size_t i = 0; i < n; ++i) home[i] = markers[i].at;
  for (int round = 0; round < 12; ++round) {
    bool moved = false;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = i + 1; j < n; ++j) {
        Marker &a = markers[i], &b = markers[j];
        glm::vec2 way = b.at - a.at;
        const float want = 0.92f * (a.radius + b.radius);
        if (std::abs(way.x) > want || std::abs(way.y) > want) continue;
        float apart = glm::length(way);
        if (apart >= want) continue;
        if (apart < 1e-3f) {
          // Two at one place part in a direction that only depends on which they are.
          const float angle = 2.4f * static_cast<float>(i + 3 * j);
          way = {std::cos(angle), std::sin(angle)};
          apart = 1e-3f;
        } else {
          way /= apart;
        }
        const float push = 0.5f * (want - apart);
        const float share = a.radius / (a.radius + b.radius);  // the small one gives way
        a.at -= way * push * 2.0f * (1.0f - share);
        b.at += way * push * 2.0f * share;
        moved = true;
      }
    }
    for (std::size_t i = 0; i < n; ++i) {
      const glm::vec2 off = markers[i].at - home[i];
      const float length = glm::length(off), most = markers[i].radius;
      if (length > most) markers[i].at = home[i] + off * (most / length);
    }
    if (!moved) break;
  }
}

bool near_viewport(glm::vec2 at, glm::dvec2 viewport) {
  return at.x > -60 && at.y > -60 && at.x < viewport.x + 60 && at.y < viewport.y + 60;
}

void add_sites(const Geometry& g, const Camera& camera, const SceneInput& in, Scene& scene, std::vector<Selection>& picks) {
  const World& w = in.world;
  const ViewState& v = in.state.view;
  // Symbols grow a little as one zooms in, so that a crowd at world scale does not cover the map.
  const double grow = std::clamp(0.72 + 0.16 * (v.viewpoint.zoom - 1.0), 0.62, 1.35);
  for (std::size_t i = 0; i < w.portfolio.projects.size(); ++i) {
    const Project& p = w.portfolio.projects[i];
    const Selection self{SelectionKind::project, p.id};
    if (self != v.selection && !passes(w, in.state, i)) continue;
    const auto plane = project_point(g.projector(), {p.longitude, p.latitude});
    if (!plane) continue;
    const glm::vec2 at(to_screen(camera, *plane));
    if (!near_viewport(at, camera.viewport)) continue;
    const Category c = category(p.technology);
    Marker m{};
    m.at = at;
    m.radius = std::max(3.0f, radius_of(p.capacity) * static_cast<float>(grow));
    m.shape = shape_of(c);
    m.fill = fill_of(status_at(p, in.state.scenario.year));
    m.badge = badge_of(p.technology);
    m.emphasis = emphasis_of(self, v);
    m.inexact = p.coord_radius_km * scale_of(v.viewpoint) / 6371.0 > 12.0;
    m.color = in.palette.of(c).fill;
    m.edge = in.palette.of(c).edge;
    m.halo = in.palette.marker_halo;
    m.id = static_cast<std::uint32_t>(picks.size());
    picks.push_back(self);
    scene.markers.push_back(m);
  }
}

void add_locomotives(const Geometry& g, const Camera& camera, const SceneInput& in, Scene& scene, std::vector<Selection>& picks) {
  for (const Locomotive& l : in.world.portfolio.locomotives) {
    if (!l.latitude || !l.longitude) continue;
    const auto plane = project_point(g.projector(), {*l.longitude, *l.latitude});
    if (!plane) continue;
    const glm::vec2 at(to_screen(camera, *plane));
    if (!near_viewport(at, camera.viewport)) continue;
    Marker m{};
    m.at = at;
    m.radius = 7.0f;
    m.shape = Shape::pill;
    m.fill = l.year && *l.year > in.state.scenario.year ? Fill::dashed : Fill::solid;
    const Selection self{SelectionKind::locomotive, l.id};
    m.emphasis = emphasis_of(self, in.state.view);
    m.color = in.palette.of(Category::locomotive).fill;
    m.edge = in.palette.of(Category::locomotive).edge;
    m.halo = in.palette.marker_halo;
    m.id = static_cast<std::uint32_t>(picks.size());
    picks.push_back(self);
    scene.markers.push_back(m);
  }
}

}  // namespace

void add_markers(const Geometry& g, const Camera& camera, const SceneInput& in, const TrainPaths& paths, Scene& scene,
                 std::vector<Selection>& picks) {
  const ViewState& v = in.state.view;
  if (shows(v, Layer::railways) && shows(v, Layer::trains)) add_trains(g, camera, in, paths, scene, picks);
  const auto trains = static_cast<std::ptrdiff_t>(scene.markers.size());
  if (shows(v, Layer::sites)) add_sites(g, camera, in, scene, picks);
  if (shows(v, Layer::locomotives)) add_locomotives(g, camera, in, scene, picks);

  std::vector<Marker> still(scene.markers.begin() + trains, scene.markers.end());
  std::stable_sort(still.begin(), still.end(), [](const Marker& a, const Marker& b) { return a.radius > b.radius; });
  relax(still);
  std::stable_partition(still.begin(), still.end(), [](const Marker& m) { return m.emphasis != Emphasis::selected; });
  std::copy(still.begin(), still.end(), scene.markers.begin() + trains);
}

}  // namespace gs
