#include "ui/kit.hpp"

#include "ui/keyboard.hpp"
#include "ui/wrap.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <imgui_internal.h>

namespace gs::ui {
bool begin_panel(const char* id, const Rect& r, Color background, ImVec2 padding, bool scroll, float rounding) {
  ImGui::SetNextWindowPos({r.x, r.y});
  ImGui::SetNextWindowSize({r.w, r.h});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, rounding);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, u32(background));
  ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                           ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoFocusOnAppearing;
  if (scroll) flags &= ~ImGuiWindowFlags_NoScrollbar;
  else flags |= ImGuiWindowFlags_NoScrollWithMouse;
  return ImGui::Begin(id, nullptr, flags);
}

void end_panel() {
  ImGui::End();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
}

bool press(const char* id, ImVec2 size) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  if (window->SkipItems) return false;
  const ImGuiID item = window->GetID(id);
  const ImVec2 at = window->DC.CursorPos;
  const ImRect box(at, {at.x + size.x, at.y + size.y});
  ImGui::ItemSize(size);
  if (!ImGui::ItemAdd(box, item)) return false;
  bool hovered = false, held = false;
  return ImGui::ButtonBehavior(box, item, &hovered, &held);
}

void gap(float px) { ImGui::SetCursorPosY(ImGui::GetCursorPosY() + px - ImGui::GetStyle().ItemSpacing.y); }

void rule(const Ui& ui, float before, float after) {
  gap(before + 8.0f);
  const ImVec2 at = ImGui::GetCursorScreenPos(), window = ImGui::GetWindowPos();
  const ImVec2 end{window.x + ImGui::GetWindowWidth(), window.y + ImGui::GetWindowHeight()};
  const float y = std::floor(at.y) + 0.5f;
  ImDrawList* d = ImGui::GetWindowDrawList();
  d->PushClipRect(window, end);  // over the padding, from edge to edge
  d->AddLine({window.x, y}, {end.x, y}, u32(ui.palette.hairline));
  d->PopClipRect();
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + after);
}

void focus_ring(const Ui& ui) {
  tab_stop();
  if (!ImGui::IsItemFocused() || !ImGui::GetIO().NavVisible) return;
  const ImVec2 a = ImGui::GetItemRectMin(), b = ImGui::GetItemRectMax();
  ImGui::GetWindowDrawList()->AddRect({a.x - 2, a.y - 2}, {b.x + 2, b.y + 2}, u32(ui.palette.focus), 6, 0, 2);
}

namespace {

/// Corners of a symbol of about the area of a disc of this radius (those of the map's shader).
std::array<ImVec2, 12> corners(ImVec2 c, float r, Category k, int& n) {
  std::array<ImVec2, 12> p{};
  const auto regular = [&](int count, float reach, float turn) {
    n = count;
    for (int i = 0; i < count; ++i) {
      const float a = turn + 6.2831853f * static_cast<float>(i) / static_cast<float>(count);
      p[static_cast<std::size_t>(i)] = {c.x + reach * std::sin(a), c.y - reach * std::cos(a)};
    }
  };
  switch (k) {
    case Category::wind: regular(3, 1.5f * r, 0), std::for_each(p.begin(), p.begin() + 3, [&](ImVec2& v) { v.y += 0.25f * r; }); break;
    case Category::hydro: regular(4, 1.25f * r, 0); break;
    case Category::storage: regular(4, 1.25f * r, 0.785398f); break;
    case Category::hydrogen: regular(6, 1.1f * r, 0.523599f); break;
    case Category::waste: regular(5, 1.15f * r, 0); break;
    case Category::grid: {
      n = 12;
      const float o = 1.15f * r, i = 0.4f * r;
      p = {{{c.x - i, c.y - o}, {c.x + i, c.y - o}, {c.x + i, c.y - i}, {c.x + o, c.y - i}, {c.x + o, c.y + i}, {c.x + i, c.y + i},
            {c.x + i, c.y + o}, {c.x - i, c.y + o}, {c.x - i, c.y + i}, {c.x - o, c.y + i}, {c.x - o, c.y - i}, {c.x - i, c.y - i}}};
      break;
    }
    default: n = 0;
  }
  return p;
}

void pill(ImDrawList* d, ImVec2 c, float r, Color fill, Color edge, Color light) {
  const float w = 1.3f * r, h = 0.75f * r;
  d->AddRectFilled({c.x - w, c.y - h}, {c.x + w, c.y + h}, u32(fill), h);
  d->AddRect({c.x - w, c.y - h}, {c.x + w, c.y + h}, u32(edge), h);
  d->AddRectFilled({c.x + 0.35f * w, c.y - 0.45f * h}, {c.x + 0.75f * w, c.y + 0.45f * h}, u32(light), 1);
}

void dashed_circle(ImDrawList* d, ImVec2 c, float r, ImU32 color) {
  for (int i = 0; i < 10; ++i) {
    const float a = 0.62831853f * static_cast<float>(i);
    d->PathArcTo(c, r, a, a + 0.36f, 4);
    d->PathStroke(color, 0, 1.2f);
  }
}

void dashed_line(ImDrawList* d, ImVec2 a, ImVec2 b, ImU32 color) {
  const float length = std::hypot(b.x - a.x, b.y - a.y);
  for (float s = 0; s < length; s += 4.0f) {
    const float e = std::min(s + 2.2f, length);
    d->AddLine({a.x + (b.x - a.x) * s / length, a.y + (b.y - a.y) * s / length},
               {a.x + (b.x - a.x) * e / length, a.y + (b.y - a.y) * e / length}, color, 1.2f);
  }
}

}  // namespace

void symbol(ImDrawList* d, ImVec2 c, float r, Category k, Fill fill, Badge badge, const Palette& p) {
  const CategoryColors colors = p.of(k);
  const Color line = p.dark ? colors.fill : colors.edge;
  const Color inside = fill == Fill::solid ? colors.fill : fill == Fill::tinted ? colors.fill.with_alpha(0.28) : Color{0, 0, 0, 0};
  const Color outline = fill == Fill::solid ? colors.edge : line;
  const bool dashed = fill == Fill::dashed || fill == Fill::slashed;
  int n = 0;
  const auto corner = corners(c, r, k, n);
  if (k == Category::locomotive) {
    pill(d, c, r, fill == Fill::solid ? colors.fill : inside, outline, p.panel);
  } else if (n == 0) {
    if (inside.a) d->AddCircleFilled(c, r, u32(inside), 32);
    if (dashed) dashed_circle(d, c, r, u32(line));
    else d->AddCircle(c, r, u32(outline), 32);
    if (k == Category::csp) {
      d->AddCircleFilled(c, 0.62f * r, u32(p.panel), 24);
      d->AddCircleFilled(c, 0.34f * r, u32(colors.fill), 24);
    }
  } else if (dashed) {
    for (int i = 0; i < n; ++i) {
      dashed_line(d, corner[static_cast<std::size_t>(i)], corner[static_cast<std::size_t>((i + 1) % n)], u32(line));
    }
  } else {
    if (k == Category::grid) {
      d->AddRectFilled(corner[11], corner[3 + 1], u32(inside));
      d->AddRectFilled({corner[0].x, corner[0].y}, {corner[1].x, corner[2].y}, u32(inside));
      d->AddRectFilled({corner[8].x, corner[8].y}, {corner[6].x, corner[6].y}, u32(inside));
    } else {
      d->AddConvexPolyFilled(corner.data(), n, u32(inside));
    }
    d->AddPolyline(corner.data(), n, u32(outline), ImDrawFlags_Closed, 1.0f);
  }
  if (fill == Fill::slashed) d->AddLine({c.x - r, c.y + r}, {c.x + r, c.y - r}, u32(line), 1.2f);
  if (badge == Badge::bar) d->AddRectFilled({c.x - 0.45f * r, c.y - 0.22f * r}, {c.x + 0.45f * r, c.y + 0.22f * r}, u32(line));
  if (badge == Badge::underline) d->AddLine({c.x - r, c.y + r + 2.5f}, {c.x + r, c.y + r + 2.5f}, u32(line), 1.2f);
}

void confidence_dots(const Ui& ui, Confidence c) {
  const int full = c == Confidence::high ? 3 : c == Confidence::medium ? 2 : 1;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float y = at.y + 0.5f * ImGui::GetTextLineHeight();
  ImDrawList* d = ImGui::GetWindowDrawList();
  for (int i = 0; i < 3; ++i) {
    const ImVec2 dot{at.x + 4.0f + 10.0f * static_cast<float>(i), y};
    if (i < full) d->AddCircleFilled(dot, 4.0f, u32(ui.palette.secondary), 16);
    else d->AddCircle(dot, 3.5f, u32(ui.palette.secondary), 16);
  }
  ImGui::Dummy({30.0f, ImGui::GetTextLineHeight()});
}

bool button(const Ui& ui, const char* id, std::string_view label, bool on, float width, bool framed) {
  ImFont* font = on ? ui.fonts.body_bold : ui.fonts.body;
  const float tw = text_width(font, label);
  const ImVec2 size{width > 0 ? width : tw + 24.0f, ui.control()};
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool pressed = press(id, size);
  const bool hot = ImGui::IsItemHovered(), held = ImGui::IsItemActive();
  ImDrawList* d = ImGui::GetWindowDrawList();
  const ImVec2 end{at.x + size.x, at.y + size.y};
  const Palette& p = ui.palette;
  if (framed || hot || on) {
    d->AddRectFilled(at, end, u32(on || held ? p.selected_row : hot ? p.inset : framed ? p.panel : p.panel.with_alpha(0)), 4);
  }
  if (framed) d->AddRect({at.x + 0.5f, at.y + 0.5f}, {end.x - 0.5f, end.y - 0.5f}, u32(on ? p.accent : p.control_edge), 4);
  text_at(d, font, {at.x + 0.5f * (size.x - tw), at.y + 0.5f * (size.y - font_px(font))}, p.ink, label);
  focus_ring(ui);
  return pressed;
}

std::optional<int> segmented(const Ui& ui, const char* id, std::span<const std::string> labels, int chosen) {
  std::optional<int> now;
  ImGui::PushID(id);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 8));
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ImDrawList* d = ImGui::GetWindowDrawList();
  const Palette& p = ui.palette;
  float x = start.x;
  for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
    const std::string& label = labels[static_cast<std::size_t>(i)];
    const bool on = i == chosen;
    ImFont* font = on ? ui.fonts.body_bold : ui.fonts.body;
    const float w = text_width(ui.fonts.body_bold, label) + 22.0f, h = ui.control();
    if (i > 0) ImGui::SameLine(0, 0);
    ImGui::PushID(i);
    if (press("part", {w, h})) now = i;
    const ImVec2 a = ImGui::GetItemRectMin(), b = ImGui::GetItemRectMax();
    const auto corners = (i == 0 ? ImDrawFlags_RoundCornersLeft : 0) | (i + 1 == static_cast<int>(labels.size()) ? ImDrawFlags_RoundCornersRight : 0);
    d->AddRectFilled(a, b, u32(on ? p.selected_row : ImGui::IsItemHovered() ? p.inset : p.panel), 4, corners ? corners : ImDrawFlags_RoundCornersNone);
    if (i > 0) d->AddLine({a.x, a.y}, {a.x, b.y}, u32(p.hairline));
    if (on) d->AddRectFilled({a.x, b.y - 2}, {b.x, b.y}, u32(p.accent), 2, ImDrawFlags_RoundCornersBottom);
    const float tw = text_width(font, label);
    text_at(d, font, {a.x + 0.5f * (w - tw), a.y + 0.5f * (h - font_px(font))}, p.ink, label);
    focus_ring(ui);
    ImGui::PopID();
    x += w;
  }
  d->AddRect({start.x + 0.5f, start.y + 0.5f}, {x - 0.5f, start.y + ui.control() - 0.5f}, u32(p.control_edge), 4);
  ImGui::PopStyleVar();
  ImGui::PopID();
  return now;
}

bool cross(const Ui& ui, const char* id, std::string_view tip, float size) {
  const ImVec2 at = ImGui::GetCursorScreenPos(), c{at.x + 0.5f * size, at.y + 0.5f * size};
  const bool pressed = press(id, {size, size}), hot = ImGui::IsItemHovered();
  if (hot && !tip.empty()) ImGui::SetTooltip("%s", drawn(tip));
  ImDrawList* d = ImGui::GetWindowDrawList();
  for (const float side : {-5.0f, 5.0f}) d->AddLine({c.x - 5, c.y - side}, {c.x + 5, c.y + side}, u32(hot ? ui.palette.ink : ui.palette.secondary), 1.6f);
  focus_ring(ui);
  return pressed;
}

std::optional<int> choice(const Ui& ui, const char* id, std::string_view caption, std::span<const std::string> labels,
                          int chosen, float width, std::span<const std::string> notes) {
  std::optional<int> now;
  float widest = 0.0f, note_width = 0.0f;
  for (const std::string& note : notes) note_width = std::max(note_width, text_width(ui.fonts.small, note) + 24.0f);
  for (const std::string& label : labels) widest = std::max(widest, text_width(ui.fonts.body, label));
  ImGui::BeginGroup();
  if (!caption.empty()) {
    text(ui.fonts.small, ui.palette.secondary, caption);
    gap(4);
  }
  ImGui::SetNextItemWidth(width);
  const std::string shown = shortened(ui.fonts.body, labels[static_cast<std::size_t>(chosen)], width - 24.0f - 16.0f);
  if (!notes.empty()) ImGui::SetNextWindowSizeConstraints({widest + note_width + 24.0f, 0}, {ui.layout.window.w, ui.layout.window.h - 16.0f});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(8, 8));  // of the list; its panel may have none
  const bool open = ImGui::BeginCombo(id, drawn(shown), ImGuiComboFlags_HeightLargest | ImGuiComboFlags_NoArrowButton);
  ImGui::PopStyleVar();
  if (!open) {
    const ImVec2 a = ImGui::GetItemRectMin(), b = ImGui::GetItemRectMax();
    const ImVec2 c{b.x - 18, 0.5f * (a.y + b.y)};
    ImDrawList* d = ImGui::GetWindowDrawList();
    d->AddLine({c.x - 4.5f, c.y - 2}, {c.x, c.y + 2.5f}, u32(ui.palette.secondary), 1.6f);
    d->AddLine({c.x + 4.5f, c.y - 2}, {c.x, c.y + 2.5f}, u32(ui.palette.secondary), 1.6f);
    focus_ring(ui);
  } else {
    for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
      const bool on = i == chosen;
      const auto n = static_cast<std::size_t>(i);
      if (ImGui::Selectable(drawn(labels[n]), on, 0, {0, ui.control() - 8.0f}) && !on) now = i;
      if (n < notes.size()) {
        const ImVec2 a = ImGui::GetItemRectMin(), b = ImGui::GetItemRectMax();
        text_at(ImGui::GetWindowDrawList(), ui.fonts.small, {b.x - note_width + 16.0f, 0.5f * (a.y + b.y - font_px(ui.fonts.small))}, ui.palette.secondary, notes[n]);
      }
      if (on) ImGui::SetItemDefaultFocus();
    }
    ImGui::EndCombo();
  }
  ImGui::EndGroup();
  return now;
}

bool link(const Ui& ui, const char* id, std::string_view label, bool small) {
  ImFont* font = small ? ui.fonts.small : ui.fonts.body;
  const float room = std::max(40.0f, ImGui::GetContentRegionAvail().x);
  const std::string shown = shortened(font, label, room);
  const float w = text_width(font, shown), h = std::max(font_px(font), ui.touch ? 32.0f : 0.0f);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool pressed = press(id, {std::max(w, 8.0f), h});
  const bool hot = ImGui::IsItemHovered();
  if (hot) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImDrawList* d = ImGui::GetWindowDrawList();
  const float y = at.y + 0.5f * (h - font_px(font));
  text_at(d, font, {at.x, y}, hot ? ui.palette.accent : ui.palette.ink, shown);
  const float line = std::floor(y + font_px(font) - 1.0f) + 0.5f;
  d->AddLine({at.x, line}, {at.x + w, line}, u32(hot ? ui.palette.accent : ui.palette.control_edge));
  focus_ring(ui);
  return pressed;
}

std::string as_format(std::string_view words) {
  std::string out;
  for (const char* c = drawn(words); *c; ++c) out.append(*c == '%' ? 2 : 1, *c);
  return out;
}

glm::dvec2 pointer(const Layout& l) { return {l.seen(ImGui::GetIO().MousePos.x), ImGui::GetIO().MousePos.y}; }

glm::dvec2 pointer_moved(const Layout& l) {
  const ImVec2 by = ImGui::GetIO().MouseDelta;
  return {l.mirrored ? -by.x : by.x, by.y};
}

ImGuiKey left_arrow() { return mirrored() ? ImGuiKey_RightArrow : ImGuiKey_LeftArrow; }
ImGuiKey right_arrow() { return mirrored() ? ImGuiKey_LeftArrow : ImGuiKey_RightArrow; }

void fact(const Ui& ui, std::string_view caption, std::string_view value, float caption_width) {
  if (value.empty()) return;
  const ImVec2 start = ImGui::GetCursorPos();
  ImGui::PushTextWrapPos(start.x + caption_width - 8.0f);
  text(ui.fonts.small, ui.palette.secondary, caption);
  ImGui::PopTextWrapPos();
  const float below_caption = ImGui::GetCursorPosY();
  ImGui::SetCursorPos({start.x + caption_width, start.y});
  text(ui.fonts.small, ui.palette.ink, value, true);
  ImGui::SetCursorPosY(std::max(below_caption, ImGui::GetCursorPosY()));
  gap(4);
}

}  // namespace gs::ui
