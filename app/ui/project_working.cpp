#include "model/hydrogen.hpp"
#include "scene/working_words.hpp"
#include "sim/factors.hpp"
#include "sim/grid.hpp"
#include "ui/project_parts.hpp"

/// How the figures are worked out, and what they would be under another method or pathway.
namespace gs::ui {
namespace {

/// A line of a choice: the chosen one is marked, the others are links. True when this one is wanted now.
bool option(const Ui& ui, int id, bool chosen, std::string_view name, std::string_view value) {
  const float x = ImGui::GetCursorPosX(), right = x + ImGui::GetContentRegionAvail().x;
  const float y = ImGui::GetCursorPosY(), row = ui.touch ? 32.0f : 16.0f, text_y = y + 0.5f * (row - 16.0f);
  bool wanted = false;
  ImFont* font = chosen ? ui.fonts.small_bold : ui.fonts.small;
  ImGui::SetCursorPos({right - text_width(font, value), text_y});
  text(font, ui.palette.ink, value);
  ImGui::SetCursorPos({x, chosen ? text_y : y});
  ImGui::PushID(id);
  if (chosen) text(font, ui.palette.accent, name);
  else wanted = link(ui, "choose", name);
  ImGui::PopID();
  ImGui::SetCursorPosY(y + row + 4.0f);
  return wanted;
}

/// What a country's factor becomes on each pathway: no interval is added for it, so the reader must see the choice.
void pathways(const Ui& ui, const ProjectOf& of, Actions& out) {
  const Scenario& now = ui.state.scenario;
  const auto grid = find_grid_factor(ui.world.portfolio, now.method, of.row.technology, of.row.country);
  if (!grid) return;
  const int year = now.year < 2040 ? 2040 : kLastYear;
  gap(16);
  text(ui.fonts.body_bold, ui.palette.ink, ui.tr()("pathway.title", year));
  for (int i = 0; i < kGridPathwayCount; ++i) {
    const auto pathway = static_cast<GridPathway>(i);
    const Intensity then = pathway_of(ui.world.portfolio, pathway, now.method, of.row.country).factor_in(year, grid->intensity.best);
    if (option(ui, 100 + i, pathway == now.pathway, pathway_name(ui, pathway), figure(then, ui.tr()).text()))
      out.push_back(action::SetPathway{pathway});
  }
  if (now.method == FactorMethod::coal_equivalent) small_print(ui, ui.tr()("pathway.coal"));
}

}  // namespace

std::string method_name(const Ui& ui, FactorMethod method) { return method_name(ui.tr(), method); }

std::string pathway_name(const Ui& ui, GridPathway pathway) { return pathway_name(ui.tr(), pathway); }

void working_section(const Ui& ui, const ProjectOf& of, Actions& out) {
  const Translator& tr = ui.tr();
  const ProjectResult& r = of.result;
  rule(ui);
  section_head(ui, "working.title");
  fact(ui, tr("working.energy"), basis_text(ui.world, of.row, r));
  if (of.plant.degradation > 0 && of.plant.energy && r.energy && r.energy->best < *of.plant.energy)
    fact(ui, tr("working.age"), tr("working.age_value", percent(1.0 - r.energy->best / *of.plant.energy, tr)));
  if (r.energy) fact(ui, tr("working.factor"), factor_text(ui.world, r));
  if (of.plant.hydrogen) {
    const Range<double>& grey = model::kGreyHydrogen;
    fact(ui, tr("hydrogen.instead"), tr("hydrogen.grey", number(grey.best, tr), number(grey.low, tr), number(grey.high, tr)));
  }
  // Those of the inputs stand under what makes the saving uncertain.
  for (const std::string& note : notes_of(r, tr, false)) small_print(ui, note);
  const Worked figure = r.avoided ? Worked::saving : Worked::energy;
  if ((r.avoided || r.energy) && link(ui, "working", tr("working.open"))) out.push_back(action::ShowWorking{figure});
}

/// The same energy under the other methods: the choice matters more than any interval.
void methods_section(const Ui& ui, const ProjectOf& of, Actions& out) {
  if (!of.result.energy || of.plant.hydrogen) return;
  rule(ui);
  section_head(ui, "methods.title");
  for (int m = 0; m < kFactorMethodCount; ++m) {
    const auto method = static_cast<FactorMethod>(m);
    const auto& mass = of.result.avoided_by_method[static_cast<std::size_t>(m)];
    const std::string value = mass ? figure(*mass, ui.tr()).text() : ui.tr()("figure.none");
    if (option(ui, m, method == ui.state.scenario.method, method_name(ui, method), value)) out.push_back(action::SetMethod{method});
  }
  if (of.result.has(Note::fossil_waste)) small_print(ui, ui.tr()("waste.before"));
  pathways(ui, of, out);
}

void claim_section(const Ui& ui, const ProjectOf& of, Actions& out) {
  for (const Claim& c : ui.world.portfolio.claims) {
    if (c.subject != of.row.id || c.source.find("globaltimes") == std::string::npos) continue;
    rule(ui);
    section_head(ui, "article.states");
    std::string what;
    if (c.value && c.quantity == "co2_t") what = figure(tonnes(*c.value), ui.tr()).text() + ui.tr()("figure.a_year");
    else if (c.value && c.quantity == "capacity_mw") what = figure(megawatts(*c.value), ui.tr()).text();
    text(ui.fonts.body, ui.palette.ink, what, true);
    small_print(ui, fmt::format("{}, {}. {}", ui.tr().fact(c.claimant), c.date, ui.tr().fact(c.notes)));
    if (const Source* s = ui.world.portfolio.source(c.source.substr(0, c.source.find(';')))) {
      if (!s->url.empty() && link(ui, c.id.c_str(), s->publisher + ", " + s->date)) out.push_back(action::OpenAddress{s->url});
    }
  }
}

}  // namespace gs::ui
