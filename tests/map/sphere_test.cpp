#include "map/sphere.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <numbers>
#include <string>

#include "map/cut.hpp"
#include "world.hpp"

using namespace gs;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double kPi = std::numbers::pi;
using Points = std::vector<glm::dvec2>;

bool inside(const Points& ring, LonLat p) {
  const GeoRing view(ring);
  return contains(std::span(&view, 1), p);
}

}  // namespace

TEST_CASE("areas of rings whose area is known") {
  struct Row { std::string what; Points ring; double area; };
  const Row rows[] = {
      {"an eighth of the sphere, clockwise", {{0, 0}, {0, 90}, {90, 0}}, kPi / 2},
      {"the same walked the other way is the rest", {{90, 0}, {0, 90}, {0, 0}}, 3.5 * kPi},
      {"the southern hemisphere lies right of an eastward equator", {{0, 0}, {90, 0}, {180, 0}, {-90, 0}}, 2 * kPi},
      {"an eighth across the antimeridian", {{135, 0}, {135, 90}, {-135, 0}}, kPi / 2},
      {"an eighth at the south pole", {{0, 0}, {90, 0}, {0, -90}}, kPi / 2},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK_THAT(ring_area(row.ring), WithinAbs(row.area, 1e-12));
  }
}

TEST_CASE("rings of unknown orientation can be put right") {
  Points ring{{90, 0}, {0, 90}, {0, 0}};
  CHECK(wind_smaller(ring));
  CHECK_THAT(ring_area(ring), WithinAbs(kPi / 2, 1e-12));
  CHECK_FALSE(wind_smaller(ring));
}

TEST_CASE("what is inside of a ring") {
  const Points box{{10, 10}, {10, 20}, {20, 20}, {20, 10}};
  const Points fiji_like{{177, -19}, {177, -16}, {-179, -16}, {-179, -19}};
  const Points arctic{{-120, 70}, {120, 70}, {0, 70}};  // westward: the north is on the right
  const Points antarctic{{0, -70}, {120, -70}, {-120, -70}};
  Points outside_box = box;
  std::reverse(outside_box.begin(), outside_box.end());
  struct Row { std::string what; Points ring; LonLat p; bool in; };
  const Row rows[] = {
      {"middle of the box", box, {15, 15}, true},      {"east of the box", box, {21, 15}, false},
      {"south of the box", box, {15, 9}, false},       {"opposite the box", box, {-165, -15}, false},
      {"above the box's northern parallel: the arc bulges", box, {15, 20.05}, true},
      {"all but the box: its middle", outside_box, {15, 15}, false},
      {"all but the box: elsewhere", outside_box, {-165, -15}, true},
      {"over the antimeridian, west", fiji_like, {179, -17}, true},
      {"over the antimeridian, east", fiji_like, {-179.5, -17}, true},
      {"over the antimeridian, far", fiji_like, {0, -17}, false},
      {"north pole", arctic, {50, 90}, true},          {"south pole of the arctic", arctic, {50, -90}, false},
      {"south pole", antarctic, {50, -90}, true},      {"equator", antarctic, {50, 0}, false},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(inside(row.ring, row.p) == row.in);
  }
}

TEST_CASE("capitals are on land and oceans are not") {
  struct Row { std::string what; LonLat p; bool land; };
  const Row rows[] = {
      {"Beijing", {116.4, 39.9}, true},      {"Abu Dhabi, inland", {54.4, 23.6}, true}, {"Astana", {71.4, 51.2}, true},
      {"Nairobi", {36.8, -1.3}, true},       {"Gulf of Guinea", {0, 0}, false},         {"Pacific", {-150, 0}, false},
      {"the South Pole", {0, -90}, true},    {"the North Pole", {0, 90}, false},        {"Chukotka", {-175, 67}, true},
      {"Maseru, inside South Africa", {28.2, -29.6}, true},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(test::on_land(test::world("110m"), row.p) == row.land);
  }
}
