#include <algorithm>

#include "map/projection.hpp"
#include "sim/simulate.hpp"
#include "ui/panels.hpp"

namespace gs::ui {
namespace {

/// Categories that the chart stacks, bottom first.
constexpr std::array<Category, 8> kStack{Category::hydro, Category::wind, Category::solar, Category::csp,
                                         Category::waste, Category::storage, Category::hydrogen, Category::grid};

void play_button(const Ui& ui, ImVec2 centre, Actions& out) {
  ImGui::SetCursorScreenPos({centre.x - 22, centre.y - 22});
  if (press("play", {44, 44})) out.push_back(action::PlayYears{!ui.state.view.playing_years});
  ImDrawList* d = ImGui::GetWindowDrawList();
  d->AddCircleFilled(centre, 21.0f, u32(ui.palette.accent), 40);
  if (ui.state.view.playing_years) {
    d->AddRectFilled({centre.x - 7, centre.y - 8}, {centre.x - 2, centre.y + 8}, u32(ui.palette.accent_text), 1);
    d->AddRectFilled({centre.x + 2, centre.y - 8}, {centre.x + 7, centre.y + 8}, u32(ui.palette.accent_text), 1);
  } else {
    const TimeAxis time(d, centre.x, centre.x);  // it points the way of the years
    d->AddTriangleFilled({centre.x - 6, centre.y - 9}, {centre.x - 6, centre.y + 9}, {centre.x + 10, centre.y}, u32(ui.palette.accent_text));
  }
  focus_ring(ui);
}

/// Annual savings of what operates, stacked by technology, with the year as a handle that is dragged.
void chart(const Ui& ui, const Rect& r, Actions& out) {
  const auto& years = ui.world.results.timeline;
  if (years.empty()) return;
  const int first = kFirstYear, last = kLastYear;
  ImDrawList* d = ImGui::GetWindowDrawList();
  const Palette& p = ui.palette;
  double most = 0;
  for (const auto& y : years) {
    if (y.year < first || y.year > last) continue;
    double sum = 0;
    for (const double t : y.avoided_t) sum += t;
    most = std::max(most, sum);
  }
  const double top = std::max(1e6, 2e7 * std::ceil(most / 2e7));
  const auto x_of = [&](double year) { return r.x + static_cast<float>((year - first) / (last - first)) * r.w; };
  const auto y_of = [&](double t) { return r.bottom() - static_cast<float>(t / top) * r.h; };
  for (int i = 0; i <= 2; ++i) {
    const double t = top * i / 2;
    const float y = std::floor(y_of(t)) + 0.5f;
    d->AddLine({r.x, y}, {r.right(), y}, u32(p.hairline));
    const std::string label = i == 0 ? "0" : figure(tonnes(t), ui.tr()).number;
    text_at(d, ui.fonts.small, {r.x - 8 - text_width(ui.fonts.small, label), y - 8}, p.secondary, label);
  }
  const TimeAxis time(d, r.x, r.right());
  // What is commissioned after this year is an expectation: paler.
  constexpr int kKnownUntil = 2026;
  for (const auto& y : years) {
    if (y.year < first || y.year > last) continue;
    double below = 0;
    const float left = x_of(y.year - 0.42), right = x_of(y.year + 0.42);
    for (const Category c : kStack) {
      const double t = y.avoided_t[static_cast<std::size_t>(c)];
      if (t <= 0) continue;
      const Color color = y.year > kKnownUntil ? p.of(c).fill.with_alpha(0.30) : p.of(c).fill;
      d->AddRectFilled({std::max(left, r.x), y_of(below + t)}, {std::min(right, r.right()), y_of(below)}, u32(color));
      below += t;
    }
  }
  const int step = r.w < 420 ? 20 : 10;
  for (int year = first; year <= last; year += step) {
    const std::string label = fmt::format("{}", year);
    if (std::abs(x_of(year) - x_of(std::clamp(ui.state.scenario.year, first, last))) < 44.0f) continue;  // under the handle
    text_at(d, ui.fonts.small, {x_of(year) - 0.5f * text_width(ui.fonts.small, label), r.bottom() + 5}, p.secondary, label);
  }
  ImGui::SetCursorScreenPos({r.x - 8, r.y - 10});
  press("years", {r.w + 16, r.h + 34});
  if (ImGui::IsItemActive()) {
    const double at = first + (time.mouse().x - r.x) / r.w * (last - first);
    const int year = std::clamp(static_cast<int>(std::lround(at)), first, last);
    if (year != ui.state.scenario.year) out.push_back(action::SetYear{year});
  }
  if (ImGui::IsItemFocused() && !ImGui::GetIO().WantTextInput) {
    if (ImGui::IsKeyPressed(left_arrow())) out.push_back(action::SetYear{ui.state.scenario.year - 1});
    if (ImGui::IsKeyPressed(right_arrow())) out.push_back(action::SetYear{ui.state.scenario.year + 1});
  }
  focus_ring(ui);
  const float x = std::floor(x_of(std::clamp(ui.state.scenario.year, first, last))) + 0.5f;
  d->AddLine({x, r.y - 6}, {x, r.bottom() + 4}, u32(p.ink), 2);
  const std::string now = fmt::format("{}", ui.state.scenario.year);
  const float w = text_width(ui.fonts.small_bold, now) + 16;
  const float left = std::clamp(x - 0.5f * w, r.x - 12, r.right() + 12 - w);
  d->AddRectFilled({left, r.bottom() + 2}, {left + w, r.bottom() + 23}, u32(p.ink), 10);
  text_at(d, ui.fonts.small_bold, {left + 8, r.bottom() + 4.5f}, p.panel, now);
}

/// What has been saved in all up to the scenario's year, beside the heading or over the chart's early years.
void cumulative(const Ui& ui, ImVec2 at, float right, ImVec2 otherwise) {
  for (const auto& y : ui.world.results.timeline) {
    if (y.year != ui.state.scenario.year) continue;
    const std::string words = ui.tr()("timeline.since", kFirstYear, y.year, figure(tonnes(y.cumulative_t), ui.tr()).text());
    if (at.x + text_width(ui.fonts.small, words) > right) at = otherwise;
    text_at(ImGui::GetWindowDrawList(), ui.fonts.small, at, ui.palette.secondary, words);
  }
}

/// Whether trains run, and how much faster than ours their time goes.
void train_pace(const Ui& ui, float width, Actions& out) {
  const Translator& tr = ui.tr();
  std::vector<std::string> paces{tr("trains.still")};
  int chosen = 0;
  for (const int pace : kTrainPaces) {
    if (ui.state.view.playing_trains && pace == ui.state.view.train_pace) chosen = static_cast<int>(paces.size());
    paces.push_back(tr("trains.pace", whole(pace, tr)));
  }
  const auto i = choice(ui, "##trains", ui.layout.form == Form::phone ? tr("layer.trains") : "", paces, chosen, width);
  if (!i) return;
  if (*i > 0) out.push_back(action::SetTrainPace{kTrainPaces[static_cast<std::size_t>(*i - 1)]});
  out.push_back(action::PlayTrains{*i > 0});
}

}  // namespace

void settings(const Ui& ui, Actions& out, float width) {
  const Translator& tr = ui.tr();
  static constexpr std::array<const char*, kFactorMethodCount> keys{"method.ifi_combined_margin", "method.ifi_operating_margin",
                                                                    "method.ember_average", "method.coal_equivalent"};
  std::vector<std::string> methods, ways;
  for (const char* k : keys) methods.push_back(tr(k));
  for (int i = 0; i < kGridPathwayCount; ++i) ways.push_back(tr("pathway.short." + std::string(id_of(static_cast<GridPathway>(i)))));
  const bool phone = ui.layout.form == Form::phone;
  const float half = 112.0f;
  if (const auto i = choice(ui, "##method", tr(phone ? "settings.method" : "settings.compact"), methods,
                            static_cast<int>(ui.state.scenario.method), phone ? width : width - half - 8)) {
    out.push_back(action::SetMethod{static_cast<FactorMethod>(*i)});
  }
  if (!phone) {
    ImGui::SameLine(0, 8);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + 20);  // below the caption of its neighbour
  }
  if (const auto i = choice(ui, "##pathway", phone ? tr("settings.pathway") : "", ways, static_cast<int>(ui.state.scenario.pathway), phone ? width : half)) {
    out.push_back(action::SetPathway{static_cast<GridPathway>(*i)});
  }
  const float trains = 116.0f;
  projection_choice(ui, out, phone ? width : width - trains - 8);
  if (!phone) ImGui::SameLine(0, 8);
  train_pace(ui, phone ? width : trains, out);
  if (phone) {
    text(ui.fonts.small, ui.palette.secondary, tr("settings.year"));
    int year = ui.state.scenario.year;
    ImGui::SetNextItemWidth(width);
    if (ImGui::SliderInt("##year", &year, kFirstYear, 2040, as_format(std::to_string(year)).c_str(), ImGuiSliderFlags_NoInput)) out.push_back(action::SetYear{year});
    gap(8);
  }
}

void timeline(const Ui& ui, Actions& out) {
  const Rect& r = ui.layout.timeline;
  if (r.h <= 0) return;
  begin_panel("timeline", r, ui.palette.panel, {0, 0});
  ImDrawList* d = ImGui::GetWindowDrawList();
  d->AddLine({r.x, r.y + 0.5f}, {r.right(), r.y + 0.5f}, u32(ui.palette.hairline));
  const float settings_w = r.w >= 900.0f ? 320.0f : 270.0f;
  const bool with_settings = r.w > 640.0f;
  const float chart_right = r.right() - (with_settings ? settings_w + 44.0f : 24.0f);
  play_button(ui, {r.x + 44, r.y + 0.5f * r.h + 2}, out);
  text_at(d, ui.fonts.body_bold, {r.x + 128, r.y + 8}, ui.palette.ink, ui.tr()("timeline.title"));
  float x = chart_right;
  if (ui.layout.form == Form::wide) {
    for (const Category c : {Category::csp, Category::solar, Category::wind, Category::hydro}) {
      const std::string& name = ui.tr()(std::string("category.") + std::string(id_of(c)));
      x -= text_width(ui.fonts.small, name);
      text_at(d, ui.fonts.small, {x, r.y + 10}, ui.palette.secondary, name);
      d->AddRectFilled({x - 14, r.y + 13}, {x - 4, r.y + 23}, u32(ui.palette.of(c).fill), 2);
      x -= 26;
    }
  }
  cumulative(ui, {r.x + 128 + text_width(ui.fonts.body_bold, ui.tr()("timeline.title")) + 16, r.y + 10}, x, {r.x + 136, r.y + 44});
  chart(ui, {r.x + 128, r.y + 38, chart_right - r.x - 128, r.h - 66}, out);
  if (with_settings) {
    x = r.right() - settings_w - 20;
    d->AddLine({x - 12.5f, r.y + 14}, {x - 12.5f, r.bottom() - 14}, u32(ui.palette.hairline));
    ImGui::SetCursorScreenPos({x, r.y + (ui.layout.form == Form::wide ? 12.0f : 4.0f)});
    ImGui::BeginGroup();
    settings(ui, out, settings_w);
    ImGui::EndGroup();
  }
  end_panel();
}

}  // namespace gs::ui
