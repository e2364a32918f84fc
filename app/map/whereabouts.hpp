#pragma once
#include <deque>
#include <optional>
#include <span>
#include <vector>

#include "map/basemap.hpp"
#include "map/cut.hpp"

namespace gs {

/// Whether two caps have no point in common.
bool apart(const Cap&, const Cap&);

/// Whether the edge of the map, where the sphere is cut open, may pass through a cap. Errs on the side of yes.
bool meets_edge(const Frame&, const Cap&);

/// A cap that holds what a box of the plane shows. Nothing where the box shows no part of the map, or, on a map with a
/// horizon, reaches over it.
std::optional<Cap> cap_of(const Projector&, const Bounds& plane);

/// Copies of those parts of a detail that matter within a cap, with all else left out or shortened: within the cap the
/// result is the same as that of the whole detail, to the last bit of each vertex. Outside of it rings take short cuts.
class Excerpt {
 public:
  /// `view` empty: all of it.
  Excerpt(const Detail&, const Frame&, const std::optional<Cap>& view);

  /// The rings of the polygon that begins at ring `r`, empty when it lies elsewhere; `r` moves to the next polygon. The
  /// spans are valid until the next call.
  std::span<const GeoRing> polygon(std::size_t& r);

  /// Calls `each(points)` for the pieces of line `l` that are within the cap: whole lines when they are `dashed`, so
  /// that dashes stay where they are.
  template <class Each>
  void line(std::size_t l, bool dashed, Each each) const {
    const Line& line = detail_.lines[l];
    const auto points = std::span(detail_.points).subspan(line.first, line.count);
    if (!view_ || detail_.of_lines.start.empty()) return each(points);
    if (apart(detail_.of_lines.whole[l], *view_)) return;
    std::uint32_t begin = 0, end = 0;
    for (std::uint32_t s = detail_.of_lines.start[l]; s < detail_.of_lines.start[l + 1]; ++s) {
      const Stretch& stretch = detail_.of_lines.stretches[s];
      if (apart(stretch.cap, *view_)) continue;
      if (dashed) return each(points);
      if (end > begin && stretch.first != end - 1) each(points.subspan(begin, end - begin)), end = begin;
      if (end <= begin) begin = stretch.first;
      end = stretch.first + stretch.count;
    }
    if (end > begin) each(points.subspan(begin, end - begin));
  }

 private:
  GeoRing shortened(std::size_t r);

  const Detail& detail_;
  const Frame& frame_;
  std::optional<Cap> view_;
  std::deque<std::vector<glm::dvec2>> copies_;  // stay at their addresses
  std::size_t copied_ = 0;
  std::vector<GeoRing> rings_;
};

}  // namespace gs
