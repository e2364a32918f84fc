#pragma once
#include "model/hours.hpp"

namespace gs::model::sun {

/// Where the sun stands overhead.
struct Subsolar {
  double latitude, longitude;  ///< degrees; longitude -180..180
  double distance_au;
};

/// Fast, for the display (the terminator between day and night): within 0.02 degrees of the Solar Position Algorithm
/// from 1950 to 2060. Low-precision formulas of the Astronomical Almanac (section C).
Subsolar subsolar(double unix_s);

/// Cosine of the sun's zenith angle at a place, without refraction and parallax.
double cos_zenith(const Subsolar&, const Place&);

}  // namespace gs::model::sun
