#include <algorithm>

#include "model/freight.hpp"
#include "scene/working_parts.hpp"
#include "scene/working_words.hpp"
#include "sim/factors.hpp"
#include "sim/railway.hpp"
#include "sim/yards.hpp"

/// What a line's traffic and a yard locomotive save: sim/railway.cpp and simulate_yard said in words.
namespace gs::works {
namespace {

WorkingInput told(std::string name, std::string value, std::string from, std::vector<std::string> sources, double number, bool estimated = false) {
  return {std::move(name), std::move(value), std::move(from), std::move(sources), estimated, Part::told, number};
}

/// "16.1 (15 to 17)" within a pattern of three.
std::string three(const Translator& tr, std::string_view key, const Range<double>& r, int digits = 3) {
  return tr(key, number(r.best, tr, digits), number(r.low, tr, digits), number(r.high, tr, digits));
}

std::vector<std::string> rail_sources(const Portfolio& p, std::string_view id) {
  for (const RailFactor& row : p.rail_factors)
    if (row.id == id) return published(row.sources);
  return {};
}

/// The sources of the grids that a line crosses, each once.
std::vector<std::string> grid_sources(const World& w, const LineFactors& f) {
  std::vector<std::string> ids;
  for (const LineFactors::Grid& grid : f.grids)
    for (const FactorMethod method : {w.results.scenario.method, FactorMethod::ember_average})
      if (const auto found = find_grid_factor(w.portfolio, method, Technology::hydro, grid.country)) {
        if (found->row < 0) break;
        for (const std::string& id : ids_of(w.portfolio.grid_factors[static_cast<std::size_t>(found->row)].source))
          if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
        break;
      }
  return ids;
}

}  // namespace

void put_line_grid(Working& out, const World& w, const LineFactors& f) {
  if (!f.grid_known) return;
  const Range<double>& kg = f.grid_kg_per_mwh;
  const Range<Intensity> grid{tonnes_per_mwh(kg.low * 1e-3), tonnes_per_mwh(kg.best * 1e-3), tonnes_per_mwh(kg.high * 1e-3)};
  std::string from = method_name(w.tr, w.results.scenario.method) + "; " + pathway_name(w.tr, w.results.scenario.pathway);
  for (const LineFactors::Grid& g : f.grids) from += "; " + country_name(w, g.country) + " " + percent(g.share, w.tr);
  out.inputs.push_back(told(w.tr("working.factor"), w.tr("line.with_interval", figure(grid.best, w.tr).text(), range_text(grid, w.tr)), from, grid_sources(w, f), kg.best));
}

void put_diesel(Working& out, const World& w, const LineFactors& f) {
  WorkingInput in = told(w.tr("working.diesel"), three(w.tr, "working.diesel_value", f.diesel_kg_per_l), {}, {}, f.diesel_kg_per_l.best);
  put_row(in, w.portfolio, w.portfolio.factor("diesel-emission") ? "diesel-emission" : "diesel_litre");
  out.inputs.push_back(std::move(in));
}

namespace {

const LineSaving* saving_of(const World& w, std::uint32_t route) {
  for (const LineSaving& line : w.results.railway.lines)
    if (line.route == route) return &line;
  return nullptr;
}

const LineRuns* runs_of(const World& w, std::uint32_t route) {
  for (const LineRuns& line : w.results.fleet->rail->lines)
    if (line.route == route) return &line;
  return nullptr;
}

void put_traffic(Working& out, const World& w, const LineSaving& line, const LineRuns& runs, const LineRow& row) {
  const Translator& tr = w.tr;
  std::string from = row.traffic_year ? std::to_string(*row.traffic_year) : std::string();
  if (const int traffic = w.results.scenario.what_if.traffic; traffic != 100) from += (from.empty() ? "" : "; ") + tr("what_if.traffic") + ": " + percent(0.01 * traffic, tr);
  out.inputs.push_back(told(tr("line.counted_traffic"), three(tr, "line.counted_traffic_value", line.traffic_mt), from, published(row.sources), line.traffic_mt.best,
                            row.confidence == Confidence::low));
  const double km = row.road_km.value_or(runs.length_km);
  out.inputs.push_back(told(tr("working.road"), tr("unit.km_value", number(km, tr, 4)), tr(row.road_km ? "line.sourced" : "working.road_as_line"),
                            row.road_km ? published(row.sources) : std::vector<std::string>{}, km, !row.road_km));
}

void put_lorry(Working& out, const World& w) {
  const Translator& tr = w.tr;
  const auto full = modal_factor(w.portfolio, "uk25_hgv_artic_full"), usual = modal_factor(w.portfolio, "uk25_hgv_artic");
  const double heavy = model::kHeavyLorryGramsPerTkm;
  const Range<double> burnt{full ? full->tank_to_wheel : heavy, usual ? usual->tank_to_wheel : heavy, heavy};
  out.inputs.push_back(told(tr("working.lorry"), three(tr, "working.lorry_value", burnt), tr("working.lorry_from"), rail_sources(w.portfolio, "uk25_hgv_artic"), burnt.best));
  if (!usual || usual->tank_to_wheel <= 0.0) return;
  const double supply = usual->well_to_tank / usual->tank_to_wheel;
  out.inputs.push_back(told(tr("working.lorry_supply"), percent(supply, tr), tr("working.supply_from"), rail_sources(w.portfolio, "uk25_hgv_artic"), supply));
}

void put_run(Working& out, const World& w, const MeanRun& run, const char* name, std::string value, double best) {
  if (run.traction < 0) return;
  const TractionRow& traction = w.portfolio.tractions[static_cast<std::size_t>(run.traction)];
  out.inputs.push_back(told(w.tr(name), std::move(value), w.tr("working.run_from", display_name(traction, w.tr)), published(traction.sources), best, !traction.estimated.empty()));
}

void put_trains(Working& out, const World& w, const LineSaving& line, const LineRuns& runs, const LineFactors& f) {
  const Translator& tr = w.tr;
  const double trains = line.traffic_mt.best * 1e6 / runs.net_t;
  out.inputs.push_back(told(tr("working.trains"), number(trains, tr, 3), tr("working.trains_from", number(runs.net_t, tr, 3)),
                            published(w.portfolio.trains[runs.train].sources), trains));
  out.inputs.push_back(told(tr("working.wired"), percent(line.wire_share, tr), {}, {}, line.wire_share));
  put_run(out, w, runs.diesel, "working.litres", tr("working.litres_value", number(runs.diesel.use.fuel_l, tr, 3)), runs.diesel.use.fuel_l);
  put_diesel(out, w, f);
  out.inputs.push_back(told(tr("line.well_to_tank"), percent(f.well_to_tank_share, tr), tr("working.supply_from"), rail_sources(w.portfolio, "uk25_rail"), f.well_to_tank_share));
  if (line.wire_share <= 0.0) return;
  const double mwh = runs.wire.use.electricity_mwh();
  put_run(out, w, runs.wire, "working.train_mwh", figure(megawatt_hours(mwh), tr).text(), mwh);
  put_line_grid(out, w, f);
}

const char* reported_key(bool whole_fleet) { return whole_fleet ? "loco.fleet_reported" : "loco.saving"; }

/// Of a class that nothing is simulated of: what its maker says, times what is delivered.
std::optional<Working> as_reported(const World& w, const Locomotive& l, const LocomotiveResult& r) {
  if (!r.saving_per_unit) return std::nullopt;
  const Translator& tr = w.tr;
  Working out;
  const bool fleet = r.avoided && r.units;
  out.what = tr(reported_key(fleet));
  const Mass best = fleet ? r.avoided->best : *r.saving_per_unit;
  out.result = figure(best, tr).text() + tr("figure.a_year");
  out.best = best.base();
  out.inputs.push_back({tr("working.per_unit"), figure(*r.saving_per_unit, tr).text(), tr.fact(l.claimed_saving), published(l.sources), false, Part::factor, r.saving_per_unit->base()});
  if (fleet) {
    const double units = *r.units;
    out.inputs.push_back({tr("loco.delivered"), whole(units, tr), tr.fact(l.units_note), published(l.sources), false, Part::factor, units});
    out.interval = tr("working.between", range_text(*r.avoided, tr));
  }
  out.formula = formula_of(tr("working.saving"), out.inputs);
  out.notes = {tr("loco.saving_note")};
  const Range<Mass> cited_range = fleet ? *r.avoided : Range<Mass>{best, best, best};
  out.cited = fleet ? cited(fmt::format("{}, {} units", l.name, *r.units), "reported saving", cited_range)
                    : fmt::format("{}: reported saving {:.0f} t CO2 a unit and year", l.name, best.base());
  return out;
}

/// Of a unit in a yard, simulated.
Working simulated(const World& w, const Locomotive& l, const LocomotiveResult& r, const YardRun& yard) {
  const Translator& tr = w.tr;
  const LineFactors f = line_factors(w.portfolio, w.results.scenario, {{l.country, 1.0}}, HydrogenSource::from_gas);
  Working out;
  put_result(out, *r.simulated_per_unit, tr);
  out.what = tr("loco.simulated");
  out.interval = tr("working.between", range_text(*r.simulated_per_unit, tr));
  const TractionRow& traction = w.portfolio.tractions[yard.traction];
  const auto term = [&](const char* name, double t, std::string from, double sign) {
    out.inputs.push_back({tr(name), figure(tonnes(t), tr).text(), std::move(from), published(traction.sources), !traction.estimated.empty(), Part::term, sign * t});
  };
  term("working.not_burnt", yard.fuel_saved_t.best * f.diesel_kg_per_l.best / kDieselKgPerLitre,
       tr("working.not_burnt_from", three(tr, "loco.less_fuel", yard.fuel_saved_t), number(kDieselKgPerLitre, tr, 2)), 1.0);
  if (yard.electricity_mwh.best > 0.0)
    term("working.electricity_co2", yard.electricity_mwh.best * f.grid_kg_per_mwh.best * 1e-3, tr("working.electricity_from", figure(megawatt_hours(yard.electricity_mwh.best), tr).text()), -1.0);
  if (yard.hydrogen_t.best > 0.0)
    term("working.hydrogen_co2", yard.hydrogen_t.best * f.hydrogen_kg_per_kg.best,
         tr("working.hydrogen_from", number(yard.hydrogen_t.best, tr, 3), number(f.hydrogen_kg_per_kg.best, tr, 3)), -1.0);
  out.formula = formula_of(tr("working.saving"), out.inputs);
  put_diesel(out, w, f);
  if (yard.electricity_mwh.best > 0.0) put_line_grid(out, w, f);
  if (yard.hydrogen_t.best > 0.0) {
    WorkingInput grey = told(tr("working.grey"), three(tr, "hydrogen.grey", f.hydrogen_kg_per_kg), {}, {}, f.hydrogen_kg_per_kg.best);
    put_row(grey, w.portfolio, "grey-hydrogen");
    out.inputs.push_back(std::move(grey));
  }
  if (const YardDutyRow* duty = usual_duty(w.portfolio, traction, yard.plug_in)) {
    const std::string& name = tr.name("duties", duty->id, tr.chinese() && !duty->name_zh.empty() ? duty->name_zh : duty->name);
    out.inputs.push_back(told(tr("loco.duty"), name, tr("working.duty_from", number(duty->moving_h, tr, 2), whole(duty->days, tr)), published(duty->sources), duty->moving_h,
                              !duty->estimated.empty()));
  }
  out.notes = {tr("loco.supply") + ": " + tr("loco.supply_value", figure(r.well_to_tank_per_unit, tr).text())};
  if (r.units && r.simulated)
    out.notes.push_back(tr("loco.fleet_simulated") + ": " + tr("loco.fleet_value", *r.units, figure(r.simulated->best, tr).text()));
  out.cited = cited(l.name + ", a unit", "simulated saving", *r.simulated_per_unit);
  return out;
}

}  // namespace

std::optional<Working> of_line(const World& w, const Route& route) {
  if (!w.results.railway.ready) return std::nullopt;
  const auto index = static_cast<std::uint32_t>(&route - w.portfolio.routes.data());
  const LineSaving* line = saving_of(w, index);
  const LineRuns* runs = runs_of(w, index);
  const LineRow* row = w.portfolio.line(route.id);
  if (!line || !runs || !row) return std::nullopt;
  const Translator& tr = w.tr;
  Working out;
  out.title = display_name(route, tr);
  put_result(out, line->saved_against_road, tr);
  out.what = tr("line.against_road");
  out.interval = tr("working.between", range_text(line->saved_against_road, tr));
  out.inputs.push_back({tr("line.by_road"), with_range(line->by_road, tr), {}, {}, false, Part::term, line->by_road.best.base()});
  out.inputs.push_back({tr("line.as_it_runs"), with_range(line->as_it_runs, tr), {}, {}, false, Part::term, -line->as_it_runs.best.base()});
  out.formula = formula_of(tr("working.saving"), out.inputs) + "\n" + tr("working.line_road") + "\n" + tr(line->wire_share > 0.0 ? "working.line_runs" : "working.line_diesel");
  const LineFactors f = line_factors(w.portfolio, w.results.scenario, runs->countries, HydrogenSource::from_wind);
  put_traffic(out, w, *line, *runs, *row);
  put_lorry(out, w);
  put_trains(out, w, *line, *runs, f);
  if (line->wire_share > 0.0)
    out.notes.push_back(tr("line.against_diesel") + ": " + with_range(line->saved_against_diesel, tr) + " = " + tr("line.as_diesel") + " " + figure(line->as_diesel.best, tr).text() + " − " +
                        tr("line.as_it_runs") + " " + figure(line->as_it_runs.best, tr).text());
  out.notes.push_back(tr("line.saving_note"));
  out.cited = cited(route.name, "simulated saving against lorries", line->saved_against_road);
  return out;
}

std::optional<Working> of_locomotive(const World& w, const LocomotiveResult& r) {
  if (!w.results.railway.ready) return std::nullopt;
  const Locomotive& l = w.portfolio.locomotives[r.locomotive];
  const YardRun* yard = r.simulated_per_unit ? yard_run_of(w.results.fleet->rail->yards, r.locomotive) : nullptr;
  std::optional<Working> out = yard ? simulated(w, l, r, *yard) : as_reported(w, l, r);
  if (out) out->title = display_name(l, w.tr);
  return out;
}

}  // namespace gs::works
