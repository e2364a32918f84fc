#include "sim/economy.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "portfolio/fixture.hpp"
#include "sim/assumptions.hpp"
#include "sim/simulate.hpp"

using namespace gs;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using gs::test::DataSet;

namespace {

DataSet& factor(DataSet& set, std::string id, std::string unit, std::string value, std::string low = "",
                std::string high = "") {
  return set.add("factors.csv", {{"id", id},
                                 {"kind", "test"},
                                 {"subject", id},
                                 {"value", value},
                                 {"low", low},
                                 {"high", high},
                                 {"unit", unit},
                                 {"source", "press"},
                                 {"confidence", "low"}});
}

/// Round figures: a hand can work them out. The dam gives 500 MW x 8760 h x 0.5 = 2,190,000 MWh for two years at 10 %.
DataSet priced() {
  DataSet set = DataSet::small();
  factor(set, "capex-hydro", "USD/kW", "2000", "1500", "3000");
  factor(set, "opex-hydro", "USD/kW-yr", "50");
  factor(set, "lifetime-hydro", "years", "2.5");
  factor(set, "discount-rate", "%/year", "10");
  factor(set, "reference-electricity-cost", "USD/kWh", "0.1");
  factor(set, "jobs-construction-hydro", "job-years/MW", "4", "2", "10");
  factor(set, "jobs-operation-hydro", "jobs/MW", "0.5");
  factor(set, "household-electricity-world", "kWh/year", "3000");
  factor(set, "lifecycle-hydro", "gCO2e/kWh", "20");
  factor(set, "capex-battery_storage", "USD/kWh", "140");
  factor(set, "lifetime-battery_storage", "years", "16");
  factor(set, "lifecycle-battery_storage", "kgCO2e/kWh of capacity", "80");
  factor(set, "jobs-construction-battery_storage", "job-years/MW", "0.5");
  set.set("grid_factors.csv", 10, "value_t_mwh", "0.4");  // ETH, firm
  return set;
}

constexpr Scenario kConstant{FactorMethod::ifi_combined_margin, 2026, GridPathway::constant, {}};

struct Found {
  Portfolio portfolio;
  Results results;
  Economy economy;
};

Found of(const DataSet& set, std::string_view id, const Scenario& scenario = kConstant) {
  Found found{set.portfolio(), {}, {}};
  found.results = simulate(found.portfolio, scenario);
  for (const ProjectResult& row : found.results.projects)
    if (found.portfolio.projects[row.project].id == id) found.economy = economy_of(found.portfolio, found.results, row);
  return found;
}

/// (capital x 0.576190 + fixed) / energy, with r / (1 - (1 + r)^-2) at 10 %.
double two_years_at_ten_percent(double capital, double fixed, double energy) {
  return (capital / (1 / 1.1 + 1 / 1.21) + fixed) / energy;
}

}  // namespace

TEST_CASE("a dam's money, work and homes, worked out by hand", "[sim][economy]") {
  const Economy e = of(priced(), "dam").economy;
  CHECK(e.basis == CapitalBasis::technology);
  REQUIRE((e.capital && e.lcoe && e.life_factor && e.abatement && e.construction && e.operation && e.households &&
           e.lifecycle && e.net));
  CHECK(e.capital->low == model::million_us_dollars(750));
  CHECK(e.capital->best == model::million_us_dollars(1000));
  CHECK(e.capital->high == model::million_us_dollars(1500));
  const double lcoe = two_years_at_ten_percent(1e9, 25e6, 2.19e6);
  CHECK_THAT(lcoe, WithinAbs(274.516, 5e-4));
  CHECK_THAT(e.lcoe->best.base(), WithinRel(lcoe, 1e-12));
  CHECK_THAT(e.life_factor->best.base(), WithinRel(0.4, 1e-12));
  CHECK_THAT(e.abatement->best.base(), WithinRel((lcoe - 100) / 0.4, 1e-12));
  CHECK_THAT(e.construction->low.base(), WithinRel(1000, 1e-12));
  CHECK_THAT(e.construction->best.base(), WithinRel(2000, 1e-12));
  CHECK_THAT(e.construction->high.base(), WithinRel(5000, 1e-12));
  CHECK_THAT(e.operation->best.base(), WithinRel(250, 1e-12));
  CHECK_THAT(e.households->best.base(), WithinRel(730000, 1e-12));
  CHECK_THAT(e.lifecycle->best.base(), WithinRel(43800, 1e-12));
  CHECK_THAT(e.net->best.base(), WithinRel(2.19e6 * 0.38, 1e-12));
}

TEST_CASE("a reported cost comes before a claim, a claim before the technology's, and each says so", "[sim][economy]") {
  const auto claim = [](DataSet& set, std::string id, std::string musd, std::string confidence,
                        std::string corroborated = "") {
    set.add("claims.csv", {{"id", id},
                           {"subject", "dam"},
                           {"quantity", "capital_cost_musd"},
                           {"value", musd},
                           {"claimant", "Press"},
                           {"source", "press"},
                           {"confidence", confidence},
                           {"corroborated", corroborated}});
  };
  DataSet set = priced();
  claim(set, "first", "900", "medium");
  claim(set, "trusted", "1200", "high");
  claim(set, "rejected", "9000", "high", "no");
  Economy e = of(set, "dam").economy;
  CHECK(e.basis == CapitalBasis::claimed);
  CHECK(e.capital->low == model::million_us_dollars(900));
  CHECK(e.capital->best == model::million_us_dollars(1200));
  CHECK_THAT(e.capital->high.base(), WithinRel(1200e6 * (1 + kReportedCostSpread), 1e-12));
  set.set("projects.csv", 5, "capital_cost_musd", "1000");
  e = of(set, "dam").economy;
  CHECK(e.basis == CapitalBasis::reported);
  CHECK(e.capital->best == model::million_us_dollars(1000));
  CHECK(e.capital->high == model::million_us_dollars(1200));
  // Of this list's projects, where there are enough, before the world's.
  DataSet list = priced();
  factor(list, "capex-bri-hydro", "USD/kW", "2400");
  CHECK(of(list, "dam").economy.capital->best == model::million_us_dollars(1200));
}

TEST_CASE("a figure in another unit is not taken", "[sim][economy]") {
  DataSet set = DataSet::small();
  factor(set, "capex-hydro", "USD/kWh", "2000");
  factor(set, "jobs-operation-hydro", "job-years/MW", "0.5");
  factor(set, "household-electricity-world", "MWh/year", "3");
  const Economy e = of(set, "dam").economy;
  CHECK_FALSE((e.capital || e.operation || e.households));
  CHECK(e.factors.empty());
}

TEST_CASE("a part that is not known is not there, and the others are", "[sim][economy]") {
  const Economy nothing = of(DataSet::small(), "dam").economy;
  CHECK(nothing.basis == CapitalBasis::none);
  CHECK_FALSE((nothing.capital || nothing.lcoe || nothing.abatement || nothing.construction || nothing.households ||
               nothing.net));
  const Economy wind = of(priced(), "wind").economy;  // no row has its cost
  CHECK_FALSE((wind.capital || wind.lcoe));
  CHECK(wind.households);
  // A grid of factor 0: the cost of energy is known, the cost of a tonne is not.
  const Economy clean = of(priced().set("grid_factors.csv", 10, "value_t_mwh", "0"), "dam").economy;
  CHECK(clean.lcoe);
  CHECK_FALSE(clean.abatement);
  CHECK(clean.net->best < Mass{});
}

TEST_CASE("a battery costs by its energy, works by its power, and makes nothing", "[sim][economy]") {
  const Economy e = of(priced(), "battery").economy;  // 100 MW, 200 MWh
  CHECK(e.capital->best == model::million_us_dollars(28));
  CHECK_THAT(e.construction->best.base(), WithinRel(50, 1e-12));
  CHECK_THAT(e.lifecycle->best.base(), WithinRel(200 * 80 / 16.0, 1e-12));
  CHECK_FALSE((e.lcoe || e.abatement || e.households || e.net));
  const Economy hours = of(priced().set("projects.csv", 6, "storage_mwh", ""), "battery").economy;
  CHECK(hours.capital->best == model::million_us_dollars(56));  // four hours of 100 MW
}

TEST_CASE("a battery beside a plant adds to its cost, upkeep, work and life cycle", "[sim][economy]") {
  DataSet set = priced();
  factor(set, "capex-solar_pv", "USD/kW", "700");
  factor(set, "opex-solar_pv", "USD/kW-yr", "10");
  factor(set, "lifetime-solar_pv", "years", "30");
  factor(set, "lifecycle-solar_pv_utility", "gCO2e/kWh", "40");
  factor(set, "jobs-construction-solar_pv", "job-years/MW", "8");
  const Economy alone = of(set, "later").economy;  // 200 MW
  CHECK(alone.capital->best == model::million_us_dollars(140));
  set.set("projects.csv", 9, "storage_mwh", "400");
  CHECK_FALSE(of(set, "later").economy.lcoe);  // the battery's upkeep is not known
  factor(set, "opex-battery_storage", "% of capex/year", "2");
  const Found both = of(set, "later");
  CHECK_THAT(both.economy.capital->best.base(), WithinRel(196e6, 1e-12));
  CHECK_THAT(both.economy.construction->best.base(), WithinRel(8 * 200 + 0.5 * 100, 1e-12));  // 400 MWh in four hours
  CHECK_THAT(both.economy.lifecycle->best.base() - alone.lifecycle->best.base(), WithinRel(400 * 80 / 16.0, 1e-9));
  // 2 % of 56 million a year, and 14 of its 16 years once more, spread over 30.
  const double fixed = 200e3 * 10 + 56e6 * (0.02 + (30.0 / 16 - 1) / 30),
               energy = both.results.fleet->plants[7].energy->base();
  double annuity = 0;
  for (int year = 1; year <= 30; ++year) annuity += std::pow(1.1, -year);
  CHECK_THAT(both.economy.lcoe->best.base(), WithinRel((196e6 / annuity + fixed) / energy, 1e-9));
}

TEST_CASE("what a tonne costs follows the pathway of the grid over the plant's life", "[sim][economy]") {
  DataSet set = priced().set("projects.csv", 5, "commissioning_year", "2026");
  set.add("factors.csv", {{"id", "pathway-eth"},
                          {"kind", "pathway"},
                          {"country", "ETH"},
                          {"subject", "net-zero-year"},
                          {"value", "2030"},
                          {"unit", "year"},
                          {"source", "press"},
                          {"confidence", "low"}});
  Scenario pledged = kConstant;
  pledged.pathway = GridPathway::pledged;
  const Economy e = of(set, "dam", pledged).economy;
  const double share = (1 / 1.1 + 0.75 / 1.21) / (1 / 1.1 + 1 / 1.21);  // all of 2026, three quarters of 2027
  CHECK_THAT(e.life_factor->best.base(), WithinRel(0.4 * share, 1e-12));
  CHECK_THAT(e.abatement->best.base(), WithinRel((e.lcoe->best.base() - 100) / (0.4 * share), 1e-12));
  CHECK_THAT(of(set, "dam").economy.life_factor->best.base(), WithinRel(0.4, 1e-12));
}

TEST_CASE("laws of the repository's projects", "[sim][economy][data]") {
  const Portfolio& p = test::repository_data().portfolio;
  const Results r = simulate(p, {});
  const auto ordered = [](const auto& range) {
    return !range || (range->low <= range->best && range->best <= range->high && std::isfinite(range->low.base()) &&
                      std::isfinite(range->high.base()));
  };
  const auto positive = [](const auto& range) { return !range || range->low.base() >= 0.0; };
  int capital = 0, cost_of_energy = 0, jobs = 0, net = 0;
  for (const ProjectResult& row : r.projects) {
    const Project& project = p.projects[row.project];
    const Economy e = economy_of(p, r, row);
    INFO(project.id);
    CHECK((ordered(e.capital) && ordered(e.lcoe) && ordered(e.abatement) && ordered(e.construction) &&
           ordered(e.operation)));
    CHECK((ordered(e.households) && ordered(e.lifecycle) && ordered(e.net) && ordered(e.life_factor)));
    CHECK((positive(e.capital) && positive(e.lcoe) && positive(e.construction) && positive(e.operation) &&
           positive(e.households) && positive(e.lifecycle)));
    CHECK((e.basis == CapitalBasis::reported) == project.capital_cost_musd.has_value());
    CHECK((e.basis == CapitalBasis::none) == !e.capital);
    CHECK(e.reported_jobs == project.jobs);
    for (const std::string& id : e.factors) CHECK(p.factor(id));
    if (e.lcoe) CHECK((e.lcoe->best > model::usd_per_mwh(10) && e.lcoe->best < model::usd_per_mwh(200)));
    if (e.net) CHECK_THAT(e.net->best.base(), WithinAbs(row.avoided->best.base() - e.lifecycle->best.base(), 1e-6));
    if (e.abatement) CHECK((e.abatement->best < model::AbatementCost{}) == (e.lcoe->best < model::usd_per_mwh(100)));
    capital += e.capital.has_value();
    cost_of_energy += e.lcoe.has_value();
    jobs += e.operation.has_value();
    net += e.net.has_value();
  }
  // All but lines and one plant of unknown size; storage and electrolysers have no cost of energy.
  CHECK(capital >= 115);
  CHECK(cost_of_energy >= 105);
  CHECK(jobs >= 110);
  CHECK(net >= 105);
}

TEST_CASE("the rows that a result names hold its figures: Al Dhafra", "[sim][economy][data]") {
  const Portfolio& p = test::repository_data().portfolio;
  const Results r = simulate(p, {});
  for (const ProjectResult& row : r.projects) {
    if (p.projects[row.project].id != "al-dhafra-pv2") continue;
    const Economy e = economy_of(p, r, row);
    CHECK(e.basis == CapitalBasis::claimed);  // claims.csv has the size of its project finance
    CHECK(e.capital->best == model::million_us_dollars(1000));
    CHECK(e.reported_jobs == 4500.0);
    for (const char* id : {"discount-rate", "opex-solar_pv", "lifetime-solar_pv", "degradation-solar_pv",
                           "reference-electricity-cost", "jobs-construction-solar_pv", "jobs-operation-solar_pv",
                           "household-electricity-world", "lifecycle-solar_pv_utility"})
      CHECK(std::find(e.factors.begin(), e.factors.end(), id) != e.factors.end());
    CHECK_THAT(e.operation->best.base(), WithinRel(2000 * *p.factor("jobs-operation-solar_pv")->value, 1e-12));
    CHECK_THAT(e.households->best.base(),
               WithinRel(row.energy->best.base() * 1e3 / *p.factor("household-electricity-world")->value, 1e-12));
    // By hand, with the same rows: discounted costs over discounted energy.
    const auto value = [&](const char* id) { return *p.factor(id)->value; };
    double spent = 1000e6, energy = 0, discount = 1, left = 1;
    for (int year = 0; year < static_cast<int>(value("lifetime-solar_pv")); ++year) {
      discount /= 1 + value("discount-rate") / 100;
      spent += 2000e3 * value("opex-solar_pv") * discount;
      energy += r.fleet->plants[row.project].energy->base() * left * discount;
      left *= 1 - value("degradation-solar_pv") / 100;
    }
    CHECK_THAT(e.lcoe->best.base(), WithinRel(spent / energy, 1e-9));
  }
}
