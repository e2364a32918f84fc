#include "digest.hpp"
#include "model/climate/climate.hpp"
#include "model/sun/geocentric.hpp"
#include "model/sun/rise_set.hpp"
#include "model/sun/topocentric.hpp"

namespace gs {
namespace {

using model::Climate;
using model::Place;

void add_sun(Digest& digest, const model::sun::SunHours& sun) {
  for (const auto* column : {&sun.greenwich, &sun.west, &sun.pole, &sun.parallax, &sun.extraterrestrial})
    add_all(digest, *column);
}

void add_sky(Digest& digest, const model::sun::SunHours& sun, const Place& place) {
  const model::sun::Observer o = model::sun::observer(place);
  for (std::size_t h = 0; h < sun.size(); ++h) {
    const auto seen = model::sun::topocentric(
        o, model::sun::Geocentric<double>{sun.greenwich[h], sun.west[h], sun.pole[h], sun.parallax[h]});
    const auto shown = model::sun::refracted(o, seen);
    for (const double value : {shown.sun.east, shown.sun.north, shown.sun.up, shown.elevation_deg}) digest.add(value);
    digest.add(model::sun::azimuth_deg(seen));
  }
}

/// A climate whose sun and wind go with the season: `least` and `most` kWh/m2 a day.
Climate climate(double least, double most, double celsius, double wind, bool south) {
  Climate c;
  for (std::size_t m = 0; m < 12; ++m) {
    const double summer = (m < 6 ? static_cast<double>(m) : 11.0 - static_cast<double>(m)) / 5.0;
    const double warm = south ? 1.0 - summer : summer;
    c.ghi[m] = least + (most - least) * warm;
    c.temperature[m] = celsius + 10.0 * (warm - 0.5);
    c.wind[m] = wind * (1.1 - 0.2 * warm);
  }
  return c;
}

void add_year(Digest& digest, const Climate& c, const Place& place, const model::sun::SunHours& sun) {
  for (const std::uint64_t seed : {1, 2}) {
    const auto year = model::synthetic_year(c, place, sun, seed);
    if (!year) {
      digest.add(year.error().text());
      std::fprintf(stderr, "no synthetic year: %s\n", year.error().text().c_str());
      continue;
    }
    const model::WeatherYear& w = year->weather;
    for (const auto* hours : {&w.ghi, &w.temperature, &w.wind, &w.dni, &w.dhi}) add_all(digest, *hours);
    add_all(digest, year->clearness);
    digest.add(year->wind_k);
  }
}

}  // namespace

void print_weather() {
  const model::sun::SunHours sun = model::sun::sun_year(2023);
  print_digest("sun", "year", [&](Digest& d) { add_sun(d, sun); });
  print_digest("sun", "instants", [&](Digest& d) {
    for (double t = -3e10; t < 5e10; t += 7.77e8) {
      const model::sun::Ephemeris e = model::sun::ephemeris(t);
      for (const double value : {e.right_ascension, e.declination, e.sidereal, e.distance_au, e.equation_of_time_min})
        d.add(value);
    }
  });
  const Place places[] = {
      {24.1, 54.5, 63.0}, {-33.9, -70.9, 800.0}, {0.0, 0.0, 0.0}, {69.0, 33.0, 50.0}, {-90.0, 0.0, 2800.0}};
  for (const Place& place : places) print_digest("sun", "sky", [&](Digest& d) { add_sky(d, sun, place); });
  print_digest("sun", "rise-set", [&](Digest& d) {
    for (const Place& place : places)
      for (double t = 1.7e9; t < 1.7e9 + 3.2e7; t += 1e6)
        if (const auto times = model::sun::rise_set(place, t))
          for (const double value : {times->rise, times->transit, times->set}) d.add(value);
  });
  const auto year = [&](const char* name, const Climate& c, const Place& place) {
    print_digest("climate", name, [&](Digest& d) { add_year(d, c, place, sun); });
  };
  year("desert", climate(4.2, 7.6, 27.0, 4.0, false), places[0]);
  year("south", climate(2.6, 7.4, 15.0, 6.0, true), places[1]);
  year("equator", climate(4.8, 5.2, 27.0, 2.5, false), places[2]);
  Climate polar = climate(0.0, 1.0, -2.0, 7.0, false);
  polar.ghi = {0.0, 0.35, 1.4, 3.2, 4.6, 5.2, 4.9, 3.4, 1.8, 0.6, 0.05, 0.0};
  year("polar", polar, places[3]);
  Climate hub = climate(2.0, 6.5, 8.0, 8.5, false);
  hub.wind_height_m = 100.0;
  hub.weibull_k = 2.6;
  hub.wind_diurnal = 0.0;
  year("hub", hub, {43.5, 69.7, 500.0});
  Climate dusty = climate(4.2, 7.6, 27.0, 4.0, false);
  for (std::size_t m = 0; m < 12; ++m) dusty.dhi[m] = 0.4 * dusty.ghi[m];
  year("dusty", dusty, places[0]);
}

}  // namespace gs
