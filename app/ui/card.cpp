#include "ui/card.hpp"

#include <algorithm>
#include <cmath>

#include "ui/keyboard.hpp"

namespace gs::ui {

constexpr float kMostWidth = 560.0f;

Veil begin_veil(const Ui& ui, const char* id) {
  const Rect& window = ui.layout.window;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({window.w, window.h});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  const Color veil = ui.palette.dark ? ui.palette.page : ui.palette.ink;
  ImGui::PushStyleColor(ImGuiCol_WindowBg, u32(veil.with_alpha(ui.palette.dark ? 0.6 : 0.28)));
  ImGui::Begin(id, nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                                ImGuiWindowFlags_NoScrollWithMouse);
  const Veil made{ImGui::IsWindowAppearing(), ImGui::IsWindowHovered() && ImGui::IsMouseClicked(0)};
  tab_only_from_here();
  return made;
}

void end_veil() {
  ImGui::End();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
}

Rect card_place(const Layout& layout, float height) {
  const Rect& window = layout.window;
  if (layout.form == Form::phone) {
    const float h = std::min(height, window.h - 56.0f);
    return {0, window.h - h, window.w, h};
  }
  const float w = std::min(kMostWidth, window.w - 32.0f), h = std::min(height, window.h - 48.0f);
  return {std::floor(0.5f * (window.w - w)), std::floor(0.5f * (window.h - h)), w, h};
}

void begin_card(const Ui& ui, const Rect& r) {
  ImGui::SetCursorPos({r.x, r.y});
  ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, 6.0f);
  ImGui::PushStyleColor(ImGuiCol_ChildBg, u32(ui.palette.panel));
  ImGui::BeginChild("card", {r.w, r.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
  ImGui::GetWindowDrawList()->AddRect({r.x + 0.5f, r.y + 0.5f}, {r.right() - 0.5f, r.bottom() - 0.5f}, u32(ui.palette.control_edge), 6);
}

void end_card() { ImGui::EndChild(); }

bool card_head(const Ui& ui, std::string_view kind, std::string_view title, float width) {
  const float size = cross_size(ui), room = width - 2 * kCardEdge - size;
  ImDrawList* d = ImGui::GetWindowDrawList();
  const ImVec2 card = ImGui::GetWindowPos();
  text_at(d, ui.fonts.small, {card.x + kCardEdge, card.y + 14}, ui.palette.secondary, shortened(ui.fonts.small, kind, room));
  text_at(d, ui.fonts.head, {card.x + kCardEdge, card.y + 32}, ui.palette.ink, shortened(ui.fonts.head, title, room));
  ImGui::SetCursorPos({width - size - 12, 10});
  return cross(ui, "close", ui.tr()("working.close"), size);
}

}  // namespace gs::ui
