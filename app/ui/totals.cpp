#include "ui/own_parts.hpp"
#include "ui/panels.hpp"

namespace gs::ui {
namespace {

/// The headline is drawn on the map, which takes every press: a window of its size takes those on it.
void press_headline(const Ui& ui, const Rect& at, Actions& out) {
  begin_panel("headline", {at.x - 4, at.y - 4, at.w + 8, at.h + 8}, ui.palette.page.with_alpha(0), {0, 0});
  figure_press(ui, "total", Worked::total_saving, at, out);
  end_panel();
}

}  // namespace

void totals(const Ui& ui, Actions& out) {
  if (!totals_shown(ui.layout, ui.state.view)) return;
  const Translator& tr = ui.tr();
  const Rect& map = ui.layout.map;
  const Total& t = ui.list.total;
  ImDrawList* d = ImGui::GetBackgroundDrawList();
  // A wash under the headline keeps it legible over land, sea and symbols: solid as far as the longest line.
  const std::string range = tr("totals.range", range_text(t.avoided, tr));
  const std::string counts = tr("totals.counts", t.projects, ui.world.portfolio.projects.size(), figure(t.capacity, tr).text(),
                                ui.world.portfolio.routes.size());
  const std::string own = own_note(ui);
  const float bar = 112, h = map.h < 360.0f ? 118.0f : own.empty() ? 140.0f : 160.0f, fade = 60;
  const Figure f = figure(t.avoided.best, tr);
  const std::string unit = f.unit + tr("figure.a_year");
  const float number_w = text_width(ui.fonts.total, f.number);
  const float w = 28 + std::max({number_w + 10 + text_width(ui.fonts.title, unit), bar + 10 + text_width(ui.fonts.small, range),
                                 text_width(ui.fonts.body, counts), text_width(ui.fonts.small, own)});
  wash(d, {map.x, map.y}, w, h, fade, ui.palette.page.with_alpha(0.94));
  const float x = map.x + 20;
  float y = map.y + 14;
  text_at(d, ui.fonts.body, {x, y}, ui.palette.secondary, tr("totals.caption", ui.state.scenario.year) + (ui.state.scenario.what_if == WhatIf{} ? "" : tr("totals.what_if")));
  y += 20;
  text_at(d, ui.fonts.total, {x, y}, ui.palette.ink, f.number);
  ImFont* unit_font = ui.fonts.title;
  const float px = font_px(unit_font);
  const float total_px = font_px(ui.fonts.total);
  text_at(d, unit_font, {x + number_w + 10, y + 0.785f * (total_px - px)}, ui.palette.ink, unit);
  press_headline(ui, {x, y + 4, number_w + 10 + text_width(unit_font, unit), total_px - 6}, out);
  y += total_px + 2;
  const double end = t.avoided.high.base() > 0 ? t.avoided.high.base() * 1.08 : 1.0;
  const auto x_of = [&](Mass m) { return x + bar * static_cast<float>(m.base() / end); };
  d->AddRectFilled({x, y + 5}, {x + bar, y + 11}, u32(ui.palette.hairline), 3);
  d->AddRectFilled({x_of(t.avoided.low), y + 5}, {x_of(t.avoided.high), y + 11}, u32(ui.palette.accent.with_alpha(0.45)), 3);
  d->AddCircleFilled({x_of(t.avoided.best), y + 8}, 5, u32(ui.palette.accent), 20);
  text_at(d, ui.fonts.small, {x + bar + 10, y}, ui.palette.secondary, range);
  y += 22;
  if (map.h < 360.0f) return;  // a phone on its side
  text_at(d, ui.fonts.body, {x, y}, ui.palette.ink, counts);
  if (!own.empty()) text_at(d, ui.fonts.small, {x, y + 22}, ui.palette.warning, own);
}

void toast(const Ui& ui, std::string_view message, bool warning) {
  if (message.empty()) return;
  const Rect& map = ui.layout.map;
  ImDrawList* d = ImGui::GetForegroundDrawList();
  const float wrap = std::min(460.0f, map.w - 40.0f);
  const ImVec2 size = text_size(ui.fonts.body, message, wrap);
  const ImVec2 at{map.x + 0.5f * (map.w - size.x) - 16, map.bottom() - size.y - 44};
  d->AddRectFilled(at, {at.x + size.x + 32, at.y + size.y + 20}, u32(ui.palette.ink), 6);
  if (warning) d->AddRectFilled(at, {at.x + 4, at.y + size.y + 20}, u32(rgb(0xFF9A5C)), 6, ImDrawFlags_RoundCornersLeft);
  text_at(d, ui.fonts.body, {at.x + 16, at.y + 10}, ui.palette.panel, message, wrap);
}

}  // namespace gs::ui
