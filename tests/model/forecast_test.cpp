#include "model/forecast.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "model/ledger.hpp"

using namespace gs;
using namespace gs::model;
using Catch::Matchers::WithinRel;

namespace {

constexpr Range<Ratio> exactly(double v) { return {ratio(v), ratio(v), ratio(v)}; }
constexpr Range<CapitalCost> cost(double v) { return {usd_per_kw(v), usd_per_kw(v), usd_per_kw(v)}; }

const ForecastTechnology kMix[] = {
    {.id = "solar_pv", .share = 0.6, .capacity_factor = exactly(0.2), .capital = cost(700),
     .capital_decline = 0.03, .degradation = 0.005},
    {.id = "wind_onshore", .share = 0.3, .capacity_factor = exactly(0.35), .capital = cost(1100)},
    {.id = "hydro", .share = 0.1, .capacity_factor = exactly(0.45), .capital = cost(2200), .lifetime_years = 60},
};

ForecastInputs eighty() {
  return {.first_year = 2025, .last_year = 2040, .target = gigawatts_per_year(80), .ramp = {},
          .baseline = {g_per_kwh(400), g_per_kwh(500), g_per_kwh(600)}, .pathway = Pathway::constant(2025)};
}

}  // namespace

TEST_CASE("80 GW a year from 2025 to 2040 are 1,280 GW", "[model][forecast]") {
  const std::vector<ForecastYear> years = forecast(eighty(), kMix);
  REQUIRE(years.size() == 16);
  CHECK(years.front().year == 2025);
  CHECK_THAT(years.back().standing.base(), WithinRel(gigawatts(1280).base(), 1e-13));
  for (const ForecastYear& year : years) CHECK_THAT(year.added.base(), WithinRel(80e3, 1e-14));
}

TEST_CASE("one technology by hand: half a year in its first, worn later", "[model][forecast]") {
  ForecastInputs inputs = eighty();
  inputs.last_year = 2026;
  ForecastTechnology sun = kMix[0];
  sun.share = 1.0;
  const std::vector<ForecastYear> years = forecast(inputs, sun);
  const double full = 80e3 * 8760 * 0.2;
  CHECK_THAT(years[0].generation.best.base(), WithinRel(0.5 * full, 1e-14));
  CHECK_THAT(years[1].generation.best.base(), WithinRel((0.5 + 0.995) * full, 1e-14));
  CHECK_THAT(years[1].saved.best.base(), WithinRel((0.5 + 0.995) * full * 0.5, 1e-14));
  CHECK_THAT(years[0].invested.best.base(), WithinRel(80e6 * 700.0, 1e-14));
  CHECK_THAT(years[1].invested.best.base(), WithinRel(80e6 * 700.0 * 0.97, 1e-14));
  CHECK_THAT(years[1].invested_so_far.best.base(), WithinRel(80e6 * 700.0 * 1.97, 1e-14));
}

TEST_CASE("the whole is the sum of its technologies", "[model][forecast]") {
  const ForecastYear all = forecast(eighty(), kMix).back();
  Energy generation;
  Power standing;
  Mass saved;
  Money invested;
  for (const ForecastTechnology& technology : kMix) {
    const ForecastYear one = forecast(eighty(), technology).back();
    generation += one.generation.best;
    standing += one.standing;
    saved += one.saved_so_far;
    invested += one.invested_so_far.best;
  }
  CHECK_THAT(all.generation.best.base(), WithinRel(generation.base(), 1e-13));
  CHECK_THAT(all.standing.base(), WithinRel(standing.base(), 1e-13));
  CHECK_THAT(all.saved_so_far.base(), WithinRel(saved.base(), 1e-13));
  CHECK_THAT(all.invested_so_far.best.base(), WithinRel(invested.base(), 1e-13));
}

TEST_CASE("a linear ramp reaches its target in its year and stays", "[model][forecast]") {
  ForecastInputs inputs = eighty();
  inputs.ramp = {Ramp::Kind::linear, gigawatts_per_year(20), 2035};
  CHECK(build_rate(inputs, 2024) == BuildRate{});
  CHECK(build_rate(inputs, 2025) == gigawatts_per_year(20));
  CHECK_THAT(build_rate(inputs, 2030).base(), WithinRel(50e3, 1e-14));
  CHECK(build_rate(inputs, 2035) == gigawatts_per_year(80));
  CHECK(build_rate(inputs, 2040) == gigawatts_per_year(80));
  CHECK(forecast(inputs, kMix).back().standing < forecast(eighty(), kMix).back().standing);
}

TEST_CASE("a cleaner grid leaves generation and capital, and takes savings", "[model][forecast]") {
  ForecastInputs cleaner = eighty();
  cleaner.pathway = Pathway::net_zero(2025, 2060);
  const ForecastYear a = forecast(eighty(), kMix).back(), b = forecast(cleaner, kMix).back();
  CHECK(a.generation == b.generation);
  CHECK(a.invested_so_far == b.invested_so_far);
  CHECK_THAT(b.saved.best.base(), WithinRel(a.saved.best.base() * 20.0 / 35.0, 1e-13));
}

TEST_CASE("what has passed its life stands and generates no more", "[model][forecast]") {
  ForecastInputs inputs = eighty();
  inputs.last_year = 2060;
  ForecastTechnology wind = kMix[1];
  wind.share = 1.0;
  wind.lifetime_years = 10;
  const std::vector<ForecastYear> years = forecast(inputs, wind);
  CHECK_THAT(years[9].standing.base(), WithinRel(800e3, 1e-14));
  CHECK_THAT(years[35].standing.base(), WithinRel(800e3, 1e-14));
  CHECK_THAT(years[35].generation.best.base(), WithinRel(9.5 * 80e3 * 8760 * 0.35, 1e-13));
}

TEST_CASE("the interval of the saving holds those of energy and factor", "[model][forecast]") {
  ForecastTechnology sun = kMix[0];
  sun.capacity_factor = {ratio(0.16), ratio(0.2), ratio(0.23)};
  const ForecastYear year = forecast(eighty(), sun).back();
  CHECK(year.generation.low < year.generation.best);
  CHECK(year.saved.low < avoided_co2(year.generation.low, g_per_kwh(500)));
  CHECK(year.saved.high > avoided_co2(year.generation.high, g_per_kwh(500)));
}
