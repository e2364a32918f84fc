#include <array>
#include <string>
#include <vector>

#include "digest.hpp"
#include "model/csp.hpp"
#include "model/hydro.hpp"
#include "model/numerics.hpp"
#include "model/pv/kernel.hpp"
#include "model/pv/pv_year.hpp"
#include "model/wind/farm.hpp"

namespace gs {
namespace {

using namespace model;
namespace pv = model::pv;

/// Weather of no place: from overcast to clear, calm to storm.
WeatherYear weather_of(const Place& place, const sun::SunHours& s) {
  const sun::Observer o = sun::observer(place);
  const numerics::Draws draws(7, 3);
  WeatherYear w;
  for (std::size_t h = 0; h < kHours; ++h) {
    const double up =
        sun::topocentric(o, sun::Geocentric<double>{s.greenwich[h], s.west[h], s.pole[h], s.parallax[h]}).up;
    w.ghi.push_back(up > 0.0 ? 1361.0 * up * (0.1 + 0.65 * draws.uniform(3 * h)) : 0.0);
    w.temperature.push_back(45.0 * draws.uniform(3 * h + 1) - 5.0);
    w.wind.push_back(14.0 * draws.uniform(3 * h + 2));
  }
  return w;
}

/// The same year by every kernel of the processor: all must agree to the last bit.
void print_kernels(const char* name, const pv::PvPlant& plant, const WeatherYear& w, const sun::SunHours& s) {
  const pv::YearColumns columns{
      s.greenwich.data(), s.west.data(),        s.pole.data(), s.parallax.data(), s.extraterrestrial.data(),
      w.ghi.data(),       w.temperature.data(), w.wind.data(), nullptr,           nullptr};
  pv::PvChain chain = pv::chain_of(plant);
  if (plant.bifaciality > 0.0)
    for (std::size_t m = 0; m < 12; ++m) chain.rear.share[m] = 0.05 + 0.01 * static_cast<double>(m);
  const pv::Kernels kernels = pv::kernels();
  std::string first;
  for (int k = 0; k < kernels.count; ++k) {
    std::vector<double> power(kHours);
    std::array<double, 12> energy{};
    kernels.each[k].run(chain, columns, power.data(), energy.data());
    Digest digest;
    add_all(digest, power);
    add_all(digest, energy);
    // Which kernels there are depends on the processor: they go to the error stream, which is not compared.
    std::fprintf(stderr, "kernel %s %s %s\n", kernels.each[k].name, name, digest.hex().c_str());
    if (k == 0) first = digest.hex();
    expect_same(name, first, digest.hex());
  }
  std::printf("kernels %s %s\n", name, first.c_str());
}

void print_photovoltaics(const WeatherYear& w, const Place& place, const sun::SunHours& s) {
  const struct {
    const char* name;
    pv::Mounting mounting;
    bool bifacial;
  } rows[] = {{"fixed", pv::Mounting::fixed, false},
              {"tracked", pv::Mounting::tracked, false},
              {"bifacial", pv::Mounting::tracked, true},
              {"fixed-bifacial", pv::Mounting::fixed, true},
              {"floating", pv::Mounting::floating, false}};
  for (const auto& row : rows) {
    const pv::PvPlant plant = pv::usual_plant(place, row.mounting, row.bifacial);
    print_kernels(row.name, plant, w, s);
    print_digest("photovoltaics", row.name, [&](Digest& d) {
      const pv::PvYear year = pv::pv_year(plant, w, s);
      add_all(d, year.power);
      add_all(d, year.energy);
    });
  }
  pv::PvPlant sloped = pv::usual_plant(place, pv::Mounting::tracked, false);
  sloped.tracking.cross_axis_tilt_deg = 5.0;
  sloped.tracking.axis_tilt_deg = 8.0;
  print_kernels("sloped", sloped, w, s);
}

void print_wind(const WeatherYear& w) {
  for (const int turbines : {1, 10, 64}) {
    wind::WindFarm farm;
    farm.turbines = turbines;
    farm.altitude_m = 20.0 * turbines;
    const std::string name = std::to_string(turbines) + "-turbines";
    print_digest("wind", name.c_str(), [&](Digest& d) {
      const wind::FarmTable table = wind::farm_table(farm);
      add_all(d, table.share);
      std::vector<double> share(kHours);
      wind::wind_year(farm, w, share);
      add_all(d, share);
      for (const double age : {0.0, 1.0, 7.5, 30.0}) d.add(wind::at_age(age));
    });
  }
}

void print_mirrors(const WeatherYear& w, const Place& place, const sun::SunHours& s) {
  const sun::Observer o = sun::observer(place);
  for (const CspKind kind : {CspKind::trough, CspKind::tower})
    print_digest("mirrors", kind == CspKind::trough ? "trough" : "tower", [&](Digest& d) {
      std::vector<double> optics(kHours), power(kHours);
      for (std::size_t h = 0; h < kHours; ++h) {
        const auto seen =
            sun::topocentric(o, sun::Geocentric<double>{s.greenwich[h], s.west[h], s.pole[h], s.parallax[h]});
        optics[h] = optical_share(kind, seen.up, seen.north);
      }
      for (const double stored : {0.0, 6.0, 15.0}) {
        const CspYear year = csp_year(usual_csp(kind, stored), optics, w.ghi, power);
        add_all(d, optics);
        add_all(d, power);
        for (const double sum : {year.collected, year.delivered, year.store_loss, year.dumped, year.electricity})
          d.add(sum);
      }
    });
}

void print_water() {
  print_digest("water", "hours", [](Digest& d) {
    MonthShares shares{};
    for (std::size_t m = 0; m < shares.size(); ++m)
      shares[m] = 1.0 / 12 + (m < 6 ? 0.01 : -0.01) * static_cast<double>(m % 3);
    const auto flat = regulated(shares, ratio(0.4));
    if (!flat) return d.add(flat.error().text());
    const auto months = hydro_months(megawatts(100), gigawatt_hours(430), *flat);
    if (!months) return d.add(months.error().text());
    const auto hours = hydro_hours(megawatts(100), *months, evening_peak(78.0, ratio(0.3)));
    if (!hours) return d.add(hours.error().text());
    add_all(d, *hours);
  });
}

}  // namespace

void print_plants() {
  const Place place{31.5, 68.0, 400.0};
  const sun::SunHours s = sun::sun_year(2023);
  const WeatherYear w = weather_of(place, s);
  print_photovoltaics(w, place, s);
  print_wind(w);
  print_mirrors(w, place, s);
  print_water();
}

}  // namespace gs
