#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>

#include "model/wind/air.hpp"
#include "model/wind/power_curve.hpp"
#include "model/wind/profile.hpp"
#include "model/wind/smoothing.hpp"

using namespace gs::model::wind;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

const PowerCurve kRamp = {{3.0, 12.0, 25.0}, {0.0, 900.0, 900.0}};

}  // namespace

TEST_CASE("the wind grows with height by the logarithm or by a power", "[model][wind]") {
  CHECK_THAT(log_profile(6.0, 10.0, 10.0, 0.03), WithinRel(6.0, 1e-15));
  CHECK_THAT(log_profile(6.0, 10.0, 100.0, 0.1), WithinRel(6.0 * 3.0 / 2.0, 1e-14));  // ln 1000 / ln 100
  CHECK(log_profile(6.0, 10.0, 100.0, 0.1, 5.0) > log_profile(6.0, 10.0, 100.0, 0.1));
  CHECK_THAT(hellman(6.0, 10.0, 80.0, 1.0 / 3.0), WithinRel(12.0, 1e-14));
  CHECK_THAT(hellman_exponent(100.0, 0.1), WithinRel(1.0 / std::log(1000.0), 1e-14));
}

TEST_CASE("cold, dense air at the sea and thin air on the mountain", "[model][wind]") {
  CHECK_THAT(density_ideal_gas(101325.0, 288.15), WithinRel(1.225, 1e-4));
  CHECK_THAT(density_barometric(101330.0, 288.15), WithinRel(1.225, 1e-14));
  CHECK_THAT(standard_pressure(0.0), WithinRel(101325.0, 1e-14));
  CHECK_THAT(standard_pressure(1000.0), WithinRel(89874.6, 1e-5));  // ISO 2533, table
  CHECK_THAT(standard_pressure(5000.0), WithinRel(54019.9, 1e-5));
  CHECK_THAT(temperature_at(102.0, 288.15, 2.0), WithinRel(287.5, 1e-14));
  CHECK_THAT(pressure_at(80.0, 100000.0, 0.0), WithinRel(99000.0, 1e-14));
}

TEST_CASE("a power curve is straight between its points and nothing outside", "[model][wind]") {
  const struct {
    double speed, power;
  } rows[] = {{0.0, 0.0}, {2.999, 0.0}, {3.0, 0.0}, {7.5, 450.0}, {12.0, 900.0}, {25.0, 900.0}, {25.001, 0.0}};
  for (const auto& row : rows) {
    INFO(row.speed);
    CHECK(power_at(kRamp, row.speed) == row.power);
    CHECK(power_at(kRamp, row.speed, 1.225) == row.power);
  }
  CHECK(std::isnan(power_at(kRamp, NAN)));
  CHECK(std::isnan(power_at(kRamp, NAN, 1.2)));
  CHECK(power_at(PowerCurve{}, 5.0) == 0.0);
  CHECK(rated(kRamp) == 900.0);
}

TEST_CASE("in thin air a turbine needs more wind, by the third power below and the 3/2th above its best",
          "[model][wind]") {
  CHECK_THAT(speed_in_air(5.0, 1.225 / 8.0), WithinRel(10.0, 1e-14));
  CHECK_THAT(speed_in_air(10.0, 1.225 / 4.0), WithinRel(20.0, 1e-14));
  CHECK_THAT(speed_in_air(15.0, 1.225 / 8.0), WithinRel(60.0, 1e-14));
  const PowerCurve thin = in_air(kRamp, 0.9);
  for (double speed = 0.0; speed < 40.0; speed += 0.37) {
    INFO(speed);
    CHECK(power_at(kRamp, speed, 0.9) == power_at(thin, speed));
    if (speed < 25.0) CHECK(power_at(kRamp, speed, 0.9) <= power_at(kRamp, speed));
  }
}

TEST_CASE("smoothing keeps a straight line, rounds a corner and lets the cut-out fade", "[model][wind]") {
  const PowerCurve line = {{0.0, 50.0}, {0.0, 5000.0}};
  CHECK_THAT(smoothed_power(line, 20.0, 1.0), WithinRel(2000.0, 1e-9));
  CHECK_THAT(smoothed_power(kRamp, 12.0, 1.2, {0.05, 15.0}),
             WithinRel(900.0 - 100.0 * 1.2 / std::sqrt(2.0 * M_PI), 1e-4));
  CHECK_THAT(smoothed_power(kRamp, 25.0, 2.0, {0.05, 15.0}), WithinRel(450.0, 0.02));
  CHECK(smoothed_power(kRamp, 0.0, 0.0) == 0.0);
  const PowerCurve whole = smoothed(kRamp, 0.1);
  CHECK(whole.speed.back() == 40.0);  // 15 m/s beyond, in steps of 0.5
  for (std::size_t i = 0; i < whole.power.size(); ++i) CHECK((whole.power[i] >= 0.0 && whole.power[i] <= 905.0));
}
