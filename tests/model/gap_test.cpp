#include "model/gap.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>

#include "model/numerics.hpp"

using namespace gs;
using namespace gs::model;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

const Convention kConventions[] = {{"ifi_operating_margin", tonnes_per_mwh(0.62)},
                                   {"ifi_combined_margin", tonnes_per_mwh(0.47)},
                                   {"grid_average", tonnes_per_mwh(0.39)},
                                   {"coal_equivalent", tonnes_per_mwh(0.91)}};

}  // namespace

TEST_CASE("the convention behind a claim is named with how near it is, or it is said that none is", "[model][gap]") {
  const struct {
    const char* says;
    double implied;
    const char* nearest;
    double deviation;
    bool matches;
  } rows[] = {
      {"3 % above the coal equivalent", 0.9373, "coal_equivalent", 0.03, true},
      {"the combined margin itself", 0.47, "ifi_combined_margin", 0.0, true},
      {"between two, near neither", 0.54, "ifi_operating_margin", 0.54 / 0.62 - 1.0, false},
      {"far above all", 2.0, "coal_equivalent", 2.0 / 0.91 - 1.0, false},
  };
  const Simulated simulated{gigawatt_hours(900), tonnes_per_mwh(0.47)};
  for (const auto& row : rows) {
    INFO(row.says);
    const Explanation e =
        explain({gigawatt_hours(1000) * tonnes_per_mwh(row.implied), gigawatt_hours(1000)}, simulated, kConventions);
    REQUIRE(e.nearest);
    CHECK(kConventions[*e.nearest].id == row.nearest);
    CHECK_THAT(e.deviation, WithinAbs(row.deviation, 1e-14));
    CHECK(e.matches == row.matches);
    CHECK(e.by_reported_energy);
  }
}

TEST_CASE("without a reported generation the simulated one stands in, and it is said", "[model][gap]") {
  const Simulated simulated{gigawatt_hours(1000), tonnes_per_mwh(0.47)};
  const Gap g = split_gap({tonnes(910e3), std::nullopt, 1.0}, simulated, kConventions);
  CHECK_FALSE(g.output_known);
  CHECK_FALSE(g.explanation.by_reported_energy);
  CHECK(g.output == Mass{});
  CHECK(kConventions[*g.explanation.nearest].id == "coal_equivalent");
  CHECK_THAT(g.factor.base(), WithinRel(g.gap.base(), 1e-12));
}

TEST_CASE("the parts of a gap sum to it", "[model][gap]") {
  const numerics::Draws draws(17);
  for (std::uint64_t i = 0; i < 500; ++i) {
    const auto spread = [&](std::uint64_t k) { return numerics::exp(3.0 * (draws.uniform(8 * i + k) - 0.5)); };
    const Energy reported = gigawatt_hours(100 * spread(0)), year = gigawatt_hours(100 * spread(1));
    const Intensity implied = tonnes_per_mwh(0.6 * spread(2)), factor = tonnes_per_mwh(0.5 * spread(3));
    const Claim claim{reported * implied, reported, 0.5 + draws.uniform(8 * i + 5)};
    const Simulated simulated{year, factor};
    // A convention near the claim, so that all three parts are there.
    const Convention near[] = {{"near", implied * (0.97 + 0.06 * draws.uniform(8 * i + 4))}};
    using List = std::span<const Convention>;
    for (const List list : {List(kConventions), List(near)}) {
      const Gap g = split_gap(claim, simulated, list);
      const double scale = std::fmax(claim.co2.base(), simulated.saving().base());
      CHECK_THAT((g.output + g.factor + g.boundary + g.rest).base(),
                 WithinAbs(g.gap.base(), 1e-12 * std::fabs(g.gap.base()) + 1e-15 * scale));
      // Each by its own formula: the rest is not a remainder that hides an error.
      const double mean = logarithmic_mean(claim.co2.base(), simulated.saving().base());
      CHECK_THAT(g.output.base(), WithinAbs(mean * std::log(reported / (year * claim.scope)), 1e-12 * scale));
      CHECK_THAT(g.boundary.base(), WithinAbs(mean * std::log(claim.scope), 1e-12 * scale));
      if (g.explanation.matches)
        CHECK_THAT(g.rest.base(),
                   WithinAbs(mean * std::log(implied / list[*g.explanation.nearest].factor), 1e-12 * scale));
    }
  }
}

TEST_CASE("a gap that has one cause lies in one part", "[model][gap]") {
  const Simulated simulated{gigawatt_hours(100), tonnes_per_mwh(0.47)};
  const Gap output = split_gap({tonnes(0.47 * 120e3), gigawatt_hours(120)}, simulated, kConventions);
  CHECK_THAT(output.output.base(), WithinRel(output.gap.base(), 1e-12));
  CHECK_THAT(output.factor.base(), WithinAbs(0.0, 1e-8));
  const Gap factor = split_gap({tonnes(91e3), gigawatt_hours(100)}, simulated, kConventions);
  CHECK(factor.output == Mass{});
  CHECK_THAT(factor.factor.base(), WithinRel(44e3, 1e-12));
  CHECK_THAT(factor.rest.base(), WithinAbs(0.0, 1e-8));
  const Gap park = split_gap({tonnes(94e3), gigawatt_hours(200), 2.0}, simulated, kConventions);
  CHECK_THAT(park.boundary.base(), WithinRel(47e3, 1e-12));
  CHECK_THAT(park.output.base(), WithinAbs(0.0, 1e-8));
  const Gap unmetered = split_gap({tonnes(94e3), std::nullopt, 2.0}, simulated, kConventions);
  CHECK(unmetered.explanation.matches);
  CHECK_THAT(unmetered.boundary.base(), WithinRel(47e3, 1e-12));
  const Gap none = split_gap({tonnes(47e3), gigawatt_hours(100)}, simulated, kConventions);
  CHECK_THAT(none.gap.base(), WithinAbs(0.0, 1e-9));
}

TEST_CASE("on a grid whose factor is zero, the whole gap is the factor's", "[model][gap]") {
  const Gap g = split_gap({tonnes(1000), gigawatt_hours(3)}, {gigawatt_hours(2), Intensity{}}, kConventions);
  CHECK(g.gap == tonnes(1000));
  CHECK(g.factor == tonnes(1000));
  CHECK(g.output == Mass{});
  const Gap still = split_gap({tonnes(1000), gigawatt_hours(3)}, {Energy{}, tonnes_per_mwh(0.4)}, kConventions);
  CHECK(still.output == tonnes(1000));
}

TEST_CASE("the logarithmic mean lies between its two, and is smooth where they meet", "[model][gap]") {
  CHECK(logarithmic_mean(5.0, 5.0) == 5.0);
  CHECK(logarithmic_mean(0.0, 5.0) == 0.0);
  for (const double x : {1e-9, 1e-6, 0.99e-4, 1.01e-4, 0.01, 1.0, 100.0}) {
    const double mean = logarithmic_mean(1.0 + x, 1.0);
    CHECK(mean > std::sqrt(1.0 + x) * (1.0 - 1e-15));
    CHECK(mean < 1.0 + 0.5 * x + 1e-15);
    CHECK_THAT(mean, WithinRel(logarithmic_mean(1.0, 1.0 + x), 1e-13));
  }
}
