#include "scene/build.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>

namespace gs {
namespace {

float distance_to_segment(glm::dvec2 p, glm::dvec2 a, glm::dvec2 b) {
  const glm::dvec2 ab = b - a;
  const double square = glm::dot(ab, ab);
  const double t = square > 0 ? std::clamp(glm::dot(p - a, ab) / square, 0.0, 1.0) : 0.0;
  return static_cast<float>(glm::distance(p, a + ab * t));
}

}  // namespace

Result<const Scene*> SceneBuilder::build(const SceneInput& in) {
  const ViewState& v = in.state.view;
  const WaterDetails water = shows(v, Layer::water) ? in.world.water : WaterDetails{};
  const bool relief = in.world.relief && relief_strength(in.palette, v) > 0.0;
  const BaseDetails details{in.world.base, in.world.fine, water, relief};
  const auto done = geometry_.update(details, in.world.portfolio.routes, v, in.window, {in.moving, in.held});
  if (!done) return done.error();
  const bool lab = v.panel == Panel::laboratory;
  geometry_.highlight(in.world.portfolio.routes, lab ? Selection{SelectionKind::route, in.state.laboratory.line} : v.selection);
  paths_.update(in.world.portfolio);
  portfolio_ = &in.world.portfolio;
  camera_ = camera_of(geometry_.projector(), v.viewpoint, in.window);
  scene_.view = map_view_of(camera_);
  lines_ = shows(v, Layer::railways);
  scene_.relief.reset();
  scene_.below_groups = 0;
  scene_.fills.clear(), scene_.strokes.clear(), scene_.markers.clear(), scene_.boxes.clear(), scene_.labels.clear();
  scene_.groups.clear(), scene_.dots.clear(), scene_.counts.clear();
  if (shows(v, Layer::countries)) countries_.update(geometry_, in.world, in.state);
  if (shows(v, Layer::night)) night_.update(geometry_, v.map.hour);
  add_base(geometry_, countries_, night_, in, scene_);
  arcs_.add(geometry_, camera_, in.palette, step_of(in.world, v), scene_);
  picks_.clear();
  laboratory_ = {};
  if (in.world.crowd) crowd_.add(*in.world.crowd, geometry_, camera_, scene_);
  else if (lab) add_laboratory(geometry_, camera_, in, scene_, picks_, laboratory_);
  else {
    if (shows(v, Layer::resource)) {
      add_resource(geometry_, camera_, in.palette, v.map, resource_.of(in.world.portfolio, v.map.resource), scene_, picks_);
    }
    if (shows(v, Layer::night)) add_sun(geometry_, camera_, in.palette, v.map, scene_, picks_);
    scene_.below_groups = scene_.markers.size();
    shown_projects(in, shown_);
    groups_.update(in.world, in.state, shown_);
    add_markers(geometry_, camera_, in, paths_, groups_, shown_, scene_, picks_);
  }
  add_furniture(geometry_, camera_, in, scene_);
  if (shows(v, Layer::labels)) add_labels(geometry_, camera_, in, picks_, scene_);
  return &scene_;
}

Selection SceneBuilder::pick(glm::vec2 px, std::span<const Route> routes, bool touch) const {
  const float reach = touch ? 16.0f : 5.0f;
  const Marker* best = nullptr;
  float nearest = std::numeric_limits<float>::max();
  for (const Marker& m : scene_.markers) {
    if (picks_[m.id].kind == SelectionKind::none) continue;
    const float off = glm::distance(px, m.at) - m.radius * 1.1f;
    // The topmost of those under the pointer, else the nearest within reach.
    if (off <= 0 ? true : off < reach && off < nearest) {
      best = &m;
      nearest = std::max(off, 0.0f);
    }
  }
  if (best && nearest <= 0.0f) return picks_[best->id];
  for (const GroupRing& g : scene_.groups) {
    if (glm::distance(px, g.at) <= g.radius + 0.5f * reach) return picks_[g.id];
  }
  if (best) return picks_[best->id];
  if (!lines_) return {};
  Selection line;
  float closest = reach + 1.5f;
  for (std::size_t r = 0; r < geometry_.routes.size() && r < routes.size(); ++r) {
    const RouteShape& shape = geometry_.routes[r];
    for (std::size_t p = 0; p < shape.starts.size(); ++p) {
      const std::size_t end = p + 1 < shape.starts.size() ? shape.starts[p + 1] : shape.points.size();
      for (std::size_t i = shape.starts[p] + 1; i < end; ++i) {
        const float off = distance_to_segment(px, to_screen(camera_, shape.points[i - 1]), to_screen(camera_, shape.points[i]));
        if (off < closest) {
          closest = off;
          line = {SelectionKind::route, routes[r].id};
        }
      }
    }
  }
  return line;
}

const SiteGroup* SceneBuilder::group(const Selection& s) const {
  if (s.kind != SelectionKind::group) return nullptr;
  for (const SiteGroup& g : groups_.all()) {
    // Rows may have gone since the scene was built.
    if (std::any_of(g.members.begin(), g.members.end(), [&](std::uint32_t i) { return i >= portfolio_->projects.size(); })) continue;
    if (group_selection(g, *portfolio_) == s) return &g;
  }
  return nullptr;
}

std::optional<glm::vec2> SceneBuilder::place_of(const Selection& s) const {
  for (const Marker& m : scene_.markers) {
    if (picks_[m.id] == s) return m.at;
  }
  return std::nullopt;
}

std::vector<LonLat> places_in(const World& w, const SiteGroup& group) {
  std::vector<LonLat> out;
  for (const std::uint32_t i : group.members) out.push_back({w.portfolio.projects[i].longitude, w.portfolio.projects[i].latitude});
  return out;
}

std::vector<LonLat> places_of(const World& w, const Selection& s) {
  std::vector<LonLat> out;
  if (s.kind == SelectionKind::project) {
    if (const Project* p = w.portfolio.project(s.id)) out.push_back({p->longitude, p->latitude});
  } else if (s.kind == SelectionKind::route) {
    if (const Route* r = w.portfolio.route(s.id)) {
      for (const RoutePoint& p : r->points) out.push_back({p.longitude, p.latitude});
    }
  } else if (s.kind == SelectionKind::locomotive) {
    const Locomotive* l = w.portfolio.locomotive(s.id);
    if (l && l->latitude && l->longitude) out.push_back({*l->longitude, *l->latitude});
  } else if (s.kind == SelectionKind::country) {
    if (const auto c = find_country(w.base, s.id)) {
      out.push_back({w.base.countries[*c].label.x, w.base.countries[*c].label.y});
    }
    for (const Project& p : w.portfolio.projects) {
      if (p.country == s.id) out.push_back({p.longitude, p.latitude});
    }
  }
  return out;
}

}  // namespace gs
