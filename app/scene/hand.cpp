#include "scene/hand.hpp"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

namespace gs {
namespace {

constexpr double kRemembered = 0.05;               // s, of the pointer's speed
constexpr double kSlowing = 0.30;                  // s in which a glide loses most of its speed
constexpr double kLeastThrow = 120.0, kRest = 14.0;  // px/s: slower it does not begin, or ends
constexpr double kFastest = 4000.0;                // px/s
constexpr double kWheel = 0.07, kStep = 0.14;      // s
constexpr double kLeastZoom = 0.003;               // octaves
constexpr double kMostZoom = 4.0;
constexpr double kFirstFrame = 1.0 / 60.0, kLongestFrame = 0.1;  // s: after a pause the map does not jump

}  // namespace

void Hand::drag(glm::dvec2 px, double seconds) {
  gliding_ = false;
  if (!(seconds > 0.0)) return;
  const double keep = std::exp(-seconds / kRemembered);
  speed_ = speed_ * keep + px / seconds * (1.0 - keep);
}

void Hand::wait(double seconds) { speed_ *= std::exp(-std::max(0.0, seconds) / kRemembered); }

void Hand::let_go() {
  const double size = glm::length(speed_);
  gliding_ = size > kLeastThrow;
  if (size > kFastest) speed_ *= kFastest / size;
  if (!gliding_) speed_ = {0, 0};
  fresh_ = gliding_;
}

void Hand::zoom(glm::dvec2 at_px, double octaves, bool slow) {
  gliding_ = false;
  speed_ = {0, 0};
  at_ = at_px;
  fresh_ = fresh_ || left_ == 0.0;
  share_ = slow ? kStep : kWheel;
  left_ = std::clamp(left_ * octaves < 0 ? octaves : left_ + octaves, -kMostZoom, kMostZoom);
}

void Hand::stop() {
  gliding_ = false;
  speed_ = {0, 0};
  left_ = 0.0;
}

Viewpoint Hand::step(const Projector& projector, const Viewpoint& at, const Window& window, double seconds, bool still) {
  if (!busy()) return at;
  seconds = std::clamp(seconds, 0.0, fresh_ ? kFirstFrame : kLongestFrame);
  fresh_ = false;
  Viewpoint out = at;
  if (left_ != 0.0) {
    const bool last = still || std::abs(left_) < kLeastZoom;
    const double part = last ? left_ : left_ * (1.0 - std::exp(-seconds / share_));
    left_ = last ? 0.0 : left_ - part;
    out = zoomed(projector, out, window, at_, std::exp2(part));
    if (std::abs(out.zoom - at.zoom) < 1e-12) left_ = 0.0;  // at the end of the range
  }
  if (gliding_) {
    if (still) {
      stop();
      return out;
    }
    const glm::dvec2 middle = camera_of(projector, out, window).middle();
    // The way under a speed that falls off exponentially.
    const double fall = std::exp(-seconds / kSlowing);
    const Viewpoint before = out;
    out = dragged(projector, out, window, middle, middle + speed_ * (kSlowing * (1.0 - fall)));
    speed_ *= fall;
    if (glm::length(speed_) < kRest || out == before) gliding_ = false, speed_ = {0, 0};
  }
  return out;
}

}  // namespace gs
