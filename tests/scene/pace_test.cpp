// How much care a frame gets on a machine of a given speed.
#include <catch2/catch_test_macros.hpp>

#include "main_pace.cpp"

using namespace gs;

namespace {

constexpr glm::dvec2 kWindow{1280, 720};

/// Frames at a distance of `every` seconds that all move; how many of them were quick.
int quick_frames(Pace& pace, double& now, double every, int frames, bool busy = false) {
  int quick = 0;
  for (int i = 0; i < frames; ++i) quick += pace.care(now += every, kWindow, true, busy) == Care::quick ? 1 : 0;
  return quick;
}

}  // namespace

TEST_CASE("a machine that keeps up draws with full care", "[pace]") {
  Pace pace;
  double now = 5.0;
  CHECK(quick_frames(pace, now, 1.0 / 60.0, 300) == 0);
  CHECK(pace.owed() == 0.0);
}

TEST_CASE("a slow machine draws quickly while things move, and with care once they have rested", "[pace]") {
  Pace pace;
  double now = 5.0;
  CHECK(quick_frames(pace, now, 0.1, 20) >= 17);
  CHECK(pace.owed() > 0.0);
  CHECK(pace.care(now + 0.05, kWindow, false, false) == Care::quick);
  CHECK(pace.care(now + 5.0, kWindow, false, false, true) == Care::quick);  // a hand is still on the map
  CHECK(pace.care(now + 5.0 + pace.owed(), kWindow, false, false) == Care::full);
  CHECK(pace.owed() == 0.0);
  now += 60.0;
  CHECK(quick_frames(pace, now, 0.1, 1) == 1);
  INFO("a smaller window is tried with care");
  CHECK(pace.care(now + 0.1, {390, 844}, true, false) == Care::full);
}

TEST_CASE("pauses, hidden pages and simulating say nothing about the machine", "[pace]") {
  Pace pace;
  double now = 5.0;
  CHECK(quick_frames(pace, now, 2.0, 50) == 0);
  CHECK(quick_frames(pace, now, 0.2, 50, true) == 0);
  for (int i = 0; i < 50; ++i) {  // one movement a second, each followed by a frame at rest
    CHECK(pace.care(now += 1.0, kWindow, true, false) == Care::full);
    CHECK(pace.care(now += 0.01, kWindow, false, false) == Care::full);
  }
}

TEST_CASE("a machine that takes a second a frame is slow, not paused", "[pace]") {
  Pace pace;
  double now = 5.0;
  CHECK(quick_frames(pace, now, 1.0, 10) >= 7);
}
