#include "world.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <numbers>

#include <glm/geometric.hpp>

#include "map/sphere.hpp"

namespace gs::test {
namespace {

std::vector<std::byte> asset(const std::string& name) {
  const char* folder = std::getenv("GREENSILK_ASSETS");
  const std::string path = std::string(folder && *folder ? folder : "build/native/assets") + "/" + name;
  std::ifstream file(path, std::ios::binary);
  if (!file) FAIL(path << ": no such file (set GREENSILK_ASSETS)");
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto* bytes = reinterpret_cast<const std::byte*>(text.data());
  return {bytes, bytes + text.size()};
}

const Detail& detail_of(std::string_view name) {
  for (const Detail& detail : base_map().details) {
    if (detail.name == name) return detail;
  }
  FAIL("the base map has no detail " << name);
  return base_map().details.front();
}

std::vector<Land> read_lands(const Detail& detail) {
  std::vector<Land> lands;
  std::uint32_t last = ~0u;
  for (const Ring& ring : detail.rings) {
    if (lands.empty() || ring.polygon != last) lands.push_back({base_map().countries[ring.country].a3, {}});
    last = ring.polygon;
    lands.back().rings.push_back({detail.points.data() + ring.first, ring.count});
  }
  return lands;
}

double off_segment(glm::dvec2 a, glm::dvec2 b, glm::dvec2 p) {
  const glm::dvec2 d = b - a;
  const double d2 = glm::dot(d, d);
  const double t = d2 > 0 ? std::clamp(glm::dot(p - a, d) / d2, 0.0, 1.0) : 0.0;
  return glm::length(p - a - d * t);
}

template <class Visit>
void each_edge(const ProjectedRings& rings, Visit visit) {
  for (std::size_t r = 0; r < rings.ring_count(); ++r) {
    const auto ring = rings.ring(r);
    for (std::size_t i = 0; i < ring.size(); ++i) visit(ring[i], ring[i + 1 < ring.size() ? i + 1 : 0]);
  }
}

}  // namespace

const BaseMap& base_map() {
  static const BaseMap map = [] {
    Result<BaseMap> read = read_world([](std::string_view name) -> Result<std::string> {
      const auto bytes = asset(std::string(name));
      return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    });
    if (!read) FAIL(read.error().text());
    return std::move(*read);
  }();
  return map;
}

const std::vector<std::byte>& fine_bytes() {
  static const std::vector<std::byte> bytes = asset("world-10m.bin");
  return bytes;
}

const Detail& fine_detail() {
  static const Detail detail = [] {
    Result<Detail> read = read_fine_detail(fine_bytes(), base_map());
    if (!read) FAIL(read.error().text());
    return std::move(*read);
  }();
  return detail;
}

const std::vector<std::byte>& water_bytes(const std::string& file) {
  static std::map<std::string, std::vector<std::byte>> kept;
  std::vector<std::byte>& bytes = kept[file];
  if (bytes.empty()) bytes = asset(file);
  return bytes;
}

namespace {

Detail water_of(const std::string& file) {
  Result<Detail> read = read_water(water_bytes(file), file);
  if (!read) FAIL(read.error().text());
  return std::move(*read);
}

}  // namespace

const Detail& water_detail() {
  static const Detail detail = water_of("water.bin");
  return detail;
}

const Detail& fine_rivers() {
  static const Detail detail = water_of("water-10m.bin");
  return detail;
}

const std::vector<Land>& world(std::string_view detail) {
  static std::map<std::string, std::vector<Land>, std::less<>> kept;
  const auto found = kept.find(detail);
  if (found != kept.end()) return found->second;
  return kept.emplace(std::string(detail), read_lands(detail_of(detail))).first->second;
}

const std::vector<GeoRing>& world_lines(std::string_view name) {
  static std::map<std::string, std::vector<GeoRing>, std::less<>> kept;
  std::vector<GeoRing>& lines = kept[std::string(name)];
  const Detail& detail = detail_of(name);
  if (lines.empty()) {
    for (const Line& line : detail.lines) lines.push_back({detail.points.data() + line.first, line.count});
  }
  return lines;
}

const Land& largest(std::string_view a3) {
  const Land* best = nullptr;
  double area = 0;
  for (const Land& land : world("110m")) {
    if (land.a3 != a3 || ring_area(land.rings[0]) <= area) continue;
    area = ring_area(land.rings[0]);
    best = &land;
  }
  if (!best) FAIL("the base map has no " << a3);
  return *best;
}

double planar_area(const ProjectedRings& rings) {
  double twice = 0;
  each_edge(rings, [&](glm::dvec2 a, glm::dvec2 b) { twice += b.x * a.y - a.x * b.y; });
  return 0.5 * twice;
}

bool covered(const ProjectedRings& rings, glm::dvec2 p) { return Coverage(rings)(p); }

Coverage::Coverage(const ProjectedRings& rings) : rows_(512) {
  double high = -HUGE_VAL;
  low_ = HUGE_VAL;
  for (const glm::dvec2& p : rings.points) low_ = std::min(low_, p.y), high = std::max(high, p.y);
  height_ = std::max(high - low_, 1e-9);
  each_edge(rings, [&](glm::dvec2 a, glm::dvec2 b) {
    for (std::size_t r = row(std::min(a.y, b.y)); r <= row(std::max(a.y, b.y)); ++r) rows_[r].push_back({a, b});
  });
}

std::size_t Coverage::row(double y) const {
  const double at = (y - low_) / height_ * static_cast<double>(rows_.size());
  return static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(rows_.size() - 1)));
}

bool Coverage::operator()(glm::dvec2 p) const {
  bool inside = false;
  for (const auto& [a, b] : rows_[row(p.y)]) {
    if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y)) inside = !inside;
  }
  return inside;
}

double distance_to_edges(const ProjectedRings& rings, glm::dvec2 p) {
  double nearest = HUGE_VAL;
  each_edge(rings, [&](glm::dvec2 a, glm::dvec2 b) { nearest = std::min(nearest, off_segment(a, b, p)); });
  return nearest;
}

double longest_segment(const ProjectedRings& rings) {
  double longest = 0;
  each_edge(rings, [&](glm::dvec2 a, glm::dvec2 b) { longest = std::max(longest, glm::distance(a, b)); });
  return longest;
}

double longest_segment(const ProjectedLines& lines) {
  double longest = 0;
  for (std::size_t l = 0; l < lines.line_count(); ++l) {
    const auto line = lines.line(l);
    for (std::size_t i = 1; i < line.size(); ++i) longest = std::max(longest, glm::distance(line[i - 1], line[i]));
  }
  return longest;
}

std::vector<LonLat> sphere_points(int count) {
  std::vector<LonLat> out;
  const double golden = 360.0 * (std::numbers::phi - 1.0);
  for (int i = 0; i < count; ++i) {
    const double z = 1.0 - (2.0 * i + 1.0) / count;
    out.push_back({std::remainder(i * golden, 360.0), std::asin(z) * 180.0 / std::numbers::pi});
  }
  return out;
}

bool on_land(const std::vector<Land>& lands, LonLat at) {
  constexpr double kRad = std::numbers::pi / 180.0;
  static std::map<const Land*, double> radius;  // from the first vertex: a cheap reason to say no
  const glm::dvec3 u = unit_vector({at.lon * kRad, at.lat * kRad});
  for (const Land& land : lands) {
    const glm::dvec3 centre = unit_vector(land.rings[0][0] * kRad);
    double& reach = radius[&land];
    if (reach == 0) {
      for (const glm::dvec2& p : land.rings[0]) reach = std::max(reach, angle_between(centre, unit_vector(p * kRad)));
    }
    const bool may_hold = reach > 1.5 || angle_between(centre, u) <= reach + 1e-9;
    if (may_hold && contains(land.rings, at)) return true;
  }
  return false;
}

}  // namespace gs::test
