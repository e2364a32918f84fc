#pragma once
#include "render/renderer.hpp"

namespace gs {

/// How much care the next frame may take: quality follows the machine. Where frames with full care come too slowly while
/// the map moves, it is drawn quickly until it has rested for a moment.
class Pace {
 public:
  /// Once a frame, seconds. `moving`: the view is another than in the frame before; `busy`: time goes elsewhere too.
  Care care(double now, bool moving, bool busy);
  
  /// Seconds of rest after which full care is due; 0: it is not owed.
  double owed() const { return quick_ ? kRest : 0.0; }
  /// Another window: the machine may be fast enough for it.
  void forget() { *this = {}; }

 private:
  static constexpr double kRest = 0.16;

  double last_moved_ = -1e9, mean_ = 0.0;
  bool slow_ = false, quick_ = false;
};

}  // namespace gs
