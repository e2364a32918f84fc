#include "model/uncertainty/distribution.hpp"

#include <cmath>

#include "model/lane_math.hpp"
#include "model/numerics.hpp"

namespace gs::model {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Normal quantile of 0.9: P10 and P90 lie this many standard deviations off the median.
constexpr double kP90 = 1.2815515655446004;

template <std::size_t N>
double polynomial(const double (&highest_first)[N], double x) {
  double value = 0.0;
  for (const double c : highest_first) value = value * x + c;
  return value;
}

double middle_quantile(double q) {
  static constexpr double kAbove[] = {2.50908092873012267270e+3, 3.34305755835881281050e+4, 6.72657709270087008530e+4,
                                      4.59219539315498714570e+4, 1.37316937655094611250e+4, 1.97159095030655144270e+3,
                                      1.33141667891784377450e+2, 3.38713287279636660800e+0};
  static constexpr double kBelow[] = {5.22649527885285456100e+3, 2.87290857357219426740e+4, 3.93078958000927106100e+4,
                                      2.12137943015865958670e+4, 5.39419602142475110770e+3, 6.87187007492057908300e+2,
                                      4.23133307016009112520e+1, 1.0};
  const double r = 0.180625 - q * q;
  return q * polynomial(kAbove, r) / polynomial(kBelow, r);
}

double tail_quantile(double r) {
  static constexpr double kAbove[] = {7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
                                      1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0,
                                      4.63033784615654529590e+0, 1.42343711074968357734e+0};
  static constexpr double kBelow[] = {1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
                                      1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e+0,
                                      2.05319162663775882187e+0, 1.0};
  return polynomial(kAbove, r - 1.6) / polynomial(kBelow, r - 1.6);
}

double far_tail_quantile(double r) {
  static constexpr double kAbove[] = {2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
                                      2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0,
                                      5.46378491116411436990e+0, 6.65790464350110377720e+0};
  static constexpr double kBelow[] = {2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
                                      7.86869131145613259100e-4,  1.48753612908506148525e-2, 1.36929880922735805310e-1,
                                      5.99832206555887937690e-1,  1.0};
  return polynomial(kAbove, r - 5.0) / polynomial(kBelow, r - 5.0);
}

double triangular_quantile(double low, double mode, double high, double p) {
  if (!(high > low)) return mode;
  if (p * (high - low) <= mode - low) return low + numerics::sqrt(p * (high - low) * (mode - low));
  return high - numerics::sqrt((1.0 - p) * (high - low) * (high - mode));
}

/// The value at probability p, whose normal quantile is z.
double value_at(const Distribution& d, double p, double z) {
  using Shape = Distribution::Shape;
  switch (d.shape) {
    case Shape::constant: return d.a;
    case Shape::uniform: return d.a + (d.b - d.a) * p;
    case Shape::triangular: return triangular_quantile(d.a, d.b, d.c, p);
    case Shape::normal: return d.a + d.b * z;
    case Shape::lognormal: return d.a * lane::exp(d.b * z);
    case Shape::split_normal: return d.b + z / kP90 * (z < 0.0 ? d.b - d.a : d.c - d.b);
    case Shape::split_lognormal: break;
  }
  return std::numeric_limits<double>::quiet_NaN();  // its logarithms are taken once a column, not once a draw
}

/// The two slopes of a split lognormal in the normal quantile.
struct LogSlopes {
  double below, above;
  explicit LogSlopes(const Distribution& d)
      : below(numerics::log(d.b / d.a) / kP90), above(numerics::log(d.c / d.b) / kP90) {}
  double value(double median, double z) const { return median * lane::exp(z * (z < 0.0 ? below : above)); }
};

double held(const Distribution& d, double value) { return std::fmin(std::fmax(value, d.least), d.most); }

}  // namespace

double normal_quantile(double p) {
  const double q = p - 0.5;
  if (std::fabs(q) <= 0.425) return middle_quantile(q);
  const double tail = q < 0.0 ? p : 1.0 - p;
  if (!(tail > 0.0)) return q < 0.0 ? -kInfinity : kInfinity;
  const double r = numerics::sqrt(-numerics::log(tail));
  const double z = r <= 5.0 ? tail_quantile(r) : far_tail_quantile(r);
  return q < 0.0 ? -z : z;
}

double Distribution::quantile(double p) const {
  const double z = normal_quantile(p);
  if (shape == Shape::split_lognormal) return held(*this, LogSlopes(*this).value(b, z));
  return held(*this, value_at(*this, p, z));
}

Cube normal_quantiles(const Cube& uniform) {
  Cube normal(uniform.dimensions(), uniform.count());
  for (int d = 0; d < uniform.dimensions(); ++d)
    for (std::uint32_t i = 0; i < uniform.count(); ++i) normal.column(d)[i] = normal_quantile(uniform.column(d)[i]);
  return normal;
}

void draw(const Distribution& d, std::span<const double> uniform, std::span<const double> normal,
          std::span<const std::uint32_t> order, std::span<double> out) {
  if (d.shape == Distribution::Shape::split_lognormal) {
    const LogSlopes slopes(d);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = held(d, slopes.value(d.b, normal[order[i]]));
    return;
  }
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = held(d, value_at(d, uniform[order[i]], normal[order[i]]));
}

Cube draw(std::span<const Input> inputs, const Cube& uniform, const Cube& normal, int first_dimension,
          std::span<const std::uint32_t> order) {
  Cube drawn(static_cast<int>(inputs.size()), uniform.count());
  for (int i = 0; i < drawn.dimensions(); ++i)
    draw(inputs[static_cast<std::size_t>(i)].distribution, uniform.column(first_dimension + i),
         normal.column(first_dimension + i), order, drawn.column(i));
  return drawn;
}

}  // namespace gs::model
