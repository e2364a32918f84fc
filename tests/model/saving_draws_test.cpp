#include "model/uncertainty/saving.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>

using namespace gs;
using namespace gs::model;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

const double kP90 = 1.2815515655446004;

Doubt doubt(std::string_view stream, int dimension, std::string_view name, const Distribution& distribution) {
  return {{name, distribution}, stream_of(stream), dimension};
}

Response linear_response(const Distribution& resource) {
  Response response({axis_over(resource, 5)});
  response.fit([](std::span<const double> x) { return 1000.0 * x[0]; });
  return response;
}

/// Energy 1,000 MWh x resource x availability; saving x factor.
struct Case {
  Distribution resource = Distribution::lognormal(1.0, 0.08), availability = Distribution::triangular(0.9, 0.96, 0.99),
               factor = Distribution::lognormal(0.5, 0.15);
  Response response = linear_response(resource);

  UncertainPlant plant(std::string_view name, std::string_view grid) const {
    return {&response,
            {doubt(name, 0, "resource", resource)},
            {doubt(name, 1, "availability", availability)},
            {doubt(grid, 0, "factor", factor)}};
  }
};

double correlation(std::span<const double> a, std::span<const double> b) {
  const Moments of_a = moments(a), of_b = moments(b);
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - of_a.mean) * (b[i] - of_b.mean);
  return sum / static_cast<double>(a.size()) / std::sqrt(of_a.variance * of_b.variance);
}

}  // namespace

TEST_CASE("P10, P50 and P90 of a lognormal saving are those of the formula", "[model][uncertainty]") {
  Case c;
  c.availability = Distribution::constant(0.95);
  const PlantDraws draws = draw_plant(c.plant("project:a", "grid:KAZ"), DrawTable(1));
  const double deviation = std::sqrt(0.08 * 0.08 + 0.15 * 0.15);
  const Range<Mass> saving = draws.saving();
  // Streams are paired at random: by chance the median of 1,024 draws is off by 1.25 x 0.17 / 32 = 0.7 %.
  CHECK_THAT(saving.best.base(), WithinRel(475.0, 0.015));
  CHECK_THAT(saving.low.base(), WithinRel(475.0 * std::exp(-kP90 * deviation), 0.02));
  CHECK_THAT(saving.high.base(), WithinRel(475.0 * std::exp(kP90 * deviation), 0.02));
  CHECK_THAT(draws.energy().high.base(), WithinRel(950.0 * std::exp(kP90 * 0.08), 0.005));
}

TEST_CASE("the tornado begins with the greatest doubt", "[model][uncertainty]") {
  const Case c;
  const PlantDraws draws = draw_plant(c.plant("project:a", "grid:KAZ"), DrawTable(1));
  REQUIRE(draws.bars.size() == 3);
  CHECK(draws.bars[0].input == 2);  // the factor
  CHECK(draws.bars[1].input == 0);  // the resource
  CHECK(draws.bars[2].input == 1);  // availability
  CHECK_THAT(draws.bars[0].at_p90 / draws.bars[0].at_p10, WithinRel(std::exp(2 * kP90 * 0.15), 1e-12));
  double first = 0.0;
  for (const Bar& bar : draws.bars) first += bar.share.first;
  CHECK(first <= 1.0 + 1e-12);
  CHECK(first > 0.98);
  // Of the variance of the logarithm, 0.15^2 of 0.15^2 + 0.08^2 + availability's.
  CHECK_THAT(draws.bars[0].share.total, WithinAbs(0.75, 0.03));
}

TEST_CASE("a shared doubt moves two plants together, an own one does not", "[model][uncertainty]") {
  const Case c;
  const DrawTable table(5);
  const PlantDraws a = draw_plant(c.plant("project:a", "grid:KAZ"), table);
  const PlantDraws b = draw_plant(c.plant("project:b", "grid:KAZ"), table);
  const PlantDraws other = draw_plant(c.plant("project:c", "grid:UZB"), table);
  CHECK(std::fabs(correlation(a.energy_mwh, b.energy_mwh)) < 0.1);
  CHECK(std::fabs(correlation(a.saving_t, other.saving_t)) < 0.1);
  // The factor's share of the variance: about 0.0225 of 0.0225 + 0.0064 + 0.0004.
  CHECK_THAT(correlation(a.saving_t, b.saving_t), WithinAbs(0.77, 0.08));
}

TEST_CASE("a total of many plants is surer than one, unless they share their doubt", "[model][uncertainty]") {
  const Case c;
  const DrawTable table(9);
  const auto width = [&](bool shared) {
    std::vector<double> total(table.count(), 0.0);
    for (int i = 0; i < 25; ++i) {
      const std::string name = std::to_string(i);
      const PlantDraws draws = draw_plant(c.plant("project:" + name, shared ? "grid" : "grid:" + name), table);
      for (std::size_t k = 0; k < total.size(); ++k) total[k] += draws.saving_t[k];
    }
    const Range<double> range = p10_p50_p90(std::span<double>(total));
    return (range.high - range.low) / range.best;
  };
  const double one = 2 * kP90 * std::sqrt(0.15 * 0.15 + 0.08 * 0.08 + 0.02 * 0.02);
  CHECK_THAT(width(false), WithinRel(one / 5.0, 0.12));
  CHECK_THAT(width(true), WithinRel(2 * kP90 * std::sqrt(0.15 * 0.15 + 0.08 * 0.08 / 25), 0.06));
}

TEST_CASE("a plant's draws do not depend on who else is drawn", "[model][uncertainty]") {
  const Case c;
  const DrawTable table(9);
  const PlantDraws before = draw_plant(c.plant("project:a", "grid:KAZ"), table);
  draw_plant(c.plant("project:b", "grid:KAZ"), table);
  const PlantDraws after = draw_plant(c.plant("project:a", "grid:KAZ"), table);
  CHECK(before.saving_t == after.saving_t);
  CHECK(before.saving_t != draw_plant(c.plant("project:a", "grid:KAZ"), DrawTable(10)).saving_t);
}
