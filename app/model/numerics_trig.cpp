#include <cmath>
#include <cstdint>
#include <limits>

#include "model/bits.hpp"
#include "model/double2.hpp"
#include "model/numerics.hpp"

/// sin, cos, tan and their inverses.
namespace gs::numerics {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr Double2 kLongPi{0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53};
constexpr Double2 kLongHalfPi{0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54};
constexpr double kTwoOverPi = 0x1.45f306dc9c883p-1;
// pi/2 in pieces of 33 bits, whose products with a count of 20 bits are exact.
constexpr double kHalfPi1 = 0x1.921fb54400000p+0, kHalfPi2 = 0x1.0b4611a600000p-34, kHalfPi3 = 0x1.3198a2e000000p-69,
                 kHalfPi4 = 0x1.b839a252049c1p-104;
constexpr double kLargest = 1e6;

// (sin(r)/r - 1) / r^2 in r^2 for |r| <= pi/4, error 2e-17.
constexpr double kSin[] = {-0x1.5555555555555p-3,  0x1.1111111110bb2p-7,   -0x1.a01a019e83816p-13,
                           0x1.71de379654304p-19, -0x1.ae600aca92c64p-26, 0x1.5e0b05bff20f2p-33};
// (cos(r) - 1 + r^2/2) / r^4 in r^2, error 1e-18.
constexpr double kCos[] = {0x1.5555555555555p-5,   -0x1.6c16c16c16967p-10, 0x1.a01a019f4e9b4p-16,
                           -0x1.27e4fa17bf139p-22, 0x1.1eeb68cd22f56p-29,  -0x1.907d8f29fe831p-37};
// (atan(t)/t - 1) / t^2 in t^2 for |t| <= 7/16, error 1e-16 of at most 0.2.
constexpr double kAtan[] = {-0x1.5555555555554p-2, 0x1.9999999998863p-3, -0x1.24924923b09bfp-3, 0x1.c71c71366bfc2p-4,
                            -0x1.745cff64fb1e8p-4, 0x1.3b1161c0261b4p-4, -0x1.10ed20cc03917p-4, 0x1.df0bad09fa62cp-5,
                            -0x1.9c616e7e61a95p-5, 0x1.35dd3ba3a06adp-5, -0x1.1f7e7048b0a6fp-6};

struct Reduced {
  Double2 r;     ///< |r| <= pi/4
  int quadrant;  ///< 0..3; x = r + quadrant * pi/2 modulo 2 pi
};

Reduced reduce(double x) {
  if (std::fabs(x) > kLargest) x = std::fmod(x, kLongPi.hi * 2.0);  // exact by definition, hence the same everywhere
  if (std::fabs(x) <= 0x1.921fb54442d18p-1) return {{x, 0.0}, 0};
  const double n = nearest_whole(x * kTwoOverPi);
  const Double2 a = two_sum(x - n * kHalfPi1, -(n * kHalfPi2));
  const Double2 b = two_sum(a.hi, a.lo - n * kHalfPi3);
  const double low = b.lo - n * kHalfPi4;
  return {fast_two_sum(b.hi, low), static_cast<int>(n) & 3};
}

/// Sine and cosine of |r| <= pi/4, as the large part and what is to be added to it.
Double2 short_sin(Double2 r) {
  const double z = r.hi * r.hi;
  return fast_two_sum(r.hi, r.hi * z * polynomial(kSin, z) + r.lo * (1.0 - 0.5 * z));
}

Double2 short_cos(Double2 r) {
  const Double2 z = two_product(r.hi, r.hi);
  const Double2 w = fast_two_sum(1.0, -0.5 * z.hi);
  const double rest = z.hi * z.hi * polynomial(kCos, z.hi) - (r.hi * r.lo + 0.5 * z.lo);
  return fast_two_sum(w.hi, w.lo + rest);
}

/// atan of a non-negative number: atan(x) = atan(c) + atan((x - c) / (1 + c x)) with the nearest c of
/// 0, 1/2, 1, 3/2 and infinity.
Double2 long_atan(Double2 x) {
  if (x.hi > 0x1p60) return kLongHalfPi;
  Double2 base{}, t = x;
  const auto about = [&](double c, Double2 atan_c) {
    base = atan_c;
    Double2 numerator = two_sum(x.hi, -c);
    numerator.lo += x.lo;
    const Double2 product = two_product(c, x.hi);
    Double2 denominator = two_sum(1.0, product.hi);
    denominator.lo += product.lo + c * x.lo;
    t = numerator / denominator;
  };
  if (x.hi >= 39.0 / 16) {
    base = kLongHalfPi;
    t = Double2{-1.0, 0.0} / x;
  } else if (x.hi >= 19.0 / 16) {
    about(1.5, {0x1.f730bd281f69bp-1, 0x1.007887af0cbbdp-56});
  } else if (x.hi >= 11.0 / 16) {
    about(1.0, {0x1.921fb54442d18p-1, 0x1.1a62633145c07p-55});
  } else if (x.hi >= 7.0 / 16) {
    about(0.5, {0x1.dac670561bb4fp-2, 0x1.a2b7f222f65e2p-56});
  }
  const double z = t.hi * t.hi;
  const double small = t.hi * z * polynomial(kAtan, z) + t.lo;
  const Double2 whole = fast_two_sum(base.hi, t.hi);
  return fast_two_sum(whole.hi, whole.lo + (base.lo + small));
}

double joined(Double2 x) { return x.hi + x.lo; }
bool negative(double x) { return bits_of(x) >> 63 != 0; }
double with_sign(double magnitude, double sign) { return negative(sign) ? -magnitude : magnitude; }

/// sqrt(1 - x^2) for |x| <= 1.
Double2 other_leg(double x) {
  const Double2 square = two_product(x, x);
  Double2 rest = two_sum(1.0, -square.hi);
  rest.lo -= square.lo;
  rest = fast_two_sum(rest.hi, rest.lo);
  return rest.hi > 0.0 ? square_root(rest) : Double2{};
}

/// atan(y / x) of two positive, finite numbers.
Double2 angle(double y, double x) {
  const int ey = static_cast<int>(bits_of(y) >> 52);
  const int ex = static_cast<int>(bits_of(x) >> 52);
  if (ey - ex > 60) return kLongHalfPi;
  if (ex - ey > 60) return {y / x, 0.0};
  const double scale = ex > 1500 || ey > 1500 ? 0x1p-600 : ex < 500 || ey < 500 ? 0x1p600 : 1.0;
  return long_atan(Double2{y * scale, 0.0} / Double2{x * scale, 0.0});
}

bool finite(double x) { return x - x == 0.0; }

}  // namespace

double sin(double x) {
  if (!finite(x)) return kNan;
  if (std::fabs(x) < 0x1p-30) return x;  // keeps the sign of 0
  const auto [r, quadrant] = reduce(x);
  const double s = joined(quadrant & 1 ? short_cos(r) : short_sin(r));
  return quadrant & 2 ? -s : s;
}

double cos(double x) {
  if (!finite(x)) return kNan;
  const auto [r, quadrant] = reduce(x);
  const double c = joined(quadrant & 1 ? short_sin(r) : short_cos(r));
  return (quadrant == 1 || quadrant == 2) ? -c : c;
}

double tan(double x) {
  if (!finite(x)) return kNan;
  const auto [r, quadrant] = reduce(x);
  if (std::fabs(r.hi) < 0x1p-500) return quadrant & 1 ? -1.0 / r.hi : r.hi;
  const Double2 s = short_sin(r), c = short_cos(r);
  return quadrant & 1 ? -joined(c / s) : joined(s / c);
}

double atan(double x) {
  if (x != x || std::fabs(x) < 0x1p-30) return x;
  return with_sign(joined(long_atan({std::fabs(x), 0.0})), x);
}

double asin(double x) {
  const double a = std::fabs(x);
  if (!(a <= 1.0)) return kNan;
  if (a < 0x1p-30) return x;
  if (a == 1.0) return with_sign(kLongHalfPi.hi, x);
  return with_sign(joined(long_atan(Double2{a, 0.0} / other_leg(a))), x);
}

double acos(double x) {
  const double a = std::fabs(x);
  if (!(a <= 1.0)) return kNan;
  if (a == 1.0) return x > 0.0 ? 0.0 : kLongPi.hi;
  if (a < 0x1p-60) return kLongHalfPi.hi;
  const Double2 acute = long_atan(other_leg(a) / Double2{a, 0.0});
  return x > 0.0 ? joined(acute) : joined(kLongPi + Double2{-acute.hi, -acute.lo});
}

double atan2(double y, double x) {
  if (x != x || y != y) return kNan;
  const double ay = std::fabs(y), ax = std::fabs(x);
  if (ay == 0.0) return with_sign(negative(x) ? kLongPi.hi : 0.0, y);
  Double2 acute;
  if (!finite(ax) && !finite(ay)) acute = {kLongPi.hi / 4.0, kLongPi.lo / 4.0};
  else if (ax == 0.0 || !finite(ay)) acute = kLongHalfPi;
  else if (!finite(ax)) acute = {};
  else acute = angle(ay, ax);
  return with_sign(joined(negative(x) ? kLongPi + Double2{-acute.hi, -acute.lo} : acute), y);
}

}  // namespace gs::numerics
