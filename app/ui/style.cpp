#include "ui/kit.hpp"

namespace gs::ui {

ImU32 u32(Color c) { return IM_COL32(c.r, c.g, c.b, c.a); }
ImVec4 v4(Color c) { return ImGui::ColorConvertU32ToFloat4(u32(c)); }

namespace {
bool in_a_mirror = false;
}

bool mirrored() { return in_a_mirror; }

void apply_style(const Palette& p, bool touch, bool mirrored) {
  in_a_mirror = mirrored;
  ImGuiStyle& s = ImGui::GetStyle();
  s = ImGuiStyle();
  s.WindowRounding = 0;
  s.ChildRounding = 0;
  s.FrameRounding = 4;
  s.SelectableTextAlign = {0.0f, 0.5f};
  s.PopupRounding = 6;
  s.GrabRounding = 4;
  s.ScrollbarRounding = 4;
  s.WindowBorderSize = 0;
  s.FrameBorderSize = 1;
  s.PopupBorderSize = 1;
  s.FramePadding = {12, touch ? 12.5f : 6.5f};
  s.ItemSpacing = {8, 8};
  s.WindowPadding = {20, 14};
  s.ScrollbarSize = touch ? 6.0f : 10.0f;
  s.WindowMinSize = {1, 1};
  const auto set = [&](ImGuiCol which, Color c) { s.Colors[which] = v4(c); };
  set(ImGuiCol_Text, p.ink);
  set(ImGuiCol_TextDisabled, p.tertiary);
  set(ImGuiCol_WindowBg, p.panel);
  set(ImGuiCol_ChildBg, p.panel.with_alpha(0));
  set(ImGuiCol_PopupBg, p.panel);
  set(ImGuiCol_Border, p.control_edge);
  set(ImGuiCol_BorderShadow, p.panel.with_alpha(0));
  set(ImGuiCol_FrameBg, p.panel);
  set(ImGuiCol_FrameBgHovered, p.inset);
  set(ImGuiCol_FrameBgActive, p.inset);
  set(ImGuiCol_Button, p.panel);
  set(ImGuiCol_ButtonHovered, p.inset);
  set(ImGuiCol_ButtonActive, p.selected_row);
  set(ImGuiCol_Header, p.selected_row);
  set(ImGuiCol_HeaderHovered, p.inset);
  set(ImGuiCol_HeaderActive, p.selected_row);
  set(ImGuiCol_ScrollbarBg, p.panel.with_alpha(0));
  set(ImGuiCol_ScrollbarGrab, p.control_edge);
  set(ImGuiCol_ScrollbarGrabHovered, p.tertiary);
  set(ImGuiCol_ScrollbarGrabActive, p.tertiary);
  set(ImGuiCol_CheckMark, p.accent);
  set(ImGuiCol_SliderGrab, p.accent);
  set(ImGuiCol_SliderGrabActive, p.accent);
  set(ImGuiCol_Separator, p.hairline);
  set(ImGuiCol_NavHighlight, p.focus);
  set(ImGuiCol_TextSelectedBg, p.selected_row);
}

}  // namespace gs::ui
