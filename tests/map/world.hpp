#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "map/basemap.hpp"
#include "map/cut.hpp"

namespace gs::test {

/// The real base map from world.bin in $GREENSILK_ASSETS, else build/native/assets, and the detail of world-10m.bin
/// beside it with its bytes. A missing or broken file fails the running test.
const BaseMap& base_map();
const std::vector<std::byte>& fine_bytes();
const Detail& fine_detail();
/// Lakes and rivers of every view, the rivers of near ones, and the bytes of their files.
const Detail& water_detail();
const Detail& fine_rivers();
const std::vector<std::byte>& water_bytes(const std::string& file);

/// A polygon of the base map: its exterior and its holes.
struct Land {
  std::string a3;
  std::vector<GeoRing> rings;
};

/// A detail of it, "110m" or "50m".
const std::vector<Land>& world(std::string_view detail);
const std::vector<GeoRing>& world_lines(std::string_view detail);

/// The largest polygon of a country.
const Land& largest(std::string_view a3);

/// Area of planar rings, even-odd, earth radii squared: exteriors clockwise count positive.
double planar_area(const ProjectedRings&);

/// The even-odd rule over all rings: covered(rings, p), or a Coverage where many points are asked.
bool covered(const ProjectedRings&, glm::dvec2);
class Coverage {
 public:
  explicit Coverage(const ProjectedRings&);
  bool operator()(glm::dvec2) const;

 private:
  struct Edge {
    glm::dvec2 a, b;
  };
  std::size_t row(double y) const;
  double low_ = 0, height_ = 1;
  std::vector<std::vector<Edge>> rows_;  // edges by the rows that they touch
};

/// Distance to the nearest edge of any ring.
double distance_to_edges(const ProjectedRings&, glm::dvec2);

/// Longest straight piece.
double longest_segment(const ProjectedRings&);
double longest_segment(const ProjectedLines&);

/// `count` points evenly over the sphere (Fibonacci lattice), lon/lat degrees.
std::vector<LonLat> sphere_points(int count);

/// Whether a place is on land, by spherical point-in-polygon.
bool on_land(const std::vector<Land>&, LonLat);

}  // namespace gs::test
