#include "scene/year_chart.hpp"

#include <algorithm>
#include <cmath>

#include "model/hours.hpp"

namespace gs {

CalendarDay calendar_day(int day) {
  int month = 0;
  while (month < 11 && day >= model::kDaysOfMonth[month]) day -= model::kDaysOfMonth[month++];
  return {month, day + 1};
}

YearChart year_chart(std::span<const float> power, double longitude, double scale) {
  YearChart chart;
  chart.zone = std::clamp(static_cast<int>(std::lround(longitude / 15.0)), -12, 12);
  if (power.size() != static_cast<std::size_t>(model::kHours)) return chart;
  chart.known = true;

  int hour = 0;
  for (std::size_t month = 0; month < 12; ++month) {
    for (const int end = hour + 24 * model::kDaysOfMonth[month]; hour < end; ++hour)
      chart.month_mwh[month] += scale * static_cast<double>(power[static_cast<std::size_t>(hour)]);
  }

  std::array<double, YearChart::kColumns * YearChart::kRows> sums{};
  for (int utc = 0; utc < model::kHours; ++utc) {
    const int there = (utc + chart.zone + model::kHours) % model::kHours;
    const int cell = there / 24 / YearChart::kDaysOfColumn * YearChart::kRows + there % 24;
    sums[static_cast<std::size_t>(cell)] += static_cast<double>(power[static_cast<std::size_t>(utc)]);
  }
  for (std::size_t i = 0; i < sums.size(); ++i) {
    chart.mean_mw[i] = static_cast<float>(scale * sums[i] / YearChart::kDaysOfColumn);
    chart.most_mw = std::max(chart.most_mw, chart.mean_mw[i]);
    chart.least_mw = std::min(chart.least_mw, chart.mean_mw[i]);
  }
  return chart;
}

}  // namespace gs
