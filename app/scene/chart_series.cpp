#include <algorithm>
#include <cmath>

#include "scene/chart_parts.hpp"

namespace gs::chart {
namespace {

constexpr float kThickest = 18.0f, kSymbol = 4.5f, kReach = 9.0f;

Tone paler(Tone tone, bool pale, double share) {
  if (pale) tone.opacity *= share;
  return tone;
}

/// Half of a bar's thickness, px.
float half_bar(const Draft& d) {
  const float slot = std::abs(d.out.at.px(1.0) - d.out.at.px(0.0));
  return 0.5f * std::clamp(0.74f * slot, 1.5f, kThickest);
}

/// The rectangle between two places, kept in the plot.
ChartBox between(const Draft& d, glm::vec2 a, glm::vec2 b) {
  const ChartBox& p = d.out.plot;
  const float x0 = std::clamp(std::min(a.x, b.x), p.x, p.right()), x1 = std::clamp(std::max(a.x, b.x), p.x, p.right());
  const float y0 = std::clamp(std::min(a.y, b.y), p.y, p.bottom()), y1 = std::clamp(std::max(a.y, b.y), p.y, p.bottom());
  return {x0, y0, x1 - x0, y1 - y0};
}

/// The whole slot of a bar is easier to point at than the bar.
ChartBox slot_of(const Draft& d, const ChartBox& bar, float half) {
  const ChartBox& p = d.out.plot;
  return d.chart.sideways ? ChartBox{p.x, bar.y - 2, p.w, 2 * half + 4} : ChartBox{bar.x, p.y, bar.w, p.h};
}

glm::vec2 in_plot(const Draft& d, glm::vec2 at) {
  const ChartBox& p = d.out.plot;
  return {std::clamp(at.x, p.x, p.right()), std::clamp(at.y, p.y, p.bottom())};
}

void whisker(Draft& d, const Datum& datum, float cap) {
  if (!datum.low || !datum.high) return;
  const Tone tone = paler({Tone::ink}, datum.pale, 0.45);
  const glm::vec2 a = in_plot(d, d.place(datum.at, *datum.low)), b = in_plot(d, d.place(datum.at, *datum.high));
  d.out.lines.push_back({{a, b}, tone, 1.4f});
  if (cap <= 0.0f) return;
  const glm::vec2 side = d.chart.sideways ? glm::vec2(0, cap) : glm::vec2(cap, 0);
  d.out.lines.push_back({{a - side, a + side}, tone, 1.4f});
  d.out.lines.push_back({{b - side, b + side}, tone, 1.4f});
}

void bar(Draft& d, const Series& s, std::uint32_t series, std::uint32_t i, bool lowest) {
  const Datum& datum = s.data[i];
  const float half = half_bar(d);
  const glm::vec2 side = d.chart.sideways ? glm::vec2(0, half) : glm::vec2(half, 0);
  const ChartBox box = between(d, d.place(datum.at, datum.from) - side, d.place(datum.at, datum.to) + side);
  d.out.rects.push_back({box, paler(s.tone, datum.pale, 0.32)});
  whisker(d, datum, std::min(3.0f, 0.5f * half));
  d.out.spots.push_back({lowest ? slot_of(d, box, half) : box, series, i});
}

void tick(Draft& d, const Series& s, std::uint32_t series, std::uint32_t i) {
  const Datum& datum = s.data[i];
  const float reach = half_bar(d) + 1.5f;
  const glm::vec2 at = in_plot(d, d.place(datum.at, datum.to)), side = d.chart.sideways ? glm::vec2(0, reach) : glm::vec2(reach, 0);
  d.out.lines.push_back({{at - side, at + side}, paler(s.tone, datum.pale, 0.45), 2.5f});
  const glm::vec2 along = d.chart.sideways ? glm::vec2(3, 0) : glm::vec2(0, 3);
  d.out.spots.push_back({between(d, at - side - along, at + side + along), series, i});
}

void point(Draft& d, const Series& s, std::uint32_t series, std::uint32_t i) {
  const Datum& datum = s.data[i];
  const glm::vec2 at = in_plot(d, d.place(datum.at, datum.to));
  whisker(d, datum, 0.0f);
  d.out.symbols.push_back({at, kSymbol, s.tone.category, datum.pale, datum.pale ? 0.35f : 1.0f});
  d.out.spots.push_back({{at.x - kReach, at.y - kReach, 2 * kReach, 2 * kReach}, series, i});
}

/// Of an area: as wide as the half ways to its neighbours, as high as the plot.
ChartBox column_of(const Draft& d, const Series& s, std::uint32_t i) {
  const ChartBox& p = d.out.plot;
  const auto half_way = [&](std::uint32_t j) { return d.out.at.px(0.5 * (s.data[i].at + s.data[j].at)); };
  const float here = d.out.at.px(s.data[i].at);
  const float a = i > 0 ? half_way(i - 1) : here - kReach, b = i + 1 < s.data.size() ? half_way(i + 1) : here + kReach;
  const float from = std::min(a, b), size = std::abs(b - a);
  return d.chart.sideways ? ChartBox{p.x, from, p.w, size} : ChartBox{from, p.y, size, p.h};
}

void curve(Draft& d, const Series& s, std::uint32_t series) {
  ChartLine line{{}, s.tone, 2.0f};
  ChartArea area{{}, {}, s.tone};
  for (std::uint32_t i = 0; i < s.data.size(); ++i) {
    const Datum& datum = s.data[i];
    const glm::vec2 at = in_plot(d, d.place(datum.at, datum.to));
    line.points.push_back(at);
    area.upper.push_back(at);
    area.lower.push_back(in_plot(d, d.place(datum.at, datum.from)));
    const ChartBox around{at.x - kReach, at.y - kReach, 2 * kReach, 2 * kReach};
    d.out.spots.push_back({s.mark == Mark::area ? column_of(d, s, i) : around, series, i});
  }
  if (s.mark == Mark::line) d.out.lines.push_back(std::move(line));
  else d.out.areas.push_back(std::move(area));
}

/// The part of a straight line that lies in the plot (Liang and Barsky 1984).
bool clip(const ChartBox& p, glm::vec2& a, glm::vec2& b) {
  float t0 = 0, t1 = 1;
  const glm::vec2 by = b - a;
  const auto side = [&](float along, float room) {
    if (along == 0.0f) return room >= 0.0f;
    const float t = room / along;
    if (along < 0.0f) t0 = std::max(t0, t);
    else t1 = std::min(t1, t);
    return t0 <= t1;
  };
  if (!side(-by.x, a.x - p.x) || !side(by.x, p.right() - a.x) || !side(-by.y, a.y - p.y) || !side(by.y, p.bottom() - a.y)) return false;
  const glm::vec2 from = a;
  a = from + t0 * by;
  b = from + t1 * by;
  return true;
}

/// The highest place that an area reaches between two places across, px; the plot's bottom where there is none.
float top_of_areas(const Draft& d, float from, float to) {
  float top = d.out.plot.bottom();
  for (const Series& s : d.chart.series) {
    if (s.mark != Mark::area) continue;
    for (std::size_t i = 1; i < s.data.size(); ++i) {
      const Datum &one = s.data[i - 1], &other = s.data[i];
      const glm::vec2 a = in_plot(d, d.place(one.at, one.to)), b = in_plot(d, d.place(other.at, other.to));
      if (std::max(a.x, b.x) < from || std::min(a.x, b.x) > to) continue;
      top = std::min({top, a.y, b.y, in_plot(d, d.place(one.at, one.from)).y, in_plot(d, d.place(other.at, other.from)).y});
    }
  }
  return top;
}

void rule(Draft& d, const Rule& r) {
  glm::vec2 a = d.place(r.at0, r.value0), b = d.place(r.at1, r.value1);
  if (!clip(d.out.plot, a, b)) return;
  d.out.lines.push_back({{a, b}, {Tone::secondary}, 1.2f, 4.0f});
  const ChartBox& plot = d.out.plot;
  const float w = d.width(r.words, false), x = std::max(plot.x, b.x - w - 14);
  if (a.y != b.y) {  // under the end of one that rises
    d.label(r.words, x, std::clamp(b.y + 2, plot.y, plot.bottom() - kLine), {Tone::secondary});
    return;
  }
  // Over a level one, and over what is filled there; where the chart has no room so high, over the line at least.
  const float above = b.y - kLine - 2, clear = std::min(above, top_of_areas(d, x, x + w) - kLine - 2);
  if (!d.label(r.words, x, clear, {Tone::secondary})) d.label(r.words, x, std::max(above, plot.y), {Tone::secondary});
}

}  // namespace

void add_series(Draft& d) {
  for (const Rule& r : d.chart.rules) rule(d, r);
  const auto& all = d.chart.series;
  const auto first_bars = std::find_if(all.begin(), all.end(), [](const Series& s) { return s.mark == Mark::bars; });
  const auto lowest = static_cast<std::uint32_t>(first_bars - all.begin());
  for (std::uint32_t n = 0; n < d.chart.series.size(); ++n) {
    const Series& s = d.chart.series[n];
    if (s.mark == Mark::line || s.mark == Mark::area) {
      curve(d, s, n);
      continue;
    }
    for (std::uint32_t i = 0; i < s.data.size(); ++i) {
      if (s.mark == Mark::bars) bar(d, s, n, i, n == lowest);
      else if (s.mark == Mark::ticks) tick(d, s, n, i);
      else point(d, s, n, i);
    }
  }
}

}  // namespace gs::chart
