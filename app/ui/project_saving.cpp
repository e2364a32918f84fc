#include "scene/working_words.hpp"
#include "ui/charts.hpp"
#include "ui/project_parts.hpp"

/// What is saved and made, why a claim says otherwise, and what the answer hangs on.
namespace gs::ui {
namespace {

std::string with_sign(Mass m, const Translator& tr) {
  const std::string words = figure(m, tr).text();
  return m > Mass{} ? "+" + words : words;
}

/// Where the reported value lies against the interval.
std::string beside(bool inside, const std::optional<double>& off, const Translator& tr) {
  return inside ? tr("saving.inside") : off ? tr("saving.outside", signed_percent(*off, tr)) : std::string();
}

void weather(const Ui& ui, const PlantYear& plant) {
  const auto line = [&](Driver d, const std::optional<model::Provenance>& from, StationVariable variable) {
    if (from) fact(ui, ui.tr()(std::string("driver.") + std::string(id_of(d))), known_text(ui.world, *from, variable));
  };
  const bool sunshine = plant.ghi && plant.ghi->basis == model::Basis::sunshine;
  line(Driver::irradiation, plant.ghi, sunshine ? StationVariable::sunshine_h : StationVariable::ghi_kwh_m2_day);
  line(Driver::beam, plant.beam, StationVariable::dni_kwh_m2_day);
  line(Driver::wind_speed, plant.wind, StationVariable::wind_ms);
  line(Driver::wind_shape, plant.wind_shape, StationVariable::wind_ms);
}

}  // namespace

void saving_section(const Ui& ui, const ProjectOf& of) {
  const Translator& tr = ui.tr();
  const ProjectResult& r = of.result;
  rule(ui);
  section_head(ui, "saving.title");
  if (r.has(Note::zero_grid_factor) && !r.reported && !of.plant.waste) return small_print(ui, tr("note.zero_grid_factor"));
  if (r.avoided) {
    interval_bar(ui, *r.avoided, r.reported, ImGui::GetContentRegionAvail().x);
    const bool drawn = !r.has(Note::hydrogen) && !r.has(Note::fossil_waste);
    std::string note = tr(drawn ? "draws.range" : "draws.ends", range_text(*r.avoided, tr));
    if (r.reported) note += beside(r.avoided->contains(*r.reported), r.gap, tr);
    return small_print(ui, note);
  }
  small_print(ui, tr("saving.none"));
  if (r.reported) fact(ui, tr("figure.reported"), figure(*r.reported, tr).text());
}

void output_section(const Ui& ui, const ProjectOf& of) {
  const Translator& tr = ui.tr();
  const ProjectResult& r = of.result;
  if (!r.energy || r.energy->best <= Energy{}) return;
  gap(16);
  section_head(ui, "output.title");
  if (r.basis != EnergyBasis::simulated) {
    return small_print(ui, tr("draws.range", range_text(*r.energy, tr)) + tr(r.basis == EnergyBasis::reported ? "output.as_reported" : "output.by_factor"));
  }
  const std::optional<Energy>& reported = of.row.generation;
  interval_bar(ui, *r.energy, reported, ImGui::GetContentRegionAvail().x);
  std::string note = tr("draws.range", range_text(*r.energy, tr));
  if (reported) note += beside(r.energy->contains(*reported), *reported / r.energy->best - 1.0, tr);
  small_print(ui, note);
}

void why_section(const Ui& ui, const ProjectOf& of) {
  if (!of.result.gap_parts) return;
  const Translator& tr = ui.tr();
  const model::Gap& g = *of.result.gap_parts;
  rule(ui);
  section_head(ui, "why.title");
  const auto row = [&](const char* key, Mass m, bool sum = false) { return PartRow{tr(key), with_sign(m, tr), m.base(), sum}; };
  std::array<PartRow, 4> rows{row("why.output", g.output), row("why.factor", g.factor), row("why.rest", g.boundary + g.rest),
                              row("why.gap", g.gap, true)};
  if (!g.output_known) rows[0].value = tr("why.unknown");
  parts_chart(ui, rows);
  small_print(ui, gap_text(ui.world, of.result));
  if (!g.output_known) small_print(ui, tr("why.no_output"));
}

void uncertain_section(const Ui& ui, const ProjectOf& of) {
  const std::vector<SavingDriver>& drivers = of.result.drivers;
  if (drivers.empty() || !of.result.avoided || of.result.avoided->best <= Mass{}) return;
  const Translator& tr = ui.tr();
  rule(ui);
  section_head(ui, "drivers.title");
  constexpr std::size_t kMost = 6;
  std::vector<SpreadRow> rows;
  for (const SavingDriver& d : drivers) {
    if (rows.size() == kMost || d.share < 0.005) break;  // the greatest stand first
    rows.push_back({tr(std::string("driver.") + std::string(id_of(d.driver))), percent(d.share, tr), d.at_p10 - 1.0, d.at_p90 - 1.0});
  }
  spread_chart(ui, rows);
  small_print(ui, tr("drivers.note"));
  weather(ui, of.plant);
  if (of.result.has(Note::estimated_input)) small_print(ui, tr("note.estimated_input"));
  if (of.result.has(Note::rating_unknown)) small_print(ui, tr("note.rating_unknown"));
  if (of.result.has(Note::assumed_spread)) small_print(ui, tr("note.assumed_spread"));
}

}  // namespace gs::ui
