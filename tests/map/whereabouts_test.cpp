#include "map/whereabouts.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "map/sphere.hpp"
#include "map/world.hpp"

using namespace gs;
using namespace gs::test;

namespace {

Projector projector(const char* key, LonLat centre) {
  auto made = Projector::create(*projection_from_key(key), centre.lon, centre.lat);
  if (!made) FAIL(made.error().text());
  return std::move(made).value();
}

glm::dvec3 direction(glm::dvec2 degrees) { return unit_vector(glm::radians(degrees)); }

/// Where horizontal lines through a box cross edges, within the box; what lies left of it counts by its parity.
class Crossings {
 public:
  explicit Crossings(const Bounds& box) : box_(box), rows_(23), left_(23, 0) {}
  void edge(glm::dvec2 a, glm::dvec2 b) {
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const double y = box_.min.y + box_.size().y * (static_cast<double>(r) + 0.5) / static_cast<double>(rows_.size());
      if ((a.y > y) == (b.y > y)) continue;
      const double x = a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y));
      if (x < box_.min.x) left_[r] ^= 1;
      else if (x <= box_.max.x) rows_[r].push_back(x);
    }
  }
  void sort() {
    for (auto& row : rows_) std::sort(row.begin(), row.end());
  }
  std::size_t count() const {
    std::size_t n = 0;
    for (const auto& row : rows_) n += row.size();
    return n;
  }
  bool operator==(const Crossings& o) const { return rows_ == o.rows_ && left_ == o.left_; }
  bool same_inside(const Crossings& o) const { return rows_ == o.rows_; }

 private:
  Bounds box_;
  std::vector<std::vector<double>> rows_;
  std::vector<int> left_;
};

struct Drawn {
  Crossings land, lines;
};

Drawn draw(const Detail& detail, const Projector& p, const Bounds& box, const std::optional<Cap>& cap) {
  Drawn out{Crossings(box), Crossings(box)};
  Excerpt excerpt(detail, p.frame(), cap);
  Cutter cutter(p, 1e-5);
  ProjectedRings rings;
  for (std::size_t r = 0; r < detail.rings.size();)
    if (const auto polygon = excerpt.polygon(r); !polygon.empty()) cutter.polygon(polygon, rings);
  for (std::size_t r = 0; r < rings.ring_count(); ++r) {
    const auto ring = rings.ring(r);
    for (std::size_t i = 0; i < ring.size(); ++i) out.land.edge(ring[i], ring[(i + 1) % ring.size()]);
  }
  ProjectedLines lines;
  for (std::size_t l = 0; l < detail.lines.size(); ++l)
    excerpt.line(l, l % 3 == 0, [&](auto points) { cutter.line(points, false, lines); });
  for (std::size_t l = 0; l < lines.line_count(); ++l) {
    const auto line = lines.line(l);
    for (std::size_t i = 1; i < line.size(); ++i) out.lines.edge(line[i - 1], line[i]);
  }
  out.land.sort();
  out.lines.sort();
  return out;
}

}  // namespace

TEST_CASE("a stretch's cap holds its points and the arcs between them, and they make up the whole", "[whereabouts]") {
  for (const Detail& detail : base_map().details) {
    INFO(detail.name);
    std::size_t outside = 0, gaps = 0;
    for (std::size_t r = 0; r < detail.rings.size(); ++r) {
      const Ring& ring = detail.rings[r];
      std::uint32_t next = 0;
      const auto point = [&](std::uint32_t i) { return direction(detail.points[ring.first + i % ring.count]); };
      for (std::uint32_t s = detail.of_rings.start[r]; s < detail.of_rings.start[r + 1]; ++s) {
        const Stretch& stretch = detail.of_rings.stretches[s];
        gaps += stretch.first != next;
        next = stretch.first + stretch.count - 1;
        for (std::uint32_t i = stretch.first; i < next; ++i) {
          for (const glm::dvec3& p : {point(i), glm::normalize(point(i) + point(i + 1)), point(i + 1)}) {
            outside += angle_between(stretch.cap.axis, p) > stretch.cap.radius;
            outside += angle_between(detail.of_rings.whole[r].axis, p) > detail.of_rings.whole[r].radius;
          }
        }
      }
      gaps += next != ring.count;
    }
    CHECK(outside == 0);
    CHECK(gaps == 0);
  }
}

TEST_CASE("a cap of a part of the plane holds all that is seen there", "[whereabouts]") {
  for (const char* key : {"equal_earth", "mercator", "lcc_eurasia", "ortho", "winkel_tripel", "stereographic"}) {
    for (const LonLat at : {LonLat{29, 41}, {179.5, -17}, {-179, 66}, {100, 76}, {-60, -50}}) {
      const Projector p = projector(key, projection_info(*projection_from_key(key)).globe() ? at : LonLat{20, 0});
      glm::dvec2 middle{0, 0};
      if (!p.forward(at.lon, at.lat, middle)) continue;
      const Bounds box{middle - glm::dvec2(0.3, 0.17), middle + glm::dvec2(0.3, 0.17)};
      const auto cap = cap_of(p, box);
      INFO(key << " at " << at.lon << ", " << at.lat);
      REQUIRE(cap.has_value());
      std::size_t outside = 0, seen = 0;
      for (int j = 0; j <= 57; ++j) {
        for (int i = 0; i <= 57; ++i) {
          const auto place = p.inverse(box.min + box.size() * glm::dvec2(i, j) / 57.0);
          if (!place) continue;
          ++seen;
          outside += angle_between(cap->axis, direction({place->lon, place->lat})) > cap->radius;
        }
      }
      CHECK(seen > 400);
      CHECK(outside == 0);
    }
  }
  CHECK_FALSE(cap_of(projector("ortho", {0, 0}), {{0.5, 0.5}, {1.5, 1.5}}).has_value());
  CHECK_FALSE(cap_of(projector("equal_earth", {0, 0}), {{5, 5}, {6, 6}}).has_value());
}

TEST_CASE("within the view an excerpt of the map is the map, to the last bit", "[whereabouts]") {
  struct Place {
    const char* name;
    LonLat at;
    double half;  ///< of the view's width, earth radii
    bool land;    ///< some coast or border is in view
  };
  const Place places[] = {
      {"the Bosporus", {29, 41.1}, 0.1, true},
      {"Fiji, across the antimeridian", {179.9, -17}, 0.1, true},
      {"the Chukchi Peninsula", {-179, 67}, 0.15, true},
      {"the middle of Kazakhstan, no border in view", {67, 48}, 0.02, false},
      {"the middle of the Caspian Sea", {51, 41.8}, 0.01, false},
      {"the Pacific", {-130, -42}, 0.05, false},
      {"Ellesmere Island", {-80, 80}, 0.2, true},
      {"the Antarctic Peninsula", {-60, -66}, 0.2, true},
      {"Lesotho, a hole", {28.3, -29.6}, 0.03, true},
      {"Svalbard", {18, 78.5}, 0.1, true},
  };
  const Detail& detail = base_map().details.back();
  for (const char* key : {"equal_earth", "mercator", "lcc_eurasia", "ortho", "winkel_tripel", "lambert_area"}) {
    const bool globe = projection_info(*projection_from_key(key)).globe();
    for (const Place& place : places) {
      const Projector p = projector(key, globe ? place.at : LonLat{0, 0});
      glm::dvec2 middle{0, 0};
      if (!p.forward(place.at.lon, place.at.lat, middle)) continue;
      const Bounds box{middle - glm::dvec2(place.half, place.half * 0.6), middle + glm::dvec2(place.half, place.half * 0.6)};
      const auto cap = cap_of(p, box);
      INFO(key << ", " << place.name);
      REQUIRE(cap.has_value());
      const Drawn whole = draw(detail, p, box, std::nullopt), part = draw(detail, p, box, cap);
      CHECK(whole.land == part.land);
      CHECK(whole.lines.same_inside(part.lines));
      CHECK((whole.land.count() > 0) == place.land);
    }
  }
}

TEST_CASE("an excerpt of a small view is a small part of the map", "[whereabouts]") {
  const Detail& detail = base_map().details.back();
  const Projector p = projector("equal_earth", {0, 0});
  glm::dvec2 middle{0, 0};
  REQUIRE(p.forward(29, 41, middle));
  const auto cap = cap_of(p, {middle - glm::dvec2(0.05), middle + glm::dvec2(0.05)});
  Excerpt excerpt(detail, p.frame(), cap);
  std::size_t ring_points = 0, line_points = 0;
  for (std::size_t r = 0; r < detail.rings.size();)
    for (const GeoRing ring : excerpt.polygon(r)) ring_points += ring.size();
  for (std::size_t l = 0; l < detail.lines.size(); ++l) excerpt.line(l, false, [&](auto points) { line_points += points.size(); });
  CHECK(ring_points > 100);
  CHECK(ring_points < detail.points.size() / 25);
  CHECK(line_points > 100);
  CHECK(line_points < detail.points.size() / 50);
}
