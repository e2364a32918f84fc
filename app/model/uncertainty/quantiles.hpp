#pragma once
#include <span>
#include <vector>

#include "units/quantity.hpp"

/// What is read off a set of draws.
namespace gs::model {

/// The p-quantile, p 0..1, of equally likely draws: linear between the middles (i + 1/2) / n of the sorted values
/// (Hazen; type 5 of Hyndman & Fan 1996, Am. Stat. 50:361), the first and last value beyond. Reorders `values`. NaN of
/// none.
double quantile(std::span<double> values, double p);

/// The same with a weight each (0 or more, not all 0): value i stands in the middle of its share of the sorted weights.
double weighted_quantile(std::span<const double> values, std::span<const double> weights, double p);

/// P10, P50 and P90 as low, best and high. Reorders `values`.
Range<double> p10_p50_p90(std::span<double> values);
Range<double> p10_p50_p90(std::span<const double> values, std::span<const double> weights);

/// P10, P50 and P90 of draws in a quantity's base unit. The draws keep their order.
template <class Q>
Range<Q> range_of_draws(std::span<const double> draws) {
  std::vector<double> values(draws.begin(), draws.end());
  const Range<double> range = p10_p50_p90(std::span<double>(values));
  return {Q::from_base(range.low), Q::from_base(range.best), Q::from_base(range.high)};
}

/// Mean and population variance, in index order (compensated sums).
struct Moments {
  double mean = 0.0, variance = 0.0;
};
Moments moments(std::span<const double> values);

}  // namespace gs::model
