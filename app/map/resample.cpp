#include "map/resample.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <glm/geometric.hpp>

#include "map/sphere.hpp"

namespace gs {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kAlwaysSplit = 12.0 * kPi / 180.0;  // longer arcs may bend twice and pass the test of their middle
constexpr int kMaxDepth = 16;

struct Point {
  glm::dvec2 lam_phi;
  glm::dvec2 plane;
};

/// A longitude that differs from `near` by less than half a turn, but stays on the sheet.
double same_side(double lam, double near) {
  if (lam - near > kPi) return std::max(lam - 2 * kPi, -kPi);
  if (lam - near < -kPi) return std::min(lam + 2 * kPi, kPi);
  return lam;
}

struct Middle {
  glm::dvec2 lam_phi;
  double length;  // of the whole edge, radians, on a sheet not less than half its longitudes
};

Middle great_circle_middle(const Frame& frame, glm::dvec2 a, glm::dvec2 b) {
  const glm::dvec3 u = unit_vector(a), v = unit_vector(b), m = u + v;
  const double length = angle_between(u, v);
  if (frame.cut != CutKind::antimeridian) return {lam_phi_of(m), length};
  // On a sheet the poles are lines: near them a short arc may cross many meridians.
  const double axis = std::sqrt(m.x * m.x + m.y * m.y);
  const double lam = axis > 1e-12 ? same_side(std::atan2(m.y, m.x), a.x) : 0.5 * (a.x + b.x);
  return {{lam, std::atan2(m.z, axis)}, std::max(length, 0.5 * std::abs(b.x - a.x))};
}

Middle boundary_middle(const Frame& frame, glm::dvec2 a, glm::dvec2 b) {
  if (frame.cut == CutKind::antimeridian) return {0.5 * (a + b), std::abs(a.x - b.x) + std::abs(a.y - b.y)};
  if (frame.cut == CutKind::slit) return a.x != b.x ? Middle{a, 0.0} : Middle{0.5 * (a + b), std::abs(a.y - b.y)};
  const glm::dvec3 u = unit_vector(a), v = unit_vector(b);
  const double from = std::atan2(u.z, u.y), turn = std::remainder(std::atan2(v.z, v.y) - from, 2.0 * kPi);
  const double x = frame.horizon_cos, r = std::sqrt(1.0 - x * x), at = from + 0.5 * turn;
  return {lam_phi_of({x, r * std::cos(at), r * std::sin(at)}), std::abs(turn)};
}

class Resampler {
 public:
  Resampler(const Projector& projector, double tolerance, std::vector<glm::dvec2>& out)
      : projector_(projector), frame_(projector.frame()), tolerance_(tolerance), out_(out) {}

  void edge(const Point& a, const Point& b, EdgeKind kind) {
    if (kind == EdgeKind::great_circle && surely_straight(a, b)) return;
    split(a, b, kind, kMaxDepth);
  }

 private:
  /// Most edges of a detailed map are short; a bound on their bend, without any sine, saves their middle's projection.
  /// An arc of length L leaves its chord by about curvature * L^2 / 8. On a sheet the arc bends in (lam, phi) by at
  /// most 2 / cos(phi), and cos(phi) >= 1 - 2 |phi| / pi; around a centre by what its scale, below 1 + r^2,
  /// makes of it.
  bool surely_straight(const Point& a, const Point& b) const {
    const glm::dvec2 d = b.lam_phi - a.lam_phi;
    const double phi = std::max(std::abs(a.lam_phi.y), std::abs(b.lam_phi.y));
    if (frame_.cut == CutKind::antimeridian) {
      const double c = 1.0 - phi * (2.0 / kPi);
      return glm::dot(d, d) < 2.0 * tolerance_ * c * c;
    }
    if (!bounded_) return false;
    const double c = std::min(1.0, kPi / 2 - phi + std::abs(d.y));  // >= cos(phi) all along
    const double length2 = d.y * d.y + d.x * d.x * c * c;
    const double r2 = std::max(glm::dot(a.plane, a.plane), glm::dot(b.plane, b.plane));
    if (frame_.cut == CutKind::slit && r2 > 1.5) return false;  // far from both points the map is no longer like that
    if (frame_.horizon_cos < -0.8 && r2 > 2.5) return false;  // towards the point opposite the centre, no bound holds
    return length2 * (1.0 + r2) < 4.0 * tolerance_;
  }

  void split(const Point& a, const Point& b, EdgeKind kind, int depth) {
    const Middle middle = kind == EdgeKind::great_circle ? great_circle_middle(frame_, a.lam_phi, b.lam_phi)
                                                         : boundary_middle(frame_, a.lam_phi, b.lam_phi);
    const Point m{middle.lam_phi, projector_.project_frame(middle.lam_phi)};
    if (m.plane.x == HUGE_VAL) return;
    if (middle.length < kAlwaysSplit && on_chord(a.plane, b.plane, m.plane)) return;
    if (depth > 1) split(a, m, kind, depth - 1);
    out_.push_back(m.plane);
    if (depth > 1) split(m, b, kind, depth - 1);
  }

  /// Near the chord, and near its middle: an uneven half hides a bend.
  bool on_chord(glm::dvec2 a, glm::dvec2 b, glm::dvec2 m) const {
    const glm::dvec2 d = b - a, e = m - a;
    const double d2 = glm::dot(d, d), t2 = tolerance_ * tolerance_;
    if (d2 < 4.0 * t2) return glm::dot(e, e) < 4.0 * t2;
    const double off = d.x * e.y - d.y * e.x, along = glm::dot(d, e) / d2;
    return off * off <= t2 * d2 && std::abs(along - 0.5) < 0.3;
  }

  const Projector& projector_;
  const Frame& frame_;
  bool bounded_ = projector_.info().cut != CutKind::horizon || projector_.info().turns;
  double tolerance_;
  std::vector<glm::dvec2>& out_;
};

}  // namespace

void resample(const Projector& projector, std::span<const glm::dvec2> lam_phi, std::span<const EdgeKind> edge,
              bool closed, double tolerance, std::vector<glm::dvec2>& scratch, std::vector<glm::dvec2>& out) {
  scratch.assign(lam_phi.begin(), lam_phi.end());
  projector.project_frame(scratch);
  Resampler resampler(projector, tolerance, out);
  const std::size_t n = lam_phi.size();
  for (std::size_t i = 0; i < n; ++i) {
    if (scratch[i].x == HUGE_VAL) continue;
    out.push_back(scratch[i]);
    const std::size_t j = i + 1 < n ? i + 1 : 0;
    if ((j == 0 && !closed) || scratch[j].x == HUGE_VAL) continue;
    resampler.edge({lam_phi[i], scratch[i]}, {lam_phi[j], scratch[j]}, edge[i]);
  }
}

}  // namespace gs
