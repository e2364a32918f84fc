#include "model/uncertainty/curve.hpp"

#include <algorithm>
#include <cmath>

namespace gs::model {
namespace {

/// Slope at the middle of three points of the parabola through them.
double parabolic(double h0, double s0, double h1, double s1) { return (h1 * s0 + h0 * s1) / (h0 + h1); }

/// Slope at the outer end of the parabola through the outer three points.
double parabolic_end(double h0, double s0, double h1, double s1) { return s0 + (s0 - s1) * h0 / (h0 + h1); }

/// Of one sign with the secants beside it and at most three times the smaller; 0 at a turning point.
double limited(double slope, double before, double after) {
  if (before * after <= 0.0) return 0.0;
  const double most = 3.0 * std::fmin(std::fabs(before), std::fabs(after));
  const double size = before * slope > 0.0 ? std::fmin(std::fabs(slope), most) : 0.0;
  return before > 0.0 ? size : -size;
}

}  // namespace

Curve Curve::through(std::span<const double> x, std::span<const double> y) {
  Curve curve;
  curve.x_.assign(x.begin(), x.end());
  curve.y_.assign(y.begin(), y.end());
  const std::size_t n = x.size();
  curve.slope_.assign(n, 0.0);
  if (n < 2) return curve;
  std::vector<double> step(n - 1), secant(n - 1);
  for (std::size_t i = 0; i + 1 < n; ++i) {
    step[i] = x[i + 1] - x[i];
    secant[i] = (y[i + 1] - y[i]) / step[i];
  }
  if (n == 2) {
    curve.slope_.assign(2, secant[0]);
    return curve;
  }
  for (std::size_t i = 1; i + 1 < n; ++i)
    curve.slope_[i] = limited(parabolic(step[i - 1], secant[i - 1], step[i], secant[i]), secant[i - 1], secant[i]);
  const double first = parabolic_end(step[0], secant[0], step[1], secant[1]);
  const double last = parabolic_end(step[n - 2], secant[n - 2], step[n - 3], secant[n - 3]);
  curve.slope_.front() = limited(first, secant[0], secant[0]);
  curve.slope_.back() = limited(last, secant[n - 2], secant[n - 2]);
  return curve;
}

double Curve::operator()(double x) const {
  const std::size_t n = x_.size();
  if (n == 1) return y_[0];
  if (x <= x_.front()) return y_.front() + slope_.front() * (x - x_.front());
  if (x >= x_.back()) return y_.back() + slope_.back() * (x - x_.back());
  std::size_t i = 0;
  while (x >= x_[i + 1]) ++i;
  const double h = x_[i + 1] - x_[i], t = (x - x_[i]) / h, u = 1.0 - t;
  return y_[i] * (1.0 + 2.0 * t) * u * u + h * slope_[i] * t * u * u +  //
         y_[i + 1] * t * t * (3.0 - 2.0 * t) - h * slope_[i + 1] * t * t * u;
}

}  // namespace gs::model
