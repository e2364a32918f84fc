// Lakes and rivers as they are baked, against what is known of the earth.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include "map/basemap.hpp"
#include "map/sphere.hpp"
#include "map/world.hpp"

using namespace gs;
using namespace gs::test;

namespace {

/// The index of the lake's exterior ring that holds a place, or -1 on dry land.
int lake_at(LonLat place) {
  const Detail& d = water_detail();
  std::vector<GeoRing> rings;
  for (std::size_t r = 0; r < d.rings.size();) {
    const std::size_t exterior = r;
    rings.clear();
    do {
      rings.push_back(GeoRing(d.points).subspan(d.rings[r].first, d.rings[r].count));
      ++r;
    } while (r < d.rings.size() && d.rings[r].polygon == d.rings[exterior].polygon);
    if (contains(rings, place)) return static_cast<int>(exterior);
  }
  return -1;
}

/// km from a place to the nearest point of a river of this rank or a greater one.
double to_river_km(const Detail& detail, LonLat place, int rank) {
  double nearest = 1e9;
  for (const Line& l : detail.lines) {
    if (l.kind != LineKind::river || l.rank > rank) continue;
    for (std::uint32_t i = l.first; i < l.first + l.count; ++i) {
      const glm::dvec2 off = detail.points[i] - glm::dvec2(place.lon, place.lat);
      if (std::abs(off.x) > 2 || std::abs(off.y) > 2) continue;
      nearest = std::min(nearest, distance_km(place, {detail.points[i].x, detail.points[i].y}));
    }
  }
  return nearest;
}

}  // namespace

TEST_CASE("lakes hold the places that lie in them and no others", "[water]") {
  struct Row {
    const char* place;
    LonLat at;
    bool lake;
  };
  const Row rows[] = {
      {"Lake Victoria", {33.0, -1.0}, true},        {"Lake Baikal", {108.0, 53.5}, true},
      {"Issyk-Kul", {77.3, 42.4}, true},            {"the northern Aral Sea", {60.8, 46.4}, true},
      {"Lake Superior", {-87.0, 47.7}, true},       {"Toktogul reservoir", {72.9, 41.8}, true},
      {"Lake Tanganyika", {29.8, -6.8}, true},      {"Lake Balkhash", {74.2, 46.0}, true},
      {"Lake Ladoga", {31.5, 61.0}, true},          {"Lake Malawi", {34.5, -12.0}, true},
      {"Qinghai Lake", {100.2, 36.9}, true},        {"Olkhon, an island in Baikal", {107.4, 53.15}, false},
      {"the Aral Kum, sea until 1990", {60.3, 44.5}, false}, {"the plain of the Ganges", {83.0, 25.5}, false},
      {"the Pacific", {-150.0, 0.0}, false},
  };
  for (const Row& row : rows) {
    INFO(row.place);
    CHECK((lake_at(row.at) >= 0) == row.lake);
  }
}

TEST_CASE("the Caspian is a sea of the base map, Lake Baikal a lake in its land", "[water]") {
  CHECK_FALSE(country_at(base_map(), 50.5, 42.0));
  CHECK(country_at(base_map(), 108.0, 53.5));
}

TEST_CASE("lakes are walked clockwise, their islands the other way, and have about their areas", "[water]") {
  const Detail& d = water_detail();
  constexpr double kKm2 = kEarthRadius * kEarthRadius * 1e-6;
  double all = 0;
  for (const Ring& r : d.rings) {
    const double right = ring_area(GeoRing(d.points).subspan(r.first, r.count));
    CHECK((right < 6.283) != r.hole);
    if (!r.hole) all += right * kKm2;
  }
  CHECK(all > 0.9e6);  // the lakes of more than 100 km2 have some 1.5 million km2 without the Caspian
  CHECK(all < 1.6e6);
  const int victoria = lake_at({33.0, -1.0});
  REQUIRE(victoria >= 0);
  const Ring& ring = d.rings[static_cast<std::size_t>(victoria)];
  const double area = ring_area(GeoRing(d.points).subspan(ring.first, ring.count)) * kKm2;
  CHECK(area > 0.95 * 68870);  // km2, Encyclopaedia Britannica; islands not taken off
  CHECK(area < 1.05 * 68870);
}

TEST_CASE("great rivers pass their towns and reach their mouths, at both scales", "[water]") {
  struct Row {
    const char* place;
    LonLat at;
    int rank;
    double within_km;
  };
  const Row rows[] = {
      {"the Nile's mouth at Rosetta", {30.36, 31.46}, 3, 35},  {"the Nile at Khartoum", {32.53, 15.62}, 3, 15},
      {"the Yangtze by Nanjing, below which it widens into the sea", {118.75, 32.1}, 3, 35},
               {"the Yangtze at Wuhan", {114.3, 30.56}, 3, 15},
      {"the Indus at Sukkur", {68.87, 27.69}, 4, 15},          {"the Syr Darya at Kyzylorda", {65.5, 44.84}, 5, 15},
      {"the Amu Darya at Termez", {67.27, 37.2}, 5, 15},       {"the Mekong at Vientiane", {102.6, 17.95}, 4, 15},
  };
  for (const Row& row : rows) {
    INFO(row.place);
    CHECK(to_river_km(water_detail(), row.at, row.rank) < row.within_km);
    CHECK(to_river_km(fine_rivers(), row.at, row.rank + 1) < row.within_km);
  }
}

TEST_CASE("there are few great rivers and many small ones, and a finer detail has more of each", "[water]") {
  const auto points = [](const Detail& d, int most_rank) {
    std::size_t n = 0;
    for (const Line& l : d.lines) n += l.kind == LineKind::river && l.rank <= most_rank ? l.count : 0;
    return n;
  };
  CHECK(points(water_detail(), 2) > 1000);
  CHECK(4 * points(water_detail(), 2) < points(water_detail(), 6));
  CHECK(points(fine_rivers(), 4) > points(water_detail(), 4));
  CHECK(points(fine_rivers(), 9) > 4 * points(water_detail(), 9));
  CHECK(fine_rivers().rings.empty());
}

TEST_CASE("rivers stop at the shores of lakes", "[water]") {
  std::size_t wet = 0, all = 0;
  for (const Line& l : water_detail().lines) {
    if (l.kind != LineKind::river) continue;
    for (std::uint32_t i = l.first + 1; i + 1 < l.first + l.count; i += 7, ++all)
      wet += lake_at({water_detail().points[i].x, water_detail().points[i].y}) >= 0;
  }
  REQUIRE(all > 2000);
  CHECK(wet * 100 < all);  // rounding may put a point of the bank into the lake
}

TEST_CASE("lakes and rivers are small files", "[water]") {
  CHECK(water_bytes("water.bin").size() < 140000);
  CHECK(water_bytes("water-10m.bin").size() < 480000);
}

TEST_CASE("bytes that are not water's are refused by name, offset and expectation", "[water]") {
  const auto refused = [](std::span<const std::byte> bytes) {
    const auto read = read_water(bytes, "water.bin");
    return read ? std::string("read") : read.error().text();
  };
  CHECK(refused({}) == "water.bin:0: expected the signature GSWM, found the end of the file");
  CHECK(refused(fine_bytes()).starts_with("water.bin:"));  // borders have more countries than one
  std::vector<std::byte> damaged = water_bytes("water.bin");
  damaged[damaged.size() / 2] ^= std::byte{1};
  CHECK(refused(damaged) == "water.bin:20: expected bytes that match the checksum, found damaged ones");
}
