#include <catch2/benchmark/catch_benchmark.hpp>
#include <catch2/catch_test_macros.hpp>

#include "bench/rates.hpp"
#include "model/climate/climate.hpp"

/// A site's synthetic year: once a site when a page starts; with beam and diffuse of the months known, and without.
TEST_CASE("a synthetic year") {
  using namespace gs::model;
  const sun::SunHours sun = sun::sun_year(2023);
  Climate climate;
  climate.ghi = {4.1, 4.9, 5.7, 6.4, 7.1, 7.1, 6.4, 6.3, 6.0, 5.3, 4.4, 3.9};
  climate.temperature = {20, 21, 24, 28, 32, 35, 37, 37, 35, 31, 27, 23};
  climate.wind.fill(7.0);
  const Place place{24.2, 54.5, 110.0};
  std::uint64_t seed = 0;
  BENCHMARK(gs::bench::in_time("synthetic year of a site", 0.0)) {
    return synthetic_year(climate, place, sun, ++seed).ok();
  };
  climate.dhi = {1.8, 2.1, 2.6, 2.9, 3.1, 3.2, 3.4, 3.2, 2.7, 2.2, 1.8, 1.7};
  BENCHMARK(gs::bench::in_time("synthetic year of a site, diffuse light known", 0.0)) {
    return synthetic_year(climate, place, sun, ++seed).ok();
  };
}
