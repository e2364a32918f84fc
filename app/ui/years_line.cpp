#include <algorithm>
#include <cmath>

#include "ui/timeline.hpp"

namespace gs::ui {
namespace {

constexpr int kKnownUntil = 2026;  ///< what is commissioned after this year is an expectation: paler

double share_of(double year) { return (year - kFirstYear) / (kLastYear - kFirstYear); }

/// t CO2 at the top of the chart.
double top_of(std::span<const Results::Year> years) {
  double most = 0;
  for (const auto& y : years) {
    if (y.year < kFirstYear || y.year > kLastYear) continue;
    double sum = 0;
    for (const double t : y.avoided_t) sum += t;
    most = std::max(most, sum);
  }
  return std::max(1e6, 2e7 * std::ceil(most / 2e7));
}

/// The names of the stack's main parts, from the right. Where the first of them begins.
float legend(const Ui& ui, const Rect& head) {
  float x = head.right();
  if (ui.layout.form != Form::wide) return x;
  ImDrawList* d = ImGui::GetWindowDrawList();
  for (const Category c : {Category::csp, Category::solar, Category::wind, Category::hydro}) {
    const std::string& name = ui.tr()(std::string("category.") + std::string(id_of(c)));
    x -= text_width(ui.fonts.small, name);
    text_at(d, ui.fonts.small, {x, head.y + 10}, ui.palette.secondary, name);
    d->AddRectFilled({x - 14, head.y + 13}, {x - 4, head.y + 23}, u32(ui.palette.of(c).fill), 2);
    x -= 26;
  }
  return x;
}

constexpr double kFirstTallYear = 2016;  ///< bars before it stay under a line of text at the chart's top

/// What has been saved in all up to the scenario's year, beside the heading or over the chart's early years, where it has room.
void cumulative(const Ui& ui, ImVec2 at, float right, ImVec2 early, float first_bar) {
  for (const auto& y : ui.world.results.timeline) {
    if (y.year != ui.state.scenario.year) continue;
    const std::string words = ui.tr()("timeline.since", kFirstYear, y.year, figure(tonnes(y.cumulative_t), ui.tr()).text());
    const float w = text_width(ui.fonts.small, words);
    const bool beside = at.x + w <= right;
    if (!beside && early.x + w > first_bar) return;
    text_at(ImGui::GetWindowDrawList(), ui.fonts.small, beside ? at : early, ui.palette.secondary, words);
  }
}

void heading(const Ui& ui, const TimeRoom& room) {
  const Rect& head = room.head;
  const std::string title = shortened(ui.fonts.body_bold, ui.tr()("timeline.title"), head.w);
  text_at(ImGui::GetWindowDrawList(), ui.fonts.body_bold, {head.x, head.y + 8}, ui.palette.ink, title);
  cumulative(ui, {head.x + text_width(ui.fonts.body_bold, title) + 16, head.y + 10}, legend(ui, head), {room.chart.x + 8, room.chart.y + 6},
             room.chart.x + static_cast<float>(share_of(kFirstTallYear)) * room.chart.w);
}

/// Annual savings of what operates, stacked by technology, with the year as a handle that is dragged.
void chart(const Ui& ui, const Rect& r, Actions& out) {
  const auto& years = ui.world.results.timeline;
  if (years.empty()) return;
  ImDrawList* d = ImGui::GetWindowDrawList();
  const double top = top_of(years);
  const auto x_of = [&](double year) { return r.x + static_cast<float>(share_of(year)) * r.w; };
  amount_lines(ui, r, {"0", figure(tonnes(0.5 * top), ui.tr()).number, figure(tonnes(top), ui.tr()).number});
  const TimeAxis time(d, r.x, r.right());
  for (const auto& y : years) {
    if (y.year < kFirstYear || y.year > kLastYear) continue;
    stacked(ui, r, std::max(x_of(y.year - 0.42), r.x), std::min(x_of(y.year + 0.42), r.right()), y.avoided_t, top, y.year > kKnownUntil);
  }
  const int now = std::clamp(ui.state.scenario.year, kFirstYear, kLastYear);
  const Handle handle = handle_at(ui, r, share_of(now), fmt::format("{}", now));
  for (int year = kFirstYear; year <= kLastYear; year += r.w < 420 ? 20 : 10) {
    const std::string label = fmt::format("{}", year);
    const float w = text_width(ui.fonts.small, label), left = x_of(year) - 0.5f * w;
    if (!handle.covers(left, left + w)) text_at(d, ui.fonts.small, {left, r.bottom() + 5}, ui.palette.secondary, label);
  }
  const Scrub moved = scrub(ui, "years", r, time);
  if (moved.to) {
    const int year = kFirstYear + static_cast<int>(std::lround(*moved.to * (kLastYear - kFirstYear)));
    if (year != ui.state.scenario.year) out.push_back(action::SetYear{year});
  }
  if (moved.steps != 0) out.push_back(action::SetYear{ui.state.scenario.year + moved.steps});
  draw(ui, r, handle);
}

}  // namespace

void years_line(const Ui& ui, const TimeRoom& room, Actions& out) {
  heading(ui, room);
  chart(ui, room.chart, out);
}

}  // namespace gs::ui
