#include "map/whereabouts.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "map/sphere.hpp"

namespace gs {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kSlack = 1e-6;        // radians, more than the rounding of all that follows
constexpr std::uint32_t kEdges = 64;   // of a stretch
constexpr double kLongStretch = 0.5;   // radians: a longer one is never shortened
constexpr double kSameArea = 0.1;
constexpr double kWideRing = 1.4;      // radians: what is inside a wider ring need not be inside its cap

/// Angle in radians between unit vectors, by no more than a rounding too small; cheaper than angle_between.
double angle(const glm::dvec3& a, const glm::dvec3& b) {
  const glm::dvec3 d = a - b;
  return 2.0 * std::asin(std::min(1.0, 0.5 * std::sqrt(glm::dot(d, d))));
}

/// From the box of longitudes and latitudes around the points: from its middle along the meridian, then the parallel.
Cap cap_around(std::span<const glm::dvec2> all, std::uint32_t first, std::uint32_t count) {
  const auto at = [&](std::uint32_t i) { return all[i < all.size() ? i : i - all.size()]; };
  const glm::dvec2 origin = at(first);
  double west = 0, east = 0, south = origin.y, north = origin.y, x = 0, before = origin.x;
  for (std::uint32_t i = first + 1; i < first + count; ++i) {
    const glm::dvec2 p = at(i);
    double step = p.x - before;
    if (step > 180) step -= 360;
    if (step < -180) step += 360;
    x += step;
    before = p.x;
    west = std::min(west, x), east = std::max(east, x);
    south = std::min(south, p.y), north = std::max(north, p.y);
  }
  const double half_x = glm::radians(0.5 * (east - west)), half_y = glm::radians(0.5 * (north - south));
  const double nearest = south <= 0 && north >= 0 ? 0.0 : std::min(std::abs(south), std::abs(north));
  const glm::dvec2 middle = glm::radians(glm::dvec2(origin.x + 0.5 * (west + east), 0.5 * (south + north)));
  return {unit_vector(middle), std::min(kPi, half_y + half_x * std::cos(glm::radians(nearest)) + kSlack)};
}

/// A cap around caps.
Cap join(std::span<const Stretch> parts) {
  glm::dvec3 sum(0);
  for (const Stretch& s : parts) sum += s.cap.axis;
  const double length = glm::length(sum);
  Cap out{length > 1e-9 ? sum / length : glm::dvec3(0, 0, 1), 0};
  for (const Stretch& s : parts) out.radius = std::max(out.radius, angle(out.axis, s.cap.axis) + s.cap.radius + kSlack);
  out.radius = std::min(out.radius, kPi);
  return out;
}

/// Twice the area in square degrees, clockwise positive, of a ring; NaN of one that goes around a pole.
double flat_area(std::span<const glm::dvec2> ring) {
  double sum = 0, turn = 0;
  glm::dvec2 a = ring.back();
  for (const glm::dvec2& b : ring) {
    double step = b.x - a.x;
    if (step > 180) step -= 360;
    if (step < -180) step += 360;
    turn += step;
    sum += step * (a.y + b.y);
    a = b;
  }
  return std::abs(turn) < 180 ? sum : std::nan("");
}

void add(Whereabouts& out, std::span<const glm::dvec2> points, bool closed) {
  const auto n = static_cast<std::uint32_t>(points.size()), edges = closed ? n : n - 1;
  const std::size_t before = out.stretches.size();
  for (std::uint32_t e = 0; e < edges; e += kEdges) {
    const std::uint32_t count = std::min(kEdges, edges - e) + 1;
    out.stretches.push_back({e, count, cap_around(points, e, count)});
  }
  out.whole.push_back(join(std::span(out.stretches).subspan(before)));
  out.start.push_back(static_cast<std::uint32_t>(out.stretches.size()));
}

}  // namespace

void index_stretches(Detail& detail) {
  detail.of_rings = {{}, {0}, {}};
  detail.of_lines = {{}, {0}, {}};
  const std::span<const glm::dvec2> points(detail.points);
  for (const Ring& r : detail.rings) add(detail.of_rings, points.subspan(r.first, r.count), true);
  for (const Line& l : detail.lines) add(detail.of_lines, points.subspan(l.first, l.count), false);
}

bool apart(const Cap& a, const Cap& b) { return angle(a.axis, b.axis) > a.radius + b.radius + kSlack; }

bool meets_edge(const Frame& frame, const Cap& cap) {
  const double r = cap.radius + kSlack;
  const glm::dvec3 u = frame.turn * cap.axis;
  if (frame.cut == CutKind::horizon) {
    return std::abs(std::acos(std::clamp(u.x, -1.0, 1.0)) - std::acos(std::clamp(frame.horizon_cos, -1.0, 1.0))) <= r;
  }
  const double phi = std::asin(std::clamp(u.z, -1.0, 1.0));
  if (frame.cut == CutKind::slit) {
    return std::abs(phi) - r <= frame.slit && (u.x < 0 || r > 0.1) && std::asin(std::min(1.0, std::abs(u.y))) <= r;
  }
  for (const Interruption& i : frame.interruptions) {
    const double aside = std::cos(i.lam) * u.y - std::sin(i.lam) * u.x;
    if ((i.north ? phi + r >= i.phi : phi - r <= i.phi) && std::asin(std::min(1.0, std::abs(aside))) <= r) return true;
  }
  if (phi + r >= frame.phi_max || phi - r <= frame.phi_min) return true;
  return u.x < 0 && std::asin(std::min(1.0, std::abs(u.y))) <= r;
}

std::optional<Cap> cap_of(const Projector& projector, const Bounds& plane) {
  constexpr int kSteps = 16;
  std::vector<std::optional<glm::dvec3>> seen;
  glm::dvec3 sum(0);
  for (int j = 0; j <= kSteps; ++j) {
    for (int i = 0; i <= kSteps; ++i) {
      const auto at = projector.inverse(plane.min + plane.size() * glm::dvec2(i, j) / double(kSteps));
      if (!at && projector.frame().cut == CutKind::horizon) return std::nullopt;
      seen.push_back(at ? std::optional(unit_vector(glm::radians(glm::dvec2(at->lon, at->lat)))) : std::nullopt);
      if (seen.back()) sum += *seen.back();
    }
  }
  if (glm::length(sum) < 1e-6) return std::nullopt;
  // What lies between the places that were asked for is no further from them than they are from each other.
  Cap out{glm::normalize(sum), 0};
  double step = 0;
  const auto between = [&](int a, int b) {
    if (seen[a] && seen[b]) step = std::max(step, angle(*seen[a], *seen[b]));
  };
  for (int j = 0; j <= kSteps; ++j) {
    for (int i = 0; i <= kSteps; ++i) {
      const int at = j * (kSteps + 1) + i;
      if (seen[at]) out.radius = std::max(out.radius, angle(out.axis, *seen[at]));
      if (i < kSteps) between(at, at + 1);
      if (j < kSteps) between(at, at + kSteps + 1);
    }
  }
  out.radius = std::min(kPi, out.radius + 1.5 * step + kSlack);
  return out;
}

Excerpt::Excerpt(const Detail& detail, const Frame& frame, const std::optional<Cap>& view)
    : detail_(detail), frame_(frame), view_(view) {
  if (detail.of_rings.start.empty()) view_.reset();
}

/// A stretch elsewhere becomes the great-circle arc between its ends: both lie in its cap, so that nothing between them
/// can be in view. One that meets the map's edge stays: where a ring leaves the map and comes back must stay in order.
/// A ring whose area the short cuts change much is not shortened: it might turn over, and an island become the sea.
GeoRing Excerpt::shortened(std::size_t r) {
  if (copies_.size() <= copied_) copies_.emplace_back();
  std::vector<glm::dvec2>& out = copies_[copied_++];
  out.clear();
  const Ring& ring = detail_.rings[r];
  const Whereabouts& where = detail_.of_rings;
  for (std::uint32_t s = where.start[r]; s < where.start[r + 1]; ++s) {
    const Stretch& stretch = where.stretches[s];
    const bool keep =
        !apart(stretch.cap, *view_) || stretch.cap.radius > kLongStretch || meets_edge(frame_, stretch.cap);
    const auto begin = detail_.points.begin() + ring.first + stretch.first;
    out.insert(out.end(), begin, begin + (keep ? stretch.count - 1 : 1));
  }
  const GeoRing whole = GeoRing(detail_.points).subspan(ring.first, ring.count);
  const double area = flat_area(whole);
  return std::abs(flat_area(out) - area) <= kSameArea * std::abs(area) ? GeoRing(out) : whole;
}

std::span<const GeoRing> Excerpt::polygon(std::size_t& r) {
  const std::size_t exterior = r;
  rings_.clear();
  copied_ = 0;
  const auto of_this = [&](std::size_t i) {
    const auto& rings = detail_.rings;
    return i == exterior || (i < rings.size() && rings[i].hole && rings[i].polygon == rings[exterior].polygon);
  };
  const auto elsewhere = [&](std::size_t i) {
    const Cap& whole = detail_.of_rings.whole[i];
    return view_ && whole.radius < kWideRing && apart(whole, *view_);
  };
  const bool skip = elsewhere(exterior);
  for (; of_this(r); ++r) {
    if (skip || elsewhere(r)) continue;
    const Ring& ring = detail_.rings[r];
    if (view_ && ring.count > kEdges) rings_.push_back(shortened(r));
    else rings_.push_back(GeoRing(detail_.points).subspan(ring.first, ring.count));
  }
  return rings_;
}

}  // namespace gs
