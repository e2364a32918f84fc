#include "model/pv/kernel.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <numeric>
#include <string>

#include "model/bits.hpp"
#include "model/numerics.hpp"
#include "model/pv/pv_year.hpp"

using namespace gs::model;
using Catch::Matchers::WithinRel;

namespace {

const sun::SunHours& sun_2023() {
  static const sun::SunHours hours = sun::sun_year(2023);
  return hours;
}

sun::Geocentric<double> sun_at_hour(std::size_t h) {
  const sun::SunHours& s = sun_2023();
  return {s.greenwich[h], s.west[h], s.pole[h], s.parallax[h]};
}

/// Weather with every sky from overcast to clear, and some light at the horizon.
WeatherYear changing_weather(const Place& place) {
  const sun::Observer o = sun::observer(place);
  const gs::numerics::Draws draws(7);
  WeatherYear w;
  for (std::size_t h = 0; h < kHours; ++h) {
    const double up = sun::topocentric(o, sun_at_hour(h)).up;
    const double clearness = 0.05 + 0.75 * draws.uniform(h);
    w.ghi.push_back(up > -0.01 ? 1.0 + 1361.0 * clearness * std::fmax(up, 0.0) : 0.0);
    w.temperature.push_back(-10.0 + 45.0 * draws.uniform(10'000 + h));
    w.wind.push_back(12.0 * draws.uniform(20'000 + h));
  }
  return w;
}

pv::YearColumns columns(const WeatherYear& w) {
  const sun::SunHours& s = sun_2023();
  const bool given = !w.dni.empty();
  return {s.greenwich.data(),
          s.west.data(),
          s.pole.data(),
          s.parallax.data(),
          s.extraterrestrial.data(),
          w.ghi.data(),
          w.temperature.data(),
          w.wind.data(),
          given ? w.dni.data() : nullptr,
          given ? w.dhi.data() : nullptr};
}

template <bool Tracked>
double power_of_hour(const pv::PvChain& chain, const WeatherYear& w, std::size_t h) {
  const double outside = sun_2023().extraterrestrial[h];
  pv::HourLight<double> l = pv::light_of_hour(chain.observer, sun_at_hour(h), w.ghi[h], outside);
  if (!w.dni.empty()) l.light = {w.ghi[h], w.dhi[h], w.dni[h]};
  return pv::plant_hour<Tracked>(chain, l, {w.ghi[h], w.temperature[h], w.wind[h]}, outside, chain.rear.share[0]).ac;
}

/// Hours whose bits differ between a kernel and the chain on one number.
int differing_hours(const pv::Kernel& kernel, const pv::PvChain& chain, const WeatherYear& w) {
  std::vector<double> power(kHours);
  double energy[12];
  kernel(chain, columns(w), power.data(), energy);
  int differ = 0;
  for (std::size_t h = 0; h < kHours; ++h) {
    const double one = chain.tracked ? power_of_hour<true>(chain, w, h) : power_of_hour<false>(chain, w, h);
    const double wanted = w.ghi[h] > 0.0 ? one : 0.0;
    differ += gs::bits_of(power[h]) != gs::bits_of(wanted);
  }
  return differ;
}

const Place kPlaces[] = {{24.2, 54.5, 110.0}, {-0.45, 39.6, 150.0}, {67.9, -162.3, 20.0}, {-45.0, 179.9, 1200.0}};

}  // namespace

TEST_CASE("every kernel gives, to the last bit, what the chain gives hour by hour", "[model][pv]") {
  const pv::Kernels all = pv::kernels();
  REQUIRE(all.count >= 1);
  for (int k = 0; k < all.count; ++k) {
    for (const Place& place : kPlaces) {
      for (const pv::Mounting mounting : {pv::Mounting::fixed, pv::Mounting::tracked}) {
        WeatherYear weather = changing_weather(place);
        pv::PvChain chain = pv::chain_of(pv::usual_plant(place, mounting, false));
        for (double& share : chain.rear.share) share = 0.07;
        CAPTURE(all.each[k].name, place.latitude, static_cast<int>(mounting));
        CHECK(differing_hours(all.each[k].run, chain, weather) == 0);
        for (const double ghi : weather.ghi) {
          weather.dhi.push_back(0.4 * ghi);
          weather.dni.push_back(0.9 * ghi);
        }
        CHECK(differing_hours(all.each[k].run, chain, weather) == 0);
      }
    }
  }
}

TEST_CASE("a year's months add up to its hours", "[model][pv]") {
  const Place place = kPlaces[0];
  const WeatherYear weather = changing_weather(place);
  const pv::PvYear year = pv::pv_year(pv::usual_plant(place, pv::Mounting::tracked, true), weather, sun_2023());
  REQUIRE(year.power.size() == kHours);
  std::size_t first = 0;
  for (int m = 0; m < 12; ++m) {
    const std::size_t hours = static_cast<std::size_t>(kDaysOfMonth[m]) * 24;
    const double sum = gs::numerics::sum(std::span(year.power).subspan(first, hours));
    CHECK_THAT(year.energy[m], WithinRel(sum, 1e-12));
    first += hours;
  }
  CHECK_THAT(year.whole_year(), WithinRel(gs::numerics::sum(year.power), 1e-12));
}

TEST_CASE("no light, no power; no power above the inverter's limit", "[model][pv]") {
  const Place place = kPlaces[0];
  WeatherYear weather = changing_weather(place);
  for (double& ghi : weather.ghi) ghi *= 1.5;
  const pv::PvPlant plant = pv::usual_plant(place, pv::Mounting::tracked, true);
  const pv::PvYear bright = pv::pv_year(plant, weather, sun_2023());
  double most = 0.0;
  for (const double power : bright.power) {
    CHECK(power >= 0.0);
    most = std::fmax(most, power);
  }
  CHECK_THAT(most, WithinRel(1.0 / plant.dc_ac, 1e-12));
  for (double& ghi : weather.ghi) ghi = 0.0;
  CHECK(pv::pv_year(plant, weather, sun_2023()).whole_year() == 0.0);
}

TEST_CASE("light on the back adds, a tracker in the desert beats a fixed plane", "[model][pv]") {
  const Place place = kPlaces[0];
  const WeatherYear weather = changing_weather(place);
  const auto of = [&](pv::Mounting mounting, bool bifacial) {
    return pv::pv_year(pv::usual_plant(place, mounting, bifacial), weather, sun_2023()).whole_year();
  };
  const double fixed = of(pv::Mounting::fixed, false), tracked = of(pv::Mounting::tracked, false);
  CHECK(tracked > 1.08 * fixed);
  CHECK(of(pv::Mounting::fixed, true) > 1.01 * fixed);
  CHECK(of(pv::Mounting::tracked, true) > 1.01 * tracked);
  CHECK(of(pv::Mounting::tracked, true) < 1.2 * tracked);
}

TEST_CASE("hours with light for the back's gain: the sun is up in each", "[model][pv]") {
  const Place place = kPlaces[1];
  const WeatherYear weather = changing_weather(place);
  std::vector<int> hours(kHours);
  std::iota(hours.begin(), hours.end(), 0);
  const auto lit = pv::lit_hours(sun::observer(place), weather, sun_2023(), hours);
  CHECK(lit.size() > 4300);
  CHECK(lit.size() < 4700);
  CHECK(lit.front().month == 0);
  CHECK(lit.back().month == 11);
  for (const pv::LitHour& hour : lit) CHECK(hour.sky.sun.up > -1e-12);
}
