// Fingers on a screen: one is the mouse, two are a pinch.
#include <SDL.h>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "platform/gestures.hpp"

namespace {

using gs::platform::Gestures;
using Catch::Approx;

/// A screen of 400 x 800 that is touched.
struct Screen {
  Gestures gestures;

  Gestures::Then finger(Uint32 type, SDL_FingerID id, float x, float y) {
    SDL_Event event{};
    event.tfinger = {type, 0, 1, id, x / 400, y / 800, 0, 0, 1, 0};
    return gestures.handle(event, 400, 800);
  }
  Gestures::Then mouse_moves(Uint32 which) {
    SDL_Event event{};
    event.type = SDL_MOUSEMOTION;
    event.motion.which = which;
    return gestures.handle(event, 400, 800);
  }
};

}  // namespace

TEST_CASE("one finger is left to the mouse that SDL makes of it") {
  Screen screen;
  CHECK(screen.mouse_moves(SDL_TOUCH_MOUSEID) == Gestures::Then::pass);
  CHECK(screen.finger(SDL_FINGERDOWN, 1, 100, 400) == Gestures::Then::pass);
  CHECK(screen.finger(SDL_FINGERMOTION, 1, 150, 400) == Gestures::Then::pass);
  CHECK_FALSE(screen.gestures.take());
  CHECK(screen.gestures.touch());
  CHECK(screen.finger(SDL_FINGERUP, 1, 150, 400) == Gestures::Then::leave);
}

TEST_CASE("the second finger cancels the press of the first, and the mouse rests until both are up") {
  Screen screen;
  screen.finger(SDL_FINGERDOWN, 1, 100, 400);
  CHECK(screen.finger(SDL_FINGERDOWN, 2, 300, 400) == Gestures::Then::cancel_press);
  CHECK(screen.mouse_moves(SDL_TOUCH_MOUSEID) == Gestures::Then::swallow);
  CHECK(screen.finger(SDL_FINGERUP, 1, 100, 400) == Gestures::Then::pass);
  CHECK(screen.mouse_moves(SDL_TOUCH_MOUSEID) == Gestures::Then::swallow);
  CHECK(screen.finger(SDL_FINGERUP, 2, 300, 400) == Gestures::Then::leave);
  CHECK(screen.mouse_moves(SDL_TOUCH_MOUSEID) == Gestures::Then::pass);
}

TEST_CASE("two fingers that part by half as much again magnify by 1.5 about their middle, and say so once") {
  Screen screen;
  screen.finger(SDL_FINGERDOWN, 1, 100, 400);
  screen.finger(SDL_FINGERDOWN, 2, 300, 400);
  screen.finger(SDL_FINGERMOTION, 1, 50, 400);
  screen.finger(SDL_FINGERMOTION, 2, 350, 400);
  const auto pinch = screen.gestures.take();
  REQUIRE(pinch);
  CHECK(pinch->factor == Approx(1.5));
  CHECK(pinch->x == Approx(200));
  CHECK(pinch->y == Approx(400));
  CHECK(pinch->pan_x == Approx(0).margin(0.01));
  CHECK(pinch->pan_y == Approx(0).margin(0.01));
  CHECK_FALSE(screen.gestures.take());
}

TEST_CASE("two fingers that go the same way move without magnifying") {
  Screen screen;
  screen.finger(SDL_FINGERDOWN, 1, 100, 400);
  screen.finger(SDL_FINGERDOWN, 2, 300, 400);
  for (int step = 1; step <= 20; ++step) {
    screen.finger(SDL_FINGERMOTION, 1, 100.0f + static_cast<float>(step), 400.0f + 2.0f * static_cast<float>(step));
    screen.finger(SDL_FINGERMOTION, 2, 300.0f + static_cast<float>(step), 400.0f + 2.0f * static_cast<float>(step));
  }
  const auto pinch = screen.gestures.take();
  REQUIRE(pinch);
  CHECK(pinch->factor == Approx(1).epsilon(1e-3));
  CHECK(pinch->pan_x == Approx(20));
  CHECK(pinch->pan_y == Approx(40));
}

TEST_CASE("a mouse after a finger makes the targets small again") {
  Screen screen;
  screen.finger(SDL_FINGERDOWN, 1, 100, 400);
  screen.finger(SDL_FINGERUP, 1, 100, 400);
  screen.mouse_moves(SDL_TOUCH_MOUSEID);
  CHECK(screen.gestures.touch());
  screen.mouse_moves(0);
  CHECK_FALSE(screen.gestures.touch());
}

TEST_CASE("two fingers that turn about one another twist the map, but for the first few degrees") {
  Screen screen;
  screen.finger(SDL_FINGERDOWN, 1, 200, 400);
  screen.finger(SDL_FINGERDOWN, 2, 300, 400);
  screen.finger(SDL_FINGERMOTION, 2, 299.6f, 408);  // 4.6 degrees: not meant
  CHECK(screen.gestures.take()->twist == 0.0f);
  float sum = 0;
  for (int degrees = 10; degrees <= 90; degrees += 10) {
    const float a = static_cast<float>(degrees) * 0.017453293f;
    screen.finger(SDL_FINGERMOTION, 2, 200 + 100 * std::cos(a), 400 + 100 * std::sin(a));  // clockwise: y is down
    sum += screen.gestures.take()->twist;
  }
  CHECK(sum == Approx(90 * 0.017453293f - 0.14f).margin(0.002));
  screen.finger(SDL_FINGERUP, 2, 200, 500);
  screen.finger(SDL_FINGERDOWN, 2, 300, 400);  // another turn begins anew
  screen.finger(SDL_FINGERMOTION, 2, 299.6f, 392);
  CHECK(screen.gestures.take()->twist == 0.0f);
}
