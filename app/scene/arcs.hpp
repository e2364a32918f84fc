#pragma once
#include "scene/geometry.hpp"
#include "scene/story.hpp"

namespace gs {

/// Ways over great circles, where a story wants them.
class ArcsOnMap {
 public:
  /// Those of the step (none: nothing) as lines of the map in force, with a dot at each end.
  void add(const Geometry&, const Camera&, const Palette&, const StoryStep*, Scene&);

 private:
  const StoryStep* of_ = nullptr;
  std::uint64_t geometry_ = 0, revision_ = 0;
  Lines lines_;
};

}  // namespace gs
