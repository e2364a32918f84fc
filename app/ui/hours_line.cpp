#include <algorithm>
#include <cmath>

#include "scene/year_chart.hpp"
#include "ui/charts.hpp"
#include "ui/layer_parts.hpp"
#include "ui/timeline.hpp"

namespace gs::ui {
namespace {

constexpr int kDay = 24;
/// Of the read-out, by their usual weight.
constexpr std::array<Category, 5> kNamed{Category::solar, Category::wind, Category::hydro, Category::csp, Category::waste};

Power rounded(double mw) { return megawatts(std::round(mw)); }

float width_of(const Ui& ui, std::span<const std::string> labels) {
  float widest = 0.0f;
  for (const std::string& l : labels) widest = std::max(widest, text_width(ui.fonts.body, l));
  return widest + 44.0f;
}

std::vector<std::string> paces(const Translator& tr) {
  std::vector<std::string> labels;
  for (const int pace : kHourPaces) labels.push_back(tr("timeline.pace", pace));
  return labels;
}

void span_choice(const Ui& ui, std::span<const std::string> labels, float width, Actions& out) {
  const auto i = choice(ui, "##span", "", labels, static_cast<int>(ui.state.view.map.span), width);
  if (!i) return;
  MapStyle style = ui.state.view.map;
  style.span = static_cast<HourSpan>(*i);
  out.push_back(action::SetMapStyle{style});
}

/// Choices at the right of the heading. Where they begin.
float choices(const Ui& ui, const Rect& head, Actions& out) {
  const Translator& tr = ui.tr();
  const std::array<std::string, kHourSpanCount> spans{tr("timeline.day"), tr("timeline.week"), tr("timeline.season"), tr("timeline.year")};
  const float span = width_of(ui, spans), pace = ui.layout.form == Form::wide ? width_of(ui, paces(tr)) : 0.0f;
  const float left = head.right() - span - (pace > 0.0f ? pace + 8.0f : 0.0f);
  const float y = head.y + (ui.touch ? 2.0f : 5.0f);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(10, ui.touch ? 12.5f : 3.5f));
  ImGui::SetCursorScreenPos({left, y});
  span_choice(ui, spans, span, out);
  if (pace > 0.0f) {
    ImGui::SetCursorScreenPos({left + span + 8.0f, y});
    pace_choice(ui, "", pace, out);
  }
  ImGui::PopStyleVar();
  return left;
}

void note(const Ui& ui, const FleetOutput& fleet, int step) {
  const Translator& tr = ui.tr();
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(10, 8));
  ImGui::BeginTooltip();
  text(ui.fonts.small, ui.palette.ink, tr("timeline.output_note", fleet.projects, fleet.year));
  text(ui.fonts.small, ui.palette.secondary, tr("timeline.output_scope"));
  if (fleet.even_mwh > 0.0)
    text(ui.fonts.small, ui.palette.secondary,
         tr("timeline.output_even", figure(megawatt_hours(fleet.even_mwh), tr).text(), figure(megawatt_hours(fleet.year_mwh()), tr).text()));
  if (step > 1) text(ui.fonts.small, ui.palette.secondary, tr("timeline.output_means", step));
  ImGui::EndTooltip();
  ImGui::PopStyleVar();
}

/// Power and shares in the handle's hour, as far as there is room; the shares keep their places while the hours pass.
void read_out(const Ui& ui, const FleetOutput& fleet, ImVec2 at, float right, int step) {
  ImDrawList* d = ImGui::GetWindowDrawList();
  const int hour = std::clamp(static_cast<int>(ui.state.view.map.hour), 0, static_cast<int>(kLastHour) - 1);
  const Amounts mw = fleet.mean_mw(hour, hour + 1);
  double sum = 0.0;
  for (const double part : mw) sum += part;
  const std::string power = figure(rounded(sum), ui.tr()).text();
  text_at(d, ui.fonts.body_bold, {at.x, at.y + 8}, ui.palette.ink, shortened(ui.fonts.body_bold, power, right - at.x));
  float x = at.x + 14 + std::max(text_width(ui.fonts.body_bold, power), text_width(ui.fonts.body_bold, figure(rounded(fleet.most_mw), ui.tr()).text()));
  const float widest = text_width(ui.fonts.small, gs::percent(0.88, ui.tr()));
  for (const Category c : kNamed) {
    const auto i = static_cast<std::size_t>(c);
    if (fleet.made_mwh[i].empty()) continue;
    const std::string name = ui.tr()("category." + std::string(id_of(c))) + " ";
    const float end = x + 14 + text_width(ui.fonts.small, name) + widest;
    if (end > right) break;
    d->AddRectFilled({x, at.y + 13}, {x + 10, at.y + 23}, u32(ui.palette.of(c).fill), 2);
    text_at(d, ui.fonts.small, {x + 14, at.y + 10}, ui.palette.secondary, name + gs::percent(sum > 0.0 ? mw[i] / sum : 0.0, ui.tr()));
    x = end + 12;
  }
  if (ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(at, {std::min(x, right), at.y + 28})) note(ui, fleet, step);
}

/// MW at the top of the chart: twice a round number.
double top_of(double most) {
  const double half = 0.5 * std::max(most, 100.0), power = std::pow(10.0, std::floor(std::log10(half)));
  for (const double lead : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0}) {
    if (lead * power >= half) return 2.0 * lead * power;
  }
  return 20.0 * power;
}

std::array<std::string, 3> labels_of(double top, const Translator& tr) {
  const bool giga = top >= 2000.0;
  const double unit = giga ? 1000.0 : 1.0;
  return {"0", number(0.5 * top / unit, tr), number(top / unit, tr) + " " + tr(giga ? "unit.gw" : "unit.mw")};
}

struct Tick {
  int hour;  ///< of the year
  std::string words;
};

/// Hours of a day; days of a week; months else, the first from the window's beginning.
std::vector<Tick> ticks_of(const Ui& ui, HourSpan span, const HourWindow& w) {
  std::vector<Tick> ticks;
  if (span == HourSpan::day) {
    for (int h = 0; h <= kDay; h += 6) ticks.push_back({w.first + h, fmt::format("{:02}:00", h)});
  } else if (span == HourSpan::week) {
    for (int h = w.first; h < w.end(); h += kDay) ticks.push_back({h, day_text(h / kDay, ui.tr())});
  } else {
    for (int h = w.first; h < w.end(); h = (h / kDay + 1) * kDay) {
      const CalendarDay day = calendar_day(h / kDay);
      if (h == w.first || day.day == 1) ticks.push_back({h, std::string(month_name(ui, day.month))});
    }
  }
  return ticks;
}

/// Labels of what begins at the ticks, every so many that they have room; those of a day stand at its hours.
void time_labels(const Ui& ui, const Rect& r, HourSpan span, const HourWindow& w, const Handle& handle) {
  ImDrawList* d = ImGui::GetWindowDrawList();
  const std::vector<Tick> ticks = ticks_of(ui, span, w);
  const bool middle = span == HourSpan::day;
  const auto x_of = [&](int hour) { return r.x + static_cast<float>(hour - w.first) / static_cast<float>(w.hours) * r.w; };
  float widest = 0.0f;
  for (const Tick& t : ticks) widest = std::max(widest, text_width(ui.fonts.small, t.words));
  const float pitch = r.w / static_cast<float>(ticks.size() - (middle ? 1 : 0));
  const auto every = static_cast<std::size_t>(std::max(1.0f, std::ceil((widest + 8.0f) / pitch)));
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    const float x = std::floor(x_of(ticks[i].hour)) + 0.5f;
    d->AddLine({x, r.bottom()}, {x, r.bottom() + 4}, u32(ui.palette.control_edge));
    if (i % every != 0) continue;
    const float width = text_width(ui.fonts.small, ticks[i].words), left = middle ? x - 0.5f * width : x + 1.0f;
    const float room = i + every < ticks.size() ? x_of(ticks[i + every].hour) : r.right() + 4.0f;
    if ((middle || left + width <= room) && !handle.covers(left, left + width))
      text_at(d, ui.fonts.small, {left, r.bottom() + 5}, ui.palette.secondary, ticks[i].words);
  }
}

void areas(const Ui& ui, const Rect& r, const FleetOutput& fleet, const HourWindow& w, int step, double top) {
  const auto x_of = [&](int hour) { return r.x + static_cast<float>(hour - w.first) / static_cast<float>(w.hours) * r.w; };
  for (int h = w.first; h < w.end(); h += step) {
    const int end = std::min(h + step, w.end());
    stacked(ui, r, x_of(h), x_of(end), fleet.mean_mw(h, end), top);
  }
}

/// Output of what operates, stacked by technology, with the hour as a handle that is dragged.
void chart(const Ui& ui, const Rect& r, const HourWindow& w, int step, Actions& out) {
  ImDrawList* d = ImGui::GetWindowDrawList();
  MapStyle style = ui.state.view.map;
  const double top = ui.fleet ? top_of(ui.fleet->most_mw) : 0.0;
  amount_lines(ui, r, ui.fleet ? labels_of(top, ui.tr()) : std::array<std::string, 3>{"0", "", ""});
  const TimeAxis time(d, r.x, r.right());
  if (ui.fleet) areas(ui, r, *ui.fleet, w, step, top);
  const Handle handle = handle_at(ui, r, (style.hour - w.first) / w.hours, hour_text(style.hour, ui.tr()));
  time_labels(ui, r, style.span, w, handle);
  const Scrub moved = scrub(ui, "hours", r, time);
  const double before = style.hour;
  if (moved.to) style.hour = hour_at(style.span, style.hour, *moved.to);
  style.hour += moved.steps * step_hours(style.span);
  if (style.hour != before) out.push_back(action::SetMapStyle{style});
  draw(ui, r, handle);
}

}  // namespace

void pace_choice(const Ui& ui, std::string_view caption, float width, Actions& out) {
  MapStyle style = ui.state.view.map;
  const auto now = std::find(kHourPaces.begin(), kHourPaces.end(), style.pace) - kHourPaces.begin();
  const auto i = choice(ui, "##pace", caption, paces(ui.tr()), static_cast<int>(now) % static_cast<int>(kHourPaces.size()), width);
  if (!i) return;
  style.pace = kHourPaces[static_cast<std::size_t>(*i)];
  out.push_back(action::SetMapStyle{style});
}

void hours_line(const Ui& ui, const TimeRoom& room, Actions& out) {
  const HourWindow window = window_of(ui.state.view.map.span, ui.state.view.map.hour);
  const int step = hours_of_step(window, static_cast<double>(room.chart.w));
  const ImVec2 at{room.head.x, room.head.y};
  const float right = choices(ui, room.head, out) - 12.0f;
  if (ui.fleet) read_out(ui, *ui.fleet, at, right, step);
  else text_at(ImGui::GetWindowDrawList(), ui.fonts.small, {at.x, at.y + 10}, ui.palette.secondary, shortened(ui.fonts.small, ui.tr()("timeline.pending"), right - at.x));
  chart(ui, room.chart, window, step, out);
}

}  // namespace gs::ui
