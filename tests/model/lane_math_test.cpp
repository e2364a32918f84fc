#include "model/lane_math.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "model/bits.hpp"
#include "model/numerics.hpp"

namespace lane = gs::lane;
using gs::model::Lanes;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr int kSamples = 100'000;
// musl answers some long double functions with the double ones; only the x87's 64 bits are a reference.
constexpr bool kHaveReference = std::numeric_limits<long double>::digits == 64;

struct Function {
  const char* name;
  double (*one)(double);
  void (*four)(Lanes&);
  long double (*reference)(long double);
  double low, high, bound;  ///< range, greatest error in ulp
};

#define GS_BOTH(f) [](double x) { return f(x); }, [](Lanes& x) { x = f(x); }
template <class V>
GS_INLINE V pow_of(V x, double y) { return lane::pow(x, gs::model::all<V>(y)); }
template <class V>
GS_INLINE V air_mass(V x) { return pow_of(x, -1.6364); }
template <class V>
GS_INLINE V power_of_one(V x) { return lane::pow(gs::model::all<V>(1.0000123), x); }
template <class V>
GS_INLINE V beside(V x) { return lane::atan2(x, gs::model::all<V>(0.7)); }
template <class V>
GS_INLINE V above(V x) { return lane::atan2(gs::model::all<V>(-0.7), x); }

const std::vector<Function> kFunctions = {
    {"exp", GS_BOTH(lane::exp), std::exp, -1, 1, 1},
    {"exp", GS_BOTH(lane::exp), std::exp, -708, 709, 1},
    {"exp, subnormal", GS_BOTH(lane::exp), std::exp, -745, -708, 1},
    {"log", GS_BOTH(lane::log), std::log, 0.5, 2, 1},
    {"log", GS_BOTH(lane::log), std::log, 0, 1e-305, 1},
    {"log", GS_BOTH(lane::log), std::log, 1, 1e9, 1},
    {"sin", GS_BOTH(lane::sin), std::sin, -7, 7, 1},
    {"sin", GS_BOTH(lane::sin), std::sin, -1e6, 1e6, 1},
    {"cos", GS_BOTH(lane::cos), std::cos, -7, 7, 1},
    {"cos", GS_BOTH(lane::cos), std::cos, -1e6, 1e6, 1},
    {"tan", GS_BOTH(lane::tan), std::tan, -7, 7, 2.5},
    {"asin", GS_BOTH(lane::asin), std::asin, -1, 1, 2.5},
    {"acos", GS_BOTH(lane::acos), std::acos, -1, 1, 2.5},
    {"acos", GS_BOTH(lane::acos), std::acos, 0.9999, 1, 2.5},
    {"atan", GS_BOTH(lane::atan), std::atan, -3, 3, 2.5},
    {"atan", GS_BOTH(lane::atan), std::atan, -1e4, 1e4, 2.5},
    {"atan2(x, 0.7)", GS_BOTH(beside), [](long double x) { return std::atan2(x, static_cast<long double>(0.7)); },
     -3, 3, 2.5},
    {"atan2(-0.7, x)", GS_BOTH(above), [](long double x) { return std::atan2(static_cast<long double>(-0.7), x); },
     -3, 3, 2.5},
    {"x^-1.6364", GS_BOTH(air_mass), [](long double x) { return std::pow(x, static_cast<long double>(-1.6364)); },
     1e-3, 100, 2.5},
    {"1.0000123^y", GS_BOTH(power_of_one),
     [](long double y) { return std::pow(static_cast<long double>(1.0000123), y); }, -9e5, 9e5, 2.5},
    {"floor", GS_BOTH(lane::floor), std::floor, -1e3, 1e3, 0},
};

double ulps(double got, long double want) {
  const auto nearest = static_cast<double>(want);
  if (nearest == 0.0 || !std::isfinite(nearest)) return got == nearest ? 0.0 : kInfinity;
  int exponent = 0;
  std::frexp(nearest, &exponent);
  const long double ulp = std::ldexp(1.0L, std::max(exponent - 53, -1074));
  return static_cast<double>(std::fabs((static_cast<long double>(got) - want) / ulp));
}

double sample(const Function& f, int i) {
  const gs::numerics::Draws draws(3);
  return f.low + (f.high - f.low) * ((i + draws.uniform(static_cast<std::uint64_t>(i))) / kSamples);
}

bool same(double a, double b) { return (a != a && b != b) || gs::bits_of(a) == gs::bits_of(b); }

}  // namespace

TEST_CASE("each lane function keeps its bound", "[model][lane_math]") {
  if (!kHaveReference) SKIP("this platform's long double is no reference; the digest test compares the bits instead");
  for (const Function& f : kFunctions) {
    double greatest = 0.0, at = 0.0;
    for (int i = 0; i < kSamples; ++i) {
      const double x = sample(f, i);
      const double error = ulps(f.one(x), f.reference(static_cast<long double>(x)));
      if (error > greatest) greatest = error, at = x;
    }
    CAPTURE(f.name, f.low, f.high, greatest, at);
    CHECK(greatest <= f.bound);
  }
}

TEST_CASE("four lanes give the bits of four doubles", "[model][lane_math]") {
  std::vector<double> odd = {0.0,  -0.0, 1.0,   -1.0,     0.5,       -0.5,    kNan,   kInfinity, -kInfinity,
                             5e-324, 1e-310, 1e300, 709.783, -745.13, -745.14, 1e6,   -1e6,      0x1p52};
  for (const Function& f : kFunctions) {
    int differ = 0;
    const auto compare = [&](const double (&x)[4]) {
      Lanes lanes{x[0], x[1], x[2], x[3]};
      f.four(lanes);
      for (int k = 0; k < 4; ++k) differ += !same(lanes[k], f.one(x[k]));
    };
    for (int i = 0; i + 4 <= kSamples; i += 4)
      compare({sample(f, i), sample(f, i + 1), sample(f, i + 2), sample(f, i + 3)});
    for (std::size_t i = 0; i < odd.size(); ++i) compare({odd[i], odd[(i + 1) % odd.size()], 0.25, odd[i]});
    CAPTURE(f.name);
    CHECK(differ == 0);
  }
}

TEST_CASE("lane functions at the ends of their domains", "[model][lane_math]") {
  CHECK(lane::exp(-kInfinity) == 0.0);
  CHECK(lane::exp(kInfinity) == kInfinity);
  CHECK(lane::exp(0.0) == 1.0);
  CHECK(same(lane::log(0.0), -kInfinity));
  CHECK(same(lane::log(kInfinity), kInfinity));
  CHECK(same(lane::log(-1.0), kNan));
  CHECK(lane::log(1.0) == 0.0);
  CHECK(lane::pow(0.0, 2.0) == 0.0);
  CHECK(lane::pow(0.0, -2.0) == kInfinity);
  CHECK(lane::pow(0.0, 0.0) == 1.0);
  CHECK(lane::pow(kInfinity, 0.5) == kInfinity);
  CHECK(same(lane::pow(-1.0, 0.5), kNan));
  CHECK(lane::sin(-0.0) == 0.0);
  CHECK(lane::cos(0.0) == 1.0);
  CHECK(same(lane::asin(1.0000001), kNan));
  CHECK(lane::asin(-1.0) == -0x1.921fb54442d18p+0);
  CHECK(lane::acos(1.0) == 0.0);
  CHECK(lane::acos(-1.0) == 0x1.921fb54442d18p+1);
  CHECK(lane::atan2(0.0, 0.0) == 0.0);
  CHECK(lane::atan2(0.0, -1.0) == 0x1.921fb54442d18p+1);
  CHECK(lane::atan2(-1.0, 0.0) == -0x1.921fb54442d18p+0);
  CHECK(lane::atan(1e300) == 0x1.921fb54442d18p+0);
  CHECK(lane::floor(-0.5) == -1.0);
  CHECK(lane::floor(2.0) == 2.0);
  CHECK(lane::floor(1e300) == 1e300);
  for (const Function& f : kFunctions) {
    CAPTURE(f.name);
    CHECK(std::isnan(f.one(kNan)));
  }
}
