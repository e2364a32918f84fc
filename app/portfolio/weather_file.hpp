#pragma once
#include <string>
#include <string_view>

#include "model/hours.hpp"
#include "units/result.hpp"

namespace gs {

/// A year of weather that the reader brought.
struct WeatherFile {
  std::string form;  ///< "EPW", "TMY3", "NSRDB" or "PVGIS"
  model::Place place;
  double time_zone_h = 0.0;    ///< of the file's clock, hours ahead of UTC
  model::WeatherYear weather;  ///< in UTC hours; dni and dhi where the file has both
  int dropped_rows = 0;        ///< of a 29 February
  /// Hours by which the file's values stand from the middles of UTC hours, 0 up to 1; they were brought there by
  /// straight lines between neighbours (whose sum is the same) when not 0.
  double shift_h = 0.0;
};

/// Reads an hourly year:
///   EPW    EnergyPlus weather: LOCATION line, seven more, then rows; hour 1 ends at 01:00 local standard time
///   TMY3   NREL: station line, then columns with "Date (MM/DD/YYYY)" and "Time (HH:MM)" at which the hours end
///   NSRDB  also SAM's CSV: a line of names with Latitude, its values, then columns Year, Month, Day, Hour[, Minute];
///          a value stands for its minute, without that column for the middle of the hour
///   PVGIS  TMY as CSV, UTC: a value stands for its time plus the head's "Irradiance Time Offset"
/// Wind is taken at 10 m. Every hour of 365 days must be there once, in any order; rows of 29 February are dropped. A
/// missing value (also the forms' 9999, -9900, 999, 99.9) or an impossible one is an error `file:row:column`, with the
/// number of further ones; small negative irradiance (down to -20) is 0.
Result<WeatherFile> read_weather_file(std::string_view name, std::string_view bytes);

}  // namespace gs
