#include "model/climate/site_climate.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "model/climate/months.hpp"
#include "model/climate/sunshine.hpp"
#include "model/pv/erbs.hpp"

using namespace gs;
using namespace gs::model;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using Variable = StationMonths::Variable;

namespace {

const sun::SunHours kSunYear = sun::sun_year(2023);

const StationMonths kAir{.id = "air", .place = {25, 55, 100}, .variable = Variable::temperature,
                         .months = {18, 20, 24, 28, 32, 34, 36, 36, 33, 30, 25, 20}};
const StationMonths kOldAir{.id = "air", .place = {25, 55, 100}, .variable = Variable::temperature,
                            .months = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, .normals = true};
const StationMonths kSun{.id = "sun", .place = {24, 55, 30}, .variable = Variable::sunshine,
                         .months = {248, 240, 276, 290, 337, 336, 330, 325, 301, 298, 260, 245}};
const StationMonths kCell{.id = "cell", .place = {24, 54, 100}, .variable = Variable::ghi,
                          .months = {4, 5, 5.7, 6.4, 7, 7.1, 6.4, 6.3, 6, 5.3, 4.4, 3.9}};
const StationMonths kCellBeam{.id = "cell", .place = {24, 54, 100}, .variable = Variable::dni,
                              .months = {4.2, 4.2, 4.2, 4.2, 4.2, 4.2, 3.3, 3.3, 3.3, 4.2, 4.2, 4.2}};
const StationMonths kCellWind{.id = "cell", .place = {24, 54, 100}, .variable = Variable::wind, .height_m = 2,
                              .months = {3, 3, 3, 3, 3, 3, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5}};

SiteClimate site() {
  SiteClimate site;
  site.place = {24.2, 54.5, 300};
  site.temperature_station = "air";
  site.sunshine_station = "sun";
  site.ghi_annual = 2115;
  site.ghi_deviation = 0.07;
  return site;
}

}  // namespace

TEST_CASE("a site's year is its own irradiation with the months of the sunshine station", "[climate]") {
  const StationMonths rows[] = {kOldAir, kAir, kSun};
  const auto made = climate_of(site(), rows);
  REQUIRE(made);
  CHECK_THAT(annual_sum(made->climate.ghi), WithinRel(2115.0, 1e-12));
  CHECK(made->ghi_months.basis == Basis::sunshine);
  CHECK(made->ghi_months.station == "sun");
  CHECK(made->ghi.deviation == 0.07);
  const Monthly there = ghi_from_sunshine(kSun.months, 24, 30);
  CHECK_THAT(made->climate.ghi[5] / made->climate.ghi[0], WithinRel(there[5] / there[0], 0.01));
  CHECK_FALSE(made->beam_known);
  CHECK(std::isnan(made->climate.dni[0]));
}

TEST_CASE("temperature falls with height and the newer period of a station counts", "[climate]") {
  const StationMonths rows[] = {kOldAir, kAir, kSun};
  const auto made = climate_of(site(), rows);
  REQUIRE(made);
  CHECK_THAT(made->climate.temperature[0], WithinAbs(18 - 1.3, 1e-12));
  CHECK_THAT(made->temperature.deviation, WithinAbs(std::sqrt(0.25 + 0.16), 1e-12));
  SiteClimate flat = site();
  flat.place.altitude_m = std::nan("");
  CHECK(climate_of(flat, rows)->climate.temperature[0] == 18.0);
}

TEST_CASE("a grid cell gives months, beam and wind before a station of sunshine does", "[climate]") {
  const StationMonths rows[] = {kAir, kSun, kCell, kCellBeam, kCellWind};
  SiteClimate at_cell = site();
  at_cell.ghi_station = "cell";
  const auto made = climate_of(at_cell, rows);
  REQUIRE(made);
  CHECK(made->ghi_months.basis == Basis::satellite);
  CHECK(made->beam_known);
  CHECK_THAT(made->climate.dni[6] / made->climate.ghi[6], WithinRel(3.3 / 6.4, 1e-12));
  CHECK(made->climate.wind_height_m == 2.0);
  CHECK(made->climate.wind[0] == 3.0);
  CHECK(synthetic_year(made->climate, at_cell.place, kSunYear, 1));
}

TEST_CASE("wind at the turbines is the site's mean, flat over the year unless a station has months", "[climate]") {
  SiteClimate windy = site();
  windy.wind_mean = 7.85;
  windy.weibull_k = 2.5;
  const StationMonths rows[] = {kAir, kSun, kCellWind};
  const auto flat = climate_of(windy, rows);
  REQUIRE((flat && flat->hub));
  CHECK(flat->hub->months.basis == Basis::flat);
  CHECK(flat->hub->wind[3] == 7.85);
  CHECK(flat->ground_wind.basis == Basis::profile);
  CHECK_THAT(flat->climate.wind[0], WithinRel(7.85 * std::pow(0.1, 1.0 / 7.0), 1e-12));
  const Climate hub = with_hub_wind(*flat);
  CHECK(hub.wind_height_m == 100.0);
  CHECK(hub.weibull_k == 2.5);

  windy.wind_station = "cell";
  const auto seasonal = climate_of(windy, rows);
  CHECK_THAT(annual_sum(seasonal->hub->wind) / 365, WithinRel(7.85, 1e-12));
  CHECK_THAT(seasonal->hub->wind[0] / seasonal->hub->wind[11], WithinRel(3.0 / 2.5, 1e-12));

  CHECK(climate_of(site(), rows)->ground_wind.basis == Basis::estimate);
}

TEST_CASE("without a station for air, or any light, there is no climate", "[climate]") {
  const StationMonths rows[] = {kSun};
  CHECK(climate_of(site(), rows).error().where == "temperature");
  SiteClimate dark = site();
  dark.ghi_annual = std::nan("");
  dark.sunshine_station.clear();
  CHECK(climate_of(dark, rows).error().where == "ghi");
}

TEST_CASE("a year's beam alone scales the months of the correlation", "[climate]") {
  const StationMonths rows[] = {kAir, kSun};
  const auto made = climate_of(site(), rows);
  const auto beamed = with_annual_beam(made->climate, site().place, kSunYear, 1900);
  REQUIRE(beamed);
  CHECK_THAT(annual_sum(beamed->dni), WithinRel(1900.0, 1e-12));
  const auto year = synthetic_year(*beamed, site().place, kSunYear, 1);
  REQUIRE(year);
  CHECK(year->beam == BeamSource::beam);
  CHECK_THAT(annual_sum(monthly_means(year->weather.dni)) * 0.024, WithinRel(1900.0, 1e-9));
}
