#include "map/projection.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <numbers>
#include <string>

#include <glm/geometric.hpp>

#include "map/outline.hpp"
#include "map/sphere.hpp"
#include "world.hpp"

using namespace gs;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double kRad = std::numbers::pi / 180.0;

Projector make(ProjectionId id, double lon_0, double lat_0 = 0) {
  Result<Projector> made = Projector::create(id, lon_0, lat_0);
  if (!made) FAIL(made.error().text());
  return std::move(*made);
}

glm::dvec2 at(const Projector& projector, double lon, double lat) {
  glm::dvec2 out{NAN, NAN};
  REQUIRE(projector.forward(lon, lat, out));
  return out;
}

double angle_of(LonLat a, LonLat b) {
  return angle_between(unit_vector({a.lon * kRad, a.lat * kRad}), unit_vector({b.lon * kRad, b.lat * kRad}));
}

}  // namespace

TEST_CASE("there and back again is the same place, in every projection and for every centre") {
  for (const ProjectionInfo& row : projections()) {
    for (const LonLat centre : {LonLat{0, 0}, {11, 25}, {105, 35}, {180, -50}, {-100, 90}}) {
      const Projector projector = make(row.id, centre.lon, centre.lat);
      int shown = 0;
      for (const LonLat& place : test::sphere_points(500)) {
        glm::dvec2 plane;
        if (!projector.forward(place.lon, place.lat, plane)) continue;
        ++shown;
        const auto back = projector.inverse(plane);
        INFO(row.key << " around " << centre.lon << " " << centre.lat << ": " << place.lon << " " << place.lat);
        REQUIRE(back.has_value());
        REQUIRE(angle_of(place, *back) < 1.7e-9);  // 1e-7 degrees, 1 cm
        REQUIRE((back->lon >= -180 && back->lon < 180));
      }
      INFO(row.key);
      CHECK(shown > (row.id == ProjectionId::satellite ? 150 : 240));
    }
  }
}

TEST_CASE("projections agree with their formulas in Snyder 1987") {
  const double lon_0 = 105, lat_0 = 35, s0 = std::sin(lat_0 * kRad), c0 = std::cos(lat_0 * kRad);
  for (const LonLat& place : test::sphere_points(200)) {
    const double s = std::sin(place.lat * kRad), c = std::cos(place.lat * kRad), dl = (place.lon - lon_0) * kRad;
    const double cos_z = s0 * s + c0 * c * std::cos(dl), z = std::acos(cos_z);
    const glm::dvec2 ahead{c * std::sin(dl), c0 * s - s0 * c * std::cos(dl)};
    const auto check = [&](ProjectionId id, glm::dvec2 expected) {
      INFO(projection_info(id).key << " of " << place.lon << " " << place.lat);
      const glm::dvec2 p = at(make(id, lon_0, lat_0), place.lon, place.lat);
      CHECK_THAT(p.x, WithinAbs(expected.x, 1e-7));
      CHECK_THAT(p.y, WithinAbs(expected.y, 1e-7));
    };
    if (z < 89.9 * kRad) check(ProjectionId::ortho, ahead);                                          // (20-3), (20-4)
    if (z < 141 * kRad) check(ProjectionId::stereographic, ahead * (2.0 / (1.0 + cos_z)));           // (21-4)
    if (z < 170 * kRad) check(ProjectionId::lambert_area, ahead * std::sqrt(2.0 / (1.0 + cos_z)));   // (24-2)
    if (z > 1e-3 && z < 170 * kRad) check(ProjectionId::equidistant, ahead * (z / std::sin(z)));     // (25-2)
    if (z < 70 * kRad) check(ProjectionId::satellite, ahead * (2.0 / (3.0 - cos_z)));                // (23-3), P = 3
    const double lam = std::remainder(dl, 2 * std::numbers::pi);
    check(ProjectionId::plate_carree, {lam, place.lat * kRad});
    if (std::abs(place.lat) < 85) check(ProjectionId::mercator, {lam, std::asinh(std::tan(place.lat * kRad))});
  }
}

TEST_CASE("Equal Earth has the size that its authors give") {
  const Projector projector = make(ProjectionId::equal_earth, 0);
  CHECK_THAT(at(projector, 179.9999999, 0).x, WithinAbs(2.70663, 1e-5));  // Savric, Patterson and Jenny 2018
  CHECK_THAT(at(projector, 0, 90).y, WithinAbs(1.31736, 1e-5));
}

TEST_CASE("the two-point equidistant map is true to the distances from Xi'an and from Duisburg") {
  const LonLat duisburg{6.765, 51.432}, xian{108.929, 34.258};
  for (const LonLat& centre : {LonLat{0, 0}, {120, 40}}) {  // it has its own
    const Projector projector = make(ProjectionId::two_point, centre.lon, centre.lat);
    const glm::dvec2 west = at(projector, duisburg.lon, duisburg.lat), east = at(projector, xian.lon, xian.lat);
    CHECK_THAT(east.x - west.x, WithinAbs(angle_of(duisburg, xian), 1e-9));
    CHECK_THAT(east.y - west.y, WithinAbs(0.0, 1e-7));
    CHECK(at(projector, 57.0, 89.0).y > 0.3);  // north is up
    for (const LonLat& place : test::sphere_points(400)) {
      const glm::dvec2 p = at(projector, place.lon, place.lat);
      INFO(place.lon << " " << place.lat);
      CHECK_THAT(glm::distance(p, west), WithinAbs(angle_of(place, duisburg), 1e-7));
      CHECK_THAT(glm::distance(p, east), WithinAbs(angle_of(place, xian), 1e-7));
    }
  }
}

TEST_CASE("the edge of the two-point equidistant map is the ellipse around both points") {
  const Projector projector = make(ProjectionId::two_point, 0);
  ProjectedRings ring;
  outline(projector, 1e-4, ring);
  REQUIRE(ring.ring_count() == 1);
  const glm::dvec2 west = at(projector, 6.765, 51.432), east = at(projector, 108.929, 34.258);
  const double apart = glm::distance(west, east);
  for (const glm::dvec2& p : ring.points) {
    CHECK_THAT(glm::distance(p, west) + glm::distance(p, east), WithinAbs(2 * std::numbers::pi - apart, 1e-6));
  }
  const double major = std::numbers::pi - apart / 2, minor = std::sqrt(major * major - apart * apart / 4);
  CHECK_THAT(test::planar_area(ring), WithinAbs(std::numbers::pi * major * minor, 1e-2));
}

TEST_CASE("both names of the antimeridian are one place") {
  for (const double lon_0 : {0.0, 11.0, 90.0, 180.0, -180.0, 540.0}) {
    const Projector projector = make(ProjectionId::equal_earth, lon_0);
    const glm::dvec2 a = at(projector, 180, 20), b = at(projector, -180, 20), c = at(projector, 540, 20);
    CHECK_THAT(a.x, WithinAbs(b.x, 1e-12));
    CHECK_THAT(a.x, WithinAbs(c.x, 1e-12));
    CHECK_THAT(at(projector, lon_0, 0).x, WithinAbs(0, 1e-9));
  }
}

TEST_CASE("what the map does not show has no place on it") {
  glm::dvec2 out{7, 7};
  CHECK_FALSE(make(ProjectionId::ortho, 105, 35).forward(-75, -35, out));
  CHECK_FALSE(make(ProjectionId::mercator, 0).forward(0, 86, out));
  CHECK_FALSE(make(ProjectionId::lcc_eurasia, 90).forward(90, -70, out));
  CHECK_FALSE(make(ProjectionId::equal_earth, 0).forward(0, 90.1, out));
  CHECK_FALSE(make(ProjectionId::equal_earth, 0).forward(0, NAN, out));
  CHECK_FALSE(make(ProjectionId::equal_earth, 0).forward(HUGE_VAL, 0, out));
  CHECK(out == glm::dvec2(7, 7));
  for (const ProjectionInfo& row : projections()) {
    const Projector projector = make(row.id, 30, 40);
    const Bounds box = outline_bounds(projector);
    INFO(row.key);
    CHECK_FALSE(projector.inverse({box.max.x + 0.01, box.middle().y}).has_value());
    CHECK_FALSE(projector.inverse({box.middle().x, box.min.y - 0.01}).has_value());
    CHECK_FALSE(projector.inverse({NAN, 0}).has_value());
  }
  CHECK_FALSE(make(ProjectionId::equal_earth, 0).inverse({2.6, 1.3}).has_value());  // the corner beside the oval
}

TEST_CASE("many points at once are the same as one by one") {
  for (const ProjectionInfo& row : projections()) {
    const Projector projector = make(row.id, 60, 30);
    std::vector<glm::dvec2> points, plane;
    for (const LonLat& p : test::sphere_points(300)) points.push_back({p.lon, p.lat});
    points.push_back({10, 91});
    plane.resize(points.size());
    std::size_t shown = 0;
    const std::size_t counted = projector.forward(points, plane);
    for (std::size_t i = 0; i < points.size(); ++i) {
      glm::dvec2 one{HUGE_VAL, HUGE_VAL};
      shown += projector.forward(points[i].x, points[i].y, one);
      REQUIRE(one == plane[i]);
    }
    CHECK(counted == shown);
    projector.forward(points, points);
    CHECK(points == plane);
  }
}

TEST_CASE("recentring is the same as making anew") {
  Projector projector = make(ProjectionId::ortho, 0, 0);
  projector.recentre(105, 35);
  const Projector anew = make(ProjectionId::ortho, 105, 35);
  CHECK(at(projector, 54, 24) == at(anew, 54, 24));
  projector.recentre(465, 95);
  CHECK(projector.centre() == LonLat{105, 90});
}

TEST_CASE("a projection's word leads back to it") {
  for (const ProjectionInfo& row : projections()) CHECK(projection_from_key(row.key) == row.id);
  CHECK_FALSE(projection_from_key("flat").has_value());
}

TEST_CASE("PROJ strings make maps of the same sphere") {
  const auto free = Projector::create("+proj=eqearth +lon_0=11 +ellps=GRS80 +units=km +x_0=500");
  REQUIRE(free.ok());
  CHECK(at(*free, 54, 24) == at(make(ProjectionId::equal_earth, 11), 54, 24));
  CHECK(free->id() == ProjectionId::free_text);
  const auto globe = Projector::create("proj=ortho lat_0=35 lon_0=105");
  REQUIRE(globe.ok());
  CHECK(at(*globe, 54, 24) == at(make(ProjectionId::ortho, 105, 35), 54, 24));
}

TEST_CASE("a PROJ string that makes no map says why") {
  struct Row { std::string text, part; };
  const Row rows[] = {
      {"+proj=nowhere", "PROJ: "},
      {"EPSG:4326", "no +proj="},
      {"", "no +proj="},
      {"+proj=pipeline +step +proj=merc", "pipelines are not supported"},
      {"+proj=eqearth +proj=merc", "only one projection"},
      {"+proj=eqearth +lon_0=east", "+lon_0 is not a plain number: \"east\""},
      {"+proj=lcc +lat_1=30 +lat_2=-30", "PROJ: "},
      {"+proj=aea +lat_1=100", "PROJ: "},
  };
  for (const Row& row : rows) {
    const auto made = Projector::create(row.text);
    INFO(row.text);
    REQUIRE_FALSE(made.ok());
    INFO(made.error().text());
    CHECK(made.error().what.find(row.part) != std::string::npos);
    CHECK(made.error().what != "PROJ: ");
    CHECK(made.error().where == row.text);
  }
  CHECK_FALSE(Projector::create(ProjectionId::robinson, NAN).ok());
}

TEST_CASE("distances are those of the WGS 84 ellipsoid") {
  CHECK_THAT(distance_km({0, 0}, {1, 0}), WithinAbs(111.319491, 1e-6));    // a pi / 180
  CHECK_THAT(distance_km({77, 0}, {-20, 90}), WithinAbs(10001.965729, 1e-6));  // the quarter meridian
  CHECK_THAT(distance_km({179, 0}, {-179, 0}), WithinAbs(2 * 111.319491, 1e-5));
  CHECK(distance_km({54, 24}, {54, 24}) == 0);
}
