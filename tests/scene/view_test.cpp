#include "scene/view.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <glm/geometric.hpp>

#include "map/outline.hpp"
#include "scene/explorer.hpp"

using namespace gs;

namespace {

Window desktop() { return test::Explorer::desktop().window; }
Window phone() { return test::Explorer::phone().window; }

ViewState looking(std::string_view projection, Viewpoint at) {
  ViewState v;
  v.projection = std::string(projection);
  v.viewpoint = at;
  return v;
}

Projector projector_of(const ViewState& v) {
  const LonLat c = projector_centre(v);
  auto made = Projector::create(projection_of(v), c.lon, c.lat);
  if (!made) FAIL(made.error().text());
  return std::move(made).value();
}

/// Where a place is seen from a viewpoint; on a globe the viewpoint is the projection's centre too.
std::optional<glm::dvec2> seen(const ViewState& v, const Viewpoint& at, const Window& window, LonLat place) {
  ViewState there = v;
  there.viewpoint = at;
  const Projector p = projector_of(there);
  const auto plane = project_point(p, place);
  if (!plane) return std::nullopt;
  return to_screen(camera_of(p, at, window), *plane);
}

std::optional<LonLat> place_at(const ViewState& v, const Window& window, glm::dvec2 px) {
  const Projector p = projector_of(v);
  return p.inverse(to_world(camera_of(p, v.viewpoint, window), px));
}

bool inside(const Window& w, glm::dvec2 px, double slack) {
  const Padding& p = w.padding;
  return px.x >= p.left - slack && px.y >= p.top - slack && px.x <= w.viewport.x - p.right + slack &&
         px.y <= w.viewport.y - p.bottom + slack;
}

double degrees_apart(const Viewpoint& a, const Viewpoint& b) {
  return distance_km({a.longitude, a.latitude}, {b.longitude, b.latitude}) / 111.2;
}

const char* const kEvery[] = {"equal_earth",  "robinson",     "ortho",        "lcc_eurasia",   "mercator",
                              "mollweide",    "natural_earth", "winkel_tripel", "plate_carree", "equidistant",
                              "lambert_area", "stereographic", "satellite",     "albers_eurasia", "two_point"};

}  // namespace

TEST_CASE("the tests of the view know every projection", "[view]") {
  CHECK(projections().size() == std::size(kEvery));
  for (const char* key : kEvery) CHECK(known_projection(key));
  CHECK_FALSE(known_projection("flat"));
  CHECK(projection_of(looking("flat", {})) == ProjectionId::equal_earth);
}

TEST_CASE("a viewpoint stands in the middle of the free part, and comes back from its camera", "[view]") {
  for (const char* key : kEvery) {
    for (const Window& window : {desktop(), phone()}) {
      const ViewState v = looking(key, {62, 41, 2.2});
      CAPTURE(key);
      const auto px = seen(v, v.viewpoint, window, {62, 41});
      REQUIRE(px);
      const Projector p = projector_of(v);
      const Camera camera = camera_of(p, v.viewpoint, window);
      CHECK(glm::distance(*px, camera.middle()) < 1e-6);
      CHECK(inside(window, *px, 0));
      const Viewpoint back = viewpoint_of(p, camera, v.viewpoint);
      CHECK(degrees_apart(back, v.viewpoint) < 1e-6);
      CHECK(std::abs(back.zoom - 2.2) < 1e-9);
      // What the renderer gets puts the place on the same pixel.
      const MapView m = map_view_of(camera);
      const glm::dvec2 d = (*project_point(p, {62, 41}) - m.centre) * m.scale;
      CHECK(glm::distance(glm::dvec2(m.viewport) * 0.5 + glm::dvec2(d.x, -d.y), *px) < 1e-6);
    }
  }
}

TEST_CASE("zooming keeps the place under the cursor", "[view]") {
  int kept = 0;
  const glm::dvec2 cursors[] = {{470, 328}, {300, 250}, {700, 450}, {201, 399}};
  for (const char* key : kEvery) {
    for (const double zoom : {2.0, 4.0, 6.0}) {
      for (const double factor : {1.1, 2.0, 0.8}) {
        for (const glm::dvec2 cursor : cursors) {
          const ViewState v = looking(key, {66, 38, zoom});
          CAPTURE(key, zoom, factor, cursor.x, cursor.y);
          const auto place = place_at(v, desktop(), cursor);
          REQUIRE(place);
          const Viewpoint after = zoomed(projector_of(v), v.viewpoint, desktop(), cursor, factor);
          CHECK(std::abs(after.zoom - (zoom + std::log2(factor))) < 1e-9);
          ViewState there = v;
          there.viewpoint = after;
          // A globe that became too small to reach the cursor cannot keep anything under it.
          if (factor < 1 && !place_at(there, desktop(), cursor)) continue;
          const auto px = seen(v, after, desktop(), *place);
          REQUIRE(px);
          CHECK(glm::distance(*px, cursor) < 0.5);
          ++kept;
        }
      }
    }
  }
  CHECK(kept > 490);  // of 504
}

TEST_CASE("zooming ends at the limits and stays there", "[view]") {
  for (const char* key : kEvery) {
    for (const double factor : {1.7, 0.6}) {
      ViewState v = looking(key, {66, 38, 2});
      for (int i = 0; i < 40; ++i) v.viewpoint = zoomed(projector_of(v), v.viewpoint, phone(), {200, 250}, factor);
      CAPTURE(key, factor, v.viewpoint.longitude, v.viewpoint.latitude, v.viewpoint.zoom);
      CHECK(v.viewpoint.zoom >= kMinZoom - 1e-9);
      CHECK(v.viewpoint.zoom <= kMaxZoom + 1e-9);
      if (factor > 1) CHECK(std::abs(v.viewpoint.zoom - kMaxZoom) < 1e-9);
      const Viewpoint again = zoomed(projector_of(v), v.viewpoint, phone(), {200, 250}, factor);
      CHECK(std::abs(again.zoom - v.viewpoint.zoom) < 1e-9);
    }
  }
}

TEST_CASE("the ground goes along with the pointer", "[view]") {
  const glm::dvec2 moves[] = {{1, 0}, {40, 25}, {-80, 60}, {0, -90}};
  for (const char* key : kEvery) {
    for (const glm::dvec2 move : moves) {
      const ViewState v = looking(key, {66, 20, 3});
      const glm::dvec2 from{450, 340};
      CAPTURE(key, move.x, move.y);
      const auto place = place_at(v, desktop(), from);
      REQUIRE(place);
      const Viewpoint after = dragged(projector_of(v), v.viewpoint, desktop(), from, from + move);
      CHECK(after.zoom == v.viewpoint.zoom);
      const auto px = seen(v, after, desktop(), *place);
      REQUIRE(px);
      CHECK(glm::distance(*px, from + move) < 0.5);
    }
  }
}

TEST_CASE("no drag loses the map", "[view]") {
  for (const char* key : kEvery) {
    ViewState v = looking(key, {66, 20, 1});
    for (int i = 0; i < 30; ++i) {
      v.viewpoint = dragged(projector_of(v), v.viewpoint, desktop(), {400, 300}, {i % 2 ? 3000.0 : -900.0, 5000});
    }
    CAPTURE(key, v.viewpoint.longitude, v.viewpoint.latitude);
    CHECK(std::isfinite(v.viewpoint.longitude));
    CHECK(std::abs(v.viewpoint.latitude) <= 90);
    const Projector p = projector_of(v);
    const Camera camera = camera_of(p, v.viewpoint, desktop());
    CHECK(p.inverse(to_world(camera, camera.middle())));
  }
}

TEST_CASE("a line, a country and a project are shown whole in the free part of the window", "[view]") {
  test::Explorer e = test::Explorer::desktop();
  const World w = e.world();
  std::vector<Selection> wanted;
  for (const Route& r : w.portfolio.routes) wanted.push_back({SelectionKind::route, r.id});
  for (const Project& p : w.portfolio.projects) wanted.push_back({SelectionKind::project, p.id});
  for (const Locomotive& l : w.portfolio.locomotives) wanted.push_back({SelectionKind::locomotive, l.id});
  for (const CountryFact& c : w.portfolio.countries) wanted.push_back({SelectionKind::country, c.iso3});
  for (const char* key : kEvery) {
    for (const Window& window : {desktop(), phone()}) {
      const ViewState v = looking(key, {20, 10, 1});
      const Projector projector = projector_of(v);
      const ProjectionInfo& info = projector.info();
      for (const Selection& s : wanted) {
        const auto places = places_of(w, s);
        const Viewpoint at = fitted(projector, v.viewpoint, window, places, 3.0);
        CHECK((at.zoom >= kMinZoom && at.zoom <= kMaxZoom));
        for (const LonLat& place : places) {
          const auto px = seen(v, at, window, place);
          if (!px) {
            // Only a globe's far side and what lies outside the map's band of latitudes cannot be shown.
            CHECK((info.globe() || place.lat <= info.lat_min || place.lat >= info.lat_max));
            continue;
          }
          if (inside(window, *px, 0)) continue;
          CAPTURE(key, window.viewport.x, s.id, place.lon, place.lat, at.longitude, at.latitude, at.zoom, px->x, px->y);
          FAIL_CHECK("outside the free part");
        }
      }
    }
  }
}

TEST_CASE("what has no place, or no middle, leaves the view as it is", "[view]") {
  const ViewState v = looking("equal_earth", {62, 24, 1.5});
  const Projector p = projector_of(v);
  CHECK(fitted(p, v.viewpoint, desktop(), {}, 3) == v.viewpoint);
  const LonLat opposite[] = {{0, 0}, {180, 0}};
  CHECK(fitted(p, v.viewpoint, desktop(), opposite, 3) == v.viewpoint);
  CHECK(places_of(test::Explorer::desktop().world(), {}).empty());
  CHECK(places_of(test::Explorer::desktop().world(), test::project("no-such")).empty());
}

TEST_CASE("one place keeps its surroundings", "[view]") {
  const LonLat here[] = {{54.514, 24.146}};
  for (const double width : {3.0, 12.0, 16.0}) {
    const ViewState v = looking("equal_earth", {62, 24, 1.5});
    const Viewpoint at = fitted(projector_of(v), v.viewpoint, desktop(), here, width);
    CHECK(degrees_apart(at, {54.514, 24.146, 0}) < 1e-6);
    const auto west = seen(v, at, desktop(), {54.514 - width / 2, 24.146});
    REQUIRE(west);
    CHECK(inside(desktop(), *west, 0));
  }
}

TEST_CASE("a flight begins where it begins and ends where it ends", "[view]") {
  const Viewpoint stops[] = {{62, 24, 1.05}, {54.5, 24.1, 5}, {-179.9, -60, 2}, {179.9, 80, 8.5},
                             {62, 24, 7},   {0, 90, 1}};
  for (const Viewpoint& a : stops) {
    for (const Viewpoint& b : stops) {
      CAPTURE(a.longitude, b.longitude, a.zoom, b.zoom);
      CHECK(between(a, b, 1) == b);
      CHECK(between(a, b, 2) == b);
      const Viewpoint start = between(a, b, 0);
      CHECK(degrees_apart(start, a) < 1e-6);
      CHECK(std::abs(start.zoom - a.zoom) < 1e-9);
      CHECK(between(a, b, -1) == start);
      Viewpoint before = start;
      for (int i = 1; i <= 100; ++i) {
        const Viewpoint at = between(a, b, i / 100.0);
        CHECK(std::isfinite(at.zoom));
        // Nothing jumps: a step is at most twice the mean step, the ends' last bits aside.
        CHECK(degrees_apart(at, before) <= 0.02 * degrees_apart(a, b) + 1e-6);
        CHECK(std::abs(at.zoom - before.zoom) < 0.6);
        before = at;
      }
    }
  }
}

TEST_CASE("the home view is in range for any window, and the region fills it", "[view]") {
  const glm::dvec2 sizes[] = {{200, 200}, {320, 568}, {390, 844}, {1280, 720}, {3840, 2160}, {5120, 400}, {1, 1}};
  for (const char* key : kEvery) {
    for (const glm::dvec2 size : sizes) {
      Window window;
      window.viewport = size;
      if (size.x > 1000) window.padding = {0, 56, 340, 120};
      ViewState v = looking(key, {});
      v.viewpoint = home(v, window);
      CAPTURE(key, size.x, size.y, v.viewpoint.zoom);
      CHECK((v.viewpoint.zoom >= kMinZoom && v.viewpoint.zoom <= kMaxZoom));
      CHECK(reduce(State{}, action::SetViewpoint{v.viewpoint}).view.viewpoint == v.viewpoint);
      if (size.x < 300) continue;
      for (const LonLat place : {LonLat{54.5, 24.1}, LonLat{66.9, 48.0}, LonLat{77, 22}}) {
        const auto px = seen(v, v.viewpoint, window, place);
        REQUIRE(px);
        if (size.y > 500) CHECK(inside(window, *px, 0));
      }
    }
  }
}
