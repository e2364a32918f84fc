#include "model/sun/geocentric.hpp"

#include <algorithm>

#include "model/hours.hpp"
#include "model/lane_math.hpp"
#include "model/numerics.hpp"
#include "model/pv/extraterrestrial.hpp"
#include "model/sun/calendar.hpp"
#include "model/sun/terms.hpp"

namespace gs::model::sun {
namespace {

using numerics::kDegree;

/// Julian dates in the steps of the paper: a date in days is rounded to 5e-10 of a day, and whoever rounds it elsewhere
/// finds the sun 1e-7 degrees away.
template <class V>
struct Julian {
  V since_2000;                     ///< days of universal time since 1 January 2000 12:00
  V century;                        ///< of universal time
  V ephemeris_century, millennium;  ///< of terrestrial time
};

template <class V>
GS_INLINE Julian<V> julian(V unix_s, double delta_t_s) {
  const V day = unix_s / kDay_s + 2440587.5;
  const V ephemeris_day = day + delta_t_s / kDay_s;
  const V since = day - 2451545.0, century = (ephemeris_day - 2451545.0) / 36525.0;
  return {since, since / 36525.0, century, century / 10.0};
}

template <class V>
GS_INLINE V series(std::span<const Term> terms, V t) {
  V sum{};
  for (const Term& term : terms) sum = sum + term.amplitude * lane::cos(term.phase + term.rate * t);
  return sum;
}

/// Nutation, degrees.
template <class V>
struct Nutation {
  V longitude, obliquity;
};

template <class V>
GS_INLINE Nutation<V> nutation(V t) {
  const V elongation = 297.85036 + t * (445267.111480 + t * (-0.0019142 + t / 189474.0));
  const V anomaly = 357.52772 + t * (35999.050340 + t * (-0.0001603 - t / 300000.0));
  const V moon = 134.96298 + t * (477198.867398 + t * (0.0086972 + t / 56250.0));
  const V latitude = 93.27191 + t * (483202.017538 + t * (-0.0036825 + t / 327270.0));
  const V node = 125.04452 + t * (-1934.136261 + t * (0.0020708 + t / 450000.0));
  V along{}, oblique{};
  for (const NutationTerm& n : kNutation) {
    const V argument = double(n.d) * elongation + double(n.m) * anomaly + double(n.moon) * moon +
                       double(n.f) * latitude + double(n.node) * node;
    V s, c;
    lane::sincos(argument * kDegree, s, c);
    along = along + (n.sine + n.sine_per_century * t) * s;
    oblique = oblique + (n.cosine + n.cosine_per_century * t) * c;
  }
  return {along / 36000000.0, oblique / 36000000.0};
}

/// Mean obliquity of the ecliptic, arc seconds; `u` in ten thousand years.
template <class V>
GS_INLINE V mean_obliquity(V u) {
  constexpr double kSeconds[] = {84381.448, -4680.93, -1.55, 1999.25, -51.38, -249.67,
                                 -39.05,    7.12,     27.87, 5.79,    2.45};
  V sum = all<V>(kSeconds[10]);
  for (int i = 9; i >= 0; --i) sum = sum * u + kSeconds[i];
  return sum;
}

/// What follows from the instant, degrees.
template <class V>
struct Apparent {
  V x, y, z;    ///< unit vector towards the sun, equator of date: vernal equinox, 90 degrees east of it, north pole
  V sidereal;   ///< apparent, at Greenwich, 0..360 and a little
  V equinoxes;  ///< its nutation
  V distance_au;
};

template <class V>
GS_INLINE Apparent<V> apparent(V unix_s, double delta_t_s) {
  const Julian<V> j = julian(unix_s, delta_t_s);
  const V t = j.millennium;
  const V longitude = (series<V>(kL0, t) + t * (series<V>(kL1, t) + t * (series<V>(kL2, t) + t * (series<V>(kL3, t) +
                       t * (series<V>(kL4, t) + t * series<V>(kL5, t)))))) / 1e8;
  const V latitude = (series<V>(kB0, t) + t * series<V>(kB1, t)) / 1e8;
  const V distance = (series<V>(kR0, t) + t * (series<V>(kR1, t) + t * (series<V>(kR2, t) +
                      t * (series<V>(kR3, t) + t * series<V>(kR4, t))))) / 1e8;
  const Nutation<V> n = nutation(j.ephemeris_century);
  const V obliquity = mean_obliquity(t / 10.0) / 3600.0 + n.obliquity;
  const V aberration = -20.4898 / (3600.0 * distance);
  V sl, cl, sb, cb, se, ce;
  lane::sincos(longitude + (180.0 + n.longitude + aberration) * kDegree, sl, cl);
  lane::sincos(-latitude, sb, cb);
  lane::sincos(obliquity * kDegree, se, ce);
  const V mean_sidereal = 280.46061837 + 360.98564736629 * j.since_2000 + 0.000387933 * (j.century * j.century) -
                          j.century * j.century * j.century / 38710000.0;
  const V equinoxes = n.longitude * ce;
  return {cb * cl,
          cb * sl * ce - sb * se,
          cb * sl * se + sb * ce,
          mean_sidereal - 360.0 * lane::floor(mean_sidereal / 360.0) + equinoxes,
          equinoxes,
          distance};
}

template <class V>
GS_INLINE Geocentric<V> direction_of(const Apparent<V>& a) {
  V s, c;
  lane::sincos(a.sidereal * kDegree, s, c);
  return {a.x * c + a.y * s, a.x * s - a.y * c, a.z, lane::sin(8.794 * kDegree / (3600.0 * a.distance_au))};
}

double turned(double degrees) { return degrees - 360.0 * lane::floor(degrees / 360.0); }

double equation_of_time(double t, double right_ascension, double equinoxes) {
  const double mean_longitude =
      280.4664567 +
      t * (360007.6982779 + t * (0.03032028 + t * (1.0 / 49931.0 + t * (-1.0 / 15300.0 - t / 2000000.0))));
  const double minutes = 4.0 * turned(mean_longitude - 0.0057183 - right_ascension + equinoxes);
  return minutes > 20.0 ? minutes - 1440.0 : minutes;
}

}  // namespace

Ephemeris ephemeris(double unix_s, double delta_t_s) {
  const Apparent<double> a = apparent(unix_s, delta_t_s);
  const double right_ascension = turned(lane::atan2(a.y, a.x) / kDegree);
  const double declination = lane::atan2(a.z, root(a.x * a.x + a.y * a.y)) / kDegree;
  const double t = julian(unix_s, delta_t_s).millennium;
  return {right_ascension, declination, a.sidereal, a.distance_au, equation_of_time(t, right_ascension, a.equinoxes),
          direction_of(a)};
}

SunHours sun_hours(std::span<const double> unix_s, double delta_t_s) {
  const std::size_t n = unix_s.size();
  SunHours hours{{unix_s.begin(), unix_s.end()}, std::vector<double>(n), std::vector<double>(n), std::vector<double>(n),
                 std::vector<double>(n), std::vector<double>(n)};
  for (std::size_t first = 0; first < n; first += kLanes) {
    Lanes instants{};
    for (int k = 0; k < kLanes; ++k) instants[k] = unix_s[std::min(first + static_cast<std::size_t>(k), n - 1)];
    const Geocentric<Lanes> g = direction_of(apparent(instants, delta_t_s));
    for (std::size_t k = 0; k < kLanes && first + k < n; ++k) {
      hours.greenwich[first + k] = g.greenwich[k];
      hours.west[first + k] = g.west[k];
      hours.pole[first + k] = g.pole[k];
      hours.parallax[first + k] = g.parallax[k];
    }
  }
  int day = 0;
  double outside = 0.0;
  for (std::size_t i = 0; i < n; ++i) {
    if (const int of_this = day_of_year(unix_s[i]); of_this != day)
      outside = pv::extraterrestrial_normal(day = of_this);
    hours.extraterrestrial[i] = outside;
  }
  return hours;
}

SunHours sun_year(int year, double delta_t_s) {
  std::vector<double> middles(kHours);
  const double start = static_cast<double>(days_to_year(year)) * kDay_s;
  for (int h = 0; h < kHours; ++h) middles[static_cast<std::size_t>(h)] = start + (h + 0.5) * 3600.0;
  return sun_hours(middles, delta_t_s);
}

}  // namespace gs::model::sun
