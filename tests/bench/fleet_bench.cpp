#include <array>
#include <catch2/benchmark/catch_benchmark.hpp>
#include <catch2/catch_test_macros.hpp>

#include "bench/facts.hpp"
#include "bench/rates.hpp"
#include "model/uncertainty/quantiles.hpp"
#include "sim/plant_part.hpp"
#include "sim/rail_runs.hpp"
#include "sim/simulate.hpp"

/// All projects of the repository: their hours, their draws, a scenario's results.
namespace {

using namespace gs;
using bench::in_time;
using bench::portfolio;

constexpr Drawing kDrawing{1000, 1};

/// A plant whose response is there: what its year would be at the nodes costs nothing here.
double year_mwh(std::span<const double> x) { return 1e6 * x[0] * (x.size() > 1 ? 0.5 + 0.5 * x[1] : 1.0); }

/// The draws of a plant of sun or wind, as sim/plant_years.cpp draws them: two inputs through a response, as many that
/// multiply; and their P10 and P90.
double draw(const DrawSpace& space, const Project& project, const PlantYear& plant) {
  using model::Distribution;
  PlantDraws draws(space, model::stream_of("project:" + project.id));
  const std::array<Scale, 2> scales{
      Scale::of({Driver::wind_speed, Distribution::normal(1.0, 0.1).within(0.4, 1.8)}, 5),
      Scale::of({Driver::wind_shape, Distribution::normal(2.0, 0.2).within(1.2, 4.0)}, 3)};
  std::vector<PlantInput> multipliers;
  for (std::size_t i = 2; i < plant.all_drivers().size(); ++i)
    multipliers.push_back({plant.drivers[i].driver, Distribution::split_normal({0.95, 1.0, 1.04})});
  PlantPart part;
  believe(part, draws, scales, multipliers, year_mwh, {{0, 1}});
  return model::range_of_draws<Energy>(part.relative).low.base();
}

}  // namespace

TEST_CASE("a fleet") {
  BENCHMARK(in_time("hours, responses and 1,000 draws of all projects", 0.0)) {
    return FleetBuilder(portfolio(), kDrawing).finish().plants.size();
  };
  BENCHMARK(in_time("runs of all lines, there and back, and of the yards", 0.0)) {
    return build_rail_runs(portfolio())->lines.size();
  };
}

TEST_CASE("draws of all projects") {
  const auto fleet = build_fleet(portfolio(), kDrawing);
  const Scenario scenario{FactorMethod::ifi_combined_margin, 2026, GridPathway::stated, kDrawing};
  BENCHMARK(in_time("1,000 draws over all projects, with the saving's and the totals'", 500.0)) {
    const DrawSpace space(kDrawing);
    double sum = 0.0;
    for (std::size_t i = 0; i < fleet->plants.size(); ++i)
      if (!fleet->plants[i].relative.empty()) sum += draw(space, portfolio().projects[i], fleet->plants[i]);
    return sum + simulate(portfolio(), fleet, scenario).operating.avoided.low.base();
  };
  BENCHMARK(in_time("results of another method or year, of the same hours and draws", 0.0)) {
    return simulate(portfolio(), fleet, scenario).operating.avoided.low.base();
  };
}
