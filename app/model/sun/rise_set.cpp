#include "model/sun/rise_set.hpp"

#include <cmath>

#include "model/numerics.hpp"
#include "model/sun/calendar.hpp"

namespace gs::model::sun {
namespace {

using numerics::kDegree;
constexpr double kHorizon_deg = -0.8333;

double sin_deg(double x) { return numerics::sin(x * kDegree); }
double cos_deg(double x) { return numerics::cos(x * kDegree); }
double turned(double x, double whole) { return x - whole * std::floor(x / whole); }

/// A quantity at 0 h of three days in a row, between which it is interpolated. The right ascension starts anew at 360.
struct ThreeDays {
  double before, on, after;

  double at(double day) const {
    const double a = difference(on - before), b = difference(after - on);
    return on + day * (a + b + (b - a) * day) / 2.0;
  }
  static double difference(double d) { return std::fabs(d) > 2.0 ? turned(d, 1.0) : d; }
};

struct Moment {
  double hour_angle, declination, elevation;  ///< degrees
};

}  // namespace

std::optional<RiseSet> rise_set(const Place& place, double unix_s, double delta_t_s) {
  const double midnight = std::floor(unix_s / kDay_s) * kDay_s;
  const double sidereal = ephemeris(midnight, delta_t_s).sidereal;
  const Ephemeris before = ephemeris(midnight - delta_t_s - kDay_s, delta_t_s);
  const Ephemeris on = ephemeris(midnight - delta_t_s, delta_t_s);
  const Ephemeris after = ephemeris(midnight - delta_t_s + kDay_s, delta_t_s);
  const ThreeDays ascensions{before.right_ascension, on.right_ascension, after.right_ascension};
  const ThreeDays declinations{before.declination, on.declination, after.declination};
  const double s = sin_deg(place.latitude), c = cos_deg(place.latitude);
  const double cosine = (sin_deg(kHorizon_deg) - s * sin_deg(on.declination)) / (c * cos_deg(on.declination));
  if (!(std::fabs(cosine) <= 1.0)) return std::nullopt;
  const double half_day = numerics::acos(cosine) / kDegree / 360.0;

  const auto moment = [&](double fraction) -> Moment {
    const double day = fraction + delta_t_s / kDay_s;
    const double declination = declinations.at(day);
    double angle = turned(sidereal + 360.985647 * fraction + place.longitude - ascensions.at(day), 360.0);
    if (angle >= 180.0) angle -= 360.0;
    const double up = s * sin_deg(declination) + c * cos_deg(declination) * cos_deg(angle);
    return {angle, declination, numerics::asin(std::fmin(1.0, std::fmax(-1.0, up))) / kDegree};
  };
  const auto crossing = [&](double fraction) {
    const double within = turned(fraction, 1.0);
    const Moment m = moment(within);
    const double correction =
        (m.elevation - kHorizon_deg) / (360.0 * cos_deg(m.declination) * c * sin_deg(m.hour_angle));
    return midnight + (std::floor(fraction) + within + correction) * kDay_s;
  };

  const double noon = turned((on.right_ascension - place.longitude - sidereal) / 360.0, 1.0);
  return RiseSet{crossing(noon - half_day), midnight + (noon - moment(noon).hour_angle / 360.0) * kDay_s,
                 crossing(noon + half_day)};
}

}  // namespace gs::model::sun
