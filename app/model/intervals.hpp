#pragma once
#include <array>
#include <cstddef>

#include "model/numerics.hpp"
#include "units/quantity.hpp"

/// Intervals of functions of several uncertain numbers.
namespace gs::model {

/// The interval of f(x) for independent inputs: each is moved to its low and its high end with the others at their
/// best, and the steps below and above the best estimate combine in quadrature, each side for itself (first-order
/// propagation, JCGM 100:2008, 5.1, for inputs whose two sides differ). f takes an array of N doubles and returns one.
template <std::size_t N, class F>
Range<double> propagate(const std::array<Range<double>, N>& inputs, F&& f) {
  std::array<double, N> at{};
  for (std::size_t i = 0; i < N; ++i) at[i] = inputs[i].best;
  const double best = f(at);
  double below = 0.0, above = 0.0;
  const auto add = [&](double value) {
    const double step = value - best;
    (step < 0.0 ? below : above) += step * step;
  };
  for (std::size_t i = 0; i < N; ++i) {
    at[i] = inputs[i].low;
    add(f(at));
    at[i] = inputs[i].high;
    add(f(at));
    at[i] = inputs[i].best;
  }
  return {best - numerics::sqrt(below), best, best + numerics::sqrt(above)};
}

/// The numbers inside a range of a quantity, and back.
template <class Q>
constexpr Range<double> numbers(const Range<Q>& range) {
  return {range.low.base(), range.best.base(), range.high.base()};
}
template <class Q>
constexpr Range<Q> quantities(const Range<double>& range) {
  return {Q::from_base(range.low), Q::from_base(range.best), Q::from_base(range.high)};
}
/// A number that is known.
constexpr Range<double> known(double value) { return {value, value, value}; }

}  // namespace gs::model
