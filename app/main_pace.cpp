#include "main_pace.hpp"

#include <algorithm>

namespace gs {
namespace {

constexpr double kSlow = 1.0 / 30.0;  ///< s between frames
constexpr double kPause = 0.5;        ///< s: no movement, but a new one or a hidden page

}  // namespace

Care Pace::care(double now, glm::dvec2 window, bool moving, bool busy) {
  if (window != window_) *this = {};
  window_ = window;
  if (moving) {
    const double since = now - last_moved_;
    if (!slow_ && !busy && since < kPause) {
      mean_ = mean_ > 0.0 ? 0.5 * (mean_ + since) : std::min(since, kSlow);
      slow_ = mean_ > kSlow;
    }
    last_moved_ = now;
  }
  quick_ = slow_ && now - last_moved_ < kRest;
  return quick_ ? Care::quick : Care::full;
}

}  // namespace gs
