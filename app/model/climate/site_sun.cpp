#include "model/climate/site_sun.hpp"

#include <algorithm>
#include <cmath>

#include "model/numerics.hpp"
#include "model/sun/topocentric.hpp"

namespace gs::model {

SiteSun site_sun(const Place& place, const sun::SunHours& year) {
  const sun::Observer observer = sun::observer(place);
  SiteSun out{std::vector<double>(kHours), std::vector<double>(kHours)};
  for (std::size_t hour = 0; hour < kHours; ++hour) {
    const double greenwich = year.greenwich[hour], west = year.west[hour];
    out.cos_zenith[hour] =
        sun::topocentric(observer, sun::Geocentric<double>{greenwich, west, year.pole[hour], year.parallax[hour]}).up;
    const double meridian = greenwich * observer.cos_longitude - west * observer.sin_longitude;
    out.cos_hour_angle[hour] = meridian / std::sqrt(greenwich * greenwich + west * west);
  }
  return out;
}

double cos_sunset(const Place& place, const sun::SunHours& year, std::size_t day) {
  const double latitude = place.latitude * numerics::kDegree, pole = year.pole[day * 24 + 12];
  const double cosine = std::max(numerics::cos(latitude), 1e-12);  // at a pole: a long way beyond -1 or 1
  return -numerics::sin(latitude) / cosine * pole / std::sqrt(1.0 - pole * pole);
}

double solar_time(int hour, double longitude) {
  const double time = (hour + 0.5) / 24.0 + longitude / 360.0;
  return (time - std::floor(time)) * 24.0;
}

int solar_day(int hour, double longitude) {
  const int day = static_cast<int>(std::floor((hour + 0.5) / 24.0 + longitude / 360.0));
  return (day + 365) % 365;
}

}  // namespace gs::model
