#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include <glm/geometric.hpp>

#include "map/graticule.hpp"
#include "map/outline.hpp"
#include "map/sphere.hpp"
#include "world.hpp"

using namespace gs;
using namespace gs::test;

// Whatever PROJ string a reader writes: a whole map, or a reason why not.
namespace {

constexpr double kTolerance = 0.0005;

struct Mark {
  LonLat at;
  bool land;
};
const std::vector<Mark>& marks() {
  static const std::vector<Mark> kept = [] {
    std::vector<Mark> out;
    for (const LonLat& at : sphere_points(600)) out.push_back({at, on_land(world("110m"), at)});
    return out;
  }();
  return kept;
}

bool finite(const std::vector<glm::dvec2>& points) {
  for (const glm::dvec2& p : points) {
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return false;
  }
  return true;
}

/// Land where the Earth has land, lines without jumps, everything inside the outline, every place found again.
void check_sound(const Projector& projector) {
  ProjectedRings land, edge;
  Cutter cutter(projector, kTolerance);
  for (const Land& of : world("110m")) cutter.polygon(of.rings, land);
  outline(projector, kTolerance, edge);
  CHECK(finite(land.points));
  CHECK(finite(edge.points));
  const double size = glm::length(outline_bounds(projector).size());
  CHECK(size > 0.05);
  const Coverage covered_land(land), covered_map(edge);
  int wrong = 0, outside = 0, shown = 0, lost = 0;
  for (const Mark& mark : marks()) {
    glm::dvec2 p;
    if (!projector.forward(mark.at.lon, mark.at.lat, p)) continue;
    ++shown;
    outside += !covered_map(p) && distance_to_edges(edge, p) > 2 * kTolerance;
    wrong += covered_land(p) != mark.land && distance_to_edges(land, p) > 2 * kTolerance;
    const auto back = projector.inverse(p);
    constexpr double kRad = 0.017453292519943295;
    const glm::dvec3 u = unit_vector({mark.at.lon * kRad, mark.at.lat * kRad});
    lost += !back || angle_between(u, unit_vector({back->lon * kRad, back->lat * kRad})) > 1e-6;
  }
  CHECK(shown > 0);
  CHECK(wrong == 0);
  CHECK(outside == 0);
  CHECK(lost <= shown / 50);  // a fold's own two sides, or a place that PROJ's inverse does not find
  ProjectedLines lines;
  const Graticule grid = graticule(15);
  for (const GeoRing line : world_lines("110m")) cutter.line(line, false, lines);
  for (const auto& line : grid.lines) cutter.line(line, false, lines);
  CHECK(finite(lines.points));
  CHECK(longest_segment(lines) < 0.45 * size);  // straight meridians are drawn by up to 12 degrees; a jump is as wide as the map
}

Projector free_map(const std::string& text) {
  Result<Projector> made = Projector::create(text);
  if (!made) FAIL(made.error().text());
  return std::move(*made);
}

}  // namespace

TEST_CASE("PROJ strings of every family make sound maps", "[projection]") {
  const char* texts[] = {
      "+proj=tpeqd +lat_1=60 +lat_2=65 +lon_1=0 +lon_2=10", "+proj=tpeqd +lat_1=-33 +lon_1=151 +lat_2=40 +lon_2=-74",
      "+proj=tpeqd +lat_1=0 +lon_1=-60 +lat_2=0 +lon_2=60", "+proj=igh", "+proj=igh +lon_0=-160", "+proj=igh_o",
      "+proj=igh_o +lon_0=-160", "+proj=goode +lon_0=20", "+proj=tmerc +lon_0=100", "+proj=utm +zone=33",
      "+proj=utm +zone=60 +south", "+proj=etmerc +lon_0=9", "+proj=omerc +lat_0=40 +lonc=70 +alpha=60",
      "+proj=omerc +lat_1=51 +lon_1=7 +lat_2=34 +lon_2=109", "+proj=somerc +lat_0=46.9 +lon_0=7.4",
      "+proj=ob_tran +o_proj=moll +o_lat_p=45 +o_lon_p=-90 +lon_0=-60", "+proj=ob_tran +o_proj=eqearth +o_lat_p=20 +lon_0=80",
      "+proj=ob_tran +o_proj=merc +o_lat_p=30 +lon_0=10", "+proj=ob_tran +o_proj=eqc +o_lat_p=0 +o_lon_p=180",
      "+proj=lcc +lat_1=-20 +lat_2=-50 +lat_0=-35 +lon_0=140", "+proj=lcc +lat_1=-30 +lon_0=20", "+proj=bonne +lat_1=45",
      "+proj=bonne +lat_1=-40 +lon_0=130", "+proj=wag4 +lon_0=90", "+proj=airy +lat_0=40 +lon_0=60",
      "+proj=gnom +lat_0=-90", "+proj=gnom +lat_0=35 +lon_0=105", "+proj=geos +h=35785831 +lon_0=60",
      "+proj=geos +h=35785831 +lon_0=0 +sweep=x", "+proj=nsper +h=100000 +lat_0=30 +lon_0=50", "+proj=cass +lon_0=30",
      "+proj=webmerc +lon_0=150", "+proj=poly +lon_0=110", "+proj=aeqd +lat_0=-90", "+proj=laea +lat_0=10 +lon_0=179",
      "+proj=stere +lat_0=90 +lat_ts=70 +lon_0=-45", "+proj=vandg2", "+proj=vandg3 +lon_0=11", "+proj=larr", "+proj=lagrng +W=2",
      "+proj=august", "+proj=putp4p", "+proj=tissot +lat_1=20 +lat_2=60", "+proj=cc", "+proj=ocea +lonc=60 +alpha=30"};
  for (const std::string text : texts) {
    INFO(text);
    const Result<Projector> made = Projector::create(text);
    INFO((made ? "" : made.error().text()));
    CHECK(made.ok());
    if (made) check_sound(*made);
  }
}

TEST_CASE("no name of a projection breaks the map: it is sound, or refused with a reason", "[projection]") {
  const char* names[] = {
      "adams_hemi", "adams_ws1", "adams_ws2", "aea", "aeqd", "affine", "airy", "aitoff", "alsk", "apian", "august", "axisswap",
      "bacon", "bertin1953", "bipc", "boggs", "bonne", "calcofi", "cart", "cass", "cc", "ccon", "cea", "chamb", "col_urban",
      "collg", "comill", "crast", "defmodel", "deformation", "denoy", "eck1", "eck2", "eck3", "eck4", "eck5", "eck6", "eqc",
      "eqdc", "eqearth", "etmerc", "euler", "fahey", "fouc", "fouc_s", "gall", "geoc", "geogoffset", "geos", "gins8", "gn_sinu",
      "gnom", "goode", "gridshift", "gs48", "gs50", "gstmerc", "guyou", "hammer", "hatano", "healpix", "helmert", "hgridshift",
      "horner", "igh", "igh_o", "imw_p", "isea", "kav5", "kav7", "krovak", "labrd", "laea", "lagrng", "larr", "lask",
      "latlon", "latlong", "lcc", "lcca", "leac", "lee_os", "loxim", "lsat", "mbt_fps", "mbt_s", "mbtfpp", "mbtfpq", "mbtfps",
      "merc", "mil_os", "mill", "misrsom", "moll", "molobadekas", "molodensky", "murd1", "murd2", "murd3", "natearth",
      "natearth2", "nell", "nell_h", "nicol", "noop", "nsper", "nzmg", "ob_tran", "ocea", "oea", "omerc", "ortel", "ortho",
      "patterson", "pconic", "peirce_q", "pipeline", "pop", "poly", "push", "putp1", "putp2", "putp3", "putp3p", "putp4p",
      "putp5", "putp5p", "putp6", "putp6p", "qsc", "qua_aut", "rhealpix", "robin", "rouss", "rpoly", "s2", "sch", "set", "sinu",
      "somerc", "stere", "sterea", "tcc", "tcea", "times", "tinshift", "tissot", "tmerc", "tobmerc", "topocentric", "tpeqd",
      "tpers", "unitconvert", "ups", "urm5", "urmfps", "utm", "vandg", "vandg2", "vandg3", "vandg4", "vertoffset",
      "vgridshift", "vitk1", "wag1", "wag2", "wag3", "wag4", "wag5", "wag6", "wag7", "webmerc", "weren", "wink1", "wink2",
      "wintri", "xyzgridshift"};
  const std::string plain = " +lon_0=40", much = " +lat_0=40 +lat_1=30 +lat_2=55 +lat_3=20 +lon_1=10 +lon_2=70 +lon_3=100 "
                                                 "+h=3000000 +n=0.5 +m=1 +alpha=40 +zone=38 +lsat=2 +path=3 +lat_b=60";
  int maps = 0, refused = 0;
  for (const std::string name : names) {
    for (const std::string& more : {plain, much}) {
      const Result<Projector> made = Projector::create("+proj=" + name + more);
      INFO("+proj=" + name + more);
      if (made) {
        ++maps;
        check_sound(*made);
      } else {
        ++refused;
        CHECK(made.error().what.size() > 12);
      }
    }
  }
  CHECK(maps > 180);
  CHECK(refused > 40);
}

TEST_CASE("an interrupted map is cut along its interruptions: lobes do not touch off the equator", "[projection]") {
  const Projector projector = free_map("+proj=igh");
  glm::dvec2 west, east;
  for (const LonLat at : {LonLat{-40, 50}, {-100, -50}, {-20, -50}, {80, -50}}) {
    REQUIRE(projector.forward(at.lon - 1e-4, at.lat, west));
    REQUIRE(projector.forward(at.lon + 1e-4, at.lat, east));
    INFO(at.lon << " " << at.lat);
    CHECK(glm::distance(west, east) > 0.1);
    CHECK_FALSE(projector.inverse(0.5 * (west + east)).has_value());
    REQUIRE(projector.forward(at.lon - 1e-4, -at.lat, west));
    REQUIRE(projector.forward(at.lon + 1e-4, -at.lat, east));
    CHECK(glm::distance(west, east) < 1e-4);
  }
  ProjectedLines lines;
  const std::vector<glm::dvec2> parallel{{-60, -45}, {0, -45}, {60, -45}};
  const std::span<const glm::dvec2> view(parallel);
  cut_and_project_lines(projector, std::span(&view, 1), false, kTolerance, lines);
  CHECK(lines.line_count() == 2);
}

TEST_CASE("an oblique map is the plain one of a turned Earth", "[projection]") {
  const Projector oblique = free_map("+proj=ob_tran +o_proj=moll +o_lat_p=0 +o_lon_p=0");
  glm::dvec2 p;
  for (const double lon : {90.0, -90.0}) {
    for (const double lat : {-60.0, -10.0, 35.0, 80.0}) {
      REQUIRE(oblique.forward(lon, lat, p));
      CHECK(std::abs(p.y) < 1e-8);  // 90 degrees from the new pole: its equator
    }
  }
  REQUIRE(oblique.forward(180, 0, p));
  CHECK(std::abs(std::abs(p.y) - std::sqrt(2.0)) < 1e-5);  // the new pole, or the one opposite
}
