#pragma once
#include <algorithm>
#include <glm/vec2.hpp>

#include "render/renderer.hpp"

namespace gs {

/// How much care the next frame may take: quality follows the machine. Where frames with full care come too slowly while
/// the map moves, it is drawn quickly until it has rested for a moment.
class Pace {
 public:
  /// `slow`: from the first movement on, as where the graphics are drawn by the processor.
  explicit Pace(bool slow = false) : slow_at_first_(slow), slow_(slow) {}
  /// Once a frame, seconds. `window`: another one may be fast enough; `moving`: the view is another than in the frame
  /// before; `busy`: time goes elsewhere too; `held`: a hand is on the map, and may move it on.
  Care care(double now, glm::dvec2 window, bool moving, bool busy, bool held = false);
  /// Seconds of rest after which full care is due; 0: it is not owed.
  double owed() const { return quick_ ? owed_ : 0.0; }

 private:
  /// Longer than two frames: what moves slowly is not at rest.
  double rest() const { return std::max(0.16, 2.0 * mean_); }

  glm::dvec2 window_{};
  double last_moved_ = -1e9, mean_ = 0.0, owed_ = 0.0;
  bool slow_at_first_, slow_, quick_ = false;
  bool moved_ = false;  ///< the frame before did: the time since is that frame's
};

}  // namespace gs
