#pragma once
#include <SDL.h>

#include <optional>
#include <vector>

#include "platform/platform.hpp"

namespace gs::platform {

/// Turns the fingers of a touch screen into a pinch. One finger is left to SDL, which plays the mouse with it.
class Gestures {
 public:
  /// What Dear ImGui should make of the event.
  enum class Then {
    pass,          ///< hand it on
    swallow,       ///< it belongs to a gesture
    cancel_press,  ///< hand it on; the press of the first finger became a gesture, so let go without a click
    leave          ///< hand it on; the last finger has left the screen, so nothing is under the pointer
  };

  /// Fingers come as shares of a window of `width` x `height` logical px.
  Then handle(const SDL_Event&, float width, float height);

  /// Sum of the movement since the last call, if two fingers moved.
  std::optional<Pinch> take();
  bool touch() const { return touch_; }

 private:
  struct Finger {
    SDL_FingerID id;
    float x, y;
  };
  Then down(Finger);
  void move(Finger);
  float turned(float radians);
  Then up(SDL_FingerID);

  std::vector<Finger> fingers_;
  std::optional<Pinch> pinch_;
  bool touch_ = false;
  float twisted_ = 0;     ///< radians since the second finger came down, up to where turning begins
  bool gesture_ = false;  ///< from the second finger down until the last one is up
};

}  // namespace gs::platform
