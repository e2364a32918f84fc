#include "scene/view.hpp"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "map/outline.hpp"
#include "map/sphere.hpp"
#include "units/problem.hpp"

namespace gs {

ProjectionId projection_of(const ViewState& v) {
  return projection_from_key(v.projection).value_or(ProjectionId::equal_earth);
}

bool known_projection(std::string_view key) { return projection_from_key(key).has_value(); }

namespace {

/// Of the custom projection that was asked for last.
struct Custom {
  std::string text;
  ProjectionInfo info;
  LonLat centre;
};
const Custom& custom_of(const ViewState& v) {
  static Custom last;
  if (last.text == v.projection_text) return last;
  last = {v.projection_text, projection_info(ProjectionId::equal_earth), {}};
  if (const auto made = Projector::create(v.projection_text)) last.info = made->info(), last.centre = made->centre();
  return last;
}

}  // namespace

const ProjectionInfo& projection_row(const ViewState& v) {
  return v.projection == kCustomProjection ? custom_of(v).info : projection_info(projection_of(v));
}

LonLat projector_centre(const ViewState& v) {
  if (projection_row(v).globe()) return {v.viewpoint.longitude, v.viewpoint.latitude};
  if (v.projection == kCustomProjection) return custom_of(v).centre;
  return {v.lon_0, 0.0};
}

Result<Projector> make_projector(const ViewState& v) {
  const LonLat centre = projector_centre(v);
  if (v.projection != kCustomProjection) return Projector::create(projection_of(v), centre.lon, centre.lat);
  Result<Projector> made = Projector::create(v.projection_text);
  if (made) made->recentre(centre.lon, centre.lat);
  return made;
}

void check_projection(State& s, std::vector<Error>& ignored) {
  ViewState& v = s.view;
  if (v.projection != kCustomProjection) return;
  const auto give_way = [&](const std::string& why) {
    ignored.push_back(error_at("link:proj", what("problem.unusable_map", "{}", why)));
    v.projection = ViewState{}.projection;
    v.projection_text.clear();
  };
  auto parameters = projection_parameters(v.projection_text);
  if (!parameters) return give_way(parameters.error().what);
  if (const auto made = Projector::create(*parameters); !made) return give_way(made.error().what);
  v.projection_text = std::move(*parameters);
}

Viewpoint whole_map(const Projector& projector, const Window& window) {
  Camera camera;
  camera.viewport = window.viewport;
  camera.padding = window.padding;
  const Bounds map = outline_bounds(projector);
  camera = fit(camera, map, 16.0);
  const double zoom = std::clamp(zoom_of_scale(camera.scale), kMinZoom, kMaxZoom);
  const LonLat centre = projector.centre();
  if (projector.info().globe()) return {centre.lon, centre.lat, zoom};
  const auto middle = projector.inverse(map.middle());
  return {middle ? middle->lon : centre.lon, middle ? middle->lat : centre.lat, zoom};
}

Camera camera_of(const Projector& projector, const Viewpoint& at, const Window& window) {
  Camera c;
  c.scale = scale_of(at);
  c.viewport = window.viewport;
  c.pixel_ratio = window.pixel_ratio;
  c.padding = window.padding;
  c.roll = glm::radians(at.roll);
  if (projector.info().globe()) return c;
  const auto& info = projector.info();
  const double lat = std::clamp(at.latitude, info.lat_min + 0.01, info.lat_max - 0.01);
  glm::dvec2 plane{0, 0};
  if (projector.forward(at.longitude, lat, plane)) c.centre = plane;
  return c;
}

Viewpoint viewpoint_of(const Projector& projector, const Camera& camera, const Viewpoint& before) {
  Viewpoint out = before;
  out.zoom = zoom_of_scale(camera.scale);
  if (projector.info().globe()) return out;
  if (const auto at = projector.inverse(camera.centre)) {
    out.longitude = at->lon;
    out.latitude = at->lat;
  }
  return out;
}

MapView map_view_of(const Camera& c) {
  return {to_world(c, c.viewport * 0.5), c.scale, glm::vec2(c.viewport), static_cast<float>(c.pixel_ratio), c.roll};
}

Viewpoint dragged(const Projector& projector, const Viewpoint& at, const Window& window, glm::dvec2 from_px,
                  glm::dvec2 to_px) {
  const Camera camera = camera_of(projector, at, window);
  if (projector.info().globe()) {
    const LonLat centre = drag_globe(projector, camera, from_px, to_px);
    return {centre.lon, centre.lat, at.zoom, at.roll};
  }
  return viewpoint_of(projector, limit(pan(camera, to_px - from_px), outline_bounds(projector)), at);
}

Viewpoint zoomed(const Projector& projector, const Viewpoint& at, const Window& window, glm::dvec2 cursor_px,
                 double factor) {
  const Camera camera = camera_of(projector, at, window);
  const Bounds map = outline_bounds(projector);
  const ZoomRange range = zoom_range(camera, map);
  const double aim = std::clamp(camera.scale * factor, std::max(range.min, 100.0 * std::exp2(kMinZoom)),
                                std::min(range.max, 100.0 * std::exp2(kMaxZoom)));
  factor = aim / camera.scale;
  if (projector.info().globe()) {
    const GlobeZoom z = zoom_globe(projector, camera, cursor_px, factor);
    return {z.centre.lon, z.centre.lat, zoom_of_scale(z.camera.scale), at.roll};
  }
  return viewpoint_of(projector, limit(zoom_at(camera, cursor_px, factor), map), at);
}

Viewpoint pinched(const Projector& projector, const Viewpoint& at, const Window& window, glm::dvec2 from_px, glm::dvec2 to_px,
                  double factor, double degrees) {
  const Camera before = camera_of(projector, at, window);
  const Bounds map = outline_bounds(projector);
  Viewpoint out = at;
  out.roll += degrees;
  Camera after = camera_of(projector, out, window);
  const ZoomRange range = zoom_range(after, map);
  after.scale = std::clamp(after.scale * factor, std::max(range.min, 100.0 * std::exp2(kMinZoom)),
                           std::min(range.max, 100.0 * std::exp2(kMaxZoom)));
  if (!projector.info().globe()) {
    after.centre += to_world(before, from_px) - to_world(after, to_px);
    return viewpoint_of(projector, limit(after, map), out);
  }
  // The turned and enlarged globe shows the place elsewhere: from there it is dragged.
  const LonLat centre = drag_globe(projector, after, to_screen(after, to_world(before, from_px)), to_px);
  return {centre.lon, centre.lat, zoom_of_scale(after.scale), out.roll};
}

Viewpoint rolled(const Projector& projector, const Viewpoint& at, const Window& window, glm::dvec2 pivot_px, double degrees) {
  return pinched(projector, at, window, pivot_px, pivot_px, 1.0, degrees);
}

Viewpoint fitted(const Projector& projector, const Viewpoint& before, const Window& window,
                 std::span<const LonLat> places, double min_width_deg) {
  if (places.empty()) return before;
  glm::dvec3 sum{0.0};
  for (const LonLat& p : places) sum += unit_vector(glm::radians(glm::dvec2(p.lon, p.lat)));
  if (glm::length(sum) < 1e-9) return before;
  const glm::dvec3 middle = glm::normalize(sum);
  double reach = glm::radians(min_width_deg) * 0.5;
  for (const LonLat& p : places) {
    reach = std::max(reach, angle_between(middle, unit_vector(glm::radians(glm::dvec2(p.lon, p.lat)))));
  }
  const glm::dvec2 at = glm::degrees(lam_phi_of(middle));
  const Camera camera = camera_of(projector, {at.x, at.y, before.zoom, before.roll}, window);
  const glm::dvec2 space = camera.free_size();
  double scale = 0.42 * std::min(space.x, space.y) / std::min(reach, 1.3);
  if (!projector.info().globe()) {
    // A flat map stretches: Mercator near the poles, a cone on the other hemisphere.
    for (const LonLat& p : places) {
      const auto plane = project_point(projector, p);
      if (!plane) continue;
      const glm::dvec2 off = glm::max(glm::abs(to_screen(camera, *plane) - camera.middle()) / camera.scale, glm::dvec2(1e-9));
      scale = std::min({scale, 0.46 * space.x / off.x, 0.46 * space.y / off.y});
    }
  }
  return {at.x, at.y, std::clamp(zoom_of_scale(scale), kMinZoom, kMaxZoom), before.roll};
}

Viewpoint opened(const Projector& projector, const Viewpoint& before, const Window& window, std::span<const LonLat> places) {
  Viewpoint to = fitted(projector, before, window, places, 1.0);
  to.zoom = std::min(std::max(to.zoom, before.zoom + 1.0), before.zoom + 3.0);
  return to;
}

Viewpoint framed(const Projector& projector, const ViewState& view, const Window& window, std::span<const LonLat> places) {
  if (places.empty()) return view.viewpoint;
  const Viewpoint around = fitted(projector, view.viewpoint, window, places, 0.2);
  const double k = std::cos(glm::radians(around.latitude));
  // A globe shows a region as it is around its middle; a flat map as it is drawn.
  const bool globe = projector.info().globe();
  const auto plane = [&](const LonLat& p) -> std::optional<glm::dvec2> {
    if (!globe) return project_point(projector, p);
    return glm::radians(glm::dvec2((p.lon - around.longitude) * k, p.lat - around.latitude));
  };
  glm::dvec2 low(1e9), high(-1e9);
  for (const LonLat& p : places) {
    const auto at = plane(p);
    if (!at) continue;
    low = glm::min(low, *at);
    high = glm::max(high, *at);
  }
  if (low.x > high.x) return around;
  const Padding& pad = window.padding;
  const glm::dvec2 space(window.viewport.x - pad.left - pad.right, window.viewport.y - pad.top - pad.bottom);
  const glm::dvec2 room = glm::max(space - glm::dvec2(150.0, 56.0), space * 0.4), size = glm::max(high - low, glm::dvec2(1e-4));
  const glm::dvec2 middle = 0.5 * (low + high);
  Viewpoint out = around;
  out.roll = 0;
  out.zoom = std::clamp(zoom_of_scale(std::min(room.x / size.x, room.y / size.y)), kMinZoom, kMaxZoom);
  if (globe) {
    out.longitude = around.longitude + glm::degrees(middle.x) / k;
    out.latitude = around.latitude + glm::degrees(middle.y);
  } else if (const auto at = projector.inverse(middle)) {
    out.longitude = at->lon;
    out.latitude = at->lat;
  }
  return out;
}

Viewpoint home(const ViewState& v, const Window& window) {
  const Padding& p = window.padding;
  const double w = std::max(1.0, window.viewport.x - p.left - p.right), h = std::max(1.0, window.viewport.y - p.top - p.bottom);
  if (v.projection == kCustomProjection) {
    if (const auto made = Projector::create(v.projection_text)) return whole_map(*made, window);
  }
  // From West Africa to the Philippines and from the Cape to the Baltic: 2.5 x 1.75 earth radii in the flat projections.
  const bool globe = projection_row(v).globe();
  const double scale = globe ? 0.46 * std::min(w, h) : std::max(std::min(w / 2.5, h / 1.5), std::min(w, h) / 1.75);
  return {58.0, globe ? 25.0 : 19.0, std::clamp(zoom_of_scale(scale), kMinZoom, kMaxZoom)};
}

Viewpoint between(const Viewpoint& a, const Viewpoint& b, double t) {
  if (!(t > 0.0)) return a;
  if (t >= 1.0) return b;
  const double s = t * t * (3.0 - 2.0 * t);
  const LonLat at = along_arc({a.longitude, a.latitude}, {b.longitude, b.latitude}, s);
  const double apart = angle_between(unit_vector(glm::radians(glm::dvec2(a.longitude, a.latitude))),
                                     unit_vector(glm::radians(glm::dvec2(b.longitude, b.latitude))));
  // A long way at a high zoom would rush past: rise until the way fits the window.
  const double seen = std::log2(4.0 / std::max(apart, 1e-6));
  const double rise = std::max(0.0, 0.5 * (a.zoom + b.zoom) - std::max(seen, std::min(a.zoom, b.zoom) - 2.0)) * 0.8;
  const double roll = a.roll + std::remainder(b.roll - a.roll, 360.0) * s;
  return {at.lon, at.lat, a.zoom + (b.zoom - a.zoom) * s - rise * 4.0 * s * (1.0 - s), roll};
}

}  // namespace gs
