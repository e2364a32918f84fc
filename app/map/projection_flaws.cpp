#include <algorithm>
#include <cmath>
#include <numbers>

#include <glm/geometric.hpp>

#include "map/boundary.hpp"
#include "map/outline.hpp"
#include "map/projection_text.hpp"

namespace gs {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kRad = kPi / 180.0;
constexpr int kColumns = 144, kRows = 71;
constexpr double kStep = 2.5 * kRad, kAside = 0.4131 * kRad;  // no point on a round meridian
constexpr double kWidest = 80.0, kNarrowest = 0.05;            // earth radii
constexpr double kLong = 0.02, kTorn = 1e-3;                   // of the map's size

class Lattice {
 public:
  explicit Lattice(const Projector& projector) : projector_(projector), frame_(projector.frame()) {}

  std::optional<std::string> flaw(bool folds) {
    low_ = glm::dvec2(HUGE_VAL), high_ = glm::dvec2(-HUGE_VAL);
    points_.assign(static_cast<std::size_t>(kColumns) * kRows, glm::dvec2(HUGE_VAL));
    for (int row = 0; row < kRows; ++row) {
      for (int column = 0; column < kColumns; ++column) {
        const glm::dvec2 at = place(column, row);
        if (!frame_.visible(at)) continue;
        if (!see(at, points_[index(column, row)])) return "has no place for " + words(at);
      }
    }
    glm::dvec2 edge;
    for (int i = 0; i < 256; ++i) {
      const glm::dvec2 at = Boundary(frame_).at(i / 64.0 + 0.001);
      if (!see(at, edge)) return "has no place for " + words(at);
    }
    const double size = glm::length(high_ - low_);
    if (!(size > kNarrowest)) return std::string("gives no plane");
    if (size > kWidest) return std::string("has no end");
    for (int row = 0; row < kRows; ++row) {
      for (int column = 0; column < kColumns; ++column) {
        const glm::dvec2 at = place(column, row);
        if (torn(at, at + glm::dvec2(kStep, 0), size) || (row + 1 < kRows && torn(at, at + glm::dvec2(0, kStep), size))) {
          return "tears at " + words(at);
        }
      }
    }
    if (const auto where = beyond_edge(size)) return "lies beyond its own edge at " + words(*where);
    return folds ? fold(size) : std::nullopt;
  }

 private:
  static std::size_t index(int column, int row) { return static_cast<std::size_t>(row) * kColumns + static_cast<std::size_t>(column); }
  static glm::dvec2 place(int column, int row) {
    return {(column - kColumns / 2) * kStep + kAside, (row - kRows / 2) * kStep + kAside};
  }
  std::string words(glm::dvec2 at) const {
    const LonLat p = frame_.to_geographic(at);
    const auto one = [](double degrees, char plus, char minus) {
      return std::to_string(std::lround(std::abs(degrees))) + " " + (degrees < 0 ? minus : plus);
    };
    return one(p.lat, 'N', 'S') + ", " + one(p.lon, 'E', 'W');
  }
  bool see(glm::dvec2 at, glm::dvec2& out) {
    out = projector_.project_frame(at);
    if (out.x == HUGE_VAL) return false;
    low_ = glm::min(low_, out), high_ = glm::max(high_, out);
    return true;
  }
  static double wrapped(double lam) { return lam > kPi ? lam - 2 * kPi : lam; }

  /// Whether the map may be cut between two neighbours of the lattice.
  bool cut_between(glm::dvec2 a, glm::dvec2 b) const {
    const bool round = b.x > kPi;
    if (frame_.cut == CutKind::antimeridian && round) return true;
    if (frame_.cut == CutKind::slit && round && std::abs(a.y) < frame_.slit + kStep) return true;
    for (const Interruption& i : frame_.interruptions) {
      if (a.x < i.lam && b.x > i.lam && (i.north ? a.y > i.phi : a.y < i.phi)) return true;
    }
    return false;
  }

  /// Halves the edge where it is longer: a map that is whole there gets ever shorter, a torn one does not.
  bool torn(glm::dvec2 a, glm::dvec2 b, double size) const {
    if (cut_between(a, b)) return false;
    const auto visible = [&](glm::dvec2 at) { return frame_.visible({wrapped(at.x), at.y}); };
    const auto on_map = [&](glm::dvec2 at) { return projector_.project_frame({wrapped(at.x), at.y}); };
    if (!visible(a) || !visible(b)) return false;
    glm::dvec2 p = on_map(a), q = on_map(b);
    for (int halvings = 0; halvings < 26; ++halvings) {
      const double apart = glm::distance(p, q);
      if (apart < (halvings == 0 ? kLong : kTorn) * size) return false;
      const glm::dvec2 m = 0.5 * (a + b);
      if (!visible(m)) return false;
      const glm::dvec2 r = on_map(m);
      if (r.x == HUGE_VAL) return true;
      if (glm::distance(p, r) > glm::distance(r, q)) b = m, q = r;
      else a = m, p = r;
    }
    return true;
  }

  /// A place that is not inside the outline, nor next to it: then the edge of the map is not where it is cut.
  std::optional<glm::dvec2> beyond_edge(double size) const {
    ProjectedRings edge;
    outline(projector_, 1e-3 * size, edge);
    for (int row = 1; row < kRows; row += 5) {
      for (int column = 2; column < kColumns; column += 7) {
        const glm::dvec2 p = points_[index(column, row)];
        if (p.x == HUGE_VAL) continue;
        bool inside = false;
        double near = HUGE_VAL;
        for (std::size_t i = 0, n = edge.points.size(); i < n; ++i) {
          const glm::dvec2 a = edge.points[i], b = edge.points[(i + 1) % n], d = b - a;
          if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + d.x * (p.y - a.y) / d.y) inside = !inside;
          const double square = glm::dot(d, d), t = square > 0 ? std::clamp(glm::dot(p - a, d) / square, 0.0, 1.0) : 0.0;
          near = std::min(near, glm::length(p - a - d * t));
        }
        if (!inside && near > 4e-3 * size) return place(column, row);
      }
    }
    return std::nullopt;
  }

  std::optional<std::string> fold(double size) const {
    int right = 0, over = 0;
    glm::dvec2 where{0, 0};
    for (int turn = 0; turn < 2; ++turn) {
      for (int row = 0; row + 1 < kRows; ++row) {
        for (int column = 0; column + 1 < kColumns; ++column) {
          if (cut_between(place(column, row), place(column + 1, row))) continue;
          const glm::dvec2 a = points_[index(column, row)], b = points_[index(column + 1, row)], c = points_[index(column, row + 1)];
          if (a.x == HUGE_VAL || b.x == HUGE_VAL || c.x == HUGE_VAL) continue;
          const glm::dvec2 u = b - a, v = c - a;
          const double area = u.x * v.y - u.y * v.x;
          if (std::abs(area) < 1e-9 * size * size) continue;
          if (turn == 0) (area > 0 ? right : over) += 1;
          else if ((area > 0) != (right >= over)) where = place(column, row);
        }
      }
    }
    if (right == 0 || over == 0) return std::nullopt;
    return "folds over itself at " + words(where);
  }

  const Projector& projector_;
  const Frame& frame_;
  glm::dvec2 low_{0}, high_{0};
  std::vector<glm::dvec2> points_;
};

}  // namespace

std::optional<std::string> flaw_of(const Projector& projector, bool folds) { return Lattice(projector).flaw(folds); }

}  // namespace gs
