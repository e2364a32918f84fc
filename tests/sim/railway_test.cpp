#include "sim/railway.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "portfolio/fixture.hpp"
#include "sim/simulate.hpp"

using Catch::Approx;
using gs::test::DataSet;

namespace {

const gs::Portfolio& small() {
  static const gs::Portfolio portfolio = DataSet::small().portfolio();
  return portfolio;
}

gs::Laboratory on_line() {
  gs::Laboratory lab;
  lab.line = "line";
  return lab;
}

const gs::LabRun& of_kind(const gs::LabResults& results, gs::TractionKind kind) {
  for (const gs::LabRun& run : results.runs)
    if (run.traction->traction == kind) return run;
  FAIL("no run of this kind");
  return results.runs.front();
}

double closed(const gs::LabRun& run) {
  const gs::model::rail::Ledger& l = run.run.ledger;
  return std::max(std::fabs(l.motion_imbalance()), std::fabs(l.flows.imbalance())) / l.traction;
}

}  // namespace

TEST_CASE("a line is as long as it is published, its points stand in order, and no grade is above the ruling one", "[sim][railway]") {
  const auto line = gs::rail_line(small(), small().routes[0]);
  REQUIRE(line);
  CHECK(line->line.length_m == Approx(160e3));
  CHECK(line->length_sourced);
  CHECK_FALSE(line->ruling_sourced);
  REQUIRE(line->places.size() == 3);
  CHECK(line->places[1].at_m == Approx(80e3));
  for (const auto& section : line->line.sections) CHECK(std::fabs(section.grade_permille) <= 9.0 + 1e-9);
  CHECK(gs::model::rail::problems(line->line).empty());
}

TEST_CASE("given chainages go before great-circle distances", "[sim][railway]") {
  auto set = DataSet::small();
  set.set("route_points.csv", 2, "chainage_km", "0").set("route_points.csv", 3, "chainage_km", "30").set("route_points.csv", 4, "chainage_km", "150");
  const gs::Portfolio p = set.portfolio();
  const auto line = gs::rail_line(p, p.routes[0]);
  REQUIRE(line);
  CHECK(line->line.length_m == Approx(150e3));
  CHECK(line->places[1].at_m == Approx(30e3));
}

TEST_CASE("a sea leg has no length on the rails", "[sim][railway]") {
  auto set = DataSet::small();
  set.set("route_points.csv", 4, "leg", "sea").set("routes.csv", 2, "length_km", "");
  const gs::Portfolio p = set.portfolio();
  const auto line = gs::rail_line(p, p.routes[0]);
  REQUIRE(line);
  CHECK(line->line.length_m == Approx(78.6e3).epsilon(0.01));  // a degree of longitude at 45 N
  CHECK_FALSE(line->length_sourced);
}

TEST_CASE("wires stand where their spans say, from either end", "[sim][railway]") {
  for (const bool backwards : {false, true}) {
    const auto line = gs::rail_line(small(), small().routes[0], backwards);
    double wired = 0.0;
    const auto& sections = line->line.sections;
    for (std::size_t i = 0; i < sections.size(); ++i)
      if (sections[i].wire) wired += (i + 1 < sections.size() ? sections[i + 1].start_m : line->line.length_m) - sections[i].start_m;
    CHECK(wired == Approx(50e3));
    CHECK(sections.front().wire == !backwards);
  }
}

TEST_CASE("countries have the spans of the data, and equal parts where nothing is known", "[sim][railway]") {
  const auto line = gs::rail_line(small(), small().routes[0]);
  REQUIRE(line->countries.size() == 2);
  CHECK(line->countries_known);
  CHECK(line->countries[0].country == "KAZ");
  CHECK(line->countries[0].metres == Approx(120e3));
  gs::Portfolio unknown = small();
  unknown.lines[0].countries.clear();
  const auto other = gs::rail_line(unknown, unknown.routes[0]);
  CHECK_FALSE(other->countries_known);
  CHECK(other->countries[1].metres == Approx(80e3));
}

TEST_CASE("all tractions come through, and their ledgers close", "[sim][railway]") {
  gs::LaboratoryRuns runs;
  const gs::LabResults& r = runs.of(small(), {}, on_line());
  REQUIRE(r.runs.size() == 5);
  for (const gs::LabRun& run : r.runs) {
    INFO(run.traction->id);
    CHECK(run.problems.empty());
    CHECK(run.run.arrived);
    CHECK(closed(run) < 1e-9);
    CHECK(run.energy_mwh.low < run.energy_mwh.best);
    CHECK(run.energy_mwh.best < run.energy_mwh.high);
    CHECK(run.run.trace.size() > 1000);
  }
  CHECK(of_kind(r, gs::TractionKind::catenary).wire_is_what_if);  // 50 of 160 km have a wire
  CHECK(of_kind(r, gs::TractionKind::diesel).emissions.well_to_tank_kg == 0.0);  // the small set has no row for it
  CHECK(of_kind(r, gs::TractionKind::hydrogen).hydrogen_mass_kg > 0.0);
  CHECK(of_kind(r, gs::TractionKind::battery).use.charger_mwh > 0.0);
  CHECK(of_kind(r, gs::TractionKind::battery).fuel_litres == 0.0);
}

TEST_CASE("a laboratory's results are a function of what is asked", "[sim][railway]") {
  gs::LaboratoryRuns one, other;
  const std::string first = one.of(small(), {}, on_line()).digest;
  gs::Laboratory heavy = on_line();
  heavy.trailing_t = 2000;
  CHECK(one.of(small(), {}, heavy).digest != first);
  CHECK(one.of(small(), {}, on_line()).digest == first);  // whatever was run before
  CHECK(other.of(small(), {}, on_line()).digest == first);
  for (const auto change : {+[](gs::Laboratory& l) { l.celsius = -30; }, +[](gs::Laboratory& l) { l.stops = 1; },
                            +[](gs::Laboratory& l) { l.backwards = true; }, +[](gs::Laboratory& l) { l.battery_scale = 2; },
                            +[](gs::Laboratory& l) { l.hydrogen = gs::HydrogenSource::from_grid; }}) {
    gs::Laboratory lab = on_line();
    change(lab);
    CHECK(other.of(small(), {}, lab).digest != first);
  }
}

TEST_CASE("more tonnes cost more energy in all, and less a tonne", "[sim][railway]") {
  gs::LaboratoryRuns runs;
  double energy = 0.0, per_tonne = 1e300;
  for (const double tonnes : {1000.0, 2000.0, 3000.0}) {
    gs::Laboratory lab = on_line();
    lab.trailing_t = tonnes;
    const gs::LabRun& diesel = of_kind(runs.of(small(), {}, lab, true), gs::TractionKind::diesel);
    INFO(tonnes << " t");
    CHECK(diesel.energy_mwh.best > energy);
    CHECK(diesel.energy_mwh.best / tonnes < per_tonne);
    energy = diesel.energy_mwh.best;
    per_tonne = energy / tonnes;
  }
}

TEST_CASE("a unknown line, a unknown train and a line without locomotives have no runs and say so", "[sim][railway]") {
  gs::LaboratoryRuns runs;
  gs::Laboratory lab;
  lab.line = "nowhere";
  CHECK(runs.of(small(), {}, lab).route == nullptr);
  CHECK(runs.of(small(), {}, lab).runs.empty());
  lab = on_line();
  lab.train = "ghost";
  CHECK(runs.of(small(), {}, lab).train == nullptr);
  CHECK(runs.of(small(), {}, lab).digest.empty());
  const gs::Portfolio narrow = DataSet::small().set("routes.csv", 2, "gauge_mm", "1000").portfolio();
  CHECK(gs::tractions_for(narrow, narrow.routes[0]).empty());
  CHECK(runs.of(narrow, {}, on_line()).runs.empty());
}

TEST_CASE("electricity counts by the grids that are crossed, hydrogen by how it is made", "[sim][railway]") {
  const std::vector<std::pair<std::string, double>> way{{"KAZ", 120.0}, {"ARE", 40.0}};
  gs::Portfolio p = small();
  for (gs::GridFactor& row : p.grid_factors)
    if (row.country == "ARE" && row.method == "ifi_cm_firm") row.value = gs::tonnes_per_mwh(0.7);
  const gs::LineFactors f = gs::line_factors(p, {}, way, gs::HydrogenSource::from_grid);
  CHECK(f.grid_known);
  CHECK(f.grid_kg_per_mwh.best == Approx(0.75 * 300 + 0.25 * 700));
  CHECK(f.hydrogen_kg_per_kg.best == Approx(f.grid_kg_per_mwh.best * f.hydrogen_kwh_per_kg / 1000));
  CHECK(gs::line_factors(p, {}, way, gs::HydrogenSource::from_wind).hydrogen_kg_per_kg.best == 0.0);
  // A country without a factor gives its share to the others; with none at all there is no figure.
  CHECK(gs::line_factors(p, {}, {{"KAZ", 1.0}, {"CHN", 9.0}}, {}).grid_kg_per_mwh.best == Approx(300));
  CHECK_FALSE(gs::line_factors(p, {}, {{"CHN", 1.0}}, {}).grid_known);
}

TEST_CASE("a line's year: parts add up, and twice the traffic saves twice as much", "[sim][railway]") {
  const auto runs = gs::build_rail_runs(small());
  REQUIRE(runs->lines.size() == 1);
  CHECK(runs->lines[0].wire_share == Approx(50.0 / 160.0));
  const gs::RailwayResults r = gs::railway(small(), *runs, {});
  REQUIRE(r.lines.size() == 1);
  const gs::LineSaving& line = r.lines[0];
  CHECK(line.net_tkm == Approx(10e6 * 160));
  CHECK(line.saved_against_diesel.best.base() == Approx((line.as_diesel.best - line.as_it_runs.best).base()));
  CHECK(line.saved_against_road.best.base() == Approx((line.by_road.best - line.as_it_runs.best).base()));
  CHECK(line.as_it_runs.low < line.as_it_runs.best);
  CHECK(line.by_road.best.base() == Approx(10e6 * 170 * 129e-6));  // without UK rows the default of heavy lorries
  double electricity = 0.0;
  for (const auto& [country, mass] : line.electricity_by_country) electricity += mass.base();
  const double diesel = line.as_diesel.best.base() * (1.0 - line.wire_share);
  CHECK(line.as_it_runs.best.base() == Approx(diesel + electricity));

  gs::Portfolio twice = small();
  twice.lines[0].traffic_mt = 20.0;
  twice.lines[0].traffic_low_mt = 16.0;
  twice.lines[0].traffic_high_mt = 24.0;
  CHECK(gs::railway(twice, *runs, {}).lines[0].saved_against_road.best.base() == Approx(2.0 * line.saved_against_road.best.base()));
  REQUIRE(r.timetable.size() == 1);
  CHECK_FALSE(r.timetable[0].assumed);
  CHECK(r.timetable[0].out.back().at_m == Approx(160e3));
  CHECK(r.timetable[0].back.back().at_m == Approx(0.0).margin(1.0));
}

TEST_CASE("another method changes the railway's digest, and the runs stay the same", "[sim][railway]") {
  const auto runs = gs::build_rail_runs(small());
  const std::string digest = gs::railway(small(), *runs, {}).digest;
  CHECK(gs::railway(small(), *runs, {}).digest == digest);
  CHECK(gs::railway(small(), *runs, {gs::FactorMethod::ember_average, 2026, {}, {}}).digest != digest);
  CHECK(gs::build_rail_runs(small())->digest == runs->digest);
}

TEST_CASE("a fleet grows by its deliveries, and frameworks are no deliveries", "[sim][railway]") {
  const gs::Portfolio& p = small();
  const gs::Locomotive& l = p.locomotives[0];
  CHECK_FALSE(gs::units_delivered(p, l, 2024).has_value());
  CHECK(gs::units_delivered(p, l, 2025) == 10);
  CHECK(gs::units_delivered(p, l, 2060) == 10);
  auto set = DataSet::small();
  set.add("deliveries.csv", {{"locomotive_id", "hybrid"}, {"year", "2027"}, {"units", "5"}, {"kind", "delivered"}, {"sources", "press"}, {"confidence", "low"}});
  const gs::Portfolio later = set.portfolio();
  CHECK(gs::units_delivered(later, later.locomotives[0], 2026) == 10);
  CHECK(gs::units_delivered(later, later.locomotives[0], 2027) == 15);
}

TEST_CASE("the repository's lines burn what railways burn", "[sim][railway][data]") {
  const gs::Portfolio& p = gs::test::repository_data().portfolio;
  const auto runs = gs::build_rail_runs(p);
  CHECK(runs->lines.size() >= 30);
  for (const gs::LineRuns& line : runs->lines) {
    INFO(p.routes[line.route].id);
    CHECK((line.diesel.traction >= 0 || line.wire.traction >= 0));
    CHECK(line.out.size() > 10);
    if (p.trains[line.train].kind != gs::TrainKind::freight || line.diesel.traction < 0) continue;
    const double litres = line.diesel.use.fuel_l * 1e3 / (line.trailing_t * line.length_km);
    CHECK(litres > 1.0);  // a thousand gross tonne-kilometres; Uzbekistan 1995: 2.7 on its plains
    CHECK(litres < 8.0);
  }
}
