#include <benchmark/benchmark.h>

#include <vector>

#include "model/numerics.hpp"
#include "model/wind/farm.hpp"

/// Site-hours a second of a wind farm's year, once its table is made; and the making of the table.
namespace {

using namespace gs;
using model::wind::FarmTable;
using model::wind::WindFarm;

struct Year {
  std::vector<double> wind, celsius, share;
};

Year year() {
  Year made;
  const numerics::Draws draws(1);
  for (std::uint64_t hour = 0; hour < model::kHours; ++hour) {
    made.wind.push_back(14.0 * draws.uniform(2 * hour));
    made.celsius.push_back(40.0 * draws.uniform(2 * hour + 1) - 5.0);
  }
  made.share.resize(model::kHours);
  return made;
}

void wind_hours(benchmark::State& state) {
  const FarmTable table = model::wind::farm_table(WindFarm{});
  Year here = year();
  for (auto _ : state) {
    model::wind::farm_hours(table, here.wind, 100.0, here.celsius, here.share);
    benchmark::DoNotOptimize(here.share.data());
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * model::kHours);
}
BENCHMARK(wind_hours);

void wind_table(benchmark::State& state) {
  WindFarm farm;
  farm.turbines = static_cast<int>(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(model::wind::farm_table(farm).share.data());
}
BENCHMARK(wind_table)->Arg(10)->Arg(40)->Arg(100)->Unit(benchmark::kMillisecond);

}  // namespace
