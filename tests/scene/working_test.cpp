#include "scene/working.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "scene/explorer.hpp"
#include "text/figure.hpp"

using namespace gs;
using Catch::Approx;
using test::Explorer;

namespace {

std::optional<Working> worked(Explorer& e, const Selection& what, Worked figure) {
  e.act(action::Select{what});
  e.act(action::ShowWorking{figure});
  return working_of(e.world(), e.state);
}

void check_adds_up(const Working& w, double shown) {
  CAPTURE(w.title, w.formula);
  CHECK(w.best == shown);
  CHECK(worked_out(w) == Approx(shown).epsilon(1e-9).margin(1e-6));
}

/// The usual scenario, one of all that changes a saving, and one that counts coal.
std::vector<Scenario> scenarios() {
  std::vector<Scenario> all(3);
  all[1].method = FactorMethod::ember_average;
  all[1].year = 2041;
  all[1].pathway = GridPathway::pledged;
  all[1].what_if.weather = 90;
  all[1].what_if.ageing = 150;
  all[1].what_if.curtailment = 10;
  all[1].what_if.traffic = 150;
  all[1].what_if.wires = 50;
  all[2].method = FactorMethod::coal_equivalent;
  return all;
}

}  // namespace

TEST_CASE("the inputs of a project's working make the figure that is shown, in every scenario", "[working]") {
  for (const Scenario& scenario : scenarios()) {
    Explorer e = Explorer::desktop();
    e.act(action::SetScenario{scenario});
    for (std::size_t i = 0; i < test::assets().portfolio.projects.size(); ++i) {
      const std::string& id = test::assets().portfolio.projects[i].id;
      const ProjectResult& r = e.results().projects[i];
      const PlantYear& plant = e.results().fleet->plants[i];
      CAPTURE(id);
      const auto saving = worked(e, test::project(id), Worked::saving);
      REQUIRE(saving.has_value() == r.avoided.has_value());
      if (saving) check_adds_up(*saving, r.avoided->best.base());
      const auto output = worked(e, test::project(id), Worked::energy);
      if (r.energy) {
        REQUIRE(output);
        check_adds_up(*output, r.energy->best.base());
      } else if (plant.hydrogen) {
        REQUIRE(output);
        check_adds_up(*output, plant.hydrogen->hydrogen.base());
      } else {
        CHECK_FALSE(output);
      }
    }
  }
}

TEST_CASE("Al Dhafra's saving is its output times the grid's factor, each with unit, interval and source", "[working]") {
  Explorer e = Explorer::desktop();
  const auto w = worked(e, test::project("al-dhafra-pv2"), Worked::saving);
  REQUIRE(w);
  const Portfolio& p = test::assets().portfolio;
  const auto at = static_cast<std::size_t>(p.project("al-dhafra-pv2") - p.projects.data());
  const ProjectResult& r = e.results().projects[at];
  check_adds_up(*w, r.avoided->best.base());
  CHECK(w->title == "Al Dhafra solar");
  CHECK(w->result == figure(r.avoided->best, e.world().tr).text() + " a year");
  CHECK(w->interval.find(range_text(*r.avoided, e.world().tr)) != std::string::npos);
  CHECK(w->cited.starts_with("Al Dhafra solar: simulated saving "));
  CHECK(w->cited.find(" Mt CO2 a year (range ") != std::string::npos);
  int factors = 0;
  for (const WorkingInput& in : w->inputs) {
    if (in.part != WorkingInput::Part::factor) continue;
    ++factors;
    CAPTURE(in.name);
    CHECK(w->formula.find(in.name) != std::string::npos);
    CHECK_FALSE(in.value.empty());
    CHECK_FALSE(in.from.empty());
  }
  CHECK(factors >= 2);
}

TEST_CASE("every input is named, has a value and knows its sources, in every language", "[working]") {
  for (const Language language : {Language::en, Language::zh, Language::ru, Language::ar}) {
    Explorer e = Explorer::desktop();
    e.act(action::SetLanguage{language});
    const Portfolio& p = test::assets().portfolio;
    std::vector<std::pair<Selection, Worked>> all{{{}, Worked::total_saving}, {{}, Worked::total_energy}, {{SelectionKind::country, "ARE"}, Worked::saving}};
    for (const Project& row : p.projects) all.push_back({test::project(row.id), Worked::saving});
    for (const Route& row : p.routes) all.push_back({{SelectionKind::route, row.id}, Worked::saving});
    for (const Locomotive& row : p.locomotives) all.push_back({{SelectionKind::locomotive, row.id}, Worked::saving});
    for (const auto& [what, figure] : all) {
      const auto w = worked(e, what, figure);
      if (!w) continue;
      CAPTURE(code_of(language), what.id);
      CHECK_FALSE(w->inputs.empty());
      CHECK_FALSE(w->result.empty());
      CHECK_FALSE(w->cited.empty());
      for (const WorkingInput& in : w->inputs) {
        CAPTURE(in.name);
        CHECK_FALSE(in.name.empty());
        CHECK_FALSE(in.value.empty());
        CHECK(std::isfinite(in.number));
        for (const std::string& id : in.sources) {
          CAPTURE(id);
          CHECK(p.source(id) != nullptr);
        }
      }
      const TextTable table = working_table(e.world(), *w);
      for (const auto& row : table.rows) CHECK(row.size() == table.head.size());
    }
  }
}

TEST_CASE("a country's working adds up its projects that count, the total's all that pass the filter", "[working]") {
  for (const Worked figure : {Worked::saving, Worked::energy}) {
    Explorer e = Explorer::desktop();
    const bool saving = figure == Worked::saving;
    for (const CountryFact& country : test::assets().portfolio.countries) {
      CAPTURE(country.iso3);
      const Total total = country_total(e.world(), country.iso3);
      const auto w = worked(e, {SelectionKind::country, country.iso3}, figure);
      CHECK(w.has_value() == (total.projects > 0));
      if (w) check_adds_up(*w, saving ? total.avoided.best.base() : total.energy.best.base());
    }
    for (const bool filtered : {false, true}) {
      if (filtered) e.act(action::ToggleCategory{0});
      const auto w = worked(e, {}, saving ? Worked::total_saving : Worked::total_energy);
      REQUIRE(w);
      const Total total = project_list(e.world(), e.state).total;
      check_adds_up(*w, saving ? total.avoided.best.base() : total.energy.best.base());
      CHECK((w->cited.find("filter") != std::string::npos) == filtered);
    }
  }
}

TEST_CASE("a line's working is the road's CO2 less the line's, a yard locomotive's the diesel's less its own", "[working]") {
  for (const Scenario& scenario : scenarios()) {
    Explorer e = Explorer::desktop();
    e.act(action::SetScenario{scenario});
    const Portfolio& p = test::assets().portfolio;
    CHECK_FALSE(e.results().railway.lines.empty());
    for (const LineSaving& line : e.results().railway.lines) {
      const auto w = worked(e, {SelectionKind::route, p.routes[line.route].id}, Worked::saving);
      REQUIRE(w);
      check_adds_up(*w, line.saved_against_road.best.base());
      CHECK_FALSE(working_of(e.world(), reduce(e.state, action::ShowWorking{Worked::energy})));
    }
    int simulated = 0;
    for (const LocomotiveResult& r : e.results().locomotives) {
      const auto w = worked(e, {SelectionKind::locomotive, p.locomotives[r.locomotive].id}, Worked::saving);
      CHECK(w.has_value() == (r.simulated_per_unit || r.saving_per_unit));
      if (w && r.simulated_per_unit) check_adds_up(*w, r.simulated_per_unit->best.base()), ++simulated;
      else if (w && r.avoided) check_adds_up(*w, r.avoided->best.base());
    }
    CHECK(simulated > 0);
  }
}

TEST_CASE("without a figure there is no working, and another one is worked out when it is asked for", "[working]") {
  Explorer e = Explorer::desktop();
  CHECK_FALSE(working_of(e.world(), e.state));
  CHECK_FALSE(worked(e, {}, Worked::saving));
  CHECK_FALSE(worked(e, test::project("no-such"), Worked::saving));
  Workings workings;
  worked(e, test::project("al-dhafra-pv2"), Worked::saving);
  const auto& first = workings.of(e.world(), e.state);
  REQUIRE(first.working);
  CHECK(first.other);
  const std::string result = first.working->result;
  CHECK(workings.of(e.world(), e.state).working->result == result);
  e.act(action::ShowWorking{other_figure(Worked::saving)});
  CHECK(workings.of(e.world(), e.state).working->result != result);
  e.act(action::SetLanguage{Language::zh});
  CHECK(workings.of(e.world(), e.state).working->title == "艾尔达芙拉光伏电站");
}

TEST_CASE("every general figure of a project's economy has a name, a value with its unit, and a source or the word estimate", "[working]") {
  Explorer e = Explorer::desktop();
  const Portfolio& p = test::assets().portfolio;
  const std::string other = e.world().tr("factor.other");
  std::size_t seen = 0;
  for (const ProjectResult& row : e.results().projects) {
    const Economy economy = economy_of(p, e.results(), row);
    const Working w = economy_working(e.world(), economy);
    CAPTURE(p.projects[row.project].id);
    CHECK(w.inputs.size() == economy.factors.size());
    CHECK(w.formula.empty() == !(economy.lcoe || economy.abatement || economy.construction || economy.operation || economy.households || economy.lifecycle ||
                                 (economy.capital && economy.basis == CapitalBasis::technology)));
    for (const WorkingInput& in : w.inputs) {
      CAPTURE(in.name, in.value, in.from);
      CHECK(in.name != other);
      CHECK(in.value.find(' ') != std::string::npos);
      CHECK((in.estimated || !in.sources.empty()));
      ++seen;
    }
  }
  CHECK(seen > 100);
}
