#include "model/emissions.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "model/freight.hpp"
#include "model/ledger.hpp"

using namespace gs;
using namespace gs::model;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("a combined margin lies between its margins and its weights sum to one", "[model][emissions]") {
  const Intensity om = tonnes_per_mwh(0.9), bm = tonnes_per_mwh(0.3);
  const struct {
    MarginClass margin_class;
    double wanted;
  } rows[] = {{MarginClass::wind_solar, 0.75}, {MarginClass::other_first, 0.6}, {MarginClass::other_later, 0.45}};
  for (const auto& row : rows) {
    const MarginWeights weights = margin_weights(row.margin_class);
    CHECK(weights.operating + weights.build == 1.0);
    CHECK_THAT(combined_margin(om, bm, weights).base(), WithinRel(row.wanted, 1e-15));
    CHECK_THAT(combined_margin(om, om, weights).base(), WithinRel(om.base(), 1e-15));
  }
}

TEST_CASE("the coal equivalent counts standard coal and its CO2", "[model][emissions]") {
  // 1 GWh at 305 g of standard coal a kWh is 305 t of coal; at 2.66 t of CO2 a tonne, 811.3 t.
  const CoalEquivalent coal{305.0, 2.66};
  CHECK_THAT(standard_coal(gigawatt_hours(1), coal.coal_g_per_kwh).base(), WithinRel(305.0, 1e-15));
  CHECK_THAT(avoided_co2(gigawatt_hours(1), coal_equivalent(coal)).base(), WithinRel(811.3, 1e-14));
}

TEST_CASE("pathways: what is left of the factor in a year", "[model][emissions]") {
  // Grams a kWh: only ratios count.
  const PathwayPoint points[] = {{2020, 400.0}, {2030, 200.0}, {2040, 40.0}, {2060, 0.0}};
  const Pathway stated = Pathway::stated(2025, points);
  const struct {
    const char* says;
    Pathway pathway;
    int year;
    double share;
  } rows[] = {
      {"a constant factor", Pathway::constant(2025), 2060, 1.0},
      {"10 % a year, two years on", Pathway::yearly_rate(2025, 0.1), 2027, 0.81},
      {"nothing is said of the past", Pathway::yearly_rate(2025, 0.1), 2020, 1.0},
      {"half way to net zero", Pathway::net_zero(2025, 2060), 2043, 17.0 / 35.0},
      {"net zero, in its year", Pathway::net_zero(2025, 2060), 2060, 0.0},
      {"net zero, after it", Pathway::net_zero(2025, 2050), 2055, 0.0},
      {"stated points are rescaled to the base year", stated, 2025, 1.0},
      {"a stated point", stated, 2030, 0.5 / 0.75},
      {"between stated points", stated, 2035, 0.3 / 0.75},
      {"at the last point", stated, 2060, 0.0},
      {"after the last point", stated, 2090, 0.0},
      {"before the first point, as in it", Pathway::stated(2010, points), 2015, 1.0},
      {"no point, no change", Pathway::stated(2025, {}), 2050, 1.0},
  };
  for (const auto& row : rows) {
    INFO(row.says);
    CHECK_THAT(row.pathway.share_in(row.year), WithinAbs(row.share, 1e-15));
  }
}

TEST_CASE("no pathway rises, and none goes below zero", "[model][emissions]") {
  const PathwayPoint points[] = {{2023, 450.0}, {2050, 45.0}};
  for (const Pathway& p : {Pathway::constant(2025), Pathway::yearly_rate(2025, 0.04), Pathway::yearly_rate(2025, 1.0),
                           Pathway::net_zero(2025, 2060), Pathway::stated(2025, points)})
    for (int year = 2020; year < 2100; ++year) {
      CHECK(p.share_in(year) >= p.share_in(year + 1));
      CHECK(p.share_in(year) >= 0.0);
      CHECK(p.share_in(year) <= 1.0);
    }
}

TEST_CASE("savings add up year by year", "[model][emissions]") {
  const YearlyEnergy energy{gigawatt_hours(100), 2026, 0.005};
  const Pathway pathway = Pathway::net_zero(2024, 2060);
  const Intensity base = g_per_kwh(500);
  CHECK(cumulative_savings(energy, base, pathway, 2025) == Mass{});
  for (int year = 2026; year < 2062; ++year) {
    const Mass grown =
        cumulative_savings(energy, base, pathway, year) - cumulative_savings(energy, base, pathway, year - 1);
    CHECK_THAT(grown.base(), WithinAbs((energy.in(year) * pathway.factor_in(year, base)).base(), 1e-6));
  }
  CHECK(cumulative_savings(energy, base, pathway, 2060) == cumulative_savings(energy, base, pathway, 2080));
}

TEST_CASE("without decline and wear the sum is the number of years times one year", "[model][emissions]") {
  const YearlyEnergy energy{gigawatt_hours(100), 2026, 0.0};
  CHECK_THAT(cumulative_savings(energy, g_per_kwh(500), Pathway::constant(2025), 2050).base(),
             WithinRel(25 * 50e3, 1e-14));
}

TEST_CASE("the life cycle is a line of its own, and can exceed the saving on a clean grid", "[model][emissions]") {
  const Energy energy = gigawatt_hours(10);
  CHECK_THAT(lifecycle_emissions(energy, g_per_kwh(48)).base(), WithinRel(480.0, 1e-15));
  CHECK_THAT(net_of_lifecycle(energy, g_per_kwh(500), g_per_kwh(48)).base(), WithinRel(4520.0, 1e-14));
  CHECK(net_of_lifecycle(energy, g_per_kwh(0), g_per_kwh(24)) < Mass{});
  const Range<Mass> range = lifecycle_emissions(energy, Range<Intensity>{g_per_kwh(18), g_per_kwh(48), g_per_kwh(180)});
  CHECK(range.low < range.best);
  CHECK(range.best < range.high);
}

TEST_CASE("freight on rails: diesel in the tank, electricity at the power plant", "[model][emissions]") {
  // 1 Mt over 1,000 km: 10^9 tkm. Lorries at 129 g: 129 kt.
  const FreightShift shift{megatonnes(1), kilometres(1000), kilometres(1000)};
  CHECK_THAT(road_freight_emissions(shift, kHeavyLorryGramsPerTkm).base(), WithinRel(129e3, 1e-14));
  // 36 kJ a tkm at the meter = 10 Wh: 10 GWh; 5 % lost on the way.
  CHECK_THAT(electric_rail_emissions(shift, 36.0, g_per_kwh(500), percent(5)).base(), WithinRel(5000.0 / 0.95, 1e-14));
  // 200 kJ of fuel a tkm: 200 TJ at 81.7952 t a TJ.
  CHECK_THAT(diesel_rail_emissions(shift, 200.0).base(), WithinRel(200.0 * 81.7952, 1e-14));
}
