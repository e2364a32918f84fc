#include <array>
#include <cmath>

#include "sim/simulate.hpp"
#include "ui/keyboard.hpp"
#include "ui/panels.hpp"
#include "ui/slider_format.hpp"

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

struct Slider {
  const char* key;
  int WhatIf::* value;
  WholeRange range;
  const char* format;
};
constexpr std::array<Slider, 6> kSliders{{{"what_if.weather", &WhatIf::weather, kWeather, "%d %%"},
                                          {"what_if.ageing", &WhatIf::ageing, kAgeing, "%d %%"},
                                          {"what_if.curtailment", &WhatIf::curtailment, kCurtailment, "%d %%"},
                                          {"what_if.stored", &WhatIf::stored, kStored, "%d %%"},
                                          {"what_if.traffic", &WhatIf::traffic, kTraffic, "%d %%"},
                                          {"what_if.wires", &WhatIf::wires, kWires, "%d %%"}}};

/// A caption, what moving it means, and the slider; a value that is not the standard one is bold.
bool slide(const Ui& ui, const char* key, int& value, WholeRange range, int standard, const char* format) {
  text(value == standard ? ui.fonts.body : ui.fonts.body_bold, ui.palette.ink, ui.tr()(key), true);
  text(ui.fonts.small, ui.palette.secondary, ui.tr()(std::string(key) + "_note"), true);
  ImGui::PushID(key);
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(8, ui.touch ? 12.0f : 6.0f));
  const bool moved = ImGui::SliderInt("##value", &value, range.least, range.most, slider_format(format, value).c_str(), ImGuiSliderFlags_AlwaysClamp);
  ImGui::PopStyleVar();
  tab_stop();
  focus_ring(ui);
  ImGui::PopID();
  gap(4);
  return moved;
}

bool price_slider(const Ui& ui, float& usd) {
  text(usd == 0.0f ? ui.fonts.body : ui.fonts.body_bold, ui.palette.ink, ui.tr()("what_if.hydrogen"), true);
  text(ui.fonts.small, ui.palette.secondary, ui.tr()("what_if.hydrogen_note"), true);
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(8, ui.touch ? 12.0f : 6.0f));
  const bool moved = ImGui::SliderFloat("##hydrogen", &usd, 0.0f, 0.01f * kHydrogenCents.most, slider_format(ui.tr().c("what_if.hydrogen_value"), static_cast<double>(usd)).c_str(), ImGuiSliderFlags_AlwaysClamp);
  ImGui::PopStyleVar();
  tab_stop();
  focus_ring(ui);
  return moved;
}

void sliders(const Ui& ui, Actions& out) {
  Scenario s = ui.state.scenario;
  const WhatIf none;
  bool moved = false;
  for (const Slider& row : kSliders) moved |= slide(ui, row.key, s.what_if.*row.value, row.range, none.*row.value, row.format);
  int gw = s.what_if.build_gw > 0 ? s.what_if.build_gw : 80;
  if (slide(ui, "what_if.build", gw, kBuildGw, 80, ui.tr().c("what_if.build_value"))) {
    s.what_if.build_gw = gw == 80 ? 0 : std::max(1, gw);
    moved = true;
  }
  float price = 0.01f * static_cast<float>(s.what_if.hydrogen_cents);
  if (price_slider(ui, price)) {
    s.what_if.hydrogen_cents = static_cast<int>(std::lround(100.0f * price));
    moved = true;
  }
  if (moved) out.push_back(action::SetScenario{s});
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
  gap(4);
  sliders(ui, out);
}

}  // namespace gs::ui
