#include "scene/hand.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include <glm/geometric.hpp>

#include "map/outline.hpp"

using namespace gs;

namespace {

constexpr double kFrame = 1.0 / 60.0;

struct Table {
  Projector projector;
  Window window{{1280, 720}, 1.0, {}};
  Viewpoint at{60, 30, 3};
  Hand hand;

  explicit Table(const char* key) : projector(std::move(Projector::create(*projection_from_key(key), 60, 30).value())) {}

  /// Frames until the hand has nothing more to do.
  int run(bool still = false) {
    int frames = 0;
    for (; hand.busy() && frames < 1000; ++frames) {
      at = hand.step(projector, at, window, kFrame, still);
      if (projector.info().globe()) projector.recentre(at.longitude, at.latitude);
    }
    return frames;
  }
  void pull(glm::dvec2 px, int frames) {
    for (int i = 0; i < frames; ++i) hand.drag(px, kFrame);
  }
};

}  // namespace

TEST_CASE("a map that is thrown glides on the same way, slower and slower, and comes to rest", "[hand]") {
  for (const char* key : {"equal_earth", "ortho", "two_point"}) {
    CAPTURE(key);
    Table t(key);
    t.pull({12, 0}, 8);  // 720 px/s eastwards: the view moves west
    t.hand.let_go();
    REQUIRE(t.hand.busy());
    double before = t.at.longitude, last = 1e9;
    int frames = 0;
    for (; t.hand.busy() && frames < 300; ++frames) {
      t.at = t.hand.step(t.projector, t.at, t.window, kFrame, false);
      if (t.projector.info().globe()) t.projector.recentre(t.at.longitude, t.at.latitude);
      const double moved = before - t.at.longitude;
      CHECK(moved >= 0);
      CHECK(moved < last * 1.01);
      last = moved > 0 ? moved : last;
      before = t.at.longitude;
    }
    CHECK(frames > 30);
    CHECK(frames < 120);  // under two seconds
    const Viewpoint rest = t.at;
    CHECK(t.hand.step(t.projector, t.at, t.window, kFrame, false) == rest);
  }
}

TEST_CASE("the way of a glide does not depend on the rate of frames", "[hand]") {
  double ends[2];
  int n = 0;
  for (const double rate : {30.0, 120.0}) {
    Table t("plate_carree");
    t.pull({10, 0}, 10);
    t.hand.let_go();
    for (int i = 0; i < 2000 && t.hand.busy(); ++i) t.at = t.hand.step(t.projector, t.at, t.window, 1.0 / rate, false);
    ends[n++] = t.at.longitude;
  }
  CHECK(std::abs(ends[0] - ends[1]) < 0.6);
  CHECK(ends[0] < 58);
}

TEST_CASE("what was held still before it is let go stays where it is", "[hand]") {
  Table t("equal_earth");
  t.pull({15, 5}, 6);
  for (int i = 0; i < 12; ++i) t.hand.wait(kFrame);
  t.hand.let_go();
  CHECK_FALSE(t.hand.busy());
  t.pull({0.5, 0}, 6);  // 30 px/s is no throw
  t.hand.let_go();
  CHECK_FALSE(t.hand.busy());
}

TEST_CASE("taking hold stops a glide and a zoom", "[hand]") {
  Table t("equal_earth");
  t.pull({20, 0}, 6);
  t.hand.let_go();
  t.hand.zoom({640, 360}, 2.0, false);
  t.hand.stop();
  CHECK(t.run() == 0);
}

TEST_CASE("without motion there is no glide, and the zoom comes at once", "[hand]") {
  Table t("equal_earth");
  const Viewpoint before = t.at;
  t.pull({20, 0}, 6);
  t.hand.let_go();
  CHECK(t.run(true) == 1);
  CHECK(t.at == before);
  t.hand.zoom({640, 360}, 1.0, true);
  CHECK(t.run(true) == 1);
  CHECK(std::abs(t.at.zoom - 4.0) < 1e-9);
}

TEST_CASE("a wheel's zoom ends exactly where it should, with the place under the cursor kept", "[hand]") {
  for (const char* key : {"equal_earth", "ortho"}) {
    Table t(key);
    const glm::dvec2 cursor{900, 200};
    const auto place = t.projector.inverse(to_world(camera_of(t.projector, t.at, t.window), cursor));
    REQUIRE(place);
    for (int click = 0; click < 3; ++click) t.hand.zoom(cursor, 0.35, false);
    const int frames = t.run();
    CAPTURE(key, frames);
    CHECK(frames > 8);
    CHECK(frames < 60);
    CHECK(std::abs(t.at.zoom - (3.0 + 3 * 0.35)) < 1e-6);
    glm::dvec2 plane;
    REQUIRE(t.projector.forward(place->lon, place->lat, plane));
    CHECK(glm::distance(to_screen(camera_of(t.projector, t.at, t.window), plane), cursor) < 1.0);
  }
}

TEST_CASE("at the end of its range a zoom ends", "[hand]") {
  Table t("equal_earth");
  t.at.zoom = kMaxZoom;
  t.hand.zoom({640, 360}, 3.0, true);
  CHECK(t.run() <= 2);
}

TEST_CASE("turning a map back turns it back, and the place under the fingers stays", "[view]") {
  for (const char* key : {"equal_earth", "ortho", "lcc_eurasia", "two_point"}) {
    CAPTURE(key);
    Table t(key);
    const glm::dvec2 fingers{800, 300};
    const auto place = t.projector.inverse(to_world(camera_of(t.projector, t.at, t.window), fingers));
    REQUIRE(place);
    for (const double degrees : {20.0, 95.0, -115.0}) {
      t.at = rolled(t.projector, t.at, t.window, fingers, degrees);
      if (t.projector.info().globe()) t.projector.recentre(t.at.longitude, t.at.latitude);
      glm::dvec2 plane;
      REQUIRE(t.projector.forward(place->lon, place->lat, plane));
      CHECK(glm::distance(to_screen(camera_of(t.projector, t.at, t.window), plane), fingers) < 0.5);
    }
    CHECK(std::abs(t.at.roll) < 1e-9);
    CHECK(std::abs(t.at.longitude - 60) < 0.01);
    CHECK(std::abs(t.at.latitude - 30) < 0.01);
  }
}

TEST_CASE("a turned map is dragged and zoomed as its picture lies", "[view]") {
  for (const char* key : {"equal_earth", "ortho", "mercator"}) {
    Table t(key);
    t.at.roll = 130;
    CAPTURE(key);
    const glm::dvec2 from{700, 300}, to{640, 390};
    const auto place = t.projector.inverse(to_world(camera_of(t.projector, t.at, t.window), from));
    REQUIRE(place);
    t.at = dragged(t.projector, t.at, t.window, from, to);
    if (t.projector.info().globe()) t.projector.recentre(t.at.longitude, t.at.latitude);
    CHECK(t.at.roll == 130);
    glm::dvec2 plane;
    REQUIRE(t.projector.forward(place->lon, place->lat, plane));
    CHECK(glm::distance(to_screen(camera_of(t.projector, t.at, t.window), plane), to) < 0.5);
  }
}
