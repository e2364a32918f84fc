#include "model/climate/weibull.hpp"

#include "model/numerics.hpp"

namespace gs::model {

double gamma_function(double x) {
  constexpr double kSeries[] = {676.5203681218851,   -1259.1392167224028,  771.32342877765313,  -176.61502916214059,
                                12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7};
  const double below = x - 1.0;
  double sum = 0.99999999999980993;
  for (int i = 0; i < 8; ++i) sum += kSeries[i] / (below + i + 1.0);
  const double t = below + 7.5;
  return numerics::sqrt(2.0 * numerics::kPi) * numerics::pow(t, below + 0.5) * numerics::exp(-t) * sum;
}

double weibull_mean(double k) { return gamma_function(1.0 + 1.0 / k); }

double weibull_variation(double k) {
  const double mean = weibull_mean(k);
  return gamma_function(1.0 + 2.0 / k) / (mean * mean) - 1.0;
}

double weibull_k_of(double variation) {
  double low = 0.5, high = 10.0;  // more k, less variation
  for (int halving = 0; halving < 50; ++halving) {
    const double k = 0.5 * (low + high);
    (weibull_variation(k) > variation ? low : high) = k;
  }
  return 0.5 * (low + high);
}

}  // namespace gs::model
