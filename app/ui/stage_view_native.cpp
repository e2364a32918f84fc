#include "ui/stage_view_native.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/panels.hpp"

namespace gs::ui {
namespace {

constexpr float kEdge = 28.0f, kAbove = 16.0f, kBetween = 6.0f, kOf = 120.0f;
constexpr float kAboveLegend = 10.0f, kSymbol = 20.0f, kBetweenMarks = 18.0f;
constexpr float kDot = 9.0f;
constexpr ImU32 kRed = IM_COL32(230, 20, 20, 255), kRedGlow = IM_COL32(255, 60, 60, 90);

struct Type {
  ImFont *title, *text;
};

float height_of(const Type& t, const StageWords& w, float width) {
  const float room = width - 2 * kEdge;
  return 2 * kAbove + kBetween + text_size(t.title, w.title, room - kOf).y + text_size(t.text, w.text, room).y;
}

struct Legend {
  ImFont* font = nullptr;
  std::vector<ImVec2> at;  ///< of each mark, from the legend's top left corner
  float height = 0;        ///< 0: there is none
};

/// In rows, the marks whole.
Legend rows_of(ImFont* font, const std::vector<StageMark>& marks, float room) {
  Legend out{font, {}, 0};
  const float row = font_px(font) + 4.0f;
  float x = 0, y = 0;
  for (const StageMark& m : marks) {
    const float w = (m.category ? kSymbol : 0.0f) + text_width(font, m.name);
    if (x > 0 && x + w > room) x = 0, y += row;
    out.at.push_back({x, y});
    x += w + kBetweenMarks;
  }
  out.height = marks.empty() ? 0.0f : y + row;
  return out;
}

/// In the words' own size where that takes one row.
Legend legend_of(const UiFonts& f, const StageWords& w, float room) {
  Legend large = rows_of(f.body, w.legend, room);
  return large.height <= font_px(f.body) + 4.0f ? large : rows_of(f.small, w.legend, room);
}

struct Arrangement {
  Type type;
  Legend legend;
  float height;
};

/// The largest in which the words fit under the map, else the smallest.
Arrangement arranged(const UiFonts& f, const StageWords& w, float width, float height) {
  const Type large{f.title, f.head}, middle{f.title, f.body}, small{f.head, f.small};
  const Legend legend = legend_of(f, w, width - 2 * kEdge);
  const float with_legend = legend.height > 0 ? kAboveLegend + legend.height : 0.0f;
  for (const Type& t : {large, middle, small})
    if (const float needed = height_of(t, w, width) + with_legend; needed <= w.most * height) return {t, legend, needed};
  return {small, {}, height_of(small, w, width)};
}

void draw_legend(const Ui& ui, ImDrawList* d, const Legend& legend, const std::vector<StageMark>& marks, ImVec2 from) {
  for (std::size_t i = 0; i < legend.at.size(); ++i) {
    const ImVec2 at{from.x + legend.at[i].x, from.y + legend.at[i].y};
    const float middle = at.y + 0.5f * font_px(legend.font);
    if (marks[i].category) symbol(d, {at.x + 7, middle}, 6.5f, *marks[i].category, Fill::solid, Badge::none, ui.palette);
    text_at(d, legend.font, {at.x + (marks[i].category ? kSymbol : 0.0f), at.y}, marks[i].category ? ui.palette.ink : ui.palette.secondary, marks[i].name);
  }
}

void strip(const Ui& ui, const StageWords& w) {
  const Rect& r = ui.layout.strip;
  const Arrangement a = arranged(ui.fonts, w, ui.layout.window.w, ui.layout.window.h);
  const Type& type = a.type;
  begin_panel("stage", r, ui.palette.panel, {kEdge, kAbove});
  ImDrawList* d = ImGui::GetWindowDrawList();
  d->PushClipRect({r.x, r.y}, {r.right(), r.bottom()});  // from edge to edge, past the padding
  d->AddLine({r.x, r.y + 0.5f}, {r.right(), r.y + 0.5f}, u32(ui.palette.hairline));
  d->PopClipRect();
  const float room = r.w - 2 * kEdge, title = text_size(type.title, w.title, room - kOf).y;
  text_at(d, type.title, {r.x + kEdge, r.y + kAbove}, ui.palette.ink, w.title, room - kOf);
  text_at(d, ui.fonts.body, {r.right() - kEdge - text_width(ui.fonts.body, w.of), r.y + kAbove + 4}, ui.palette.secondary, w.of);
  text_at(d, type.text, {r.x + kEdge, r.y + kAbove + title + kBetween}, ui.palette.ink, w.text, room);
  if (a.legend.height > 0) draw_legend(ui, d, a.legend, w.legend, {r.x + kEdge, r.bottom() - kAbove - a.legend.height});
  end_panel();
}

void code_card(const Ui& ui, const StageCode& shown) {
  const Rect& w = ui.layout.window;
  const float room = 0.62f * std::min(w.w, w.h);
  if (!shown.code) return;
  const float module = qr_module(*shown.code, room), side = module * static_cast<float>(shown.code->size + 2 * kQuietZone);
  const std::string link = shortened(ui.fonts.body, shown.link, side);
  const Rect card{(w.w - side) / 2 - 16, (w.h - side) / 2 - 32, side + 32, side + 64};
  begin_panel("code", card, ui.palette.panel, {16, 16}, false, 8);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());  // panels of a page are under it
  qr_squares(*shown.code, shown.runs, module);
  gap(4);
  text(ui.fonts.body, ui.palette.ink, link);
  end_panel();
}

}  // namespace

float stage_strip(const UiFonts& f, const StageWords& w, float width, float height) {
  return std::min(std::ceil(arranged(f, w, width, height).height), 0.7f * height);
}

Layout stage_layout(float width, float height, float strip, bool is_mirrored) {
  Layout l{};
  l.form = Form::stage;
  l.mirrored = is_mirrored;
  l.window = {0, 0, width, height};
  l.map = {0, 0, width, height - strip};
  l.strip = {0, height - strip, width, strip};
  return l;
}

Layout stage_page(float width, float height, float strip, const ViewState& v, bool is_mirrored) {
  Layout l = layout(width, height - strip, v, is_mirrored);
  l.window.h = height;
  l.story = {};
  l.strip = {0, height - strip, width, strip};
  return l;
}

double stage_octaves(const Rect& map) {
  // The map that the explorer leaves free in a window of usual size, in which the views of stories were chosen.
  constexpr float kWidth = 1000.0f, kHeight = 600.0f;
  const float share = std::min(map.w / kWidth, map.h / kHeight);
  return share > 0 ? std::clamp(std::log2(static_cast<double>(share)), -2.0, 0.5) : 0.0;
}

void stage(const Ui& ui, const Talk& talk, const StageWords& words, const StageCode* code, bool moved) {
  const Rect& w = ui.layout.window;
  ImDrawList* d = ImGui::GetForegroundDrawList();
  if (talk.black) {
    d->AddRectFilled({0, 0}, {w.w, w.h}, IM_COL32(0, 0, 0, 255));
    ImGui::SetMouseCursor(ImGuiMouseCursor_None);
    return;
  }
  if (!ui.layout.strip.empty()) strip(ui, words);
  if (code) code_card(ui, *code);
  if (!talk.digits.empty()) {
    const float width = text_width(ui.fonts.total, talk.digits);
    d->AddRectFilled({w.w - width - 56, 16}, {w.w - 16, 84}, u32(ui.palette.panel), 8);
    text_at(d, ui.fonts.total, {w.w - width - 36, 24}, ui.palette.ink, talk.digits);
  }
  const bool dot = talk.laser || (ImGui::IsMouseDown(0) && !talk.kiosk);
  if (dot || !moved) ImGui::SetMouseCursor(ImGuiMouseCursor_None);
  if (!dot || !ImGui::IsMousePosValid()) return;
  const ImVec2 at = ImGui::GetIO().MousePos;
  d->AddCircleFilled(at, 2 * kDot, kRedGlow, 32);
  d->AddCircleFilled(at, kDot, kRed, 32);
}

void speaker_notes(const UiFonts& fonts, const Palette& palette, const Translator& tr, const NotesSheet& s) {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  begin_panel("notes", {0, 0, size.x, size.y}, palette.page, {24, 20}, true);
  ImDrawList* d = ImGui::GetWindowDrawList();
  text(fonts.total, palette.ink, s.clock);
  const float width = text_width(fonts.total, s.elapsed);
  text_at(d, fonts.total, {size.x - 24 - width, 20}, s.paused ? palette.tertiary : palette.ink, s.elapsed);
  gap(8);
  text(fonts.small, palette.secondary, s.of + (s.doing.empty() ? "" : " · " + s.doing));
  text(fonts.title, palette.ink, s.title, true);
  gap(8);
  if (!s.warning.empty()) text(fonts.body_bold, palette.warning, s.warning, true);
  if (!s.notes.empty()) text(fonts.head, palette.ink, s.notes, true);
  gap(20);
  text(fonts.small_bold, palette.secondary, tr("present.next"));
  text(fonts.head, palette.secondary, s.next.empty() ? tr("present.last") : s.next, true);
  gap(20);
  text(fonts.small, palette.tertiary, tr("present.keys"), true);
  ImGui::Dummy({0, 0});
  end_panel();
}

}  // namespace gs::ui
