#include "ui/panels.hpp"

namespace gs::ui {

void sheet_handle(const Ui& ui, const Rect& r, Actions& out) {
  ImGui::SetCursorPos({0, 0});
  if (press("handle", {r.w, 28})) {
    const SheetStop now = ui.state.view.sheet;
    out.push_back(action::SetSheet{now == SheetStop::peek ? SheetStop::half : now == SheetStop::half ? SheetStop::full : SheetStop::peek});
  }
  ImGui::GetWindowDrawList()->AddRectFilled({r.x + 0.5f * r.w - 20, r.y + 9}, {r.x + 0.5f * r.w + 20, r.y + 13}, u32(ui.palette.control_edge), 2);
  focus_ring(ui);
}

float begin_back_bar(const Ui& ui, std::string_view title, Actions& out) {
  const Rect& r = ui.layout.bar;
  begin_panel("bar", r, ui.palette.panel, {0, 0});
  ImDrawList* d = ImGui::GetWindowDrawList();
  d->AddLine({r.x, r.bottom() - 0.5f}, {r.right(), r.bottom() - 0.5f}, u32(ui.palette.hairline));
  ImGui::SetCursorPos({4, 6});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  if (press("back", {44, 44})) out.push_back(action::SetPanel{Panel::none});
  d->AddLine({at.x + 26, at.y + 14}, {at.x + 18, at.y + 22}, u32(ui.palette.ink), 2.0f);
  d->AddLine({at.x + 18, at.y + 22}, {at.x + 26, at.y + 30}, u32(ui.palette.ink), 2.0f);
  focus_ring(ui);
  text_at(d, ui.fonts.head, {52, 16}, ui.palette.ink, title);
  return 52 + text_width(ui.fonts.head, title);
}

}  // namespace gs::ui
