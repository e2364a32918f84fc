#include "model/hydrogen.hpp"
#include "sim/factors.hpp"
#include "sim/grid.hpp"
#include "ui/project_parts.hpp"

/// How the figures are worked out, and what they would be under another method or pathway.
namespace gs::ui {
namespace {

constexpr std::array<const char*, kFactorMethodCount> kMethodKeys{"method.ifi_combined_margin", "method.ifi_operating_margin",
                                                                  "method.ember_average", "method.coal_equivalent"};

std::string basis_text(const Ui& ui, const Project& p, const ProjectResult& r) {
  const Translator& tr = ui.tr();
  switch (r.basis) {
    case EnergyBasis::simulated: return tr("basis.simulated");
    case EnergyBasis::reported: return tr("basis.reported", figure(*p.generation, tr).text());
    case EnergyBasis::country_factor:
    case EnergyBasis::default_factor: {
      if (r.capacity_factor < 0) return tr("basis.none");
      const CapacityFactor& f = ui.world.portfolio.capacity_factors[static_cast<std::size_t>(r.capacity_factor)];
      const std::string share = percent(f.central, tr), low = percent(f.low, tr), high = percent(f.high, tr);
      return r.basis == EnergyBasis::country_factor
                 ? tr("basis.country_factor", share, low, high, country_name(ui.world, f.country), tech_name(ui, f.technology))
                 : tr("basis.default_factor", share, low, high, tech_name(ui, f.technology));
    }
    case EnergyBasis::none: return tr("basis.none");
  }
  return {};
}

/// Publisher and title of the first source of a list "a;b", as a link where it has an address.
void first_source(const Ui& ui, std::string_view ids, Actions& out) {
  const Source* s = ui.world.portfolio.source(ids.substr(0, ids.find(';')));
  if (!s || s->id == "derived") return;  // the line above says from what
  ImGui::PushID(s->id.c_str());
  const std::string name = s->title.empty() ? s->publisher : s->publisher + ": " + s->title;
  if (s->url.empty()) small_print(ui, name);
  else if (link(ui, "source", name)) out.push_back(action::OpenAddress{s->url});
  ImGui::PopID();
}

std::string factor_text(const Ui& ui, const ProjectResult& r) {
  const Translator& tr = ui.tr();
  const std::string method = method_name(ui, ui.state.scenario.method);
  if (!r.intensity) return tr("working.no_factor", method);
  std::string words = method + ": " + figure(r.intensity->best, tr).text() + " (" + range_text(*r.intensity, tr) + ")";
  if (r.grid_factor >= 0) {
    const GridFactor& f = ui.world.portfolio.grid_factors[static_cast<std::size_t>(r.grid_factor)];
    words += ", " + country_name(ui.world, f.country) + (f.year ? fmt::format(" {}", *f.year) : "");
  }
  return words;
}

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

std::string method_name(const Ui& ui, FactorMethod method) { return ui.tr()(kMethodKeys[static_cast<std::size_t>(method)]); }

std::string pathway_name(const Ui& ui, GridPathway pathway) { return ui.tr()("pathway." + std::string(id_of(pathway))); }

void working_section(const Ui& ui, const ProjectOf& of, Actions& out) {
  const Translator& tr = ui.tr();
  const ProjectResult& r = of.result;
  rule(ui);
  section_head(ui, "working.title");
  fact(ui, tr("working.energy"), basis_text(ui, of.row, r));
  if (of.plant.degradation > 0 && of.plant.energy && r.energy && r.energy->best < *of.plant.energy)
    fact(ui, tr("working.age"), tr("working.age_value", percent(1.0 - r.energy->best / *of.plant.energy, tr)));
  if (r.energy) fact(ui, tr("working.factor"), factor_text(ui, r));
  if (of.plant.hydrogen) {
    const Range<double>& grey = model::kGreyHydrogen;
    fact(ui, tr("hydrogen.instead"), tr("hydrogen.grey", number(grey.best, tr), number(grey.low, tr), number(grey.high, tr)));
  }
  // Those of the inputs stand under what makes the saving uncertain.
  static constexpr std::array<std::pair<Note, const char*>, 8> kNotes{{{Note::expected, "note.expected"},
                                                                       {Note::zero_grid_factor, "note.zero_grid_factor"},
                                                                       {Note::no_grid_factor, "note.no_grid_factor"},
                                                                       {Note::not_generation, "note.not_generation"},
                                                                       {Note::no_capacity, "note.no_capacity"},
                                                                       {Note::no_climate, "note.no_climate"},
                                                                       {Note::own_weather, "note.own_weather"},
                                                                       {Note::fossil_waste, "note.fossil_waste"}}};
  for (const auto& [note, key] : kNotes)
    if (r.has(note)) small_print(ui, tr(key));
  ImGui::PushID("factors");
  if (r.capacity_factor >= 0) {
    const CapacityFactor& f = ui.world.portfolio.capacity_factors[static_cast<std::size_t>(r.capacity_factor)];
    fact(ui, tr("working.cf_source"), f.basis);
    first_source(ui, f.source, out);
  }
  if (r.grid_factor >= 0) first_source(ui, ui.world.portfolio.grid_factors[static_cast<std::size_t>(r.grid_factor)].source, out);
  ImGui::PopID();
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
    small_print(ui, fmt::format("{}, {}. {}", c.claimant, c.date, c.notes));
    if (const Source* s = ui.world.portfolio.source(c.source.substr(0, c.source.find(';')))) {
      if (!s->url.empty() && link(ui, c.id.c_str(), s->publisher + ", " + s->date)) out.push_back(action::OpenAddress{s->url});
    }
  }
}

}  // namespace gs::ui
