#include "model/climate/months.hpp"

#include "model/numerics.hpp"

namespace gs::model {

namespace {

double middle(std::size_t month) { return 0.5 * (kFirstHour[month] + kFirstHour[month + 1]); }

Hourly lines_between(const Monthly& heights) {
  Hourly hours(kHours);
  for (std::size_t month = 0; month < 12; ++month) {
    const std::size_t next = (month + 1) % 12;
    const double from = middle(month), to = next == 0 ? kHours + middle(0) : middle(next);
    const double slope = (heights[next] - heights[month]) / (to - from);
    const auto first = static_cast<std::size_t>(from), last = static_cast<std::size_t>(to);  // middles are whole hours
    for (std::size_t hour = first; hour < last; ++hour) {
      hours[hour % kHours] = heights[month] + slope * (static_cast<double>(hour) + 0.5 - from);
    }
  }
  return hours;
}

}  // namespace

Monthly monthly_means(std::span<const double> hours) {
  Monthly means;
  for (std::size_t month = 0; month < 12; ++month) {
    const auto part = month_of(hours, month);
    means[month] = numerics::sum(part) / static_cast<double>(part.size());
  }
  return means;
}

Hourly smooth_months(const Monthly& means) {
  // A month's mean is about (previous + 6 own + next) / 8 of the heights: correcting each height by what its month
  // lacks shrinks the error at least by half a round.
  Monthly heights = means;
  for (int round = 0; round < 60; ++round) {
    Monthly lack;
    double most = 0.0;
    for (std::size_t month = 0; month < 12; ++month) {
      const std::size_t before = (month + 11) % 12, next = (month + 1) % 12;
      const double own = kFirstHour[month + 1] - kFirstHour[month];
      const auto share = [&](std::size_t other) {  // of the neighbour's height in this month's mean
        const double days = 0.5 * own, gap = 0.5 * (own + kFirstHour[other + 1] - kFirstHour[other]);
        return days * days / (2.0 * gap) / own;
      };
      const double a = share(before), b = share(next);
      lack[month] = means[month] - (a * heights[before] + (1.0 - a - b) * heights[month] + b * heights[next]);
      most = lack[month] > most ? lack[month] : -lack[month] > most ? -lack[month] : most;
    }
    for (std::size_t month = 0; month < 12; ++month) heights[month] += lack[month];
    if (most < 1e-13) break;
  }
  return lines_between(heights);
}

}  // namespace gs::model
