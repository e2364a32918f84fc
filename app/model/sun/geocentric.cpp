#include "model/sun/geocentric.hpp"

#include <algorithm>
#include <utility>

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

/// Mean sidereal time at Greenwich, 0..360 degrees.
template <class V>
GS_INLINE V mean_sidereal(const Julian<V>& j) {
  const V degrees = 280.46061837 + 360.98564736629 * j.since_2000 + 0.000387933 * (j.century * j.century) -
                    j.century * j.century * j.century / 38710000.0;
  return degrees - 360.0 * lane::floor(degrees / 360.0);
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
  const V equinoxes = n.longitude * ce;
  return {cb * cl,
          cb * sl * ce - sb * se,
          cb * sl * se + sb * ce,
          mean_sidereal(j) + equinoxes,
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

/// Calls visit(first, instants) for four instants at a time; past the end the last is repeated.
template <class Visit>
void for_each_lanes(std::span<const double> unix_s, Visit visit) {
  for (std::size_t first = 0; first < unix_s.size(); first += kLanes) {
    Lanes instants{};
    for (std::size_t k = 0; k < kLanes; ++k) instants[k] = unix_s[std::min(first + k, unix_s.size() - 1)];
    visit(first, instants);
  }
}

SunHours empty_hours(std::vector<double> unix_s) {
  const std::vector<double> column(unix_s.size());
  SunHours hours{std::move(unix_s), column, column, column, column, column};
  int day = 0;
  double outside = 0.0;
  for (std::size_t i = 0; i < hours.size(); ++i) {
    if (const int of_this = day_of_year(hours.unix_s[i]); of_this != day)
      outside = pv::extraterrestrial_normal(day = of_this);
    hours.extraterrestrial[i] = outside;
  }
  return hours;
}

void store(SunHours& hours, std::size_t first, const Geocentric<Lanes>& g) {
  for (std::size_t k = 0; k < kLanes && first + k < hours.size(); ++k) {
    hours.greenwich[first + k] = g.greenwich[k];
    hours.west[first + k] = g.west[k];
    hours.pole[first + k] = g.pole[k];
    hours.parallax[first + k] = g.parallax[k];
  }
}

// Between nodes 12 hours apart, eight points: the fastest term that counts (14 days) is left with an error of 1e-14.
constexpr int kHoursBetween = 12, kNodes = 8;
static_assert(kHours % kHoursBetween == 0 && kHoursBetween % kLanes == 0);

/// Weights of Lagrange's polynomial through 0, 1 ... kNodes - 1 at `x`.
void lagrange(double x, double (&weights)[kNodes]) {
  for (int i = 0; i < kNodes; ++i) {
    weights[i] = 1.0;
    for (int j = 0; j < kNodes; ++j)
      if (j != i) weights[i] *= (x - j) / (i - j);
  }
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
  SunHours hours = empty_hours({unix_s.begin(), unix_s.end()});
  for_each_lanes(hours.unix_s, [&](std::size_t first, Lanes instants) {
    store(hours, first, direction_of(apparent(instants, delta_t_s)));
  });
  return hours;
}

SunHours sun_year(int year, double delta_t_s) {
  const double start = static_cast<double>(days_to_year(year)) * kDay_s;
  constexpr double kStep_s = kHoursBetween * 3600.0;
  std::vector<double> nodes(kHours / kHoursBetween + kNodes), middles(kHours);
  for (std::size_t i = 0; i < nodes.size(); ++i)
    nodes[i] = start + (static_cast<double>(i) - (kNodes / 2 - 1)) * kStep_s;
  for (std::size_t h = 0; h < middles.size(); ++h) middles[h] = start + (static_cast<double>(h) + 0.5) * 3600.0;

  std::vector<Apparent<double>> slow(nodes.size());
  for_each_lanes(nodes, [&](std::size_t first, Lanes instants) {
    const Apparent<Lanes> a = apparent(instants, delta_t_s);
    for (std::size_t k = 0; k < kLanes && first + k < slow.size(); ++k)
      slow[first + k] = {a.x[k], a.y[k], a.z[k], 0.0, a.equinoxes[k], a.distance_au[k]};
  });
  double weights[kHoursBetween][kNodes];
  for (int h = 0; h < kHoursBetween; ++h) lagrange(kNodes / 2 - 1 + (h + 0.5) / kHoursBetween, weights[h]);

  SunHours hours = empty_hours(middles);
  for_each_lanes(middles, [&](std::size_t first, Lanes instants) {
    Apparent<Lanes> a{};
    for (std::size_t k = 0; k < kLanes; ++k) {
      const double* weight = weights[(first + k) % kHoursBetween];
      const Apparent<double>* node = slow.data() + (first + k) / kHoursBetween;
      for (int i = 0; i < kNodes; ++i) {
        a.x[k] += weight[i] * node[i].x;
        a.y[k] += weight[i] * node[i].y;
        a.z[k] += weight[i] * node[i].z;
        a.equinoxes[k] += weight[i] * node[i].equinoxes;
        a.distance_au[k] += weight[i] * node[i].distance_au;
      }
    }
    a.sidereal = mean_sidereal(julian(instants, delta_t_s)) + a.equinoxes;
    store(hours, first, direction_of(a));
  });
  return hours;
}

}  // namespace gs::model::sun
