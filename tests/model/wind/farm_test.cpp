#include "model/wind/farm.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>

#include "model/numerics.hpp"
#include "model/wind/air.hpp"
#include "model/wind/parametric.hpp"

using namespace gs;
using namespace gs::model::wind;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// A year of Rayleigh winds in no order and of temperatures around `celsius`.
model::WeatherYear weather(double mean, double celsius, double height = 100.0) {
  model::WeatherYear year;
  const numerics::Draws draws(1);
  for (int hour = 0; hour < model::kHours; ++hour) {
    const auto at = static_cast<std::uint64_t>(hour);
    year.wind.push_back(mean / std::sqrt(M_PI / 4.0) * std::sqrt(-std::log(draws.uniform(2 * at))));
    year.temperature.push_back(celsius + 20.0 * (draws.uniform(2 * at + 1) - 0.5));
  }
  year.wind_height_m = height;
  return year;
}

double mean_share(const WindFarm& farm, const model::WeatherYear& year) {
  std::vector<double> share(model::kHours);
  wind_year(farm, year, share);
  for (const double each : share) CHECK_FALSE((each < 0.0 || each > 1.0 || std::isnan(each)));
  return numerics::sum(share) / model::kHours;
}

WindFarm lone() {
  WindFarm farm;
  farm.turbines = 1;
  farm.availability = farm.electrical = farm.performance = 1.0;
  farm.turbulence_intensity = 0.0;
  return farm;
}

}  // namespace

TEST_CASE("a lone turbine without losses follows its curve in the air of the hour", "[model][wind]") {
  const struct {
    const char* says;
    double turbulence, worst, mean;
  } rows[] = {{"a smoothed curve", 0.12, 3e-3, 3e-4}, {"a curve with corners", 0.0, 1e-2, 5e-4}};
  for (const auto& row : rows) {
    WindFarm farm = lone();
    farm.altitude_m = 1200.0;
    farm.turbulence_intensity = row.turbulence;
    const PowerCurve curve = smoothed_curve(farm);
    const FarmTable table = farm_table(farm);
    const double pressure = standard_pressure(farm.altitude_m + farm.hub_m);
    double worst = 0.0, sum = 0.0;
    int points = 0;
    for (double celsius = -37.0; celsius < 50.0; celsius += 6.3)
      for (double speed = 3.5; speed < 24.0; speed += 0.173) {
        const double density = density_ideal_gas(pressure, temperature_at(farm.hub_m, celsius + kZeroCelsius, 2.0));
        const double exact = power_at(curve, speed, density) / (farm.turbine_mw * 1e6);
        const double apart = std::fabs(farm_share(table.share.data(), speed, celsius) - exact);
        worst = std::max(worst, apart), sum += apart, ++points;
      }
    INFO(row.says << ": worst " << worst << ", mean " << sum / points);
    CHECK(worst < row.worst);
    CHECK(sum / points < row.mean);
  }
}

TEST_CASE("an hour is the same in four lanes as alone", "[model][wind]") {
  const model::WeatherYear year = weather(8.0, 10.0);
  const FarmTable table = farm_table(WindFarm{});
  std::vector<double> lanes(model::kHours), alone(1);
  farm_hours(table, year.wind, 100.0, year.temperature, lanes);
  int differ = 0;
  for (std::size_t hour = 0; hour < lanes.size(); ++hour) {
    farm_hours(table, std::span(year.wind).subspan(hour, 1), 100.0, std::span(year.temperature).subspan(hour, 1),
               alone);
    differ += alone[0] != lanes[hour];
  }
  CHECK(differ == 0);
}

TEST_CASE("calm and storm deliver nothing, whatever the temperature", "[model][wind]") {
  const FarmTable table = farm_table(WindFarm{});
  for (const double celsius : {-80.0, -60.0, 0.0, 60.0, 80.0}) {
    CHECK(farm_share(table.share.data(), 0.0, celsius) == 0.0);
    CHECK_THAT(farm_share(table.share.data(), 45.0, celsius), WithinAbs(0.0, 1e-6));
    CHECK_THAT(farm_share(table.share.data(), 90.0, celsius), WithinAbs(0.0, 1e-6));
    CHECK(farm_share(table.share.data(), 15.0, celsius) > 0.7);
  }
}

TEST_CASE("what lowers a farm's year and what raises it", "[model][wind]") {
  const model::WeatherYear year = weather(8.0, 10.0);
  const WindFarm usual;
  const double share = mean_share(usual, year);
  INFO(share);
  CHECK((share > 0.3 && share < 0.5));
  struct Change {
    const char* says;
    void (*make)(WindFarm&);
    bool more;
  };
  const Change changes[] = {
      {"closer rows", [](WindFarm& f) { f.spacing_in_row = 3.0, f.spacing_of_rows = 4.0; }, false},
      {"wider rows", [](WindFarm& f) { f.spacing_of_rows = 12.0; }, true},
      {"fewer turbines", [](WindFarm& f) { f.turbines = 4; }, true},
      {"a hundred turbines", [](WindFarm& f) { f.turbines = 100; }, false},
      {"thin air", [](WindFarm& f) { f.altitude_m = 3000.0; }, false},
      {"a larger rotor", [](WindFarm& f) { f.rotor_m = 140.0; }, true},
      {"a larger generator", [](WindFarm& f) { f.turbine_mw = 4.0; }, false},
      {"no losses", [](WindFarm& f) { f.availability = f.electrical = f.performance = 1.0; }, true},
      {"a higher hub", [](WindFarm& f) { f.hub_m = 120.0; }, true},
      {"a narrow wake", [](WindFarm& f) { f.wake_decay = 0.03; }, false},
      {"an early cut-out", [](WindFarm& f) { f.cut_out_ms = 15.0; }, false},
  };
  for (const Change& change : changes) {
    INFO(change.says);
    WindFarm farm = usual;
    change.make(farm);
    CHECK((mean_share(farm, year) > share) == change.more);
  }
  CHECK(mean_share(usual, weather(8.0, 35.0)) < share);
  CHECK(mean_share(usual, weather(9.0, 10.0)) > share);
  CHECK(mean_share(usual, weather(8.0, 10.0, 50.0)) > share);
}

TEST_CASE("wakes cost most in weak wind and nothing to a lone turbine", "[model][wind]") {
  WindFarm farm;
  const PowerCurve curve = parametric_curve({farm.turbine_mw * 1e6, farm.rotor_m});
  const double speeds[] = {2.0, 5.0, 8.0, 10.0, 15.0, 22.0, 30.0};
  const auto many = wake_efficiency(farm, curve, speeds);
  CHECK_THAT(many[0], WithinAbs(1.0, 1e-12));
  CHECK((many[2] > 0.7 && many[2] < 0.97));
  CHECK(std::is_sorted(many.begin() + 2, many.begin() + 6));
  CHECK_THAT(many[5], WithinAbs(1.0, 1e-9));
  CHECK_THAT(many[6], WithinAbs(1.0, 1e-12));
  farm.turbines = 1;
  for (const double each : wake_efficiency(farm, curve, speeds)) CHECK_THAT(each, WithinAbs(1.0, 1e-12));
}

TEST_CASE("a measured curve takes the place of the parametric one", "[model][wind]") {
  WindFarm farm = lone();
  farm.turbine_mw = 1.0;
  farm.curve = {{4.0, 14.0, 24.0}, {0.0, 1e6, 1e6}};
  farm.altitude_m = -farm.hub_m;
  const FarmTable table = farm_table(farm);
  CHECK_THAT(farm_share(table.share.data(), 9.0, 15.0), WithinAbs(0.5, 5e-3));
  CHECK_THAT(farm_share(table.share.data(), 20.0, 15.0), WithinRel(1.0, 1e-12));
}

TEST_CASE("a farm of 20 years has lost what its rate says", "[model][wind]") {
  CHECK(at_age(0.0) == 1.0);
  CHECK_THAT(at_age(20.0, 0.016), WithinRel(std::pow(0.984, 20.0), 1e-14));
  CHECK(at_age(10.0, 0.006) > at_age(10.0));
}
