#pragma once
#include <array>
#include <span>
#include <vector>

/// A plant's simulated year, reduced to what a panel can draw: sums of the months and the course of the day.
namespace gs {

/// A point of the hours of a year, sorted from the greatest power on.
struct DurationPoint {
  double at;   ///< hours from the beginning of the curve, 0..8,760
  double mw;
  int hours;   ///< of the year with at least this power
};

struct YearChart {
  /// A column is five days (73 x 5 = 365), a row an hour of the day.
  static constexpr int kColumns = 73, kDaysOfColumn = 5, kRows = 24;
  static constexpr int kDurationPoints = 200;

  std::array<double, 12> month_mwh{};              ///< January first, by UTC; below 0 where a store took more than it gave
  std::array<float, kColumns * kRows> mean_mw{};   ///< [column * kRows + hour of the zone's day]
  float most_mw = 0, least_mw = 0;                 ///< of mean_mw and 0: least is below 0 where a store charges
  std::vector<DurationPoint> duration;             ///< kDurationPoints of them: the first is the greatest hour, the last the least
  double average_mw = 0;                           ///< of all hours
  int zone = 0;                                    ///< hours that the day's hours are ahead of UTC: that of the meridian
  bool known = false;                              ///< false: there is no hourly year

  float at(int column, int hour) const { return mean_mw[static_cast<std::size_t>(column * kRows + hour)]; }
};

/// Of `power` MW by hour of a non-leap year (UTC, 8,760 values, else nothing is known) times `scale`, the share of a new
/// plant's output; `longitude` in degrees gives the zone. The hours that the zone moves past the year's end come at its
/// beginning.
YearChart year_chart(std::span<const float> power, double longitude, double scale = 1.0);

/// A calendar day of a non-leap year, from 0 for 1 January: month 0..11, day 1..31.
struct CalendarDay {
  int month, day;
};
CalendarDay calendar_day(int day_of_year);

}  // namespace gs
