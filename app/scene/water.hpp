#pragma once
#include <optional>

#include "map/basemap.hpp"
#include "map/cut.hpp"
#include "map/projection.hpp"
#include "scene/scene.hpp"

namespace gs {

/// Lakes and rivers that there are to draw: none, those of every view, or the rivers of near ones too.
struct WaterDetails {
  const Detail* all = nullptr;
  const Detail* fine = nullptr;  ///< rivers only
  bool operator==(const WaterDetails&) const = default;
};

/// The least important river that is drawn on a map made for `scale`, px per earth radius: Natural Earth's rank, 0 the
/// greatest. A rank more with each doubling, from 1 for 100 px to the radius.
int most_river_rank(double scale);

/// Lakes and rivers in the plane.
class Water {
 public:
  Rings lakes;
  Lines shores;
  Lines great_rivers, rivers;  ///< those a rank or two above the least important ones, and these

  /// Makes them anew. `tolerance` as of Cutter; `least`, steradians, as of thinned() where the whole map is made; with a
  /// view only what lies in it is made, and rivers are those of `fine` where it is there.
  void project(const WaterDetails&, const Projector&, double scale, double tolerance, double least,
               const std::optional<Cap>& view);

 private:
  void project_lakes(const Detail&, const Projector&, double tolerance, const std::optional<Cap>& view);
  void project_rivers(const Detail&, const Projector&, int most_rank, double tolerance, const std::optional<Cap>& view);

  Detail thin_;  ///< what of `thin_of_` takes `thin_least_` or more
  const Detail* thin_of_ = nullptr;
  double thin_least_ = 0.0;
  ProjectedRings rings_;
  ProjectedLines lines_;
};

}  // namespace gs
