// When the relief is drawn, how strongly, and between which fills.
#include <catch2/catch_test_macros.hpp>

#include "map/relief.hpp"
#include "map/world.hpp"
#include "scene/explorer.hpp"

using namespace gs;
using test::Explorer;

namespace {

Explorer hilly() {
  static const Relief relief = [] {
    auto read = read_relief(test::water_bytes("relief.bin"));
    if (!read) FAIL(read.error().text());
    return std::move(*read);
  }();
  Explorer e = Explorer::desktop();
  e.water = {&test::water_detail(), nullptr};
  e.relief = &relief;
  return e;
}

}  // namespace

TEST_CASE("relief lies over the land and below the lakes; without its layer or its file there is none", "[scene][relief]") {
  Explorer e = hilly();
  const Scene& scene = e.draw();
  REQUIRE(scene.relief);
  const Geometry& g = e.builder.geometry();
  CHECK(scene.relief->land == &g.land);
  CHECK(scene.relief->lattice == &g.lattice);
  CHECK_FALSE(g.lattice.triangles.empty());
  REQUIRE(scene.relief->above < scene.fills.size());
  CHECK(scene.fills[scene.relief->above].rings == &g.water.lakes);
  bool land_below = false;
  for (std::size_t i = 0; i < scene.relief->above; ++i) land_below |= scene.fills[i].rings == &g.land;
  CHECK(land_below);
  CHECK(scene.relief->shadow == light_palette().relief_shadow);

  e.act(action::ToggleLayer{Layer::relief});
  CHECK_FALSE(e.draw().relief);
  CHECK(g.lattice.triangles.empty());
  e.act(action::ToggleLayer{Layer::relief});
  e.relief = nullptr;
  CHECK_FALSE(e.draw().relief);
}

TEST_CASE("relief fades as its cells would come to be seen, and print has none", "[scene][relief]") {
  ViewState v;
  v.viewpoint.zoom = 1.0;
  CHECK(relief_strength(light_palette(), v) == 1.0);
  CHECK(relief_strength(dark_palette(), v) == 1.0);
  CHECK(relief_strength(print_palette(), v) == 0.0);
  double before = 1.1;
  for (const double zoom : {5.8, 6.5, 7.5, 8.5}) {
    v.viewpoint.zoom = zoom;
    CHECK(relief_strength(light_palette(), v) < before);
    before = relief_strength(light_palette(), v);
  }
  v.viewpoint.zoom = 9.0;
  CHECK(relief_strength(light_palette(), v) == 0.0);
}

TEST_CASE("the lattice is made with the map and stands while the map is panned", "[scene][relief]") {
  Explorer e = hilly();
  const std::uint64_t first = e.draw().relief->revision;
  e.state.view.viewpoint.longitude += 5;
  CHECK(e.draw().relief->revision == first);
  e.state.view.projection = "ortho";
  CHECK(e.draw().relief->revision > first);
}
