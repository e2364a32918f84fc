#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "model/rail/trains.hpp"

using namespace gs::model::rail;
using Catch::Matchers::WithinAbs;

namespace {

double rise_of(const std::vector<Section>& sections, double length_m) {
  double sum = 0.0;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const double end = i + 1 < sections.size() ? sections[i + 1].start_m : length_m;
    sum += 1e-3 * sections[i].grade_permille * (end - sections[i].start_m);
  }
  return sum;
}

double steepest(const std::vector<Section>& sections) {
  double most = 0.0;
  for (const Section& s : sections) most = std::max(most, std::fabs(s.grade_permille));
  return most;
}

std::vector<double> heights_of(const std::vector<Section>& sections, double start, double length_m) {
  std::vector<double> heights{start};
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const double end = i + 1 < sections.size() ? sections[i + 1].start_m : length_m;
    heights.push_back(heights.back() + 1e-3 * sections[i].grade_permille * (end - sections[i].start_m));
  }
  return heights;
}

/// Towns every 20 to 40 km.
std::vector<Height> land(test::Dice& dice, double length_m, double relief_m) {
  std::vector<Height> heights;
  for (double at = 0.0; at < length_m; at += dice(20e3, 40e3)) heights.push_back({at, 600.0 + dice(0.0, relief_m)});
  heights.push_back({length_m, 600.0 + dice(0.0, relief_m)});
  return heights;
}

}  // namespace

TEST_CASE("an estimated profile never exceeds the ruling grade, and its ends stand where the land does", "[rail]") {
  test::Dice dice(9);
  for (const double relief : {20.0, 200.0, 900.0, 3000.0})
    for (int i = 0; i < 25; ++i) {
      const double length = dice(60e3, 900e3), ruling = dice(6.0, 25.0), wave = dice(0.0, 5.0);
      const auto heights = land(dice, length, relief);
      const auto sections = estimated_profile(heights, length, ruling, wave, dice(200.0, 3000.0));
      INFO("relief " << relief << " m, " << length << " m at " << ruling << " permille");
      CHECK(steepest(sections) <= ruling + 1e-7);
      const double rise = heights.back().height_m - heights.front().height_m;
      const double possible = std::clamp(rise, -1e-3 * ruling * length, 1e-3 * ruling * length);
      CHECK_THAT(rise_of(sections, length), WithinAbs(possible, 1e-6));
    }
}

TEST_CASE("curves take their part of the ruling grade", "[rail]") {
  const std::vector<Height> pass{{0.0, 500.0}, {50e3, 2500.0}, {100e3, 500.0}};
  CHECK_THAT(steepest(estimated_profile(pass, 100e3, 12.0, 0.0, 1000.0, 1.5)), WithinAbs(10.5, 1e-9));
}

TEST_CASE("mild land is left as it is, but for short undulations that rise nowhere in the end", "[rail]") {
  const std::vector<Height> mild{{0.0, 700.0}, {20e3, 740.0}, {50e3, 690.0}, {90e3, 810.0}};
  const auto plain = estimated_profile(mild, 90e3, 9.0, 0.0, 1000.0);
  REQUIRE(plain.size() == 90);
  for (std::size_t i = 0; i < 90; ++i) {
    const double expected = i < 20 ? 2.0 : i < 50 ? -50.0 / 30.0 : 3.0;
    CHECK_THAT(plain[i].grade_permille, WithinAbs(expected, 1e-7));
  }
  const auto waves = estimated_profile(mild, 90e3, 9.0, 2.5, 1000.0);
  double most = 0.0;
  for (std::size_t i = 0; i < 90; ++i)
    most = std::max(most, std::fabs(waves[i].grade_permille - plain[i].grade_permille));
  CHECK(most <= 2.5 + 1e-9);
  CHECK(most > 1.5);
  const auto with = heights_of(waves, 700.0, 90e3), without = heights_of(plain, 700.0, 90e3);
  for (const std::size_t node : {20u, 50u, 90u}) CHECK_THAT(with[node], WithinAbs(without[node], 1e-6));
}

TEST_CASE("a pass too high for the ruling grade is cut down, evenly on both sides", "[rail]") {
  const std::vector<Height> pass{{0.0, 500.0}, {50e3, 1500.0}, {100e3, 500.0}};  // 20 permille up and down
  const auto sections = estimated_profile(pass, 100e3, 10.0, 0.0, 1000.0);
  const auto heights = heights_of(sections, 500.0, 100e3);
  const double top = *std::max_element(heights.begin(), heights.end());
  CHECK_THAT(top, WithinAbs(1000.0, 1e-6));
  for (std::size_t i = 0; i <= 100; ++i) CHECK_THAT(heights[i], WithinAbs(heights[100 - i], 1e-6));
}

TEST_CASE("no other profile within the ruling grade lies nearer to the land", "[rail]") {
  test::Dice dice(31);
  for (int i = 0; i < 20; ++i) {
    const double length = 200e3, step = 1000.0, ruling = 5.0;
    const auto terrain = land(dice, length, 700.0);
    const auto wild = heights_of(estimated_profile(terrain, length, 1e6, 0.0, step), terrain[0].height_m, length);
    auto best = heights_of(estimated_profile(terrain, length, ruling, 0.0, step), terrain[0].height_m, length);
    const auto distance = [&](const std::vector<double>& h) {
      double sum = 0.0;
      for (std::size_t k = 0; k < h.size(); ++k) sum += (h[k] - wild[k]) * (h[k] - wild[k]);
      return sum;
    };
    // Bumps of any width that keep the ruling grade bring it no nearer.
    const double least = distance(best);
    for (int bump = 0; bump < 400; ++bump) {
      auto other = best;
      const int centre = dice.whole(1, 199), width = dice.whole(1, 40);
      const double by = dice(-20.0, 20.0);
      for (int k = std::max(1, centre - width); k < std::min(200, centre + width); ++k)
        other[static_cast<std::size_t>(k)] += by * (1.0 - std::fabs(k - centre) / static_cast<double>(width));
      double most = 0.0;
      for (std::size_t k = 1; k < other.size(); ++k) most = std::max(most, std::fabs(other[k] - other[k - 1]));
      if (most <= 1e-3 * ruling * step + 1e-9) CHECK(distance(other) >= least - 1e-6);
    }
  }
}

TEST_CASE("a profile is the same each time, starts where it should and survives odd land", "[rail]") {
  test::Dice dice(3);
  const auto terrain = land(dice, 300e3, 400.0);
  const auto one = estimated_profile(terrain, 300e3, 9.0, 3.0, 1000.0);
  const auto two = estimated_profile(terrain, 300e3, 9.0, 3.0, 1000.0);
  REQUIRE(one.size() == 300);
  for (std::size_t i = 0; i < one.size(); ++i) {
    CHECK(one[i].grade_permille == two[i].grade_permille);
    CHECK_THAT(one[i].start_m, WithinAbs(1000.0 * static_cast<double>(i), 1e-6));
  }
  CHECK(steepest(estimated_profile({}, 1000.0, 9.0, 0.0, 100.0)) == 0.0);
  CHECK(steepest(estimated_profile({{500.0, 800.0}}, 1000.0, 9.0, 0.0, 100.0)) == 0.0);
  CHECK(estimated_profile(terrain, 300.0, 9.0, 3.0, 1000.0).size() == 1);
  CHECK(estimated_profile(terrain, 0.0, 9.0, 3.0, 1000.0).empty());
  // Places beyond the ends and out of order.
  auto shuffled = terrain;
  std::reverse(shuffled.begin(), shuffled.end());
  CHECK(estimated_profile(shuffled, 250e3, 9.0, 3.0, 1000.0)[7].grade_permille ==
        estimated_profile(terrain, 250e3, 9.0, 3.0, 1000.0)[7].grade_permille);
}
