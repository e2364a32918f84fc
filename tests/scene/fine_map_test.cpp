// Which detail of the base map a view draws, and when it is made anew.
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "scene/explorer.hpp"

using namespace gs;

namespace {

const Detail& fine() {
  static const Detail detail = [] {
    const auto bytes = test::read_asset("world-10m.bin");
    if (!bytes) FAIL(bytes.error().text());
    auto read = read_fine_detail(std::as_bytes(std::span(*bytes)), *test::assets().base);
    if (!read) FAIL(read.error().text());
    return std::move(*read);
  }();
  return detail;
}

struct Map {
  Geometry geometry;
  Window window{{1280, 720}, 1.0, {}};
  ViewState view;
  const Detail* there = nullptr;

  Map(const char* projection, Viewpoint at) {
    view.projection = projection;
    view.viewpoint = at;
  }
  /// The revision after an update.
  std::uint64_t update(bool moving = false) {
    const auto done = geometry.update({*test::assets().base, there}, test::assets().portfolio.routes, view, window, {moving});
    if (!done) FAIL(done.error().text());
    return geometry.revision();
  }
  void move(double px) {  // east, in the plane
    view.viewpoint = dragged(geometry.projector(), view.viewpoint, window, {600 + px, 300}, {600, 300});
  }
};

}  // namespace

TEST_CASE("the finest detail is drawn where it is wanted and there, else the one before", "[scene][fine]") {
  struct Row {
    const char* what;
    const char* projection;
    double zoom;
    bool there, moving;
    const char* drawn;
    bool wanted;
  };
  const Row rows[] = {
      {"the world, small", "equal_earth", -0.9, true, false, "50m", false},
      {"the world", "equal_earth", 1.0, true, false, "50m", false},
      {"a country, not near enough", "equal_earth", 4.9, true, false, "50m", false},
      {"near, before it has come", "equal_earth", 5.1, false, false, "50m", true},
      {"near, once it is there", "equal_earth", 5.1, true, false, "10m", true},
      {"as near as one can go", "mercator", 9.0, true, false, "10m", true},
      {"a globe at rest", "ortho", 5.5, true, false, "10m", true},
      {"a globe in the hand, near", "ortho", 5.5, true, true, "10m", true},
      {"the same before it has come", "ortho", 5.5, false, true, "50m", true},
      {"a globe in the hand, far", "ortho", 3.0, true, true, "50m", false},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    Map map(row.projection, {29, 41, row.zoom});
    if (row.there) map.there = &fine();
    map.update(row.moving);
    CHECK(map.geometry.detail() == row.drawn);
    CHECK(map.geometry.wants_fine() == row.wanted);
  }
}

TEST_CASE("a window so wide that it sees much of the earth goes without the finest detail", "[scene][fine]") {
  Map map("ortho", {29, 41, 5.0});
  map.there = &fine();
  map.window.viewport = {7680, 4320};
  map.update();
  CHECK(map.geometry.detail() == "50m");
  CHECK_FALSE(map.geometry.wants_fine());
}

TEST_CASE("when the finest detail arrives the map is made anew once, and finer", "[scene][fine]") {
  Map map("equal_earth", {29, 41, 6.9});
  const auto before = map.update();
  const std::size_t points = map.geometry.coast.points.size();
  CHECK(map.update() == before);
  map.there = &fine();
  const auto after = map.update();
  CHECK(after == before + 1);
  CHECK(map.update() == after);
  CHECK(map.geometry.coast.points.size() > 2 * points);
}

TEST_CASE("panning makes the near map anew only when the view leaves what was made", "[scene][fine]") {
  Map map("equal_earth", {29, 41, 6.2});
  map.there = &fine();
  const auto first = map.update();
  map.move(200);
  CHECK(map.update() == first);
  map.move(-300);
  CHECK(map.update() == first);
  map.view.viewpoint.zoom = 6.3;  // within a step of the tolerance
  CHECK(map.update() == first);
  map.move(1000);
  CHECK(map.update() == first + 1);
  CHECK(map.geometry.detail() == "10m");
  map.view.viewpoint.zoom = 3.0;
  CHECK(map.update() == first + 2);
  CHECK(map.geometry.detail() == "50m");
}

TEST_CASE("the near map is a small part of the world, the far one all of it", "[scene][fine]") {
  Map near("equal_earth", {29, 41, 6.9}), far("equal_earth", {29, 41, 3.0});
  near.there = far.there = &fine();
  near.update();
  far.update();
  CHECK(near.geometry.land.points.size() < fine().points.size() / 20);
  CHECK(far.geometry.land.points.size() > test::assets().base->details.back().points.size() / 3);
}
