#include "sim/forecast.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "portfolio/fixture.hpp"

using namespace gs;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using gs::test::DataSet;

namespace {

DataSet& factor(DataSet& set, std::string id, std::string subject, std::string unit, std::string value) {
  return set.add("factors.csv", {{"id", id},
                                 {"kind", "test"},
                                 {"subject", subject},
                                 {"value", value},
                                 {"unit", unit},
                                 {"source", "press"},
                                 {"confidence", "low"}});
}

/// Half sun at 0.2, half water at 0.5, no wear: 0.35 of 8,760 h.
DataSet forecast_data() {
  DataSet set = DataSet::small();
  factor(set, "forecast_80gw", "forecast_80gw", "GW/year", "80");
  factor(set, "forecast-realised-2013-2023", "forecast-realised", "GW/year", "20");
  factor(set, "forecast-mix-world-solar", "solar_pv", "fraction", "0.5");
  factor(set, "forecast-mix-world-other", "hydro", "fraction", "0.5");
  factor(set, "forecast-mix-portfolio-hydro", "hydro", "fraction", "1");
  factor(set, "capex-solar_pv", "solar_pv", "USD/kW", "500");
  factor(set, "capex-hydro", "hydro", "USD/kW", "1500");
  factor(set, "lifetime-solar_pv", "solar_pv", "years", "30");
  factor(set, "lifetime-hydro", "hydro", "years", "60");
  return set;
}

ForecastResult of(const DataSet& set, const ForecastChoice& choice) {
  const auto result = forecast_of(set.portfolio(), choice);
  INFO((result ? std::string() : result.error().text()));
  REQUIRE(result.ok());
  return *result;
}

ForecastChoice constant() {
  ForecastChoice choice;
  choice.pathway = GridPathway::constant;
  return choice;
}

ForecastResult repository(const ForecastChoice& choice = {}) {
  const auto result = forecast_of(test::repository_data().portfolio, choice);
  REQUIRE(result.ok());
  return *result;
}

}  // namespace

TEST_CASE("80 GW in every year, worked out by hand", "[sim][forecast]") {
  const ForecastResult r = of(forecast_data(), constant());
  REQUIRE(r.years.size() == 16);
  const struct {
    int year;
    double gw, twh, musd_so_far;
  } rows[] = {{2025, 80, 0.35 * 8.760 * 40, 80e3},
              {2026, 160, 0.35 * 8.760 * 120, 160e3},
              {2040, 1280, 0.35 * 8.760 * 1240, 1280e3}};
  for (const auto& c : rows) {
    INFO(c.year);
    const model::ForecastYear* year = r.in(c.year);
    REQUIRE(year);
    CHECK_THAT(year->standing.base(), WithinRel(c.gw * 1e3, 1e-12));
    CHECK_THAT(year->generation.best.base(), WithinRel(c.twh * 1e6, 1e-12));  // a year's building counts half in it
    CHECK_THAT(year->invested_so_far.best.base(), WithinRel(c.musd_so_far * 1e6, 1e-12));
  }
  CHECK_FALSE(r.in(2024));
  CHECK_FALSE(r.in(2041));
}

TEST_CASE("the baseline is the countries' mean, weighted by the capacity of their shown projects", "[sim][forecast]") {
  // Shown and generating: sun 1000 MW (ARE), wind 100 and later 200 (KAZ), dam 500 (ETH). Firm: 0.3, 0.3, 0.
  // Intermittent: 0.5, 0.5, none for ETH.
  const ForecastResult r = of(forecast_data(), constant());
  const double firm = 1300 * 0.3 / 1800, intermittent = 0.5;
  const double mean = (intermittent * 0.5 * 0.2 + firm * 0.5 * 0.5) / (0.5 * 0.2 + 0.5 * 0.5);
  CHECK_THAT(r.inputs.baseline.best.base(), WithinRel(mean, 1e-12));
  CHECK_THAT(r.weighed.base(), WithinRel(1800, 1e-12));
  CHECK(r.countries == 3);
  CHECK_THAT(r.in(2040)->saved.best.base(), WithinRel(r.in(2040)->generation.best.base() * mean, 1e-12));
  // Another method, another mean; hidden projects and parts weigh nothing.
  ForecastChoice other = constant();
  other.method = FactorMethod::ifi_operating_margin;
  CHECK_THAT(of(forecast_data(), other).inputs.baseline.best.base(), WithinRel(0.7, 1e-12));
  other.method = FactorMethod::coal_equivalent;
  CHECK_THAT(of(forecast_data(), other).inputs.baseline.best.base(), WithinRel(0.9, 1e-12));
}

TEST_CASE("a pledge of one country takes its part of the mean away", "[sim][forecast]") {
  DataSet set = forecast_data();
  set.add("factors.csv", {{"id", "pathway-kaz"},
                          {"kind", "pathway"},
                          {"country", "KAZ"},
                          {"subject", "net-zero-year"},
                          {"value", "2046"},
                          {"unit", "year"},
                          {"source", "press"},
                          {"confidence", "low"}});
  ForecastChoice choice = constant();
  choice.method = FactorMethod::ember_average;  // 0.6 in ARE (1000 MW) and KAZ (300 MW)
  choice.pathway = GridPathway::pledged;
  const ForecastResult r = of(set, choice);
  CHECK_THAT(r.inputs.pathway.share_in(2036), WithinRel((1000 + 300 * 0.5) / 1300, 1e-12));
  CHECK_THAT(r.inputs.pathway.share_in(2026), WithinRel(1.0, 1e-12));
}

TEST_CASE("a linear ramp begins with what was realised and ends with the claim's rate", "[sim][forecast]") {
  ForecastChoice choice = constant();
  choice.ramp = ForecastRamp::linear;
  const ForecastResult r = of(forecast_data(), choice);
  CHECK_THAT(r.in(2025)->added.base(), WithinRel(20e3, 1e-12));
  CHECK_THAT(r.in(2040)->added.base(), WithinRel(80e3, 1e-12));
  CHECK_THAT(r.in(2040)->standing.base(), WithinRel(16 * 50e3, 1e-12));  // the mean of 20 and 80
  for (std::size_t i = 1; i < r.years.size(); ++i)
    CHECK_THAT(r.years[i].added.base() - r.years[i - 1].added.base(), WithinAbs(4e3, 1e-6));
}

TEST_CASE("twice the rate is twice the capacity, generation, saving and capital", "[sim][forecast]") {
  ForecastChoice once, twice;
  twice.target = model::gigawatts_per_year(160);
  const model::ForecastYear a = *repository(once).in(2040), b = *repository(twice).in(2040);
  CHECK_THAT(b.standing.base(), WithinRel(2 * a.standing.base(), 1e-12));
  CHECK_THAT(b.generation.high.base(), WithinRel(2 * a.generation.high.base(), 1e-12));
  CHECK_THAT(b.saved.low.base(), WithinRel(2 * a.saved.low.base(), 1e-12));
  CHECK_THAT(b.invested_so_far.best.base(), WithinRel(2 * a.invested_so_far.best.base(), 1e-12));
}

TEST_CASE("the mix is of the world or of this list", "[sim][forecast]") {
  ForecastChoice choice = constant();
  choice.mix = ForecastMix::portfolio;
  const ForecastResult r = of(forecast_data(), choice);
  REQUIRE(r.mix.size() == 1);
  CHECK(r.mix[0].technology == Technology::hydro);
  CHECK_THAT(r.in(2025)->generation.best.base(), WithinRel(40e3 * 8760 * 0.5, 1e-12));
  for (const ForecastMix mix : {ForecastMix::world, ForecastMix::portfolio}) {
    ForecastChoice of_data;
    of_data.mix = mix;
    double sum = 0;
    for (const ForecastShare& share : repository(of_data).mix) sum += share.inputs.share;
    CHECK_THAT(sum, WithinAbs(1.0, 1e-3));
  }
}

TEST_CASE("the repository's outlook: capacity stands, generation flows, and both have their own size",
          "[sim][forecast][data]") {
  const ForecastResult r = repository();
  CHECK_THAT(r.in(2040)->standing.base(), WithinRel(1.28e6, 1e-9));
  double generated = 0;
  for (const model::ForecastYear& year : r.years) {
    INFO(year.year);
    CHECK((year.generation.low <= year.generation.best && year.generation.best <= year.generation.high));
    CHECK((year.saved.low <= year.saved.best && year.saved.best <= year.saved.high));
    CHECK((year.invested.low <= year.invested.best && year.invested.best <= year.invested.high));
    // What stands cannot give more than it could at full power all year, nor less than a tenth of half of it.
    CHECK(year.generation.high < year.standing * hours(8760));
    CHECK(year.generation.low > year.standing * hours(8760) * 0.05);
    generated += year.generation.best.base();
    CHECK_THAT(year.generated_so_far.base(), WithinRel(generated, 1e-12));
  }
  CHECK_THAT(r.generated.best.base(), WithinRel(generated, 1e-12));
  CHECK_THAT(r.saved.best.base(), WithinRel(r.in(2040)->saved_so_far.base(), 1e-12));
  CHECK((r.saved.low < r.saved.best && r.saved.best < r.saved.high));
  // The grids become cleaner: a megawatt-hour of 2040 saves less than one of 2026.
  const auto per_mwh = [&](int year) { return r.in(year)->saved.best.base() / r.in(year)->generation.best.base(); };
  CHECK(per_mwh(2040) < per_mwh(2026));
  CHECK_THAT(per_mwh(2026), WithinRel(r.inputs.baseline.best.base(), 1e-9));
  for (const std::string& id : r.factors) CHECK(test::repository_data().portfolio.factor(id));
  CHECK(r.countries > 30);
}

TEST_CASE("what Wood Mackenzie counted stands beside the forecast", "[sim][forecast][data]") {
  const ForecastResult r = repository();
  CHECK(r.completed == gigawatts(128));
  CHECK(r.pipeline == gigawatts(80));
  REQUIRE(r.realised);
  CHECK_THAT(r.realised->base(), WithinRel(r.completed->base() / 10, 1e-12));  // ten years to 2023
  CHECK(r.contrast.size() == 2);
  for (const std::uint32_t i : r.contrast)
    CHECK(test::repository_data().portfolio.claims[i].source == "wealthradar-woodmac");
}

TEST_CASE("a missing row is an error that names it", "[sim][forecast]") {
  const auto error = [](const DataSet& set, const ForecastChoice& choice) {
    const auto result = forecast_of(set.portfolio(), choice);
    REQUIRE_FALSE(result.ok());
    return result.error().text();
  };
  CHECK(error(DataSet::small(), {}).find("forecast_80gw") != std::string::npos);
  DataSet set = forecast_data();
  factor(set, "forecast-mix-world-wind", "wind_onshore", "fraction", "0.5");
  CHECK(error(set, {}).find("capacity_factors.csv") != std::string::npos);
  DataSet more = forecast_data();
  factor(more, "forecast-mix-world-more", "hydro", "fraction", "0.5");
  CHECK(error(more, {}).find("sum to 1") != std::string::npos);
}
