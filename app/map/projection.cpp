#include "map/projection.hpp"

#include <geodesic.h>
#include <proj.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "map/projection_text.hpp"
#include "map/sphere.hpp"

namespace gs {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kRad = kPi / 180.0;
constexpr double kUnset = HUGE_VAL;

// The cut lies a hair (0.3 mm) beside lon_0 + 180 and the horizon a hair inside its circle, so that no vertex of real
// data, which has round coordinates and follows the antimeridian in places, lies on the cut itself.
constexpr double kCutAside = 3.1e-9;       // degrees
constexpr double kHorizonInside = 1.3e-9;  // cosine

double wrap_degrees(double lon) {
  if (lon >= -180.0 && lon < 180.0) return lon;
  const double turned = lon - 360.0 * std::floor((lon + 180.0) / 360.0);
  return turned < 180.0 ? turned : -180.0;
}

Frame make_frame(const ProjectionInfo& info, double lon_0, double lat_0) {
  Frame frame;
  frame.cut = info.cut;
  frame.centre = {wrap_degrees(lon_0), info.globe() ? std::clamp(lat_0, -90.0, 90.0) : 0.0};
  frame.horizon_cos = std::cos(info.horizon_deg * kRad) + kHorizonInside;
  frame.phi_min = info.lat_min > -90.0 ? (info.lat_min + kCutAside) * kRad : -kPi / 2;
  frame.phi_max = info.lat_max < 90.0 ? (info.lat_max - kCutAside) * kRad : kPi / 2;
  const double cl = std::cos(frame.centre.lon * kRad), sl = std::sin(frame.centre.lon * kRad);
  const double cp = std::cos(frame.centre.lat * kRad), sp = std::sin(frame.centre.lat * kRad);
  frame.turn = glm::dmat3{{cp * cl, -sl, -sp * cl}, {cp * sl, cl, -sp * sl}, {sp, 0.0, cp}};  // columns
  return frame;
}

}  // namespace

glm::dvec2 Frame::from_geographic(double lon_deg, double lat_deg) const {
  if (cut == CutKind::antimeridian) return {wrap_degrees(lon_deg - centre.lon + kCutAside) * kRad, lat_deg * kRad};
  return lam_phi_of(turn * unit_vector({lon_deg * kRad, lat_deg * kRad}));
}

LonLat Frame::to_geographic(glm::dvec2 lam_phi) const {
  if (cut == CutKind::antimeridian) {
    return {wrap_degrees(lam_phi.x / kRad + centre.lon - kCutAside), lam_phi.y / kRad};
  }
  const glm::dvec2 out = lam_phi_of(glm::transpose(turn) * unit_vector(lam_phi));
  return {wrap_degrees(out.x / kRad), out.y / kRad};
}

bool Frame::visible(glm::dvec2 lam_phi) const {
  if (cut == CutKind::antimeridian) return lam_phi.y >= phi_min && lam_phi.y <= phi_max;
  return std::cos(lam_phi.y) * std::cos(lam_phi.x) > horizon_cos;
}

struct Projector::Handle {
  PJ_CONTEXT* context = nullptr;
  PJ* pj = nullptr;
  ~Handle() {
    if (pj) proj_destroy(pj);
    if (context) proj_context_destroy(context);
  }
};

Projector::Projector(std::unique_ptr<Handle> handle, const ProjectionInfo& info)
    : handle_(std::move(handle)), info_(info) {}
Projector::~Projector() = default;
Projector::Projector(Projector&&) noexcept = default;
Projector& Projector::operator=(Projector&&) noexcept = default;

Result<Projector> Projector::open(const std::string& proj_string, const ProjectionInfo& info, std::string where) {
  auto handle = std::make_unique<Handle>();
  handle->context = proj_context_create();
  if (!handle->context) return Error{std::move(where), "PROJ: out of memory"};
  proj_log_level(handle->context, PJ_LOG_NONE);
  handle->pj = proj_create(handle->context, proj_string.c_str());
  if (!handle->pj) {
    const char* message = proj_context_errno_string(handle->context, proj_context_errno(handle->context));
    return Error{std::move(where), std::string("PROJ: ") + (message ? message : "unknown error")};
  }
  return Projector(std::move(handle), info);
}

Result<Projector> Projector::create(ProjectionId id, double lon_0, double lat_0) {
  const ProjectionInfo& info = projection_info(id);
  const std::string where = "projection " + std::string(info.key);
  if (!std::isfinite(lon_0) || !std::isfinite(lat_0)) return Error{where, "the centre is not a number"};
  Result<Projector> made = open(std::string(info.proj) + sphere_parameters(), info, where);
  if (made) made->recentre(lon_0, lat_0);
  return made;
}

Result<Projector> Projector::create(std::string_view proj_string) {
  const Result<ProjectionText> text = read_projection_text(proj_string);
  if (!text) return text.error();
  Result<Projector> made = open(text->parameters + sphere_parameters(), text->info, std::string(proj_string));
  if (made) made->recentre(text->centre.lon, text->centre.lat);
  return made;
}

void Projector::recentre(double lon_0, double lat_0) { frame_ = make_frame(info_, lon_0, lat_0); }

bool Projector::forward(double lon_deg, double lat_deg, glm::dvec2& out) const {
  if (!(std::abs(lat_deg) <= 90.0) || !std::isfinite(lon_deg)) return false;
  const glm::dvec2 lam_phi = frame_.from_geographic(lon_deg, lat_deg);
  if (!frame_.visible(lam_phi)) return false;
  const glm::dvec2 plane = project_frame(lam_phi);
  if (plane.x == kUnset) return false;
  out = plane;
  return true;
}

std::optional<LonLat> Projector::inverse(glm::dvec2 plane) const {
  const auto lam_phi = unproject_frame(plane);
  if (!lam_phi) return std::nullopt;
  return frame_.to_geographic(*lam_phi);
}

std::size_t Projector::forward(std::span<const glm::dvec2> lon_lat, std::span<glm::dvec2> plane) const {
  for (std::size_t i = 0; i < lon_lat.size(); ++i) {
    const glm::dvec2 p = lon_lat[i];
    const bool sane = std::abs(p.y) <= 90.0 && std::isfinite(p.x);
    const glm::dvec2 lam_phi = sane ? frame_.from_geographic(p.x, p.y) : glm::dvec2(kUnset);
    plane[i] = sane && frame_.visible(lam_phi) ? lam_phi : glm::dvec2(kUnset);
  }
  project_frame(plane);
  return static_cast<std::size_t>(
      std::count_if(plane.begin(), plane.end(), [](const glm::dvec2& p) { return p.x != kUnset; }));
}

void Projector::project_frame(std::span<glm::dvec2> points) const {
  if (points.empty()) return;
  const std::size_t n = points.size(), stride = sizeof(glm::dvec2);
  proj_trans_generic(handle_->pj, PJ_FWD, &points[0].x, stride, n, &points[0].y, stride, n, nullptr, 0, 0, nullptr, 0,
                     0);
  for (glm::dvec2& p : points) {
    p = std::isfinite(p.x) && std::isfinite(p.y) ? p * (1.0 / kEarthRadius) : glm::dvec2(kUnset);
  }
}

glm::dvec2 Projector::project_frame(glm::dvec2 lam_phi) const {
  const PJ_COORD out = proj_trans(handle_->pj, PJ_FWD, proj_coord(lam_phi.x, lam_phi.y, 0, 0));
  if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y)) return glm::dvec2(kUnset);
  return glm::dvec2(out.xy.x, out.xy.y) * (1.0 / kEarthRadius);
}

std::optional<glm::dvec2> Projector::unproject_frame(glm::dvec2 plane) const {
  if (!std::isfinite(plane.x) || !std::isfinite(plane.y)) return std::nullopt;
  const glm::dvec2 metres = plane * kEarthRadius;
  const PJ_COORD back = proj_trans(handle_->pj, PJ_INV, proj_coord(metres.x, metres.y, 0, 0));
  const glm::dvec2 lam_phi{back.lp.lam, back.lp.phi};
  if (!std::isfinite(lam_phi.x) || !std::isfinite(lam_phi.y) || !frame_.visible(lam_phi)) return std::nullopt;
  // Outside the outline PROJ often gives the longitude of another turn: then the way back does not return.
  const glm::dvec2 again = project_frame(lam_phi);
  constexpr double kSame = 1e-5;
  if (!(std::abs(again.x - plane.x) < kSame && std::abs(again.y - plane.y) < kSame)) return std::nullopt;
  return lam_phi;
}

double distance_km(LonLat a, LonLat b) {
  geod_geodesic wgs84;
  geod_init(&wgs84, 6378137.0, 1.0 / 298.257223563);
  double metres = 0;
  geod_inverse(&wgs84, a.lat, a.lon, b.lat, b.lon, &metres, nullptr, nullptr);
  return metres / 1000.0;
}

}  // namespace gs
