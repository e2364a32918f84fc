#pragma once
#include "scene/view.hpp"

namespace gs {

/// How the map follows a hand: it glides on after a throw, and a wheel's or a double click's zoom is shared out over a few
/// frames, to the cursor. Holds no more than what is still to be done; when nothing is, step() gives the viewpoint back
/// as it is, so that no frame is drawn for it.
class Hand {
 public:
  /// The pointer moved by so many px in so many seconds, with the map held.
  void drag(glm::dvec2 px, double seconds);
  /// Let go: the map glides on if it was moving just now.
  void let_go();
  /// `octaves` > 0 zooms in by that many doublings; `slow` for one step of a button or a double click.
  void zoom(glm::dvec2 at_px, double octaves, bool slow);
  /// Somebody takes hold, or motion is not wanted: what is still to be done is not.
  void stop();
  /// A pause between two frames with nothing held.
  void wait(double seconds);

  bool busy() const { return gliding_ || left_ != 0.0; }
  /// Where the map is after so many seconds more; `still`: whoever wants no motion gets the zoom at once and no glide.
  Viewpoint step(const Projector&, const Viewpoint&, const Window&, double seconds, bool still);

 private:
  glm::dvec2 speed_{0, 0};  ///< px/s of the last few hundredths of a second
  bool gliding_ = false, fresh_ = false;
  double left_ = 0.0, share_ = 0.0;  ///< octaves still to zoom, and the time in which most of it is done, s
  glm::dvec2 at_{0, 0};
};

}  // namespace gs
