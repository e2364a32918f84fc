#include "map/chains.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <glm/geometric.hpp>

#include "map/sphere.hpp"

namespace gs {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kPole = kPi / 2 - 1e-11;
constexpr double kLongEdge = 1.0;  // radians of longitude
constexpr double kNoArea = 1e-11;  // steradians, 400 m2: of a ring walked out and back, rounding alone gives this

bool at_pole(glm::dvec2 p) { return std::abs(p.y) > kPole; }

/// Parts of the circle height = axis . p on the arc from a: p(s) = a cos s + ahead sin s, 0 <= s <= length.
struct Arc {
  glm::dvec3 a, ahead;
  double length;

  Arc(const glm::dvec3& from, const glm::dvec3& to) : a(from), ahead(to - from * glm::dot(from, to)) {
    const double size = glm::length(ahead);
    ahead = size > 0 ? ahead / size : glm::dvec3(0);
    length = angle_between(from, to);
  }
  glm::dvec3 at(double s) const { return a * std::cos(s) + ahead * std::sin(s); }
};

/// Where a sheet's arc passes the antimeridian: y = 0 between two points on either side of it.
glm::dvec3 antimeridian_point(const glm::dvec3& a, const glm::dvec3& b) {
  const double wa = std::abs(b.y), wb = std::abs(a.y);
  const glm::dvec3 p = wa + wb > 0 ? a * wa + b * wb : a + b;
  return glm::normalize(glm::dvec3(p.x, 0.0, p.z));
}

}  // namespace

void Splitter::split(const Frame& frame, std::span<const glm::dvec2> lon_lat, bool closed, Chains& out) {
  if (closed && lon_lat.size() > 1 && lon_lat.front() == lon_lat.back()) lon_lat = lon_lat.first(lon_lat.size() - 1);
  if (frame.cut == CutKind::antimeridian) {
    to_sheet(frame, lon_lat, closed);
  } else {
    to_globe(frame, lon_lat);
  }
  const std::size_t n = zone_.size();
  if (n == 0) return;
  const std::size_t first = out.chains.size();
  open_ = false;
  if (zone_[0] == 0) {
    begin_chain(lam_phi_[0], false, out);
  }
  for (std::size_t i = 0; i + 1 < n; ++i) follow(frame, i, i + 1, out);
  if (closed) follow(frame, n - 1, 0, out);
  if (open_) out.chains.back().end = static_cast<std::uint32_t>(out.points.size());
  if (closed && zone_[0] == 0) join_ends(first, out);
}

void Splitter::to_sheet(const Frame& frame, std::span<const glm::dvec2> lon_lat, bool closed) {
  lam_phi_.clear();
  bool poles = false;
  for (const glm::dvec2& p : lon_lat) {
    const glm::dvec2 q = frame.from_geographic(p.x, std::clamp(p.y, -90.0, 90.0));
    const bool pole = at_pole(q);
    if (pole && !lam_phi_.empty() && at_pole(lam_phi_.back())) continue;  // the same point, whatever its longitude
    poles |= pole;
    lam_phi_.push_back(q);
  }
  if (poles) spread_poles(closed);
  zone_.resize(lam_phi_.size());
  for (std::size_t i = 0; i < lam_phi_.size(); ++i) {
    const double phi = lam_phi_[i].y;
    zone_[i] = static_cast<std::int8_t>(phi > frame.phi_max ? 1 : phi < frame.phi_min ? -1 : 0);
  }
}

/// On a sheet a pole is a line: a path reaches it on one meridian and leaves it on another.
void Splitter::spread_poles(bool closed) {
  const std::size_t n = lam_phi_.size();
  spread_.clear();
  for (std::size_t i = 0; i < n; ++i) {
    const glm::dvec2 p = lam_phi_[i];
    if (!at_pole(p)) {
      spread_.push_back(p);
      continue;
    }
    if (i > 0 || closed) spread_.push_back({lam_phi_[(i + n - 1) % n].x, p.y});
    if (i + 1 < n || closed) spread_.push_back({lam_phi_[(i + 1) % n].x, p.y});
  }
  lam_phi_.swap(spread_);
}

void Splitter::to_globe(const Frame& frame, std::span<const glm::dvec2> lon_lat) {
  constexpr double kRad = kPi / 180.0;
  const std::size_t n = lon_lat.size();
  lam_phi_.resize(n), unit_.resize(n), zone_.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    unit_[i] = frame.turn * unit_vector(lon_lat[i] * kRad);
    zone_[i] = frame.cut == CutKind::slit || unit_[i].x > frame.horizon_cos ? 0 : 1;
    if (zone_[i] == 0) lam_phi_[i] = lam_phi_of(unit_[i]);
  }
}

/// Whether the arc surely stays where its ends are, both visible or both hidden: the quick test for nearly every edge.
bool Splitter::stays(const Frame& frame, std::size_t i, std::size_t j) const {
  if (zone_[i] != zone_[j]) return false;
  if (frame.cut == CutKind::slit) {
    glm::dvec3 at;
    return !meets_slit(frame, i, j, at);
  }
  if (frame.cut == CutKind::horizon) {
    const glm::dvec3 a = unit_[i], b = unit_[j], d = b - a;
    const double bulge = glm::dot(d, d) * (kPi * kPi / 32.0);  // 1 - cos(L / 2) <= L^2 / 8, L <= chord * pi / 2
    return zone_[i] == 0 ? std::min(a.x, b.x) - bulge > frame.horizon_cos
                         : std::max(a.x, b.x) + bulge < frame.horizon_cos;
  }
  if (zone_[i] != 0) return true;  // the caps beyond the band are convex
  const glm::dvec2 a = lam_phi_[i], b = lam_phi_[j];
  const double turn = std::abs(b.x - a.x);
  if (turn > kPi) return false;
  for (const Interruption& one : frame.interruptions) {
    if ((a.x < one.lam) != (b.x < one.lam)) return false;
  }
  if (frame.phi_max > kPole && frame.phi_min < -kPole) return true;
  const double bulge = turn * turn / 8.0;  // an arc rises above its ends by at most this, while it is not long
  return turn < kLongEdge && std::max(a.y, b.y) + bulge < frame.phi_max && std::min(a.y, b.y) - bulge > frame.phi_min;
}

/// Where the arc crosses the slit.
bool Splitter::meets_slit(const Frame& frame, std::size_t i, std::size_t j, glm::dvec3& at) const {
  if ((lam_phi_[i].x < 0) == (lam_phi_[j].x < 0)) return false;
  const glm::dvec3 &a = unit_[i], &b = unit_[j];
  if (a.x > 0 && b.x > 0) return false;
  at = antimeridian_point(a, b);
  return at.x < 0 && std::abs(std::atan2(at.z, -at.x)) < frame.slit;
}

void Splitter::interruption_events(const Frame& frame, const glm::dvec3& a, const glm::dvec3& b) {
  for (const Interruption& one : frame.interruptions) {
    const double c = std::cos(one.lam), s = std::sin(one.lam);
    const double ya = c * a.y - s * a.x, yb = c * b.y - s * b.x;
    if ((ya < 0) == (yb < 0)) continue;
    const glm::dvec3 p = glm::normalize(a * std::abs(yb) + b * std::abs(ya));
    if (c * p.x + s * p.y <= 0) continue;  // on the other side of the Earth
    const double phi = std::atan2(p.z, std::sqrt(p.x * p.x + p.y * p.y));
    if (one.north ? phi <= one.phi : phi >= one.phi) continue;
    events_.push_back({angle_between(a, p), {one.lam, phi}, false, ya < 0 ? 1 : -1});
  }
}

void Splitter::circle_events(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& axis, double height) {
  const Arc arc(a, b);
  const double along = glm::dot(axis, arc.a), ahead = glm::dot(axis, arc.ahead);
  const double reach = std::sqrt(along * along + ahead * ahead), top = std::atan2(ahead, along);
  if (reach <= std::abs(height)) return;  // the whole great circle is on one side
  const double half = std::acos(height / reach);
  const bool above_a = glm::dot(axis, a) > height, above_b = glm::dot(axis, b) > height;
  const auto add = [&](double s) {
    const double near = arc.length / 2 + std::remainder(s - arc.length / 2, 2.0 * kPi);
    const double clamped = std::clamp(near, 0.0, arc.length);
    events_.push_back({clamped, lam_phi_of(arc.at(clamped)), true});
  };
  if (above_a != above_b) return add(above_b ? top - half : top + half);
  // Both ends on one side: twice across, or not at all, as the turning point of the height lies on the arc.
  double turning = above_a ? top + kPi : top;
  turning -= 2.0 * kPi * std::floor(turning / (2.0 * kPi));
  const bool passes = above_a ? -reach < height : reach > height;
  if (turning <= 0 || turning >= arc.length || !passes) return;
  const double spread = above_a ? kPi - half : half;
  if (turning - spread <= 0 || turning + spread >= arc.length) return;
  add(turning - spread);
  add(turning + spread);
}

void Splitter::sheet_events(const Frame& frame, std::size_t i, std::size_t j) {
  const glm::dvec3 a = unit_vector(lam_phi_[i]), b = unit_vector(lam_phi_[j]);
  for (const double limit : {frame.phi_min, frame.phi_max}) {
    if (std::abs(limit) > kPole) continue;
    const std::size_t before = events_.size();
    circle_events(a, b, {0, 0, 1}, std::sin(limit));
    for (std::size_t e = before; e < events_.size(); ++e) events_[e].lam_phi.y = limit;
  }
  if (std::abs(lam_phi_[i].x - lam_phi_[j].x) > kPi) {
    const glm::dvec3 p = antimeridian_point(a, b);
    events_.push_back({angle_between(a, p), {kPi, std::atan2(p.z, std::abs(p.x))}, false});
  }
  interruption_events(frame, a, b);
}

void Splitter::follow(const Frame& frame, std::size_t i, std::size_t j, Chains& out) {
  if (stays(frame, i, j)) {
    if (open_) out.points.push_back(lam_phi_[j]);
    return;
  }
  events_.clear();
  if (frame.cut == CutKind::horizon) {
    circle_events(unit_[i], unit_[j], {1, 0, 0}, frame.horizon_cos);
  } else if (frame.cut == CutKind::slit) {
    glm::dvec3 at;
    if (meets_slit(frame, i, j, at)) events_.push_back({angle_between(unit_[i], at), {kPi, std::atan2(at.z, -at.x)}, false});
  } else {
    sheet_events(frame, i, j);
  }
  std::sort(events_.begin(), events_.end(), [](const Event& x, const Event& y) { return x.s < y.s; });
  double side = frame.cut != CutKind::horizon && lam_phi_[i].x < 0 ? -kPi : kPi;
  for (const Event& event : events_) {
    if (event.limit) {
      if (!open_) begin_chain(event.lam_phi, true, out);
      else end_chain(event.lam_phi, out);
      continue;
    }
    if (event.beyond != 0) {
      const double aside = event.beyond * kBesideInterruption;
      if (open_) {
        end_chain({event.lam_phi.x - aside, event.lam_phi.y}, out);
        begin_chain({event.lam_phi.x + aside, event.lam_phi.y}, true, out);
      }
      continue;
    }
    if (open_) {
      end_chain({side, event.lam_phi.y}, out);
      begin_chain({-side, event.lam_phi.y}, true, out);
    }
    side = -side;
  }
  if (open_ && zone_[j] == 0) out.points.push_back(lam_phi_[j]);
}

void Splitter::begin_chain(glm::dvec2 at, bool from_edge, Chains& out) {
  out.chains.push_back({static_cast<std::uint32_t>(out.points.size()), 0, from_edge, false, false});
  out.points.push_back(at);
  open_ = true;
}

void Splitter::end_chain(glm::dvec2 at, Chains& out) {
  out.points.push_back(at);
  out.chains.back().end = static_cast<std::uint32_t>(out.points.size());
  out.chains.back().to_edge = true;
  open_ = false;
}

/// A ring starts anywhere: its last piece goes on in its first.
void Splitter::join_ends(std::size_t first, Chains& out) {
  Chain& last = out.chains.back();
  if (out.chains.size() == first + 1 && !last.to_edge) {
    last.whole = true;
    last.end -= 1;  // the first point again
    out.points.pop_back();
    return;
  }
  const Chain head = out.chains[first];
  for (std::uint32_t p = head.begin + 1; p < head.end; ++p) out.points.push_back(glm::dvec2(out.points[p]));
  last.end = static_cast<std::uint32_t>(out.points.size());
  last.to_edge = head.to_edge;
  out.chains[first] = last;
  out.chains.pop_back();
}

int Splitter::edge_side(const Frame& frame) const {
  const std::size_t n = zone_.size();
  // A chart of the part that the ring lies in, seen from outside the sphere: the sheet itself, or a stereographic view
  // from the opposite point, so that the part is finite and the map's edge is around it.
  const auto chart = [&](std::size_t i) -> glm::dvec2 {
    if (frame.cut != CutKind::antimeridian) {
      const glm::dvec3& u = unit_[i];
      return zone_[i] == 0 ? glm::dvec2(u.y, u.z) / (1.0 + u.x) : glm::dvec2(-u.y, u.z) / (1.0 - u.x);
    }
    if (zone_[i] == 0) return lam_phi_[i];
    const glm::dvec3 u = unit_vector(lam_phi_[i]);
    return glm::dvec2(u.x, zone_[i] * u.y) / (1.0 + std::abs(u.z));
  };
  double twice_area = 0;  // anticlockwise positive
  glm::dvec2 a = n > 0 ? chart(n - 1) : glm::dvec2(0);
  const glm::dvec2 origin = a;
  for (std::size_t i = 0; i < n; ++i) {
    const glm::dvec2 b = chart(i);
    twice_area += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
    a = b;
  }
  return twice_area > kNoArea ? 1 : twice_area < -kNoArea ? -1 : 0;
}

}  // namespace gs
