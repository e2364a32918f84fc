#include "map/camera.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <glm/geometric.hpp>

#include "map/outline.hpp"
#include "map/sphere.hpp"

namespace gs {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kRad = kPi / 180.0;
constexpr double kFarthest = 0.7;  // of the scale at which the whole map fits

/// A vector turned clockwise, y down, or anticlockwise, y up.
glm::dvec2 turned(glm::dvec2 v, double angle) {
  if (angle == 0) return v;
  const double c = std::cos(angle), s = std::sin(angle);
  return {v.x * c - v.y * s, v.x * s + v.y * c};
}

/// Size of the upright box around a turned one.
glm::dvec2 turned_size(glm::dvec2 size, double angle) {
  const double c = std::abs(std::cos(angle)), s = std::abs(std::sin(angle));
  return angle == 0 ? size : glm::dvec2(size.x * c + size.y * s, size.x * s + size.y * c);
}

double fit_scale(const Camera& camera, const Bounds& bounds, double margin) {
  const glm::dvec2 room = glm::max(camera.free_size() - 2.0 * margin, glm::dvec2(1.0));
  const glm::dvec2 size = glm::max(turned_size(bounds.size(), camera.roll), glm::dvec2(1e-9));
  return std::min(room.x / size.x, room.y / size.y);
}

/// A map smaller than the room stays whole in it; of a larger one, the middle of the room stays on it. The slack grows
/// from nothing where both are equal, so that nothing jumps while zooming.
double limit_axis(double centre, double low, double high, double room) {
  const double size = high - low, middle = 0.5 * (low + high);
  const double slack = size < room ? 0.5 * (room - size) : std::min(0.5 * size, size - room);
  return std::clamp(centre, middle - slack, middle + slack);
}

/// 1, 2 or 5 times a power of ten, at most `limit`.
double nice_below(double limit) {
  const double power = std::pow(10.0, std::floor(std::log10(limit)));
  for (const double step : {5.0, 2.0}) {
    if (step * power <= limit * (1.0 + 1e-12)) return step * power;
  }
  return power;
}

/// Kilometres over `px` screen pixels around the camera's centre, along the screen's horizontal.
std::optional<double> span_km(const Projector& projector, const Camera& camera, double px) {
  const glm::dvec2 half = turned({0.5 * px / camera.scale, 0.0}, camera.roll);
  const auto west = projector.inverse(camera.centre - half), east = projector.inverse(camera.centre + half);
  if (!west || !east) return std::nullopt;
  return distance_km(*west, *east);
}

/// The centre of a globe that brings the ground at `place` to the direction `seen` in the frame, north up.
std::optional<LonLat> centre_that_shows(LonLat place, glm::dvec2 seen) {
  const glm::dvec3 v = unit_vector(seen);
  const double lat = place.lat * kRad, cos_lat = std::cos(lat);
  if (std::abs(v.y) >= cos_lat) return std::nullopt;  // its parallel never gets that far from the middle
  double turn = std::asin(v.y / cos_lat);             // of the place, east of the centre's meridian
  if (v.x < 0) turn = kPi - turn;
  const double up = cos_lat * std::cos(turn);
  const double lat_0 = std::remainder(std::atan2(std::sin(lat), up) - std::atan2(v.z, v.x), 2.0 * kPi);
  const double lon_0 = place.lon - turn / kRad;
  return LonLat{std::remainder(lon_0, 360.0), std::clamp(lat_0 / kRad, -90.0, 90.0)};
}

LonLat roll(LonLat centre, glm::dvec2 delta_px, double scale) {
  const glm::dvec2 degrees = delta_px / (scale * kRad);
  return {std::remainder(centre.lon - degrees.x, 360.0), std::clamp(centre.lat + degrees.y, -90.0, 90.0)};
}

LonLat half_open(LonLat p) { return {p.lon >= 180.0 ? p.lon - 360.0 : p.lon, p.lat}; }

}  // namespace

glm::dvec2 Camera::middle() const {
  const glm::dvec2 free = free_size();
  return {padding.left + 0.5 * free.x, padding.top + 0.5 * free.y};
}

glm::dvec2 Camera::free_size() const {
  return glm::max(viewport - glm::dvec2(padding.left + padding.right, padding.top + padding.bottom), glm::dvec2(1.0));
}

glm::dvec2 to_screen(const Camera& camera, glm::dvec2 plane) {
  const glm::dvec2 d = (plane - camera.centre) * camera.scale;
  return camera.middle() + turned({d.x, -d.y}, camera.roll);
}

glm::dvec2 to_world(const Camera& camera, glm::dvec2 px) {
  const glm::dvec2 d = turned(px - camera.middle(), -camera.roll) / camera.scale;
  return camera.centre + glm::dvec2(d.x, -d.y);
}

Bounds visible_bounds(const Camera& camera) {
  const glm::dvec2 a = to_world(camera, {0, 0}), b = to_world(camera, camera.viewport);
  if (camera.roll == 0) return {{a.x, b.y}, {b.x, a.y}};
  const glm::dvec2 c = to_world(camera, {camera.viewport.x, 0}), d = to_world(camera, {0, camera.viewport.y});
  return {glm::min(glm::min(a, b), glm::min(c, d)), glm::max(glm::max(a, b), glm::max(c, d))};
}

glm::mat3 clip_from_local(const Camera& camera, glm::dvec2 anchor) {
  const glm::dvec2 viewport = glm::max(camera.viewport, glm::dvec2(1.0));
  const glm::dvec2 factor = 2.0 * camera.scale / viewport;
  const glm::dvec2 px = to_screen(camera, anchor);
  const glm::dvec2 at{2.0 * px.x / viewport.x - 1.0, 1.0 - 2.0 * px.y / viewport.y};
  glm::mat3 out(1.0f);
  const double c = std::cos(camera.roll), s = std::sin(camera.roll);
  out[0] = glm::vec3(static_cast<float>(factor.x * c), static_cast<float>(-factor.y * s), 0.0f);
  out[1] = glm::vec3(static_cast<float>(factor.x * s), static_cast<float>(factor.y * c), 0.0f);
  out[2] = glm::vec3(static_cast<float>(at.x), static_cast<float>(at.y), 1.0f);
  return out;
}

Camera fit(Camera camera, const Bounds& bounds, double margin) {
  camera.scale = std::min(fit_scale(camera, bounds, margin), kMaxScale);
  camera.centre = bounds.middle();
  return camera;
}

Camera zoom_at(Camera camera, glm::dvec2 cursor_px, double factor) {
  const glm::dvec2 under = to_world(camera, cursor_px);
  camera.scale *= factor;
  camera.centre += under - to_world(camera, cursor_px);
  return camera;
}

Camera pan(Camera camera, glm::dvec2 delta_px) {
  const glm::dvec2 along = turned(delta_px, -camera.roll);
  camera.centre += glm::dvec2(-along.x, along.y) / camera.scale;
  return camera;
}

ZoomRange zoom_range(const Camera& camera, const Bounds& map) {
  return {std::min(kFarthest * fit_scale(camera, map, 0.0), kMaxScale), kMaxScale};
}

Camera limit(Camera camera, const Bounds& map) {
  const ZoomRange range = zoom_range(camera, map);
  camera.scale = std::clamp(camera.scale, range.min, range.max);
  const glm::dvec2 room = turned_size(camera.free_size(), camera.roll) / camera.scale;
  camera.centre.x = limit_axis(camera.centre.x, map.min.x, map.max.x, room.x);
  camera.centre.y = limit_axis(camera.centre.y, map.min.y, map.max.y, room.y);
  return camera;
}

std::optional<double> north_angle(const Projector& projector, const Camera& camera) {
  const auto here = projector.inverse(camera.centre);
  if (!here || std::abs(here->lat) > 89.9) return std::nullopt;
  constexpr double kStep = 0.01;  // degrees
  glm::dvec2 north, south;
  if (!projector.forward(here->lon, here->lat + kStep, north)) north = camera.centre;
  if (!projector.forward(here->lon, here->lat - kStep, south)) south = camera.centre;
  if (north == south) return std::nullopt;
  const glm::dvec2 d = turned({north.x - south.x, south.y - north.y}, camera.roll);
  return std::atan2(d.x, -d.y);
}

std::optional<ScaleBar> scale_bar(const Projector& projector, const Camera& camera, double max_px) {
  double widest = max_px;
  std::optional<double> km = span_km(projector, camera, widest);
  for (int tries = 0; !km && tries < 12; ++tries) km = span_km(projector, camera, widest *= 0.5);
  if (!km || !(*km > 0)) return std::nullopt;
  const double target = nice_below(*km);
  double low = 0, high = widest;  // span_km grows with px around the middle of any map
  for (int step = 0; step < 60; ++step) {
    const double px = 0.5 * (low + high);
    const auto here = span_km(projector, camera, px);
    (here && *here < target ? low : high) = px;
  }
  return ScaleBar{target, high};
}

LonLat drag_globe(const Projector& projector, const Camera& camera, glm::dvec2 from_px, glm::dvec2 to_px) {
  const auto place = projector.inverse(to_world(camera, from_px));
  const auto seen = projector.unproject_frame(to_world(camera, to_px));
  const auto centre = place && seen ? centre_that_shows(*place, *seen) : std::nullopt;
  return half_open(centre.value_or(roll(projector.centre(), turned(to_px - from_px, -camera.roll), camera.scale)));
}

GlobeZoom zoom_globe(const Projector& projector, Camera camera, glm::dvec2 cursor_px, double factor) {
  const auto place = projector.inverse(to_world(camera, cursor_px));
  camera.scale *= factor;
  const auto seen = projector.unproject_frame(to_world(camera, cursor_px));
  const auto centre = place && seen ? centre_that_shows(*place, *seen) : std::nullopt;
  return {camera, half_open(centre.value_or(projector.centre()))};
}

}  // namespace gs
