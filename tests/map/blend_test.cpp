#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include <glm/geometric.hpp>

#include "map/outline.hpp"
#include "world.hpp"

using namespace gs;
using namespace gs::test;

// A map on its way from one projection to another.
namespace {

constexpr double kTolerance = 0.001;

Projector make(const char* key, double lon, double lat) {
  Result<Projector> made = Projector::create(*projection_from_key(key), lon, lat);
  if (!made) FAIL(made.error().text());
  return std::move(made).value();
}

ProjectedRings land_on(const Projector& projector) {
  ProjectedRings rings;
  Cutter cutter(projector, kTolerance);
  for (const Land& land : world("110m")) cutter.polygon(land.rings, rings);
  return rings;
}

struct Pair {
  const char *from, *to;
};
const Pair kPairs[] = {{"equal_earth", "mercator"},   {"robinson", "winkel_tripel"}, {"mollweide", "lcc_eurasia"},
                       {"lcc_eurasia", "plate_carree"}, {"albers_eurasia", "equal_earth"}, {"ortho", "equidistant"},
                       {"stereographic", "ortho"},     {"lambert_area", "satellite"}, {"equidistant", "lambert_area"}};

}  // namespace

TEST_CASE("a map on its way begins as the one and ends as the other", "[blend]") {
  for (const Pair& pair : kPairs) {
    CAPTURE(pair.from, pair.to);
    const Projector from = make(pair.from, 60, 30), to = make(pair.to, 60, 30);
    auto way = Projector::between(make(pair.from, 60, 30), make(pair.to, 60, 30));
    REQUIRE(way.has_value());
    for (const double share : {0.0, 1.0}) {
      way->blend(share);
      const Projector& end = share == 0.0 ? from : to;
      for (const LonLat& place : sphere_points(300)) {
        glm::dvec2 p{0, 0}, q{0, 0};
        REQUIRE(way->forward(place.lon, place.lat, p) == end.forward(place.lon, place.lat, q));
        CHECK(p == q);
      }
      const ProjectedRings a = land_on(*way), b = land_on(end);
      CHECK(a.points == b.points);
    }
  }
}

TEST_CASE("on its way a map neither tears nor flashes", "[blend]") {
  for (const Pair& pair : kPairs) {
    auto way = Projector::between(make(pair.from, 60, 30), make(pair.to, 60, 30));
    REQUIRE(way.has_value());
    double widest = 0;
    for (const double share : {0.0, 1.0}) {
      way->blend(share);
      widest = std::max(widest, glm::length(outline_bounds(*way).size()));
    }
    glm::dvec2 before{0, 0};
    for (int step = 0; step <= 10; ++step) {
      CAPTURE(pair.from, pair.to, step);
      way->blend(step / 10.0);
      const ProjectedRings land = land_on(*way);
      CHECK(longest_segment(land) < 0.3 * widest);
      CHECK(glm::length(outline_bounds(*way).size()) < 1.01 * widest);
      const Coverage covered(land);
      int wrong = 0, shown = 0;
      for (const LonLat& place : sphere_points(300)) {
        glm::dvec2 p;
        if (!way->forward(place.lon, place.lat, p)) continue;
        ++shown;
        wrong += covered(p) != on_land(world("110m"), place) && distance_to_edges(land, p) > 4 * kTolerance;
      }
      CHECK(shown > 90);
      // The mean of a cone and a sheet lies in a fold in the far south for a while.
      const bool cone = std::string(pair.from).ends_with("eurasia") || std::string(pair.to).ends_with("eurasia");
      CHECK(wrong <= (cone ? shown / 25 : 0));
      glm::dvec2 here{0, 0};
      REQUIRE(way->forward(90, 40, here));
      if (step > 0) CHECK(glm::distance(here, before) < 0.12 * widest);
      before = here;
      const auto back = way->inverse(here);
      REQUIRE(back.has_value());
      CHECK(std::abs(back->lon - 90) < 1e-5);
      CHECK(std::abs(back->lat - 40) < 1e-5);
    }
  }
}

TEST_CASE("a flat map and a globe have no way between them", "[blend]") {
  CHECK_FALSE(Projector::between(make("equal_earth", 60, 0), make("ortho", 60, 30)).has_value());
  CHECK_FALSE(Projector::between(make("equal_earth", 60, 0), make("mercator", 70, 0)).has_value());
  CHECK_FALSE(Projector::between(make("equal_earth", 60, 0), make("two_point", 60, 0)).has_value());
}
