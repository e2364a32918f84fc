#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scene/chart_parts.hpp"

namespace gs::chart {
namespace {

constexpr float kKey = 10.0f, kKeyGap = 5.0f, kEntryGap = 14.0f;

/// The sign of a series in the legend, in a square from (x, y).
void key_of(Draft& d, const Series& s, float x, float y) {
  const float middle = y + 0.5f * kLine;
  switch (s.mark) {
    case Mark::ticks: d.out.lines.push_back({{{x + 5, middle - 5}, {x + 5, middle + 5}}, s.tone, 2.0f}); break;
    case Mark::line: d.out.lines.push_back({{{x, middle}, {x + kKey, middle}}, s.tone, 2.0f}); break;
    case Mark::points: d.out.symbols.push_back({{x + 5, middle}, 4.5f, s.tone.category, false, 1.0f}); break;
    default: d.out.rects.push_back({{x, middle - 5, kKey, kKey}, s.tone});
  }
}

std::vector<double> ticks_of(const Axis& axis, int most) {
  if (axis.log) return log_ticks(axis.low, axis.high, most);
  if (!axis.years) return nice_ticks(axis.low, axis.high, most);
  std::vector<double> out;
  const double step = std::max(1.0, nice_step(axis.low, axis.high, most));
  for (double n = std::ceil(axis.low / step); n * step <= axis.high; n += 1.0) out.push_back(n * step);
  return out;
}

/// Low and high that an axis shows.
void span_of(const Axis& axis, const std::vector<double>& ticks, ChartScale& scale) {
  scale.log = axis.log;
  if (!axis.names.empty()) {
    scale.low = -0.5, scale.high = static_cast<double>(axis.names.size()) - 0.5;
  } else if (axis.years) {
    scale.low = axis.low - 0.5, scale.high = axis.high + 0.5;
  } else {
    scale.low = ticks.front(), scale.high = ticks.back();
  }
}

/// Ticks with room for their words along an axis of so many px.
std::vector<double> ticks_across(const Draft& d, const Axis& axis, float room) {
  std::vector<double> ticks;
  for (int most = std::clamp(static_cast<int>(room / 28.0f), 3, 12);; --most) {
    ticks = ticks_of(axis, most);
    float wide = 0;
    for (const double t : ticks) wide = std::max(wide, d.width(tick_words(axis, t), false));
    if (most <= 3 || (wide + 8.0f) * static_cast<float>(ticks.size()) <= room) return ticks;
  }
}

void names_up(Draft& d, const Axis& axis, float room) {
  for (std::size_t i = 0; i < axis.names.size(); ++i) {
    const std::string name = cut_to(d.width, axis.names[i], room);
    d.label(name, d.out.plot.x - 8 - d.width(name, false), d.up_scale().px(static_cast<double>(i)) - 0.5f * kLine, {Tone::ink});
  }
}

void ticks_up(Draft& d, const Axis& axis, const std::vector<double>& ticks) {
  const ChartBox& plot = d.out.plot;
  for (const double t : ticks) {
    const float y = std::floor(d.up_scale().px(t)) + 0.5f;
    const bool base = !axis.log && t == 0.0;
    d.out.grid.push_back({{{plot.x, y}, {plot.right(), y}}, {base ? Tone::edge : Tone::hairline}});
    const std::string words = tick_words(axis, t);
    d.label(words, plot.x - 8 - d.width(words, false), std::clamp(y - 0.5f * kLine, d.box.y, d.box.bottom() - kLine), {Tone::secondary});
  }
}

void ticks_below(Draft& d, const Axis& axis, const std::vector<double>& ticks) {
  const ChartBox& plot = d.out.plot;
  for (const double t : ticks) {
    const float x = d.across_scale().px(t);
    if (!axis.years) {
      const float line = std::floor(x) + 0.5f;
      d.out.grid.push_back({{{line, plot.y}, {line, plot.bottom()}}, {!axis.log && t == 0.0 ? Tone::edge : Tone::hairline}});
    }
    const std::string words = tick_words(axis, t);
    const float w = d.width(words, false);
    d.label(words, std::clamp(x - 0.5f * w, d.box.x, std::max(d.box.x, d.box.right() - w)), plot.bottom() + 3, {Tone::secondary});
  }
}

void names_below(Draft& d, const Axis& axis) {
  for (std::size_t i = 0; i < axis.names.size(); ++i) {
    const float w = d.width(axis.names[i], false);
    d.label(axis.names[i], d.across_scale().px(static_cast<double>(i)) - 0.5f * w, d.out.plot.bottom() + 3, {Tone::secondary});
  }
}

}  // namespace

std::string tick_words(const Axis& axis, double tick) {
  if (axis.years) return fmt::format("{:.0f}", tick);
  return axis.words ? axis.words(tick) : fmt::format("{:.9g}", tick);
}

float add_head(Draft& d, float y, bool with_title) {
  const ChartBox& box = d.box;
  if (with_title && d.label(cut_to(d.width, d.chart.title, box.w, true), box.x, y, {Tone::ink}, true)) y += kLine + 4;
  float x = box.x;
  // The upright axis has its title at the head of the legend: text that stands on its side is hard to read.
  const std::string& unit = d.chart.sideways ? std::string() : d.chart.value.title;
  if (d.label(cut_to(d.width, unit, box.w), x, y, {Tone::secondary})) x += d.width(unit, false) + kEntryGap;
  for (const Series& s : d.chart.series) {
    if (s.name.empty() || s.data.empty()) continue;
    const float room = kKey + kKeyGap + d.width(s.name, false);
    if (x > box.x && x + room > box.right()) x = box.x, y += kLine;
    if (!d.label(cut_to(d.width, s.name, box.w - kKey - kKeyGap), x + kKey + kKeyGap, y, {Tone::secondary})) continue;
    key_of(d, s, x, y);
    x += room + kEntryGap;
  }
  return x > box.x ? y + kLine + 6 : y;
}

float add_foot(Draft& d, float y) {
  for (const std::string* words : {&d.chart.source, &d.chart.note}) {
    const std::string line = cut_to(d.width, *words, d.box.w);
    if (d.label(line, d.box.x, y - kLine, {Tone::secondary})) y -= kLine;
  }
  return y - 4;
}

void add_axes(Draft& d, float top, float bottom) {
  const Axis &across = d.across(), &up = d.up();
  const ChartBox& box = d.box;
  bottom -= kLine + 3;
  if (!across.title.empty()) {
    const std::string words = cut_to(d.width, across.title, box.w);
    if (d.label(words, box.right() - d.width(words, false), bottom + 3, {Tone::secondary})) bottom -= kLine;
  }
  const float height = std::max(8.0f, bottom - top - 8);
  const std::vector<double> ticks = up.names.empty() ? ticks_of(up, std::clamp(static_cast<int>(height / 22.0f), 3, 10)) : std::vector<double>();
  float left = 0;
  for (const double t : ticks) left = std::max(left, d.width(tick_words(up, t), false));
  for (const std::string& name : up.names) left = std::max(left, d.width(name, false));
  left = std::min(left, 0.4f * box.w);
  ChartBox& plot = d.out.plot;
  plot = {box.x + left + 8, top + (up.names.empty() ? 8.0f : 0.0f), 0, 0};
  plot.w = std::max(8.0f, box.right() - 6 - plot.x);
  plot.h = std::max(8.0f, bottom - plot.y);
  std::vector<double> below;
  if (across.names.empty()) below = ticks_across(d, across, plot.w);
  span_of(across, below, d.across_scale());
  span_of(up, ticks, d.up_scale());
  d.across_scale().from = plot.x, d.across_scale().to = plot.right();
  // Numbers rise, names and slots are read downwards.
  d.up_scale().from = up.names.empty() ? plot.bottom() : plot.y;
  d.up_scale().to = up.names.empty() ? plot.y : plot.bottom();
  if (up.names.empty()) ticks_up(d, up, ticks);
  else names_up(d, up, left);
  if (across.names.empty()) ticks_below(d, across, below);
  else names_below(d, across);
}

}  // namespace gs::chart
