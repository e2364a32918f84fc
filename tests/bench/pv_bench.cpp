#include <catch2/benchmark/catch_benchmark.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "bench/rates.hpp"
#include "model/numerics.hpp"
#include "model/pv/kernel.hpp"
#include "model/pv/pv_year.hpp"

/// Photovoltaic years. The reference program (pvlib with numpy) does 83 thousand hours a second of the chain with fixed
/// and tracked planes.
namespace {

using namespace gs::model;
using gs::bench::in_time;
using gs::bench::per_second;

constexpr double kGoal_per_s = 20e6, kReference_per_s = 83e3;
constexpr int kPlants = 75;  // about as many as the portfolio has
constexpr double kGoalOfAll_ms = 33.0;

Place place_of(int plant) { return {-35.0 + 1.2 * plant, 20.0 + 1.3 * plant, 30.0 * plant}; }

/// Skies from overcast to clear.
WeatherYear weather_of(const Place& place, const sun::SunHours& s, std::uint64_t seed) {
  const sun::Observer o = sun::observer(place);
  const gs::numerics::Draws draws(seed);
  WeatherYear w;
  for (std::size_t h = 0; h < kHours; ++h) {
    const sun::Geocentric<double> g{s.greenwich[h], s.west[h], s.pole[h], s.parallax[h]};
    const double up = sun::topocentric(o, g).up;
    w.ghi.push_back(up > 0.0 ? 1361.0 * up * (0.1 + 0.65 * draws.uniform(h)) : 0.0);
    w.temperature.push_back(25.0 + 10.0 * std::fmax(up, 0.0));
    w.wind.push_back(6.0 * draws.uniform(10'000 + h));
  }
  return w;
}

}  // namespace

TEST_CASE("a plant's year") {
  const sun::SunHours s = sun::sun_year(2023);
  const Place place{24.2, 54.5, 110.0};
  const WeatherYear w = weather_of(place, s, 1);
  const pv::YearColumns columns{s.greenwich.data(),      s.west.data(),   s.pole.data(),        s.parallax.data(),
                                s.extraterrestrial.data(), w.ghi.data(),    w.temperature.data(), w.wind.data(),
                                nullptr,                 nullptr};
  std::vector<double> power(kHours);
  double energy[12];
  const pv::Kernels kernels = pv::kernels();
  for (const pv::Mounting mounting : {pv::Mounting::tracked, pv::Mounting::fixed}) {
    const pv::PvChain chain = pv::chain_of(pv::usual_plant(place, mounting, false));
    for (int k = 0; k < kernels.count; ++k) {
      // The best kernel of the platform has the row's plain name, so that platforms can be compared.
      const std::string what = mounting == pv::Mounting::tracked ? "photovoltaics, tracked" : "photovoltaics, fixed";
      const std::string name = k == 0 ? what : what + ", " + kernels.each[k].name;
      BENCHMARK(per_second(name, kHours, k == 0 ? kGoal_per_s : 0.0, kReference_per_s)) {
        kernels.each[k].run(chain, columns, power.data(), energy);
        return energy[6];
      };
    }
  }
}

TEST_CASE("the sun of a year") {
  BENCHMARK(in_time("sun of a year, once for all sites", 0.0)) { return sun::sun_year(2023).greenwich[4000]; };
}

TEST_CASE("all plants' years") {
  const sun::SunHours s = sun::sun_year(2023);
  std::vector<WeatherYear> weather;
  std::vector<pv::PvPlant> plants;
  for (int i = 0; i < kPlants; ++i) {
    weather.push_back(weather_of(place_of(i), s, static_cast<std::uint64_t>(i)));
    plants.push_back(pv::usual_plant(place_of(i), pv::Mounting::tracked, i % 2 == 0));
  }
  BENCHMARK(in_time("year of 75 tracked plants, half of them bifacial, with the sun", kGoalOfAll_ms)) {
    const sun::SunHours sun = sun::sun_year(2023);
    double sum = 0.0;
    for (std::size_t i = 0; i < plants.size(); ++i) sum += pv::pv_year(plants[i], weather[i], sun).energy[6];
    return sum;
  };
}
