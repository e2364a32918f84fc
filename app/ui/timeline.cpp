#include "ui/timeline.hpp"

#include <algorithm>
#include <cmath>

#include "map/projection.hpp"
#include "sim/simulate.hpp"
#include "ui/panels.hpp"

namespace gs::ui {
namespace {

/// Categories that the charts stack, bottom first.
constexpr std::array<Category, 8> kStack{Category::hydro, Category::wind, Category::solar, Category::csp,
                                         Category::waste, Category::storage, Category::hydrogen, Category::grid};

/// Years or hours, in a heading's height; fingers have more room than is drawn. Where it ends.
float scale_switch(const Ui& ui, ImVec2 at, Actions& out) {
  constexpr float kHeight = 24.0f;
  const std::array<std::string, 2> labels{ui.tr()("timeline.years"), ui.tr()("timeline.hours")};
  ImDrawList* d = ImGui::GetWindowDrawList();
  const Palette& p = ui.palette;
  float x = at.x;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto scale = static_cast<TimeScale>(i);
    const bool on = ui.state.view.time == scale;
    const float w = std::max(text_width(ui.fonts.small_bold, labels[i]) + 16.0f, ui.touch ? ui.control() : 0.0f);
    ImGui::SetCursorScreenPos({x, ui.touch ? at.y - 6.0f : at.y});
    if (press(i == 0 ? "scale-years" : "scale-hours", {w, ui.touch ? ui.control() : kHeight}) && !on) out.push_back(action::SetTimeScale{scale});
    ImFont* font = on ? ui.fonts.small_bold : ui.fonts.small;
    const auto corners = i == 0 ? ImDrawFlags_RoundCornersLeft : ImDrawFlags_RoundCornersRight;
    d->AddRectFilled({x, at.y}, {x + w, at.y + kHeight}, u32(on ? p.selected_row : ImGui::IsItemHovered() ? p.inset : p.panel), 4, corners);
    text_at(d, font, {x + 0.5f * (w - text_width(font, labels[i])), at.y + 0.5f * (kHeight - font_px(font))}, on ? p.ink : p.secondary, labels[i]);
    focus_ring(ui);
    x += w;
  }
  d->AddRect({at.x + 0.5f, at.y + 0.5f}, {x - 0.5f, at.y + kHeight - 0.5f}, u32(p.control_edge), 4);
  return x;
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
    ImGui::SameLine(width - half, 0);  // its neighbour's caption may be wider than the choice
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + 20);  // below that caption
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
  const bool with_settings = r.w > 640.0f, hours = ui.state.view.time == TimeScale::hours;
  const float left = r.x + 128, right = r.right() - (with_settings ? settings_w + 44.0f : 24.0f);
  const float end = scale_switch(ui, {r.x + 14, r.y + 6}, out);
  play_button(ui, {r.x + 44, r.y + 0.5f * r.h + 14}, 21, 44, out);
  const float head = std::max(left, end + 14.0f), top = hours && ui.touch ? 52.0f : 38.0f;
  const TimeRoom room{{head, r.y, right - head, 30}, {left, r.y + top, right - left, r.h - top - 28}};
  if (hours) hours_line(ui, room, out);
  else years_line(ui, room, out);
  if (with_settings) {
    const float x = r.right() - settings_w - 20;
    d->AddLine({x - 12.5f, r.y + 14}, {x - 12.5f, r.bottom() - 14}, u32(ui.palette.hairline));
    ImGui::SetCursorScreenPos({x, r.y + (ui.layout.form == Form::wide ? 12.0f : 4.0f)});
    ImGui::BeginGroup();
    settings(ui, out, settings_w);
    ImGui::EndGroup();
  }
  end_panel();
}

void play_button(const Ui& ui, ImVec2 centre, float radius, float target, Actions& out) {
  const ViewState& v = ui.state.view;
  const bool playing = v.time == TimeScale::hours ? v.map.playing_hours : v.playing_years;
  ImGui::SetCursorScreenPos({centre.x - 0.5f * target, centre.y - 0.5f * target});
  if (press("play", {target, target})) out.push_back(play_shown(v));
  ImDrawList* d = ImGui::GetWindowDrawList();
  d->AddCircleFilled(centre, radius, u32(ui.palette.accent), 40);
  const float s = radius / 21.0f;
  const ImU32 ink = u32(ui.palette.accent_text);
  if (playing) {
    for (const float left : {-7.0f, 2.0f}) d->AddRectFilled({centre.x + left * s, centre.y - 8 * s}, {centre.x + (left + 5) * s, centre.y + 8 * s}, ink, 1);
  } else {
    const TimeAxis time(d, centre.x, centre.x);  // it points the way of the time
    d->AddTriangleFilled({centre.x - 6 * s, centre.y - 9 * s}, {centre.x - 6 * s, centre.y + 9 * s}, {centre.x + 10 * s, centre.y}, ink);
  }
  focus_ring(ui);
}

Action play_shown(const ViewState& v) {
  if (v.time == TimeScale::hours) return action::PlayHours{!v.map.playing_hours};
  return action::PlayYears{!v.playing_years};
}

void amount_lines(const Ui& ui, const Rect& r, const std::array<std::string, 3>& labels) {
  ImDrawList* d = ImGui::GetWindowDrawList();
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const float y = std::floor(r.bottom() - 0.5f * static_cast<float>(i) * r.h) + 0.5f;
    d->AddLine({r.x, y}, {r.right(), y}, u32(ui.palette.hairline));
    text_at(d, ui.fonts.small, {r.x - 8 - text_width(ui.fonts.small, labels[i]), y - 8}, ui.palette.secondary, labels[i]);
  }
}

void stacked(const Ui& ui, const Rect& r, float left, float right, const Amounts& amounts, double top, bool pale) {
  ImDrawList* d = ImGui::GetWindowDrawList();
  const auto y_of = [&](double amount) { return r.bottom() - static_cast<float>(amount / top) * r.h; };
  double below = 0;
  for (const Category c : kStack) {
    const double amount = amounts[static_cast<std::size_t>(c)];
    if (amount <= 0) continue;
    const Color color = pale ? ui.palette.of(c).fill.with_alpha(0.30) : ui.palette.of(c).fill;
    d->AddRectFilled({left, y_of(below + amount)}, {right, y_of(below)}, u32(color));
    below += amount;
  }
}

Handle handle_at(const Ui& ui, const Rect& r, double share, std::string words) {
  const float x = std::floor(r.x + static_cast<float>(share) * r.w) + 0.5f;
  const float w = text_width(ui.fonts.small_bold, words) + 16;
  const float left = std::clamp(x - 0.5f * w, r.x - 12, std::max(r.x - 12, r.right() + 12 - w));
  return {x, left, left + w, std::move(words)};
}

void draw(const Ui& ui, const Rect& r, const Handle& h) {
  ImDrawList* d = ImGui::GetWindowDrawList();
  d->AddLine({h.x, r.y - 6}, {h.x, r.bottom() + 4}, u32(ui.palette.ink), 2);
  d->AddRectFilled({h.left, r.bottom() + 2}, {h.right, r.bottom() + 23}, u32(ui.palette.ink), 10);
  text_at(d, ui.fonts.small_bold, {h.left + 8, r.bottom() + 4.5f}, ui.palette.panel, h.words);
}

Scrub scrub(const Ui& ui, const char* id, const Rect& r, const TimeAxis& time) {
  Scrub moved;
  ImGui::SetCursorScreenPos({r.x - 8, r.y - 10});
  press(id, {r.w + 16, r.h + 34});
  if (ImGui::IsItemActive() && ImGui::IsMouseDown(0)) moved.to = std::clamp(static_cast<double>((time.mouse().x - r.x) / r.w), 0.0, 1.0);
  if (ImGui::IsItemFocused() && !ImGui::GetIO().WantTextInput)
    moved.steps = (ImGui::IsKeyPressed(right_arrow()) ? 1 : 0) - (ImGui::IsKeyPressed(left_arrow()) ? 1 : 0);
  focus_ring(ui);
  return moved;
}

}  // namespace gs::ui
