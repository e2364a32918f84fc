#include "map/cut.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <numbers>
#include <random>
#include <string>

#include <glm/geometric.hpp>

#include "map/graticule.hpp"
#include "map/outline.hpp"
#include "map/sphere.hpp"
#include "world.hpp"

using namespace gs;
using namespace gs::test;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kTolerance = 0.0005;
constexpr double kCentres[] = {0, 11, 90, 150, 180, -100};
using Points = std::vector<glm::dvec2>;

Projector make(ProjectionId id, double lon_0, double lat_0 = 0) {
  Result<Projector> made = Projector::create(id, lon_0, lat_0);
  if (!made) FAIL(made.error().text());
  return std::move(*made);
}

ProjectedRings cut(const Projector& projector, const std::vector<Points>& polygon) {
  std::vector<GeoRing> views(polygon.begin(), polygon.end());
  ProjectedRings out;
  cut_and_project(projector, views, kTolerance, out);
  return out;
}

ProjectedRings cut(const Projector& projector, const Land& land) {
  ProjectedRings out;
  cut_and_project(projector, land.rings, kTolerance, out);
  return out;
}

/// Signed: a hole's ring_area is the rest of the sphere.
double sphere_area(std::span<const GeoRing> rings) {
  double sum = 0;
  for (const GeoRing ring : rings) {
    const double area = ring_area(ring);
    sum += area > 2 * kPi ? area - 4 * kPi : area;
  }
  return sum;
}

}  // namespace

TEST_CASE("an equal-area map keeps the area of every country, wherever it is cut") {
  for (const ProjectionId id : {ProjectionId::equal_earth, ProjectionId::mollweide, ProjectionId::lambert_area}) {
    for (const double lon_0 : kCentres) {
      const Projector projector = make(id, lon_0, 20);
      double on_sphere = 0, on_map = 0;
      for (const Land& land : world("110m")) {
        const double true_area = sphere_area(land.rings), area = planar_area(cut(projector, land));
        INFO(projection_info(id).key << " around " << lon_0 << ": " << land.a3);
        CHECK_THAT(area, WithinAbs(true_area, 0.0005 + 0.005 * true_area));
        on_sphere += true_area;
        on_map += area;
      }
      INFO(projection_info(id).key << " around " << lon_0);
      CHECK_THAT(on_map, WithinRel(on_sphere, 0.002));
    }
  }
}

TEST_CASE("Russia, whole or in two pieces") {
  CHECK(cut(make(ProjectionId::equal_earth, 0), largest("RUS")).ring_count() == 2);
  CHECK(cut(make(ProjectionId::equal_earth, 100), largest("RUS")).ring_count() == 1);
}

TEST_CASE("Fiji's islands are cut at 180 degrees and nowhere else") {
  for (const double lon_0 : {0.0, 180.0}) {
    const Projector projector = make(ProjectionId::equal_earth, lon_0);
    for (const Land& land : world("110m")) {
      if (land.a3 != "FJI") continue;
      const ProjectedRings rings = cut(projector, land);
      INFO("around " << lon_0);
      CHECK(longest_segment(rings) < 0.05);
      CHECK_THAT(planar_area(rings), WithinAbs(sphere_area(land.rings), 2e-6));
    }
  }
}

TEST_CASE("Antarctica reaches the whole line that is the pole") {
  for (const double lon_0 : kCentres) {
    const Projector projector = make(ProjectionId::equal_earth, lon_0);
    const ProjectedRings rings = cut(projector, largest("ATA"));
    const Bounds map = outline_bounds(projector);
    INFO("around " << lon_0);
    CHECK(rings.ring_count() <= 2);  // a peninsula may be cut off
    const double bottom = map.min.y + 0.001;
    for (const double x : {-1.5, -0.7, 0.0, 0.7, 1.5}) CHECK(covered(rings, {x, bottom}));
    CHECK_FALSE(covered(rings, {0, 0}));
  }
}

TEST_CASE("Antarctica with edges down to the pole and along it is the same land") {
  Points ring{{-180, -90}, {-180, -80}};
  for (int lon = -170; lon < 180; lon += 10) {
    ring.push_back({static_cast<double>(lon), -75.0 + 4.0 * (lon % 20) / 10.0});
  }
  ring.push_back({180, -80});
  ring.push_back({180, -90});
  Points round(ring.begin() + 1, ring.end() - 2);
  for (const double lon_0 : kCentres) {
    const Projector projector = make(ProjectionId::equal_earth, lon_0);
    INFO("around " << lon_0);
    CHECK_THAT(planar_area(cut(projector, {ring})), WithinRel(planar_area(cut(projector, {round})), 1e-6));
  }
}

TEST_CASE("the other side of a ring is the rest of the Earth") {
  const Points island{{10, 10}, {10, 20}, {20, 20}, {20, 10}};
  Points ocean = island;
  std::reverse(ocean.begin(), ocean.end());
  for (const ProjectionId id : {ProjectionId::equal_earth, ProjectionId::lambert_area}) {
    for (const double lon_0 : {0.0, 15.0, 180.0, -165.0}) {  // uncut, in the middle, far, cut
      const Projector projector = make(id, lon_0, 15);
      INFO(projection_info(id).key << " around " << lon_0);
      const double all = 4 * kPi * (id == ProjectionId::lambert_area ? std::pow(std::sin(179.0 * kPi / 360), 2) : 1);
      CHECK_THAT(planar_area(cut(projector, {ocean})), WithinAbs(all - ring_area(island), 0.01));
      CHECK_THAT(planar_area(cut(projector, {island})), WithinAbs(ring_area(island), 0.001));
    }
  }
}

TEST_CASE("holes stay open, cut or not") {
  const std::vector<Points> polygon{{{0, 0}, {0, 40}, {40, 40}, {40, 0}}, {{15, 15}, {25, 15}, {25, 25}, {15, 25}}};
  for (const double lon_0 : {20.0, -160.0, -165.0}) {  // uncut; through the hole; along an edge of the hole
    const Projector projector = make(ProjectionId::equal_earth, lon_0);
    const ProjectedRings rings = cut(projector, polygon);
    glm::dvec2 in_hole, in_land;
    REQUIRE(projector.forward(20.5, 20, in_hole));
    REQUIRE(projector.forward(30, 20, in_land));
    INFO("around " << lon_0);
    CHECK_FALSE(covered(rings, in_hole));
    CHECK(covered(rings, in_land));
    CHECK_THAT(planar_area(rings), WithinRel(sphere_area(std::vector<GeoRing>(polygon.begin(), polygon.end())), 0.002));
  }
}

TEST_CASE("a globe shows nothing of the far side, and all of what surrounds it") {
  const Projector globe = make(ProjectionId::ortho, 0, 0);
  const Points far{{170, -10}, {170, 10}, {-170, 10}, {-170, -10}};
  CHECK(cut(globe, {far}).ring_count() == 0);
  CHECK(cut(globe, {far}).polygon_count() == 1);
  Points all_but_far = far;
  std::reverse(all_but_far.begin(), all_but_far.end());
  CHECK_THAT(planar_area(cut(globe, {all_but_far})), WithinRel(kPi, 0.002));
}

TEST_CASE("a long arc whose ends are both hidden still shows its middle") {
  // From 100 E to 100 W over the north: the arc passes the pole, which a centre at 10 N sees.
  const Projector globe = make(ProjectionId::ortho, 0, 10);
  const Points line{{120, 60}, {-120, 60}};
  ProjectedLines out;
  const std::span<const glm::dvec2> view(line);
  cut_and_project_lines(globe, std::span(&view, 1), false, kTolerance, out);
  CHECK(out.line_count() == 0);  // its middle is at 73.9 N, 180: behind
  const Points over{{100, 80}, {-80.5, 80}};
  const std::span<const glm::dvec2> over_view(over);
  cut_and_project_lines(make(ProjectionId::ortho, 0, 5), std::span(&over_view, 1), false, kTolerance, out);
  CHECK(out.line_count() == 1);
  // In a band: both ends south of Mercator's limit, the arc between them goes beyond it.
  const Points north{{-60, 84}, {60, 84}};
  const std::span<const glm::dvec2> north_view(north);
  cut_and_project_lines(make(ProjectionId::mercator, 0), std::span(&north_view, 1), false, kTolerance, out);
  CHECK(out.line_count() == 2);
}

TEST_CASE("bands of latitude end in a straight edge") {
  const Points box{{80, -75}, {80, 10}, {100, 10}, {100, -75}};
  const Projector cone = make(ProjectionId::lcc_eurasia, 90);
  const ProjectedRings rings = cut(cone, {box});
  REQUIRE(rings.ring_count() == 1);
  for (const glm::dvec2& p : rings.points) {
    const auto back = cone.unproject_frame(p * (1.0 - 1e-9));
    REQUIRE(back.has_value());
    CHECK(back->y * 180 / kPi >= -60.001);
  }
  const Points south{{80, -85}, {80, -65}, {100, -65}, {100, -85}};
  CHECK(cut(cone, {south}).ring_count() == 0);
}

TEST_CASE("curves lie within the tolerance of the true arcs") {
  const std::vector<Points> lines{{{116.4, 39.9}, {4.5, 51.9}}, {{54.4, 24.5}, {-70, -33}}, {{100, 65}, {-100, 65}},
                                  {{10, 80}, {150, 80}},          {{30, 0}, {100, 0.5}},      {{0, 0}, {179, 1}}};
  for (const ProjectionInfo& row : projections()) {
    for (const double tolerance : {0.01, 0.0005, 0.00002}) {
      const Projector projector = make(row.id, 60, 40);
      for (const Points& line : lines) {
        ProjectedLines out;
        const std::span<const glm::dvec2> view(line);
        cut_and_project_lines(projector, std::span(&view, 1), false, tolerance, out);
        for (int i = 1; i < 200; ++i) {
          const LonLat true_place = along_arc({line[0].x, line[0].y}, {line[1].x, line[1].y}, i / 200.0);
          glm::dvec2 p;
          if (!projector.forward(true_place.lon, true_place.lat, p)) continue;
          double off = HUGE_VAL;
          for (std::size_t l = 0; l < out.line_count(); ++l) {
            const auto piece = out.line(l);
            for (std::size_t k = 1; k < piece.size(); ++k) {
              const glm::dvec2 a = piece[k - 1], d = piece[k] - a;
              const double t = glm::dot(d, d) > 0 ? std::clamp(glm::dot(p - a, d) / glm::dot(d, d), 0.0, 1.0) : 0.0;
              off = std::min(off, glm::length(p - a - d * t));
            }
          }
          INFO(row.key << " " << line[0].x << " " << line[0].y << " at " << i << "/200, tolerance " << tolerance);
          CHECK(off < 1.5 * tolerance);
        }
      }
    }
  }
}

TEST_CASE("borders and graticule never jump across the map") {
  const Graticule grid = graticule(15);
  for (const ProjectionInfo& row : projections()) {
    for (const double lon_0 : kCentres) {
      const Projector projector = make(row.id, lon_0, 33);
      Cutter cutter(projector, kTolerance);
      ProjectedLines lines;
      for (const GeoRing line : world_lines("110m")) cutter.line(line, false, lines);
      for (const auto& line : grid.lines) cutter.line(line, false, lines);
      INFO(row.key << " around " << lon_0);
      CHECK(lines.line_count() > 150);
      CHECK(lines.sources == world_lines("110m").size() + grid.lines.size());
      // A jump would be as wide as the map. Straight meridians and parallels are the longest honest pieces: 10 degrees,
      // which Mercator and the stereographic map enlarge towards their edges.
      CHECK(longest_segment(lines) < 0.25 * outline_bounds(projector).size().x);
    }
  }
}

TEST_CASE("maps from PROJ strings are cut like those of the table") {
  const char* texts[] = {
      "+proj=natearth2", "+proj=mill", "+proj=cea", "+proj=gall", "+proj=sinu", "+proj=hammer", "+proj=aitoff",
      "+proj=wag1", "+proj=wag2", "+proj=wag3", "+proj=wag4", "+proj=wag5", "+proj=wag6", "+proj=wag7", "+proj=eck1",
      "+proj=eck2", "+proj=eck3", "+proj=eck4", "+proj=eck5", "+proj=eck6", "+proj=kav5", "+proj=kav7", "+proj=vandg",
      "+proj=patterson", "+proj=times", "+proj=hatano", "+proj=boggs", "+proj=crast", "+proj=collg", "+proj=fahey",
      "+proj=goode", "+proj=loxim", "+proj=nell_h", "+proj=putp2", "+proj=wink1", "+proj=wink2", "+proj=qua_aut",
      "+proj=mbt_fps", "+proj=lcc +lat_1=-15 +lat_2=-45 +lat_0=-30", "+proj=eqdc +lat_1=15 +lat_2=65 +lat_0=40",
      "+proj=aea +lat_1=-15 +lat_2=-45 +lat_0=-30",
      "+proj=gnom +lat_0=30", "+proj=nsper +h=3000000 +lat_0=30", "+proj=tmerc", "+proj=cass"};
  const std::vector<LonLat> places = sphere_points(400);
  std::vector<bool> land_at;
  for (const LonLat& at : places) land_at.push_back(on_land(world("110m"), at));
  for (const std::string text : texts) {
    for (const char* lon_0 : {"0", "100", "-170"}) {
      const Result<Projector> made = Projector::create(text + " +lon_0=" + lon_0);
      INFO(text << " around " << lon_0 << ": " << (made.ok() ? "" : made.error().text()));
      REQUIRE(made.ok());
      ProjectedRings land, edge;
      Cutter cutter(*made, kTolerance);
      for (const Land& of : world("110m")) cutter.polygon(of.rings, land);
      outline(*made, kTolerance, edge);
      const double all = planar_area(edge), size = outline_bounds(*made).size().x;
      const Coverage covered_land(land), covered_map(edge);
      int wrong = 0, shown = 0;
      for (std::size_t i = 0; i < places.size(); ++i) {
        glm::dvec2 p;
        if (!made->forward(places[i].lon, places[i].lat, p)) continue;
        ++shown;
        CHECK((covered_map(p) || distance_to_edges(edge, p) < 2 * kTolerance));
        if (covered_land(p) == land_at[i]) continue;
        wrong += distance_to_edges(land, p) > 2 * kTolerance;
      }
      CHECK(shown > 30);
      CHECK(wrong == 0);
      CHECK(planar_area(land) > 0.02 * all);
      CHECK(planar_area(land) < 0.7 * all);
      ProjectedLines lines;
      for (const GeoRing line : world_lines("110m")) cutter.line(line, false, lines);
      CHECK(longest_segment(lines) < 0.25 * size);
    }
  }
}

TEST_CASE("lines do not follow the edge of the map") {
  const Projector projector = make(ProjectionId::plate_carree, 0);
  for (const Land& land : world("110m")) {
    ProjectedLines lines;
    cut_and_project_lines(projector, land.rings, true, kTolerance, lines);
    for (std::size_t l = 0; l < lines.line_count(); ++l) {
      const auto line = lines.line(l);
      for (std::size_t i = 1; i < line.size(); ++i) {
        CHECK_FALSE((std::abs(line[i].x) > kPi - 1e-8 && std::abs(line[i - 1].x) > kPi - 1e-8 &&
                     std::abs(line[i].y - line[i - 1].y) > 1e-7));
      }
    }
  }
}

TEST_CASE("a closed line wholly in view ends where it starts") {
  const Points island{{10, 10}, {10, 20}, {20, 20}, {20, 10}};
  const std::span<const glm::dvec2> view(island);
  ProjectedLines out;
  cut_and_project_lines(make(ProjectionId::robinson, 0), std::span(&view, 1), true, kTolerance, out);
  REQUIRE(out.line_count() == 1);
  CHECK(out.line(0).front() == out.line(0).back());
}

TEST_CASE("the outline of a map") {
  ProjectedRings ring;
  outline(make(ProjectionId::ortho, 105, 35), 1e-4, ring);
  CHECK_THAT(planar_area(ring), WithinRel(kPi, 0.001));
  outline(make(ProjectionId::equal_earth, 105), 1e-4, ring);
  CHECK_THAT(planar_area(ring), WithinRel(4 * kPi, 0.001));
  outline(make(ProjectionId::mercator, 105), 1e-4, ring);
  CHECK_THAT(planar_area(ring), WithinRel(4 * kPi * kPi, 1e-6));  // a square
}

TEST_CASE("degenerate rings are left out") {
  const Projector projector = make(ProjectionId::equal_earth, 0);
  for (const Points& ring : {Points{}, Points{{1, 1}}, Points{{1, 1}, {2, 2}}, Points{{1, 1}, {1, 1}, {1, 1}}}) {
    const ProjectedRings rings = cut(projector, {ring});
    CHECK(rings.polygon_count() == 1);
    CHECK(std::abs(planar_area(rings)) < 1e-12);
  }
}

TEST_CASE("a line walked out and back as a ring covers nothing, on the edge of the map too") {
  std::mt19937 random(20130907);
  const auto between = [&](double low, double high) { return low + (high - low) * (random() / 4294967296.0); };
  for (const ProjectionId id : {ProjectionId::equal_earth, ProjectionId::mercator, ProjectionId::lcc_eurasia,
                                ProjectionId::ortho, ProjectionId::lambert_area, ProjectionId::stereographic}) {
    for (int turn = 0; turn < 25; ++turn) {
      const double lon_0 = between(-180, 180), reach = turn % 2 == 0 ? 1.0 : 30.0;
      const Projector projector = make(id, lon_0, between(-60, 60));
      for (int i = 0; i < 40; ++i) {
        const bool globe = projector.info().globe();
        Points way{{globe ? between(-180, 180) : lon_0 + between(179, 181), between(-59, 59)}};
        for (int k = 0; k < 2; ++k) way.push_back(way.back() + glm::dvec2(between(-reach, reach), between(-reach, reach)));
        way.push_back(glm::dvec2(way[1]));
        INFO(projection_info(id).key << " around " << lon_0 << ": from " << way[0].x << " " << way[0].y);
        REQUIRE(std::abs(planar_area(cut(projector, {way}))) < 1e-3);
      }
    }
  }
}
