#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <set>

#include "model/numerics.hpp"
#include "model/uncertainty/distribution.hpp"
#include "model/uncertainty/quantiles.hpp"
#include "model/uncertainty/sobol.hpp"
#include "model/uncertainty/variance.hpp"

using namespace gs;
using namespace gs::model;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("the first points of Sobol's sequence are those that Joe and Kuo print", "[model][uncertainty]") {
  const double points[][3] = {{0, 0, 0},
                              {0.5, 0.5, 0.5},
                              {0.75, 0.25, 0.25},
                              {0.25, 0.75, 0.75},
                              {0.375, 0.375, 0.625},
                              {0.875, 0.875, 0.125},
                              {0.625, 0.125, 0.875},
                              {0.125, 0.625, 0.375},
                              {0.1875, 0.3125, 0.9375},
                              {0.6875, 0.8125, 0.4375}};
  const Sobol sobol = Sobol::unshifted(3);
  for (std::uint32_t i = 0; i < std::size(points); ++i)
    for (int d = 0; d < 3; ++d) CHECK_THAT(sobol.at(i, d), WithinAbs(points[i][d], 1e-9));
}

TEST_CASE("all dimensions agree with SciPy's unscrambled sequence", "[model][uncertainty]") {
  const struct {
    std::uint32_t index;
    double point[21];
  } rows[] = {
      {77,
       {0.8359375, 0.8359375, 0.0078125, 0.7734375, 0.8359375, 0.5078125, 0.2265625, 0.6484375, 0.1796875, 0.4296875,
       0.1328125, 0.7890625, 0.4921875, 0.3359375, 0.9921875, 0.0703125, 0.8203125, 0.8828125, 0.7890625, 0.0078125,
       0.1484375}},
      {1000,
       {0.2197265625, 0.0966796875, 0.5185546875, 0.6767578125, 0.2802734375, 0.9072265625, 0.0458984375,
       0.8994140625, 0.5009765625, 0.0693359375, 0.0849609375, 0.2548828125, 0.1611328125, 0.3837890625,
       0.1435546875, 0.3701171875, 0.7197265625, 0.3447265625, 0.9912109375, 0.7255859375, 0.5224609375}},
  };
  const Sobol sobol = Sobol::unshifted(Sobol::kMostDimensions);
  for (const auto& row : rows)
    for (int d = 0; d < Sobol::kMostDimensions; ++d) CHECK_THAT(sobol.at(row.index, d), WithinAbs(row.point[d], 1e-9));
}

TEST_CASE("each axis is filled evenly, shifted or not", "[model][uncertainty]") {
  for (const Sobol& sobol : {Sobol::unshifted(21), Sobol(21, 1), Sobol(21, 99)})
    for (int d = 0; d < 21; ++d) {
      std::set<int> cells;
      for (std::uint32_t i = 0; i < 256; ++i) {
        const double u = sobol.at(i, d);
        CHECK((u > 0.0 && u < 1.0));
        cells.insert(static_cast<int>(u * 256));
      }
      CHECK(cells.size() == 256);
    }
}

TEST_CASE("a seed gives its points again and another seed others", "[model][uncertainty]") {
  CHECK(Sobol(5, 7).at(123, 4) == Sobol(5, 7).at(123, 4));
  CHECK(Sobol(5, 7).at(123, 4) == Sobol(9, 7).at(123, 4));
  CHECK(Sobol(5, 7).at(123, 4) != Sobol(5, 8).at(123, 4));
}

namespace {

/// L2 star discrepancy (Warnock 1972).
double discrepancy(const Cube& cube) {
  const double n = cube.count();
  const int dims = cube.dimensions();
  double pairs = 0.0, singles = 0.0;
  for (std::uint32_t i = 0; i < cube.count(); ++i) {
    double single = 1.0;
    for (int d = 0; d < dims; ++d) single *= 0.5 * (1.0 - cube.column(d)[i] * cube.column(d)[i]);
    singles += single;
    for (std::uint32_t j = 0; j < cube.count(); ++j) {
      double pair = 1.0;
      for (int d = 0; d < dims; ++d) pair *= 1.0 - std::fmax(cube.column(d)[i], cube.column(d)[j]);
      pairs += pair;
    }
  }
  return std::sqrt(std::pow(3.0, -dims) - 2.0 / n * singles + pairs / (n * n));
}

Cube random_cube(int dims, std::uint32_t count, std::uint64_t seed) {
  Cube cube(dims, count);
  for (int d = 0; d < dims; ++d) {
    const numerics::Draws draws(seed, static_cast<std::uint64_t>(d));
    for (std::uint32_t i = 0; i < count; ++i) cube.column(d)[i] = draws.uniform(i);
  }
  return cube;
}

}  // namespace

TEST_CASE("the points are more even than random ones", "[model][uncertainty]") {
  for (const int dims : {2, 4, 6}) {
    double random = 0.0;
    for (std::uint64_t seed = 0; seed < 8; ++seed) random += discrepancy(random_cube(dims, 256, seed)) / 8;
    for (std::uint64_t seed = 0; seed < 4; ++seed) {
      INFO(dims << " dimensions, seed " << seed);
      CHECK(discrepancy(Cube::of(Sobol(dims, seed), 256)) < 0.6 * random);
    }
  }
}

TEST_CASE("a shuffle is a permutation, another one for each stream", "[model][uncertainty]") {
  std::vector<std::uint32_t> order = shuffled(1024, 3, 1);
  CHECK(order == shuffled(1024, 3, 1));
  CHECK(order != shuffled(1024, 3, 2));
  CHECK(order != shuffled(1024, 4, 1));
  std::sort(order.begin(), order.end());
  for (std::uint32_t i = 0; i < 1024; ++i) CHECK(order[i] == i);
}

TEST_CASE("a name is one stream, another name another", "[model][uncertainty]") {
  CHECK(stream_of("") == 0xcbf29ce484222325u);
  CHECK(stream_of("a") == 0xaf63dc4c8601ec8cu);  // FNV's published test vectors
  CHECK(stream_of("foobar") == 0x85944171f73967e8u);
}

TEST_CASE("the points of two plants are not correlated", "[model][uncertainty]") {
  const Cube cube = Cube::of(Sobol(1, 5), 1024);
  const std::vector<std::uint32_t> a = shuffled(1024, 5, 1), b = shuffled(1024, 5, 2);
  double product = 0.0;
  for (std::size_t i = 0; i < 1024; ++i) product += (cube.column(0)[a[i]] - 0.5) * (cube.column(0)[b[i]] - 0.5);
  CHECK(std::fabs(product / 1024 * 12.0) < 0.1);  // correlation; its deviation by chance is 1/32
}

TEST_CASE("normal quantiles agree with forty digits", "[model][uncertainty]") {
  const double rows[][2] = {{1e-10, -6.3613409024040562},  {0.0001, -3.71901648545568055}, {0.01, -2.32634787404084109},
                            {0.075, -1.43953147093845593}, {0.1, -1.28155156554460044},    {0.3, -0.524400512708040816},
                            {0.5, 0.0},                    {0.9, 1.28155156554460059},     {0.925, 1.43953147093845623},
                            {0.999, 3.09023230616781328},  {0.99999, 4.26489079392384077}};
  for (const auto& row : rows)
    CHECK_THAT(normal_quantile(row[0]), WithinAbs(row[1], 2e-15 * std::fmax(1.0, std::fabs(row[1]))));
  // Far out, 1 - p has few digits: only the lower tail is exact. PPND16 is good for 1e-16 there too.
  CHECK_THAT(normal_quantile(1e-200), WithinRel(-30.205594179579643, 1e-14));
  CHECK(std::isinf(normal_quantile(0.0)));
  CHECK(std::isinf(normal_quantile(1.0)));
}

TEST_CASE("distributions at their own percentiles", "[model][uncertainty]") {
  const double z90 = 1.2815515655446004;
  const struct {
    const char* says;
    Distribution distribution;
    double p, value;
  } rows[] = {
      {"a constant", Distribution::constant(3), 0.2, 3.0},
      {"a quarter of the way", Distribution::uniform(10, 20), 0.25, 12.5},
      {"symmetric triangle, middle", Distribution::triangular(0, 1, 2), 0.5, 1.0},
      {"left part of a triangle", Distribution::triangular(0, 3, 4), 0.1875, 1.5},
      {"right part of a triangle", Distribution::triangular(0, 1, 4), 1.0 - 4.0 / 12.0, 2.0},
      {"a triangle of no width", Distribution::triangular(2, 2, 2), 0.7, 2.0},
      {"normal P90", Distribution::normal(100, 10), 0.9, 100 + 10 * z90},
      {"lognormal median", Distribution::lognormal(5, 0.3), 0.5, 5.0},
      {"lognormal P10", Distribution::lognormal(5, 0.3), 0.1, 5.0 * std::exp(-0.3 * z90)},
      {"split normal P10", Distribution::split_normal({7, 10, 16}), 0.1, 7.0},
      {"split normal P50", Distribution::split_normal({7, 10, 16}), 0.5, 10.0},
      {"split normal P90", Distribution::split_normal({7, 10, 16}), 0.9, 16.0},
      {"split lognormal P10", Distribution::split_lognormal({7, 10, 16}), 0.1, 7.0},
      {"split lognormal P50", Distribution::split_lognormal({7, 10, 16}), 0.5, 10.0},
      {"split lognormal P90", Distribution::split_lognormal({7, 10, 16}), 0.9, 16.0},
      {"no logarithm of 0", Distribution::split_lognormal({0, 10, 16}), 0.1, 0.0},
      {"held below", Distribution::normal(0.02, 0.05).within(0, 1), 0.01, 0.0},
      {"held above", Distribution::normal(0.98, 0.05).within(0, 1), 0.99, 1.0},
  };
  for (const auto& row : rows) {
    INFO(row.says);
    CHECK_THAT(row.distribution.quantile(row.p), WithinAbs(row.value, 1e-13 * std::fmax(1.0, row.value)));
  }
}

TEST_CASE("drawing a column gives the quantiles of its points", "[model][uncertainty]") {
  const Cube cube = Cube::of(Sobol(8, 11), 256), normal = normal_quantiles(cube);
  const std::vector<std::uint32_t> order = shuffled(256, 11, 3);
  const Input inputs[] = {{"u", Distribution::uniform(1, 2)},
                          {"t", Distribution::triangular(1, 2, 5)},
                          {"n", Distribution::normal(3, 1)},
                          {"l", Distribution::lognormal(3, 0.2)},
                          {"s", Distribution::split_normal({1, 2, 4})},
                          {"sl", Distribution::split_lognormal({1, 2, 4})},
                          {"c", Distribution::constant(9)},
                          {"h", Distribution::normal(0, 1).within(-1, 1)}};
  const Cube drawn = draw(inputs, cube, normal, 0, order);
  for (int d = 0; d < 8; ++d)
    for (std::uint32_t i = 0; i < 256; ++i)
      CHECK(drawn.column(d)[i] == inputs[d].distribution.quantile(cube.column(d)[order[i]]));
}

TEST_CASE("quantiles stand in the middles of sorted draws", "[model][uncertainty]") {
  std::vector<double> values{50, 10, 40, 20, 30};
  CHECK(quantile(std::span<double>(values), 0.5) == 30.0);
  CHECK_THAT(quantile(std::span<double>(values), 0.1), WithinAbs(10.0, 1e-14));
  CHECK_THAT(quantile(std::span<double>(values), 0.2), WithinAbs(15.0, 1e-13));
  CHECK_THAT(quantile(std::span<double>(values), 0.9), WithinAbs(50.0, 1e-13));
  CHECK(quantile(std::span<double>(values), 0.0) == 10.0);
  CHECK(quantile(std::span<double>(values), 1.0) == 50.0);
  CHECK(std::isnan(quantile(std::span<double>(), 0.5)));
}

TEST_CASE("equal weights change nothing; a weight of two is the value twice", "[model][uncertainty]") {
  const numerics::Draws draws(4);
  std::vector<double> values, twice;
  std::vector<double> ones(101, 1.0), weights(101, 1.0);
  for (std::uint64_t i = 0; i < 101; ++i) {
    values.push_back(draws.normal(i));
    twice.push_back(values.back());
  }
  for (const double p : {0.0, 0.03, 0.1, 0.5, 0.9, 1.0}) {
    std::vector<double> copy = values;
    CHECK_THAT(weighted_quantile(values, ones, p), WithinAbs(quantile(std::span<double>(copy), p), 1e-13));
  }
  // Three values, the middle one with all the weight: every quantile inside its share is near it.
  CHECK_THAT(weighted_quantile(std::vector<double>{1, 2, 3}, std::vector<double>{0, 5, 0}, 0.3), WithinAbs(2.0, 1e-15));
  CHECK_THAT(weighted_quantile(std::vector<double>{1, 2, 3}, std::vector<double>{1, 2, 1}, 0.5), WithinAbs(2.0, 1e-15));
}

TEST_CASE("a range of draws is P10, P50 and P90 in the quantity's unit", "[model][uncertainty]") {
  const Cube cube = Cube::of(Sobol(1, 2), 1024);
  std::vector<double> draws;
  for (const double u : cube.column(0)) draws.push_back(Distribution::normal(100, 10).quantile(u));
  const Range<Mass> range = range_of_draws<Mass>(draws);
  CHECK_THAT(range.low.base(), WithinRel(100 - 12.815515655446, 1e-3));
  CHECK_THAT(range.best.base(), WithinRel(100.0, 1e-3));
  CHECK_THAT(range.high.base(), WithinRel(100 + 12.815515655446, 1e-3));
}

TEST_CASE("variance of a product is split exactly", "[model][uncertainty]") {
  // Two factors of mean 1 with variances 0.04 and 0.01: Q = 1.04 * 1.01 - 1 = 0.0504.
  const Moments factors[] = {{1.0, 0.04}, {1.0, 0.01}};
  const std::vector<Share> shares = product_shares(factors);
  CHECK_THAT(shares[0].first, WithinRel(0.04 / 0.0504, 1e-13));
  CHECK_THAT(shares[1].first, WithinRel(0.01 / 0.0504, 1e-13));
  CHECK_THAT(shares[0].total, WithinRel(0.04 * 1.01 / 0.0504, 1e-13));
  CHECK_THAT(shares[0].total + shares[1].first, WithinRel(1.0, 1e-13));
  const Moments still[] = {{2.0, 0.0}, {5.0, 0.0}};
  for (const Share& share : product_shares(still)) CHECK(share.total == 0.0);
  const Moments one[] = {{2.0, 0.0}, {5.0, 0.1}};
  CHECK_THAT(product_shares(one)[1].first, WithinRel(1.0, 1e-14));
}

TEST_CASE("the estimator finds the shares of Ishigami's function", "[model][uncertainty]") {
  const double a = 7.0, b = 0.1, pi = numerics::kPi;
  const auto ishigami = [&](std::span<const double> u) {
    const double x[] = {pi * (2 * u[0] - 1), pi * (2 * u[1] - 1), pi * (2 * u[2] - 1)};
    return std::sin(x[0]) + a * std::sin(x[1]) * std::sin(x[1]) + b * x[2] * x[2] * x[2] * x[2] * std::sin(x[0]);
  };
  const double v1 = 0.5 * (1 + b * std::pow(pi, 4) / 5) * (1 + b * std::pow(pi, 4) / 5), v2 = a * a / 8,
               v13 = b * b * std::pow(pi, 8) * (1.0 / 18 - 1.0 / 50), v = v1 + v2 + v13;
  const std::vector<Share> shares = variance_shares(ishigami, 3, 4096, 1);
  const double first[] = {v1 / v, v2 / v, 0.0}, total[] = {(v1 + v13) / v, v2 / v, v13 / v};
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK_THAT(shares[i].first, WithinAbs(first[i], 0.01));
    CHECK_THAT(shares[i].total, WithinAbs(total[i], 0.01));
  }
}

TEST_CASE("estimator and product formula agree on a saving", "[model][uncertainty]") {
  const Distribution inputs[] = {Distribution::lognormal(100, 0.1), Distribution::triangular(0.8, 0.9, 0.95),
                                 Distribution::split_lognormal({0.4, 0.5, 0.65})};
  const auto saving = [&](std::span<const double> u) {
    return inputs[0].quantile(u[0]) * inputs[1].quantile(u[1]) * inputs[2].quantile(u[2]);
  };
  std::vector<Moments> factors;
  const Cube cube = Cube::of(Sobol(3, 1), 1024);
  for (int d = 0; d < 3; ++d) {
    std::vector<double> values;
    for (const double u : cube.column(d)) values.push_back(inputs[d].quantile(u));
    factors.push_back(moments(values));
  }
  const std::vector<Share> exact = product_shares(factors), estimated = variance_shares(saving, 3, 2048, 1);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK_THAT(estimated[i].first, WithinAbs(exact[i].first, 0.01));
    CHECK_THAT(estimated[i].total, WithinAbs(exact[i].total, 0.01));
  }
  const std::vector<Bar> bars = tornado(
      [](std::span<const double> x) { return x[0] * x[1] * x[2]; },
      [&](std::size_t i, double p) { return inputs[i].quantile(p); }, exact);
  CHECK(bars[0].input == 2);
  CHECK(bars[2].input == 1);
  CHECK_THAT(bars[0].at_p90 / bars[0].at_p10, WithinRel(0.65 / 0.4, 1e-12));
}
