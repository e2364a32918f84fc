#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <iterator>

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

/// What takes room on the map.
struct Body {
  glm::vec2* at;
  float radius;
};

/// Pushes overlapping symbols apart, none further than its own radius from its true place.
void relax(std::span<const Body> bodies) {
  const std::size_t n = bodies.size();
  std::vector<glm::vec2> home(n);
  for (std::size_t i = 0; i < n; ++i) home[i] = *bodies[i].at;
  for (int round = 0; round < 12; ++round) {
    bool moved = false;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = i + 1; j < n; ++j) {
        const Body &a = bodies[i], &b = bodies[j];
        glm::vec2 way = *b.at - *a.at;
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
        *a.at -= way * push * 2.0f * (1.0f - share);
        *b.at += way * push * 2.0f * share;
        moved = true;
      }
    }
    for (std::size_t i = 0; i < n; ++i) {
      const glm::vec2 off = *bodies[i].at - home[i];
      const float length = glm::length(off), most = bodies[i].radius;
      if (length > most) *bodies[i].at = home[i] + off * (most / length);
    }
    if (!moved) break;
  }
}

bool near_viewport(glm::vec2 at, glm::dvec2 viewport) {
  return at.x > -60 && at.y > -60 && at.x < viewport.x + 60 && at.y < viewport.y + 60;
}

/// Symbols grow a little as one zooms in, so that a crowd at world scale does not cover the map.
float growth(const ViewState& v) { return static_cast<float>(std::clamp(0.72 + 0.16 * (v.viewpoint.zoom - 1.0), 0.62, 1.35)); }

/// A plant of sun in its hour, brighter the more it gives; of wind, a ring that stands further out.
void at_hour(Marker& m, Category c, const PlantYear& plant, const Project& p, const SceneInput& in) {
  const auto share = output_share(plant, p.capacity, in.state.view.map.hour);
  if (!share) return;
  if (c == Category::wind) m.pulse = std::max(*share, 0.01f);
  if (c != Category::solar && c != Category::csp) return;
  m.glow = *share;
  m.color = mixed(mixed(m.color, in.palette.secondary, 0.55), m.color, std::min(1.0, 0.15 + 1.4 * *share));
}

void add_sites(const Geometry& g, const Camera& camera, const SceneInput& in, const Groups& groups,
               std::span<const std::uint32_t> shown, Scene& scene, std::vector<Selection>& picks) {
  const World& w = in.world;
  const ViewState& v = in.state.view;
  const float grow = growth(v);
  for (const std::uint32_t i : shown) {
    const Project& p = w.portfolio.projects[i];
    const Selection self{SelectionKind::project, p.id};
    if (self != v.selection && groups.holds(i)) continue;
    const auto plane = project_point(g.projector(), {p.longitude, p.latitude});
    if (!plane) continue;
    const glm::vec2 at(to_screen(camera, *plane));
    if (!near_viewport(at, camera.viewport)) continue;
    const Category c = category(p.technology);
    Marker m{};
    m.at = at;
    m.radius = std::max(3.0f, radius_of(measure_of(p, w.results.projects[i], v.map.size), v.map.size) * grow);
    m.shape = shape_of(c);
    m.fill = fill_of(status_at(p, in.state.scenario.year));
    m.badge = badge_of(p.technology);
    m.emphasis = emphasis_of(self, v);
    m.inexact = p.coord_radius_km * scale_of(v.viewpoint) / 6371.0 > 12.0;
    m.color = in.palette.of(c).fill;
    m.edge = in.palette.of(c).edge;
    m.halo = in.palette.marker_halo;
    m.opacity = static_cast<float>(opacity_of(v.map, Layer::sites));
    if (shows(v, Layer::night) && m.fill == Fill::solid) at_hour(m, c, w.results.fleet->plants[i], p, in);
    m.id = static_cast<std::uint32_t>(picks.size());
    picks.push_back(self);
    scene.markers.push_back(m);
  }
}

void add_groups(const Geometry& g, const Camera& camera, const SceneInput& in, const Groups& groups, Scene& scene,
                std::vector<Selection>& picks) {
  const ViewState& v = in.state.view;
  for (int c = 0; c < kCategoryCount; ++c) scene.parts[static_cast<std::size_t>(c)] = in.palette.of(static_cast<Category>(c)).fill;
  scene.group_halo = in.palette.marker_halo;
  scene.group_ink = in.palette.ink;
  for (const SiteGroup& group : groups.all()) {
    const auto plane = project_point(g.projector(), group.at);
    if (!plane) continue;
    const glm::vec2 at(to_screen(camera, *plane));
    if (!near_viewport(at, camera.viewport)) continue;
    GroupRing ring{};
    ring.at = at;
    ring.radius = std::clamp(radius_of(group.all(), v.map.size) * growth(v), 11.0f, 20.0f);
    double sum = 0.0;
    const double all = group.all();
    for (std::size_t c = 0; c < ring.until.size(); ++c) {
      sum += group.measure[c];
      ring.until[c] = all > 0.0 ? static_cast<float>(sum / all) : 1.0f;
    }
    const Selection self = group_selection(group, in.world.portfolio);
    ring.emphasis = emphasis_of(self, v);
    ring.opacity = static_cast<float>(opacity_of(v.map, Layer::sites));
    ring.id = static_cast<std::uint32_t>(picks.size());
    picks.push_back(self);
    scene.groups.push_back(ring);
  }
}

/// How many projects a ring stands for, in its middle.
void add_counts(const SceneInput& in, const Groups& groups, std::span<const Selection> picks, Scene& scene) {
  for (const GroupRing& ring : scene.groups) {
    std::size_t count = 0;
    for (const SiteGroup& g : groups.all()) {
      if (group_selection(g, in.world.portfolio) == picks[ring.id]) count = g.members.size();
    }
    Label l;
    l.text = std::to_string(count);
    l.face = Face::bold;
    l.size = 14.5f;
    l.color = in.palette.ink;
    l.halo_width = 0.0f;
    l.at = {ring.at.x - 0.5f * in.fonts.bold.width(l.text, l.size), ring.at.y + 0.26f * l.size};
    scene.counts.push_back(l);
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
    m.opacity = static_cast<float>(opacity_of(in.state.view.map, Layer::locomotives));
    m.id = static_cast<std::uint32_t>(picks.size());
    picks.push_back(self);
    scene.markers.push_back(m);
  }
}

}  // namespace

void shown_projects(const SceneInput& in, std::vector<std::uint32_t>& out) {
  out.clear();
  const World& w = in.world;
  if (!shows(in.state.view, Layer::sites)) return;
  for (std::size_t i = 0; i < w.portfolio.projects.size(); ++i) {
    const Selection self{SelectionKind::project, w.portfolio.projects[i].id};
    if (self == in.state.view.selection || passes(w, in.state, i)) out.push_back(static_cast<std::uint32_t>(i));
  }
}

void add_markers(const Geometry& g, const Camera& camera, const SceneInput& in, const TrainPaths& paths, const Groups& groups,
                 std::span<const std::uint32_t> shown, Scene& scene, std::vector<Selection>& picks) {
  const ViewState& v = in.state.view;
  const auto below = static_cast<std::ptrdiff_t>(scene.markers.size());  // discs of the resource
  std::array<std::vector<Marker>, kUsualOrder.size() - kLinesInOrder> by_place;
  std::vector<Body> bodies;
  for (std::size_t i = 0; i < by_place.size(); ++i) {
    const Layer layer = v.map.order[kLinesInOrder + i];
    if (layer == Layer::trains && shows(v, Layer::railways) && shows(v, layer)) add_trains(g, camera, in, paths, scene, picks);
    if (layer == Layer::sites && shows(v, layer)) add_sites(g, camera, in, groups, shown, scene, picks);
    if (layer == Layer::locomotives && shows(v, layer)) add_locomotives(g, camera, in, scene, picks);
    by_place[i].assign(scene.markers.begin() + below, scene.markers.end());
    scene.markers.resize(static_cast<std::size_t>(below));
    if (layer == Layer::trains) continue;
    std::stable_sort(by_place[i].begin(), by_place[i].end(), [](const Marker& a, const Marker& b) { return a.radius > b.radius; });
  }
  if (shows(v, Layer::sites)) add_groups(g, camera, in, groups, scene, picks);
  for (GroupRing& ring : scene.groups) bodies.push_back({&ring.at, ring.radius});
  for (std::size_t i = 0; i < by_place.size(); ++i) {
    if (v.map.order[kLinesInOrder + i] == Layer::trains) continue;
    for (Marker& m : by_place[i]) bodies.push_back({&m.at, m.radius});
  }
  std::stable_sort(bodies.begin(), bodies.end(), [](const Body& a, const Body& b) { return a.radius > b.radius; });
  relax(bodies);
  for (auto& markers : by_place) {
    std::stable_partition(markers.begin(), markers.end(), [](const Marker& m) { return m.emphasis != Emphasis::selected; });
    // A train that runs below a ring's number would hide it.
    std::copy_if(markers.begin(), markers.end(), std::back_inserter(scene.markers), [&](const Marker& m) {
      return picks[m.id].kind != SelectionKind::route || std::none_of(scene.groups.begin(), scene.groups.end(), [&](const GroupRing& ring) {
               return glm::distance(ring.at, m.at) < ring.radius;
             });
    });
  }
  add_counts(in, groups, picks, scene);
}

}  // namespace gs
