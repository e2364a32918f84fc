// The relief as it is baked, and the lattice that carries it.
#include "map/relief.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <string>

#include "map/lattice.hpp"
#include "map/sphere.hpp"
#include "map/world.hpp"

using namespace gs;
using namespace gs::test;

namespace {

const Relief& relief() {
  static const Relief read = [] {
    Result<Relief> made = read_relief(water_bytes("relief.bin"));
    if (!made) FAIL(made.error().text());
    return std::move(*made);
  }();
  return read;
}

/// Root mean square of the shading in a box of degrees.
double rough(double west, double south, double east, double north) {
  double sum = 0;
  int n = 0;
  for (double lat = south; lat < north; lat += 0.1)
    for (double lon = west; lon < east; lon += 0.1, ++n) sum += relief().at({lon, lat}) * relief().at({lon, lat});
  return std::sqrt(sum / n);
}

/// Mean of the shading in a box of degrees.
double mean(double west, double south, double east, double north) {
  double sum = 0;
  int n = 0;
  for (double lat = south; lat < north; lat += 0.1)
    for (double lon = west; lon < east; lon += 0.1, ++n) sum += relief().at({lon, lat});
  return sum / n;
}

}  // namespace

TEST_CASE("mountains are rough, plains are smooth and the sea is flat", "[relief]") {
  const double himalaya = rough(80, 28.5, 88, 30), ganges = rough(80, 25.5, 86, 26.5);
  CHECK(himalaya > 0.15);
  CHECK(himalaya > 8 * ganges);
  CHECK(rough(9, 45.8, 12, 47) > 0.25);   // the Alps
  CHECK(rough(60, 56, 70, 60) < 0.05);    // the West Siberian Plain
  CHECK(rough(-160, -5, -140, 5) == 0.0);  // the Pacific, whose floor is not drawn
  CHECK(rough(50, 40, 51, 42) == 0.0);     // the Caspian
}

TEST_CASE("the light comes from the northwest", "[relief]") {
  CHECK(mean(82, 27.2, 88, 28.0) < -0.1);  // the Himalaya's southern face
  CHECK(mean(75, 43.0, 80, 43.3) > 0.1);   // the Tian Shan's northern face, by Almaty
}

TEST_CASE("the picture of the relief goes around the earth without a step", "[relief]") {
  const Relief::Level& l = relief().levels.front();
  CHECK(l.width == 2 * l.height);
  // Chukotka lies on both sides of 180 degrees: neighbours across it are as alike as those beside it.
  const auto apart = [&](double lon) {
    double sum = 0;
    for (double lat = 65.5; lat < 69; lat += 1.0 / 6.0)
      sum += std::abs(relief().at({lon + 1.0 / 12.0, lat}) - relief().at({lon - 1.0 / 12.0, lat}));
    return sum / 21;
  };
  CHECK(apart(180.0) < 1.5 * (apart(178.0) + apart(-178.0)) / 2 + 0.02);
  CHECK(apart(180.0) > 0.0);
}

TEST_CASE("each level of the relief is half of the one before and as strong", "[relief]") {
  REQUIRE(relief().levels.size() == 4);
  for (std::size_t i = 1; i < relief().levels.size(); ++i) {
    CHECK(relief().levels[i].width * 2 == relief().levels[i - 1].width);
    CHECK(relief().levels[i].height * 2 == relief().levels[i - 1].height);
    const auto strength = [](const Relief::Level& l) {
      double sum = 0;
      for (const std::uint8_t v : l.shade) sum += std::abs(v - 128);
      return sum / static_cast<double>(l.shade.size());
    };
    CHECK(strength(relief().levels[i]) > 0.8 * strength(relief().levels[i - 1]));
  }
}

TEST_CASE("bytes that are no relief are refused with offset and expectation", "[relief]") {
  const auto refused = [](std::span<const std::byte> bytes) {
    const auto read = read_relief(bytes);
    return read ? std::string("read") : read.error().text();
  };
  const auto& whole = water_bytes("relief.bin");
  CHECK(refused({}) == "relief.bin:0: expected the signature GSRL, found the end of the file");
  CHECK(refused(water_bytes("water.bin")) == "relief.bin:4: expected the signature GSRL at the start, found otherwise");
  CHECK(refused(std::span(whole).first(15)).starts_with("relief.bin:"));
  std::vector<std::byte> damaged = whole;
  damaged[damaged.size() / 3] ^= std::byte{4};
  CHECK(refused(damaged) == "relief.bin:16: expected bytes that match the checksum, found damaged ones");
  std::vector<std::byte> short_of_one(whole.begin(), whole.end() - 1);
  CHECK(refused(short_of_one).starts_with("relief.bin:16: expected"));
}

TEST_CASE("the lattice covers the map once, whatever the projection and its centre", "[relief][lattice]") {
  for (const ProjectionInfo& info : projections()) {
    for (const LonLat centre : {LonLat{60, 30}, LonLat{180, -40}, LonLat{-75, 89}}) {
      const auto projector = Projector::create(info.id, centre.lon, centre.lat);
      REQUIRE(projector);
      Lattice lattice;
      make_lattice(*projector, 400.0, std::nullopt, lattice);
      INFO(info.key << " around " << centre.lon << " " << centre.lat);
      REQUIRE(lattice.points.size() == lattice.directions.size());
      REQUIRE(!lattice.triangles.empty());
      // Places all over the map lie in a triangle, and where its corners say.
      int shown = 0, uncovered = 0, twice = 0, elsewhere = 0;
      for (const LonLat& place : sphere_points(160)) {
        const auto at = project_point(*projector, place);
        if (!at) continue;
        ++shown;
        int hits = 0;
        for (std::size_t t = 0; t < lattice.triangles.size(); t += 3) {
          const std::uint32_t* three = lattice.triangles.data() + t;
          const auto corner = [&](int k) { return glm::dvec2(lattice.points[three[k]]); };
          const glm::dvec2 a = corner(0), b = corner(1) - a, c = corner(2) - a, p = *at - a;
          const double area = b.x * c.y - b.y * c.x;
          if (std::abs(area) < 1e-14) continue;
          const double u = (p.x * c.y - p.y * c.x) / area, v = (b.x * p.y - b.y * p.x) / area;
          if (u < 0 || v < 0 || u + v > 1) continue;
          ++hits;
          const auto share = [&](int k, double of) { return lattice.directions[three[k]] * static_cast<float>(of); };
          const glm::dvec3 says(glm::normalize(share(0, 1 - u - v) + share(1, u) + share(2, v)));
          const glm::dvec2 lam_phi = glm::degrees(lam_phi_of(says));
          const auto back = project_point(*projector, {lam_phi.x, lam_phi.y});
          // Earth radii: two px of this map, more where it stretches.
          elsewhere += back && glm::distance(*back, *at) > 0.005 * std::max(1.0, glm::dot(*at, *at));
        }
        uncovered += hits == 0;
        twice += hits > 1;
      }
      CHECK(shown > 40);
      CHECK(uncovered * 25 <= shown);  // a place at the very edge may lie outside the last chord
      CHECK(twice == 0);
      CHECK(elsewhere * 20 <= shown);
    }
  }
}

TEST_CASE("no triangle of the lattice crosses the map's edge", "[relief][lattice]") {
  for (const char* key : {"equal_earth", "mollweide", "ortho", "stereographic", "mercator"}) {
    const auto projector = Projector::create(*projection_from_key(key), 150.0, 20.0);
    REQUIRE(projector);
    Lattice lattice;
    make_lattice(*projector, 400.0, std::nullopt, lattice);
    float widest = 0;
    for (std::size_t t = 0; t < lattice.triangles.size(); t += 3)
      for (std::size_t k = 0; k < 3; ++k)
        widest = std::max(widest, glm::distance(lattice.directions[lattice.triangles[t + k]],
                                                lattice.directions[lattice.triangles[t + (k + 1) % 3]]));
    INFO(key);
    CHECK(widest < 0.12f);  // on the earth, radians: a cell's diagonal and no more
  }
}

TEST_CASE("near by the lattice has only the cells in view", "[relief][lattice]") {
  for (const char* key : {"equal_earth", "ortho"}) {
    const auto projector = Projector::create(*projection_from_key(key), 80.0, 30.0);
    REQUIRE(projector);
    const Cap view{unit_vector(glm::radians(glm::dvec2(85, 28))), 0.1};
    Lattice all, part;
    make_lattice(*projector, 6400.0, std::nullopt, all);
    make_lattice(*projector, 6400.0, view, part);
    CHECK(part.triangles.size() > 20);
    CHECK(part.triangles.size() * 10 < all.triangles.size());
    for (const glm::vec3& d : part.directions) CHECK(glm::distance(d, glm::vec3(view.axis)) < 0.1f + 0.1f);
  }
}
