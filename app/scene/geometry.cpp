#include "scene/geometry.hpp"

#include <algorithm>
#include <cmath>

#include "map/cut.hpp"
#include "map/graticule.hpp"
#include "map/outline.hpp"
#include "map/sphere.hpp"
#include "map/thinning.hpp"
#include "map/whereabouts.hpp"

namespace gs {

struct Geometry::Impl {
  std::optional<Projector> projector;
  std::string projection, projection_text;
  LonLat centre;
  double tolerance = 0.0;
  const Route* routes = nullptr;  ///< that were made, and how many
  std::size_t route_count = 0;
  const Detail* detail = nullptr;
  WaterDetails water;
  bool relief = false;
  Detail thin;                   ///< what of `thin_of` takes `thin_least` steradians or more
  const Detail* thin_of = nullptr;
  double thin_least = 0.0;
  double stretch = 1.0;          ///< of the projection
  std::optional<Bounds> around;  ///< of the plane: only this part is made; nothing: all
  Selection highlighted;
  ProjectedRings rings;
  ProjectedLines lines;
};

namespace {

/// The scale up to which the map is made to be seen, px per earth radius: steps of two keep most zooms from making it anew.
double made_for(double scale) { return 100.0 * std::exp2(std::ceil(std::log2(scale / 100.0))); }
constexpr double kHeld = 4.5;  ///< times too coarse or too fine
constexpr double kOffChord = 0.3;  ///< px that a chord may lie off its curve
/// px x px that a point's triangle takes, to be drawn; while the map moves.
constexpr double kSeen = 0.2, kSeenMoving = 0.8;

constexpr double kAround = 0.25;      // of the view's size, made at each side of it
constexpr double kWidestView = 0.6;   // radians: a wider part of the sphere is drawn without the finest detail

Bounds widened(const Bounds& b) { return {b.min - b.size() * kAround, b.max + b.size() * kAround}; }
bool holds(const Bounds& outer, const Bounds& b) {
  return outer.min.x <= b.min.x && outer.min.y <= b.min.y && b.max.x <= outer.max.x && b.max.y <= outer.max.y;
}

std::vector<glm::dvec2> points_of(const Route& r, std::size_t from, std::size_t to) {
  std::vector<glm::dvec2> out;
  for (std::size_t i = from; i <= to; ++i) out.emplace_back(r.points[i].longitude, r.points[i].latitude);
  return out;
}

/// Calls `each(points, by_sea)` for every stretch by rail and by ferry.
template <class Each>
void stretches(const Route& r, Each each) {
  for (std::size_t i = 0; i + 1 < r.points.size();) {
    const bool sea = r.points[i + 1].by_sea;
    std::size_t j = i + 1;
    while (j + 1 < r.points.size() && r.points[j + 1].by_sea == sea) ++j;
    each(points_of(r, i, j), sea);
    i = j;
  }
}

}  // namespace

void put(const ProjectedRings& from, Rings& to) {
  to.clear();
  to.points.reserve(from.points.size());
  for (const glm::dvec2& p : from.points) to.points.emplace_back(p);
  for (std::size_t r = 0; r < from.ring_count(); ++r) {
    to.rings.push_back({from.ring_start[r], from.ring_start[r + 1] - from.ring_start[r]});
  }
}

void append(const ProjectedLines& from, Lines& to) {
  const auto offset = static_cast<std::uint32_t>(to.points.size());
  for (const glm::dvec2& p : from.points) to.points.emplace_back(p);
  for (std::size_t l = 0; l < from.line_count(); ++l) {
    to.pieces.push_back({offset + from.line_start[l], from.line_start[l + 1] - from.line_start[l]});
  }
}

RailStyle rail_style(const Route& r) {
  if (r.status == LineStatus::construction) return RailStyle::construction;
  if (r.status == LineStatus::planned) return RailStyle::planned;
  switch (r.electrified) {
    case Electrified::yes: return RailStyle::electrified;
    case Electrified::partly: return RailStyle::partly;
    case Electrified::no: return RailStyle::diesel;
    case Electrified::unknown: return RailStyle::unknown;
  }
  return RailStyle::unknown;
}

Gauge gauge(const Route& r) {
  if (!r.gauge_mm) return Gauge::unknown;
  if (*r.gauge_mm == 1435) return Gauge::standard;
  return *r.gauge_mm > 1435 ? Gauge::broad : Gauge::narrow;
}

Geometry::Geometry() : impl_(std::make_unique<Impl>()) {}
Geometry::~Geometry() = default;
Geometry::Geometry(Geometry&&) noexcept = default;

const Projector& Geometry::projector() const { return *impl_->projector; }

double Geometry::tolerance() const { return impl_->tolerance; }

Outcome Geometry::update(const BaseDetails& from, std::span<const Route> all, const ViewState& view, const Window& window,
                         Haste haste) {
  Impl& s = *impl_;
  const LonLat centre = projector_centre(view);
  const bool first = !s.projector || s.projection != view.projection || s.projection_text != view.projection_text;
  if (first) {
    auto made = make_projector(view);
    if (!made) return made.error();
    s.projector.emplace(std::move(made).value());
    s.projection = view.projection;
    s.projection_text = view.projection_text;
    s.stretch = greatest_stretch(*s.projector);
  } else {
    s.projector->recentre(centre.lon, centre.lat);
  }
  const Projector& projector = this->projector();
  const double scale = scale_of(view.viewpoint);
  const double step = made_for(scale), tolerance = kOffChord / step, least = (haste.fewer_points ? kSeenMoving : kSeen) / (step * step * s.stretch);
  const Bounds seen = visible_bounds(camera_of(projector, view.viewpoint, window));
  // What was made stands as long as the view stays in it: its part of the sphere is looked for only when that is over.
  const bool near = scale >= kFineScale;
  const bool same = !first && s.centre == centre && s.tolerance == tolerance && s.routes == all.data() &&
                    s.route_count == all.size() && s.water == from.water && s.relief == from.relief;
  if (same && near && s.around && holds(*s.around, seen) && (!wants_fine_ || !from.fine || s.detail == from.fine)) return Done{};
  // A flat map that a slow machine zooms is seen a little too coarse or too fine until it rests.
  if (haste.held && !first && s.centre == centre && s.route_count == all.size() && !s.around && !near && kHeld * s.tolerance > tolerance &&
      kHeld * tolerance > s.tolerance) {
    return Done{};
  }
  std::optional<Bounds> around;
  std::optional<Cap> cap;
  if (near) {
    around = widened(seen);
    cap = cap_of(projector, *around);
    if (cap && cap->radius > kWidestView) cap.reset();
    if (!cap) around.reset();
  }
  wants_fine_ = cap.has_value();
  const Detail& detail = cap && from.fine ? *from.fine : from.base.details.back();
  if (same && !cap && !s.around && s.detail == &detail && s.thin_least == least) return Done{};
  s.centre = centre;
  s.routes = all.data();
  s.route_count = all.size();
  s.tolerance = tolerance;
  s.detail = &detail;
  s.water = from.water;
  s.relief = from.relief;
  s.around = around;
  detail_ = detail.name;
  ++revision_;
  if (!cap && (s.thin_of != &detail || s.thin_least != least)) {
    s.thin = thinned(detail, static_cast<float>(least));
    s.thin_of = &detail;
    s.thin_least = least;
  }
  project_base(cap ? detail : s.thin, tolerance, cap);
  water.project(from.water, projector, step, tolerance, least, cap);
  if (from.relief) make_lattice(projector, step, cap, lattice);
  else lattice.clear();
  project_routes(all, tolerance);
  const Selection again = s.highlighted;
  s.highlighted = {};
  highlight(all, again);
  return Done{};
}

void Geometry::project_base(const Detail& detail, double tolerance, const std::optional<Cap>& view) {
  Impl& s = *impl_;
  outline(projector(), tolerance, s.rings);
  put(s.rings, sea);
  edge.clear();
  for (const Span& r : sea.rings) {
    edge.pieces.push_back({static_cast<std::uint32_t>(edge.points.size()), r.count + 1});
    edge.points.insert(edge.points.end(), sea.points.begin() + r.first, sea.points.begin() + r.first + r.count);
    edge.points.push_back(sea.points[r.first]);
  }

  Cutter cutter(projector(), tolerance);
  Excerpt excerpt(detail, projector().frame(), view);
  s.rings.clear();
  land_parts.clear();
  for (std::size_t i = 0; i < detail.rings.size();) {
    const std::uint32_t country = detail.rings[i].country;
    const auto first = static_cast<std::uint32_t>(s.rings.ring_count());
    if (const auto polygon = excerpt.polygon(i); !polygon.empty()) cutter.polygon(polygon, s.rings);
    const auto count = static_cast<std::uint32_t>(s.rings.ring_count()) - first;
    if (count > 0) land_parts.push_back({{first, count}, country});
  }
  put(s.rings, land);

  coast.clear(), borders.clear(), disputed.clear(), graticule.clear();
  const auto draw = [&](LineKind kind, Lines& to) {
    s.lines.clear();
    for (std::size_t l = 0; l < detail.lines.size(); ++l) {
      if (detail.lines[l].kind != kind) continue;
      excerpt.line(l, kind == LineKind::disputed, [&](auto piece) { cutter.line(piece, false, s.lines); });
    }
    append(s.lines, to);
  };
  draw(LineKind::coast, coast);
  draw(LineKind::border, borders);
  draw(LineKind::disputed, disputed);
  s.lines.clear();
  static const Graticule net = gs::graticule(15);
  for (const auto& line : net.lines) cutter.line(line, false, s.lines);
  append(s.lines, graticule);
}

void Geometry::project_routes(std::span<const Route> all, double tolerance) {
  Impl& s = *impl_;
  Cutter cutter(projector(), tolerance);
  for (auto& by_gauge : rails) {
    for (Lines& l : by_gauge) l.clear();
  }
  routes.clear();
  for (const Route& r : all) {
    RouteShape shape;
    stretches(r, [&](const std::vector<glm::dvec2>& points, bool sea_leg) {
      s.lines.clear();
      cutter.line(points, false, s.lines);
      const RailStyle style = sea_leg ? RailStyle::ferry : rail_style(r);
      append(s.lines, rails[static_cast<std::size_t>(style)][static_cast<std::size_t>(gauge(r))]);
      for (std::size_t l = 0; l < s.lines.line_count(); ++l) {
        shape.starts.push_back(static_cast<std::uint32_t>(shape.points.size()));
        const auto line = s.lines.line(l);
        for (std::size_t i = 0; i < line.size(); ++i) {
          if (i > 0) shape.length += glm::distance(line[i - 1], line[i]);
          shape.points.push_back(line[i]);
        }
      }
    });
    if (!r.points.empty()) {
      shape.from = project_point(projector(), {r.points.front().longitude, r.points.front().latitude});
      shape.to = project_point(projector(), {r.points.back().longitude, r.points.back().latitude});
    }
    routes.push_back(std::move(shape));
  }
}

void Geometry::highlight(std::span<const Route> all, const Selection& selection) {
  if (impl_->highlighted == selection) return;
  impl_->highlighted = selection;
  selected_route.clear();
  ++selected_revision;
  for (std::size_t i = 0; i < all.size() && i < routes.size(); ++i) {
    if (selection.kind != SelectionKind::route || all[i].id != selection.id) continue;
    const RouteShape& shape = routes[i];
    for (std::size_t p = 0; p < shape.starts.size(); ++p) {
      const std::uint32_t begin = shape.starts[p];
      const auto end = static_cast<std::uint32_t>(p + 1 < shape.starts.size() ? shape.starts[p + 1] : shape.points.size());
      selected_route.pieces.push_back({static_cast<std::uint32_t>(selected_route.points.size()), end - begin});
      for (std::uint32_t k = begin; k < end; ++k) selected_route.points.emplace_back(shape.points[k]);
    }
  }
}

}  // namespace gs
