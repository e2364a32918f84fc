// Which country a place lies in, and how far from one it is.
#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <glm/vec3.hpp>
#include <limits>

#include "map/basemap.hpp"
#include "map/sphere.hpp"

namespace gs {
namespace {

constexpr double kMetersPerKm = 1000;

/// Longitude difference brought into [-180, 180).
double wrap(double degrees) { return degrees - 360 * std::floor((degrees + 180) / 360); }

/// Whether a polygon holds a place: the meridian from the place to the north pole, which no land touches, crosses its
/// edges an odd number of times. Right on both sides of the antimeridian and around the south pole.
bool crosses_odd(const Detail& detail, const Ring& ring, double longitude, double latitude) {
  bool odd = false;
  for (std::uint32_t i = 0, j = ring.count - 1; i < ring.count; j = i++) {
    const glm::dvec2 a = detail.points[ring.first + j], b = detail.points[ring.first + i];
    const double ax = wrap(a.x - longitude), bx = wrap(b.x - longitude);
    if ((ax <= 0) == (bx <= 0) || std::abs(ax - bx) >= 180) continue;
    if (a.y + (b.y - a.y) * (-ax / (bx - ax)) > latitude) odd = !odd;
  }
  return odd;
}

bool polygon_holds(const Detail& detail, std::size_t first_ring, double longitude, double latitude) {
  bool inside = false;
  for (std::size_t r = first_ring;
       r < detail.rings.size() && detail.rings[r].polygon == detail.rings[first_ring].polygon; ++r)
    if (crosses_odd(detail, detail.rings[r], longitude, latitude)) inside = !inside;
  return inside;
}

glm::dvec3 direction(glm::dvec2 degrees) { return unit_vector(glm::radians(degrees)); }

/// Angle in radians from p to the great-circle arc from a to b; all are unit vectors.
double angle_to_arc(const glm::dvec3& p, const glm::dvec3& a, const glm::dvec3& b) {
  const glm::dvec3 n = glm::cross(a, b);
  const double length = glm::length(n);
  const bool between = length > 1e-12 && glm::dot(glm::cross(n, a), p) > 0 && glm::dot(glm::cross(b, n), p) > 0;
  if (between) return std::asin(std::min(1.0, std::abs(glm::dot(p, n)) / length));
  return std::min(angle_between(p, a), angle_between(p, b));
}

}  // namespace

std::optional<std::size_t> find_country(const BaseMap& map, std::string_view iso3) {
  for (std::size_t i = 0; i < map.countries.size(); ++i)
    if (!iso3.empty() && map.countries[i].iso3 == iso3) return i;
  return std::nullopt;
}

std::optional<std::size_t> country_at(const BaseMap& map, double longitude, double latitude) {
  const Detail& detail = map.details.back();
  const glm::dvec3 place = direction({longitude, latitude});
  // A ring within less than half of the sphere has its inside in the same cap.
  const auto far = [&](std::size_t r) {
    if (r >= detail.of_rings.whole.size()) return false;
    const Cap& cap = detail.of_rings.whole[r];
    return cap.radius < 1.5 && angle_between(place, cap.axis) > cap.radius + 1e-9;
  };
  for (std::size_t r = 0; r < detail.rings.size(); ++r)
    if (!detail.rings[r].hole && !far(r) && polygon_holds(detail, r, longitude, latitude)) return detail.rings[r].country;
  return std::nullopt;
}

double distance_to_country_km(const BaseMap& map, std::size_t country, double longitude, double latitude) {
  const glm::dvec3 place = direction({longitude, latitude});
  double nearest = std::numeric_limits<double>::infinity();
  for (std::size_t d = map.details.size(); d-- > 0 && std::isinf(nearest);) {
    const Detail& detail = map.details[d];
    for (std::size_t r = 0; r < detail.rings.size(); ++r) {
      const Ring& ring = detail.rings[r];
      if (ring.country != country) continue;
      if (!ring.hole && polygon_holds(detail, r, longitude, latitude)) return 0;
      glm::dvec3 before = direction(detail.points[ring.first + ring.count - 1]);
      for (std::uint32_t i = 0; i < ring.count; ++i) {
        const glm::dvec3 here = direction(detail.points[ring.first + i]);
        nearest = std::min(nearest, angle_to_arc(place, before, here));
        before = here;
      }
    }
  }
  return nearest * kEarthRadius / kMetersPerKm;
}

}  // namespace gs
