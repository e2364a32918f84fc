#pragma once

/// Days of the Gregorian calendar, UTC, without a clock.
namespace gs::model::sun {

inline constexpr double kDay_s = 86400.0;

/// Days from 1 January 1970 to 1 January of `year`.
long days_to_year(int year);
/// Day of the year, 1..366, of an instant in seconds since 1970.
int day_of_year(double unix_s);

}  // namespace gs::model::sun
