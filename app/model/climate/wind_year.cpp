#include "model/climate/wind_year.hpp"

#include <algorithm>
#include <cmath>

#include "model/climate/months.hpp"
#include "model/climate/weibull.hpp"
#include "model/lane_math.hpp"
#include "model/numerics.hpp"

namespace gs::model {

namespace {

constexpr double kLongMemory = 0.975, kShortMemory = 0.60, kLongShare = 0.75;
constexpr double kSteadiest = 12.0;
constexpr int kWarmUp = 240;  ///< hours until the walk has forgotten its start
constexpr std::uint32_t kStream = 0x57494E44;  // "WIND"

/// The rank of each hour's gust within its month, 0 the calmest.
std::vector<std::uint16_t> ranks(std::uint64_t seed) {
  const double long_step = std::sqrt(kLongShare * (1.0 - kLongMemory * kLongMemory));
  const double short_step = std::sqrt((1.0 - kLongShare) * (1.0 - kShortMemory * kShortMemory));
  const std::array<std::uint32_t, 2> key = {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)};
  double slow = 0.0, quick = 0.0;
  std::vector<std::uint16_t> rank(kHours);
  std::vector<std::uint64_t> order;
  // Steps are even, not normal: only the order counts, and a sum of many steps is near normal anyway.
  const auto step = [](std::uint32_t word) { return (word * 0x1p-32 - 0.5) * 3.4641016151377544; };
  const auto next = [&](int hour) {
    const auto words = numerics::philox4x32({static_cast<std::uint32_t>(hour), 0, kStream, 0}, key);
    slow = kLongMemory * slow + long_step * step(words[0]);
    quick = kShortMemory * quick + short_step * step(words[1]);
    return slow + quick;
  };
  for (int hour = 0; hour < kWarmUp; ++hour) next(kHours + hour);
  for (std::size_t month = 0; month < 12; ++month) {
    order.clear();
    for (int hour = kFirstHour[month]; hour < kFirstHour[month + 1]; ++hour) {
      // One whole number to sort: the walk (within +-16) above, the hour of the month in the lowest ten bits.
      const auto scaled = static_cast<std::uint64_t>((next(hour) + 16.0) * 0x1p48);
      order.push_back(scaled << 10 | static_cast<std::uint64_t>(hour - kFirstHour[month]));
    }
    std::sort(order.begin(), order.end());
    for (std::size_t at = 0; at < order.size(); ++at) {
      rank[static_cast<std::size_t>(kFirstHour[month]) + (order[at] & 1023u)] = static_cast<std::uint16_t>(at);
    }
  }
  return rank;
}

/// Quantiles of a Weibull distribution with scale 1 at the middles of equal shares, for the three lengths of month.
class Quantiles {
 public:
  Quantiles() {
    for (std::size_t length = 0; length < 3; ++length) {
      const double hours = kLengths[length];
      for (int at = 0; at < kLengths[length]; ++at) {
        logs_[length].push_back(lane::log(-lane::log(1.0 - (at + 0.5) / hours)));
      }
      values_[length].resize(logs_[length].size());
    }
  }
  void set(double k) {
    for (std::size_t length = 0; length < 3; ++length) {
      for (std::size_t at = 0; at < logs_[length].size(); ++at) values_[length][at] = lane::exp(logs_[length][at] / k);
    }
  }
  const std::vector<double>& of_month(std::size_t month) const {
    return values_[kDaysOfMonth[month] == 28 ? 0 : kDaysOfMonth[month] == 30 ? 1 : 2];
  }

 private:
  static constexpr int kLengths[3] = {672, 720, 744};
  std::vector<double> logs_[3], values_[3];
};

struct Year {
  const Monthly& means;
  Hourly course;  ///< season x time of day
  std::vector<std::uint16_t> rank;
  Quantiles quantiles;
  Hourly speed = Hourly(kHours);

  /// Sets the speeds for gusts of this k; returns the variation of the year's speeds.
  double set(double k) {
    quantiles.set(k);
    double sum = 0.0, squares = 0.0;
    for (std::size_t month = 0; month < 12; ++month) {
      const std::vector<double>& gusts = quantiles.of_month(month);
      const auto ranked = month_of(rank, month);
      const auto shape = month_of(course, month);
      const auto out = month_of(speed, month);
      double total = 0.0, total_squares = 0.0;
      for (std::size_t hour = 0; hour < out.size(); ++hour) {
        out[hour] = shape[hour] * gusts[ranked[hour]];
        total += out[hour];
        total_squares += out[hour] * out[hour];
      }
      const double scale = total > 0.0 ? means[month] * static_cast<double>(out.size()) / total : 0.0;
      for (double& value : out) value *= scale;
      sum += total * scale;
      squares += total_squares * scale * scale;
    }
    return squares * kHours / (sum * sum) - 1.0;
  }
};

Hourly course_of(const Climate& climate, double longitude) {
  Hourly hours = smooth_months(climate.wind);
  double day[24];
  for (int hour = 0; hour < 24; ++hour) {
    const double angle = (solar_time(hour, longitude) - climate.wind_peak_hour) * 15.0 * numerics::kDegree;
    day[hour] = 1.0 + climate.wind_diurnal * numerics::cos(angle);
  }
  for (std::size_t hour = 0; hour < hours.size(); ++hour) hours[hour] = std::max(hours[hour], 0.0) * day[hour % 24];
  return hours;
}

}  // namespace

WindYear wind_year(const Climate& climate, double longitude, std::uint64_t seed) {
  if (*std::max_element(climate.wind.begin(), climate.wind.end()) <= 0.0) return {Hourly(kHours, 0.0), 0.0};
  Year year{.means = climate.wind, .course = course_of(climate, longitude), .rank = ranks(seed), .quantiles = {}};
  // log(variation) is nearly a straight line in log(k), with a slope of -1.84 (Justus 1978: k = variation^-1.086/2):
  // secants on it, from the asked k to one where the year has it.
  const double wanted = weibull_variation(climate.weibull_k);
  double slope = -1.84, k = climate.weibull_k, variation = year.set(k), before = 0.0, log_before = 0.0;
  for (int step = 0; step < 12 && std::fabs(variation / wanted - 1.0) > 1e-10 && k < kSteadiest; ++step) {
    const double log_k = numerics::log(k), log_ratio = numerics::log(variation / wanted);
    if (step > 0 && log_k != before) slope = (log_ratio - log_before) / (log_k - before);
    before = log_k, log_before = log_ratio;
    k = std::clamp(numerics::exp(log_k - log_ratio / std::min(slope, -0.2)), 0.8 * k, kSteadiest);
    variation = year.set(k);
  }
  return {std::move(year.speed), weibull_k_of(variation)};
}

}  // namespace gs::model
