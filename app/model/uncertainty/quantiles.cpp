#include "model/uncertainty/quantiles.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/numerics.hpp"

namespace gs::model {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

}  // namespace

double quantile(std::span<double> values, double p) {
  if (values.empty()) return kNan;
  const double last = static_cast<double>(values.size() - 1);
  const double place = std::clamp(p * static_cast<double>(values.size()) - 0.5, 0.0, last);
  const double whole = std::floor(place), part = place - whole;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(whole);
  std::nth_element(values.begin(), at, values.end());
  if (part == 0.0) return *at;
  return *at + part * (*std::min_element(at + 1, values.end()) - *at);
}

double weighted_quantile(std::span<const double> values, std::span<const double> weights, double p) {
  if (values.empty()) return kNan;
  std::vector<std::size_t> order(values.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return values[a] < values[b] || (values[a] == values[b] && a < b);
  });
  const double wanted = p * numerics::sum(weights);
  double before = 0.0, middle_before = 0.0, value_before = kNan;
  for (const std::size_t i : order) {
    if (!(weights[i] > 0.0)) continue;
    const double middle = before + 0.5 * weights[i];
    if (middle >= wanted)
      return std::isnan(value_before)
                 ? values[i]
                 : value_before + (values[i] - value_before) * (wanted - middle_before) / (middle - middle_before);
    before += weights[i];
    middle_before = middle;
    value_before = values[i];
  }
  return value_before;
}

Range<double> p10_p50_p90(std::span<double> values) {
  return {quantile(values, 0.1), quantile(values, 0.5), quantile(values, 0.9)};
}

Range<double> p10_p50_p90(std::span<const double> values, std::span<const double> weights) {
  return {weighted_quantile(values, weights, 0.1), weighted_quantile(values, weights, 0.5),
          weighted_quantile(values, weights, 0.9)};
}

Moments moments(std::span<const double> values) {
  if (values.empty()) return {kNan, kNan};
  const double count = static_cast<double>(values.size());
  const double mean = numerics::sum(values) / count;
  numerics::Sum squares;
  for (const double value : values) squares.add((value - mean) * (value - mean));
  return {mean, squares.value() / count};
}

}  // namespace gs::model
