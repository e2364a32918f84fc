#pragma once
#include <span>
#include <vector>

/// The hours of a year of results.
namespace gs::model {

/// Of a non-leap year, UTC: hour h lasts from h to h + 1 after 1 January 00:00 UTC, values are means over it, and the
/// sun stands where it is at the middle.
inline constexpr int kHours = 8760;
inline constexpr int kDaysOfMonth[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

using Hourly = std::vector<double>;  ///< kHours values, or none where nothing is known

/// A year of weather at a site. All of `ghi`, `temperature`, `wind` have kHours values, none NaN.
struct WeatherYear {
  Hourly ghi;          ///< global horizontal irradiance, W/m2, not negative
  Hourly temperature;  ///< of the air at 2 m, degrees Celsius
  Hourly wind;         ///< m/s at `wind_height_m`
  /// Beam (normal) and diffuse (horizontal) irradiance, W/m2, where they are known; else decomposed after Erbs.
  Hourly dni, dhi;
  double wind_height_m = 10.0;
};

/// Where a plant stands: degrees (north, east), metres above the sea.
struct Place {
  double latitude = 0.0, longitude = 0.0, altitude_m = 0.0;
};

}  // namespace gs::model
