#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "map/outline.hpp"
#include "scene/explorer.hpp"

using namespace gs;

// A projection that the reader wrote himself, from the link to the map.
namespace {

State custom(const std::string& text) { return reduce(State{}, action::SetCustomProjection{text}); }

}  // namespace

TEST_CASE("a good PROJ string stays as it is", "[custom]") {
  State s = custom("+proj=wag4 +lon_0=30");
  std::vector<Error> ignored;
  check_projection(s, ignored);
  CHECK(ignored.empty());
  CHECK(s == custom("+proj=wag4 +lon_0=30"));
  CHECK(projector_centre(s.view) == LonLat{30, 0});
  CHECK_FALSE(projection_row(s.view).globe());
}

TEST_CASE("a PROJ string that makes no map gives way to the standard map, with PROJ's words", "[custom]") {
  struct Row { const char *text, *words; };
  const Row rows[] = {{"+proj=nowhere", "PROJ: "}, {"+proj=lcc +lat_1=30 +lat_2=-30", "lat_1"}, {"Mercator", "no +proj="},
                      {"+proj=longlat", "makes no map"}, {"EPSG:999999", knows_projection_codes() ? "PROJ: " : "database"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    State s = custom(row.text);
    std::vector<Error> ignored;
    check_projection(s, ignored);
    REQUIRE(ignored.size() == 1);
    CAPTURE(ignored[0].what);
    CHECK(ignored[0].where == "link:proj");
    CHECK(ignored[0].what.find(row.words) != std::string::npos);
    CHECK(s.view.projection == "equal_earth");
    CHECK(s.view.projection_text.empty());
  }
}

TEST_CASE("a code is looked up in PROJ's database where there is one", "[custom]") {
  if (!knows_projection_codes()) {
    CHECK_FALSE(projection_parameters("EPSG:3035").ok());
    return;
  }
  struct Row { const char *code, *part; };
  const Row rows[] = {{"EPSG:3035", "+proj=laea"}, {"epsg:3857", "+proj=merc"}, {"EPSG:32633", "+proj=utm +zone=33"},
                      {" ESRI:54030 ", "+proj=robin"}, {"EPSG:4326", "+proj=eqc"}, {"EPSG:8857", "+proj=eqearth"}};
  for (const Row& row : rows) {
    const auto parameters = projection_parameters(row.code);
    CAPTURE(row.code);
    REQUIRE(parameters.ok());
    CAPTURE(*parameters);
    CHECK(parameters->starts_with(row.part));
    CHECK(parameters->find("datum") == std::string::npos);
    CHECK(Projector::create(*parameters).ok());
  }
  CHECK_FALSE(projection_parameters("EPSG:5773").ok());  // heights
  CHECK_FALSE(projection_parameters("EPSG:1").ok());
  CHECK(*projection_parameters("+proj=moll") == "+proj=moll");
}

TEST_CASE("custom projections of every kind make sound scenes", "[custom]") {
  for (const char* text : {"+proj=igh", "+proj=ob_tran +o_proj=moll +o_lat_p=40 +lon_0=60", "+proj=aeqd +lat_0=34 +lon_0=109",
                           "+proj=omerc +lat_0=40 +lonc=70 +alpha=60", "+proj=tpeqd +lat_1=60 +lat_2=65 +lon_1=0 +lon_2=80"}) {
    CAPTURE(text);
    test::Explorer e = test::Explorer::desktop();
    e.act(action::SetCustomProjection{text});
    e.act(action::SetViewpoint{home(e.state.view, e.window)});
    e.draw();
    const Geometry& g = e.builder.geometry();
    CHECK(g.projector().id() == ProjectionId::free_text);
    CHECK_FALSE(g.land.points.empty());
    // All of the map is seen.
    const Camera camera = camera_of(g.projector(), e.state.view.viewpoint, e.window);
    const Bounds map = outline_bounds(g.projector());
    const glm::dvec2 a = to_screen(camera, map.min), b = to_screen(camera, map.max);
    CHECK(std::abs(a.x - b.x) < e.window.viewport.x);
    CHECK(std::abs(a.y - b.y) < e.window.viewport.y);
  }
}
