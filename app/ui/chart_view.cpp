#include "ui/chart_view.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/keyboard.hpp"

namespace gs::ui {
namespace {

ImVec2 im(glm::vec2 p) { return {p.x, p.y}; }

void dashed(ImDrawList* d, ImVec2 a, ImVec2 b, ImU32 color, float width, float on) {
  const float length = std::hypot(b.x - a.x, b.y - a.y), step = 1.75f * on;
  for (float at = 0; at < length; at += step) {
    const float end = std::min(at + on, length);
    d->AddLine({a.x + (b.x - a.x) * at / length, a.y + (b.y - a.y) * at / length}, {a.x + (b.x - a.x) * end / length, a.y + (b.y - a.y) * end / length}, color, width);
  }
}

void line(ImDrawList* d, const ChartLine& l, const Palette& p) {
  const ImU32 color = u32(color_of(l.tone, p));
  for (std::size_t i = 1; i < l.points.size(); ++i) {
    if (l.dash > 0) dashed(d, im(l.points[i - 1]), im(l.points[i]), color, l.width, l.dash);
    else d->AddLine(im(l.points[i - 1]), im(l.points[i]), color, l.width);
  }
}

/// Without soft edges: those of neighbours would show as stripes.
void area(ImDrawList* d, const ChartArea& a, const Palette& p) {
  const ImDrawListFlags usual = std::exchange(d->Flags, d->Flags & ~ImDrawListFlags_AntiAliasedFill);
  for (std::size_t i = 1; i < a.upper.size(); ++i)
    d->AddQuadFilled(im(a.upper[i - 1]), im(a.upper[i]), im(a.lower[i]), im(a.lower[i - 1]), u32(color_of(a.tone, p)));
  d->Flags = usual;
}

void draw(const Ui& ui, ImDrawList* d, const ChartLayout& l) {
  const Palette& p = ui.palette;
  for (const ChartLine& each : l.grid) line(d, each, p);
  for (const ChartArea& each : l.areas) area(d, each, p);
  for (const ChartRect& r : l.rects) {
    const float round = std::min({2.0f, 0.5f * r.box.w, 0.5f * r.box.h});
    d->AddRectFilled({r.box.x, r.box.y}, {r.box.right(), r.box.bottom()}, u32(color_of(r.tone, p)), round);
  }
  for (const ChartLine& each : l.lines) line(d, each, p);
  for (const ChartSymbol& s : l.symbols) symbol(d, im(s.at), s.radius, s.category, s.pale ? Fill::tinted : Fill::solid, Badge::none, p);
  for (const ChartLabel& t : l.labels) text_at(d, t.bold ? ui.fonts.small_bold : ui.fonts.small, {t.box.x, t.box.y}, color_of(t.tone, p), t.text);
}

/// The smallest spot that holds a place, the nearer one of two alike.
int spot_at(const ChartLayout& l, ImVec2 at) {
  int found = -1;
  float least = 0, nearest = 0;
  for (std::size_t i = 0; i < l.spots.size(); ++i) {
    const ChartBox& b = l.spots[i].box;
    if (!b.holds(at.x, at.y)) continue;
    const float size = b.w * b.h, far = std::hypot(b.x + 0.5f * b.w - at.x, b.y + 0.5f * b.h - at.y);
    if (found >= 0 && (size > least + 0.5f || (size > least - 0.5f && far >= nearest))) continue;
    found = static_cast<int>(i), least = size, nearest = far;
  }
  return found;
}

/// The spot after or before one in the order of reading: along the axis, then by series.
int next_spot(const Chart& chart, const ChartLayout& l, int now, int by) {
  std::vector<int> order(l.spots.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
  const auto key = [&](int i) {
    const ChartSpot& s = l.spots[static_cast<std::size_t>(i)];
    return std::pair(chart.series[s.series].data[s.datum].at, s.series);
  };
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return key(a) < key(b); });
  if (order.empty()) return -1;
  const auto at = std::find(order.begin(), order.end(), now);
  if (at == order.end()) return by > 0 ? order.front() : order.back();
  const auto place = std::clamp<std::ptrdiff_t>(at - order.begin() + by, 0, static_cast<std::ptrdiff_t>(order.size()) - 1);
  return order[static_cast<std::size_t>(place)];
}

void read_out(const Ui& ui, const Datum& datum, std::optional<ImVec2> at) {
  if (at) ImGui::SetNextWindowPos(*at);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(8, 6));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(8, 2));
  if (ImGui::BeginTooltip()) {
    std::string_view rest = datum.reading.empty() ? std::string_view(datum.words) : std::string_view(datum.reading);
    for (bool first = true; !rest.empty(); first = false) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      text(first ? ui.fonts.small_bold : ui.fonts.small, first ? ui.palette.ink : ui.palette.secondary, rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    ImGui::EndTooltip();
  }
  ImGui::PopStyleVar(2);
}

/// Moves the keyboard's spot; while the chart is focused the arrows are its own.
void arrows(const Chart& chart, const ChartLayout& l, ChartCursor& cursor) {
  const ImGuiID item = ImGui::GetItemID();
  for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow}) ImGui::SetKeyOwner(key, item);
  if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow) || ImGui::IsKeyPressed(ImGuiKey_UpArrow)) cursor.spot = next_spot(chart, l, cursor.spot, -1);
  if (ImGui::IsKeyPressed(ImGuiKey_RightArrow) || ImGui::IsKeyPressed(ImGuiKey_DownArrow)) cursor.spot = next_spot(chart, l, cursor.spot, 1);
  if (cursor.spot < 0) cursor.spot = next_spot(chart, l, -1, 1);
}

void veil(const Ui& ui, ImDrawList* d, const ChartLayout& l, const Brush& brush) {
  const float a = std::clamp(l.at.px(brush.first - 0.5), l.plot.x, l.plot.right()), b = std::clamp(l.at.px(brush.second + 0.5), l.plot.x, l.plot.right());
  const ImU32 color = u32(ui.palette.panel.with_alpha(0.66));
  d->AddRectFilled({l.plot.x, l.plot.y}, {a, l.plot.bottom()}, color);
  d->AddRectFilled({b, l.plot.y}, {l.plot.right(), l.plot.bottom()}, color);
  for (const float x : {a, b}) d->AddLine({std::floor(x) + 0.5f, l.plot.y}, {std::floor(x) + 0.5f, l.plot.bottom()}, u32(ui.palette.accent), 1.0f);
}

}  // namespace

TextWidth label_width(const Ui& ui) {
  return [&ui](std::string_view s, bool bold) { return text_width(bold ? ui.fonts.small_bold : ui.fonts.small, s); };
}

ChartTouch chart_view(const Ui& ui, const char* id, const Chart& chart, const Rect& r, ChartCursor& cursor, int marked, std::optional<Brush> brush, bool can_brush) {
  ChartTouch touch;
  const ChartLayout l = lay_out(chart, {r.x, r.y, r.w, r.h}, label_width(ui));
  ImDrawList* d = ImGui::GetWindowDrawList();
  std::optional<TimeAxis> time;  // years run from left to right in every language
  if (chart.at.years) time.emplace(d, r.x, r.right());
  draw(ui, d, l);
  if (brush) veil(ui, d, l, *brush);
  ImGui::SetCursorScreenPos({r.x, r.y});
  const bool released = press(id, {r.w, r.h});
  const bool active = ImGui::IsItemActive(), hovered = ImGui::IsItemHovered();
  const bool by_keys = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
  if (by_keys) arrows(chart, l, cursor);
  focus_ring(ui);  // of the whole rectangle: the same in a mirror
  const ImVec2 mouse = time ? time->mouse() : ImGui::GetIO().MousePos;
  const int under = by_keys ? cursor.spot : hovered || (active && ui.touch) ? spot_at(l, mouse) : -1;
  const auto datum = [&](int i) -> const Datum* {
    if (i < 0 || i >= static_cast<int>(l.spots.size())) return nullptr;
    const ChartSpot& s = l.spots[static_cast<std::size_t>(i)];
    return &chart.series[s.series].data[s.datum];
  };
  touch.under = datum(under);
  const auto year = [&] { return std::clamp(std::round(l.at.number(mouse.x)), chart.at.low, chart.at.high); };
  if (can_brush && active && !by_keys) {
    if (!cursor.from) cursor.from = year();
    if (ImGui::IsMouseDragging(0, 4.0f)) touch.brushed = std::minmax({*cursor.from, year()});
  } else {
    if (released && !ImGui::IsMouseDragPastThreshold(0, 4.0f)) {
      touch.pressed = touch.under;
      touch.pressed_empty = !touch.under;
    }
    cursor.from.reset();
  }
  if (touch.under) {
    const ChartBox& b = l.spots[static_cast<std::size_t>(under)].box;
    if (by_keys) d->AddRect({b.x - 1, b.y - 1}, {b.right() + 1, b.bottom() + 1}, u32(ui.palette.focus), 2, 0, 1.6f);
    if (!touch.brushed) read_out(ui, *touch.under, by_keys ? std::optional(ImVec2(b.right() + 10, b.bottom() + 6)) : std::nullopt);
  }
  for (const ChartSpot& s : l.spots) {
    if (marked < 0 || chart.series[s.series].data[s.datum].key != marked) continue;
    const ImVec2 c{s.box.x + 0.5f * s.box.w, s.box.y + 0.5f * s.box.h};
    if (chart.series[s.series].mark == Mark::points) d->AddCircle(c, 9.0f, u32(ui.palette.ink), 24, 2.0f);
  }
  time.reset();
  return touch;
}

}  // namespace gs::ui
