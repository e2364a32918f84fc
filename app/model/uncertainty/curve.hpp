#pragma once
#include <span>
#include <vector>

namespace gs::model {

/// A smooth curve through points: piecewise cubic with parabolic slopes (third order where the data are smooth),
/// limited after Hyman (1983, SIAM J. Sci. Stat. Comput. 4:645) so that it rises and falls only where the points do.
/// Beyond the ends it goes on straight.
class Curve {
 public:
  Curve() = default;
  /// `x` rising, as many `y`; one point is a constant.
  static Curve through(std::span<const double> x, std::span<const double> y);
  double operator()(double x) const;

 private:
  std::vector<double> x_, y_, slope_;
};

}  // namespace gs::model
