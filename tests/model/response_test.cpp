#include "model/uncertainty/response.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>

#include "model/numerics.hpp"
#include "model/uncertainty/quantiles.hpp"

using namespace gs;
using namespace gs::model;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("a curve goes through its points, and is straight where they are", "[model][uncertainty]") {
  const double x[] = {0, 1, 2.5, 4}, y[] = {1, 3, 6, 9};
  const Curve line = Curve::through(x, y);
  for (std::size_t i = 0; i < 4; ++i) CHECK(line(x[i]) == y[i]);
  CHECK_THAT(line(3.3), WithinRel(7.6, 1e-14));
  CHECK_THAT(line(5.0), WithinRel(11.0, 1e-14));
}

TEST_CASE("a curve rises and falls only where its points do", "[model][uncertainty]") {
  const double x[] = {0, 1, 2, 3, 4, 5}, y[] = {0, 0, 0.1, 5, 5, 2};
  const Curve curve = Curve::through(x, y);
  for (int i = 0; i < 400; ++i) CHECK(curve((i + 1) / 100.0) >= curve(i / 100.0) - 1e-14);
  for (int i = 400; i < 500; ++i) CHECK(curve((i + 1) / 100.0) <= curve(i / 100.0) + 1e-14);
}

TEST_CASE("halving the steps of a smooth curve makes it about eight times better", "[model][uncertainty]") {
  const auto worst = [](int n) {
    std::vector<double> x, y;
    for (int i = 0; i <= n; ++i) {
      x.push_back(0.2 + 1.0 * i / n);
      y.push_back(std::exp(x.back()));
    }
    const Curve curve = Curve::through(x, y);
    double error = 0.0;
    for (double t = 0.2; t <= 1.2; t += 0.001) error = std::fmax(error, std::fabs(curve(t) - std::exp(t)));
    return error;
  };
  CHECK(worst(8) < worst(4) / 6.0);
  CHECK(worst(16) < worst(8) / 6.0);
}

TEST_CASE("the nodes of an axis rise and hold the median", "[model][uncertainty]") {
  for (const Distribution& d : {Distribution::normal(1, 0.1), Distribution::triangular(0, 0.1, 1),
                                Distribution::uniform(2, 3), Distribution::normal(0.01, 0.05).within(0, 1)})
    for (const int nodes : {3, 5, 7}) {
      const Axis axis = axis_over(d, nodes);
      CHECK(std::is_sorted(axis.nodes.begin(), axis.nodes.end()));
      CHECK(std::adjacent_find(axis.nodes.begin(), axis.nodes.end()) == axis.nodes.end());
      CHECK(axis.nodes[axis.centre] == d.quantile(0.5));
    }
  CHECK(axis_over(Distribution::constant(2), 7).nodes == std::vector<double>{2.0});
}

TEST_CASE("a product of curves is met exactly at all combinations of its nodes", "[model][uncertainty]") {
  const auto run = [](std::span<const double> x) { return 7.0 * std::exp(x[0]) * (1.0 + x[1] * x[1]) / x[2]; };
  Response response({{{-1, 0, 1}, 1}, {{0.5, 1, 2, 3}, 2}, {{1, 2, 4}, 0}});
  CHECK(response.runs() == 1 + 2 + 3 + 2);
  response.fit(run);
  for (const double a : {-1.0, 0.0, 1.0})
    for (const double b : {0.5, 1.0, 2.0, 3.0})
      for (const double c : {1.0, 2.0, 4.0}) {
        const double x[] = {a, b, c};
        CHECK_THAT(response(x), WithinRel(run(x), 1e-13));
      }
}

TEST_CASE("two inputs that interact are met on their axes and in their corners", "[model][uncertainty]") {
  const auto run = [](std::span<const double> x) { return std::fmin(x[0] * x[1], 1.1); };
  Response response({{{0.8, 1.0, 1.2}, 1}, {{0.9, 1.0, 1.1}, 1}}, {{0, 1}});
  CHECK(response.runs() == 1 + 2 + 2 + 4);
  response.fit(run);
  for (const double a : {0.8, 1.0, 1.2})
    for (const double b : {0.9, 1.0, 1.1}) {
      const double x[] = {a, b};
      CHECK_THAT(response(x), WithinRel(run(x), 1e-13));
    }
}

TEST_CASE("a fit in slices is the fit at once", "[model][uncertainty]") {
  int runs = 0;
  const auto run = [&](std::span<const double> x) { return ++runs, x[0] + x[1]; };
  const std::vector<Axis> axes{{{1, 2, 3}, 1}, {{4, 5}, 0}};
  Response sliced(axes), whole(axes);
  while (!sliced.fit(run, 1)) CHECK(runs == static_cast<int>(sliced.done()));
  whole.fit(run);
  CHECK(runs == 2 * static_cast<int>(whole.runs()));
  const double x[] = {2.4, 4.7};
  CHECK(sliced(x) == whole(x));
}

TEST_CASE("without uncertain inputs one run is the whole response", "[model][uncertainty]") {
  Response response({});
  CHECK(response.runs() == 1);
  CHECK(response.fit([](std::span<const double>) { return 12.0; }));
  CHECK(response({}) == 12.0);
}

TEST_CASE("a plant that makes nothing stays at nothing", "[model][uncertainty]") {
  Response response({{{1, 2, 3}, 1}});
  response.fit([](std::span<const double> x) { return x[0] > 2 ? 5.0 : 0.0; });
  const double x[] = {2.5};
  CHECK(response(x) == 0.0);
}

namespace {

/// A stand-in for an hourly year: `hours` quantiles of a shape, in a fixed order.
struct Year {
  int hours = 2190;
  double middle(int i) const { return (i + 0.5) / hours; }

  /// Sun through a clipping inverter; x: scale of the resource, loss on the dc side.
  double sun(std::span<const double> x) const {
    double sum = 0.0;
    for (int i = 0; i < hours; ++i) {
      const double height = std::fmax(std::sin(2 * numerics::kPi * i / 24), 0.0);
      const double clear = 0.4 + 0.6 * middle((i * 811) % hours);
      sum += std::fmin(1.3 * height * clear * x[0] * (1.0 - x[1]), 1.0);
    }
    return sum;
  }

  /// Wind through a cubic curve with a smooth knee and a cut-out; x: scale of the speed, Weibull k.
  double wind(std::span<const double> x) const {
    double sum = 0.0;
    for (int i = 0; i < hours; ++i) {
      const double v = 8.0 * x[0] * std::pow(-std::log(1.0 - middle(i)), 1.0 / x[1]);
      if (v < 3.0 || v > 25.0) continue;
      const double cubic = std::pow((v - 3.0) / 9.0, 3.0);
      sum += cubic / std::pow(1.0 + std::pow(cubic, 6.0), 1.0 / 6.0);
    }
    return sum;
  }
};

/// P10, P50, P90 of every draw run, and of every draw read off the response.
template <class Run>
void check_quantiles(std::span<const Input> inputs, Response response, Run&& run, double tolerance) {
  const Cube cube = Cube::of(Sobol(static_cast<int>(inputs.size()), 42), 1024);
  const std::vector<std::uint32_t> order = shuffled(1024, 42, 1);
  const Cube drawn = draw(inputs, cube, normal_quantiles(cube), 0, order);
  response.fit(run);
  std::vector<double> hourly, fitted, x(inputs.size());
  double worst = 0.0;
  for (std::uint32_t i = 0; i < 1024; ++i) {
    for (std::size_t d = 0; d < x.size(); ++d) x[d] = drawn.column(static_cast<int>(d))[i];
    hourly.push_back(run(x));
    fitted.push_back(response(x));
    worst = std::fmax(worst, std::fabs(fitted.back() / hourly.back() - 1.0));
  }
  const Range<double> a = p10_p50_p90(std::span<double>(hourly)), b = p10_p50_p90(std::span<double>(fitted));
  INFO("runs " << response.runs() << ", P10 " << b.low / a.low - 1 << ", P50 " << b.best / a.best - 1 << ", P90 "
               << b.high / a.high - 1 << ", worst draw " << worst);
  CHECK_THAT(b.low, WithinRel(a.low, tolerance));
  CHECK_THAT(b.best, WithinRel(a.best, tolerance));
  CHECK_THAT(b.high, WithinRel(a.high, tolerance));
  CHECK(worst < 20 * tolerance);
}

}  // namespace

TEST_CASE("P10 and P90 off a response are those of every draw run hour by hour", "[model][uncertainty]") {
  const Year year;
  const Input sun[] = {{"resource", Distribution::lognormal(1.0, 0.06)},
                       {"loss", Distribution::triangular(0.08, 0.14, 0.24)}};
  check_quantiles(sun, Response({axis_over(sun[0].distribution, 5), axis_over(sun[1].distribution, 3)}, {{0, 1}}),
                  [&](std::span<const double> x) { return year.sun(x); }, 1e-3);
  const Input wind[] = {{"speed", Distribution::lognormal(1.0, 0.10)},
                        {"k", Distribution::split_normal({1.8, 2.0, 2.3})}};
  check_quantiles(wind, Response({axis_over(wind[0].distribution, 5), axis_over(wind[1].distribution, 3)}, {{0, 1}}),
                  [&](std::span<const double> x) { return year.wind(x); }, 2e-3);
}
