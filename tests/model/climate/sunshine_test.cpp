#include "model/climate/sunshine.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace gs::model;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("radiation above the atmosphere, day length and light agree with FAO-56's worked example", "[climate]") {
  // Allen et al. 1998, example 10: Rio de Janeiro, 22.9 degrees south, 220 h of sunshine in May: 25.1 MJ/m2 a day above
  // the atmosphere (with 1.367 kW/m2, on the 15th), days of 10.9 h, 14.5 MJ/m2 a day on the ground.
  const MeanDays days = mean_days(-22.9);
  CHECK_THAT(days.above[4] * 3.6, WithinRel(25.1, 0.015));
  CHECK_THAT(days.daylength[4], WithinAbs(10.9, 0.06));
  Monthly sunshine{};
  sunshine[4] = 220;
  CHECK_THAT(ghi_from_sunshine(sunshine, -22.9, 0)[4] * 3.6, WithinRel(14.5, 0.015));
  CHECK(mean_days(80).above[0] == 0.0);
  CHECK(mean_days(80).daylength[5] == 24.0);
}

TEST_CASE("sunshine of stations becomes irradiation near to what was measured there", "[climate]") {
  // Hours a month: WMO CLIMAT means 2003-2021. References: NASA POWER 2020-2025 for the two airports of the Gulf.
  const struct {
    const char* station;
    double latitude, altitude;
    Monthly sunshine;
    double method, reference;  // kWh/m2 a year
  } rows[] = {
      {"Abu Dhabi airport", 24.43, 27, {248, 240, 276, 290, 337, 336, 330, 325, 301, 298, 260, 245}, 2164, 2085},
      {"Sharjah airport", 25.33, 33, {224, 231, 275, 278, 315, 300, 289, 300, 285, 275, 257, 228}, 2062, 2041}};
  for (const auto& row : rows) {
    INFO(row.station);
    const double annual = annual_sum(ghi_from_sunshine(row.sunshine, row.latitude, row.altitude));
    CHECK_THAT(annual, WithinRel(row.method, 0.002));
    CHECK_THAT(annual, WithinRel(row.reference, 0.05));
  }
}

TEST_CASE("no sunshine leaves a quarter of the light, more than the day counts as the day", "[climate]") {
  const MeanDays days = mean_days(45);
  Monthly none{}, all;
  all.fill(800);
  for (std::size_t month = 0; month < 12; ++month) {
    CHECK_THAT(ghi_from_sunshine(none, 45, 0)[month], WithinRel(0.25 * days.above[month], 1e-12));
    CHECK_THAT(ghi_from_sunshine(all, 45, 0)[month], WithinRel(0.75 * days.above[month], 1e-12));
    CHECK_THAT(ghi_from_sunshine(all, 45, 1000)[month], WithinRel(0.77 * days.above[month], 1e-12));
  }
}
