#include "scene/year_chart.hpp"

#include <algorithm>
#include <cmath>

#include "model/hours.hpp"

namespace gs {
namespace {

/// Every so many hours of the sorted year, the greatest and the least among them.
void add_duration(YearChart& chart, std::span<const float> power, double scale) {
  std::vector<float> sorted(power.begin(), power.end());
  std::sort(sorted.begin(), sorted.end(), [](float a, float b) { return a > b; });
  constexpr int last = YearChart::kDurationPoints - 1;
  chart.duration.reserve(last + 1);
  for (int i = 0; i <= last; ++i) {
    const float mw = sorted[static_cast<std::size_t>((i * (model::kHours - 1) + last / 2) / last)];
    const auto end = std::upper_bound(sorted.begin(), sorted.end(), mw, [](float a, float b) { return a > b; });
    chart.duration.push_back({static_cast<double>(model::kHours) * i / last, scale * static_cast<double>(mw), static_cast<int>(end - sorted.begin())});
  }
}

}  // namespace

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
  for (const double mwh : chart.month_mwh) chart.average_mw += mwh / model::kHours;
  add_duration(chart, power, scale);

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
