#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "model/climate/climate.hpp"
#include "model/numerics.hpp"
#include "model/pv/pv_year.hpp"
#include "model/uncertainty/quantiles.hpp"
#include "sim/plant_inputs.hpp"
#include "sim/plant_part.hpp"
#include "sim/runs.hpp"

/// The draws of a fleet come from responses fitted to about ten hourly runs a plant. Here every draw is an hourly run
/// of its own. Slow: tests/run --all.
using namespace gs;
using Catch::Matchers::WithinRel;
using model::Distribution;

namespace {

struct Plant {
  const Project& project;
  const Site& site;
  model::ClimateOfSite climate;
  model::Place place;
  std::uint64_t seed;
};

Plant plant_of(std::string_view id) {
  const Portfolio& p = test::repository_data().portfolio;
  const Project* project = p.project(id);
  const Site* site = p.site(id);
  REQUIRE((project && site));
  auto climate = climate_of(p, *project, *site);
  REQUIRE(climate.ok());
  return {*project, *site, std::move(climate).value(), place_of(*project, *site),
          model::stream_of("wind:" + std::string(id))};
}

const model::sun::SunHours& sun() {
  static const model::sun::SunHours year = model::sun::sun_year(2023);
  return year;
}

/// As the fleet draws them: inputs in their order, each from the next dimension.
std::vector<std::vector<double>> columns_of(const Plant& plant, std::span<const PlantInput> inputs) {
  const DrawSpace space{Drawing{}};
  PlantDraws draws(space, model::stream_of("project:" + plant.project.id));
  std::vector<std::vector<double>> columns;
  for (const PlantInput& input : inputs) columns.push_back(draws.next(input.distribution));
  return columns;
}

/// Energy of each draw over the best estimate, against the fleet's draws: each one, and P10, P50 and P90.
void compare(const Plant& plant, const std::vector<double>& energy, double best) {
  const Portfolio& p = test::repository_data().portfolio;
  const auto fleet = test::repository_fleet();
  const PlantYear& fitted = fleet->plants[static_cast<std::size_t>(&plant.project - p.projects.data())];
  REQUIRE(fitted.relative.size() == energy.size());
  REQUIRE(energy.size() >= 1000);
  CHECK_THAT(fitted.energy->base(), WithinRel(best, 1e-12));
  double worst = 0.0;
  for (std::size_t i = 0; i < energy.size(); ++i)
    worst = std::max(worst, std::fabs(static_cast<double>(fitted.relative[i]) * best / energy[i] - 1.0));
  const Range<Energy> full = model::range_of_draws<Energy>(energy);
  std::vector<double> draws(fitted.relative.begin(), fitted.relative.end());
  const Range<Energy> response = model::range_of_draws<Energy>(draws) * best;
  INFO(plant.project.id << ": P10 " << 100 * (response.low / full.low - 1) << " %, P50 "
                        << 100 * (response.best / full.best - 1) << " %, P90 " << 100 * (response.high / full.high - 1)
                        << " %, worst draw " << 100 * worst << " %");
  CHECK_THAT(response.low.base(), WithinRel(full.low.base(), 0.01));
  CHECK_THAT(response.best.base(), WithinRel(full.best.base(), 0.01));
  CHECK_THAT(response.high.base(), WithinRel(full.high.base(), 0.01));
}

Distribution about_one(double deviation) { return Distribution::normal(1.0, deviation).within(0.4, 1.8); }

void compare_sun(std::string_view id, model::pv::Mounting mounting) {
  const Plant plant = plant_of(id);
  const auto in = pv_inputs(test::repository_data().portfolio, plant.project, plant.site);
  REQUIRE(in.has_value());
  REQUIRE(in->plant.mounting == mounting);
  const auto year = model::synthetic_year(plant.climate.climate, plant.place, sun(), plant.seed);
  REQUIRE(year.ok());
  const auto energy_of = [&](model::pv::PvPlant made, double irradiation, double left) {
    model::WeatherYear weather = year->weather;
    for (model::Hourly* hours : {&weather.ghi, &weather.dni, &weather.dhi})
      for (double& value : *hours) value *= irradiation;
    made.losses[8].share = 1.0 - left;
    return numerics::sum(model::pv::pv_year(made, weather, sun()).power) * in->modules.base();
  };
  const double best = energy_of(in->plant, 1.0, 1.0);
  std::vector<PlantInput> inputs{{Driver::irradiation, about_one(plant.climate.ghi.deviation)}};
  inputs.insert(inputs.end(), in->losses.begin(), in->losses.end());
  const std::size_t multipliers = inputs.size();
  inputs.insert(inputs.end(), in->multipliers.begin(), in->multipliers.end());
  if (!in->mounting_known) {
    model::pv::PvPlant other = in->plant;
    other.mounting = mounting == model::pv::Mounting::fixed ? model::pv::Mounting::tracked : model::pv::Mounting::fixed;
    const double ratio = energy_of(other, 1.0, 1.0) / best;
    inputs.push_back({Driver::mounting, Distribution::split_normal({std::min(1.0, ratio), 1.0, std::max(1.0, ratio)})});
  }
  const auto columns = columns_of(plant, inputs);
  std::vector<double> energy;
  for (std::size_t i = 0; i < columns[0].size(); ++i) {
    double left = 1.0;
    for (std::size_t k = 1; k < multipliers; ++k) left *= columns[k][i];
    energy.push_back(energy_of(in->plant, columns[0][i], left));
    for (std::size_t k = multipliers; k < columns.size(); ++k) energy.back() *= columns[k][i];
  }
  compare(plant, energy, best);
}

void compare_wind(std::string_view id) {
  const Plant plant = plant_of(id);
  const auto in = wind_inputs(test::repository_data().portfolio, plant.project, plant.site);
  REQUIRE((in.has_value() && plant.climate.hub.has_value()));
  REQUIRE(in->turbine_known);
  const model::Climate hub = model::with_hub_wind(plant.climate);
  const model::wind::FarmTable table = model::wind::farm_table(in->farm);
  const auto energy_of = [&](double speed, double k) {
    model::Climate climate = hub;
    climate.weibull_k = k;
    auto year = model::synthetic_year(climate, plant.place, sun(), plant.seed);
    REQUIRE(year.ok());
    model::Hourly wind = year->weather.wind, share(model::kHours);
    for (double& value : wind) value *= speed;
    model::wind::farm_hours(table, wind, hub.wind_height_m, year->weather.temperature, share);
    return numerics::sum(share) * in->capacity.base();
  };
  const double k = hub.weibull_k, deviation = std::max(1e-6, plant.climate.hub->shape.deviation * k);
  std::vector<PlantInput> inputs{{Driver::wind_speed, about_one(plant.climate.hub->mean.deviation)},
                                 {Driver::wind_shape, Distribution::normal(k, deviation).within(1.2, 4.0)}};
  inputs.insert(inputs.end(), in->multipliers.begin(), in->multipliers.end());
  const auto columns = columns_of(plant, inputs);
  std::vector<double> energy;
  for (std::size_t i = 0; i < columns[0].size(); ++i) {
    energy.push_back(energy_of(columns[0][i], columns[1][i]));
    for (std::size_t m = 2; m < columns.size(); ++m) energy.back() *= columns[m][i];
  }
  compare(plant, energy, energy_of(1.0, k));
}

}  // namespace

TEST_CASE("P10 and P90 of fitted responses are those of an hourly run a draw: sun", "[.all][sim][data]") {
  compare_sun("al-dhafra-pv2", model::pv::Mounting::tracked);
  compare_sun("cauchari", model::pv::Mounting::tracked);
  compare_sun("noor-abu-dhabi", model::pv::Mounting::fixed);
}

TEST_CASE("P10 and P90 of fitted responses are those of an hourly run a draw: wind", "[.all][sim][data]") {
  compare_wind("zhanatas");
  compare_wind("helios-loma-blanca");
}
