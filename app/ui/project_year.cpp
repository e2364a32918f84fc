#include <algorithm>
#include <cmath>

#include "scene/duration_chart.hpp"
#include "ui/chart_view.hpp"
#include "ui/charts.hpp"
#include "ui/project_parts.hpp"
#include "ui/working_lines.hpp"

/// The hours of a year, and what a store or an electrolyser makes of them.
namespace gs::ui {
namespace {

std::string share_of(Energy part, Energy whole, const Translator& tr) {
  const std::string words = figure(part, tr).text();
  return whole > Energy{} ? words + " (" + percent(part / whole, tr) + ")" : words;
}

/// The hours sorted by power. The chart is kept: its words are many.
void duration_view(const Ui& ui, const ProjectOf& of) {
  static struct {
    Chart chart;
    ChartCursor cursor;
    std::uint64_t made = 0;
    std::string language;
  } kept;
  const SelectedProject& s = ui.selected;
  if (kept.made != s.made || kept.language != ui.tr().code()) kept = {duration_chart(ui.world, of.row, s.year), {}, s.made, ui.tr().code()};
  constexpr float kHeight = 158.0f;
  section_head(ui, "duration.title");
  const ImVec2 at = ImGui::GetCursorScreenPos();
  chart_view(ui, "duration", kept.chart, {at.x, at.y, ImGui::GetContentRegionAvail().x, kHeight}, kept.cursor);
  small_print(ui, ui.tr()("duration.note"));
}

/// The figures of a section, opened where they stand.
void section_working(const Ui& ui, const ProjectOf& of, WorkedSection section, const char* id, Actions& out) {
  if (!working_opens(ui, id)) return;
  ImGui::PushID(id);
  working_lines(ui, together(of.row.name, section_workings(ui.world, of.result.project, section)), out);
  ImGui::PopID();
}

}  // namespace

void year_section(const Ui& ui, const ProjectOf& of) {
  const Translator& tr = ui.tr();
  const YearChart& year = ui.selected.year;
  if (!year.known) return;
  const bool store = category(of.row.technology) == Category::storage;
  rule(ui);
  if (!store) {
    text(ui.fonts.body_bold, ui.palette.ink, tr("year.months", std::string(month_unit(ui, year).name)));
    month_chart(ui, year, {of.plant.low, 1.0, of.plant.high}, ui.palette.of(category(of.row.technology)));
  }
  section_head(ui, store ? "year.store" : "year.hours");
  hour_chart(ui, year);
  const std::string zone = year.zone == 0 ? "UTC" : fmt::format("UTC{}{}", year.zone > 0 ? "+" : "−", std::abs(year.zone));
  std::string note = tr(store ? "year.note_store" : "year.note", zone);
  if (category(of.row.technology) == Category::hydro) note += tr("year.hydro");
  small_print(ui, note);
  gap(12);
  duration_view(ui, of);
}

void store_section(const Ui& ui, const ProjectOf& of, Actions& out) {
  if (!of.plant.store) return;
  const Translator& tr = ui.tr();
  const StoreYear& s = *of.plant.store;
  rule(ui);
  section_head(ui, "store.title");
  fact(ui, tr("store.capacity"), figure(s.capacity, tr).text() + (of.row.storage ? "" : tr("store.assumed")));
  fact(ui, tr("store.charged"), figure(s.charged, tr).text());
  fact(ui, tr("store.discharged"), figure(s.discharged, tr).text());
  fact(ui, tr("store.lost"), share_of(s.lost, s.charged, tr));
  const Energy avoided = s.curtailed_without - s.curtailed;
  fact(ui, tr("store.curtailment"), s.curtailed_without > Energy{} ? figure(avoided, tr).text() : tr("store.no_curtailment"));
  if (s.peak_what_if.best != Mass{}) {
    gap(8);
    text(ui.fonts.small_bold, ui.palette.ink, tr("store.what_if"), true);
    small_print(ui, tr("store.peak", range_text(s.peak_what_if, tr)));
  }
  section_working(ui, of, WorkedSection::store, "store-working", out);
}

void waste_section(const Ui& ui, const ProjectOf& of, Actions& out) {
  if (!of.plant.waste) return;
  const Translator& tr = ui.tr();
  const model::WasteYear& w = *of.plant.waste;
  rule(ui);
  section_head(ui, "waste.title");
  fact(ui, tr("waste.burnt"), tr("waste.burnt_value", number(w.waste.best.base(), tr, 2), number(w.waste.low.base(), tr, 2), number(w.waste.high.base(), tr, 2)));
  fact(ui, tr("waste.fossil"), tr("lifecycle.value", figure(w.fossil.best, tr).text(), range_text(w.fossil, tr)));
  gap(12);
  text(ui.fonts.small_bold, ui.palette.ink, tr("waste.what_if"), true);
  small_print(ui, tr("waste.landfill", range_text(w.landfill.value, tr)));
  section_working(ui, of, WorkedSection::waste, "waste-working", out);
}

void hydrogen_section(const Ui& ui, const ProjectOf& of, Actions& out) {
  if (!of.plant.hydrogen) return;
  const Translator& tr = ui.tr();
  const HydrogenResult& h = *of.plant.hydrogen;
  rule(ui);
  section_head(ui, "hydrogen.title");
  fact(ui, tr("hydrogen.made"), tr("hydrogen.made_value", number(h.hydrogen.base(), tr, 3)));
  fact(ui, tr("hydrogen.rate"), tr("hydrogen.rate_value", number(h.kwh_per_kg, tr, 3)));
  fact(ui, tr("hydrogen.used"), figure(h.used, tr).text());
  fact(ui, tr("hydrogen.unused"), share_of(h.unused, h.used + h.unused, tr));
  fact(ui, tr("hydrogen.water"), tr("hydrogen.water_value", number(h.water.base(), tr, 2)));
  if (const int cents = ui.state.scenario.what_if.hydrogen_cents; cents > 0) {
    const double usd = 0.01 * cents;
    fact(ui, tr("hydrogen.price"), tr("hydrogen.price_value", number(usd, tr, 3), number(usd * h.hydrogen.base() * 1e-3, tr, 3), number(usd * 1e3 / h.kwh_per_kg, tr, 2)));
  }
  small_print(ui, tr("note.hydrogen"));
  section_working(ui, of, WorkedSection::hydrogen, "hydrogen-working", out);
}

}  // namespace gs::ui
