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
  // Hours a month: WMO CLIMAT means 2003-2021, Multan the normals of 1971-2000. `method`: the same law, other code.
  const struct {
    const char* station;
    double latitude, altitude;
    Monthly sunshine;
    double method, reference;  // kWh/m2 a year
  } rows[] = {
      {"Abu Dhabi", 24.43, 27, {248, 240, 276, 290, 337, 336, 330, 325, 301, 298, 260, 245}, 2164, 2085},
      {"Sharjah", 25.33, 33, {224, 231, 275, 278, 315, 300, 289, 300, 285, 275, 257, 228}, 2062, 2041},
      {"Doha", 25.25, 10, {254, 228, 255, 240, 316, 318, 329, 324, 304, 302, 262, 261}, 2110, 2048},
      {"Aswan", 23.96, 194, {296, 284, 325, 317, 342, 364, 374, 355, 325, 322, 302, 290}, 2333, 2210},
      {"Cairo (Helwan)", 29.86, 141, {224, 208, 275, 284, 327, 343, 360, 349, 310, 293, 265, 230}, 2073, 1894},
      {"Marsa Matruh", 31.33, 30, {216, 215, 269, 284, 331, 356, 368, 361, 314, 282, 238, 212}, 2036, 1968},
      {"Multan, Quaid-e-Azam", 30.2, 123, {205, 199, 240, 273, 289, 259, 257, 271, 270, 260, 245, 210}, 1878, 1920},
      {"Kabwe, Zambia", -14.45, 1207, {174, 204, 217, 276, 316, 300, 299, 332, 307, 318, 231, 205}, 2212, 2110},
      {"Tamanrasset", 22.82, 1364, {294, 263, 295, 296, 283, 237, 277, 253, 252, 281, 285, 287}, 2169, 2411},
      {"Nouakchott", 18.1, 3, {248, 237, 283, 304, 306, 246, 257, 266, 237, 259, 260, 241}, 2111, 2447}};
  double squares = 0.0, sum = 0.0;
  for (const auto& row : rows) {
    INFO(row.station);
    const double annual = annual_sum(ghi_from_sunshine(row.sunshine, row.latitude, row.altitude));
    CHECK_THAT(annual, WithinRel(row.method, 0.002));
    const double error = annual / row.reference - 1.0;
    CHECK_THAT(error, WithinAbs(0.0, 0.14));
    squares += error * error;
    sum += error;
  }
  CHECK(squares / 10 < 0.075 * 0.075);  // 6.4 % over these and two more
  CHECK_THAT(sum / 10, WithinAbs(0.0, 0.01));
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
