// The relief on the screen: slopes darken or brighten the land, the sea and the edges of the map stay as they are.
#include "render/relief_painter.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "render/canvas.hpp"
#include "render/ground.hpp"
#include "scene/geometry.hpp"
#include "scene/theme.hpp"

namespace gs {
namespace {

struct View {
  Geometry geometry;
  Scene scene;
  Window window{{480, 320}, 1.0, {}};

  View(const char* projection, double lon_0, Viewpoint at) {
    const Palette& p = light_palette();
    ViewState view;
    view.projection = projection;
    view.lon_0 = lon_0;
    view.viewpoint = at;
    BaseDetails from{ground().base, nullptr, {}, true};
    REQUIRE(geometry.update(from, {}, view, window, {}));
    scene.view = map_view_of(camera_of(geometry.projector(), at, window));
    scene.page = p.page;
    scene.fills = {{&geometry.sea, 1, p.sea}, {&geometry.land, 1, p.land}};
    scene.relief = ReliefLayer{&geometry.lattice, &geometry.land, &ground().relief, 1,
                               p.relief_shadow,   p.relief_light, 2};
  }
  glm::ivec2 px(double lon, double lat) const {
    const auto plane = project_point(geometry.projector(), {lon, lat});
    REQUIRE(plane);
    const glm::dvec2 middle = glm::dvec2(window.viewport) * 0.5, off = (*plane - scene.view.centre) * scene.view.scale;
    return {static_cast<int>(middle.x + off.x), static_cast<int>(middle.y - off.y)};
  }
};

}  // namespace

TEST_CASE("relief darkens the Himalaya's southern slope and leaves the plain and the sea alone", "[render][relief]") {
  const Palette& p = light_palette();
  for (const char* projection : {"equal_earth", "ortho", "mercator", "lcc_eurasia"}) {
    View v(projection, 60, {85, 25, 2.5});
    Canvas canvas;
    const Picture picture = canvas.draw(v.scene);
    INFO(projection);
    double slope = 0, plain = 0;
    for (double lon = 82; lon < 88; lon += 0.25) {
      const glm::ivec2 up = v.px(lon, 28.9 - (lon - 82) * 0.28), down = v.px(lon, 25.8);
      slope += darkness(picture.at(up.x, up.y)) / 24;
      plain += darkness(picture.at(down.x, down.y)) / 24;
    }
    CHECK(slope > darkness(p.land) + 0.08);
    CHECK(std::abs(plain - darkness(p.land)) < 0.015);
    const glm::ivec2 sea = v.px(89, 17);
    CHECK(picture.at(sea.x, sea.y) == p.sea);
    v.scene.relief.reset();
    const Picture flat = canvas.draw(v.scene);
    const glm::ivec2 up = v.px(84, 27.9);
    CHECK(flat.at(up.x, up.y) == p.land);
  }
}

TEST_CASE("relief is drawn on land alone: not a pixel of sea or page changes", "[render][relief]") {
  for (const auto& [projection, lon_0] : {std::pair{"equal_earth", 60.0}, {"mollweide", 150.0}, {"ortho", 0.0}, {"mercator", -100.0}}) {
    View v(projection, lon_0, {lon_0, 15, 0.2});
    Canvas canvas;
    const Picture with = canvas.draw(v.scene);
    v.scene.relief.reset();
    const Picture without = canvas.draw(v.scene);
    std::size_t changed = 0, wrong = 0;
    for (int y = 0; y < with.height; ++y) {
      for (int x = 0; x < with.width; ++x) {
        const Color a = with.at(x, y), b = without.at(x, y);
        changed += !(a == b);
        wrong += !(a == b) && (b == light_palette().sea || b == light_palette().page);
      }
    }
    INFO(projection);
    CHECK(changed > 2000);
    CHECK(wrong == 0);
  }
}

TEST_CASE("no seam shows in the relief at 180 degrees, in the middle of a map or at its edge", "[render][relief]") {
  // Chukotka: the columns at 180 degrees differ from their neighbours no more than others do.
  for (const char* projection : {"equal_earth", "ortho", "mercator"}) {
    View v(projection, 180, {180, 66.5, 3.5});
    Canvas canvas;
    const Picture picture = canvas.draw(v.scene);
    const auto step = [&](double lon) {
      double sum = 0;
      int n = 0;
      for (double lat = 65.9; lat < 68.4; lat += 0.05, ++n) {
        const glm::ivec2 a = v.px(lon - 0.12, lat), b = v.px(lon + 0.12, lat);
        sum += std::abs(darkness(picture.at(a.x, a.y)) - darkness(picture.at(b.x, b.y)));
      }
      return sum / n;
    };
    double beside = 0;
    for (const double off : {1.0, 1.5, 2.0, 2.5}) beside += (step(180 - off) + step(-180 + off)) / 8;
    INFO(projection);
    CHECK(beside > 0.0);
    CHECK(step(180.0) < 2.0 * beside + 0.004);
  }
}

TEST_CASE("a far view takes a coarse level of the relief, a near one the finest", "[render][relief]") {
  const Relief& r = ground().relief;
  CHECK(relief_level(r, 1.0 / 50000.0) == 0);
  CHECK(relief_level(r, 1.0 / 400.0) == 0);
  CHECK(relief_level(r, 1.0 / 170.0) == 1);
  CHECK(relief_level(r, 1.0 / 1.0) == static_cast<int>(r.levels.size()) - 1);
}

TEST_CASE("lakes lie over the relief", "[render][relief]") {
  View v("equal_earth", 60, {85, 29, 2.5});
  Rings box;
  const Camera camera = camera_of(v.geometry.projector(), {85, 29, 2.5}, v.window);
  for (const glm::dvec2& px : {glm::dvec2(200, 120), glm::dvec2(280, 120), glm::dvec2(280, 200), glm::dvec2(200, 200)})
    box.points.emplace_back(to_world(camera, px));
  box.rings = {{0, 4}};
  v.scene.fills.push_back({&box, 1, light_palette().lake});
  Canvas canvas;
  const Picture picture = canvas.draw(v.scene);
  for (int x = 205; x < 275; x += 7) CHECK(picture.at(x, 160) == light_palette().lake);
}

}  // namespace gs
