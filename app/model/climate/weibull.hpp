#pragma once

/// The Weibull distribution of wind speeds: P(speed > v) = exp(-(v/scale)^k).
namespace gs::model {

/// Gamma function of x in 1..10 (Lanczos 1964, with Godfrey's coefficients for g = 7; relative error below 1e-13).
double gamma_function(double x);

/// Mean over scale: gamma(1 + 1/k).
double weibull_mean(double k);

/// Scale (m/s) of the distribution with this mean (m/s).
inline double weibull_scale(double mean, double k) { return mean / weibull_mean(k); }

/// Square of the standard deviation over the mean.
double weibull_variation(double k);

/// The k of which weibull_variation is `variation` (0.02..4), to 1e-12: bisection.
double weibull_k_of(double variation);

}  // namespace gs::model
