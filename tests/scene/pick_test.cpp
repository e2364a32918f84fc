#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <glm/geometric.hpp>

#include "map/cut.hpp"
#include "scene/explorer.hpp"

using namespace gs;
using test::Explorer;
using test::project;

namespace {

const std::vector<Route>& routes() { return test::assets().portfolio.routes; }

Selection click(const Explorer& e, glm::vec2 px) { return e.builder.pick(px, routes(), e.touch); }

/// Whether another symbol that is drawn later lies over this place.
bool covered(const std::vector<Marker>& markers, std::size_t i) {
  for (std::size_t k = i + 1; k < markers.size(); ++k) {
    if (glm::distance(markers[i].at, markers[k].at) <= markers[k].radius * 1.1f) return true;
  }
  return false;
}

double nearest_marker(const std::vector<Marker>& markers, glm::vec2 px) {
  double nearest = 1e9;
  for (const Marker& m : markers) nearest = std::min(nearest, static_cast<double>(glm::distance(px, m.at) - m.radius));
  return nearest;
}

}  // namespace

TEST_CASE("a click on a symbol that lies on top chooses it", "[pick]") {
  for (Explorer (*make)() : {&Explorer::desktop, &Explorer::phone}) {
    for (const char* projection : {"equal_earth", "ortho", "mercator"}) {
      for (const double zoom : {1.05, 2.5, 5.0}) {
        Explorer e = make();
        e.act(action::SetProjection{projection});
        e.act(action::SetViewpoint{{58, 26, zoom}});
        e.draw();
        const auto& markers = e.builder.scene().markers;
        std::size_t clicked = 0;
        for (std::size_t i = 0; i < markers.size(); ++i) {
          if (covered(markers, i)) continue;
          const Selection& own = e.builder.picks()[markers[i].id];
          CAPTURE(projection, zoom, own.id);
          CHECK(click(e, markers[i].at) == own);
          ++clicked;
        }
        REQUIRE_FALSE(markers.empty());
        CHECK(click(e, markers.back().at) == e.builder.picks()[markers.back().id]);
        CHECK(clicked * 2 > markers.size());
      }
    }
  }
}

TEST_CASE("what is chosen lies on top of its neighbours", "[pick]") {
  Explorer e = Explorer::desktop();
  const ProjectList list = project_list(e.world(), e.state);
  for (std::size_t i = 0; i < list.rows.size(); i += 7) {
    const Selection own = project(test::assets().portfolio.projects[list.rows[i].project].id);
    e.act(action::Select{own});
    e.draw();
    const Marker* m = e.marker(own);
    if (!m) continue;
    CAPTURE(own.id);
    CHECK(click(e, m->at) == own);
    const auto place = e.builder.place_of(own);
    REQUIRE(place);
    CHECK(*place == m->at);
  }
  CHECK_FALSE(e.builder.place_of(project("no-such")));
}

TEST_CASE("a click on a line far from symbols chooses the line", "[pick]") {
  for (const char* projection : {"equal_earth", "ortho"}) {
    int chosen = 0;
    for (const Route& r : routes()) {
      Explorer e = Explorer::desktop();
      e.act(action::SetProjection{projection});
      e.act(action::ToggleLayer{Layer::trains});
      e.draw();
      const Selection own{SelectionKind::route, r.id};
      const auto places = places_of(e.world(), own);
      e.act(action::SetViewpoint{fitted(e.builder.geometry().projector(), e.state.view.viewpoint, e.window, places, 2)});
      e.draw();
      const Camera camera = camera_of(e.builder.geometry().projector(), e.state.view.viewpoint, e.window);
      const RouteShape& shape = e.builder.geometry().routes[static_cast<std::size_t>(&r - routes().data())];
      bool found = false, tried = false;
      for (std::size_t i = 1; i < shape.points.size(); ++i) {
        const glm::vec2 px(to_screen(camera, 0.5 * (shape.points[i - 1] + shape.points[i])));
        if (nearest_marker(e.builder.scene().markers, px) < 20) continue;
        tried = true;
        found = found || click(e, px) == own;
      }
      CAPTURE(projection, r.id);
      // Lines may share a stretch with another one, but each has a piece of its own.
      CHECK((found || !tried));
      chosen += found;
    }
    CHECK(chosen > 25);
  }
}

TEST_CASE("a click on the open sea chooses nothing", "[pick]") {
  Explorer e = Explorer::desktop();
  e.act(action::SetViewpoint{{-150, -30, 3}});
  e.draw();
  CHECK(click(e, {470, 330}) == Selection{});
  CHECK(click(e, {-1000, 1e7f}) == Selection{});
}

TEST_CASE("fingers reach further than a mouse", "[pick]") {
  Explorer e = Explorer::desktop();
  e.act(action::ToggleLayer{Layer::railways});
  e.act(action::Select{project("al-dhafra-pv2")});
  e.act(action::SetViewpoint{{54.514, 24.146, 8}});
  e.draw();
  const Marker* m = e.marker(project("al-dhafra-pv2"));
  REQUIRE(m);
  const glm::vec2 beside = m->at + glm::vec2(m->radius * 1.1f + 11.0f, 0);
  CHECK(e.builder.pick(beside, routes(), false) == Selection{});
  CHECK(e.builder.pick(beside, routes(), true) == project("al-dhafra-pv2"));
}

TEST_CASE("lines that are switched off cannot be chosen", "[pick]") {
  Explorer e = Explorer::desktop();
  e.act(action::ToggleLayer{Layer::railways});
  e.act(action::ToggleLayer{Layer::sites});
  e.act(action::ToggleLayer{Layer::locomotives});
  e.draw();
  const Camera camera = camera_of(e.builder.geometry().projector(), e.state.view.viewpoint, e.window);
  for (const RouteShape& shape : e.builder.geometry().routes) {
    if (shape.points.empty()) continue;
    CHECK(click(e, glm::vec2(to_screen(camera, shape.points[shape.points.size() / 2]))) == Selection{});
  }
}
