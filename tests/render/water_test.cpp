// Lakes in the colour of water, to the pixel.
#include <catch2/catch_test_macros.hpp>

#include "render/canvas.hpp"
#include "render/ground.hpp"
#include "scene/geometry.hpp"
#include "scene/theme.hpp"

namespace gs {
TEST_CASE("a lake is drawn in water's colour and the land around it is not", "[render][water]") {
  const Palette& p = dark_palette();
  ViewState view;
  for (const char* projection : {"equal_earth", "ortho", "mercator"}) {
    view.projection = projection;
    view.viewpoint = {33.0, -1.0, 3.0};  // Lake Victoria
    const Window window{{400, 300}, 1.0, {}};
    Geometry g;
    REQUIRE(g.update({ground().base, nullptr, {&ground().water, nullptr}}, {}, view, window, {}));
    Scene scene;
    scene.view = map_view_of(camera_of(g.projector(), view.viewpoint, window));
    scene.page = p.page;
    scene.fills = {{&g.sea, 1, p.sea}, {&g.land, 1, p.land}, {&g.water.lakes, 1, p.lake}};
    Canvas canvas;
    const Picture picture = canvas.draw(scene);
    INFO(projection);
    CHECK(picture.at(200, 150) == p.lake);
    const auto at = to_screen(camera_of(g.projector(), view.viewpoint, window), *project_point(g.projector(), {36.5, -2.0}));
    CHECK(picture.at(static_cast<int>(at.x), static_cast<int>(at.y)) == p.land);  // the plain of the Serengeti
    CHECK_FALSE(p.lake == p.land);
  }
}

}  // namespace gs
