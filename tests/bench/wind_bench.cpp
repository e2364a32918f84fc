#include <catch2/benchmark/catch_benchmark.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "bench/rates.hpp"
#include "model/numerics.hpp"
#include "model/wind/farm.hpp"

/// Hours of a wind farm, once its table is made; and the making of the table. The reference program (windpowerlib, with
/// density) takes 137 ms for a year.
namespace {

using namespace gs;
using model::wind::FarmTable;
using model::wind::WindFarm;

constexpr double kGoal_per_s = 60e6, kReference_per_s = model::kHours / 0.137;

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

}  // namespace

TEST_CASE("a wind farm's year") {
  const FarmTable table = model::wind::farm_table(WindFarm{});
  Year here = year();
  BENCHMARK(bench::per_second("wind", model::kHours, kGoal_per_s, kReference_per_s)) {
    model::wind::farm_hours(table, here.wind, 100.0, here.celsius, here.share);
    return here.share[4000];
  };
}

TEST_CASE("a wind farm's table") {
  for (const int turbines : {10, 100}) {
    WindFarm farm;
    farm.turbines = turbines;
    BENCHMARK(bench::in_time("table of a farm of " + std::to_string(turbines) + " turbines", 0.0)) {
      return model::wind::farm_table(farm).share[100];
    };
  }
}
