#include "ui/embed.hpp"

#include <algorithm>
#include <cmath>

#include "ui/panels.hpp"
#include "ui/timeline.hpp"

namespace gs::ui {
namespace {

double share_of(int year) { return static_cast<double>(year - kFirstYear) / (kLastYear - kFirstYear); }

void write(ImDrawList* d, ImFont* font, Color color, const std::vector<EmbedLine>& lines, ImVec2 from = {0, 0}) {
  for (const EmbedLine& line : lines) text_at(d, font, {from.x + line.at.x, from.y + line.at.y}, color, line.text);
}

void legend(const Ui& ui, ImDrawList* d) {
  for (const EmbedKey& key : ui.embed->legend) {
    const float y = key.at.y + 0.5f * (key.at.h - font_px(ui.fonts.small));
    if (key.category) symbol(d, {key.at.x + 6, key.at.y + 0.5f * key.at.h}, 5.5f, *key.category, Fill::solid, Badge::none, ui.palette);
    text_at(d, ui.fonts.small, {key.at.x + (key.category ? 18.0f : 0.0f), y}, key.category ? ui.palette.ink : ui.palette.secondary, key.name);
  }
}

/// Years from which labels stand, as many as the slider has room for.
int years_between_labels(const Ui& ui, float width) {
  const float each = text_width(ui.fonts.small, "2000") + 16.0f;
  for (const int step : {10, 20, 30}) {
    if (each * static_cast<float>((kLastYear - kFirstYear) / step) <= width) return step;
  }
  return kLastYear - kFirstYear;
}

void slider(const Ui& ui, Actions& out) {
  const Rect& r = ui.embed->slider;
  const Palette& p = ui.palette;
  ImDrawList* d = ImGui::GetWindowDrawList();
  const TimeAxis time(d, r.x, r.right());
  const int now = std::clamp(ui.state.scenario.year, kFirstYear, kLastYear);
  const float track = r.y + 0.5f * r.h, at = r.x + static_cast<float>(share_of(now)) * r.w;
  d->AddRectFilled({r.x, track - 2}, {r.right(), track + 2}, u32(p.control_edge), 2);
  d->AddRectFilled({r.x, track - 2}, {at, track + 2}, u32(p.accent), 2);
  const auto label = [&](int year, ImFont* font, Color ink) {
    const std::string words = fmt::format("{}", year);
    text_at(d, font, {r.x + static_cast<float>(share_of(year)) * r.w - 0.5f * text_width(font, words), track + 8}, ink, words);
  };
  const float room = text_width(ui.fonts.small_bold, "2000") + 8.0f;
  const int step = years_between_labels(ui, r.w);
  for (int year = kFirstYear; year <= kLastYear; year += step) {
    const float x = r.x + static_cast<float>(share_of(year)) * r.w;
    d->AddLine({x, track + 3}, {x, track + 7}, u32(p.control_edge));
    if (std::abs(x - at) >= room) label(year, ui.fonts.small, p.secondary);
  }
  label(now, ui.fonts.small_bold, p.ink);
  const Scrub moved = scrub(ui, "years", r, time);
  d->AddCircleFilled({at, track}, 7, u32(p.ink), 24);
  const int to = moved.to ? kFirstYear + static_cast<int>(std::lround(*moved.to * (kLastYear - kFirstYear))) : ui.state.scenario.year + moved.steps;
  if (to != ui.state.scenario.year) out.push_back(action::SetYear{to});
}

void steps(const Ui& ui, Actions& out) {
  const EmbedFigure& e = *ui.embed;
  for (const bool forward : {false, true}) {
    const Rect& r = forward ? e.on : e.back;
    ImGui::SetCursorScreenPos({r.x, r.y});
    story_turn(ui, forward, e.steps, r.w, out);
  }
  const std::string count = ui.tr()("story.of", ui.state.view.step + 1, e.steps);
  text_at(ImGui::GetWindowDrawList(), ui.fonts.body, {e.count.x, e.count.y}, ui.palette.secondary, shortened(ui.fonts.body, count, e.count.w));
}

bool way_to_explorer(const Ui& ui) {
  const Rect& r = ui.embed->link;
  ImGui::SetCursorScreenPos({r.x, r.y});
  const bool pressed = press("explorer", {r.w, r.h}), hot = ImGui::IsItemHovered();
  if (hot) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImDrawList* d = ImGui::GetWindowDrawList();
  const std::string& words = ui.embed->link_words;
  const float w = text_width(ui.fonts.body_bold, words), x = r.x + 0.5f * (r.w - w), y = r.y + 0.5f * (r.h - font_px(ui.fonts.body_bold));
  text_at(d, ui.fonts.body_bold, {x, y}, ui.palette.accent, words);
  if (hot) d->AddLine({x, y + 19.5f}, {x + w, y + 19.5f}, u32(ui.palette.accent));
  focus_ring(ui);
  return pressed;
}

void row(const Ui& ui, const EmbedCard::Row& words, const Rect& r, ImVec2 from) {
  ImDrawList* d = ImGui::GetWindowDrawList();
  const float x = from.x + r.x, y = from.y + r.y + r.h - kEmbedRow;
  const bool continues = words.caption.empty();  // the row above it
  ImFont* font = continues ? ui.fonts.small : ui.fonts.small_bold;
  const std::string value = shortened(font, words.value, r.w);
  text_at(d, ui.fonts.small, {x, from.y + r.y}, ui.palette.secondary, words.caption);
  text_at(d, font, {x + r.w - text_width(font, value), y}, continues ? ui.palette.secondary : words.simulated ? ui.palette.accent : ui.palette.ink, value);
}

}  // namespace

void embed_head(const Ui& ui) {
  const EmbedFigure& e = *ui.embed;
  ImDrawList* d = ImGui::GetBackgroundDrawList();
  wash(d, {0, 0}, e.layout.window.w, e.layout.bar.bottom(), 36, ui.palette.page.with_alpha(0.94));
  write(d, e.large ? ui.fonts.title : ui.fonts.head, ui.palette.ink, e.title);
  write(d, e.head.told ? ui.fonts.body : ui.fonts.small, e.head.told ? ui.palette.ink : ui.palette.secondary, e.words);
  legend(ui, d);
}

bool embed_foot(const Ui& ui, Actions& out) {
  const EmbedFigure& e = *ui.embed;
  const Rect& r = e.layout.timeline;
  begin_panel("foot", r, ui.palette.panel, {0, 0});
  ImGui::GetWindowDrawList()->AddLine({r.x, r.y + 0.5f}, {r.right(), r.y + 0.5f}, u32(ui.palette.hairline));
  if (e.steps > 0) {
    steps(ui, out);
  } else {
    play_button(ui, {e.play.x + 0.5f * e.play.w, e.play.y + 0.5f * e.play.h}, ui.touch ? 18.0f : 14.0f, e.play.w, out);
    slider(ui, out);
  }
  const bool open = way_to_explorer(ui);
  end_panel();
  return open;
}

bool embed_card(const Ui& ui, Actions& out) {
  const EmbedFigure& e = *ui.embed;
  if (!e.card) return false;
  const Rect& r = e.layout.panel;
  begin_panel("card", r, ui.palette.panel, {0, 0}, true, 6);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  ImDrawList* d = ImGui::GetWindowDrawList();
  d->AddRect({r.x + 0.5f, r.y + 0.5f}, {r.right() - 0.5f, r.bottom() - 0.5f}, u32(ui.palette.control_edge), 6);
  const float x = e.open.x, close = cross_size(ui);
  text_at(d, ui.fonts.small, {from.x + x, from.y + 10}, ui.palette.secondary, shortened(ui.fonts.small, e.card->kind, r.w - x - close - 4.0f));
  write(d, ui.fonts.head, ui.palette.ink, e.name, from);
  for (std::size_t i = 0; i < e.rows.size(); ++i) row(ui, e.card->rows[i], e.rows[i], from);
  ImGui::SetCursorScreenPos({from.x + x, from.y + e.open.y});
  const bool open = button(ui, "open", ui.tr()("embed.open_here"), false);
  const float bottom = ImGui::GetCursorPosY();
  ImGui::SetCursorScreenPos({from.x + r.w - close - 2.0f, from.y + 2.0f});
  if (cross(ui, "close", ui.tr()("working.close"), close)) out.push_back(action::Select{});
  ImGui::SetCursorPosY(bottom);
  ImGui::Dummy({0, 0});
  end_panel();
  return open;
}

}  // namespace gs::ui
