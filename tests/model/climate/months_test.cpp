#include "model/climate/months.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "model/climate/weibull.hpp"

using namespace gs::model;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("lines through the months keep their means and have no steps", "[climate]") {
  const Monthly means = {-10, -8, 0, 9, 17, 22, 25, 23, 16, 8, -1, -7};
  const Hourly hours = smooth_months(means);
  const Monthly back = monthly_means(hours);
  double steepest = 0.0;
  for (std::size_t month = 0; month < 12; ++month) CHECK_THAT(back[month], WithinAbs(means[month], 1e-11));
  for (std::size_t hour = 0; hour < kHours; ++hour) {
    steepest = std::max(steepest, std::fabs(hours[(hour + 1) % kHours] - hours[hour]));
  }
  CHECK(steepest < 0.03);  // K an hour: 15 K in a month is 0.02
}

TEST_CASE("Weibull moments agree with the gamma function's known values", "[climate]") {
  CHECK_THAT(gamma_function(1.5), WithinRel(std::sqrt(3.14159265358979324) / 2, 1e-13));
  CHECK_THAT(gamma_function(5.0), WithinRel(24.0, 1e-13));
  CHECK_THAT(weibull_mean(2.0), WithinRel(std::sqrt(3.14159265358979324) / 2, 1e-13));     // Rayleigh
  CHECK_THAT(weibull_variation(2.0), WithinRel(4 / 3.14159265358979324 - 1, 1e-12));
  CHECK_THAT(weibull_variation(1.0), WithinRel(1.0, 1e-12));                              // exponential
  for (const double k : {0.8, 1.3, 2.2, 3.4, 9.0}) CHECK_THAT(weibull_k_of(weibull_variation(k)), WithinRel(k, 1e-10));
}
