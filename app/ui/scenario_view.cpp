#include <algorithm>
#include <array>

#include "scene/what_if_rows.hpp"
#include "sim/simulate.hpp"
#include "ui/keyboard.hpp"
#include "ui/panels.hpp"

namespace gs::ui {
namespace {

struct Preset {
  const char* key;
  Scenario scenario;
};

/// Worlds that are often asked for. Each differs from the standard one in what its name says.
const std::array<Preset, 6>& presets() {
  static const std::array<Preset, 6> all = [] {
    std::array<Preset, 6> p{{{"scenario.standard", {}}, {"scenario.pledged", {}}, {"scenario.coal", {}}, {"scenario.poor_year", {}}, {"scenario.full_grid", {}}, {"scenario.wires", {}}}};
    p[1].scenario.pathway = GridPathway::pledged, p[1].scenario.year = 2040;
    p[2].scenario.method = FactorMethod::coal_equivalent;
    p[3].scenario.what_if.weather = 90;
    p[4].scenario.what_if.curtailment = 15, p[4].scenario.what_if.stored = 60;
    p[5].scenario.what_if.wires = 100, p[5].scenario.what_if.traffic = 150;
    return p;
  }();
  return all;
}

/// A caption with its value at the other end, what moving it means, and the slider; a value that is not the standard one
/// is bold.
bool slide(const Ui& ui, const WhatIfRow& row, int& value, int standard) {
  ImFont* font = value == standard ? ui.fonts.body : ui.fonts.body_bold;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const std::string words = row.words(ui.tr(), value);
  text_at(ImGui::GetWindowDrawList(), font, {at.x + width - text_width(font, words), at.y}, ui.palette.ink, words);
  const float room = width - text_width(font, words) - 12.0f;
  text_at(ImGui::GetWindowDrawList(), font, at, ui.palette.ink, ui.tr()(row.key), room);
  ImGui::Dummy(text_size(font, ui.tr()(row.key), room));
  text(ui.fonts.small, ui.palette.secondary, ui.tr()(row.note), true);
  ImGui::PushID(row.key);
  ImGui::SetNextItemWidth(width);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(8, ui.touch ? 12.0f : 4.0f));
  const bool moved = ImGui::SliderInt("##value", &value, row.range.least, row.range.most, "", ImGuiSliderFlags_AlwaysClamp);
  ImGui::PopStyleVar();
  tab_stop();
  focus_ring(ui);
  ImGui::PopID();
  gap(10);
  return moved;
}

void sliders(const Ui& ui, Actions& out) {
  Scenario s = ui.state.scenario;
  bool moved = false;
  for (const WhatIfRow& row : kWhatIfRows) {
    int value = row.shown(s.what_if);
    if (!slide(ui, row, value, row.shown(WhatIf{}))) continue;
    row.set(s.what_if, value);
    moved = true;
  }
  if (!moved) return;
  out.push_back(action::SetScenario{s});
}

/// The same sum under both, and what lies between them.
void comparison(const Ui& ui, Actions& out) {
  const Translator& tr = ui.tr();
  const Total& a = ui.world.results.operating;
  if (!ui.state.against) {
    text(ui.fonts.small, ui.palette.secondary, tr("compare.note"), true);
    if (button(ui, "keep", tr("compare.keep"), false)) out.push_back(action::SetAgainst{ui.state.scenario});
    return;
  }
  if (const Results* other = ui.world.against) {
    const Total& b = other->operating;
    fact(ui, tr("compare.a"), figure(a.avoided.best, tr).text() + tr("figure.a_year") + tr("lab.comma") + std::to_string(ui.state.scenario.year), 120);
    fact(ui, tr("compare.b"), figure(b.avoided.best, tr).text() + tr("figure.a_year") + tr("lab.comma") + std::to_string(ui.state.against->year), 120);
    const Mass between = a.avoided.best - b.avoided.best;
    const std::string share = b.avoided.best > Mass{} ? " (" + signed_percent(between / b.avoided.best, tr) + ")" : "";
    fact(ui, tr("compare.difference"), figure(between, tr).text() + share, 120);
  }
  gap(10);
  const bool mapped = shows(ui.state.view, Layer::countries) && ui.state.view.map.fill == CountryFill::difference;
  if (button(ui, "map", tr("compare.map"), mapped, ImGui::GetContentRegionAvail().x)) {
    MapStyle style = ui.state.view.map;
    style.fill = mapped ? CountryFill::grid : CountryFill::difference;
    out.push_back(action::SetMapStyle{style});
    if (mapped == shows(ui.state.view, Layer::countries)) out.push_back(action::ToggleLayer{Layer::countries});
  }
  gap(8);
  if (button(ui, "swap", tr("compare.swap"), false)) {
    out.push_back(action::SetAgainst{ui.state.scenario});
    out.push_back(action::SetScenario{*ui.state.against});
  }
  ImGui::SameLine(0, 8);
  if (button(ui, "stop", tr("compare.stop"), false)) out.push_back(action::SetAgainst{});
}

void ready_made(const Ui& ui, Actions& out) {
  for (const Preset& p : presets()) {
    ImGui::PushID(p.key);
    if (button(ui, "preset", ui.tr()(p.key), ui.state.scenario == p.scenario, ImGui::GetContentRegionAvail().x)) out.push_back(action::SetScenario{p.scenario});
    ImGui::PopID();
    gap(8);
  }
}

}  // namespace

void scenario_view(const Ui& ui, Actions& out) {
  const Translator& tr = ui.tr();
  panel_head(ui, tr("scenario.kind"), tr("scenario.title"), out);
  const Total& t = ui.world.results.operating;
  text(ui.fonts.body, ui.palette.secondary, tr("totals.caption", ui.state.scenario.year));
  const Figure f = figure(t.avoided.best, tr);
  text(ui.fonts.head, ui.palette.ink, f.text() + tr("figure.a_year"));
  interval_bar(ui, t.avoided, std::nullopt, ImGui::GetContentRegionAvail().x);
  text(ui.fonts.small, ui.palette.secondary, tr("totals.range", range_text(t.avoided, tr)));
  if (!(ui.state.scenario == Scenario{})) {
    gap(4);
    if (button(ui, "reset", tr("scenario.reset"), false)) out.push_back(action::SetScenario{Scenario{}});
  }
  rule(ui);
  text(ui.fonts.body_bold, ui.palette.ink, tr("compare.title"));
  comparison(ui, out);
  rule(ui);
  text(ui.fonts.body_bold, ui.palette.ink, tr("scenario.ready_made"));
  ready_made(ui, out);
  rule(ui);
  named_scenarios(ui, out);
  if (ui.layout.timeline.empty()) {
    rule(ui);
    settings(ui, out, ImGui::GetContentRegionAvail().x);
  }
  rule(ui);
  text(ui.fonts.body_bold, ui.palette.ink, tr("what_if.title"));
  text(ui.fonts.small, ui.palette.secondary, tr("what_if.note"), true);
  gap(10);
  sliders(ui, out);
}

}  // namespace gs::ui
