#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <glm/geometric.hpp>

#include "scene/explorer.hpp"
#include "scene/rail_path.hpp"

using namespace gs;
using test::Explorer;

namespace {

/// Ten hours for 400 km at an even speed, both ways.
LineTimetable even(double trains_a_day) {
  LineTimetable t;
  t.trains_a_day = trains_a_day;
  t.length_m = 400e3;
  t.out = {{0, 0}, {36000, 400e3f}};
  t.back = {{0, 400e3f}, {36000, 0}};
  return t;
}

std::vector<TrainOnLine> at(const LineTimetable& t, double clock, double phase = 0.0) {
  std::vector<TrainOnLine> out;
  trains_at(t, clock, phase, out);
  return out;
}

}  // namespace

TEST_CASE("on average as many trains are on a line as leave in the time that one takes", "[trains]") {
  for (const double a_day : {0.3, 2.0, 7.0, 40.0, 200.0}) {
    double sum = 0, out = 0;
    int n = 0;
    for (double clock = 0; clock < 40 * 86400.0; clock += 977.0, ++n) {
      for (const TrainOnLine& train : at(even(a_day), clock)) {
        sum += 1;
        out += !train.back;
      }
    }
    CAPTURE(a_day);
    const double expected = a_day * 36000.0 / 86400.0;
    CHECK(std::abs(sum / n - expected) < 0.02 * expected + 0.01);
    CHECK(std::abs(out / sum - 0.5) < 0.02);
  }
}

TEST_CASE("a train goes forward with the clock, in its own direction, and never off its line", "[trains]") {
  const LineTimetable t = even(30);
  for (double clock = 0; clock < 2 * 86400.0; clock += 600.0) {
    const auto now = at(t, clock, 0.3), soon = at(t, clock + 60.0, 0.3);
    for (const TrainOnLine& train : now) {
      CHECK((train.at_m >= 0.0 && train.at_m <= t.length_m));
      const double expected = train.at_m + (train.back ? -1 : 1) * 60.0 * t.length_m / 36000.0;
      if (expected < 0.0 || expected > t.length_m) continue;  // it has arrived
      const auto same = std::find_if(soon.begin(), soon.end(), [&](const TrainOnLine& o) {
        return o.back == train.back && std::abs(o.at_m - expected) < 2.0;
      });
      CAPTURE(clock, train.at_m, train.back);
      CHECK(same != soon.end());
    }
  }
}

TEST_CASE("a place in a run lies between the nodes before and after, and at its ends at the ends", "[trains]") {
  const std::vector<LineTimetable::Node> nodes{{0, 0}, {100, 500}, {160, 500}, {400, 5000}};  // a stop of a minute
  struct Row {
    double time, place;
  };
  for (const Row& row : {Row{-5, 0}, {0, 0}, {50, 250}, {100, 500}, {130, 500}, {160, 500}, {280, 2750}, {400, 5000}, {1e9, 5000}}) {
    CAPTURE(row.time);
    CHECK(std::abs(place_in_run(nodes, row.time) - row.place) < 1e-9);
  }
  CHECK(place_in_run({}, 5.0) == 0.0);
}

TEST_CASE("along a path a place is as far from its neighbours as the chainage says", "[trains]") {
  for (const Route& route : test::assets().portfolio.routes) {
    const auto places = rail_places(route);
    if (places.empty()) continue;
    CAPTURE(route.id);
    const RailPath path = rail_path(places);
    REQUIRE_FALSE(path.empty());
    CHECK(path.at_m.front() == 0.0);
    for (std::size_t i = 0; i < path.points.size(); ++i) {
      const LonLat here = path.at(path.at_m[i]);
      const bool sea = i + 1 < path.at_m.size() && path.at_m[i + 1] == path.at_m[i];
      if (!sea) CHECK(std::hypot(here.lon - path.points[i].lon, here.lat - path.points[i].lat) < 1e-6);
    }
    CHECK(path.at(-1.0) == path.points.front());
    CHECK(path.at(1e12) == path.points.back());
  }
}

TEST_CASE("at any clock the trains stand on their lines, both ways, by the power that the place has", "[trains]") {
  for (const char* projection : {"equal_earth", "ortho"}) {
    Explorer e = Explorer::desktop();
    e.act(action::SetProjection{projection});
    for (const double clock : {0.0, 3.0e3, 5.5e5, 1e7}) {
      e.state.view.train_clock = clock;
      e.draw();
      const Camera camera = camera_of(e.builder.geometry().projector(), e.state.view.viewpoint, e.window);
      const auto& routes = test::assets().portfolio.routes;
      int trains = 0;
      for (const Marker& m : e.builder.scene().markers) {
        const Selection& s = e.builder.picks()[m.id];
        if (s.kind != SelectionKind::route) continue;
        ++trains;
        CAPTURE(projection, clock, s.id);
        double nearest = 1e9;
        for (std::size_t r = 0; r < routes.size(); ++r) {
          if (routes[r].id != s.id) continue;
          const auto& points = e.builder.geometry().routes[r].points;
          for (std::size_t i = 1; i < points.size(); ++i) {
            const glm::dvec2 a = to_screen(camera, points[i - 1]), b = to_screen(camera, points[i]), ab = b - a;
            const double square = glm::dot(ab, ab);
            const double t = square > 0 ? std::clamp(glm::dot(glm::dvec2(m.at) - a, ab) / square, 0.0, 1.0) : 0.0;
            nearest = std::min(nearest, glm::distance(glm::dvec2(m.at), a + ab * t));
          }
        }
        CHECK(nearest < 0.5);
        CHECK((m.color == traction_color(light_palette(), TractionKind::diesel) || m.color == traction_color(light_palette(), TractionKind::catenary)));
      }
      CHECK((trains > 100 || e.results().railway.timetable.empty()));
    }
  }
}

TEST_CASE("wires are where the line's row has them", "[trains]") {
  Route route;
  route.electrified = Electrified::partly;
  LineRow row;
  CHECK_FALSE(wire_at(route, nullptr, 5e3));
  CHECK_FALSE(wire_at(route, &row, 5e3));
  row.electrified_km = {{0, 10}, {50, 60}};
  CHECK(wire_at(route, &row, 5e3));
  CHECK_FALSE(wire_at(route, &row, 20e3));
  CHECK(wire_at(route, &row, 55e3));
  row.electrified_all = true;
  CHECK(wire_at(route, &row, 20e3));
  route.electrified = Electrified::yes;
  CHECK(wire_at(route, nullptr, 5e3));
}
