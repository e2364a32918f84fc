// The detail 1:10 million, which is a file of its own, against the base map that it belongs to.
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <set>
#include <string>

#include "map/basemap.hpp"
#include "map/sphere.hpp"
#include "map/world.hpp"

using namespace gs;
using namespace gs::test;

namespace {

/// The base map with the fine detail as its finest.
const BaseMap& finest() {
  static const BaseMap map = [] {
    BaseMap all = base_map();
    all.details.push_back(fine_detail());
    return all;
  }();
  return map;
}

std::string at(const BaseMap& map, double longitude, double latitude) {
  const auto found = country_at(map, longitude, latitude);
  return found ? map.countries[*found].a3 : "sea";
}

}  // namespace

TEST_CASE("the fine detail is another, finer map of the same countries", "[basemap]") {
  CHECK(fine_detail().name == "10m");
  CHECK(fine_detail().points.size() > 4 * base_map().details.back().points.size());
  std::size_t wrong = 0;
  std::set<std::uint32_t> drawn;
  for (const Ring& r : fine_detail().rings) {
    if (r.count < 3 || r.first + r.count > fine_detail().points.size() || r.country >= base_map().countries.size()) ++wrong;
    else drawn.insert(r.country);
  }
  for (const Line& l : fine_detail().lines) {
    if (l.count < 2 || l.first + l.count > fine_detail().points.size()) ++wrong;
    if ((l.kind == LineKind::disputed) != (l.reason >= 0 && l.reason < static_cast<int>(base_map().reasons.size()))) ++wrong;
  }
  CHECK(wrong == 0);
  for (std::uint32_t c = 0; c < base_map().countries.size(); ++c) {
    INFO(base_map().countries[c].a3);
    CHECK(drawn.contains(c) == (base_map().countries[c].a3 != "VAT"));  // less than a triangle on the grid of 0.001 degree
  }
}

TEST_CASE("no ring of the fine detail is turned inside out, and its land is the earth's", "[basemap]") {
  std::size_t wrong = 0;
  double land = 0;
  const std::span<const glm::dvec2> points(fine_detail().points);
  for (const Ring& r : fine_detail().rings) {
    const double right = ring_area(points.subspan(r.first, r.count));
    const double area = right > 6.283 ? right - 12.566370614359172 : right;  // of a small ring, signed
    if (std::abs(area) > 1e-9 && (area > 0) == r.hole) ++wrong;
    land += area;
  }
  CHECK(wrong == 0);
  CHECK(land / 12.566370614359172 > 0.286);  // 29.2 % of the sphere is land
  CHECK(land / 12.566370614359172 < 0.295);
}

TEST_CASE("a place lies in the same country on the fine detail as on the others, whoever claims it", "[basemap]") {
  struct Row {
    const char* place;
    double longitude, latitude;
    const char* a3;
  };
  const Row rows[] = {
      {"Simferopol", 34.1, 44.95, "UKR"},
      {"Armyansk, by the isthmus of Crimea", 33.69, 46.11, "UKR"},
      {"Laayoune", -13.18, 27.13, "ESH"},
      {"Dakhla's hinterland", -15.5, 23.8, "ESH"},
      {"Tarfaya, north of the parallel", -12.9, 27.9, "MAR"},
      {"Tifariti, east of the berm", -10.57, 26.16, "ESH"},
      {"Gaza", 34.45, 31.48, "PSE"},
      {"Ramallah", 35.2, 31.9, "PSE"},
      {"Nicosia's airport, in the buffer zone", 33.27, 35.15, "CYP"},
      {"Akrotiri", 32.98, 34.59, "CYP"},
      {"Lapta", 33.17, 35.33, "CYN"},
      {"Baikonur", 63.32, 45.62, "KAZ"},
      {"Guantanamo Bay's east side", -75.1, 19.93, "CUB"},
      {"Pristina", 21.16, 42.66, "XKX"},
      {"Hargeisa", 44.06, 9.56, "SOL"},
      {"Siachen", 77.1, 35.4, "KAS"},
      {"Kunashir", 145.9, 44.1, "RUS"},
      {"Taipei", 121.5, 25.0, "TWN"},
      {"Gibraltar, which the coarser details have no shape of", -5.345, 36.13, "GIB"},
      {"Singapore", 103.8, 1.35, "SGP"},
      {"the mouth of the Bosporus", 29.13, 41.22, "sea"},
      {"the Chukchi Peninsula beyond the antimeridian", -175.0, 66.5, "RUS"},
      {"the south pole", 0.0, -90.0, "ATA"},
  };
  for (const Row& row : rows) {
    INFO(row.place);
    CHECK(at(finest(), row.longitude, row.latitude) == row.a3);
  }
}

TEST_CASE("wherever all around is one country at 1:50 million, it is that at 1:10 million", "[basemap]") {
  std::size_t asked = 0;
  for (double latitude = -75; latitude < 80; latitude += 7.3) {
    for (double longitude = -179; longitude < 180; longitude += 9.7) {
      const std::string coarse = at(base_map(), longitude, latitude);
      bool clear = coarse != "sea";  // islets that only the fine detail has lie everywhere
      for (const auto& [dx, dy] : {std::pair{-0.4, 0.0}, {0.4, 0.0}, {0.0, -0.4}, {0.0, 0.4}})
        clear = clear && at(base_map(), longitude + dx, latitude + dy) == coarse;
      if (!clear) continue;
      ++asked;
      INFO(longitude << ", " << latitude);
      CHECK(at(finest(), longitude, latitude) == coarse);
    }
  }
  CHECK(asked > 150);
}

TEST_CASE("no coast of the fine detail runs along the antimeridian, where its source is cut", "[basemap]") {
  std::size_t along = 0;
  for (const Line& l : fine_detail().lines) {
    for (std::uint32_t i = l.first + 1; i < l.first + l.count; ++i) {
      const auto a = fine_detail().points[i - 1], b = fine_detail().points[i];
      if (std::abs(a.x) == 180 && std::abs(b.x) == 180 && std::abs(a.y - b.y) > 0.01) ++along;
    }
  }
  CHECK(along == 0);
}

TEST_CASE("disputed borders are flagged on the fine detail for the same reasons", "[basemap]") {
  const auto reasons_of = [](const Detail& detail) {
    std::set<int> found;
    for (const Line& l : detail.lines) found.insert(l.reason);
    return found;
  };
  CHECK(reasons_of(fine_detail()) == reasons_of(base_map().details.back()));
}

TEST_CASE("a fine detail that is damaged, cut short or of another map is refused", "[basemap]") {
  const auto& whole = fine_bytes();
  const auto refused = [&](std::span<const std::byte> bytes, const BaseMap& map) {
    const auto read = read_fine_detail(bytes, map);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().where.starts_with("world-10m.bin:"));
    return read.error().what;
  };
  auto bytes = whole;
  bytes.back() ^= std::byte{1};
  CHECK(refused(bytes, base_map()) == "expected bytes that match the checksum, found damaged ones");
  for (std::size_t size = 0; size < whole.size(); size += whole.size() / 40) refused(std::span(whole).first(size), base_map());
  BaseMap other = base_map();
  std::swap(other.countries[3], other.countries[4]);
  CHECK(refused(whole, other) == "expected the countries and reasons of world.bin, found others");
  CHECK(refused(std::as_bytes(std::span("GSWM of another kind")), base_map()) != "");
  CHECK_FALSE(read_basemap(whole).ok());  // nor is it a map by itself
}
