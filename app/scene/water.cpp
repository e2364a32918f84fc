#include "scene/water.hpp"

#include <algorithm>
#include <cmath>

#include "map/thinning.hpp"
#include "map/whereabouts.hpp"
#include "scene/geometry.hpp"

namespace gs {

int most_river_rank(double scale) {
  return std::max(1, 1 + static_cast<int>(std::floor(std::log2(scale / 100.0) + 1e-9)));
}

void Water::project(const WaterDetails& from, const Projector& projector, double scale, double tolerance, double least,
                    const std::optional<Cap>& view) {
  lakes.clear(), shores.clear(), great_rivers.clear(), rivers.clear();
  if (!from.all) return;
  if (!view && (thin_of_ != from.all || thin_least_ != least)) {
    thin_ = thinned(*from.all, static_cast<float>(least));
    thin_of_ = from.all;
    thin_least_ = least;
  }
  const Detail& all = view ? *from.all : thin_;
  project_lakes(all, projector, tolerance, view);
  project_rivers(view && from.fine ? *from.fine : all, projector, most_river_rank(scale), tolerance, view);
}

void Water::project_lakes(const Detail& detail, const Projector& projector, double tolerance,
                          const std::optional<Cap>& view) {
  Cutter cutter(projector, tolerance);
  Excerpt excerpt(detail, projector.frame(), view);
  rings_.clear();
  for (std::size_t r = 0; r < detail.rings.size();) {
    if (const auto polygon = excerpt.polygon(r); !polygon.empty()) cutter.polygon(polygon, rings_);
  }
  put(rings_, lakes);
  lines_.clear();
  for (std::size_t l = 0; l < detail.lines.size(); ++l) {
    if (detail.lines[l].kind != LineKind::coast) continue;
    excerpt.line(l, false, [&](auto piece) { cutter.line(piece, false, lines_); });
  }
  append(lines_, shores);
}

void Water::project_rivers(const Detail& detail, const Projector& projector, int most_rank, double tolerance,
                           const std::optional<Cap>& view) {
  constexpr int kGreater = 2;  // ranks
  Cutter cutter(projector, tolerance);
  Excerpt excerpt(detail, projector.frame(), view);
  const auto draw = [&](int from, int to, Lines& out) {
    lines_.clear();
    for (std::size_t l = 0; l < detail.lines.size(); ++l) {
      const Line& line = detail.lines[l];
      if (line.kind != LineKind::river || line.rank < from || line.rank > to) continue;
      excerpt.line(l, false, [&](auto piece) { cutter.line(piece, false, lines_); });
    }
    append(lines_, out);
  };
  draw(0, most_rank - kGreater, great_rivers);
  draw(std::max(0, most_rank - kGreater + 1), most_rank, rivers);
}

}  // namespace gs
