#pragma once
#include <vector>

#include "model/hours.hpp"
#include "model/sun/geocentric.hpp"

/// The sun over one place, as far as making weather needs it.
namespace gs::model {

/// At the middle of each hour (kHours values each): cosines of the zenith angle (true, not refracted) and of the hour
/// angle.
struct SiteSun {
  std::vector<double> cos_zenith, cos_hour_angle;
};

/// `year`: of sun::sun_year, any year but a leap year.
SiteSun site_sun(const Place&, const sun::SunHours& year);

/// Cosine of the hour angle of sunset at the middle of day 0..364: 1 or more where the sun does not rise, -1 or less
/// where it does not set.
double cos_sunset(const Place&, const sun::SunHours& year, std::size_t day);

/// The day of local mean solar time that the middle of UTC hour `hour` belongs to, 0..364; what falls before the first
/// or after the last day belongs to the other end of the year.
int solar_day(int hour, double longitude);
/// Hours of local mean solar time at the middle of UTC hour `hour`, 0 up to 24.
double solar_time(int hour, double longitude);

}  // namespace gs::model
