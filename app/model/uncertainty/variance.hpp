#pragma once
#include <algorithm>
#include <span>
#include <vector>

#include "model/numerics.hpp"
#include "model/uncertainty/quantiles.hpp"
#include "model/uncertainty/sobol.hpp"

/// Whose doubt it is: a result's variance split over its independent inputs (Sobol 1993, 2001).
namespace gs::model {

/// An input's share of the variance: alone, and with all interactions that it takes part in. The `first` sum to 1 less
/// the interactions, the `total` to 1 or more.
struct Share {
  double first = 0.0, total = 0.0;
};

/// Of a product of independent factors, from each factor's mean and variance. With q_i = variance / mean^2 and Q =
/// product(1 + q_j) - 1: first q_i / Q, total q_i product over the others(1 + q_j) / Q. Exact, where estimators need
/// thousands of runs and still give small shares noisily: a saving is a product (energy by resource, losses,
/// availability, grid factor), and so is a fitted Response without pairs. All 0 where nothing varies; a factor of mean
/// 0 is not for this formula.
std::vector<Share> product_shares(std::span<const Moments> factors);

/// Of any function: f takes `inputs` uniform numbers in (0, 1) (put through the inputs' quantiles by the caller). First
/// order after Saltelli et al. (2010, Comput. Phys. Commun. 181:259, table 2 b), total after Jansen (1999). `count`
/// points, a power of two, cost count x (inputs + 2) calls; 2 x inputs dimensions of Sobol's sequence, so at most 10
/// inputs.
template <class F>
std::vector<Share> variance_shares(F&& f, int inputs, std::uint32_t count, std::uint64_t seed) {
  const Sobol sobol(2 * inputs, seed);
  const auto point = [&](std::uint32_t i, int from_b, std::vector<double>& u) {
    for (int d = 0; d < inputs; ++d)
      u[static_cast<std::size_t>(d)] = sobol.at(i, d + (from_b == d || from_b == inputs ? inputs : 0));
  };
  std::vector<double> u(static_cast<std::size_t>(inputs)), at_a(count), at_b(count), both;
  for (std::uint32_t i = 0; i < count; ++i) {
    point(i, -1, u);
    at_a[i] = f(std::span<const double>(u));
    point(i, inputs, u);
    at_b[i] = f(std::span<const double>(u));
  }
  both = at_a;
  both.insert(both.end(), at_b.begin(), at_b.end());
  const Moments all = moments(both);
  std::vector<Share> shares(static_cast<std::size_t>(inputs));
  for (int d = 0; d < inputs; ++d) {
    numerics::Sum first, total;
    for (std::uint32_t i = 0; i < count; ++i) {
      point(i, d, u);
      const double mixed = f(std::span<const double>(u));
      first.add((at_b[i] - all.mean) * (mixed - at_a[i]));
      total.add((at_a[i] - mixed) * (at_a[i] - mixed));
    }
    if (all.variance > 0.0)
      shares[static_cast<std::size_t>(d)] = {first.value() / count / all.variance,
                                             total.value() / (2.0 * count) / all.variance};
  }
  return shares;
}

/// A bar of the tornado: the result with one input at its P10 and P90 and the others at their medians.
struct Bar {
  std::size_t input = 0;
  double at_p10 = 0.0, at_p90 = 0.0;
  Share share;
};

/// The bars, greatest total share first, ties in the inputs' order. `f` takes the inputs' values; `quantile(i, p)`
/// gives the value of input i; `shares` one an input.
template <class F, class Q>
std::vector<Bar> tornado(F&& f, Q&& quantile, std::span<const Share> shares) {
  std::vector<double> x(shares.size());
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = quantile(i, 0.5);
  std::vector<Bar> bars;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const auto at = [&](double p) {
      x[i] = quantile(i, p);
      return f(std::span<const double>(x));
    };
    const double low = at(0.1), high = at(0.9);
    x[i] = quantile(i, 0.5);
    bars.push_back({i, low, high, shares[i]});
  }
  std::stable_sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return a.share.total > b.share.total; });
  return bars;
}

}  // namespace gs::model
