#include <algorithm>

#include "state/named_scenarios.hpp"
#include "ui/keyboard.hpp"
#include "ui/panels.hpp"

/// The reader's own scenarios: a field to name the one in force, and a row each.
namespace gs::ui {
namespace {

void name_field(const Ui& ui, Actions& out) {
  static std::string typed;
  const std::string& keep = ui.tr()("scenario.keep");
  const float send = text_width(ui.fonts.body, keep) + 24.0f;
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - send - 8.0f);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(12.0f, ui.touch ? 12.5f : 6.5f));
  const bool entered = text_field(ui, "##scenario", ui.tr()("scenario.name"), typed, ImGuiInputTextFlags_EnterReturnsTrue);
  ImGui::PopStyleVar();
  focus_ring(ui);
  ImGui::SameLine(0, 8);
  const bool pressed = button(ui, "keep-named", keep, false, send);
  const std::string name = scenario_name(typed);
  if (name.empty()) {
    if (pressed) type_into("##scenario");
  } else if (pressed || entered) {
    out.push_back(action::KeepScenario{name});
    typed.clear();
  }
}

void row(const Ui& ui, const NamedScenario& s, Actions& out) {
  const std::string& compare = ui.tr()("scenario.compare");
  const float side = text_width(ui.fonts.body_bold, compare) + 24.0f;
  const float width = std::max(60.0f, ImGui::GetContentRegionAvail().x - side - ui.control() - 12.0f);
  const bool on = ui.state.scenario == s.scenario, against = ui.state.against == s.scenario;
  const std::string shown = shortened(ui.fonts.body_bold, s.name, width - 24.0f);
  if (button(ui, "apply", shown, on, width)) out.push_back(action::SetScenario{s.scenario});
  if (shown != s.name && ImGui::IsItemHovered()) ImGui::SetTooltip("%s", drawn(s.name));
  ImGui::SameLine(0, 8);
  if (button(ui, "compare", compare, against, side)) out.push_back(against ? action::SetAgainst{} : action::SetAgainst{s.scenario});
  ImGui::SameLine(0, 4);
  if (cross(ui, "forget", ui.tr()("scenario.forget", s.name), ui.control())) out.push_back(action::ForgetScenario{s.name});
}

}  // namespace

void named_scenarios(const Ui& ui, Actions& out) {
  text(ui.fonts.body_bold, ui.palette.ink, ui.tr()("scenario.yours"));
  name_field(ui, out);
  for (const NamedScenario& s : ui.scenarios) {
    gap(8);
    ImGui::PushID(s.name.c_str());
    row(ui, s, out);
    ImGui::PopID();
  }
}

}  // namespace gs::ui
