#include <cmath>
#include <cstdio>
#include <numbers>
#include <string>

#include "map/projection.hpp"

/// Prints where places lie in every projection, and where they are found again: a line each, name, longitude, latitude, x, y,
/// longitude, latitude. Run natively and, from WebAssembly, under Node; tests/projections.mjs compares the two.
namespace {

constexpr int kPlaces = 400;

void print(const std::string& name, const gs::Projector& projector) {
  for (int i = 0; i < kPlaces; ++i) {  // evenly over the sphere; whole millionths, for the two libraries' asin are not the same
    const double lat = std::round(std::asin(1.0 - (2.0 * i + 1.0) / kPlaces) * 180e6 / std::numbers::pi) * 1e-6;
    const double lon = std::remainder(i * 222.49223594996215, 360.0);
    glm::dvec2 plane{0, 0};
    if (!projector.forward(lon, lat, plane)) continue;
    const auto back = projector.inverse(plane);
    std::printf("%s %.17g %.17g %.17g %.17g %.17g %.17g\n", name.c_str(), lon, lat, plane.x, plane.y,
                back ? back->lon : 999.0, back ? back->lat : 999.0);
  }
}

}  // namespace

int main() {
  int rows = 0;
  for (const gs::ProjectionInfo& row : gs::projections()) {
    for (const gs::LonLat centre : {gs::LonLat{0, 0}, {105, 35}, {-170, -60}}) {
      const auto made = gs::Projector::create(row.id, centre.lon, centre.lat);
      if (!made) return 1;
      print(std::string(row.key) + "@" + std::to_string(static_cast<int>(centre.lon)), *made);
      ++rows;
    }
  }
  int n = 0;
  for (const char* text : {"+proj=igh +lon_0=20", "+proj=ob_tran +o_proj=moll +o_lat_p=40 +lon_0=60", "+proj=omerc +lat_0=40 +lonc=70 +alpha=60",
                           "+proj=bonne +lat_1=45", "+proj=airy +lat_0=30", "+proj=wag4"}) {
    const auto made = gs::Projector::create(text);
    if (!made) return 1;
    print("text@" + std::to_string(n++), *made);
  }
  return rows > 0 ? 0 : 1;
}
