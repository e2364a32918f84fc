#include <algorithm>
#include <cmath>
#include <limits>

#include "map/cut.hpp"
#include "scene/build.hpp"

namespace gs {
namespace {

constexpr double kCityZoom = 2.0;  ///< from which the largest cities are named

struct Area {
  glm::vec2 min, max;
  bool overlaps(const Area& o) const { return min.x < o.max.x && o.min.x < max.x && min.y < o.max.y && o.min.y < max.y; }
};

/// Places labels by importance; what finds no room is left out, never shrunk and never over a symbol.
class Placer {
 public:
  Placer(const SceneInput& in, const Scene& scene) : fonts_(in.fonts), window_(in.window) {
    for (const glm::vec4& o : in.over_map) taken_.push_back({{o.x, o.y}, {o.z, o.w}});
    for (const Marker& m : scene.markers) taken_.push_back({m.at - m.radius, m.at + m.radius});
    for (const GroupRing& g : scene.groups) taken_.push_back({g.at - g.radius, g.at + g.radius});
    for (const Box& b : scene.boxes) taken_.push_back({b.min - 4.0f, b.max + 4.0f});
    for (const Label& l : scene.labels) taken_.push_back(area_of(l, l.at));
  }

  Area area_of(const Label& l, glm::vec2 at) const {
    const FontMetrics& f = fonts_.of(l.face);
    const float width = f.width(l.text, l.size);
    return {{at.x - 2, at.y - 0.60f * l.size}, {at.x + width + 2, at.y + 0.20f * l.size}};
  }

  /// Around a symbol: right, left, above, below, then the corners. What `must` be named and finds no room there stands where it covers
  /// little and is not far away.
  bool around(Label l, glm::vec2 at, float radius, bool must, Scene& scene) {
    constexpr float kNear = 4.0f, kPerPx = 12.0f;  // px; square px that one px further away is worth
    for (const glm::vec2& off : places(l, radius + kNear)) {
      l.at = at + off;
      if (try_at(l, scene)) return true;
    }
    if (!must) return false;
    float least = std::numeric_limits<float>::infinity();
    for (const float away : {kNear, 16.0f, 30.0f}) {
      for (const glm::vec2& off : places(l, radius + away)) {
        const float cost = covered(area_of(l, at + off)) + kPerPx * (away - kNear);
        if (cost < least) least = cost, l.at = at + off;
      }
    }
    take(l, scene);
    return true;
  }

  bool centred(Label l, glm::vec2 at, Scene& scene) {
    l.at = {at.x - 0.5f * fonts_.of(l.face).width(l.text, l.size), at.y + 0.26f * l.size};
    return try_at(l, scene);
  }

 private:
  std::array<glm::vec2, 8> places(const Label& l, float gap) const {
    const float w = fonts_.of(l.face).width(l.text, l.size), cap = 0.26f * l.size;  // half the height of a capital
    const float d = 0.75f * gap;
    return {{{gap, cap}, {-gap - w, cap}, {-w * 0.5f, -gap - 1}, {-w * 0.5f, gap + 2 * cap + 1}, {d, -d}, {-d - w, -d}, {d, d + 2 * cap}, {-d - w, d + 2 * cap}}};
  }

  bool inside(const Area& a) const {
    const Padding& p = window_.padding;
    return a.min.x >= p.left + 4 && a.min.y >= p.top + 4 && a.max.x <= window_.viewport.x - p.right - 4 && a.max.y <= window_.viewport.y - p.bottom - 4;
  }

  /// Square px of what is there already; outside counts as more than anything.
  float covered(const Area& a) const {
    float sum = inside(a) ? 0.0f : 1e6f;
    for (const Area& t : taken_) {
      if (!a.overlaps(t)) continue;
      const glm::vec2 common = glm::min(a.max, t.max) - glm::max(a.min, t.min);
      sum += common.x * common.y;
    }
    return sum;
  }

  bool try_at(const Label& l, Scene& scene) {
    const Area a = area_of(l, l.at);
    if (!inside(a)) return false;
    for (const Area& t : taken_) {
      if (a.overlaps(t)) return false;
    }
    take(l, scene);
    return true;
  }

  void take(const Label& l, Scene& scene) {
    taken_.push_back(area_of(l, l.at));
    scene.labels.push_back(l);
  }

  const Fonts& fonts_;
  const Window& window_;
  std::vector<Area> taken_;
};

struct Candidate {
  std::string text;
  glm::vec2 at;
  float radius;
  double importance;
  bool selected;
};

Label label(const std::string& text, Face face, float size, Color color, Color halo) {
  Label l;
  l.text = text;
  l.face = face;
  l.size = size;
  l.color = color;
  l.halo = halo.with_alpha(0.85);
  return l;
}

void site_labels(const SceneInput& in, std::span<const Selection> picks, Placer& placer, Scene& scene) {
  const World& w = in.world;
  const ViewState& v = in.state.view;
  std::vector<Candidate> list;
  for (const Marker& m : scene.markers) {
    const Selection& s = picks[m.id];
    const bool selected = s == v.selection || s == v.hover;
    if (s.kind == SelectionKind::project) {
      const Project* p = w.portfolio.project(s.id);
      const double mw = p->capacity ? p->capacity->base() : 0.0;
      // At world scale only the large ones speak; each zoom step lets plants of half the size in.
      if (!selected && mw < 1400.0 / std::exp2(1.6 * (v.viewpoint.zoom - 1.0))) continue;
      list.push_back({display_name(*p, w.tr), m.at, m.radius, mw, selected});
    } else if (s.kind == SelectionKind::locomotive) {
      if (!selected && v.viewpoint.zoom < 2.0) continue;
      list.push_back({display_name(*w.portfolio.locomotive(s.id), w.tr), m.at, 12.0f, 900.0, selected});
    }
  }
  std::stable_sort(list.begin(), list.end(), [](const Candidate& a, const Candidate& b) {
    return a.selected != b.selected ? a.selected : a.importance > b.importance;
  });
  for (const Candidate& c : list) {
    const Face face = c.selected ? Face::bold : Face::regular;
    placer.around(label(c.text, face, c.selected ? 19.0f : 16.0f, in.palette.ink, in.palette.land), c.at,
                  c.radius + (c.selected ? 4.0f : 0.0f), c.selected, scene);
  }
}

void route_labels(const Geometry& g, const Camera& camera, const SceneInput& in, Placer& placer, Scene& scene) {
  const auto& routes = in.world.portfolio.routes;
  for (std::size_t r = 0; r < routes.size() && r < g.routes.size(); ++r) {
    const bool selected = in.state.view.selection == Selection{SelectionKind::route, routes[r].id};
    const bool hovered = in.state.view.hover == Selection{SelectionKind::route, routes[r].id};
    if (!selected && !hovered) continue;
    if (selected && !routes[r].points.empty()) {
      const Label l = label(station_name(routes[r].points.front().name, in.world.tr), Face::bold, 16.0f, in.palette.ink, in.palette.land);
      if (g.routes[r].from) placer.around(l, glm::vec2(to_screen(camera, *g.routes[r].from)), 4.0f, false, scene);
      const Label m = label(station_name(routes[r].points.back().name, in.world.tr), Face::bold, 16.0f, in.palette.ink, in.palette.land);
      if (g.routes[r].to) placer.around(m, glm::vec2(to_screen(camera, *g.routes[r].to)), 4.0f, false, scene);
    }
    if (!g.routes[r].points.empty()) {
      const glm::dvec2 middle = g.routes[r].points[g.routes[r].points.size() / 2];
      placer.around(label(display_name(routes[r], in.world.tr), Face::bold, 19.0f, in.palette.accent, in.palette.land),
                    glm::vec2(to_screen(camera, middle)), 4.0f, false, scene);
    }
  }
}

/// Stations of the laboratory's line: the ends before the others, those far apart before those close together.
void station_labels(const Geometry& g, const Camera& camera, const SceneInput& in, Placer& placer, Scene& scene) {
  const LabResults* lab = in.world.lab;
  if (!lab || lab->line.places.size() < 2) return;
  const auto& places = lab->line.places;
  const auto put = [&](std::size_t i, bool end) {
    const auto plane = project_point(g.projector(), {places[i].longitude, places[i].latitude});
    if (!plane || places[i].name.empty()) return;
    const glm::vec2 at(to_screen(camera, *plane));
    const auto dot = [&](const Marker& m) { return std::abs(m.at.x - at.x) < 0.5f && std::abs(m.at.y - at.y) < 0.5f; };
    if (std::none_of(scene.markers.begin(), scene.markers.end(), dot)) return;  // left out among others
    placer.around(label(station_name(places[i].name, in.world.tr), end ? Face::bold : Face::regular, 16.0f, in.palette.ink, in.palette.land), at, 4.0f, end, scene);
  };
  put(0, true);
  put(places.size() - 1, true);
  std::vector<std::size_t> middle;
  for (std::size_t i = 1; i + 1 < places.size(); ++i) middle.push_back(i);
  // Halves, quarters, eighths: what is named stands evenly along the line.
  for (std::size_t parts = 2; parts < 4 * places.size() && !middle.empty(); parts *= 2) {
    for (std::size_t k = 1; k < parts && !middle.empty(); k += 2) {
      const double wish = places.back().at_m * static_cast<double>(k) / static_cast<double>(parts);
      const auto nearest = std::min_element(middle.begin(), middle.end(), [&](std::size_t a, std::size_t b) {
        return std::abs(places[a].at_m - wish) < std::abs(places[b].at_m - wish);
      });
      put(*nearest, false);
      middle.erase(nearest);
    }
  }
}

void country_labels(const Geometry& g, const Camera& camera, const SceneInput& in, Placer& placer, Scene& scene) {
  const World& w = in.world;
  std::vector<const Country*> list;
  // A country is named once its shape is large enough on the screen for its name.
  const double km_per_px = 6371.0 / camera.scale;
  for (const Country& c : w.base.countries) {
    if (c.iso3.empty() || c.area_km2 < 3200.0 * km_per_px * km_per_px) continue;
    list.push_back(&c);
  }
  std::stable_sort(list.begin(), list.end(), [](const Country* a, const Country* b) { return a->area_km2 > b->area_km2; });
  for (const Country* c : list) {
    const auto plane = project_point(g.projector(), {c->label.x, c->label.y});
    if (!plane) continue;
    const std::string& name = c->name(name_language(w.tr));
    placer.centred(label(name, Face::regular, 16.0f, in.palette.map_text_land, in.palette.land),
                   glm::vec2(to_screen(camera, *plane)), scene);
  }
}

/// Those with their dots that find room; each step of zoom lets smaller ones in.
void city_labels(const Geometry& g, const Camera& camera, const SceneInput& in, Placer& placer, Scene& scene) {
  if (!in.world.cities || !wants_cities(in.state.view)) return;
  constexpr float kDot = 2.0f;  // px
  const double zoom = in.state.view.viewpoint.zoom;
  for (const City& city : *in.world.cities) {
    if (zoom < kCityZoom + city.rank - 1) break;
    const auto plane = project_point(g.projector(), {city.longitude, city.latitude});
    if (!plane) continue;
    const glm::vec2 at(to_screen(camera, *plane));
    if (!placer.around(label(city.name_in(in.world.tr.code()), Face::regular, 16.0f, in.palette.map_text_land, in.palette.land), at, kDot, false, scene)) continue;
    scene.boxes.push_back({at - kDot, at + kDot, in.palette.map_text_land, kDot, in.palette.land, 0.0f});
  }
}

}  // namespace

bool wants_cities(const ViewState& v) {
  return shows(v, Layer::labels) && v.panel != Panel::laboratory && v.viewpoint.zoom >= kCityZoom;
}

void add_labels(const Geometry& g, const Camera& camera, const SceneInput& in, std::span<const Selection> picks, Scene& scene) {
  Placer placer(in, scene);
  if (in.state.view.panel == Panel::laboratory) return station_labels(g, camera, in, placer, scene);
  route_labels(g, camera, in, placer, scene);
  site_labels(in, picks, placer, scene);
  country_labels(g, camera, in, placer, scene);
  city_labels(g, camera, in, placer, scene);
}

}  // namespace gs
