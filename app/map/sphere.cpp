#include "map/sphere.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <glm/geometric.hpp>

namespace gs {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kRad = kPi / 180.0;

double wrapped(double radians) { return std::remainder(radians, 2.0 * kPi); }

/// Twice the signed area of the triangle south pole, a, b: tan(E / 2) from the two sides at the pole and their angle.
double half_excess(glm::dvec2 a, glm::dvec2 b) {
  const double turn = wrapped(b.x - a.x);
  const double ha = kPi / 4 + a.y / 2, hb = kPi / 4 + b.y / 2;
  const double s = std::sin(ha) * std::sin(hb), c = std::cos(ha) * std::cos(hb);
  return std::atan2(s * std::sin(turn), c + s * std::cos(turn));
}

struct RingSums {
  double area = 0;  // to the right, modulo 4 pi
  double turn = 0;  // around the axis, eastward
};

RingSums sums(std::span<const glm::dvec2> ring) {
  RingSums out;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const glm::dvec2 a = ring[i] * kRad, b = ring[(i + 1) % ring.size()] * kRad;
    out.area += 2.0 * half_excess(a, b);
    out.turn += wrapped(b.x - a.x);
  }
  return out;
}

/// Does the arc a -> b cross the meridian of p on the way from p to the south pole?
bool crosses_south_of(glm::dvec2 p, glm::dvec2 a, glm::dvec2 b) {
  const double ra = wrapped(a.x - p.x), rb = wrapped(b.x - p.x);
  if ((ra <= 0) == (rb <= 0) || std::abs(ra - rb) > kPi) return false;
  const glm::dvec3 n = glm::cross(unit_vector({ra, a.y}), unit_vector({rb, b.y}));
  if (n.z == 0) return std::max(a.y, b.y) < p.y;  // along the meridian
  return std::atan(-n.x / n.z) < p.y;
}

}  // namespace

glm::dvec3 unit_vector(glm::dvec2 lam_phi) {
  const double c = std::cos(lam_phi.y);
  return {c * std::cos(lam_phi.x), c * std::sin(lam_phi.x), std::sin(lam_phi.y)};
}

glm::dvec2 lam_phi_of(const glm::dvec3& unit) {
  return {std::atan2(unit.y, unit.x), std::atan2(unit.z, std::sqrt(unit.x * unit.x + unit.y * unit.y))};
}

double angle_between(const glm::dvec3& a, const glm::dvec3& b) {
  return std::atan2(glm::length(glm::cross(a, b)), glm::dot(a, b));
}

LonLat along_arc(LonLat a, LonLat b, double fraction) {
  const glm::dvec3 u = unit_vector({a.lon * kRad, a.lat * kRad}), v = unit_vector({b.lon * kRad, b.lat * kRad});
  const glm::dvec3 across = v - u * glm::dot(u, v);
  const double length = glm::length(across);
  if (length < 1e-12) return a;
  const double s = fraction * angle_between(u, v);
  const glm::dvec2 out = lam_phi_of(u * std::cos(s) + across * (std::sin(s) / length));
  return {out.x / kRad, out.y / kRad};
}

double ring_area(std::span<const glm::dvec2> ring) {
  const double area = std::fmod(sums(ring).area, 4.0 * kPi);
  return area < 0 ? area + 4.0 * kPi : area;
}

bool contains(std::span<const std::span<const glm::dvec2>> polygon, LonLat point) {
  const glm::dvec2 p{point.lon * kRad, point.lat * kRad};
  RingSums total;
  bool crossed = false;
  for (const auto& ring : polygon) {
    const RingSums of_ring = sums(ring);
    total.area += of_ring.area;
    total.turn += of_ring.turn;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      if (crosses_south_of(p, ring[i] * kRad, ring[(i + 1) % ring.size()] * kRad)) crossed = !crossed;
    }
  }
  // A ring once around the axis has the south pole on its right when it runs east. A polygon that does not go around
  // the axis holds the pole only when it is the outside of its rings: its signed area is negative then.
  const bool around = std::abs(total.turn) > kPi;
  const bool pole_inside = around ? total.turn > 0 : total.area < 0;
  return pole_inside != crossed;
}

bool wind_smaller(std::vector<glm::dvec2>& ring) {
  if (ring_area(ring) <= 2.0 * kPi) return false;
  std::reverse(ring.begin(), ring.end());
  return true;
}

}  // namespace gs
