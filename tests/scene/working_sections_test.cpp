#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <algorithm>
#include <cmath>
#include <string>

#include "scene/explorer.hpp"
#include "scene/working.hpp"

/// Figures that open where they stand: storage, hydrogen, waste, and the runs of the train laboratory.
using namespace gs;
using Catch::Approx;
using test::Explorer;

namespace {

bool is_told(const WorkingInput& in) { return in.part == WorkingInput::Part::told; }
bool is_closed(const Working& w) { return !std::all_of(w.inputs.begin(), w.inputs.end(), is_told); }

double greatest(const Working& w) {
  double most = std::abs(w.best);
  for (const WorkingInput& in : w.inputs)
    if (in.part == WorkingInput::Part::term) most = std::max(most, std::abs(in.number));
  return most;
}

void check_adds_up(const Working& w) {
  CAPTURE(w.what, w.formula);
  CHECK_FALSE(w.what.empty());
  CHECK_FALSE(w.result.empty());
  CHECK_FALSE(w.formula.empty());
  CHECK(std::isfinite(w.best));
  if (is_closed(w)) CHECK(worked_out(w) == Approx(w.best).epsilon(1e-9).margin(1e-8 * greatest(w)));
}

bool has_unit(const std::string& value) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '%'; };
  return std::any_of(value.begin(), value.end(), letter) || value.find("‰") != std::string::npos;
}

void check_inputs(const Working& w) {
  CAPTURE(w.what);
  CHECK_FALSE(w.inputs.empty());
  for (const WorkingInput& in : w.inputs) {
    CAPTURE(in.name, in.value, in.from);
    CHECK_FALSE(in.name.empty());
    CHECK(has_unit(in.value));
    CHECK(std::isfinite(in.number));
    CHECK((in.estimated || !in.sources.empty() || !in.from.empty()));
    for (const std::string& id : in.sources) {
      CAPTURE(id);
      CHECK(test::assets().portfolio.source(id) != nullptr);
    }
  }
}

const Working* named(const std::vector<Working>& all, const std::string& what) {
  for (const Working& w : all)
    if (w.what == what) return &w;
  return nullptr;
}

double best_of(const std::vector<Working>& all, const std::string& what) {
  const Working* w = named(all, what);
  CAPTURE(what);
  REQUIRE(w);
  CHECK(is_closed(*w));
  return w->best;
}

}  // namespace

TEST_CASE("a store's, an electrolyser's and a waste plant's figures are what their inputs make", "[working]") {
  Explorer e = Explorer::desktop();
  Scenario s = e.state.scenario;
  s.what_if.hydrogen_cents = 350;
  e.act(action::SetScenario{s});
  const World w = e.world();
  const Translator& tr = w.tr;
  int stores = 0, electrolysers = 0, burners = 0;
  for (std::size_t i = 0; i < w.portfolio.projects.size(); ++i) {
    CAPTURE(w.portfolio.projects[i].id);
    const PlantYear& plant = w.results.fleet->plants[i];
    const auto store = section_workings(w, i, WorkedSection::store), hydrogen = section_workings(w, i, WorkedSection::hydrogen), waste = section_workings(w, i, WorkedSection::waste);
    CHECK(store.empty() == !plant.store);
    CHECK(hydrogen.empty() == !plant.hydrogen);
    CHECK(waste.empty() == !plant.waste);
    for (const auto* all : {&store, &hydrogen, &waste})
      for (const Working& figure : *all) {
        check_adds_up(figure);
        check_inputs(figure);
      }
    if (plant.store) {
      ++stores;
      CHECK(best_of(store, tr("store.discharged")) == plant.store->discharged.base());
      CHECK((named(store, tr("store.capacity")) == nullptr) == w.portfolio.projects[i].storage.has_value());
      if (const Working* capacity = named(store, tr("store.capacity"))) CHECK(capacity->best == plant.store->capacity.base());
      if (plant.store->curtailed_without > Energy{})
        CHECK(best_of(store, tr("store.curtailment")) == (plant.store->curtailed_without - plant.store->curtailed).base());
      if (plant.store->peak_what_if.best != Mass{}) CHECK(best_of(store, tr("store.instead")) == plant.store->peak_what_if.best.base());
      REQUIRE(named(store, tr("store.charged")));
      CHECK_FALSE(is_closed(*named(store, tr("store.charged"))));
    }
    if (plant.hydrogen) {
      ++electrolysers;
      CHECK(best_of(hydrogen, tr("hydrogen.made")) == plant.hydrogen->hydrogen.base());
      CHECK(best_of(hydrogen, tr("hydrogen.unused")) == plant.hydrogen->unused.base());
      CHECK(best_of(hydrogen, tr("hydrogen.water")) == plant.hydrogen->water.base());
      CHECK(best_of(hydrogen, tr("hydrogen.worth")) == Approx(3.5e-3 * plant.hydrogen->hydrogen.base()));
      CHECK(best_of(hydrogen, tr("hydrogen.pays")) == Approx(3500.0 / plant.hydrogen->kwh_per_kg));
    }
    if (plant.waste) {
      ++burners;
      CHECK(best_of(waste, tr("waste.burnt")) == plant.waste->waste.best.base());
      CHECK(best_of(waste, tr("waste.fossil")) == plant.waste->fossil.best.base());
      CHECK(best_of(waste, tr("waste.methane")) == plant.waste->landfill.value.best.base());
    }
  }
  CHECK(stores >= 5);
  CHECK(electrolysers >= 1);
  CHECK(burners >= 2);
}

TEST_CASE("every run of the laboratory opens to time, work, energy and CO2 that their inputs make, on every line", "[working][laboratory]") {
  Explorer e = Explorer::desktop();
  int runs = 0;
  for (const Route& route : test::assets().portfolio.routes) {
    e.act(action::OpenLaboratory{route.id});
    const World w = e.world();
    REQUIRE(w.lab);
    for (const LabRun& run : w.lab->runs) {
      CAPTURE(route.id, run.traction->id);
      const auto all = lab_workings(w, run);
      CHECK(all.empty() == !(run.problems.empty() && run.run.arrived));
      if (all.empty()) continue;
      ++runs;
      for (const Working& figure : all) {
        check_adds_up(figure);
        if (!figure.inputs.empty()) check_inputs(figure);
      }
      const Translator& tr = w.tr;
      CHECK(best_of(all, tr("lab.work.time")) == run.run.time_s / 3600.0);
      CHECK(best_of(all, tr("lab.work.energy")) == run.energy_mwh.best);
      if (!run.co2_known) continue;
      CHECK(best_of(all, tr("lab.co2_head")) == run.co2_per_1000_tkm.best);
      const Working* co2 = named(all, tr("lab.work.co2"));
      REQUIRE(co2);
      CHECK(co2->best == Approx(run.emissions.total_kg() * 1e-3));
    }
  }
  CHECK(runs > 40);
}

TEST_CASE("a run's working follows what the reader chooses", "[working][laboratory]") {
  for (const HydrogenSource source : {HydrogenSource::from_wind, HydrogenSource::from_grid, HydrogenSource::from_gas}) {
    Explorer e = Explorer::desktop();
    e.act(action::OpenLaboratory{"khorgos_almaty"});
    Laboratory l = e.state.laboratory;
    l.hydrogen = source;
    l.celsius = -20.0;
    l.stops = 3;
    l.battery_scale = 2.0;
    l.trailing_t = 2000.0;
    e.act(action::SetLaboratory{l});
    const World w = e.world();
    for (const LabRun& run : w.lab->runs) {
      CAPTURE(run.traction->id, static_cast<int>(source));
      for (const Working& figure : lab_workings(w, run)) {
        check_adds_up(figure);
        if (!figure.inputs.empty()) check_inputs(figure);
      }
    }
  }
}

TEST_CASE("together, figures have every input once and one citation that says whose they are", "[working]") {
  Explorer e = Explorer::desktop();
  const World w = e.world();
  const Portfolio& p = w.portfolio;
  const Project* neom = p.project("neom-green-hydrogen");
  REQUIRE(neom);
  const auto all = section_workings(w, static_cast<std::size_t>(neom - p.projects.data()), WorkedSection::hydrogen);
  REQUIRE_FALSE(all.empty());
  const Working one = together(neom->name, all);
  CHECK(one.cited.starts_with(neom->name + ": "));
  for (const Working& figure : all) CHECK(one.formula.find(figure.formula) != std::string::npos);
  for (const WorkingInput& a : one.inputs) {
    CAPTURE(a.name, a.value);
    CHECK(std::count_if(one.inputs.begin(), one.inputs.end(), [&](const WorkingInput& b) { return a.name == b.name && a.value == b.value; }) == 1);
  }
  CHECK(together("nobody", {}).cited.empty());
}

TEST_CASE("the figures in place are told in every language", "[working]") {
  for (const Language language : {Language::zh, Language::ru, Language::ar}) {
    Explorer e = Explorer::desktop();
    e.act(action::SetLanguage{language});
    e.act(action::OpenLaboratory{"khorgos_almaty"});
    const World w = e.world();
    std::vector<Working> all;
    for (std::size_t i = 0; i < w.portfolio.projects.size(); ++i)
      for (const WorkedSection section : {WorkedSection::store, WorkedSection::hydrogen, WorkedSection::waste})
        for (Working& figure : section_workings(w, i, section)) all.push_back(std::move(figure));
    for (const LabRun& run : w.lab->runs)
      for (Working& figure : lab_workings(w, run)) all.push_back(std::move(figure));
    CHECK(all.size() > 20);
    for (const Working& figure : all) {
      CAPTURE(code_of(language), figure.what);
      check_adds_up(figure);
      for (const WorkingInput& in : figure.inputs) {
        CAPTURE(in.name);
        CHECK_FALSE(in.value.empty());
        CHECK(in.value.find('{') == std::string::npos);
        CHECK(in.from.find('{') == std::string::npos);
      }
    }
  }
}
