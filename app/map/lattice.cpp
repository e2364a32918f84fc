#include "map/lattice.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

#include "map/sphere.hpp"

namespace gs {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kInside = 1e-9;                          // radians: the last points lie so far inside the edge
constexpr double kLeast = 0.5 * kPi / 180, kMost = 4 * kPi / 180;
constexpr double kTorn = 25.0;                            // times the step: no map stretches a whole cell so far

/// Rows and columns over the part of the frame that is shown: longitudes and latitudes on a sheet, circles around the
/// centre and spokes on a map with a horizon.
struct Net {
  const Frame& frame;
  int columns, rows;
  double first, last;  // of the rows, radians

  Net(const Frame& f, double step) : frame(f) {
    const bool sheet = f.cut == CutKind::antimeridian;
    first = sheet ? f.phi_min + kInside : 0.0;
    last = sheet ? f.phi_max - kInside : std::acos(std::clamp(f.horizon_cos, -1.0, 1.0)) - kInside;
    columns = static_cast<int>(std::ceil(2 * kPi / step));
    rows = std::max(1, static_cast<int>(std::ceil((last - first) / step)));
  }
  /// Longitude and latitude in the frame, radians.
  glm::dvec2 at(int column, int row) const {
    const double along = first + (last - first) * row / rows, share = static_cast<double>(column) / columns;
    if (frame.cut == CutKind::antimeridian) return {(kPi - kInside) * (2 * share - 1), along};
    const double turn = 2 * kPi * share;
    return lam_phi_of({std::cos(along), std::sin(along) * std::cos(turn), std::sin(along) * std::sin(turn)});
  }
};

}  // namespace

void make_lattice(const Projector& projector, double scale, const std::optional<Cap>& view, Lattice& out) {
  out.clear();
  const double step = std::clamp(std::sqrt(2.0 / scale), kLeast, kMost);
  const Frame& frame = projector.frame();
  const Net net(frame, step);
  const glm::dmat3 back = glm::transpose(frame.turn);
  const glm::dvec3 axis = view ? frame.turn * view->axis : glm::dvec3(1, 0, 0);
  const double reach = view ? std::min(kPi, view->radius + 1.5 * step) : kPi, least = std::cos(reach);
  constexpr std::uint32_t kNone = ~0u;
  const auto across = static_cast<std::size_t>(net.columns) + 1;
  std::vector<std::uint32_t> above(across, kNone), below(across, kNone);
  const auto point = [&](int column, int row, std::uint32_t& known) {
    if (known != kNone) return known;
    const glm::dvec2 lam_phi = net.at(column, row);
    const glm::dvec2 plane = projector.project_frame(lam_phi);
    known = static_cast<std::uint32_t>(out.points.size());
    out.points.emplace_back(plane);
    out.directions.emplace_back(back * unit_vector(lam_phi));
    return known;
  };
  const auto triangle = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    const glm::vec2 p = out.points[a], q = out.points[b], r = out.points[c];
    const auto most = static_cast<float>(kTorn * step);
    const float longest = std::max({glm::distance(p, q), glm::distance(q, r), glm::distance(r, p)});
    if (longest < most) out.triangles.insert(out.triangles.end(), {a, b, c});  // false too where one has no place
  };
  for (int row = 0; row < net.rows; ++row) {
    std::fill(below.begin(), below.end(), kNone);
    for (int column = 0; column < net.columns; ++column) {
      if (view && glm::dot(unit_vector(net.at(column, row)), axis) < least) continue;
      const auto c = static_cast<std::size_t>(column);
      const std::uint32_t a = point(column, row, above[c]), b = point(column + 1, row, above[c + 1]);
      const std::uint32_t d = point(column, row + 1, below[c]), e = point(column + 1, row + 1, below[c + 1]);
      triangle(a, b, d);
      triangle(b, e, d);
    }
    above.swap(below);
  }
}

}  // namespace gs
