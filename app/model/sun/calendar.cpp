#include "model/sun/calendar.hpp"

#include <cmath>

namespace gs::model::sun {
namespace {

/// Whole part of the quotient, also below 0.
long floor_divide(long a, long b) { return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0); }

}  // namespace

long days_to_year(int year) {
  const long before = static_cast<long>(year) - 1;
  const long leap_days = floor_divide(before, 4) - floor_divide(before, 100) + floor_divide(before, 400);
  return before * 365 + leap_days - 719162;  // days from year 1 to 1970
}

int day_of_year(double unix_s) {
  const long day = static_cast<long>(std::floor(unix_s / kDay_s));
  int year = static_cast<int>(1970 + floor_divide(day * 400, 146097));  // right or one off
  while (days_to_year(year) > day) --year;
  while (days_to_year(year + 1) <= day) ++year;
  return static_cast<int>(day - days_to_year(year)) + 1;
}

}  // namespace gs::model::sun
