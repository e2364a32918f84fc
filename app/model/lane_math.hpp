#pragma once
#include <cstddef>
#include <cstdint>
#include <utility>

#include "model/lanes.hpp"

/// Transcendental functions for the formulas that run on a double or on four lanes: no branch, no table, no call, only
/// IEEE 754 + - * / sqrt, comparisons and whole-number work on the bits, in one written order. So the same bits for
/// double and Lanes, with and without AVX2, and in WebAssembly (compile with -ffp-contract=off). `numerics` has slower
/// functions for single numbers, each within one ulp.
///
/// Greatest error against an 80-bit reference, in ulp of the result (tests/model/lane_math_test.cpp fails above it):
/// exp, log, sin, cos 1 · pow, tan, asin, acos, atan, atan2 2.5.
/// Not a number goes through. Polynomials: near-minimax (those of numerics); arguments reduced after Cody and Waite
/// (Software Manual for the Elementary Functions, 1980), products made exact after Dekker (1971).
namespace gs::lane {

using model::Lanes;
using model::select;
using LaneBits = std::uint64_t __attribute__((vector_size(32)));

namespace detail {

GS_INLINE std::uint64_t bits(double x) {
  std::uint64_t b;
  __builtin_memcpy(&b, &x, sizeof b);
  return b;
}
GS_INLINE LaneBits bits(Lanes x) { return reinterpret_cast<LaneBits>(x); }
GS_INLINE double number(std::uint64_t b) {
  double x;
  __builtin_memcpy(&x, &b, sizeof x);
  return x;
}
GS_INLINE Lanes number(LaneBits b) { return reinterpret_cast<Lanes>(b); }

/// `yes` where the lowest bit of `b` is set.
template <class B, class V>
GS_INLINE V if_odd(B b, V yes, V no) {
  const B mask = B{} - (b & 1u);
  return number((bits(yes) & mask) | (bits(no) & ~mask));
}

/// sum of c[i] x^i, the even and the odd powers side by side (half the waiting of one Horner chain).
template <std::size_t From, std::size_t N, class V>
GS_INLINE V every_other(const double (&c)[N], V square) {
  if constexpr (From + 2 < N) return every_other<From + 2>(c, square) * square + c[From];
  else return model::all<V>(c[From]);
}
template <std::size_t N, class V>
GS_INLINE V polynomial(const double (&c)[N], V x) {
  const V square = x * x;
  return every_other<0>(c, square) + x * every_other<1>(c, square);
}

inline constexpr double kRound = 0x1.8p52;  ///< x + kRound: x to the nearest whole number, in the lowest bits
inline constexpr double kInfinity = __builtin_huge_val();
inline constexpr double kLn2High = 0x1.62e42fee00000p-1, kLn2Low = 0x1.a39ef35793c76p-33;  // the first: 32 bits

// (e^r - 1 - r - r^2/2) / r^3 for |r| <= log(2)/2.
inline constexpr double kExp[] = {0x1.5555555555556p-3,  0x1.5555555555555p-5,  0x1.11111111109b3p-7,
                                  0x1.6c16c16c167e1p-10, 0x1.a01a01a7c41d5p-13, 0x1.a01a01a47b054p-16,
                                  0x1.71de0dae63bb3p-19, 0x1.27e4e1f48534fp-22, 0x1.af38a9b0ec855p-26,
                                  0x1.1f66df7fca49fp-29};
// (2 atanh(s)/s - 2) / s^2 in s^2 for |s| <= (sqrt 2 - 1)/(sqrt 2 + 1).
inline constexpr double kLog[] = {0x1.5555555555558p-1, 0x1.99999999952d7p-2, 0x1.2492492df281ap-2,
                                  0x1.c71c62e3f11e6p-3, 0x1.7462b51cb66b1p-3, 0x1.39fe51a7c18f9p-3,
                                  0x1.2b5900de53b32p-3};
// (atanh(s)/s - 1 - s^2/3) / s^4 in s^2 on the same interval.
inline constexpr double kLogTail[] = {0x1.999999999999ap-3, 0x1.2492492492491p-3, 0x1.c71c71c71cfd9p-4,
                                      0x1.745d174513593p-4, 0x1.3b13b1bc75cd4p-4, 0x1.1110dfad0f8eap-4,
                                      0x1.e1f7fa7547177p-5, 0x1.ac4a89c964b82p-5, 0x1.b8d433113b7fap-5};
// (sin(r)/r - 1) / r^2 in r^2 for |r| <= pi/4.
inline constexpr double kSin[] = {-0x1.5555555555555p-3,  0x1.1111111110bb2p-7,  -0x1.a01a019e83816p-13,
                                  0x1.71de379654304p-19, -0x1.ae600aca92c64p-26, 0x1.5e0b05bff20f2p-33};
// (cos(r) - 1 + r^2/2) / r^4 in r^2.
inline constexpr double kCos[] = {0x1.5555555555555p-5,   -0x1.6c16c16c16967p-10, 0x1.a01a019f4e9b4p-16,
                                  -0x1.27e4fa17bf139p-22, 0x1.1eeb68cd22f56p-29,  -0x1.907d8f29fe831p-37};
// (atan(t)/t - 1) / t^2 in t^2 for |t| <= 7/16.
inline constexpr double kAtan[] = {-0x1.5555555555554p-2, 0x1.9999999998863p-3,  -0x1.24924923b09bfp-3,
                                   0x1.c71c71366bfc2p-4,  -0x1.745cff64fb1e8p-4, 0x1.3b1161c0261b4p-4,
                                   -0x1.10ed20cc03917p-4, 0x1.df0bad09fa62cp-5,  -0x1.9c616e7e61a95p-5,
                                   0x1.35dd3ba3a06adp-5,  -0x1.1f7e7048b0a6fp-6};

/// A number as an unevaluated sum, |lo| far below |hi|.
template <class V>
struct Pair {
  V hi, lo;
};
template <class V>
GS_INLINE Pair<V> fast_two_sum(V a, V b) {
  const V sum = a + b;
  return {sum, b - (sum - a)};
}
template <class V>
GS_INLINE Pair<V> two_sum(V a, V b) {
  const V sum = a + b, part = sum - a;
  return {sum, (a - (sum - part)) + (b - part)};
}
template <class V>
GS_INLINE Pair<V> two_product(V a, V b) {
  const V wide_a = a * 134217729.0, wide_b = b * 134217729.0;  // 2^27 + 1
  const V ah = wide_a - (wide_a - a), bh = wide_b - (wide_b - b);
  const V al = a - ah, bl = b - bh;
  const V product = a * b;
  return {product, ((ah * bh - product) + ah * bl + al * bh) + al * bl};
}
template <class V>
GS_INLINE Pair<V> times(Pair<V> a, Pair<V> b) {
  const Pair<V> p = two_product(a.hi, b.hi);
  return fast_two_sum(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
}

/// 2^k of a whole number k in -1022..1023.
template <class V>
GS_INLINE V power_of_two(V k) {
  return number((bits(k + kRound) + 1023u) << 52);
}

/// exp(x + small).
template <class V>
GS_INLINE V exp_of_sum(V x, V small) {
  const V bounded = model::clamped(x, model::all<V>(-746.0), model::all<V>(710.0));
  const V k = (bounded * 0x1.71547652b82fep+0 + kRound) - kRound;
  const V high = bounded - k * kLn2High, low = k * kLn2Low - small;
  const V r = high - low;
  const V tail = ((high - r) - low) + r * r * (0.5 + r * polynomial(kExp, r));
  const V half = (k * 0.5 + kRound) - kRound;  // in two steps, so that a subnormal result is rounded once
  const V y = (1.0 + (r + tail)) * power_of_two(half) * power_of_two(k - half);
  return select(x == x, y, x);
}

template <class V>
struct Split {
  V exponent, mantissa;  ///< x = mantissa 2^exponent, sqrt(1/2) <= mantissa < sqrt 2, both exact
};
template <class V>
GS_INLINE Split<V> split(V x) {
  const V tiny_up = select(x < 0x1p-1022, x * 0x1p54, x);
  const auto b = bits(tiny_up);
  const V raw = number((b >> 52) | 0x4330000000000000u) - 0x1p52;  // biased exponent, of a positive x
  const V k = raw - select(x < 0x1p-1022, model::all<V>(1077.0), model::all<V>(1023.0));
  const V m = number((b & 0x000fffffffffffffu) | 0x3ff0000000000000u);
  const auto upper = m >= 0x1.6a09e667f3bcdp+0;
  return {select(upper, k + 1.0, k), select(upper, m * 0.5, m)};
}

/// log at the ends of its domain, else `y`.
template <class V>
GS_INLINE V at_ends_of_log(V x, V y) {
  const V inside = select(x == kInfinity, x, select(x == 0.0, model::all<V>(-kInfinity), y));
  return select(x >= 0.0, inside, model::all<V>(__builtin_nan("")));
}

/// Angle of (x, y), both not negative: 0..pi/2, as base + small.
template <class V>
GS_INLINE V acute(V y, V x) {
  const V small = model::lesser(x, y), large = model::greater(x, y);
  const auto middle = small > large * 0.4142135623730950;  // beyond tan(pi/8) the angle is counted from pi/4
  const V below = select(middle, small + large, select(large == 0.0, model::all<V>(1.0), large));
  const V t = select(middle, small - large, small) / below;
  const V z = t * t;
  const V series = t * z * polynomial(kAtan, z);
  const V base = select(middle, model::all<V>(0x1.921fb54442d18p-1), V{});
  const V base_low = select(middle, model::all<V>(0x1.1a62633145c07p-55), V{});
  const Pair<V> octant = fast_two_sum(base, t);
  const V low = octant.lo + (base_low + series);
  const Pair<V> other = fast_two_sum(model::all<V>(0x1.921fb54442d18p+0), -octant.hi);
  return select(y > x, other.hi + (other.lo + (0x1.1a62633145c07p-54 - low)), octant.hi + low);
}

template <class V>
GS_INLINE V with_sign_of(V magnitude, V sign) {
  return number(bits(magnitude) ^ (bits(sign) & 0x8000000000000000u));
}

}  // namespace detail

/// For |x| <= 2^51.
template <class V>
GS_INLINE V nearest_whole(V x) {
  return (x + detail::kRound) - detail::kRound;
}

/// Greatest whole number not above x; x itself from 2^51 on.
template <class V>
GS_INLINE V floor(V x) {
  const V n = nearest_whole(x);
  const V down = n - select(n > x, model::all<V>(1.0), V{});
  return select(model::magnitude(x) < 0x1p51, down, x);
}

template <class V>
GS_INLINE V exp(V x) {
  return detail::exp_of_sum(x, V{});
}

template <class V>
GS_INLINE V log(V x) {
  const auto [e, m] = detail::split(x);
  const V f = m - 1.0;
  const V s = f / (2.0 + f);
  const V z = s * s;
  const V half_square = 0.5 * f * f;
  const V rest = half_square - (s * (half_square + z * detail::polynomial(detail::kLog, z)) + e * detail::kLn2Low);
  return detail::at_ends_of_log(x, e * detail::kLn2High - (rest - f));
}

/// For x >= 0; of 0 it gives 0, 1 or infinity by the sign of y. |y| <= 1e6.
template <class V>
GS_INLINE V pow(V x, V y) {
  using Pair = detail::Pair<V>;
  const auto [e, m] = detail::split(x);
  const V f = m - 1.0;
  const Pair d = detail::fast_two_sum(model::all<V>(2.0), f);
  const V quotient = f / d.hi;
  const Pair back = detail::two_product(quotient, d.hi);
  const Pair s = detail::fast_two_sum(quotient, ((f - back.hi) - back.lo - quotient * d.lo) / d.hi);
  const Pair z = detail::times(s, s);
  const Pair third{model::all<V>(0x1.5555555555555p-2), model::all<V>(0x1.5555555555555p-56)};
  const Pair z_third = detail::times(z, third);
  const Pair factor =
      detail::fast_two_sum(z_third.hi, z_third.lo + z.hi * z.hi * detail::polynomial(detail::kLogTail, z.hi));
  const Pair correction = detail::times(s, factor);
  const Pair half = detail::fast_two_sum(s.hi, s.lo + correction.hi);  // log(m) / 2; |correction| < 0.01 |s|
  const V half_low = half.lo + correction.lo;
  const V high = e * detail::kLn2High;
  const Pair sum = detail::two_sum(high, 2.0 * half.hi);
  const Pair logarithm = detail::fast_two_sum(sum.hi, sum.lo + (2.0 * half_low + e * detail::kLn2Low));
  const Pair power = detail::times(logarithm, Pair{y, V{}});
  const V limit = detail::at_ends_of_log(x, V{}) * y;  // what counts where x is 0, infinite or not a number
  const auto usual = (x > 0.0) & (x < detail::kInfinity);
  const V result = detail::exp_of_sum(select(usual, power.hi, limit), select(usual, power.lo, V{}));
  return select(y == 0.0, model::all<V>(1.0), result);
}

/// Radians, |x| <= 1e6 (beyond that the error grows).
template <class V>
GS_INLINE void sincos(V x, V& sine, V& cosine) {
  const V rounded = x * 0x1.45f306dc9c883p-1 + detail::kRound;  // 2/pi
  const auto quadrant = detail::bits(rounded);
  const V n = rounded - detail::kRound;
  // pi/2 in pieces of 33 bits, whose products with n are exact.
  const V first = x - n * 0x1.921fb54400000p+0;
  const V second = n * 0x1.0b4611a600000p-34;
  const auto rough = detail::two_sum(first, -second);
  const auto [r, low] = detail::fast_two_sum(rough.hi, rough.lo - n * 0x1.3198a2e037073p-69);
  const V z = r * r;
  const V s = r + (r * z * detail::polynomial(detail::kSin, z) + low * (1.0 - 0.5 * z));
  const V half = 0.5 * z;
  const V w = 1.0 - half;
  const V c = w + (((1.0 - w) - half) + (z * z * detail::polynomial(detail::kCos, z) - r * low));
  sine = detail::number(detail::bits(detail::if_odd(quadrant, c, s)) ^ ((quadrant & 2u) << 62));
  cosine = detail::number(detail::bits(detail::if_odd(quadrant, s, c)) ^ (((quadrant + 1u) & 2u) << 62));
}

template <class V>
GS_INLINE V sin(V x) {
  V s, c;
  sincos(x, s, c);
  return s;
}

template <class V>
GS_INLINE V cos(V x) {
  V s, c;
  sincos(x, s, c);
  return c;
}

template <class V>
GS_INLINE V tan(V x) {
  V s, c;
  sincos(x, s, c);
  return s / c;
}

template <class V>
GS_INLINE V atan(V x) {
  const V angle = detail::acute(model::magnitude(x), model::all<V>(1.0));
  return select(x == x, detail::with_sign_of(angle, x), x);
}

/// Angle of the point (x, y), -pi..pi; 0 or pi of the origin. Finite numbers below 1e300.
template <class V>
GS_INLINE V atan2(V y, V x) {
  const V angle = detail::acute(model::magnitude(y), model::magnitude(x));
  const auto turned = detail::fast_two_sum(model::all<V>(0x1.921fb54442d18p+1), -angle);
  const V half_turn = select(x < 0.0, turned.hi + (turned.lo + 0x1.1a62633145c07p-53), angle);
  return select((x == x) & (y == y), detail::with_sign_of(half_turn, y), x + y);
}

/// -1..1 -> -pi/2..pi/2; else not a number.
template <class V>
GS_INLINE V asin(V x) {
  const V a = model::magnitude(x);
  const V angle = detail::acute(a, model::root((1.0 - a) * (1.0 + a)));
  return select(a <= 1.0, detail::with_sign_of(angle, x), model::all<V>(__builtin_nan("")));
}

/// -1..1 -> 0..pi; else not a number.
template <class V>
GS_INLINE V acos(V x) {
  const V a = model::magnitude(x);
  const V angle = detail::acute(model::root((1.0 - a) * (1.0 + a)), a);
  const auto turned = detail::fast_two_sum(model::all<V>(0x1.921fb54442d18p+1), -angle);
  const V whole = select(x < 0.0, turned.hi + (turned.lo + 0x1.1a62633145c07p-53), angle);
  return select(a <= 1.0, whole, model::all<V>(__builtin_nan("")));
}

}  // namespace gs::lane
