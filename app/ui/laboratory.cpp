#include "ui/laboratory.hpp"

#include <algorithm>

#include "ui/panels.hpp"

namespace gs::ui {
namespace {

/// The display face has no Chinese and few signs: a title that does not fit is set smaller, then cut.
void title(const Ui& ui, float width, bool wrap) {
  const std::string words = lab_title(ui);
  ImFont* font = text_width(ui.fonts.title, words) <= width ? ui.fonts.title : ui.fonts.head;
  if (wrap) text(font, ui.palette.ink, words, true);
  else text(font, ui.palette.ink, shortened(font, words, width));
}

void head(const Ui& ui, Actions& out) {
  const Rect& r = ui.layout.head;
  begin_panel("lab-head", r, ui.palette.page, {20, 0});
  ImDrawList* d = ImGui::GetWindowDrawList();
  d->AddLine({r.x, r.bottom() - 0.5f}, {r.right(), r.bottom() - 0.5f}, u32(ui.palette.hairline));
  const bool wide = r.w >= 1360.0f;
  const float side = wide ? 372.0f : 0.0f, room = r.w - 40.0f - (wide ? side + 24.0f : 0.0f);
  ImGui::SetCursorPos({20, wide ? 12.0f : 6.0f});
  title(ui, room, false);
  ImGui::SetCursorPos({20, wide ? 58.0f : 46.0f});
  lab_choices(ui, room, out);
  ImGui::SetCursorPos(wide ? ImVec2{r.w - 20.0f - side, 10.0f} : ImVec2{20, 92.0f});
  lab_sliders(ui, wide ? side : r.w - 40.0f, wide ? 2 : 4, out);
  end_panel();
}

void nothing(const Ui& ui) { text(ui.fonts.body, ui.palette.secondary, ui.tr()("lab.nothing"), true); }

void results(const Ui& ui, Actions& out) {
  if (ui.world.lab->runs.empty()) return nothing(ui);
  lab_bars(ui, out);
  rule(ui, 0, 10);
  lab_trip(ui, out);
  lab_grounds(ui, out);
}

/// All in one column that scrolls: the phone's sheet, and windows too narrow for two.
void column(const Ui& ui, Actions& out) {
  const float width = ImGui::GetContentRegionAvail().x;
  title(ui, width, true);
  gap(10);
  lab_choices(ui, width, out);
  gap(12);
  lab_sliders(ui, width, width < 600.0f ? 2 : 4, out);
  gap(4);
  if (ui.world.lab->runs.empty()) return nothing(ui);
  rule(ui, 4, 10);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Rect charts{at.x, at.y, width, width < 600.0f ? 520.0f : 560.0f};
  lab_charts(ui, charts, nullptr, out);
  rule(ui, 8, 12);
  results(ui, out);
}

}  // namespace

void laboratory_bar(const Ui& ui, Actions& out) {
  begin_back_bar(ui, ui.tr()("tab.laboratory"), out);
  const float languages = language_width(ui, 0.0f);
  ImGui::SetCursorPos({ui.layout.bar.w - 8 - languages, 6});
  language_menu(ui, languages, out);
  end_panel();
}

void laboratory(const Ui& ui, const LabOnMap& map, Actions& out) {
  if (!ui.world.lab) return;
  const Rect& r = ui.layout.panel;
  const bool phone = ui.layout.form == Form::phone, two = !ui.layout.charts.empty();
  if (two) {
    head(ui, out);
    begin_panel("lab-charts", ui.layout.charts, ui.palette.page, {0, 0});
    const Rect& c = ui.layout.charts;
    ImGui::GetWindowDrawList()->AddLine({c.x, c.y + 0.5f}, {c.right(), c.y + 0.5f}, u32(ui.palette.hairline));
    lab_charts(ui, {c.x + 20, c.y + 8, c.w - 32, c.h - 12}, &map, out);
    end_panel();
  }
  begin_panel("lab-panel", r, ui.palette.panel, {0, 0}, false, phone ? 14.0f : 0.0f);
  ImDrawList* d = ImGui::GetWindowDrawList();
  if (phone) sheet_handle(ui, r, out);
  else if (two) d->AddLine({r.x + 0.5f, r.y}, {r.x + 0.5f, r.bottom()}, u32(ui.palette.hairline));
  else d->AddLine({r.x, r.y + 0.5f}, {r.right(), r.y + 0.5f}, u32(ui.palette.hairline));
  const float top = phone ? 28.0f : 1.0f;
  ImGui::SetCursorPos({1, top});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(20, phone ? 4.0f : 14.0f));
  ImGui::BeginChild("body", {r.w - 1, r.h - top}, ImGuiChildFlags_AlwaysUseWindowPadding);
  ImGui::PopStyleVar();
  if (two) results(ui, out);
  else column(ui, out);
  ImGui::Dummy({0, 12});
  ImGui::EndChild();
  end_panel();
}

}  // namespace gs::ui
