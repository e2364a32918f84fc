#pragma once
#include <array>
#include <cstdint>
#include <span>

/// Mathematics that gives the same bits natively and in WebAssembly. `libm` does not: musl's and glibc's functions
/// differ in the last bit. These use only IEEE 754 binary64 + - * / sqrt in a written order (compile with
/// -ffp-contract=off, without -ffast-math). Polynomials are near-minimax (Chebyshev, fitted with 300 bits); arguments
/// are reduced after Cody and Waite (Software Manual for the Elementary Functions, 1980), products are made exact after
/// Dekker (1971).
///
/// Greatest error against an 80-bit reference, over the ranges that tests/model/numerics.test.cpp samples densely
/// (in ulp of the result; the test fails above the bound in brackets):
///   sqrt 0.5 (exactly rounded) · exp, log, log1p, pow < 1 · sin, cos, tan < 1 for |x| <= 1e6 ·
///   asin, acos, atan, atan2 < 1
/// Not a number goes through; poles and arguments outside the domain behave as in C (log(0) = -inf, log(-1) = NaN).
namespace gs::numerics {

inline constexpr double kPi = 0x1.921fb54442d18p+1;
inline constexpr double kDegree = kPi / 180.0;  ///< radians in a degree

double sqrt(double x);
double exp(double x);
double log(double x);    ///< natural
double log1p(double x);  ///< log(1 + x), exact to the last place for small x too
double pow(double x, double y);

/// Radians. Beyond |x| = 1e6 the argument is first reduced by the double nearest to 2 pi: the same bits everywhere, but
/// with an absolute error of about |x| * 4e-17; no angle of this program is that large.
double sin(double x);
double cos(double x);
double tan(double x);

double asin(double x);  ///< -1..1 -> -pi/2..pi/2
double acos(double x);  ///< -1..1 -> 0..pi
double atan(double x);
double atan2(double y, double x);  ///< angle of the point (x, y), -pi..pi

/// Sum in index order with Neumaier's compensation (1974): one order whatever the vector width, error about one
/// rounding of the result. 0 of nothing.
double sum(std::span<const double> values);

/// The same, number by number.
class Sum {
 public:
  void add(double value);
  double value() const { return sum_ + compensation_; }

 private:
  double sum_ = 0.0, compensation_ = 0.0;
};

/// Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", 2011): a counter and a key give four
/// random words, with no state between calls. Checked with Random123's known answers.
std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key);

/// Random draws by index: draw `i` of stream `s` of a seed is the same wherever and in whatever order it is asked for.
class Draws {
 public:
  explicit Draws(std::uint64_t seed, std::uint64_t stream = 0) : seed_(seed), stream_(stream) {}
  double uniform(std::uint64_t index) const;  ///< in (0, 1), never 0 or 1, 52 bits
  double normal(std::uint64_t index) const;   ///< mean 0, deviation 1 (Box and Muller 1958)

 private:
  std::array<std::uint32_t, 4> words(std::uint64_t index) const;
  std::uint64_t seed_, stream_;
};

}  // namespace gs::numerics
