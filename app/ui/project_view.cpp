#include <algorithm>
#include <array>

#include "ui/own_parts.hpp"
#include "ui/project_parts.hpp"

namespace gs::ui {
namespace {

/// A column of the head. Captions are broken rather than cut, and end where the figures begin.
struct Big {
  std::string caption;
  Figure figure;
  Color color;
  float x, width;
};

void big_figure(const Ui& ui, const Big& b, float captions) {
  ImGui::SetCursorPosX(b.x);
  ImGui::BeginGroup();
  const ImVec2 at = ImGui::GetCursorScreenPos(), size = text_size(ui.fonts.small, b.caption, b.width);
  text_at(ImGui::GetWindowDrawList(), ui.fonts.small, {at.x, at.y + captions - size.y}, ui.palette.secondary, b.caption, b.width);
  ImGui::Dummy({size.x, captions});
  gap(2);
  const bool fits = text_width(ui.fonts.title, b.figure.number) < b.width;
  text(fits ? ui.fonts.title : ui.fonts.head, b.color, b.figure.number);
  gap(1);
  text(ui.fonts.small, ui.palette.secondary, b.figure.unit);
  ImGui::EndGroup();
}

void big_figures(const Ui& ui, const ProjectOf& of, Actions& out) {
  const Project& p = of.row;
  const ProjectResult& r = of.result;
  const Translator& tr = ui.tr();
  const float width = ImGui::GetContentRegionAvail().x, x = ImGui::GetCursorPosX(), y = ImGui::GetCursorPosY();
  const float second = 0.29f * width, third = 0.66f * width;  // the first is short in every language
  const Figure none{"–", tr("figure.none")};
  Figure capacity = p.capacity ? figure(*p.capacity, tr) : none;
  if (p.capacity && p.capacity_basis != CapacityBasis::unstated) {
    const std::string with_basis = capacity.unit + " " + tr(std::string("capacity.") + std::string(id_of(p.capacity_basis)));
    if (text_width(ui.fonts.small, with_basis) < second - 8) capacity.unit = with_basis;
  }
  Figure energy = r.energy ? figure(r.energy->best, tr) : none;
  if (r.energy) energy.unit += tr("figure.a_year");
  const auto& hydrogen = of.plant.hydrogen;
  if (hydrogen) energy = {number(hydrogen->hydrogen.base() / 1e3, tr, 3), tr("hydrogen.unit") + tr("figure.a_year")};
  Figure avoided = r.avoided ? figure(r.avoided->best, tr) : none;
  if (r.avoided) avoided.unit += tr("figure.a_year");
  const std::array<Big, 3> all{{{tr("figure.capacity"), capacity, ui.palette.ink, x, second - 8},
                                {tr(hydrogen ? "hydrogen.simulated" : "figure.simulated_output"), energy, ui.palette.ink, x + second, third - second - 8},
                                {tr("figure.simulated_saving"), avoided, ui.palette.accent, x + third, width - third}}};
  float captions = 0;
  for (const Big& b : all) captions = std::max(captions, text_size(ui.fonts.small, b.caption, b.width).y);
  big_figure(ui, all[0], captions);
  ImGui::SetCursorPosY(y);
  big_figure(ui, all[1], captions);
  if (r.energy || hydrogen) figure_press(ui, "output", Worked::energy, last_item(), out);
  ImGui::SetCursorPosY(y);
  big_figure(ui, all[2], captions);
  if (r.avoided) figure_press(ui, "saving", Worked::saving, last_item(), out);
}

void marks(const Ui& ui, const Project& p, const ProjectResult& r) {
  const Translator& tr = ui.tr();
  const auto mark = [&](const std::string& s) { text(ui.fonts.small, ui.palette.warning, s, true); };
  if (is_own(p.id)) own_marks(ui, p, r);
  else if (r.hidden) mark(tr("mark.no_role_long"));
  else if (p.chinese_role_check == ChineseRole::unverified) mark(tr("mark.unverified_long"));
  else if (p.chinese_role_check == ChineseRole::equipment_only) mark(tr("mark.equipment_long"));
  if (!p.part_of.empty()) {
    const Project* whole = ui.world.portfolio.project(p.part_of);
    mark(tr("mark.part_of", whole ? display_name(*whole, tr) : p.part_of));
  }
  if (r.counted == Counted::not_operating) text(ui.fonts.small, ui.palette.secondary, tr("mark.not_operating", ui.state.scenario.year), true);
}

void head(const Ui& ui, const Project& p, Actions& out) {
  const Translator& tr = ui.tr();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Status status = status_at(p, ui.state.scenario.year);
  symbol(ImGui::GetWindowDrawList(), {at.x + 8, at.y + 8}, 6.5f, category(p.technology), fill_of(status), badge_of(p.technology), ui.palette);
  const std::string kind = tech_name(ui, p.technology) + " · " + country_name(ui.world, p.country);
  panel_head(ui, "        " + kind, display_name(p, tr), out);

  const ImVec2 line = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddCircleFilled({line.x + 5, line.y + 8}, 4.0f, u32(status == Status::operating ? ui.palette.accent : ui.palette.tertiary), 16);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + 14);
  std::string when = status_name(ui, status);
  if (p.commissioning_year) when = tr(status == Status::operating ? "status.since" : "status.expected", when, *p.commissioning_year);
  text(ui.fonts.small, ui.palette.ink, when);
  const float both = 14 + text_width(ui.fonts.small, when) + 52 + text_width(ui.fonts.small, confidence_name(ui, p.confidence));
  if (both < ImGui::GetContentRegionAvail().x) ImGui::SameLine(0, 16);
  ImGui::PushFont(ui.fonts.small);
  confidence_dots(ui, p.confidence);
  ImGui::PopFont();
  ImGui::SameLine(0, 6);
  text(ui.fonts.small, ui.palette.secondary, confidence_name(ui, p.confidence));
}

}  // namespace

void section_head(const Ui& ui, std::string_view key) { text(ui.fonts.body_bold, ui.palette.ink, ui.tr()(key)); }

void small_print(const Ui& ui, std::string_view words) { text(ui.fonts.small, ui.palette.secondary, words, true); }

void who_section(const Ui& ui, const ProjectOf& of) {
  const Translator& tr = ui.tr();
  const Project& p = of.row;
  rule(ui);
  section_head(ui, "who.title");
  fact(ui, tr("who.chinese_role"), tr.fact(p.chinese_role));
  fact(ui, tr("who.partner"), tr.fact(p.local_partner));
  fact(ui, tr("who.place"), tr(std::string("precision.") + std::string(id_of(p.coord_precision)), whole(p.coord_radius_km, tr)) +
                                (p.coord_source.empty() ? "" : "; " + p.coord_source.substr(0, 80)));
  if (p.storage) fact(ui, tr("who.storage"), figure(*p.storage, tr).text());
  if (p.capital_cost_musd) fact(ui, tr("who.cost"), tr("unit.musd_value", whole(*p.capital_cost_musd, tr)));
  if (p.jobs) fact(ui, tr("who.jobs"), whole(*p.jobs, tr));
  if (p.households) fact(ui, tr("who.households"), whole(*p.households, tr));
  if (!p.capacity_note.empty()) fact(ui, tr("who.capacity_note"), tr.fact(p.capacity_note));
  if (p.notes.empty()) return;
  gap(12);
  small_print(ui, tr.fact(p.notes));
}

void project_view(const Ui& ui, const Project& p, const ProjectResult& r, Actions& out) {
  const ProjectOf of{p, r, ui.world.results.fleet->plants[r.project]};
  const Translator& tr = ui.tr();
  head(ui, p, out);
  marks(ui, p, r);
  rule(ui, 4, 10);
  big_figures(ui, of, out);
  saving_section(ui, of);
  output_section(ui, of);
  lifecycle_section(ui, of);
  why_section(ui, of);
  uncertain_section(ui, of);
  year_section(ui, of);
  store_section(ui, of, out);
  hydrogen_section(ui, of, out);
  waste_section(ui, of, out);
  working_section(ui, of, out);
  methods_section(ui, of, out);
  claim_section(ui, of, out);
  economy_section(ui, of, out);
  who_section(ui, of);
  rule(ui);
  source_list(ui, p.sources, out);
  rule(ui);
  const auto small_link = [&](const char* id, const char* key, Action a) {
    if (link(ui, id, tr(key))) out.push_back(std::move(a));
  };
  small_link("cite", "copy.citation", action::CopyCitation{});
  small_link("csv", "export.csv", action::Export{action::Export::csv});
  result_digest(ui);
}

}  // namespace gs::ui
