#include <catch2/benchmark/catch_benchmark.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <fstream>
#include <iterator>
#include <string>

#include "bench/facts.hpp"
#include "bench/rates.hpp"
#include "scene/geometry.hpp"

/// The map made anew for another centre: all of 1:50 million, cut and projected, at 1280 x 720.
using namespace gs;

namespace {

constexpr double kGoal_ms = 4.0;  ///< of the main thread: a map that turns at 60 frames a second leaves room for the rest

const BaseMap& base() {
  static const BaseMap map = [] {
    auto read = read_world([](std::string_view name) -> Result<std::string> {
      std::ifstream file("build/native/assets/" + std::string(name), std::ios::binary);
      return std::string{std::istreambuf_iterator<char>(file), {}};
    });
    if (!read) FAIL(read.error().text());
    return std::move(*read);
  }();
  return map;
}

struct Turning {
  Geometry geometry;
  ViewState view;
  Window window{{1280, 720}, 1.0, {}};
  double turned = 0.0;

  Turning(const char* projection, double zoom) {
    view.projection = projection;
    view.viewpoint = {60.0, 30.0, zoom};
  }
  std::size_t frame(bool moving) {
    turned += 1.7;
    view.viewpoint.longitude = view.lon_0 = std::remainder(60.0 + turned, 360.0);
    view.viewpoint.latitude = 30.0 + 20.0 * std::sin(0.1 * turned);
    const auto done = geometry.update({base(), nullptr}, bench::portfolio().routes, view, window, {moving});
    if (!done) FAIL(done.error().text());
    return geometry.land.points.size();
  }
};

}  // namespace

TEST_CASE("the map turns") {
  Turning globe("ortho", 1.6), flat("equal_earth", 1.05);
    WARN(globe.frame(true) << " points of land while it turns, at rest:");
  WARN(globe.frame(false) << " points of land on the globe, " << flat.frame(false) << " on the flat map");
  BENCHMARK(bench::in_time("the globe turned, 1:50 million", kGoal_ms)) { return globe.frame(false); };
  BENCHMARK(bench::in_time("the globe turned, while a hand is on it", kGoal_ms)) { return globe.frame(true); };
  BENCHMARK(bench::in_time("the flat map's middle meridian moved, 1:50 million", kGoal_ms)) { return flat.frame(false); };
}
