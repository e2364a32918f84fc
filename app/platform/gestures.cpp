#include "platform/gestures.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gs::platform {
namespace {

// Two fingertips nearer than this cannot be told apart well enough for a zoom factor.
constexpr float kMinimumSpan = 12.0f;
// Fingers that only part or close turn by a little too: 8 degrees are not meant.
constexpr float kMeant = 0.14f;

// A touch pad's fingers move the pointer; they are not on what they touch.
bool on_touch_pad(SDL_TouchID id) {
  if (SDL_GetNumTouchDevices() == 0) return false;  // SDL must not be asked for the kind of a device it has not seen
  const SDL_TouchDeviceType type = SDL_GetTouchDeviceType(id);
  return type == SDL_TOUCH_DEVICE_INDIRECT_ABSOLUTE || type == SDL_TOUCH_DEVICE_INDIRECT_RELATIVE;
}

}  // namespace

Gestures::Then Gestures::handle(const SDL_Event& event, float width, float height) {
  switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP: {
      if (on_touch_pad(event.tfinger.touchId)) return Then::pass;
      const Finger finger{event.tfinger.fingerId, event.tfinger.x * width, event.tfinger.y * height};
      if (event.type == SDL_FINGERDOWN) return down(finger);
      if (event.type == SDL_FINGERUP) return up(finger.id);
      move(finger);
      return Then::pass;
    }
    case SDL_MOUSEMOTION:
      if (event.motion.which == SDL_TOUCH_MOUSEID) return gesture_ ? Then::swallow : Then::pass;
      touch_ = false;
      return Then::pass;
    case SDL_MOUSEBUTTONDOWN:
      if (event.button.which == SDL_TOUCH_MOUSEID) return gesture_ ? Then::swallow : Then::pass;
      touch_ = false;
      return Then::pass;
    default:
      return Then::pass;
  }
}

std::optional<Pinch> Gestures::take() { return std::exchange(pinch_, std::nullopt); }

Gestures::Then Gestures::down(Finger finger) {
  touch_ = true;
  std::erase_if(fingers_, [&](const Finger& one) { return one.id == finger.id; });
  fingers_.push_back(finger);
  if (fingers_.size() != 2) return Then::pass;
  gesture_ = true;
  twisted_ = 0;
  return Then::cancel_press;
}

void Gestures::move(Finger finger) {
  const auto moved =
      std::find_if(fingers_.begin(), fingers_.end(), [&](const Finger& one) { return one.id == finger.id; });
  if (moved == fingers_.end()) return;
  const Finger before = std::exchange(*moved, finger);
  if (fingers_.size() < 2 || moved - fingers_.begin() > 1) return;

  const Finger& other = fingers_[moved == fingers_.begin() ? 1 : 0];
  const float span_before = std::hypot(before.x - other.x, before.y - other.y);
  const float span_after = std::hypot(finger.x - other.x, finger.y - other.y);
  if (!pinch_) pinch_ = Pinch{0, 0, 0, 0, 1, 0};
  pinch_->x = (finger.x + other.x) / 2;
  pinch_->y = (finger.y + other.y) / 2;
  pinch_->pan_x += (finger.x - before.x) / 2;
  pinch_->pan_y += (finger.y - before.y) / 2;
  if (span_before > kMinimumSpan && span_after > kMinimumSpan) {
    pinch_->factor *= span_after / span_before;
    const float after = std::atan2(finger.y - other.y, finger.x - other.x);
    pinch_->twist += turned(after - std::atan2(before.y - other.y, before.x - other.x));
  }
}

/// What of a turn counts: nothing until it is meant.
float Gestures::turned(float radians) {
  constexpr float kTurn = 6.2831853f;
  radians = std::remainder(radians, kTurn);
  if (std::abs(twisted_) >= kMeant) return radians;
  twisted_ += radians;
  if (std::abs(twisted_) < kMeant) return 0.0f;
  return twisted_ > 0 ? twisted_ - kMeant : twisted_ + kMeant;
}

Gestures::Then Gestures::up(SDL_FingerID id) {
  std::erase_if(fingers_, [&](const Finger& one) { return one.id == id; });
  if (!fingers_.empty()) return Then::pass;
  gesture_ = false;
  return Then::leave;
}

}  // namespace gs::platform
