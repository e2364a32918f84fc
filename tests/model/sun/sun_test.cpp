#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <vector>

#include "model/bits.hpp"
#include "model/numerics.hpp"
#include "model/sun/calendar.hpp"
#include "model/sun/display.hpp"
#include "model/sun/rise_set.hpp"
#include "model/sun/topocentric.hpp"

namespace sun = gs::model::sun;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double kDegree = gs::numerics::kDegree;

bool same(double a, double b) { return gs::bits_of(a) == gs::bits_of(b); }

sun::Geocentric<double> at(const sun::SunHours& hours, std::size_t h) {
  return {hours.greenwich[h], hours.west[h], hours.pole[h], hours.parallax[h]};
}

double square(const gs::model::pv::Sun<double>& s) { return s.east * s.east + s.north * s.north + s.up * s.up; }

}  // namespace

// Reda and Andreas, table A5.1: 17 October 2003, 12:30:30 at UTC-7, Golden.
TEST_CASE("the example of the paper comes out as printed there", "[model][sun]") {
  constexpr double kInstant = 1066419030.0;
  const sun::Ephemeris e = sun::ephemeris(kInstant);
  CHECK_THAT(e.distance_au, WithinAbs(0.9965422974, 5e-11));
  CHECK_THAT(e.right_ascension, WithinAbs(202.22741, 5e-6));
  CHECK_THAT(e.declination, WithinAbs(-9.31434, 5e-6));
  const sun::Observer golden = sun::observer({39.742476, -105.1786, 1830.14}, 82000.0, 11.0);
  const auto direction = sun::topocentric(golden, e.direction);
  const auto seen = sun::refracted(golden, direction);
  CHECK_THAT(90.0 - seen.elevation_deg, WithinAbs(50.11162, 5e-6));
  CHECK_THAT(sun::azimuth_deg(direction), WithinAbs(194.34024, 5e-6));
}

TEST_CASE("suns of many instants are those of each, to the last bit", "[model][sun]") {
  std::vector<double> instants;
  for (int i = 0; i < 1003; ++i) instants.push_back(-1e9 + 2.3e6 * i);
  const sun::SunHours year = sun::sun_hours(instants);
  REQUIRE(year.size() == instants.size());
  int differ = 0;
  for (std::size_t h = 0; h < year.size(); ++h) {
    const auto d = sun::ephemeris(year.unix_s[h]).direction;
    differ += !same(d.greenwich, year.greenwich[h]) || !same(d.west, year.west[h]) || !same(d.pole, year.pole[h]) ||
              !same(d.parallax, year.parallax[h]);
  }
  CHECK(differ == 0);
}

TEST_CASE("the suns of a year of hours, interpolated, are within 1e-10 of the algorithm's", "[model][sun]") {
  for (const int of : {1990, 2023, 2059}) {
    const sun::SunHours year = sun::sun_year(of), exact = sun::sun_hours(year.unix_s);
    REQUIRE(year.size() == gs::model::kHours);
    CHECK(sun::day_of_year(year.unix_s.front()) == 1);
    double worst = 0.0;
    for (std::size_t h = 0; h < year.size(); ++h) {
      worst = std::fmax(worst, std::fabs(year.greenwich[h] - exact.greenwich[h]));
      worst = std::fmax(worst, std::fabs(year.west[h] - exact.west[h]));
      worst = std::fmax(worst, std::fabs(year.pole[h] - exact.pole[h]));
      worst = std::fmax(worst, std::fabs(year.parallax[h] - exact.parallax[h]));
    }
    CAPTURE(of, worst);
    CHECK(worst < 1e-10);
    CHECK(same(year.extraterrestrial[8000], exact.extraterrestrial[8000]));
  }
  CHECK(sun::sun_year(2023).unix_s.front() == 1672531200.0 + 1800.0);
}

TEST_CASE("four lanes see the sun that one number sees", "[model][sun]") {
  using gs::model::Lanes;
  const sun::SunHours year = sun::sun_year(2023);
  const sun::Observer o = sun::observer({24.2, 54.5, 110.0});
  int differ = 0;
  for (std::size_t h = 0; h + 4 <= year.size(); h += 4) {
    const auto load = [&](const std::vector<double>& v) { return Lanes{v[h], v[h + 1], v[h + 2], v[h + 3]}; };
    const sun::Geocentric<Lanes> g{load(year.greenwich), load(year.west), load(year.pole), load(year.parallax)};
    const sun::Refracted<Lanes> four = sun::refracted(o, sun::topocentric(o, g));
    for (std::size_t k = 0; k < 4; ++k) {
      const auto seen = sun::refracted(o, sun::topocentric(o, at(year, h + k)));
      differ += !same(seen.sun.up, four.sun.up[k]) || !same(seen.sun.east, four.sun.east[k]) ||
                !same(seen.elevation_deg, four.elevation_deg[k]);
    }
  }
  CHECK(differ == 0);
}

TEST_CASE("directions of the sun are unit vectors", "[model][sun]") {
  const sun::SunHours year = sun::sun_year(2023);
  const sun::Observer o = sun::observer({43.9, 77.1, 500.0});
  for (std::size_t h = 0; h < year.size(); h += 11) {
    const auto d = sun::topocentric(o, at(year, h));
    CHECK_THAT(square(d), WithinAbs(1.0, 4e-15));
    if (d.up < 0.0) continue;
    const auto seen = sun::refracted(o, d);
    CHECK_THAT(square(seen.sun), WithinAbs(1.0, 4e-15));
    CHECK_THAT(gs::numerics::asin(seen.sun.up) / kDegree, WithinAbs(seen.elevation_deg, 1e-11));
  }
}

TEST_CASE("days of the year across leap years and before 1970", "[model][sun]") {
  CHECK(sun::days_to_year(1970) == 0);
  CHECK(sun::days_to_year(2000) == 10957);
  CHECK(sun::days_to_year(1969) == -365);
  CHECK(sun::day_of_year(0.0) == 1);
  CHECK(sun::day_of_year(-1.0) == 365);
  CHECK(sun::day_of_year(1672531199.0) == 365);   // 2022-12-31 23:59:59
  CHECK(sun::day_of_year(1735603200.0) == 366);   // 2024-12-31
  CHECK(sun::day_of_year(951782400.0) == 60);     // 2000-02-29
  CHECK(sun::day_of_year(4107542400.0) == 60);    // 2100-03-01: 2100 has no leap day
}

TEST_CASE("no sunrise in the polar night, none in the polar day", "[model][sun]") {
  CHECK_FALSE(sun::rise_set({80.0, 20.0, 0.0}, 1703160000.0));  // December
  CHECK_FALSE(sun::rise_set({80.0, 20.0, 0.0}, 1687348800.0));  // June
  CHECK(sun::rise_set({50.0, 20.0, 0.0}, 1687348800.0));
}

TEST_CASE("the display's sun is within 0.02 degrees of the algorithm's, 1950 to 2060", "[model][sun]") {
  double worst = 0.0, worst_distance = 0.0;
  for (double t = -631152000.0; t < 2840140800.0; t += 86400.0 * 3.37) {
    const sun::Subsolar fast = sun::subsolar(t);
    const sun::Ephemeris e = sun::ephemeris(t);
    double east = e.right_ascension - e.sidereal - fast.longitude;
    east -= 360.0 * std::floor((east + 180.0) / 360.0);
    worst = std::fmax(worst, std::hypot(fast.latitude - e.declination, east * std::cos(fast.latitude * kDegree)));
    worst_distance = std::fmax(worst_distance, std::fabs(fast.distance_au - e.distance_au));
    CHECK(fast.longitude >= -180.0);
    CHECK(fast.longitude < 180.0);
  }
  CAPTURE(worst, worst_distance);
  CHECK(worst < 0.02);
  CHECK(worst_distance < 2e-4);
  CHECK_THAT(sun::cos_zenith({20.0, 30.0, 1.0}, {20.0, 30.0, 0.0}), WithinAbs(1.0, 1e-15));
}
