#include <algorithm>

#include "export/report_parts.hpp"

/// Lines and locomotives in a report.
namespace gs::report {
namespace {

std::vector<std::string> line_sources(const World& w, const Route& route) {
  State s;
  s.scenario = w.results.scenario;
  s.view.selection = {SelectionKind::route, route.id};
  s.view.worked = Worked::saving;
  const auto working = working_of(w, s);
  std::vector<std::string> ids = working ? sources_of(*working) : std::vector<std::string>{};
  add_once(ids, route.sources);
  return ids;
}

const LineSaving* saving_of(const World& w, std::size_t route) {
  for (const LineSaving& line : w.results.railway.lines)
    if (line.route == route) return &line;
  return nullptr;
}

}  // namespace

Table line_rows(const Draft& d, std::string_view iso3) {
  const Translator& tr = d.tr;
  Table t{tr("layer.railways"), {{tr("kind.railway")}, {tr("line.status")}, {tr("line.length"), true}, {tr("line.traction")}, {tr("line.against_road"), true}, {tr("line.against_diesel"), true}}, {}, true};
  for (std::size_t i = 0; i < d.w.portfolio.routes.size(); ++i) {
    const Route& route = d.w.portfolio.routes[i];
    if (!iso3.empty() && std::find(route.countries.begin(), route.countries.end(), iso3) == route.countries.end()) continue;
    Row row{route.id, {label(display_name(route, tr)), fact("status", tr("line." + std::string(gs::id_of(route.status))), route.sources)}};
    row.cells.push_back(route.length ? plain("length", tr("unit.km_value", number(route.length->base(), tr, 4)), route.length->base(), "km", route.sources)
                                     : missing("length", tr("loco.not_known")));
    row.cells.push_back(fact("traction", tr("electrified." + std::string(gs::id_of(route.electrified))), route.sources));
    const LineSaving* line = saving_of(d.w, i);
    if (!line) {
      row.cells.push_back(missing("saving_against_lorries", tr("line.no_saving")));
      row.cells.push_back(missing("saving_against_diesel", {}));
    } else {
      const std::vector<std::string> ids = line_sources(d.w, route);
      row.cells.push_back(simulated(tr, "saving_against_lorries", line->saved_against_road, Ends::inputs, ids));
      row.cells.push_back(line->wire_share > 0.0 ? simulated(tr, "saving_against_diesel", line->saved_against_diesel, Ends::inputs, ids)
                                                 : missing("saving_against_diesel", tr("line.is_diesel")));
    }
    t.rows.push_back(std::move(row));
  }
  return t;
}

Table locomotive_rows(const Draft& d, std::string_view iso3) {
  const Translator& tr = d.tr;
  Table t{tr("layer.locomotives"), {{tr("layer.locomotives")}, {tr("table.head.technology")}, {tr("loco.delivered"), true}, {tr("loco.simulated"), true}, {tr("loco.saving"), true}, {tr("loco.fleet_simulated"), true}}, {}, true};
  for (const LocomotiveResult& r : d.w.results.locomotives) {
    const Locomotive& l = d.w.portfolio.locomotives[r.locomotive];
    if (!iso3.empty() && l.country != iso3) continue;
    State s;
    s.scenario = d.w.results.scenario;
    s.view.selection = {SelectionKind::locomotive, l.id};
    s.view.worked = Worked::saving;
    std::vector<std::string> ids = l.sources;
    if (const auto working = working_of(d.w, s)) add_once(ids, sources_of(*working));
    const auto reported = [&](const char* name, const std::optional<Mass>& m) {
      return m ? plain(name, figure(*m, tr).text() + tr("figure.a_year"), m->base(), kTonnesAYear, l.sources) : missing(name, tr("loco.no_saving"));
    };
    Row row{l.id, {label(display_name(l, tr)), fact("technology", tr("loco." + std::string(gs::id_of(l.type))), l.sources)}};
    row.cells.push_back(r.units ? plain("units", whole(*r.units, tr), *r.units, "", l.sources) : missing("units", tr("loco.not_known")));
    row.cells.push_back(r.simulated_per_unit ? simulated(tr, "simulated_saving_of_a_unit", *r.simulated_per_unit, Ends::inputs, ids) : missing("simulated_saving_of_a_unit", {}));
    row.cells.push_back(reported("reported_saving_of_a_unit", r.saving_per_unit));
    row.cells.push_back(r.simulated ? simulated(tr, "simulated_saving", *r.simulated, Ends::inputs, ids) : missing("simulated_saving", {}));
    t.rows.push_back(std::move(row));
  }
  return t;
}

}  // namespace gs::report
