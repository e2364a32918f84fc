#include "model/numerics.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <vector>

namespace n = gs::numerics;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
// musl answers some long double functions with the double ones; only the x87's 64 bits are a reference.
constexpr bool kHaveReference = std::numeric_limits<long double>::digits == 64;

/// Distance of `got` from `want` in units of the last place of `want`.
double ulps(double got, long double want) {
  const auto nearest = static_cast<double>(want);
  if (nearest == 0.0 || !std::isfinite(nearest)) return got == nearest ? 0.0 : kInfinity;
  int exponent = 0;
  std::frexp(nearest, &exponent);
  const long double ulp = std::ldexp(1.0L, std::max(exponent - 53, -1074));
  return static_cast<double>(std::fabs((static_cast<long double>(got) - want) / ulp));
}

/// The greatest error over evenly spread points with a random offset in each cell.
template <class Function, class Reference>
double worst(double low, double high, Function function, Reference reference) {
  constexpr int kSamples = 200'000;
  const n::Draws draws(1);
  double greatest = 0.0;
  for (int i = 0; i < kSamples; ++i) {
    const double x = low + (high - low) * ((i + draws.uniform(static_cast<std::uint64_t>(i))) / kSamples);
    greatest = std::max(greatest, ulps(function(x), reference(static_cast<long double>(x))));
  }
  return greatest;
}

using Double = double (*)(double);
using Long = long double (*)(long double);

struct Range {
  const char* name;
  Double function;
  Long reference;
  double low, high;
};

bool same(double a, double b) { return (a != a && b != b) || (a == b && std::signbit(a) == std::signbit(b)); }

}  // namespace

TEST_CASE("each function is right to less than one unit in the last place", "[model][numerics]") {
  if (!kHaveReference) SKIP("this platform's long double is no reference; the digest test compares the bits instead");
  const Range ranges[] = {
      {"exp", n::exp, std::exp, -1, 1},
      {"exp", n::exp, std::exp, -708, 709},
      {"exp, subnormal", n::exp, std::exp, -745, -708},
      {"log", n::log, std::log, 0.9, 1.1},
      {"log", n::log, std::log, 0.25, 4},
      {"log", n::log, std::log, 1e-300, 1e-290},
      {"log", n::log, std::log, 1, 1e9},
      {"log1p", n::log1p, std::log1p, -0.99, 3},
      {"log1p", n::log1p, std::log1p, -1e-6, 1e-6},
      {"sin", n::sin, std::sin, -0.8, 0.8},
      {"sin", n::sin, std::sin, -7, 7},
      {"sin", n::sin, std::sin, -1e6, 1e6},
      {"cos", n::cos, std::cos, -0.8, 0.8},
      {"cos", n::cos, std::cos, -7, 7},
      {"cos", n::cos, std::cos, -1e6, 1e6},
      {"tan", n::tan, std::tan, -1.6, 1.6},
      {"tan", n::tan, std::tan, -1e6, 1e6},
      {"asin", n::asin, std::asin, -1, 1},
      {"acos", n::acos, std::acos, -1, 1},
      {"acos", n::acos, std::acos, 0.99999, 1},
      {"atan", n::atan, std::atan, -3, 3},
      {"atan", n::atan, std::atan, -1e4, 1e4},
      {"atan2 beside", [](double t) { return n::atan2(t, 0.7); },
       [](long double t) { return std::atan2(t, static_cast<long double>(0.7)); }, -3, 3},
      {"atan2 behind", [](double t) { return n::atan2(t, -0.7); },
       [](long double t) { return std::atan2(t, static_cast<long double>(-0.7)); }, -3, 3},
      {"pow 1.3", [](double x) { return n::pow(x, 1.3); },
       [](long double x) { return std::pow(x, static_cast<long double>(1.3)); }, 0, 10},
      {"pow of 1.07", [](double y) { return n::pow(1.07, y); },
       [](long double y) { return std::pow(static_cast<long double>(1.07), y); }, -9000, 9000},
      {"pow of 1e-5", [](double y) { return n::pow(1e-5, y); },
       [](long double y) { return std::pow(static_cast<long double>(1e-5), y); }, -60, 60},
  };
  for (const Range& r : ranges) {
    const double error = worst(r.low, r.high, r.function, r.reference);
    INFO(r.name << " from " << r.low << " to " << r.high << ": " << error << " ulp");
    CHECK(error < 1.0);
  }
}

TEST_CASE("special arguments behave as in C", "[model][numerics]") {
  const double tiny = std::numeric_limits<double>::denorm_min();
  const struct {
    const char* says;
    double got, want;
  } rows[] = {
      {"exp 0", n::exp(0), 1},
      {"exp -inf", n::exp(-kInfinity), 0},
      {"exp inf", n::exp(kInfinity), kInfinity},
      {"exp 710", n::exp(710), kInfinity},
      {"exp -746", n::exp(-746), 0},
      {"exp nan", n::exp(kNan), kNan},
      {"log 1", n::log(1), 0},
      {"log 0", n::log(0), -kInfinity},
      {"log -1", n::log(-1), kNan},
      {"log inf", n::log(kInfinity), kInfinity},
      {"log1p -1", n::log1p(-1), -kInfinity},
      {"log1p -2", n::log1p(-2), kNan},
      {"log1p -0", n::log1p(-0.0), -0.0},
      {"sin 0", n::sin(0), 0},
      {"sin -0", n::sin(-0.0), -0.0},
      {"sin inf", n::sin(kInfinity), kNan},
      {"cos 0", n::cos(0), 1},
      {"tan -0", n::tan(-0.0), -0.0},
      {"asin 1", n::asin(1), n::kPi / 2},
      {"asin 1.1", n::asin(1.1), kNan},
      {"acos 1", n::acos(1), 0},
      {"acos -1", n::acos(-1), n::kPi},
      {"acos 0", n::acos(0), n::kPi / 2},
      {"acos nan", n::acos(kNan), kNan},
      {"atan inf", n::atan(kInfinity), n::kPi / 2},
      {"atan -inf", n::atan(-kInfinity), -n::kPi / 2},
      {"atan 1", n::atan(1), n::kPi / 4},
      {"atan2 0 0", n::atan2(0.0, 0.0), 0.0},
      {"atan2 0 -0", n::atan2(0.0, -0.0), n::kPi},
      {"atan2 -0 -1", n::atan2(-0.0, -1), -n::kPi},
      {"atan2 1 0", n::atan2(1, 0), n::kPi / 2},
      {"atan2 -1 0", n::atan2(-1, 0), -n::kPi / 2},
      {"atan2 inf inf", n::atan2(kInfinity, kInfinity), n::kPi / 4},
      {"atan2 1 inf", n::atan2(1, kInfinity), 0},
      {"atan2 of huge", n::atan2(1e308, 1e308), n::kPi / 4},
      {"atan2 of tiny", n::atan2(tiny, tiny), n::kPi / 4},
      {"pow 2^10", n::pow(2, 10), 1024},
      {"pow 10^3", n::pow(10, 3), 1000},
      {"pow (-2)^3", n::pow(-2, 3), -8},
      {"pow (-2)^0.5", n::pow(-2, 0.5), kNan},
      {"pow 0^0", n::pow(0, 0), 1},
      {"pow 0^-1", n::pow(0, -1), kInfinity},
      {"pow (-0)^-1", n::pow(-0.0, -1), -kInfinity},
      {"pow 0^2", n::pow(0, 2), 0},
      {"pow 1^nan", n::pow(1, kNan), 1},
      {"pow 2^-1074", n::pow(2, -1074), tiny},
      {"pow 2^1024", n::pow(2, 1024), kInfinity},
      {"pow 1.0000001^1e300", n::pow(1.0000001, 1e300), kInfinity},
      {"pow inf^-1", n::pow(kInfinity, -1), 0},
      {"pow 0.5^inf", n::pow(0.5, kInfinity), 0},
  };
  for (const auto& row : rows) {
    INFO(row.says << " = " << row.got << ", expected " << row.want);
    CHECK(same(row.got, row.want));
  }
}

TEST_CASE("the functions keep the laws that they are used for", "[model][numerics]") {
  const n::Draws draws(3);
  for (std::uint64_t i = 0; i < 20000; ++i) {
    const double x = 20 * draws.uniform(i) - 10;
    const double s = n::sin(x), c = n::cos(x);
    CHECK(std::fabs(s * s + c * c - 1) < 4e-16);
    CHECK(n::sin(-x) == -s);
    CHECK(n::cos(-x) == c);
    CHECK(std::fabs(n::log(n::exp(x)) - x) < 1e-15 * (1 + std::fabs(x)));
    CHECK(std::fabs(n::atan2(s, c) - std::remainder(x, 2 * n::kPi)) < 4e-15);
  }
}

TEST_CASE("a far angle is still an angle", "[model][numerics]") {
  for (double x = 1e6; x < 1e300; x *= 7.3) {
    CHECK(std::fabs(n::sin(x)) <= 1);
    CHECK(std::fabs(n::cos(x)) <= 1);
  }
}

TEST_CASE("a sum keeps what cancels", "[model][numerics]") {
  CHECK(n::sum({}) == 0.0);
  const std::vector<double> cancelling{1.0, 1e100, 1.0, -1e100};
  CHECK(n::sum(cancelling) == 2.0);  // plain addition gives 0
  const std::vector<double> tenths(1'000'000, 0.1);
  CHECK(n::sum(tenths) == 100000.0);
  n::Sum one_by_one;
  for (const double value : cancelling) one_by_one.add(value);
  CHECK(one_by_one.value() == n::sum(cancelling));
}

TEST_CASE("Philox gives Random123's known answers", "[model][numerics]") {
  using Words = std::array<std::uint32_t, 4>;
  CHECK(n::philox4x32({0, 0, 0, 0}, {0, 0}) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  CHECK(n::philox4x32({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}) ==
        Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(n::philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
        Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("draws are uniform and normal, and depend only on seed, stream and index", "[model][numerics]") {
  const n::Draws draws(42, 1);
  constexpr int kCount = 200'000;
  double mean = 0, square = 0, normal_mean = 0, normal_square = 0;
  for (std::uint64_t i = 0; i < kCount; ++i) {
    const double u = draws.uniform(i), z = draws.normal(i);
    REQUIRE((u > 0 && u < 1));
    mean += u / kCount;
    square += u * u / kCount;
    normal_mean += z / kCount;
    normal_square += z * z / kCount;
  }
  // Five standard errors of the mean of 200,000 draws.
  CHECK(std::fabs(mean - 0.5) < 5 * 0.2887 / std::sqrt(kCount));
  CHECK(std::fabs(square - 1.0 / 3) < 5 * 0.2981 / std::sqrt(kCount));
  CHECK(std::fabs(normal_mean) < 5 / std::sqrt(kCount));
  CHECK(std::fabs(normal_square - 1) < 5 * 1.4143 / std::sqrt(kCount));
  CHECK(draws.uniform(7) == n::Draws(42, 1).uniform(7));
  CHECK(draws.uniform(7) != n::Draws(42, 2).uniform(7));
  CHECK(draws.uniform(7) != n::Draws(43, 1).uniform(7));
}
