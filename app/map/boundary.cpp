#include "map/boundary.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "map/sphere.hpp"

namespace gs {
namespace {

constexpr double kPi = std::numbers::pi;

}  // namespace

Boundary::Boundary(const Frame& frame) : frame_(frame), corners_(4 + 4 * frame.interruptions.size()) {
  if (frame.cut == CutKind::slit) corners_ = 2;
}

/// The rectangle's corners clockwise from the lower left one, with the four of each interruption between them.
glm::dvec2 Boundary::corner(std::size_t i) const {
  i %= corners_;
  if (frame_.cut == CutKind::slit) return {i == 0 ? -kPi : kPi, i == 0 ? -frame_.slit : frame_.slit};
  const auto& all = frame_.interruptions;
  const auto along = [&](bool north, std::size_t nth, std::size_t part) {
    for (std::size_t k = 0; k < all.size(); ++k) {
      const Interruption& one = north ? all[k] : all[all.size() - 1 - k];
      if (one.north != north || nth-- != 0) continue;
      const bool west = north == (part < 2), deep = part == 1 || part == 2;
      return glm::dvec2(one.lam + (west ? -kBesideInterruption : kBesideInterruption),
                        deep ? one.phi : north ? frame_.phi_max : frame_.phi_min);
    }
    return glm::dvec2(0);
  };
  std::size_t north = 0;
  for (const Interruption& one : all) north += one.north;
  if (i == 0) return {-kPi, frame_.phi_min};
  if (i == 1) return {-kPi, frame_.phi_max};
  if (i < 2 + 4 * north) return along(true, (i - 2) / 4, (i - 2) % 4);
  i -= 4 * north;
  if (i == 2) return {kPi, frame_.phi_max};
  if (i == 3) return {kPi, frame_.phi_min};
  return along(false, (i - 4) / 4, (i - 4) % 4);
}

double Boundary::parameter(glm::dvec2 p) const {
  if (frame_.cut == CutKind::horizon) {
    const glm::dvec3 u = unit_vector(p);
    const double t = std::atan2(u.y, u.z) * 2.0 / kPi;
    return t < 0 ? t + 4.0 : t;
  }
  if (frame_.cut == CutKind::slit) {
    const double up = std::clamp((p.y + frame_.slit) / (2.0 * frame_.slit), 0.0, 1.0);
    return p.x < 0 ? 2.0 * up : 4.0 - 2.0 * up;
  }
  // The side that the point is nearest to: upright sides by longitude, level ones by latitude.
  double best = HUGE_VAL, t = 0;
  for (std::size_t i = 0; i < corners_; ++i) {
    const glm::dvec2 a = corner(i), b = corner(i + 1);
    const bool upright = std::abs(a.x - b.x) < 3.0 * kBesideInterruption;
    if (upright && a.y == b.y) continue;  // the end of an interruption
    const double low = std::min(upright ? a.y : a.x, upright ? b.y : b.x), high = std::max(upright ? a.y : a.x, upright ? b.y : b.x);
    const double along = upright ? p.y : p.x, beyond = std::max({0.0, low - along, along - high});
    const double off = std::abs(upright ? p.x - a.x : p.y - a.y) + beyond;
    if (!(off < best)) continue;
    best = off;
    const double from = upright ? a.y : a.x, to = upright ? b.y : b.x;
    t = (static_cast<double>(i) + std::clamp((along - from) / (to - from), 0.0, 1.0)) * side();
  }
  return t;
}

glm::dvec2 Boundary::at(double t) const {
  t -= 4.0 * std::floor(t / 4.0);
  if (frame_.cut == CutKind::horizon) {
    const double azimuth = t * kPi / 2.0;
    const double x = frame_.horizon_cos, r = std::sqrt(1.0 - x * x);
    return lam_phi_of({x, r * std::sin(azimuth), r * std::cos(azimuth)});
  }
  const double at = t / side();
  const auto i = std::min(static_cast<std::size_t>(at), corners_ - 1);
  if (frame_.cut == CutKind::slit) {
    const double up = (2.0 * (at - static_cast<double>(i)) - 1.0) * frame_.slit;
    return i == 0 ? glm::dvec2(-kPi, up) : glm::dvec2(kPi, -up);
  }
  const glm::dvec2 a = corner(i), b = corner(i + 1);
  return a + (b - a) * (at - static_cast<double>(i));
}

void Boundary::walk(double t0, double t1, FramePath& path) const {
  if (!path.edge.empty()) path.edge.back() = EdgeKind::boundary;
  // Corners of the rectangle; on the circle every 45 degrees, so that each edge is the short way round.
  // Of a slit, where each side has an end of its own, both sides' points at a corner.
  if (frame_.cut == CutKind::slit) {
    for (double t = 2.0 * (std::floor(t0 / 2.0) + 1.0); t < t1; t += 2.0) {
      const bool top = std::fmod(t, 4.0) != 0.0;
      for (const double lam : {top ? -kPi : kPi, top ? kPi : -kPi}) {
        path.lam_phi.push_back({lam, top ? frame_.slit : -frame_.slit});
        path.edge.push_back(EdgeKind::boundary);
      }
    }
    return;
  }
  if (frame_.cut == CutKind::horizon) {
    for (double t = 0.5 * (std::floor(t0 / 0.5) + 1.0); t < t1; t += 0.5) {
      path.lam_phi.push_back(at(t));
      path.edge.push_back(EdgeKind::boundary);
    }
    return;
  }
  const auto last = static_cast<std::size_t>(std::ceil(t1 / side()));
  for (std::size_t i = static_cast<std::size_t>(std::floor(t0 / side())) + 1; i < last; ++i) {
    path.lam_phi.push_back(corner(i));
    path.edge.push_back(EdgeKind::boundary);
  }
}

void Boundary::all(FramePath& path) const {
  path.clear();
  path.lam_phi.push_back(at(0));
  path.edge.push_back(EdgeKind::boundary);
  walk(0, 4, path);
  if (frame_.cut != CutKind::slit) return;
  path.lam_phi.push_back({kPi, -frame_.slit});
  path.edge.push_back(EdgeKind::boundary);
}

}  // namespace gs
