#include "model/finance.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>

#include "model/intervals.hpp"
#include "model/jobs.hpp"

using namespace gs;
using namespace gs::model;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

PlantCosts plant() {
  return {.capacity = megawatts(100), .capital = million_us_dollars(70), .fixed = usd_per_kw_year(13),
          .variable = usd_per_mwh(0), .lifetime_years = 25, .discount_rate = 0.07, .degradation = 0.0};
}

}  // namespace

TEST_CASE("the capital recovery factor is that of the textbooks", "[model][finance]") {
  const struct {
    double rate;
    int years;
    double factor;
  } rows[] = {
      {0.07, 25, 0.07 / (1.0 - std::pow(1.07, -25))}, {0.10, 20, 0.11745962477254569}, {0.0, 25, 0.04},
      {1e-12, 10, 0.1}, {0.05, 1, 1.05},
  };
  for (const auto& row : rows) CHECK_THAT(capital_recovery_factor(row.rate, row.years), WithinRel(row.factor, 1e-11));
}

TEST_CASE("without wear the levelised cost is the annuity over the energy", "[model][finance]") {
  const Energy energy = gigawatt_hours(200);
  PlantCosts costs = plant();
  costs.variable = usd_per_mwh(2);
  const double annuity = 70e6 * capital_recovery_factor(0.07, 25) + 100e3 * 13;
  CHECK_THAT(levelised_cost(costs, energy).base(), WithinRel(annuity / 200e3 + 2.0, 1e-13));
}

TEST_CASE("levelised cost: more energy is cheaper; money, interest and wear are dearer", "[model][finance]") {
  const EnergyCost base = levelised_cost(plant(), gigawatt_hours(200));
  CHECK(levelised_cost(plant(), gigawatt_hours(210)) < base);
  const auto dearer = [&](auto change) {
    PlantCosts costs = plant();
    change(costs);
    return levelised_cost(costs, gigawatt_hours(200)) > base;
  };
  CHECK(dearer([](PlantCosts& c) { c.capital = c.capital * 1.1; }));
  CHECK(dearer([](PlantCosts& c) { c.discount_rate = 0.08; }));
  CHECK(dearer([](PlantCosts& c) { c.degradation = 0.005; }));
  CHECK(dearer([](PlantCosts& c) { c.lifetime_years = 20; }));
  CHECK(dearer([](PlantCosts& c) { c.fixed = usd_per_kw_year(14); }));
}

TEST_CASE("a known plant has no interval, an uncertain one is wider by each doubt", "[model][finance]") {
  const Range<Energy> energy{gigawatt_hours(200), gigawatt_hours(200), gigawatt_hours(200)};
  PlantCostRanges known{.capacity = megawatts(100), .capital = {plant().capital, plant().capital, plant().capital},
                        .fixed = {plant().fixed, plant().fixed, plant().fixed},
                        .discount_rate = {ratio(0.07), ratio(0.07), ratio(0.07)}};
  const Range<EnergyCost> point = levelised_cost(known, energy);
  CHECK(point.low == point.high);
  CHECK(point.best == levelised_cost(plant(), gigawatt_hours(200)));
  known.capital = {million_us_dollars(60), million_us_dollars(70), million_us_dollars(85)};
  const Range<EnergyCost> capital_only = levelised_cost(known, energy);
  const Range<EnergyCost> both = levelised_cost(known, {gigawatt_hours(180), gigawatt_hours(200), gigawatt_hours(220)});
  CHECK(both.low < capital_only.low);
  CHECK(capital_only.low < point.low);
  CHECK(both.high > capital_only.high);
  CHECK(capital_only.high > point.high);
}

TEST_CASE("a tonne costs what the plant costs more than its reference, over the factor", "[model][finance]") {
  CHECK_THAT(abatement_cost(usd_per_mwh(45), usd_per_mwh(40), g_per_kwh(500))->base(), WithinRel(10.0, 1e-14));
  CHECK(abatement_cost(usd_per_mwh(35), usd_per_mwh(40), g_per_kwh(500))->base() < 0.0);
  CHECK_FALSE(abatement_cost(usd_per_mwh(45), usd_per_mwh(40), Intensity{}).has_value());
  const Range<Intensity> to_zero{Intensity{}, g_per_kwh(50), g_per_kwh(100)};
  const Range<EnergyCost> cost{usd_per_mwh(30), usd_per_mwh(40), usd_per_mwh(50)};
  CHECK_FALSE(abatement_cost(cost, cost, to_zero).has_value());
  const auto range = abatement_cost(cost, {usd_per_mwh(40), usd_per_mwh(40), usd_per_mwh(40)},
                                    {g_per_kwh(500), g_per_kwh(500), g_per_kwh(500)});
  REQUIRE(range);
  CHECK_THAT(range->low.base(), WithinRel(-20.0, 1e-12));
  CHECK_THAT(range->high.base(), WithinRel(20.0, 1e-12));
}

TEST_CASE("reported capital comes before the technology's", "[model][finance]") {
  const Range<CapitalCost> cost{usd_per_kw(500), usd_per_kw(700), usd_per_kw(1200)};
  const Range<Money> reported = capital(million_us_dollars(80), 0.1, megawatts(100), cost);
  CHECK_THAT(reported.low.base(), WithinRel(72e6, 1e-14));
  CHECK(reported.best == million_us_dollars(80));
  const Range<Money> estimated = capital(std::nullopt, 0.1, megawatts(100), cost);
  CHECK(estimated.best == million_us_dollars(70));
  CHECK(estimated.high == million_us_dollars(120));
}

TEST_CASE("jobs and homes scale with the plant", "[model][finance]") {
  const Range<Ratio> one{ratio(1), ratio(1), ratio(1)};
  const auto build = quantities<JobYearsPerPower>({6, 13, 18});
  const Range<JobYears> work = construction_work(megawatts(100), build, one);
  CHECK_THAT(work.low.base(), WithinRel(600.0, 1e-14));
  CHECK_THAT(work.best.base(), WithinRel(1300.0, 1e-14));
  CHECK_THAT(work.high.base(), WithinRel(1800.0, 1e-14));
  const auto run = quantities<JobsPerPower>({0.2, 0.7, 0.7});
  CHECK_THAT(operation_jobs(megawatts(100), run, {ratio(2), ratio(2), ratio(2)}).best.base(), WithinRel(140.0, 1e-14));
  const Range<Energy> year{gigawatt_hours(200), gigawatt_hours(200), gigawatt_hours(200)};
  const Range<Households> homes = households(year, {megawatt_hours(1), megawatt_hours(2), megawatt_hours(4)});
  CHECK_THAT(homes.low.base(), WithinRel(50e3, 1e-14));
  CHECK_THAT(homes.best.base(), WithinRel(100e3, 1e-14));
  CHECK_THAT(homes.high.base(), WithinRel(200e3, 1e-14));
}

TEST_CASE("intervals of independent inputs combine in quadrature, each side for itself", "[model][finance]") {
  const auto sum = [](const std::array<double, 2>& x) { return x[0] + x[1]; };
  const Range<double> range = propagate(std::array{Range<double>{7, 10, 16}, Range<double>{16, 20, 28}}, sum);
  CHECK_THAT(range.low, WithinAbs(25.0, 1e-12));
  CHECK(range.best == 30.0);
  CHECK_THAT(range.high, WithinAbs(40.0, 1e-12));
}
