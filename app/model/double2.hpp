#pragma once
#include <cmath>

/// A number as the unevaluated sum of two doubles, about 106 bits: what the last place of `numerics` is made with.
/// Dekker, "A floating-point technique for extending the available precision", Numer. Math. 18 (1971); Knuth's two-sum.
/// Arguments stay below 2^990, so that the split does not overflow. Only for numerics*.cpp.
namespace gs::numerics {

struct Double2 {
  double hi = 0.0, lo = 0.0;
};

/// a + b exactly.
inline Double2 two_sum(double a, double b) {
  const double s = a + b;
  const double t = s - a;
  return {s, (a - (s - t)) + (b - t)};
}

/// The same for |a| >= |b| or a == 0.
inline Double2 fast_two_sum(double a, double b) {
  const double s = a + b;
  return {s, b - (s - a)};
}

/// a * b exactly.
inline Double2 two_product(double a, double b) {
  constexpr double kSplit = 134217729.0;  // 2^27 + 1
  const double ca = kSplit * a, cb = kSplit * b;
  const double ah = ca - (ca - a), bh = cb - (cb - b);
  const double al = a - ah, bl = b - bh;
  const double p = a * b;
  return {p, ((ah * bh - p) + ah * bl + al * bh) + al * bl};
}

inline Double2 operator+(Double2 a, Double2 b) {
  const Double2 s = two_sum(a.hi, b.hi);
  return fast_two_sum(s.hi, s.lo + (a.lo + b.lo));
}

inline Double2 operator*(Double2 a, Double2 b) {
  const Double2 p = two_product(a.hi, b.hi);
  return fast_two_sum(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
}

inline Double2 operator/(Double2 a, Double2 b) {
  const double q = a.hi / b.hi;
  const Double2 p = two_product(q, b.hi);
  return fast_two_sum(q, (((a.hi - p.hi) - p.lo) + (a.lo - q * b.lo)) / b.hi);
}

/// Of a positive number.
inline Double2 square_root(Double2 a) {
  const double s = std::sqrt(a.hi);
  const Double2 p = two_product(s, s);
  return fast_two_sum(s, (((a.hi - p.hi) - p.lo) + a.lo) / (2.0 * s));
}

/// c[0] + c[1] x + c[2] x^2 ..., in Horner's order.
template <std::size_t N>
inline double polynomial(const double (&c)[N], double x) {
  double sum = c[N - 1];
  for (std::size_t i = N - 1; i-- > 0;) sum = sum * x + c[i];
  return sum;
}

/// The whole number nearest to x for |x| < 2^51, by the rounding of the addition itself.
inline double nearest_whole(double x) {
  constexpr double kShift = 6755399441055744.0;  // 1.5 * 2^52
  return (x + kShift) - kShift;
}

}  // namespace gs::numerics
