#include "scene/view.hpp"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "map/outline.hpp"
#include "map/sphere.hpp"

namespace gs {

ProjectionId projection_of(const ViewState& v) {
  return projection_from_key(v.projection).value_or(ProjectionId::equal_earth);
}

bool known_projection(std::string_view key) { return projection_from_key(key).has_value(); }

LonLat projector_centre(const ViewState& v) {
  if (projection_info(projection_of(v)).globe()) return {v.viewpoint.longitude, v.viewpoint.latitude};
  return {v.lon_0, 0.0};
}

Camera camera_of(const Projector& projector, const Viewpoint& at, const Window& window) {
  Camera c;
  c.scale = scale_of(at);
  c.viewport = window.viewport;
  c.pixel_ratio = window.pixel_ratio;
  c.padding = window.padding;
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
  return {to_world(c, c.viewport * 0.5), c.scale, glm::vec2(c.viewport), static_cast<float>(c.pixel_ratio)};
}

Viewpoint dragged(const Projector& projector, const Viewpoint& at, const Window& window, glm::dvec2 from_px,
                  glm::dvec2 to_px) {
  const Camera camera = camera_of(projector, at, window);
  if (projector.info().globe()) {
    const LonLat centre = drag_globe(projector, camera, from_px, to_px);
    return {centre.lon, centre.lat, at.zoom};
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
    return {z.centre.lon, z.centre.lat, zoom_of_scale(z.camera.scale)};
  }
  return viewpoint_of(projector, limit(zoom_at(camera, cursor_px, factor), map), at);
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
  const Camera camera = camera_of(projector, {at.x, at.y, before.zoom}, window);
  const glm::dvec2 space = camera.free_size();
  double scale = 0.42 * std::min(space.x, space.y) / std::min(reach, 1.3);
  if (!projector.info().globe()) {
    // A flat map stretches: Mercator near the poles, a cone on the other hemisphere.
    for (const LonLat& p : places) {
      const auto plane = project_point(projector, p);
      if (!plane) continue;
      const glm::dvec2 off = glm::max(glm::abs(*plane - camera.centre), glm::dvec2(1e-9));
      scale = std::min({scale, 0.46 * space.x / off.x, 0.46 * space.y / off.y});
    }
  }
  return {at.x, at.y, std::clamp(zoom_of_scale(scale), kMinZoom, kMaxZoom)};
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
  // From West Africa to the Philippines and from the Cape to the Baltic: 2.5 x 1.75 earth radii in the flat projections.
  const bool globe = projection_info(projection_of(v)).globe();
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
  return {at.lon, at.lat, a.zoom + (b.zoom - a.zoom) * s - rise * 4.0 * s * (1.0 - s)};
}

}  // namespace gs
