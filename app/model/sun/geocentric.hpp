#pragma once
#include <span>
#include <vector>

#include "model/lanes.hpp"

/// The sun seen from the middle of the Earth: the part of the Solar Position Algorithm that depends on time alone,
/// computed once for all places. I. Reda and A. Andreas, "Solar position algorithm for solar radiation applications",
/// Solar Energy 76 (2004), 577-589 (NREL/TP-560-34302), with the corrigendum of 2007.
namespace gs::model::sun {

inline constexpr double kDeltaT_s = 67.0;  ///< terrestrial less universal time; 64 s in 2000, 69 s in 2020

/// Direction of the sun in a frame that turns with the Earth, a unit vector: towards the meeting of equator and
/// Greenwich's meridian, towards 90 degrees west on the equator, towards the north pole.
template <class V>
struct Geocentric {
  V greenwich, west, pole;
  V parallax;  ///< sine of the equatorial horizontal parallax, about 4.3e-5
};

/// An instant in full. Degrees unless said.
struct Ephemeris {
  double right_ascension, declination;  ///< apparent; right ascension 0..360
  double sidereal;                      ///< apparent sidereal time at Greenwich
  double distance_au;                   ///< of the Earth from the sun
  double equation_of_time_min;          ///< apparent less mean solar time, -20..20 minutes
  Geocentric<double> direction;
};
/// `unix_s`: seconds since 1970 UTC (taken as UT1), years -2000 to 6000.
Ephemeris ephemeris(double unix_s, double delta_t_s = kDeltaT_s);

/// Suns of many instants, by columns of equal length.
struct SunHours {
  std::vector<double> unix_s;
  std::vector<double> greenwich, west, pole, parallax;  ///< as in Geocentric
  std::vector<double> extraterrestrial;  ///< W/m2 on a plane that faces the sun, of the UTC day (Spencer 1971)
  std::size_t size() const { return unix_s.size(); }
};
SunHours sun_hours(std::span<const double> unix_s, double delta_t_s = kDeltaT_s);

/// The middles of the kHours hours that begin with 1 January 00:00 UTC of `year`. What changes slowly (place among the
/// stars, distance, nutation) is computed every 12 hours and interpolated between; within 1e-10 of sun_hours.
SunHours sun_year(int year, double delta_t_s = kDeltaT_s);

}  // namespace gs::model::sun
