#include <cmath>
#include <cstdint>
#include <limits>

#include "model/bits.hpp"
#include "model/double2.hpp"
#include "model/numerics.hpp"

/// exp, log, log1p, pow.
namespace gs::numerics {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kOverLn2 = 0x1.71547652b82fep+0;
// log 2 = kLn2High + kLn2Low; the first has 32 bits, so that its product with an exponent is exact.
constexpr double kLn2High = 0x1.62e42fee00000p-1, kLn2Low = 0x1.a39ef35793c76p-33;

// (e^r - 1 - r - r^2/2) / r^3 for |r| <= log(2)/2, error 8e-18.
constexpr double kExp[] = {0x1.5555555555556p-3,  0x1.5555555555555p-5,  0x1.11111111109b3p-7,  0x1.6c16c16c167e1p-10,
                           0x1.a01a01a7c41d5p-13, 0x1.a01a01a47b054p-16, 0x1.71de0dae63bb3p-19, 0x1.27e4e1f48534fp-22,
                           0x1.af38a9b0ec855p-26, 0x1.1f66df7fca49fp-29};
// (2 atanh(s)/s - 2) / s^2 in s^2 for |s| <= (sqrt 2 - 1)/(sqrt 2 + 1), error 3e-16 of at most 0.03.
constexpr double kLog[] = {0x1.5555555555558p-1, 0x1.99999999952d7p-2, 0x1.2492492df281ap-2, 0x1.c71c62e3f11e6p-3,
                           0x1.7462b51cb66b1p-3, 0x1.39fe51a7c18f9p-3, 0x1.2b5900de53b32p-3};
// (atanh(s)/s - 1 - s^2/3) / s^4 in s^2 on the same interval.
constexpr double kLogTail[] = {0x1.999999999999ap-3, 0x1.2492492492491p-3, 0x1.c71c71c71cfd9p-4,
                               0x1.745d174513593p-4, 0x1.3b13b1bc75cd4p-4, 0x1.1110dfad0f8eap-4,
                               0x1.e1f7fa7547177p-5, 0x1.ac4a89c964b82p-5, 0x1.b8d433113b7fap-5};

/// 2^k for a normal result.
double power_of_two(int k) { return from_bits(static_cast<std::uint64_t>(k + 1023) << 52); }

/// y * 2^k, rounded once where the result is subnormal.
double scaled(double y, int k) {
  if (k > 1023) return y * power_of_two(1023) * power_of_two(k - 1023);
  if (k < -1021) return y * power_of_two(k + 200) * power_of_two(-200);
  return y * power_of_two(k);
}

/// exp(x.hi + x.lo), |x.lo| far below |x.hi|.
double exp2parts(Double2 x) {
  if (x.hi > 709.782712893384) return kInfinity;
  if (x.hi < -745.1332191019412) return 0.0;
  const double k = nearest_whole(x.hi * kOverLn2);
  const double high = x.hi - k * kLn2High;
  const double low = x.lo - k * kLn2Low;
  const Double2 r = two_sum(high, low);
  const double tail = r.lo + r.hi * r.hi * (0.5 + r.hi * polynomial(kExp, r.hi));
  return scaled(1.0 + (r.hi + tail), static_cast<int>(k));
}

struct Split {
  int exponent;
  double mantissa;  ///< sqrt(1/2) <= mantissa < sqrt 2
};

/// x = mantissa * 2^exponent for a positive, finite x.
Split split(double x) {
  int k = 0;
  if (x < 0x1p-1022) {
    x *= 0x1p54;
    k = -54;
  }
  const std::uint64_t bits = bits_of(x);
  k += static_cast<int>(bits >> 52) - 1023;
  double m = from_bits((bits & 0x000fffffffffffffu) | 0x3ff0000000000000u);
  if (m >= 0x1.6a09e667f3bcdp+0) {
    m *= 0.5;
    k += 1;
  }
  return {k, m};
}

/// log(1 + f) + k log 2 + c for sqrt(1/2) <= 1 + f < sqrt 2.
double log_from(double f, int k, double c) {
  const double s = f / (2.0 + f);
  const double z = s * s;
  const double r = z * polynomial(kLog, z);
  const double half_square = 0.5 * f * f;
  const double e = static_cast<double>(k);
  return e * kLn2High - ((half_square - (s * (half_square + r) + (e * kLn2Low + c))) - f);
}

/// log x of a positive, finite x to about 2^-64.
Double2 log_long(double x) {
  const auto [k, m] = split(x);
  const Double2 s = two_sum(m, -1.0) / two_sum(m, 1.0);
  const Double2 z = s * s;
  constexpr Double2 kThird{0x1.5555555555555p-2, 0x1.5555555555555p-56};
  const double tail = z.hi * z.hi * polynomial(kLogTail, z.hi);
  Double2 factor = z * kThird;
  factor = fast_two_sum(factor.hi, factor.lo + tail);
  const Double2 correction = s * factor;
  const Double2 half = s + correction;
  const double e = static_cast<double>(k);
  const Double2 ln2 = two_sum(e * kLn2High, e * kLn2Low);
  return ln2 + Double2{2.0 * half.hi, 2.0 * half.lo};
}

bool is_whole(double y) { return std::floor(y) == y; }
bool is_odd(double y) { return is_whole(y) && std::fabs(y) < 0x1p53 && std::floor(y * 0.5) * 2.0 != y; }

/// |x|^y where x is 0 or infinite.
double power_of_extreme(double magnitude, double y) { return (magnitude == 0.0) == (y > 0.0) ? 0.0 : kInfinity; }

}  // namespace

double sqrt(double x) { return std::sqrt(x); }

double exp(double x) { return x != x ? x : exp2parts({x, 0.0}); }

double log(double x) {
  if (x != x || x == kInfinity) return x;
  if (x == 0.0) return -kInfinity;
  if (x < 0.0) return kNan;
  const auto [k, m] = split(x);
  return log_from(m - 1.0, k, 0.0);
}

double log1p(double x) {
  if (x != x || x == kInfinity) return x;
  if (x == -1.0) return -kInfinity;
  if (x < -1.0) return kNan;
  if (std::fabs(x) < 0x1p-54) return x;
  const Double2 u = two_sum(1.0, x);
  const auto [k, m] = split(u.hi);
  if (k == 0) return log_from(x, 0, 0.0);
  return log_from(m - 1.0, k, u.lo / u.hi);
}

double pow(double x, double y) {
  if (y == 0.0 || x == 1.0) return 1.0;
  if (x != x || y != y) return kNan;
  const bool negative = bits_of(x) >> 63 != 0;
  const double sign = negative && is_odd(y) ? -1.0 : 1.0;
  const double magnitude = std::fabs(x);
  if (std::fabs(y) == kInfinity) {
    if (magnitude == 1.0) return 1.0;
    return (magnitude > 1.0) == (y > 0.0) ? kInfinity : 0.0;
  }
  if (magnitude == 0.0 || magnitude == kInfinity) return sign * power_of_extreme(magnitude, y);
  if (negative && !is_whole(y)) return kNan;
  if (magnitude == 1.0) return sign;
  // Beyond 2^64 every power of a number other than 1 is 0 or infinite.
  const double bounded = y > 0x1p64 ? 0x1p64 : y < -0x1p64 ? -0x1p64 : y;
  return sign * exp2parts(log_long(magnitude) * Double2{bounded, 0.0});
}

}  // namespace gs::numerics
