#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <random>

#include <glm/geometric.hpp>

#include "map/cut.hpp"
#include "map/outline.hpp"
#include "world.hpp"

using namespace gs;
using namespace gs::test;

namespace {

constexpr double kTolerance = 0.0001;

struct Place {
  LonLat at;
  bool land;
};

const std::vector<Place>& places() {
  static const std::vector<Place> kept = [] {
    std::vector<Place> out;
    for (const LonLat& at : sphere_points(4000)) out.push_back({at, on_land(world("110m"), at)});
    return out;
  }();
  return kept;
}

/// Uniform over the sphere, the same on every machine (no library distribution).
LonLat random_centre(std::mt19937& random) {
  const double u = static_cast<double>(random()) / 4294967296.0, v = static_cast<double>(random()) / 4294967296.0;
  return {360.0 * u - 180.0, std::asin(2.0 * v - 1.0) * 57.29577951308232};
}

ProjectedRings land_on(const Projector& projector) {
  ProjectedRings rings;
  Cutter cutter(projector, kTolerance);
  for (const Land& land : world("110m")) cutter.polygon(land.rings, rings);
  return rings;
}

/// Planar even-odd against spherical point-in-polygon, an algorithm of its own.
class Comparison {
 public:
  Comparison(const Projector& projector, const ProjectedRings& rings) : rings_(rings), covered_(rings) {
    outline(projector, kTolerance, outline_);
  }
  void see(glm::dvec2 p, LonLat at, bool land) {
    ++shown;
    if (covered_(p) == land) return;
    // A globe's rim is foreshortened: two tolerances of it are a whole degree of the Earth. It is not counted.
    if (distance_to_edges(outline_, p) > 2 * kTolerance) ++wrong;
    INFO(at.lon << " " << at.lat << (land ? " is land" : " is sea"));
    CHECK(distance_to_edges(rings_, p) < 2 * kTolerance);
  }
  int shown = 0, wrong = 0;

 private:
  const ProjectedRings& rings_;
  ProjectedRings outline_;
  Coverage covered_;
};

void check_coverage(const Projector& projector, const ProjectedRings& rings) {
  Comparison comparison(projector, rings);
  for (const Place& place : places()) {
    glm::dvec2 p;
    if (projector.forward(place.at.lon, place.at.lat, p)) comparison.see(p, place.at, place.land);
  }
  CHECK(comparison.shown > 600);
  CHECK(comparison.wrong < 0.002 * comparison.shown);
}

}  // namespace

TEST_CASE("land on the map is land on the Earth, in every projection, around thirty places") {
  std::mt19937 random(20130907);  // the day that the Belt was announced
  for (int turn = 0; turn < 30; ++turn) {
    const LonLat centre = random_centre(random);
    for (const ProjectionInfo& row : projections()) {
      if (row.id != ProjectionId::ortho && turn % 3 != 0) continue;  // the globe at all of them
      const Result<Projector> projector = Projector::create(row.id, centre.lon, centre.lat);
      REQUIRE(projector.ok());
      INFO(row.key << " around " << centre.lon << " " << centre.lat);
      check_coverage(*projector, land_on(*projector));
    }
  }
}

TEST_CASE("the globe's land stays inside its disc, without streaks") {
  std::mt19937 random(7);
  for (int turn = 0; turn < 30; ++turn) {
    const LonLat centre = random_centre(random);
    const Result<Projector> projector = Projector::create(ProjectionId::ortho, centre.lon, centre.lat);
    REQUIRE(projector.ok());
    const ProjectedRings rings = land_on(*projector);
    INFO(centre.lon << " " << centre.lat);
    double farthest = 0;
    for (const glm::dvec2& p : rings.points) farthest = std::max(farthest, glm::length(p));
    CHECK(farthest < 1.0 + 1e-12);
    CHECK(longest_segment(rings) < 0.2);
    CHECK(rings.polygon_count() == world("110m").size());
  }
}

TEST_CASE("every pixel of the globe's disc is land or sea as the Earth under it") {
  std::mt19937 random(42);
  for (int turn = 0; turn < 30; ++turn) {
    const LonLat centre = random_centre(random);
    const Result<Projector> projector = Projector::create(ProjectionId::ortho, centre.lon, centre.lat);
    REQUIRE(projector.ok());
    const ProjectedRings rings = land_on(*projector);
    INFO(centre.lon << " " << centre.lat);
    Comparison comparison(*projector, rings);
    for (int i = 0; i < 30 * 30; ++i) {
      const glm::dvec2 p{(i % 30 - 14.6) / 15.0, (static_cast<double>(i) / 30.0 - 15.1) / 15.0};
      const auto at = projector->inverse(p);
      CHECK(at.has_value() == (glm::length(p) < 1.0));
      if (at) comparison.see(p, *at, on_land(world("110m"), *at));
    }
    CHECK(comparison.shown > 600);
    CHECK(comparison.wrong < 0.002 * comparison.shown);
  }
}

TEST_CASE("centres on poles, on vertices and on the data's own meridians are ordinary") {
  const glm::dvec2 vertex = world("110m")[0].rings[0][0];
  for (const LonLat centre : {LonLat{0, 90}, {0, -90}, {180, 0}, {-180, 0}, {0, 0}, {90, 0}, {vertex.x, vertex.y},
                              {vertex.x - 180, -vertex.y}, {vertex.x - 90, 0}, {vertex.x - 180, 0}}) {
    for (const ProjectionInfo& row : projections()) {
      const Result<Projector> projector = Projector::create(row.id, centre.lon, centre.lat);
      REQUIRE(projector.ok());
      INFO(row.key << " around " << centre.lon << " " << centre.lat);
      check_coverage(*projector, land_on(*projector));
    }
  }
}

TEST_CASE("the finer map is cut as well") {
  std::mt19937 random(11);
  for (int turn = 0; turn < 10; ++turn) {
    const LonLat centre = random_centre(random);
    for (const ProjectionId id : {ProjectionId::equal_earth, ProjectionId::ortho, ProjectionId::lcc_eurasia}) {
      const Result<Projector> projector = Projector::create(id, centre.lon, centre.lat);
      REQUIRE(projector.ok());
      ProjectedRings rings;
      Cutter cutter(*projector, kTolerance);
      for (const Land& land : world("50m")) cutter.polygon(land.rings, rings);
      INFO(projection_info(id).key << " around " << centre.lon << " " << centre.lat);
      CHECK(longest_segment(rings) < 0.06 * outline_bounds(*projector).size().x);
      Comparison comparison(*projector, rings);
      std::vector<LonLat> few = sphere_points(97);
      for (const LonLat& at : few) {
        glm::dvec2 p;
        if (projector->forward(at.lon, at.lat, p)) comparison.see(p, at, on_land(world("50m"), at));
      }
      CHECK(comparison.shown > 40);
    }
  }
}
