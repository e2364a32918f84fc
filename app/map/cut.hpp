#pragma once
#include <glm/vec2.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "map/projection.hpp"
#include "map/resample.hpp"

namespace gs {

/// Geographic rings and lines go in as lon/lat degrees, joined by great-circle arcs shorter than 180 degrees.
/// A ring is closed whether or not its last point repeats the first.
///
/// Orientation: a polygon's inside lies on the right hand of somebody who walks its rings on the ground; so an
/// exterior ring runs clockwise seen from above, a hole anticlockwise. This is what Natural Earth in TopoJSON (npm
/// world-atlas) and d3-geo use, the opposite of RFC 7946. It matters: the same ring walked the other way means the rest
/// of the Earth. `wind_smaller` in map/sphere.hpp repairs data of unknown orientation.
using GeoRing = std::span<const glm::dvec2>;

/// Planar polygons, in earth radii: points of ring r of the whole set are points[ring_start[r] .. ring_start[r + 1]),
/// closed without a repeated point; rings of polygon p are ring_start[polygon_start[p] .. polygon_start[p + 1]). Both
/// starts have one more entry than there are rings or polygons. A polygon that is not visible has no rings. Fill each
/// polygon, or all at once where they do not overlap, by the even-odd rule.
struct ProjectedRings {
  std::vector<glm::dvec2> points;
  std::vector<std::uint32_t> ring_start{0};
  std::vector<std::uint32_t> polygon_start{0};

  std::size_t ring_count() const { return ring_start.size() - 1; }
  std::size_t polygon_count() const { return polygon_start.size() - 1; }
  std::span<const glm::dvec2> ring(std::size_t r) const {
    return {points.data() + ring_start[r], ring_start[r + 1] - ring_start[r]};
  }
  void clear();
};

/// Planar lines: points of line l are points[line_start[l] .. line_start[l + 1]); source[l] is the number of the
/// geographic line that it is a piece of, counted from the last clear(). A closed line wholly in view ends where it
/// starts.
struct ProjectedLines {
  std::vector<glm::dvec2> points;
  std::vector<std::uint32_t> line_start{0};
  std::vector<std::uint32_t> source;
  std::uint32_t sources = 0;

  std::size_t line_count() const { return line_start.size() - 1; }
  std::span<const glm::dvec2> line(std::size_t l) const {
    return {points.data() + line_start[l], line_start[l + 1] - line_start[l]};
  }
  void clear();
};

/// Smallest box around planar points.
struct Bounds {
  glm::dvec2 min{0, 0};
  glm::dvec2 max{0, 0};
  glm::dvec2 size() const { return max - min; }
  glm::dvec2 middle() const { return 0.5 * (min + max); }
};

/// Cuts at the map's edge and projects; keeps its buffers, so one Cutter for the whole map is the fast way. Refers to
/// the projector, which must outlive it and may be recentred in between.
/// `tolerance`, in earth radii, > 0: how far a chord may lie off the true curve (0.3 px is 0.3 / camera.scale).
class Cutter {
 public:
  Cutter(const Projector& projector, double tolerance);
  ~Cutter();
  Cutter(Cutter&&) noexcept;

  /// Appends one polygon (its exterior and its holes) as polygon number out.polygon_count().
  void polygon(std::span<const GeoRing> rings, ProjectedRings& out);

  /// Appends the visible pieces of a line; no piece runs along the map's edge. `closed` joins last to first point.
  void line(std::span<const glm::dvec2> lon_lat, bool closed, ProjectedLines& out);

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

/// One polygon, or many lines, in one call; `out` is cleared first.
void cut_and_project(const Projector&, std::span<const GeoRing> polygon, double tolerance, ProjectedRings& out);
void cut_and_project_lines(const Projector&, std::span<const std::span<const glm::dvec2>> lines, bool closed,
                           double tolerance, ProjectedLines& out);

/// Where a point is on the map, or nothing behind the horizon and outside the band of latitudes.
std::optional<glm::dvec2> project_point(const Projector&, LonLat);

}  // namespace gs
