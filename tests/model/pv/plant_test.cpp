#include "model/pv/plant.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <vector>

#include "model/numerics.hpp"
#include "model/pv/air_mass.hpp"
#include "model/pv/cell_temperature.hpp"
#include "model/pv/erbs.hpp"
#include "model/pv/extraterrestrial.hpp"
#include "model/pv/rear_gain.hpp"

using namespace gs;
using namespace gs::model;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// The sun by declination and hour angle: exact enough for a made-up year.
pv::Sun<double> sun_of(double latitude_deg, int hour) {
  const double day = 1.0 + (hour + 0.5) / 24.0, angle = 2.0 * numerics::kPi * (day - 1.0) / 365.0;
  const double declination = 0.006918 - 0.399912 * numerics::cos(angle) + 0.070257 * numerics::sin(angle) -
                             0.006758 * numerics::cos(2 * angle) + 0.000907 * numerics::sin(2 * angle);
  const double turn = (hour % 24 + 0.5 - 12.0) * 15.0 * numerics::kDegree, l = latitude_deg * numerics::kDegree;
  const double sd = numerics::sin(declination), cd = numerics::cos(declination), sl = numerics::sin(l),
               cl = numerics::cos(l);
  return {-cd * numerics::sin(turn), cl * sd - sl * cd * numerics::cos(turn), sl * sd + cl * cd * numerics::cos(turn)};
}

int month_of(int hour) {
  int day = hour / 24, month = 0;
  while (day >= kDaysOfMonth[month]) day -= kDaysOfMonth[month++];
  return month;
}

/// A year with clear, broken and overcast days in no order.
std::vector<pv::LitHour> made_up_year(double latitude_deg) {
  const numerics::Draws draws(7);
  std::vector<pv::LitHour> hours;
  for (int hour = 0; hour < kHours; ++hour) {
    const pv::Sun<double> sun = sun_of(latitude_deg, hour);
    if (sun.up <= 0.0) continue;
    const auto day = static_cast<std::uint64_t>(hour / 24);
    const double clearness = 0.25 + 0.5 * draws.uniform(day);
    const double extra = pv::extraterrestrial_normal(1.0 + hour / 24);
    const double ghi = clearness * extra * sun.up;
    const auto split = pv::erbs(ghi, sun.up, extra);
    const double zenith = numerics::acos(sun.up);
    hours.push_back({month_of(hour),
                     {sun, zenith, extra, pv::air_mass(sun.up, 90.0 - zenith / numerics::kDegree)},
                     {ghi, split.diffuse, split.beam}});
  }
  return hours;
}

/// Those of the hours that fall on some days of each month.
std::vector<pv::LitHour> sample(double latitude_deg, const std::vector<pv::LitHour>& all, int days) {
  std::vector<bool> taken(kHours);
  for (const int hour : pv::days_of_each_month(days)) taken[static_cast<std::size_t>(hour)] = true;
  std::vector<pv::LitHour> some;
  std::size_t at = 0;
  for (int hour = 0; hour < kHours; ++hour) {
    if (sun_of(latitude_deg, hour).up <= 0.0) continue;
    if (taken[static_cast<std::size_t>(hour)]) some.push_back(all[at]);
    ++at;
  }
  return some;
}

/// Energy of a year per watt of modules, kWh, with the back of every hour, or with the months' gain instead.
double year_of(const pv::PvPlant& plant, const std::vector<pv::LitHour>& hours, const pv::RearGain* gain) {
  const pv::Glass glass = pv::glass_of(plant.cover);
  const pv::Axis axis = pv::axis_of(plant.tracking);
  const double kept = 1.0 - pv::all_losses(plant.losses);
  numerics::Sum energy;
  for (const pv::LitHour& hour : hours) {
    const pv::BothSides sides = pv::both_sides(plant, glass, axis, hour);
    const double light = sides.front + (gain ? sides.front * gain->share[hour.month] : sides.back);
    const double cell = pv::faiman(sides.front, 25.0, 2.0, plant.u0, plant.u1);
    energy.add(pv::inverter_power(pv::modules_power(light, cell, 1.0, plant.gamma) * kept, pv::inverter_of(plant)));
  }
  return energy.value();
}

}  // namespace

TEST_CASE("the losses of PVWatts make 14.08 percent", "[model][pv]") {
  CHECK_THAT(pv::all_losses(pv::kPvwattsLosses), WithinAbs(0.1407566069, 1e-9));  // as the reference chain takes them
  for (const pv::Loss& loss : pv::kPvwattsLosses) CHECK_FALSE(loss.source.empty());
}

TEST_CASE("the recommended tilt faces the equator and grows with the latitude", "[model][pv]") {
  CHECK(pv::recommended_tilt(0.0).tilt_deg == 10.0);
  CHECK_THAT(pv::recommended_tilt(40.0).tilt_deg, WithinAbs(31.53, 0.01));  // 1.3793 + 48.044 - 23.046 + 5.153
  CHECK_THAT(pv::recommended_tilt(-30.0).tilt_deg, WithinAbs(27.31, 0.01));
  CHECK(pv::recommended_tilt(35.0).azimuth_deg == 180.0);
  CHECK(pv::recommended_tilt(-35.0).azimuth_deg == 0.0);
  double before = 0.0;
  for (double latitude = 0.0; latitude <= 60.0; latitude += 1.0) {
    CHECK(pv::recommended_tilt(latitude).tilt_deg >= before);
    before = pv::recommended_tilt(latitude).tilt_deg;
  }
}

TEST_CASE("modules age by the median, not below nothing", "[model][pv]") {
  CHECK(pv::output_at_age(0.0, percent(0.0)) == 1.0);
  CHECK_THAT(pv::output_at_age(0.0), WithinAbs(0.997, 1e-12));
  CHECK_THAT(pv::output_at_age(24.0), WithinAbs(1.0 - 0.006 * 24.5, 1e-12));
  CHECK(pv::output_at_age(400.0) == 0.0);
  CHECK(pv::kDegradation.low < pv::kDegradation.best);
  CHECK(pv::kDegradation.best < pv::kDegradation.high);
}

TEST_CASE("the days of each month are days of that month, none twice", "[model][pv]") {
  for (const int count : {1, 3, 28}) {
    const std::vector<int> hours = pv::days_of_each_month(count);
    REQUIRE(hours.size() == static_cast<std::size_t>(12 * 24 * count));
    for (std::size_t i = 0; i < hours.size(); ++i) {
      if (i > 0) CHECK(hours[i] > hours[i - 1]);
      CHECK(month_of(hours[i]) == static_cast<int>(i) / (24 * count));
    }
  }
}

TEST_CASE("a covered back gains nothing; brighter ground gains more", "[model][pv]") {
  const std::vector<pv::LitHour> hours = made_up_year(25.0);
  pv::PvPlant plant = pv::usual_plant({25.0, 50.0, 0.0}, pv::Mounting::tracked, false);
  for (const double share : pv::rear_gain(plant, hours).share) CHECK(share == 0.0);
  plant = pv::usual_plant({25.0, 50.0, 0.0}, pv::Mounting::tracked, true);
  const double dark = pv::rear_gain(plant, hours).share[5];
  plant.albedo = 0.4;
  const double bright = pv::rear_gain(plant, hours).share[5];
  CHECK(dark > 0.02);
  CHECK(bright > 1.5 * dark);
  CHECK(bright < 0.25);
}

TEST_CASE("the back's gain by month, from a few days, is that of every hour to half a percent of the yield",
          "[model][pv]") {
  double worst = 0.0;
  for (const double latitude : {-28.0, 0.5, 24.0, 45.0})
    for (const pv::Mounting mounting : {pv::Mounting::fixed, pv::Mounting::tracked, pv::Mounting::floating})
      for (const double albedo : {0.2, 0.4}) {
        CAPTURE(latitude, static_cast<int>(mounting), albedo);
        const std::vector<pv::LitHour> hours = made_up_year(latitude);
        pv::PvPlant plant = pv::usual_plant({latitude, 0.0, 0.0}, mounting, true);
        plant.albedo = albedo;
        const pv::RearGain gain = pv::rear_gain(plant, sample(latitude, hours, 3));
        const double every_hour = year_of(plant, hours, nullptr), by_month = year_of(plant, hours, &gain);
        const pv::RearGain none;
        CHECK(every_hour > 1.005 * year_of(plant, hours, &none));  // there is something to get wrong
        CHECK_THAT(by_month, WithinRel(every_hour, 0.005));
        worst = std::fmax(worst, std::fabs(by_month / every_hour - 1.0));
      }
  UNSCOPED_INFO("worst: " << worst);
  CHECK(worst > 0.0);
}

TEST_CASE("trackers win where the sun shines, floats stay cooler than rows on land", "[model][pv]") {
  const std::vector<pv::LitHour> hours = made_up_year(24.0);
  const Place place{24.0, 50.0, 0.0};
  const pv::RearGain none;
  const double fixed = year_of(pv::usual_plant(place, pv::Mounting::fixed, false), hours, &none);
  const double tracked = year_of(pv::usual_plant(place, pv::Mounting::tracked, false), hours, &none);
  CHECK(tracked > 1.05 * fixed);
  CHECK(tracked < 1.35 * fixed);
  const pv::PvPlant land = pv::usual_plant(place, pv::Mounting::fixed, false),
                    water = pv::usual_plant(place, pv::Mounting::floating, false);
  CHECK(pv::faiman(800.0, 30.0, 2.0, water.u0, water.u1) < pv::faiman(800.0, 30.0, 2.0, land.u0, land.u1));
}
