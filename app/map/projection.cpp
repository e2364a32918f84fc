#include "map/projection.hpp"

#include <geodesic.h>
#include <proj.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include <glm/geometric.hpp>

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
  frame.interruptions = info.interruptions;
  const double cl = std::cos(frame.centre.lon * kRad), sl = std::sin(frame.centre.lon * kRad);
  const double cp = std::cos(frame.centre.lat * kRad), sp = std::sin(frame.centre.lat * kRad);
  frame.turn = glm::dmat3{{cp * cl, -sl, -sp * cl}, {cp * sl, cl, -sp * sl}, {sp, 0.0, cp}};  // columns
  return frame;
}

constexpr std::string_view kByProj = "PROJ: ";

void silence(void*, int, const char*) {}
void keep(void* said, int, const char* message) { *static_cast<std::string*>(said) = message; }

/// From here on `said` holds the last error that PROJ tells of; it must stay until the function is set anew.
void listen(PJ_CONTEXT* context, std::string& said) {
  proj_log_level(context, PJ_LOG_ERROR);
  proj_log_func(context, &said, keep);
}

/// PROJ's own words, without the name of its function; where it said nothing, those for its error's number.
std::string said_by_proj(PJ_CONTEXT* context, std::string said) {
  for (const std::string_view name : {"proj_create: ", "pj_create_internal: ", "pj_obj_create: "}) {
    if (said.starts_with(name)) said.erase(0, name.size());
  }
  if (said.empty()) {
    const char* message = proj_context_errno_string(context, proj_context_errno(context));
    said = message ? message : "unknown error";
  }
  return std::string(kByProj) + said;
}

}  // namespace

glm::dvec2 Frame::from_geographic(double lon_deg, double lat_deg) const {
  if (cut == CutKind::antimeridian && !tilted) {
    return {wrap_degrees(lon_deg - centre.lon + kCutAside) * kRad, lat_deg * kRad};
  }
  return lam_phi_of(turn * unit_vector({lon_deg * kRad, lat_deg * kRad}));
}

LonLat Frame::to_geographic(glm::dvec2 lam_phi) const {
  if (cut == CutKind::antimeridian && !tilted) {
    return {wrap_degrees(lam_phi.x / kRad + centre.lon - kCutAside), lam_phi.y / kRad};
  }
  const glm::dvec2 out = lam_phi_of(glm::transpose(turn) * unit_vector(lam_phi));
  return {wrap_degrees(out.x / kRad), out.y / kRad};
}

bool Frame::visible(glm::dvec2 lam_phi) const {
  if (cut == CutKind::antimeridian) return lam_phi.y >= phi_min && lam_phi.y <= phi_max;
  if (cut == CutKind::slit) return true;
  return std::cos(lam_phi.y) * std::cos(lam_phi.x) > horizon_cos;
}

struct Projector::Handle {
  struct Seed {
    glm::dvec2 lam_phi, plane;
  };
  PJ_CONTEXT* context = nullptr;
  PJ* pj = nullptr;
  bool inverts = true;      // PROJ has an inverse
  std::vector<Seed> seeds;  // where the search for a place begins that PROJ's inverse does not find
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
  std::string said;
  listen(handle->context, said);
  handle->pj = proj_create(handle->context, proj_string.c_str());
  if (!handle->pj) return Error{std::move(where), said_by_proj(handle->context, said)};
  proj_log_func(handle->context, nullptr, silence);
  if (proj_angular_output(handle->pj, PJ_FWD)) return Error{std::move(where), "makes no map: its results are angles"};
  return Projector(std::move(handle), info);
}

void Projector::place(const ProjectionText& text) {
  frame_ = make_frame(info_, text.centre.lon, text.centre.lat);
  fixed_ = text.turn.has_value();
  proj_from_frame_ = text.proj_from_frame;
  if (!fixed_) return;
  frame_.turn = *text.turn;
  frame_.slit = text.slit;
  frame_.tilted = info_.cut == CutKind::antimeridian;
  frame_.centre = frame_.to_geographic({0, 0});
}

void Projector::sow() {
  constexpr int kStep = 4;  // degrees
  for (int phi = -90 + kStep / 2; phi < 90; phi += kStep) {
    for (int lam = -180 + kStep / 2; lam < 180; lam += kStep) {
      const glm::dvec2 at{lam * kRad, phi * kRad};
      if (!frame_.visible(at)) continue;
      if (const glm::dvec2 plane = project_frame(at); plane.x != kUnset) handle_->seeds.push_back({at, plane});
    }
  }
  // Without an inverse PROJ gives none of any place.
  handle_->inverts = std::any_of(handle_->seeds.begin(), handle_->seeds.end(), [this](const auto& seed) {
    const PJ_COORD back = proj_trans(handle_->pj, PJ_INV, proj_coord(seed.plane.x * kEarthRadius, seed.plane.y * kEarthRadius, 0, 0));
    return std::isfinite(back.lp.lam) && std::isfinite(back.lp.phi);
  });
}

Result<Projector> Projector::create(ProjectionId id, double lon_0, double lat_0) {
  const ProjectionInfo& info = projection_info(id);
  const std::string where = "projection " + std::string(info.key);
  if (!std::isfinite(lon_0) || !std::isfinite(lat_0)) return Error{where, "the centre is not a number"};
  if (info.cut == CutKind::slit) {
    const Result<ProjectionText> text = read_projection_text(info.proj);
    if (!text) return Error{where, text.error().what};
    Result<Projector> made = open(text->parameters + sphere_parameters(), info, where);
    if (made) made->place(*text);
    return made;
  }
  Result<Projector> made = open(std::string(info.proj) + sphere_parameters(), info, where);
  if (made) made->recentre(lon_0, lat_0);
  return made;
}

Result<Projector> Projector::create(std::string_view proj_string) {
  const Result<ProjectionText> text = read_projection_text(proj_string);
  if (!text) return text.error();
  const auto make = [&](const ProjectionText& cut) -> Result<Projector> {
    Result<Projector> made = open(cut.parameters + sphere_parameters(), cut.info, std::string(proj_string));
    if (!made) return made;
    made->place(cut);
    if (const auto flaw = flaw_of(*made, cut.unknown)) {
      return Error{std::string(proj_string), "this map cannot be cut so that it is whole: it " + *flaw};
    }
    made->sow();
    return made;
  };
  Result<Projector> whole = make(*text);
  if (whole || !text->unknown || whole.error().what.starts_with(kByProj)) return whole;
  for (const double degrees : {85.0, 75.0}) {
    if (Result<Projector> made = make(within_band(*text, degrees))) return made;
  }
  if (text->turn) return whole;
  for (const double degrees : {80.0, 60.0, 40.0, 20.0, 8.0}) {
    if (Result<Projector> made = make(within_circle(*text, degrees))) return made;
  }
  return whole;
}

void Projector::recentre(double lon_0, double lat_0) {
  if (!fixed_) frame_ = make_frame(info_, lon_0, lat_0);
}

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

/// Where PROJ is to be asked for a point of the frame.
glm::dvec2 Projector::proj_input(glm::dvec2 lam_phi) const {
  return proj_from_frame_ ? lam_phi_of(*proj_from_frame_ * unit_vector(lam_phi)) : lam_phi;
}

void Projector::project_frame(std::span<glm::dvec2> points) const {
  if (points.empty()) return;
  if (proj_from_frame_) {
    for (glm::dvec2& p : points) {
      if (p.x != kUnset) p = proj_input(p);
    }
  }
  const std::size_t n = points.size(), stride = sizeof(glm::dvec2);
  proj_trans_generic(handle_->pj, PJ_FWD, &points[0].x, stride, n, &points[0].y, stride, n, nullptr, 0, 0, nullptr, 0,
                     0);
  for (glm::dvec2& p : points) {
    p = std::isfinite(p.x) && std::isfinite(p.y) ? p * (1.0 / kEarthRadius) : glm::dvec2(kUnset);
  }
}

glm::dvec2 Projector::project_frame(glm::dvec2 lam_phi) const {
  const glm::dvec2 in = proj_input(lam_phi);
  const PJ_COORD out = proj_trans(handle_->pj, PJ_FWD, proj_coord(in.x, in.y, 0, 0));
  if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y)) return glm::dvec2(kUnset);
  return glm::dvec2(out.xy.x, out.xy.y) * (1.0 / kEarthRadius);
}

/// PROJ inverts some projections by iteration, to a metre: Newton's steps, with the slopes taken from the projection
/// itself, bring the rest. Stays as it is where they do not come nearer.
glm::dvec2 Projector::refined(glm::dvec2 lam_phi, glm::dvec2 plane) const {
  constexpr double kAside = 1e-6, kNear = 1e-12;
  glm::dvec2 off = plane - project_frame(lam_phi);
  for (int steps = 0; steps < 20; ++steps) {
    const double apart = std::abs(off.x) + std::abs(off.y);
    if (!(apart > kNear)) break;
    const glm::dvec2 inwards{lam_phi.x > 0 ? -kAside : kAside, lam_phi.y > 0 ? -kAside : kAside};  // stays on the sheet
    const glm::dvec2 here = plane - off;
    const glm::dvec2 u = (project_frame({lam_phi.x + inwards.x, lam_phi.y}) - here) / inwards.x;
    const glm::dvec2 v = (project_frame({lam_phi.x, lam_phi.y + inwards.y}) - here) / inwards.y;
    const double det = u.x * v.y - u.y * v.x;
    if (!std::isfinite(det) || std::abs(det) < 1e-9) break;
    glm::dvec2 step = glm::dvec2(off.x * v.y - off.y * v.x, u.x * off.y - u.y * off.x) / det;
    bool nearer = false;
    for (int halvings = 0; halvings < 5 && !nearer; ++halvings, step *= 0.5) {
      const glm::dvec2 next = lam_phi + step;
      if (std::abs(next.x) > kPi || std::abs(next.y) > kPi / 2 || !frame_.visible(next)) continue;
      const glm::dvec2 then = plane - project_frame(next);
      nearer = std::abs(then.x) + std::abs(then.y) < apart;
      if (nearer) lam_phi = next, off = then;
    }
    if (!nearer) break;
  }
  return lam_phi;
}

/// PROJ's inverse, if it leads back.
std::optional<glm::dvec2> Projector::inverse_by_proj(glm::dvec2 plane) const {
  const glm::dvec2 metres = plane * kEarthRadius;
  const PJ_COORD back = proj_trans(handle_->pj, PJ_INV, proj_coord(metres.x, metres.y, 0, 0));
  glm::dvec2 lam_phi{back.lp.lam, back.lp.phi};
  if (!std::isfinite(lam_phi.x) || !std::isfinite(lam_phi.y)) return std::nullopt;
  if (proj_from_frame_) lam_phi = lam_phi_of(glm::transpose(*proj_from_frame_) * unit_vector(lam_phi));
  // Outside the outline PROJ often gives the longitude of another turn: then the way back does not return.
  if (!frame_.visible(lam_phi) || !leads_to(lam_phi, plane)) return std::nullopt;
  return refined(lam_phi, plane);
}

bool Projector::leads_to(glm::dvec2 lam_phi, glm::dvec2 plane) const {
  const glm::dvec2 again = project_frame(lam_phi);
  constexpr double kSame = 1e-5;
  return std::abs(again.x - plane.x) < kSame && std::abs(again.y - plane.y) < kSame;
}

/// From the nearest seeds on, one after the other.
std::optional<glm::dvec2> Projector::inverse_by_search(glm::dvec2 plane) const {
  constexpr std::size_t kTries = 6;
  std::array<std::pair<double, std::size_t>, kTries> nearest;
  nearest.fill({HUGE_VAL, 0});
  for (std::size_t i = 0; i < handle_->seeds.size(); ++i) {
    const glm::dvec2 d = handle_->seeds[i].plane - plane;
    std::pair<double, std::size_t> one{glm::dot(d, d), i};
    for (auto& kept : nearest) {
      if (one.first < kept.first) std::swap(one, kept);
    }
  }
  for (const auto& [off, i] : nearest) {
    if (off == HUGE_VAL) break;
    const glm::dvec2 found = refined(handle_->seeds[i].lam_phi, plane);
    if (leads_to(found, plane)) return found;
  }
  return std::nullopt;
}

std::optional<glm::dvec2> Projector::unproject_frame(glm::dvec2 plane) const {
  if (!std::isfinite(plane.x) || !std::isfinite(plane.y)) return std::nullopt;
  if (handle_->inverts) {
    const auto found = inverse_by_proj(plane);
    if (found || handle_->seeds.empty()) return found;
  }
  return inverse_by_search(plane);
}

double distance_km(LonLat a, LonLat b) {
  geod_geodesic wgs84;
  geod_init(&wgs84, 6378137.0, 1.0 / 298.257223563);
  double metres = 0;
  geod_inverse(&wgs84, a.lat, a.lon, b.lat, b.lon, &metres, nullptr, nullptr);
  return metres / 1000.0;
}

}  // namespace gs
