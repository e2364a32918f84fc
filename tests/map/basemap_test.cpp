#include "map/basemap.hpp"
#include "map/sphere.hpp"
#include "map/world.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <glm/geometric.hpp>
#include <iterator>
#include <set>
#include <string>

namespace {

std::vector<std::byte> asset(const std::string& name) {
  const char* asked = std::getenv("GREENSILK_ASSETS");
  const std::string path = (asked && *asked ? std::string(asked) : std::string("build/native/assets")) + "/" + name;
  std::ifstream file(path, std::ios::binary);
  INFO("the baked file " << path << " (set GREENSILK_ASSETS)");
  REQUIRE(file.good());
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto* bytes = reinterpret_cast<const std::byte*>(text.data());
  return {bytes, bytes + text.size()};
}

const std::vector<std::byte>& world_bytes() {
  static const std::vector<std::byte> bytes = asset("world.bin");
  return bytes;
}

const gs::BaseMap& world() { return gs::test::base_map(); }

/// ISO code of the country at a place, the base map's code for a shape that has none, "sea" for no country.
std::string at(double longitude, double latitude) {
  const auto found = gs::country_at(world(), longitude, latitude);
  if (!found) return "sea";
  const gs::Country& c = world().countries[*found];
  return c.iso3.empty() ? c.a3 : c.iso3;
}

std::size_t index_of(const std::string& iso3) {
  const auto found = gs::find_country(world(), iso3);
  REQUIRE(found.has_value());
  return *found;
}

constexpr double kDegree = 3.14159265358979323846 / 180;

glm::dvec3 direction(glm::dvec2 degrees) { return gs::unit_vector(degrees * kDegree); }

/// Area on the right hand of a ring, unit sphere; straight edges in longitude and sine of latitude.
double area_on_the_right(const gs::Detail& detail, const gs::Ring& ring) {
  double sum = 0, turn = 0;
  for (std::uint32_t i = 0; i < ring.count; ++i) {
    const auto a = detail.points[ring.first + i], b = detail.points[ring.first + (i + 1) % ring.count];
    const double dx = std::remainder(b.x - a.x, 360.0) * kDegree;
    turn += dx;
    sum += dx * (std::sin(a.y * kDegree) + std::sin(b.y * kDegree)) / 2;
  }
  return std::abs(turn) > 3 ? sum + turn : sum;
}

/// The checksum of the format, to reach the reader behind it with damaged bytes.
void set_checksum(std::vector<std::byte>& bytes) {
  std::uint32_t crc = 0xffffffffu;
  for (std::size_t i = 20; i < bytes.size(); ++i) {
    crc ^= std::to_integer<std::uint32_t>(bytes[i]);
    for (int k = 0; k < 8; ++k) crc = (crc & 1) ? (crc >> 1) ^ 0xedb88320u : crc >> 1;
  }
  for (std::size_t i = 0; i < 4; ++i) bytes[16 + i] = static_cast<std::byte>(~crc >> (8 * i));
}

std::uint32_t number_at(const std::vector<std::byte>& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8 | std::to_integer<std::uint32_t>(bytes[at + i]);
  return value;
}

void set_number(std::vector<std::byte>& bytes, std::size_t at, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<std::byte>(value >> (8 * i));
}

}  // namespace

TEST_CASE("the base map has two details, the finer one with more points", "[basemap]") {
  REQUIRE(world().details.size() == 2);
  CHECK(world().details[0].name == "110m");
  CHECK(world().details[1].name == "50m");
  CHECK(world().details[0].points.size() > 10'000);
  CHECK(world().details[1].points.size() > 5 * world().details[0].points.size());
}

TEST_CASE("every range lies inside the points, every index inside its table", "[basemap]") {
  for (const gs::Detail& detail : world().details) {
    INFO(detail.name);
    std::size_t wrong = 0;
    for (const gs::Ring& r : detail.rings)
      if (r.count < 3 || r.first + r.count > detail.points.size() || r.country >= world().countries.size()) ++wrong;
    for (const gs::Line& l : detail.lines) {
      const bool has_reason = l.reason >= 0 && static_cast<std::size_t>(l.reason) < world().reasons.size();
      if (l.count < 2 || l.first + l.count > detail.points.size()) ++wrong;
      if (has_reason != (l.kind == gs::LineKind::disputed)) ++wrong;
    }
    for (const auto& p : detail.points)
      if (std::abs(p.x) > 180 || std::abs(p.y) > 90) ++wrong;
    CHECK(wrong == 0);
  }
}

TEST_CASE("a place lies in the country that an atlas gives", "[basemap]") {
  struct Row {
    const char* place;
    double longitude, latitude;
    const char* iso3;
  };
  const Row rows[] = {
      {"Astana", 71.43, 51.13, "KAZ"},
      {"Al Dhafra solar power station", 54.514, 24.146, "ARE"},
      {"the same, one turn further", 414.514, 24.146, "ARE"},
      {"Beijing", 116.4, 39.9, "CHN"},
      {"Nairobi", 36.82, -1.29, "KEN"},
      {"Pristina", 21.16, 42.66, "XKX"},
      {"Hargeisa, in a shape without a code", 44.06, 9.56, "SOL"},
      {"Simferopol, where the source follows the United Nations", 34.1, 44.95, "UKR"},
      {"Maseru's plain, a hole in South Africa", 28.2, -29.5, "LSO"},
      {"Johannesburg, around that hole", 28.0, -26.2, "ZAF"},
      {"the upper Anadyr, west of the antimeridian", 174.0, 66.0, "RUS"},
      {"Chukchi Peninsula, east of it", -175.0, 66.5, "RUS"},
      {"on the antimeridian", 180.0, 67.5, "RUS"},
      {"on the antimeridian, written the other way", -180.0, 67.5, "RUS"},
      {"Wrangel Island, east side", -179.5, 71.2, "RUS"},
      {"Wrangel Island, west side", 179.95, 71.2, "RUS"},
      {"Viti Levu", 178.0, -17.8, "FJI"},
      {"Vanua Levu", 179.2, -16.6, "FJI"},
      {"the south pole", 0.0, -90.0, "ATA"},
      {"near it, by the antimeridian", 179.99, -86.0, "ATA"},
      {"and on the other side", -179.99, -86.0, "ATA"},
      {"the north pole", 10.0, 90.0, "sea"},
      {"where longitude and latitude are zero", 0.0, 0.0, "sea"},
      {"the Caspian Sea", 51.0, 42.0, "sea"},
      {"the Bering Sea on the antimeridian", 180.0, 60.0, "sea"},
      {"the Pacific by Fiji's antimeridian", 180.0, -25.0, "sea"},
  };
  for (const Row& row : rows) {
    INFO(row.place);
    CHECK(at(row.longitude, row.latitude) == row.iso3);
  }
}

TEST_CASE("exterior rings have their country on the right hand, holes on the left", "[basemap]") {
  for (const gs::Detail& detail : world().details) {
    INFO(detail.name);
    std::size_t wrong = 0;
    double land = 0;
    for (const gs::Ring& r : detail.rings) {
      const double area = area_on_the_right(detail, r);
      if ((area > 0) == r.hole) ++wrong;
      land += area;
    }
    CHECK(wrong == 0);
    // The earth's land is 29.2 % of its surface (148.9 million km2 of 510.1); the coarse coast is allowed 2 %.
    const double share = land / (4 * 180 * kDegree);
    CHECK(share > 0.286);
    CHECK(share < 0.298);
  }
}

TEST_CASE("lines follow no edge of the source's sheet", "[basemap]") {
  for (const gs::Detail& detail : world().details) {
    std::size_t along_the_antimeridian = 0;
    for (const gs::Line& l : detail.lines)
      for (std::uint32_t i = l.first + 1; i < l.first + l.count; ++i) {
        const auto a = detail.points[i - 1], b = detail.points[i];
        if (std::abs(a.x) == 180 && std::abs(b.x) == 180 && std::abs(a.y - b.y) > 0.5) ++along_the_antimeridian;
      }
    INFO(detail.name);
    CHECK(along_the_antimeridian == 0);
  }
}

TEST_CASE("an edge drawn as a great-circle arc stays where the source draws it straight", "[basemap]") {
  for (const gs::Detail& detail : world().details) {
    double farthest = 0;
    for (const gs::Line& l : detail.lines)
      for (std::uint32_t i = l.first + 1; i < l.first + l.count; ++i) {
        const auto a = detail.points[i - 1], b = detail.points[i];
        const glm::dvec2 middle{a.x + std::remainder(b.x - a.x, 360.0) / 2, (a.y + b.y) / 2};
        const glm::dvec3 across = glm::cross(direction(a), direction(b));
        const double sine = glm::dot(across, direction(middle)) / glm::length(across);
        farthest = std::max(farthest, std::abs(std::asin(sine)) / kDegree);
      }
    INFO(detail.name << ", degrees across the arc");
    CHECK(farthest > 0);
    CHECK(farthest < 0.006);
  }
}

TEST_CASE("coasts, borders and disputed borders are told apart", "[basemap]") {
  for (const gs::Detail& detail : world().details) {
    std::set<gs::LineKind> kinds;
    std::set<std::string> reasons;
    for (const gs::Line& l : detail.lines) {
      kinds.insert(l.kind);
      if (l.kind == gs::LineKind::disputed) reasons.insert(world().reasons[static_cast<std::size_t>(l.reason)]);
    }
    INFO(detail.name);
    CHECK(kinds.size() == 3);
    CHECK(reasons.contains("Kosovo: status disputed"));
    CHECK(reasons.contains("Line of Control and working boundary in Jammu and Kashmir"));
  }
}

TEST_CASE("the table of countries is whole", "[basemap]") {
  CHECK(world().countries.size() > 235);
  std::set<std::string> codes;
  for (const gs::Country& c : world().countries) {
    INFO(c.a3);
    CHECK(codes.insert(c.a3).second);
    CHECK(c.iso3.empty() == c.iso2.empty());
    CHECK_FALSE(c.names[0].empty());
    if (!c.iso3.empty())
      for (const std::string& name : c.names) CHECK_FALSE(name.empty());
  }
  const gs::Country& kazakhstan = world().countries[index_of("KAZ")];
  CHECK(kazakhstan.iso2 == "KZ");
  CHECK(kazakhstan.name(gs::NameLanguage::en) == "Kazakhstan");
  CHECK(kazakhstan.name(gs::NameLanguage::zh) == "哈萨克斯坦");
  CHECK(kazakhstan.name(gs::NameLanguage::ru) == "Казахстан");
  CHECK(kazakhstan.name(gs::NameLanguage::ar) == "كازاخستان");
  CHECK(kazakhstan.area_km2 > 2.65e6);  // 2,724,902 km2 by the country's statistics
  CHECK(kazakhstan.area_km2 < 2.80e6);
  for (const gs::Country& c : world().countries)
    if (c.a3 == "SOL") CHECK(c.name(gs::NameLanguage::zh) == "Somaliland");
}

TEST_CASE("Ember's averages are plausible where they are and blank where they are not", "[basemap]") {
  std::size_t known = 0;
  for (const gs::Country& c : world().countries) {
    if (!c.ember_g_per_kwh) continue;
    ++known;
    INFO(c.a3);
    CHECK(*c.ember_g_per_kwh >= 0);
    CHECK(*c.ember_g_per_kwh < 1400);  // the dirtiest, Turkmenistan's, is 1306
  }
  CHECK(known > 200);
  CHECK_FALSE(world().countries[index_of("ATA")].ember_g_per_kwh.has_value());
  const auto& kazakhstan = world().countries[index_of("KAZ")].ember_g_per_kwh;
  const auto& norway = world().countries[index_of("NOR")].ember_g_per_kwh;
  CHECK(world().countries[index_of("KAZ")].ember_year > 2020);
  REQUIRE(kazakhstan.has_value());
  REQUIRE(norway.has_value());
  CHECK(*kazakhstan > 10 * *norway);
}

TEST_CASE("every part of the map names its source", "[basemap]") {
  CHECK(world().provenance.size() >= 3);
  for (const gs::MapSource& s : world().provenance) {
    INFO(s.what);
    for (const std::string* text : {&s.what, &s.package, &s.version, &s.licence, &s.data_licence, &s.attribution})
      CHECK_FALSE(text->empty());
  }
}

TEST_CASE("a country's label stands in the country", "[basemap]") {
  gs::BaseMap all = world();
  all.details.push_back(gs::test::fine_detail());  // Gibraltar and a few more have a shape there only
  for (std::size_t i = 0; i < world().countries.size(); ++i) {
    const gs::Country& c = world().countries[i];
    if (c.area_km2 == 0) continue;
    INFO(c.a3 << " at " << c.label.x << ", " << c.label.y);
    double km = gs::distance_to_country_km(world(), i, c.label.x, c.label.y);
    if (std::isinf(km)) km = gs::distance_to_country_km(all, i, c.label.x, c.label.y);
    // Labels are rounded to 0.01 degree, which leaves an islet.
    CHECK(km < (c.area_km2 > 500 ? 0.001 : 1.0));
  }
}

TEST_CASE("distance to a country is nothing inside and the way on the sphere outside", "[basemap]") {
  CHECK(gs::distance_to_country_km(world(), index_of("KAZ"), 71.43, 51.13) == 0.0);
  CHECK(gs::distance_to_country_km(world(), index_of("RUS"), -175.0, 66.5) == 0.0);
  // Along the meridian of 71.43 degrees east from Astana the border with Russia is near 54.1 degrees north: 3 degrees.
  const double to_russia = gs::distance_to_country_km(world(), index_of("RUS"), 71.43, 51.13);
  CHECK(to_russia > 250);
  CHECK(to_russia < 350);
  // From the north pole the nearest of Greenland is its north cape at 83.6 degrees: 6.4 degrees of 111.19 km.
  const double to_greenland = gs::distance_to_country_km(world(), index_of("GRL"), 0, 90);
  CHECK(to_greenland > 700);
  CHECK(to_greenland < 725);
}

TEST_CASE("bytes that are not a base map are refused with offset and expectation", "[basemap]") {
  CHECK(gs::read_basemap({}).error().text() == "world.bin:0: expected the signature GSWM, found the end of the file");
  auto bytes = world_bytes();
  bytes[0] = std::byte{'X'};
  CHECK(gs::read_basemap(bytes).error().text() ==
        "world.bin:4: expected the signature GSWM at the start, found otherwise");
  bytes = world_bytes();
  bytes[4] = std::byte{9};
  CHECK(gs::read_basemap(bytes).error().text() == "world.bin:6: expected version 1, found 9");
  bytes = world_bytes();
  bytes.back() ^= std::byte{1};
  CHECK(gs::read_basemap(bytes).error().what == "expected bytes that match the checksum, found damaged ones");
  bytes = world_bytes();
  bytes.push_back(std::byte{0});
  CHECK_FALSE(gs::read_basemap(bytes).ok());
}

TEST_CASE("a base map cut short anywhere is refused", "[basemap]") {
  const auto& whole = world_bytes();
  std::size_t accepted = 0;
  for (std::size_t size = 0; size < whole.size(); size += 97)
    if (gs::read_basemap(std::span(whole).first(size)).ok()) ++accepted;
  CHECK(accepted == 0);
  // The same with sizes and checksum that match, so that the reader itself meets the end.
  const std::size_t body = 20 + number_at(whole, 8);
  for (std::size_t size = body; size < whole.size(); size += 97 * 61) {
    std::vector<std::byte> cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    set_number(cut, 12, static_cast<std::uint32_t>(size - body));
    set_checksum(cut);
    const auto read = gs::read_basemap(cut);
    INFO(size);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().where.starts_with("world.bin:"));
    CHECK(read.error().what.find("found") != std::string::npos);
  }
}

TEST_CASE("a base map with wrong bytes and a right checksum is read or refused, never crashes", "[basemap]") {
  const auto& whole = world_bytes();
  std::size_t refused = 0, tried = 0;
  std::uint64_t random = 20261124;
  for (int i = 0; i < 240; ++i) {
    auto bytes = whole;
    for (int k = 0; k < 1 + i % 4; ++k) {
      random = random * 6364136223846793005u + 1442695040888963407u;
      // A third of the blows fall on the header, which is only a sixth of the file.
      const std::size_t range = i % 3 == 0 ? number_at(whole, 8) : bytes.size() - 20;
      bytes[20 + (random >> 33) % range] ^= static_cast<std::byte>(1 + (random >> 20) % 255);
    }
    set_checksum(bytes);
    ++tried;
    const auto read = gs::read_basemap(bytes);
    if (read.ok()) continue;
    ++refused;
    CHECK_FALSE(read.error().where.empty());
    CHECK(read.error().what.starts_with("expected"));
  }
  CHECK(tried == 240);
  CHECK(refused > 0);
}
