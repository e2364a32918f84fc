#include <benchmark/benchmark.h>

#include "model/climate/climate.hpp"

/// A site's synthetic year: once a site when a page starts; with beam and diffuse of the months known, and without.
namespace {

using namespace gs::model;

void synthetic_year(benchmark::State& state) {
  const sun::SunHours sun = sun::sun_year(2023);
  Climate climate;
  climate.ghi = {4.1, 4.9, 5.7, 6.4, 7.1, 7.1, 6.4, 6.3, 6.0, 5.3, 4.4, 3.9};
  climate.temperature = {20, 21, 24, 28, 32, 35, 37, 37, 35, 31, 27, 23};
  climate.wind.fill(7.0);
  if (state.range(0) == 1) climate.dhi = {1.8, 2.1, 2.6, 2.9, 3.1, 3.2, 3.4, 3.2, 2.7, 2.2, 1.8, 1.7};
  std::uint64_t seed = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(gs::model::synthetic_year(climate, {24.2, 54.5, 110}, sun, ++seed).ok());
  state.SetItemsProcessed(state.iterations() * kHours);
}
BENCHMARK(synthetic_year)->ArgName("diffuse_known")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace
