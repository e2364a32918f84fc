#include <imgui_internal.h>

#include <cmath>

#include "ui/keyboard.hpp"
#include "ui/kit.hpp"

namespace gs::ui {

Rect last_item() {
  const ImVec2 a = ImGui::GetItemRectMin(), b = ImGui::GetItemRectMax();
  return {a.x, a.y, b.x - a.x, b.y - a.y};
}

void figure_press(const Ui& ui, const char* id, Worked figure, const Rect& at, Actions& out) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  if (window->SkipItems) return;
  const float more = ui.touch && at.h < ui.control() ? 0.5f * (ui.control() - at.h) : 0.0f;
  const ImRect box({at.x, at.y - more}, {at.right(), at.bottom() + more});
  const ImGuiID item = window->GetID(id);
  if (!ImGui::ItemAdd(box, item)) return;  // and no ItemSize: the figure has its place
  bool hot = false, held = false;
  if (ImGui::ButtonBehavior(box, item, &hot, &held)) out.push_back(action::ShowWorking{figure});
  if (hot) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImGui::SetTooltip("%s", drawn(ui.tr()("working.title")));
    const float y = std::floor(at.bottom()) + 0.5f;
    window->DrawList->AddLine({at.x, y}, {at.right(), y}, u32(ui.palette.accent));
  }
  focus_ring(ui);
}

bool escapes(const Ui& ui) { return ui.state.view.worked == Worked::none && !ui.state.view.sharing && !a_list_is_open() && ImGui::IsKeyPressed(ImGuiKey_Escape, false); }

}  // namespace gs::ui
