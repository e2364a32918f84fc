#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "sim/assumptions.hpp"
#include "sim/runs.hpp"

/// What holds for a row: its energy, its factor, its saving, and whether it counts.
using namespace gs;
using Catch::Matchers::WithinRel;
using test::again;
using test::Run;
using test::run;
using test::saved;
using test::small_set;

TEST_CASE("a year's energy is the weather's, else the reported one, else the country's factor, else the world's",
          "[sim]") {
  const Run r = run(small_set());
  for (const char* id : {"sun", "wind"}) {
    CHECK(r[id].basis == EnergyBasis::simulated);
    CHECK_FALSE(r[id].has(Note::no_climate));
  }
  CHECK(r["dam"].basis == EnergyBasis::default_factor);
  CHECK(r.plant("dam").energy == megawatt_hours(500 * 8760 * 0.5));
  // No site, so no weather: the country's factor, and the row says so.
  CHECK(r["sun-part"].basis == EnergyBasis::country_factor);
  CHECK(r["sun-part"].has(Note::no_climate));
  CHECK_THAT(r["sun-part"].energy->best.base(), WithinRel(400 * 8760 * 0.3, 1e-15));
  // solar_pv_bess of Kazakhstan has no row of its own: the world's solar_pv.
  CHECK(r["later"].basis == EnergyBasis::default_factor);
  CHECK(r.portfolio.capacity_factors[static_cast<std::size_t>(r["later"].capacity_factor)].technology ==
        Technology::solar_pv);
  const Run waste = run(small_set().set("projects.csv", 4, "technology", "waste_to_energy"));
  CHECK(waste["wind"].basis == EnergyBasis::reported);
  CHECK(waste["wind"].energy->best == gigawatt_hours(300));
  CHECK(waste["wind"].has(Note::assumed_spread));
  CHECK_THAT(waste["wind"].energy->low.base(), WithinRel(300e3 * (1 - kReportedSpread), 2e-3));
}

TEST_CASE("the grid factor follows the method, and sun and wind take the intermittent margin", "[sim]") {
  const struct {
    FactorMethod method;
    double wind, firm;
  } rows[] = {{FactorMethod::ifi_combined_margin, 0.5, 0.3},
              {FactorMethod::ifi_operating_margin, 0.7, 0.7},
              {FactorMethod::ember_average, 0.6, 0.6},
              {FactorMethod::coal_equivalent, 0.9, 0.9}};
  const Run base = run(small_set().set("projects.csv", 5, "country", "KAZ"));  // the dam
  for (const auto& c : rows) {
    const Run r{base.portfolio, again(base, {c.method, 2026})};
    INFO(id_of(c.method));
    CHECK(r["wind"].intensity->best == tonnes_per_mwh(c.wind));
    CHECK(r["dam"].intensity->best == tonnes_per_mwh(c.firm));
    const double energy = r["wind"].energy->best.base();
    CHECK_THAT(saved(r["wind"]), WithinRel(energy * c.wind, 1e-15));
    // The other methods stand beside it, whichever is chosen.
    for (const auto& other : rows)
      CHECK_THAT(r["wind"].avoided_by_method[static_cast<std::size_t>(other.method)]->base(),
                 WithinRel(energy * other.wind, 1e-15));
  }
}

TEST_CASE("the coal equivalent carries the range of its own row, the grid factors an assumed one", "[sim]") {
  const Run ifi = run(small_set());
  const Run coal{ifi.portfolio, again(ifi, {FactorMethod::coal_equivalent, 2026})};
  CHECK(*coal["wind"].intensity == Range<Intensity>{tonnes_per_mwh(0.75), tonnes_per_mwh(0.9), tonnes_per_mwh(1.1)});
  CHECK(coal["wind"].grid_factor == -1);
  CHECK_THAT(ifi["wind"].intensity->high.base(), WithinRel(0.5 * (1 + kGridFactorSpread), 1e-15));
}

TEST_CASE("twice the capacity saves twice as much", "[sim]") {
  auto set = small_set();
  const Run once = run(set);
  set.set("projects.csv", 2, "capacity_mw", "2000").set("projects.csv", 4, "capacity_mw", "200");
  const Run twice = run(set.set("projects.csv", 5, "capacity_mw", "1000"));
  // Twice the modules and twice the water to the last bit. The wind's farm keeps the turbines that its row states.
  CHECK(saved(twice["sun"]) == 2 * saved(once["sun"]));
  CHECK(twice["sun"].avoided->low == once["sun"].avoided->low * 2.0);
  CHECK(twice["dam"].energy->best == once["dam"].energy->best * 2.0);
  CHECK_THAT(saved(twice["wind"]), WithinRel(2 * saved(once["wind"]), 1e-12));
}

TEST_CASE("nothing generated saves nothing", "[sim]") {
  auto set = small_set();
  for (const char* column : {"low", "central", "high"}) set.set("capacity_factors.csv", 3, column, "0");
  CHECK(*run(set)["sun-part"].avoided == Range<Mass>{});
}

TEST_CASE("a factor of 0 saves 0 and says so; a missing factor gives no figure", "[sim]") {
  const Run zero = run(small_set());
  CHECK(*zero["dam"].avoided == Range<Mass>{});
  CHECK(zero["dam"].has(Note::zero_grid_factor));
  CHECK(zero["dam"].counted == Counted::yes);
  CHECK(zero["dam"].energy->best > Energy{});
  const Run missing{zero.portfolio, again(zero, {FactorMethod::ember_average, 2026})};
  CHECK_FALSE(missing["dam"].avoided.has_value());
  CHECK_FALSE(missing["dam"].gap.has_value());
  CHECK(missing["dam"].has(Note::no_grid_factor));
  CHECK(missing["dam"].counted == Counted::no_figure);
}

TEST_CASE("storage generates nothing: it loses energy, and the peak plant it replaces is in no total", "[sim]") {
  const Run r = run(small_set());
  const ProjectResult& battery = r["battery"];
  CHECK(battery.basis == EnergyBasis::none);
  CHECK_FALSE(battery.energy.has_value());
  CHECK_FALSE(battery.avoided.has_value());
  CHECK(battery.reported == tonnes(347000));
  CHECK(battery.has(Note::not_generation));
  CHECK(battery.counted == Counted::no_figure);
  REQUIRE(r.plant("battery").store.has_value());
  const StoreYear& store = *r.plant("battery").store;
  CHECK(store.capacity == megawatt_hours(200));
  CHECK(store.lost > Energy{});
  CHECK(store.discharged < store.charged);
  CHECK_THAT((store.charged - store.discharged).base(), WithinRel(store.lost.base(), 1e-9));
  // All it takes from this grid (0.6 t/MWh) against a gas turbine (0.531) for what it gives back: it may cost more.
  CHECK_THAT(store.peak_what_if.best.base(),
             WithinRel(store.discharged.base() * 0.531 - store.charged.base() * 0.6, 1e-9));
  CHECK(r.results.by_category[static_cast<std::size_t>(Category::storage)].avoided == Range<Mass>{});
  double counted = 0.0;
  for (const char* id : {"sun", "wind", "dam"}) counted += saved(r[id]);
  CHECK_THAT(r.results.by_status[static_cast<std::size_t>(Status::operating)].avoided.best.base(),
             WithinRel(counted, 1e-12));
}

TEST_CASE("a capacity that may be of either side of the inverter is taken halfway, and the interval holds both",
          "[sim]") {
  const auto with_basis = [](const char* basis) {
    return run(small_set().set("projects.csv", 2, "capacity_basis", basis));
  };
  const Run ac = with_basis("ac"), dc = with_basis("dc"), unstated = with_basis("unstated");
  CHECK_FALSE(ac["sun"].has(Note::rating_unknown));
  CHECK_FALSE(dc["sun"].has(Note::rating_unknown));
  CHECK(unstated["sun"].has(Note::rating_unknown));
  const auto best = [](const Run& r) { return r["sun"].energy->best; };
  // The modules' rating over the inverters' is 1.2: as many more modules behind an ac capacity.
  CHECK_THAT(best(ac) / best(dc), WithinRel(1.2, 1e-12));
  CHECK_THAT(best(unstated) / best(dc), WithinRel(1.1, 1e-12));
  CHECK(unstated["sun"].energy->low < best(dc));
  CHECK(unstated["sun"].energy->high > best(ac));
}

TEST_CASE("age lowers the output in a straight line, and before it is built a plant is new", "[sim]") {
  const Run r = run(small_set());
  const auto energy = [&](const char* id, int year) {
    return test::row(r.portfolio, again(r, {FactorMethod::ifi_combined_margin, year}), id).energy->best;
  };
  CHECK(energy("sun", 2020) == *r.plant("sun").energy);
  CHECK(energy("sun", 2010) == *r.plant("sun").energy);
  for (const char* id : {"sun", "wind"}) {
    const double lost = r.plant(id).degradation;
    INFO(id << " " << lost);
    CHECK((lost > 0.004 && lost < 0.02));
    CHECK_THAT(energy(id, 2030) / energy(id, 2020), WithinRel(1 - 10 * lost, 1e-12));
    CHECK_THAT(energy(id, 2060) / energy(id, 2020), WithinRel(1 - 40 * lost, 1e-12));
  }
  CHECK(energy("dam", 2060) == energy("dam", 2020));
}

TEST_CASE("on a constant pathway a factor stays, on a declining one it falls, and the coal equivalent is on none",
          "[sim][data]") {
  const auto factor = [](FactorMethod method, int year, GridPathway pathway) {
    const Results r = test::repository_results({method, year, pathway});
    return test::row(test::repository_data().portfolio, r, "al-dhafra-pv2").intensity->best;
  };
  const FactorMethod ifi = FactorMethod::ifi_combined_margin;
  const Intensity now = factor(ifi, 2026, GridPathway::stated);
  CHECK(factor(ifi, 2050, GridPathway::constant) == now);
  CHECK(factor(ifi, 2020, GridPathway::stated) == now);
  Intensity before = now;
  for (const int year : {2030, 2040, 2050}) {
    const Intensity then = factor(ifi, year, GridPathway::stated);
    CHECK(then < before);
    before = then;
  }
  CHECK(before > Intensity{});
  CHECK(factor(ifi, 2050, GridPathway::pledged) < before);  // the Emirates pledge net zero in 2050
  for (const GridPathway pathway : {GridPathway::constant, GridPathway::stated, GridPathway::pledged})
    CHECK(factor(FactorMethod::coal_equivalent, 2050, pathway) == factor(FactorMethod::coal_equivalent, 2026, pathway));
}

TEST_CASE("the gap is what the report says above the simulation, and its parts are all of it", "[sim]") {
  const Run base = run(small_set());
  CHECK_FALSE(base["sun"].gap.has_value());
  for (int m = 0; m < kFactorMethodCount; ++m) {
    const Run r{base.portfolio, again(base, {static_cast<FactorMethod>(m), 2026})};
    const ProjectResult& wind = r["wind"];
    CHECK_THAT(*wind.gap, WithinRel(250000.0 / saved(wind) - 1, 1e-12));
    REQUIRE(wind.gap_parts.has_value());
    const model::Gap& gap = *wind.gap_parts;
    CHECK_THAT(gap.gap.base(), WithinRel(250000.0 - saved(wind), 1e-12));
    CHECK(std::fabs((gap.output + gap.factor + gap.boundary + gap.rest - gap.gap).base()) < 1e-6);
    CHECK(gap.output_known);
    CHECK(gap.explanation.by_reported_energy);
    CHECK_THAT(gap.explanation.implied.base(), WithinRel(250.0 / 300, 1e-12));
    CHECK_FALSE(gap.explanation.matches);  // 0.833: 7 % off the coal equivalent
  }
}

TEST_CASE("a claim made of coal is recognised as one", "[sim]") {
  const Run r = run(small_set().set("projects.csv", 4, "co2_t", "270000"));  // 300 GWh x 0.9
  REQUIRE(r["wind"].gap_parts.has_value());
  const model::Explanation& found = r["wind"].gap_parts->explanation;
  CHECK(found.matches);
  REQUIRE(found.nearest.has_value());
  CHECK(*found.nearest == static_cast<std::size_t>(FactorMethod::coal_equivalent));
}

TEST_CASE("what the totals leave out", "[sim]") {
  const Run r = run(small_set());
  const struct {
    const char* id;
    Counted counted;
    bool hidden;
  } rows[] = {{"sun", Counted::yes, false},
              {"sun-part", Counted::part_of_other, false},
              {"wind", Counted::yes, false},
              {"battery", Counted::no_figure, false},
              {"stranger", Counted::no_bri_role, true},
              {"not-bri", Counted::no_bri_role, true},
              {"later", Counted::not_operating, false}};
  for (const auto& c : rows) {
    INFO(c.id);
    CHECK(r[c.id].counted == c.counted);
    CHECK(r[c.id].hidden == c.hidden);
  }
  CHECK(r["stranger"].avoided.has_value());  // computed, so that it can be shown when it is asked for
  CHECK(r["sun-part"].avoided.has_value());
  CHECK(r.results.operating.projects == 3);
}

TEST_CASE("a suspended plant never operates and a plant that is being built only as an expectation", "[sim]") {
  Project p;
  const struct {
    Status status;
    std::optional<int> commissioned;
    int year;
    Status then;
  } rows[] = {
      {Status::operating, 2020, 2019, Status::construction},    {Status::operating, 2020, 2020, Status::operating},
      {Status::operating, {}, 2025, Status::construction},      {Status::operating, {}, 2026, Status::operating},
      {Status::construction, 2025, 2026, Status::construction}, {Status::construction, 2025, 2027, Status::operating},
      {Status::construction, 2028, 2027, Status::construction}, {Status::construction, {}, 2060, Status::construction},
      {Status::agreed, 2030, 2030, Status::operating},          {Status::planned, {}, 2060, Status::planned},
      {Status::suspended, 2020, 2060, Status::suspended}};
  for (const auto& c : rows) {
    p.status = c.status;
    p.commissioning_year = c.commissioned;
    INFO(id_of(c.status) << " " << c.commissioned.value_or(0) << " in " << c.year);
    CHECK(status_at(p, c.year) == c.then);
  }
  const Run r = run(small_set(), {FactorMethod::ifi_combined_margin, 2028});
  CHECK(r["later"].counted == Counted::yes);
  CHECK(r["later"].has(Note::expected));
  CHECK_FALSE(r["sun"].has(Note::expected));
}

TEST_CASE("a locomotive class saves its reported saving times the units delivered by then", "[sim]") {
  const auto in = [](const test::DataSet& set, int year) {
    return run(set, {FactorMethod::ifi_combined_margin, year}).results.locomotives[0];
  };
  const auto later = in(small_set(), 2026);
  CHECK(later.avoided->best == tonnes(2400));
  CHECK(later.counted == Counted::yes);
  const auto before = in(small_set(), 2024);
  CHECK_FALSE(before.avoided.has_value());
  CHECK(before.counted == Counted::not_operating);
  // Deliveries count before the class's own row; where they are not known either, there is no figure.
  CHECK(in(small_set().set("deliveries.csv", 2, "units", "4"), 2026).avoided->best == tonnes(960));
  CHECK(in(small_set().set("deliveries.csv", 2, "kind", "ordered"), 2026).avoided->best == tonnes(2400));
  const auto unknown_units = in(small_set().set("locomotives.csv", 2, "units", "").set("deliveries.csv", 2, "kind", "ordered"), 2026);
  CHECK(unknown_units.saving_per_unit == tonnes(240));
  CHECK_FALSE(unknown_units.avoided.has_value());
  CHECK(unknown_units.counted == Counted::no_figure);
  CHECK(in(small_set().set("locomotives.csv", 2, "country", "CHN"), 2026).counted == Counted::no_bri_role);
  CHECK(in(small_set().set("locomotives.csv", 2, "country", "BRA"), 2026).counted == Counted::no_bri_role);
}

TEST_CASE("the digest changes with every input and is the same for the same inputs", "[sim]") {
  const auto digest = [](const test::DataSet& set) { return run(set).results.digest; };
  const Run base = run(small_set());
  const std::string& same = base.results.digest;
  CHECK(same.size() == 16);
  CHECK(same == digest(small_set()));
  CHECK(same == again(base, {}).digest);
  CHECK(same != again(base, {FactorMethod::ifi_operating_margin, 2026}).digest);
  CHECK(same != again(base, {FactorMethod::ifi_combined_margin, 2025}).digest);
  CHECK(same != again(base, {FactorMethod::ifi_combined_margin, 2026, GridPathway::constant}).digest);
  CHECK(same != run(small_set(), {.drawing = {1024, 2}}).results.digest);
  CHECK(same != run(small_set(), {.drawing = {512, 1}}).results.digest);
  CHECK(same != digest(small_set().set("projects.csv", 2, "capacity_mw", "1000.0000001")));
  CHECK(same != digest(small_set().set("grid_factors.csv", 3, "value_t_mwh", "0.5000000000000001")));
  CHECK(same != digest(small_set().set("sources.csv", 2, "title", "Another title")));
  // The numbers count, not only the version of the data.
  Portfolio changed = base.portfolio;
  changed.projects[0].capacity = megawatts(1001);
  CHECK(simulate(changed, {}).digest != same);
}

TEST_CASE("no data at all gives zero totals", "[sim]") {
  const Results r = simulate(Portfolio{}, {});
  CHECK(r.operating.projects == 0);
  CHECK(r.operating.avoided == Range<Mass>{});
  CHECK(r.timeline.back().cumulative_t == 0.0);
}
