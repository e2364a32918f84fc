#include "map/projection_blend.hpp"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "map/sphere.hpp"

namespace gs {
namespace {

constexpr double kInside = 1e-9;  // radians, and of a cosine: at its very edge a map may have no place

/// The place of the map that is nearest to one of the sphere.
glm::dvec2 nearest_shown(const Frame& frame, glm::dvec2 lam_phi) {
  if (frame.visible(lam_phi)) return lam_phi;
  if (frame.cut == CutKind::antimeridian) {
    return {lam_phi.x, std::clamp(lam_phi.y, frame.phi_min + kInside, frame.phi_max - kInside)};
  }
  const glm::dvec3 u = unit_vector(lam_phi);
  const double aside = std::sqrt(u.y * u.y + u.z * u.z), x = std::min(1.0, frame.horizon_cos + kInside), r = std::sqrt(1.0 - x * x);
  if (aside < 1e-12) return lam_phi_of({x, r, 0.0});
  return lam_phi_of({x, u.y / aside * r, u.z / aside * r});
}

}  // namespace

bool ProjectionBlend::possible(const Projector& from, const Projector& to) {
  const auto plain = [](const Projector& p) {
    const CutKind cut = p.info().cut;
    return (cut == CutKind::antimeridian && p.info().interruptions.empty() && !p.frame().tilted) || p.info().globe();
  };
  return plain(from) && plain(to) && from.info().cut == to.info().cut && from.centre() == to.centre();
}

Frame ProjectionBlend::frame() const {
  Frame out = from.frame();
  const Frame& end = to.frame();
  out.phi_min = glm::mix(out.phi_min, end.phi_min, share);
  out.phi_max = glm::mix(out.phi_max, end.phi_max, share);
  const auto reach = [](const Frame& f) { return std::acos(std::clamp(f.horizon_cos, -1.0, 1.0)); };
  if (share == 1.0) out.horizon_cos = end.horizon_cos;
  else if (share > 0.0) out.horizon_cos = std::cos(glm::mix(reach(out), reach(end), share));
  return out;
}

glm::dvec2 ProjectionBlend::project(glm::dvec2 lam_phi) const {
  if (share <= 0.0) return from.project_frame(lam_phi);
  if (share >= 1.0) return to.project_frame(lam_phi);
  const glm::dvec2 a = from.project_frame(nearest_shown(from.frame(), lam_phi));
  const glm::dvec2 b = to.project_frame(nearest_shown(to.frame(), lam_phi));
  return a.x == HUGE_VAL || b.x == HUGE_VAL ? glm::dvec2(HUGE_VAL) : glm::mix(a, b, share);
}

std::array<std::optional<glm::dvec2>, 2> ProjectionBlend::guesses(glm::dvec2 plane) const {
  return {from.unproject_frame(plane), to.unproject_frame(plane)};
}

void Projector::blend(double share) {
  if (!blend_) return;
  blend_->share = std::clamp(share, 0.0, 1.0);
  frame_ = blend_->frame();
}

void Projector::blend_around(double lon_0, double lat_0) {
  blend_->from.recentre(lon_0, lat_0);
  blend_->to.recentre(lon_0, lat_0);
  frame_ = blend_->frame();
}

}  // namespace gs
