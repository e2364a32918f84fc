#include "model/wind/jensen.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <bit>
#include <cmath>

using namespace gs::model::wind;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double kRotor = 100.0, kDecay = 0.05, kThrust = 0.8;
const auto kFlat = shear_at_points(kRotor, 90.0, 0.0);

std::vector<double> speeds(const std::vector<Spot>& spots, double direction, double thrust = kThrust) {
  const WakeMap map = wake_map(spots, kRotor, direction, kDecay);
  WakeSums sums(map, kFlat);
  const auto found = sums.speeds(10.0, [&](int, double) { return thrust; });
  return {found.begin(), found.end()};
}

double deficit(double along) {
  const double narrow = 50.0 / (50.0 + kDecay * along + 1e-3);
  return (1.0 - std::sqrt(1.0 - kThrust)) * narrow * narrow;
}

}  // namespace

TEST_CASE("a rotor straight behind another sees Jensen's deficit", "[model][wind]") {
  const std::vector<Spot> pair = {{0.0, 0.0}, {700.0, 0.0}};
  const auto west = speeds(pair, 270.0), east = speeds(pair, 90.0), north = speeds(pair, 0.0);
  CHECK_THAT(west[0], WithinRel(10.0, 1e-14));
  CHECK_THAT(west[1], WithinRel(10.0 * (1.0 - deficit(700.0)), 1e-14));
  CHECK_THAT(east[0], WithinRel(west[1], 1e-12));
  CHECK_THAT(east[1], WithinRel(10.0, 1e-14));
  CHECK_THAT(north[0], WithinRel(10.0, 1e-14));
  CHECK_THAT(north[1], WithinRel(10.0, 1e-14));
}

TEST_CASE("deficits add in squares", "[model][wind]") {
  const auto three = speeds({{0.0, 0.0}, {700.0, 0.0}, {1400.0, 0.0}}, 270.0);
  CHECK_THAT(three[2], WithinRel(10.0 * (1.0 - std::hypot(deficit(700.0), deficit(1400.0))), 1e-14));
}

TEST_CASE("a rotor half in the wake is half slowed, and none outside", "[model][wind]") {
  // At 400 m the wake is 70 m wide to each side, the points lie at -25, 0 and 25 m.
  const auto beside = [](double across) { return speeds({{0.0, 0.0}, {400.0, across}}, 270.0)[1]; };
  CHECK(beside(0.0) < beside(60.0));
  CHECK(beside(60.0) < beside(80.0));
  CHECK(beside(80.0) < 10.0);
  CHECK_THAT(beside(96.0), WithinRel(10.0, 1e-14));
  CHECK_THAT(beside(-60.0), WithinRel(beside(60.0), 1e-12));
  const WakeMap map = wake_map(std::vector<Spot>{{0.0, 0.0}, {400.0, 80.0}}, kRotor, 270.0, kDecay);
  REQUIRE(map.wakes[0].size() == 1);
  CHECK(std::popcount(map.wakes[0][0].points) == 3);
}

TEST_CASE("a rotor that takes nothing leaves no wake; shear alone lowers the mean cube as FLORIS has it",
          "[model][wind]") {
  CHECK_THAT(speeds({{0.0, 0.0}, {700.0, 0.0}}, 270.0, 0.0)[1], WithinRel(10.0, 1e-14));
  CHECK(induction(0.0) == 0.0);
  CHECK_THAT(induction(8.0 / 9.0), WithinRel(1.0 / 3.0, 1e-14));
  CHECK(induction(1.2) == 0.5);
  const WakeMap map = wake_map(std::vector<Spot>{{0.0, 0.0}}, 125.88, 0.0, kDecay);
  WakeSums sums(map, shear_at_points(125.88, 90.0, 0.12));
  CHECK_THAT(sums.speeds(1.0, [](int, double) { return 0.8; })[0], WithinRel(6.14767742007 / 6.16796554459, 1e-11));
}
