#include "model/climate/climate.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "model/climate/clearness.hpp"
#include "model/climate/months.hpp"
#include "model/climate/sunshine.hpp"
#include "model/climate/weibull.hpp"
#include "model/numerics.hpp"

using namespace gs;
using namespace gs::model;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

const sun::SunHours kSunYear = sun::sun_year(2023);

/// Al Dhafra: NASA POWER 2020-2025, as in the reference vectors.
Climate desert() {
  Climate climate;
  climate.ghi = {4.091, 4.913, 5.672, 6.426, 7.053, 7.096, 6.35, 6.278, 5.977, 5.314, 4.361, 3.88};
  climate.temperature = {20.029, 21.023, 24.103, 28.142, 31.733, 34.564,
                         36.576, 36.803, 34.605, 31.245, 27.037, 22.668};
  climate.wind = {3.294, 3.398, 3.358, 2.946, 3.26, 3.174, 2.993, 2.741, 2.691, 2.686, 2.554, 2.703};
  return climate;
}
constexpr Place kDesert{24.2, 54.5, 110};

SyntheticYear made(const Climate& climate, const Place& place, std::uint64_t seed = 1) {
  const Result<SyntheticYear> year = synthetic_year(climate, place, kSunYear, seed);
  INFO((year ? "" : year.error().text()));
  REQUIRE(year);
  return *year;
}

void check_months(const Hourly& hours, const Monthly& wanted, double unit) {
  const Monthly means = monthly_means(hours);
  for (std::size_t month = 0; month < 12; ++month) CHECK_THAT(means[month] * unit, WithinRel(wanted[month], 1e-9));
}

}  // namespace

TEST_CASE("the monthly means that go into a synthetic year come out of it", "[climate]") {
  Climate climate = desert();
  for (const Place& place : {kDesert, Place{-45, 170, 0}, Place{0, -179.9, 3000}, Place{50, 180, 0}}) {
    INFO(place.latitude);
    if (place.latitude != kDesert.latitude) std::fill(climate.ghi.begin(), climate.ghi.end(), 1.2);
    const SyntheticYear year = made(climate, place);
    check_months(year.weather.ghi, climate.ghi, 0.024);
    check_months(year.weather.temperature, climate.temperature, 1.0);
    check_months(year.weather.wind, climate.wind, 1.0);
    CHECK(year.beam == BeamSource::correlation);
    CHECK(*std::min_element(year.weather.ghi.begin(), year.weather.ghi.end()) == 0.0);
  }
}

TEST_CASE("a month without sun at the pole is dark, and light there is an error", "[climate]") {
  Climate climate = desert();
  climate.ghi = {0, 0, 0.1, 3, 6, 7, 6, 3, 0.5, 0, 0, 0};
  climate.temperature.fill(-20);
  const SyntheticYear year = made(climate, {85, 30, 0});
  check_months(year.weather.ghi, climate.ghi, 0.024);
  CHECK(year.clearness[0] == 0.0);
  climate.ghi[11] = 0.1;
  const auto wrong = synthetic_year(climate, {85, 30, 0}, kSunYear, 1);
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().where == "ghi_12");
}

TEST_CASE("what no weather can have is refused by name", "[climate]") {
  const struct {
    const char* where;
    void (*spoil)(Climate&);
  } rows[] = {{"ghi_07", [](Climate& c) { c.ghi[6] = 12.5; }},
              {"ghi_01", [](Climate& c) { c.ghi[0] = std::nan(""); }},
              {"t_02", [](Climate& c) { c.temperature[1] = 400; }},
              {"w_12", [](Climate& c) { c.wind[11] = -1; }},
              {"dhi_03", [](Climate& c) { c.dhi.fill(2), c.dhi[2] = std::nan(""); }},
              {"weibull_k", [](Climate& c) { c.weibull_k = 0; }}};
  for (const auto& row : rows) {
    Climate climate = desert();
    row.spoil(climate);
    const auto year = synthetic_year(climate, kDesert, kSunYear, 1);
    INFO(row.where);
    REQUIRE_FALSE(year);
    CHECK(year.error().where == row.where);
  }
}

TEST_CASE("the days of a month have nearly the mean clearness and the spread of the distribution", "[climate]") {
  for (const double mean : {0.2, 0.3, 0.4, 0.5, 0.6, 0.7}) {
    const auto days = daily_clearness(mean, 31);
    double sum = 0.0;
    for (const double day : days) sum += day;
    INFO(mean);
    CHECK_THAT(sum / 31, WithinRel(mean, mean < 0.25 ? 0.08 : 0.03));
    CHECK(*std::min_element(days.begin(), days.end()) > 0.05);
    CHECK(*std::max_element(days.begin(), days.end()) < 0.6313 + 0.267 * mean);
  }
  // By hand at 0.5: greatest clearness 0.76462, xi 2.70055, gamma 2.3142; the first day has rank 24 of 31, share
  // 0.758065.
  CHECK_THAT(daily_clearness(0.5, 31)[0], WithinAbs(0.67054, 2e-4));
  const auto february = daily_clearness(0.5, 28);
  CHECK(february[28] == 0.0);
  CHECK(february[27] > 0.0);
}

TEST_CASE("days of sun are days of the place's own time, wherever it lies", "[climate]") {
  // The same climate on two meridians 180 degrees apart: each day's sum differs only by season and the two ends of
  // months.
  const SyntheticYear east = made(desert(), {24.2, 150, 0}), greenwich = made(desert(), {24.2, 0, 0});
  double worst = 0.0;
  for (int day = 40; day < 55; ++day) {  // within February and March, away from the turn of the month
    if (day >= 57 && day <= 60) continue;
    double a = 0.0, b = 0.0;
    for (int hour = 0; hour < 24; ++hour) {
      a += east.weather.ghi[static_cast<std::size_t>(day * 24 + hour - 10)];
      b += greenwich.weather.ghi[static_cast<std::size_t>(day * 24 + hour)];
    }
    worst = std::max(worst, std::fabs(a / b - 1.0));
  }
  CHECK(worst < 0.01);
}

TEST_CASE("wind has the asked Weibull shape, season and seed", "[climate]") {
  Climate climate = desert();
  for (const double k : {1.5, 2.0, 2.6, 3.0}) {
    climate.weibull_k = k;
    const SyntheticYear year = made(climate, kDesert);
    CHECK_THAT(year.wind_k, WithinAbs(k, 1e-8));
    double sum = 0.0, squares = 0.0, cubes = 0.0;
    for (const double v : year.weather.wind) sum += v, squares += v * v, cubes += v * v * v;
    const double mean = sum / kHours;
    CHECK_THAT(squares / kHours / (mean * mean) - 1.0, WithinRel(weibull_variation(k), 1e-9));
    // The cube, that energy goes by: the mixture of months and hours is not exactly one Weibull distribution.
    const double scale = weibull_scale(mean, k);
    CHECK_THAT(cubes / kHours, WithinRel(scale * scale * scale * gamma_function(1 + 3 / k), 0.02));
  }
  CHECK(made(climate, kDesert, 1).weather.wind == made(climate, kDesert, 1).weather.wind);
  CHECK(made(climate, kDesert, 1).weather.wind != made(climate, kDesert, 2).weather.wind);
  CHECK(made(climate, kDesert, 1).weather.ghi == made(climate, kDesert, 2).weather.ghi);
}

TEST_CASE("a season that varies more than the asked shape allows says which shape it got", "[climate]") {
  Climate climate = desert();
  climate.wind = {1, 1, 2, 4, 8, 12, 12, 8, 4, 2, 1, 1};
  climate.weibull_k = 4.0;
  CHECK(made(climate, kDesert).wind_k < 2.0);
  climate.wind.fill(0.0);
  const SyntheticYear calm = made(climate, kDesert);
  CHECK(*std::max_element(calm.weather.wind.begin(), calm.weather.wind.end()) == 0.0);
}

TEST_CASE("windy hours keep together as in measured years", "[climate]") {
  Climate climate = desert();
  climate.wind.fill(7.0);
  climate.wind_diurnal = 0.0;
  const struct {
    std::size_t hours;
    double correlation, within;
  } rows[] = {{1, 0.86, 0.04}, {6, 0.54, 0.11}, {24, 0.33, 0.11}, {48, 0.16, 0.12}, {240, 0.0, 0.15}};
  for (const std::uint64_t seed : {1u, 2u, 3u, 4u, 5u}) {
    const Hourly wind = made(climate, kDesert, seed).weather.wind;
    double variance = 0.0;
    for (const double v : wind) variance += (v - 7.0) * (v - 7.0);
    for (const auto& row : rows) {
      double sum = 0.0;
      for (std::size_t hour = row.hours; hour < kHours; ++hour)
        sum += (wind[hour] - 7.0) * (wind[hour - row.hours] - 7.0);
      INFO(row.hours << " hours, seed " << seed);
      CHECK_THAT(sum / variance, WithinAbs(row.correlation, row.within));
    }
  }
}

TEST_CASE("known beam or diffuse irradiation of the months is met", "[climate]") {
  const Climate plain = desert();
  // NASA POWER 2020-2025, kWh/m2 a day: dust takes beam that the correlation would give.
  const Monthly dni = {4.22, 4.4, 4.2, 4.3, 4.6, 4.5, 3.3, 3.3, 3.6, 4.0, 4.2, 4.1};
  const Monthly dhi = {1.79, 2.1, 2.6, 2.9, 3.1, 3.2, 3.38, 3.2, 2.7, 2.2, 1.8, 1.7};
  for (const bool beam : {false, true}) {
    for (const bool diffuse : {false, true}) {
      Climate climate = plain;
      if (beam) climate.dni = dni;
      if (diffuse) climate.dhi = dhi;
      const SyntheticYear year = made(climate, kDesert);
      check_months(year.weather.ghi, climate.ghi, 0.024);
      if (!beam && !diffuse) {
        CHECK(year.weather.dni.empty());
        continue;
      }
      CHECK(year.beam == (beam && diffuse ? BeamSource::both : beam ? BeamSource::beam : BeamSource::diffuse));
      if (diffuse) check_months(year.weather.dhi, dhi, 0.024);
      if (beam && !diffuse) check_months(year.weather.dni, dni, 0.024);
      const SiteSun sun = site_sun(kDesert, kSunYear);
      double apart = 0.0;
      for (std::size_t hour = 0; hour < kHours; ++hour) {
        const double horizontal = year.weather.dni[hour] * std::max(sun.cos_zenith[hour], 0.0);
        apart = std::max(apart, std::fabs(horizontal + year.weather.dhi[hour] - year.weather.ghi[hour]));
      }
      CHECK(apart < 1e-9);
    }
  }
}

TEST_CASE("the sun for making weather is the reference sun", "[climate]") {
  // Al Dhafra 2023, true zenith by SPA (pv_year.csv, made by running pvlib 6382338).
  const struct {
    std::size_t hour;
    double zenith;
  } rows[] = {{1, 111.145192}, {4, 74.0833575}, {7, 49.0900097}, {11, 65.0715308}, {36, 75.6770732}, {45, 165.298419}};
  const SiteSun sun = site_sun(kDesert, kSunYear);
  for (const auto& row : rows) {
    CHECK_THAT(std::acos(sun.cos_zenith[row.hour]) * 180 / 3.14159265358979324, WithinAbs(row.zenith, 1e-5));
  }
}

TEST_CASE("any climate of a planet like this one becomes finite hours with its means", "[climate]") {
  int made_years = 0;
  for (std::uint64_t trial = 0; trial < 150; ++trial) {
    const numerics::Draws draws(7, trial);
    std::uint64_t drawn = 0;
    const auto within = [&](double low, double high) { return low + (high - low) * draws.uniform(drawn++); };
    Place place{within(-90, 90), within(-180, 180), within(0, 4000)};
    if (trial % 50 == 0) place.latitude = trial % 100 == 0 ? 90 : -90;
    const MeanDays days = mean_days(place.latitude);
    const double clearness = within(0.05, 0.8);
    Climate climate;
    for (std::size_t month = 0; month < 12; ++month) {
      climate.ghi[month] = days.above[month] < 0.5 ? 0.0 : days.above[month] * clearness * within(0.8, 1.05);
      climate.temperature[month] = within(-50, 40);
      climate.wind[month] = within(0, 1) < 0.05 ? 0.0 : within(0.1, 20);
    }
    climate.weibull_k = within(1, 5);
    if (trial % 3 == 1) {
      for (std::size_t month = 0; month < 12; ++month) climate.dhi[month] = climate.ghi[month] * within(0, 1.1);
    }
    INFO(trial << " at " << place.latitude);
    const SyntheticYear year = made(climate, place, trial);
    ++made_years;
    for (const Hourly* hours : {&year.weather.ghi, &year.weather.wind, &year.weather.dni, &year.weather.dhi}) {
      if (hours->empty()) continue;
      const auto [least, most] = std::minmax_element(hours->begin(), hours->end());
      CHECK(*least >= 0.0);
      CHECK(*most < 5000.0);
    }
    const Monthly ghi = monthly_means(year.weather.ghi), wind = monthly_means(year.weather.wind);
    const Monthly air = monthly_means(year.weather.temperature);
    double apart = 0.0;
    for (std::size_t month = 0; month < 12; ++month) {
      apart =
          std::max({apart, std::fabs(ghi[month] * 0.024 - climate.ghi[month]),
                    std::fabs(wind[month] - climate.wind[month]), std::fabs(air[month] - climate.temperature[month])});
    }
    CHECK(apart < 1e-10);
  }
  CHECK(made_years == 150);
}
