#pragma once
#include <array>
#include <span>

#include "model/climate/climate.hpp"

/// Months and hours of the year.
namespace gs::model {

/// The first hour of month 0..11, and kHours for 12.
inline constexpr std::array<int, 13> kFirstHour = [] {
  std::array<int, 13> first{};
  for (std::size_t month = 0; month < 12; ++month) first[month + 1] = first[month] + 24 * kDaysOfMonth[month];
  return first;
}();

/// The hours of month 0..11.
template <class Hours>
auto month_of(Hours& hours, std::size_t month) {
  return std::span(hours).subspan(static_cast<std::size_t>(kFirstHour[month]),
                                  static_cast<std::size_t>(kFirstHour[month + 1] - kFirstHour[month]));
}

/// Straight lines from mid-month to mid-month (the year closes on itself), through heights for which the means over the
/// months are `means` (to rounding): no step at the turn of a month. At the middles of the hours.
Hourly smooth_months(const Monthly& means);

/// Monthly means of 8,760 hours.
Monthly monthly_means(std::span<const double> hours);

}  // namespace gs::model
