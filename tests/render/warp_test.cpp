// A map on its way to another: begins as the one, ends as the other, and shows land all the way.
#include "map/warp.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "render/ground.hpp"
#include "render/screen.hpp"
#include "scene/geometry.hpp"
#include "scene/theme.hpp"

namespace gs {
namespace {

const Window kWindow{{480, 320}, 1.0, {}};

struct Map {
  ViewState view;
  Geometry geometry;
  Scene scene;

  explicit Map(const char* projection) {
    view.projection = projection;
    view.viewpoint = {60, 30, 0.2};
    REQUIRE(geometry.update({ground().base}, {}, view, kWindow, {}));
    const Palette& p = light_palette();
    scene.view = map_view_of(camera());
    scene.page = p.page;
    scene.fills = {{&geometry.sea, 1, p.sea}, {&geometry.land, 1, p.land}};
  }
  Camera camera() const { return camera_of(geometry.projector(), view.viewpoint, kWindow); }
};

int differing(const Picture& a, const Picture& b) {
  int n = 0;
  for (int y = 0; y < a.height; ++y) {
    for (int x = 0; x < a.width; ++x) n += std::abs(darkness(a.at(x, y)) - darkness(b.at(x, y))) > 0.02 ? 1 : 0;
  }
  return n;
}

}  // namespace

TEST_CASE("a map on its way begins as the one, ends as the other, and is never empty", "[render][warp]") {
  for (const auto& [first, second] : {std::pair{"equal_earth", "ortho"}, {"ortho", "mercator"}, {"equal_earth", "two_point"}}) {
    INFO(first << " to " << second);
    Canvas canvas;
    Screen screen(480, 320);
    Map from(first), to(second);
    const Picture before = screen.shown(canvas, from.scene, Care::full);
    REQUIRE(canvas.renderer().keep());
    const Picture after = screen.shown(canvas, to.scene, Care::full);
    const Camera a = from.camera(), b = to.camera();
    canvas.renderer().begin_way(make_warp({from.geometry.projector(), a}, {to.geometry.projector(), b}), {480, 320});
    const auto at = [&](float share) {
      screen.spoil();
      return screen.shown([&] { canvas.renderer().draw_way(share); });
    };
    CHECK(differing(at(0.0f), before) == 0);
    CHECK(differing(at(1.0f), after) == 0);
    const auto land = [](const Picture& p) {
      int n = 0;
      for (int y = 0; y < p.height; ++y) {
        for (int x = 0; x < p.width; ++x) n += std::abs(darkness(p.at(x, y)) - darkness(light_palette().land)) < 0.01 ? 1 : 0;
      }
      return n;
    };
    const int least = std::min(land(before), land(after)) / 2;
    for (const float share : {0.2f, 0.4f, 0.6f, 0.8f}) CHECK(land(at(share)) > least);
    canvas.renderer().end_way();
    screen.spoil();
    CHECK(differing(screen.shown(canvas, to.scene, Care::full), after) == 0);
  }
}

TEST_CASE("there is no way from a map that was not drawn, or not with all care", "[render][warp]") {
  Canvas canvas;
  CHECK_FALSE(canvas.renderer().keep());
  Screen screen(480, 320);
  Map map("equal_earth");
  screen.shown(canvas, map.scene, Care::quick);
  CHECK_FALSE(canvas.renderer().keep());
}

}  // namespace gs
