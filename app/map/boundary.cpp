#include "map/boundary.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "map/sphere.hpp"

namespace gs {
namespace {

constexpr double kPi = std::numbers::pi;

}  // namespace

double Boundary::parameter(glm::dvec2 p) const {
  if (frame_.cut == CutKind::horizon) {
    const glm::dvec3 u = unit_vector(p);
    const double t = std::atan2(u.y, u.z) * 2.0 / kPi;
    return t < 0 ? t + 4.0 : t;
  }
  const double height = frame_.phi_max - frame_.phi_min;
  const double up = std::clamp((p.y - frame_.phi_min) / height, 0.0, 1.0);
  const double right = std::clamp((p.x + kPi) / (2.0 * kPi), 0.0, 1.0);
  if (p.x <= -kPi) return up;
  if (p.x >= kPi) return 3.0 - up;
  return p.y > 0.5 * (frame_.phi_min + frame_.phi_max) ? 1.0 + right : 4.0 - right;
}

glm::dvec2 Boundary::at(double t) const {
  t -= 4.0 * std::floor(t / 4.0);
  if (frame_.cut == CutKind::horizon) {
    const double azimuth = t * kPi / 2.0;
    const double x = frame_.horizon_cos, r = std::sqrt(1.0 - x * x);
    return lam_phi_of({x, r * std::sin(azimuth), r * std::cos(azimuth)});
  }
  const double height = frame_.phi_max - frame_.phi_min;
  if (t < 1) return {-kPi, frame_.phi_min + t * height};
  if (t < 2) return {-kPi + (t - 1) * 2.0 * kPi, frame_.phi_max};
  if (t < 3) return {kPi, frame_.phi_max - (t - 2) * height};
  return {kPi - (t - 3) * 2.0 * kPi, frame_.phi_min};
}

void Boundary::walk(double t0, double t1, FramePath& path) const {
  if (!path.edge.empty()) path.edge.back() = EdgeKind::boundary;
  // Corners of the rectangle; on the circle every 45 degrees, so that each edge is the short way round.
  const double step = frame_.cut == CutKind::horizon ? 0.5 : 1.0;
  for (double t = step * (std::floor(t0 / step) + 1.0); t < t1; t += step) {
    path.lam_phi.push_back(at(t));
    path.edge.push_back(EdgeKind::boundary);
  }
}

void Boundary::all(FramePath& path) const {
  path.clear();
  path.lam_phi.push_back(at(0));
  path.edge.push_back(EdgeKind::boundary);
  walk(0, 4, path);
}

}  // namespace gs
