#include "main_pace.hpp"

#include <algorithm>

namespace gs {
namespace {

constexpr double kSlow = 1.0 / 30.0;  ///< s between frames
constexpr double kStarting = 0.6;     ///< s: time for what else begins with the first picture
constexpr double kHidden = 2.0;       ///< s: no frame takes so long, the page was hidden

}  // namespace

Care Pace::care(double now, glm::dvec2 window, bool moving, bool busy, bool held) {
  if (window != window_) *this = Pace(slow_at_first_);
  window_ = window;
  if (slow_ && last_moved_ < 0.0) last_moved_ = now + kStarting;  // a slow machine shows its first picture quickly
  if (moving) {
    const double since = now - last_moved_;
    if (!busy && moved_ && since < kHidden) {
      mean_ = mean_ > 0.0 ? 0.5 * (mean_ + since) : std::min(since, kSlow);
      slow_ = slow_ || mean_ > kSlow;
    }
    last_moved_ = now;
  }
  moved_ = moving;
  quick_ = slow_ && (now - last_moved_ < rest() || (quick_ && held));
  owed_ = std::max(last_moved_ + rest() - now, 0.02);
  return quick_ ? Care::quick : Care::full;
}

}  // namespace gs
