#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "model/numerics.hpp"
#include "sim/runs.hpp"

using namespace gs;
using Catch::Matchers::WithinRel;
using test::repository_results;

namespace {

const Portfolio& portfolio() { return test::repository_data().portfolio; }

const ProjectResult& row(const Results& results, std::string_view id) { return test::row(portfolio(), results, id); }

/// Claims of the article itself, apart from what later sources say.
std::vector<Claim> article_claims(std::string_view subject) {
  std::vector<Claim> found;
  for (const Claim& claim : portfolio().claims)
    if (claim.subject == subject && claim.source.find("globaltimes-2025-05-23") != std::string::npos)
      found.push_back(claim);
  return found;
}

}  // namespace

TEST_CASE("Al Dhafra: 2.4 Mt a year is more than the combined margin gives, and the row says by which way",
          "[sim][data]") {
  const Results results = repository_results();
  const ProjectResult& r = row(results, "al-dhafra-pv2");
  CHECK(r.counted == Counted::yes);
  CHECK(r.reported == megatonnes(2.4));
  REQUIRE((r.avoided && r.energy && r.intensity && r.gap && r.gap_parts));
  CHECK(*r.reported > r.avoided->high);
  CHECK((*r.gap > 0.0 && *r.gap < 0.4));
  // Another of the methods comes nearer than the chosen one, and the coal of press releases gives more.
  REQUIRE(r.gap_parts->explanation.nearest.has_value());
  const auto mass = [&](FactorMethod method) { return *r.avoided_by_method[static_cast<std::size_t>(method)]; };
  const auto nearest = static_cast<FactorMethod>(*r.gap_parts->explanation.nearest);
  CHECK(nearest != FactorMethod::ifi_combined_margin);
  CHECK(megatonnes(std::fabs((mass(nearest) - *r.reported).base()) * 1e-6) < *r.reported - r.avoided->best);
  CHECK(mass(FactorMethod::coal_equivalent) > *r.reported);
}

TEST_CASE("Al Dhafra's saving is its hours at its age times the factor of the data", "[sim][data]") {
  const Results results = repository_results();
  const ProjectResult& r = row(results, "al-dhafra-pv2");
  CHECK(r.basis == EnergyBasis::simulated);
  CHECK(r.capacity_factor == -1);
  REQUIRE(r.grid_factor >= 0);
  const GridFactor& grid = portfolio().grid_factors[static_cast<std::size_t>(r.grid_factor)];
  CHECK(grid.country == "ARE");
  CHECK(grid.method == "ifi_cm_intermittent");
  CHECK(grid.value == tonnes_per_mwh(0.464));
  const PlantYear& plant = results.fleet->plants[r.project];
  REQUIRE(plant.power.size() == model::kHours);
  numerics::Sum sum;
  for (const float value : plant.power) sum.add(static_cast<double>(value));
  const int age = 2026 - *portfolio().project("al-dhafra-pv2")->commissioning_year;
  CHECK_THAT(r.avoided->best.base(), WithinRel(sum.value() * output_left(plant, age) * 0.464, 1e-6));
  // A desert plant that tracks: between a fixed one's least and a tracker's most.
  const double factor = plant.energy->base() / (2000.0 * 8760);
  CHECK((factor > 0.22 && factor < 0.36));
}

TEST_CASE("the four things that the article states are in the data with their source", "[sim][data]") {
  const auto dhafra = article_claims("al-dhafra-pv2");
  REQUIRE(dhafra.size() >= 1);
  CHECK(std::any_of(dhafra.begin(), dhafra.end(),
                    [](const Claim& c) { return c.quantity == "co2_t" && c.value == 2.4e6; }));
  // Universal Energy's 500 MW are two projects of 250 MW.
  for (const char* half : {"universal-peak-wind-alpha", "universal-peak-wind-beta"}) {
    REQUIRE(portfolio().project(half));
    CHECK(portfolio().project(half)->capacity == megawatts(250));
    CHECK(article_claims(half).size() >= 1);
  }
  // The article says "scheduled for delivery" and names no class, figure or number of units.
  const auto locomotives = article_claims("ckd6h");
  REQUIRE(locomotives.size() >= 1);
  for (const Claim& claim : locomotives) CHECK_FALSE(claim.value.has_value());
  REQUIRE(portfolio().locomotive("ckd6h"));
  CHECK(portfolio().locomotive("ckd6h")->co2_saving_per_unit == tonnes(240));
  CHECK(portfolio().locomotive("ckd6h")->sources != std::vector<std::string>{"globaltimes-2025-05-23"});
  // 80 GW a year by 2040 stands in no other source: it is not corroborated.
  const auto forecast = article_claims("forecast_80gw");
  REQUIRE(forecast.size() == 1);
  CHECK(forecast[0].value == 80.0);
  CHECK(forecast[0].corroborated == "no");
}

TEST_CASE("Benban is counted once", "[sim][data]") {
  const Results results = repository_results();
  CHECK(row(results, "benban-complex").counted == Counted::yes);
  for (const char* part : {"benban-tbea-186", "benban-acwa-chint"})
    CHECK(row(results, part).counted == Counted::part_of_other);
}

TEST_CASE("a throughput and an exchange are no generation", "[sim][data]") {
  const Results results = repository_results();
  for (const char* id : {"tashkent-bess", "china-laos-500kv"}) {
    INFO(id);
    CHECK(portfolio().project(id)->generation.has_value());
    CHECK_FALSE(row(results, id).energy.has_value());
    CHECK(row(results, id).has(Note::not_generation));
    CHECK(row(results, id).reported.has_value());
  }
}

TEST_CASE("projects without a Chinese or Belt and Road part are hidden", "[sim][data]") {
  const Results results = repository_results();
  for (const char* id : {"sakaka-300", "kostolac-wind", "kokhav-hayarden", "belo-monte-uhv"}) {
    INFO(id);
    CHECK(row(results, id).hidden);
    CHECK(row(results, id).counted == Counted::no_bri_role);
  }
}

TEST_CASE("Ethiopia's firm factor is 0 in the source, and the result says so", "[sim][data]") {
  const Results results = repository_results();
  const ProjectResult& dam = row(results, "gilgel-gibe-3");
  REQUIRE(dam.avoided.has_value());
  CHECK(*dam.avoided == Range<Mass>{});
  CHECK(dam.has(Note::zero_grid_factor));
}

TEST_CASE("every method has a factor for every country with an operating plant", "[sim][data]") {
  for (int m = 0; m < kFactorMethodCount; ++m) {
    const Results results = repository_results({static_cast<FactorMethod>(m), 2026});
    for (const ProjectResult& r : results.projects) {
      INFO(id_of(static_cast<FactorMethod>(m)) << " " << portfolio().projects[r.project].id);
      CHECK_FALSE(r.has(Note::no_grid_factor));
    }
  }
}

TEST_CASE("an electrolyser saves grey hydrogen, by no grid and no method", "[sim][data]") {
  int seen = 0;
  const Results one = repository_results(), other = repository_results({FactorMethod::coal_equivalent, 2026});
  for (const ProjectResult& r : one.projects) {
    const PlantYear& plant = one.fleet->plants[r.project];
    if (!plant.hydrogen) continue;
    INFO(portfolio().projects[r.project].id);
    ++seen;
    CHECK(r.has(Note::hydrogen));
    CHECK_FALSE(r.intensity.has_value());
    REQUIRE(r.avoided.has_value());
    // t CO2 a t of hydrogen: between the cleanest and the dirtiest reformer.
    const double each = r.avoided->best / plant.hydrogen->hydrogen;
    CHECK((each >= 9.0 && each <= 14.0));
    CHECK((plant.hydrogen->kwh_per_kg > 45.0 && plant.hydrogen->kwh_per_kg < 80.0));
    CHECK(r.avoided == other.projects[r.project].avoided);
    // All that sun and wind give is used or said to be unused.
    CHECK_THAT((plant.hydrogen->used + plant.hydrogen->unused).base(), WithinRel(plant.energy->base(), 1e-9));
  }
  CHECK(seen >= 1);
}
