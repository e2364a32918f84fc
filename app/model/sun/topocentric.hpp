#pragma once
#include "model/hours.hpp"
#include "model/lane_math.hpp"
#include "model/pv/geometry.hpp"
#include "model/sun/geocentric.hpp"

/// The sun seen from a place: the rest of the Solar Position Algorithm (Reda and Andreas 2004, sections 3.11-3.15) in
/// vectors, which give what its chain of angles gives, with parallax, and cost no trigonometry but the refraction's.
namespace gs::model::sun {

inline constexpr double kSunRadius_deg = 0.26667, kHorizonRefraction_deg = 0.5667;

/// Pressure of the standard atmosphere, Pa, at a height above the sea in metres, below 44 km.
double pressure_at(double altitude_m);

/// A place, prepared.
struct Observer {
  double sin_latitude, cos_latitude, sin_longitude, cos_longitude;
  double across, along;  ///< distance from the Earth's axis and from the plane of the equator, in equatorial radii
  double refraction;     ///< factor of the refraction, degrees
};
/// `pressure_Pa` and `temperature_C` of the air at the place, for the refraction.
Observer observer(const Place&, double pressure_Pa, double temperature_C);
/// With the pressure of the standard atmosphere and 12 degrees.
Observer observer(const Place&);

/// Unit vector towards the sun without refraction; `up` is the cosine of the true zenith angle.
template <class V>
GS_INLINE pv::Sun<V> topocentric(const Observer& o, const Geocentric<V>& g) {
  const V x = g.greenwich * o.cos_longitude - g.west * o.sin_longitude - g.parallax * o.across;
  const V west = g.west * o.cos_longitude + g.greenwich * o.sin_longitude;
  const V z = g.pole - g.parallax * o.along;
  // Length 1 up to 1e-4: 1 / sqrt(1 + q) as a series.
  const V q = (x * x + west * west + z * z) - 1.0;
  const V shorten = 1.0 - q * (0.5 - q * (0.375 - q * 0.3125));
  return {-west * shorten, (z * o.cos_latitude - x * o.sin_latitude) * shorten,
          (x * o.cos_latitude + z * o.sin_latitude) * shorten};
}

/// The sun as the air shows it.
template <class V>
struct Refracted {
  pv::Sun<V> sun;    ///< unit vector
  V elevation_deg;   ///< above the horizon
  V refraction_deg;  ///< what the air adds to the true elevation, which is the difference
};

/// For a sun above -1 degree; below kSunRadius + kHorizonRefraction under the horizon nothing is added (eq. 42).
template <class V>
GS_INLINE Refracted<V> refracted(const Observer& o, const pv::Sun<V>& sun) {
  constexpr double kDegree = 0x1.1df46a2529d39p-6;
  const V level = root(sun.east * sun.east + sun.north * sun.north);
  const V elevation = lane::atan2(sun.up, level) * (1.0 / kDegree);
  const auto seen = elevation >= -(kSunRadius_deg + kHorizonRefraction_deg);
  V s, c;
  lane::sincos((elevation + 10.3 / (elevation + 5.11)) * kDegree, s, c);
  const V added = select(seen, o.refraction * c / s, V{});
  // Turned up by a small angle: sine and cosine by their series.
  const V a = added * kDegree, square = a * a;
  const V sine = a * (1.0 - square * (1.0 / 6 - square * (1.0 / 120)));
  const V cosine = 1.0 - square * (0.5 - square * (1.0 / 24 - square * (1.0 / 720)));
  const V flatter = cosine - sine * sun.up / greater(level, all<V>(1e-30));
  return {{sun.east * flatter, sun.north * flatter, sun.up * cosine + level * sine}, elevation + added, added};
}

/// Degrees clockwise from north, 0..360.
template <class V>
GS_INLINE V azimuth_deg(const pv::Sun<V>& sun) {
  const V angle = lane::atan2(sun.east, sun.north) * 0x1.ca5dc1a63c1f8p+5;
  return select(angle < 0.0, angle + 360.0, angle);
}

}  // namespace gs::model::sun
