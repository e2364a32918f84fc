#include "ui/line_saving.hpp"

#include "sim/rail_results.hpp"
#include "ui/panels.hpp"

namespace gs::ui {
namespace {

const LineSaving* saving_of(const Ui& ui, const Route& route) {
  const auto index = static_cast<std::uint32_t>(&route - ui.world.portfolio.routes.data());
  for (const LineSaving& line : ui.world.results.railway.lines)
    if (line.route == index) return &line;
  return nullptr;
}

/// "1.2 Mt CO₂ (0.9 to 1.6)", the interval under its figure in the same unit.
std::string with_interval(const Range<Mass>& r, const Translator& tr) {
  return tr("line.with_interval", figure(r.best, tr).text(), range_text(r, tr));
}

void saved(const Ui& ui, const char* key, const Range<Mass>& r, Actions& out) {
  const Translator& tr = ui.tr();
  text(ui.fonts.small, ui.palette.secondary, tr(key));
  text(ui.fonts.title, r.best < Mass{} ? ui.palette.warning : ui.palette.accent, figure(r.best, tr).text() + tr("figure.a_year"));
  figure_press(ui, key, Worked::saving, last_item(), out);
  interval_bar(ui, r, std::nullopt, ImGui::GetContentRegionAvail().x);
  gap(8);
}

std::string basis(const Ui& ui, Basis b) { return ui.tr()(b == Basis::sourced ? "line.sourced" : "line.by_class"); }

}  // namespace

void line_saving(const Ui& ui, const Route& route, Actions& out) {
  const LineSaving* line = saving_of(ui, route);
  const Translator& tr = ui.tr();
  rule(ui);
  text(ui.fonts.body_bold, ui.palette.ink, tr("line.saving"));
  gap(4);
  if (!ui.world.results.railway.ready) return text(ui.fonts.small, ui.palette.secondary, tr("result.pending"), true);
  if (!line) return text(ui.fonts.small, ui.palette.secondary, tr("line.no_saving"), true);
  saved(ui, "line.against_road", line->saved_against_road, out);
  if (line->wire_share > 0.0) saved(ui, "line.against_diesel", line->saved_against_diesel, out);
  else text(ui.fonts.small, ui.palette.secondary, tr("line.is_diesel"), true), gap(4);
  fact(ui, tr("line.as_it_runs"), with_interval(line->as_it_runs, tr), 132);
  fact(ui, tr("line.as_diesel"), with_interval(line->as_diesel, tr), 132);
  fact(ui, tr("line.by_road"), with_interval(line->by_road, tr), 132);
  fact(ui, tr("line.well_to_tank"), tr("line.well_to_tank_value", figure(line->well_to_tank_share, tr).text(), figure(line->road_well_to_tank, tr).text()), 132);
  for (const auto& [country, mass] : line->electricity_by_country)
    fact(ui, tr("line.electricity_of", country_name(ui.world, country)), figure(mass, tr).text(), 132);
  const Range<double>& t = line->traffic_mt;
  fact(ui, tr("line.counted_traffic"), tr("line.counted_traffic_value", number(t.best, tr, 3), number(t.low, tr, 3), number(t.high, tr, 3)), 132);
  fact(ui, tr("line.work"), tr("line.work_value", number(line->net_tkm * 1e-9, tr, 3), number(line->gross_tkm * 1e-9, tr, 3)), 132);
  fact(ui, tr("line.trains"), tr("line.trains_value", number(line->trains_a_day, tr, 2), number(line->running_time_s / 3600.0, tr, 2)), 132);
  gap(8);
  text(ui.fonts.small, ui.palette.secondary, tr("line.saving_note"), true);
}

void line_working(const Ui& ui, const Route& route) {
  const LineRow* row = ui.world.portfolio.line(route.id);
  if (!row) return;
  const Translator& tr = ui.tr();
  if (row->ruling_grade_permille) fact(ui, tr("line.ruling"), tr("line.permille", number(*row->ruling_grade_permille, tr, 3), basis(ui, row->grade_basis)));
  if (row->freight_speed_kmh) fact(ui, tr("line.freight_speed"), tr("line.kmh", whole(*row->freight_speed_kmh, tr), basis(ui, row->speed_basis)));
  if (row->train_gross_t) fact(ui, tr("line.train_mass"), tr("line.tonnes", whole(*row->train_gross_t, tr), basis(ui, row->train_basis)));
  gap(14);
  text(ui.fonts.small, ui.palette.secondary, tr("line.profile_note"), true);
}

}  // namespace gs::ui
