#pragma once
#include <limits>
#include <span>
#include <string_view>

#include "model/uncertainty/sobol.hpp"
#include "units/quantity.hpp"

/// What is believed of an uncertain number.
namespace gs::model {

/// Standard normal quantile of p in (0, 1): Wichura's algorithm AS 241, PPND16 (1988, Applied Statistics 37:477),
/// relative error about 1e-16; -infinity at 0, +infinity at 1.
double normal_quantile(double p);

/// A distribution by its shape and up to three numbers; values outside `least`..`most` are moved to the end (a loss is
/// not below 0).
struct Distribution {
  enum class Shape {
    constant,         ///< a
    uniform,          ///< between a and b
    triangular,       ///< least a, most likely b, most c
    normal,           ///< mean a, standard deviation b
    lognormal,        ///< median a, standard deviation of the natural logarithm b
    split_normal,     ///< P10 a, P50 b, P90 c: two half normals that meet at the median
    split_lognormal,  ///< the same in the logarithm; a, b, c above 0
  };
  Shape shape = Shape::constant;
  double a = 0.0, b = 0.0, c = 0.0;
  double least = -std::numeric_limits<double>::infinity(), most = std::numeric_limits<double>::infinity();

  static Distribution constant(double value) { return {.shape = Shape::constant, .a = value}; }
  static Distribution uniform(double low, double high) { return {.shape = Shape::uniform, .a = low, .b = high}; }
  static Distribution triangular(double low, double mode, double high) {
    return {.shape = Shape::triangular, .a = low, .b = mode, .c = high};
  }
  static Distribution normal(double mean, double deviation) {
    return {.shape = Shape::normal, .a = mean, .b = deviation};
  }
  static Distribution lognormal(double median, double log_deviation) {
    return {.shape = Shape::lognormal, .a = median, .b = log_deviation};
  }
  /// Low and high are read as P10 and P90, best as the median.
  static Distribution split_normal(const Range<double>& r) {
    return {.shape = Shape::split_normal, .a = r.low, .b = r.best, .c = r.high};
  }
  /// As split_normal where low is 0 or less, for which there is no logarithm.
  static Distribution split_lognormal(const Range<double>& r) {
    if (!(r.low > 0.0)) return split_normal(r);
    return {.shape = Shape::split_lognormal, .a = r.low, .b = r.best, .c = r.high};
  }
  /// The same, held between two ends.
  Distribution within(double low, double high) const {
    Distribution held = *this;
    held.least = low;
    held.most = high;
    return held;
  }

  /// Value that is not exceeded with probability p in (0, 1).
  double quantile(double p) const;
  bool operator==(const Distribution&) const = default;
};

/// An uncertain number of the model.
struct Input {
  std::string_view name;
  Distribution distribution;
};

/// Normal quantiles of every number of a cube: once for all plants that use its points.
Cube normal_quantiles(const Cube& uniform);

/// out[i] = quantile(uniform[order[i]]); `normal` holds the normal quantiles of `uniform`. All of one length.
void draw(const Distribution&, std::span<const double> uniform, std::span<const double> normal,
          std::span<const std::uint32_t> order, std::span<double> out);

/// The draws of a plant's inputs: input i uses dimension first_dimension + i of the cube, in the given order.
Cube draw(std::span<const Input>, const Cube& uniform, const Cube& normal, int first_dimension,
          std::span<const std::uint32_t> order);

}  // namespace gs::model
