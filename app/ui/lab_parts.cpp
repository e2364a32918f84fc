#include <algorithm>
#include <cmath>

#include "ui/laboratory.hpp"

/// What the laboratory is made of and no other panel needs.
namespace gs::ui {

const std::string& kind_name(const Ui& ui, TractionKind kind) { return ui.tr()(std::string("lab.kind.") + std::string(id_of(kind))); }

const std::string& traction_name(const Ui& ui, const TractionRow& row) {
  return display_name(row, ui.tr());
}

std::string short_place(std::string_view name) {
  const auto bracket = name.find(" (");
  return std::string(name.substr(0, bracket));
}

std::string with_decimals(double value, const Translator& tr, double most) {
  return most >= 1000.0 ? whole(value, tr) : fixed(value, tr, most < 10.0 ? 2 : most < 100.0 ? 1 : 0);
}

Action bring_forward(const Ui& ui, const LabRun& run) {
  Laboratory l = ui.state.laboratory;
  l.traction = run.traction->id;
  return action::SetLaboratory{std::move(l)};
}

void traction_mark(ImDrawList* d, ImVec2 c, float r, TractionKind kind, Color fill, Color edge) {
  std::array<ImVec2, 6> p{};
  int n = 0;
  const auto regular = [&](int count, float reach, float turn, float down = 0.0f) {
    n = count;
    for (int i = 0; i < count; ++i) {
      const float a = turn + 6.2831853f * static_cast<float>(i) / static_cast<float>(count);
      p[static_cast<std::size_t>(i)] = {c.x + reach * std::sin(a), c.y + down - reach * std::cos(a)};
    }
  };
  switch (kind) {
    case TractionKind::diesel: regular(4, 1.25f * r, 0.785398f); break;
    case TractionKind::hybrid: break;
    case TractionKind::catenary: regular(3, 1.5f * r, 0.0f, 0.25f * r); break;
    case TractionKind::battery: regular(4, 1.35f * r, 0.0f); break;
    case TractionKind::hydrogen: regular(6, 1.15f * r, 0.523599f); break;
    case TractionKind::dual: regular(5, 1.2f * r, 0.0f); break;
  }
  if (n == 0) {
    d->AddCircleFilled(c, r, u32(fill), 20);
    d->AddCircle(c, r, u32(edge), 20);
  } else {
    d->AddConvexPolyFilled(p.data(), n, u32(fill));
    d->AddPolyline(p.data(), n, u32(edge), ImDrawFlags_Closed, 1.0f);
  }
}

bool begin_chip(const Ui& ui, const char* id, std::string_view caption, std::string_view value, float most) {
  const Palette& p = ui.palette;
  const float before = caption.empty() ? 12.0f : 12.0f + text_width(ui.fonts.body, caption) + 8.0f;
  const std::string shown = shortened(ui.fonts.body_bold, value, most - before - 34.0f);
  const float w = before + text_width(ui.fonts.body_bold, shown) + 34.0f, h = ui.control();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::PushID(id);
  if (press("chip", {w, h})) ImGui::OpenPopup("list");
  const bool open = ImGui::IsPopupOpen("list");
  ImDrawList* d = ImGui::GetWindowDrawList();
  d->AddRectFilled(at, {at.x + w, at.y + h}, u32(open ? p.selected_row : ImGui::IsItemHovered() ? p.inset : p.panel), 4);
  d->AddRect({at.x + 0.5f, at.y + 0.5f}, {at.x + w - 0.5f, at.y + h - 0.5f}, u32(open ? p.accent : p.control_edge), 4);
  const float y = at.y + 0.5f * (h - 19.0f);
  text_at(d, ui.fonts.body, {at.x + 12, y}, p.secondary, caption);
  text_at(d, ui.fonts.body_bold, {at.x + before, y}, p.ink, shown);
  const ImVec2 c{at.x + w - 17, at.y + 0.5f * h};
  d->AddTriangleFilled({c.x - 4.5f, c.y - 2.0f}, {c.x + 4.5f, c.y - 2.0f}, {c.x, c.y + 3.0f}, u32(p.secondary));
  focus_ring(ui);
  const float room = std::max(120.0f, ui.layout.window.h - at.y - h - 16.0f);
  ImGui::SetNextWindowPos({std::max(8.0f, std::min(at.x, ui.layout.window.w - 288.0f)), at.y + h + 4});
  ImGui::SetNextWindowSizeConstraints({std::max(w, 240.0f), 0}, {std::min(560.0f, ui.layout.window.w - 16.0f), room});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(12, 8));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(8, 2));
  const bool shows_list = ImGui::BeginPopup("list");
  if (!shows_list) {
    ImGui::PopStyleVar(2);
    ImGui::PopID();
  }
  return shows_list;
}

void end_chip() {
  ImGui::EndPopup();
  ImGui::PopStyleVar(2);
  ImGui::PopID();
}

bool menu_item(const Ui& ui, std::string_view label, bool on) {
  ImGui::PushFont(on ? ui.fonts.body_bold : ui.fonts.body);
  ImGui::PushStyleVar(ImGuiStyleVar_SelectableTextAlign, ImVec2(0, 0.5f));
  const bool pressed = ImGui::Selectable(drawn(label), on, 0, {0, ui.control() - 8.0f});
  if (on && ImGui::IsWindowAppearing()) ImGui::SetItemDefaultFocus();
  ImGui::PopStyleVar();
  ImGui::PopFont();
  return pressed;
}

void menu_head(const Ui& ui, std::string_view label) {
  gap(6);
  text(ui.fonts.small, ui.palette.secondary, label);
}

std::optional<double> slider(const Ui& ui, const char* id, std::string_view caption, std::string_view value, double at, double step, float width,
                             bool& held) {
  const Palette& p = ui.palette;
  const float h = ui.touch ? 52.0f : 38.0f, line = ui.touch ? 32.0f : 25.5f, reach = 7.0f;
  const ImVec2 from = ImGui::GetCursorScreenPos();
  press(id, {width, h});
  const bool active = ImGui::IsItemActive(), hot = ImGui::IsItemHovered();
  ImDrawList* d = ImGui::GetWindowDrawList();
  const float vw = text_width(ui.fonts.small_bold, value);
  text_at(d, ui.fonts.small, from, p.secondary, shortened(ui.fonts.small, caption, width - vw - 8.0f));
  text_at(d, ui.fonts.small_bold, {from.x + width - vw, from.y}, p.ink, value);
  const float left = from.x + reach, right = from.x + width - reach, y = from.y + line;
  const float x = left + static_cast<float>(std::clamp(at, 0.0, 1.0)) * (right - left);
  d->AddRectFilled({from.x, y - 2}, {from.x + width, y + 2}, u32(p.control_edge), 2);
  d->AddRectFilled({from.x, y - 2}, {x, y + 2}, u32(p.accent), 2);
  d->AddCircleFilled({x, y}, active || hot ? 8.0f : reach, u32(p.accent), 24);
  d->AddCircle({x, y}, active || hot ? 8.0f : reach, u32(p.panel), 24, 1.5f);
  focus_ring(ui);
  held = held || active;
  if (active && (ImGui::IsMouseDown(0) || ImGui::IsMouseClicked(0))) {
    const double wish = std::clamp(static_cast<double>((ImGui::GetIO().MousePos.x - left) / (right - left)), 0.0, 1.0);
    if (wish != at) return wish;
  }
  if (ImGui::IsItemFocused() && !ImGui::GetIO().WantTextInput && ImGui::GetIO().NavVisible) {
    if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow)) return std::max(0.0, at - step);
    if (ImGui::IsKeyPressed(ImGuiKey_RightArrow)) return std::min(1.0, at + step);
  }
  return std::nullopt;
}

}  // namespace gs::ui
