#include "ui/kit.hpp"

#include <algorithm>
#include <cmath>

namespace gs::ui {
namespace {

/// A round number at or above `value` that divides into three to five steps.
double axis_end(double value, double& step) {
  const double raw = std::max(value, 1e-9) / 3.2;
  const double power = std::pow(10.0, std::floor(std::log10(raw)));
  const double lead = raw / power;
  step = (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
  return step * std::ceil(value / step - 1e-9);
}

template <class Q>
void draw(const Ui& ui, const Range<Q>& simulated, const std::optional<Q>& reported, float width, Color color) {
  const double most = std::max(simulated.high.base(), reported ? reported->base() : 0.0);
  double step = 1;
  // What costs more than it saves reaches below zero.
  const double least = std::min(simulated.low.base(), 0.0);
  double end = axis_end(std::max(most, -least) * 1.04, step);
  if (most <= 0) end = 0;
  const double start = step * std::floor(least / step + 1e-9);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList* d = ImGui::GetWindowDrawList();
  const Palette& p = ui.palette;
  const auto x_of = [&](double t) { return at.x + static_cast<float>((t - start) / (end - start)) * (width - 8.0f) + 1.0f; };
  const float label_y = at.y, top = at.y + 20.0f, middle = at.y + 35.0f, bottom = at.y + 50.0f;

  const int ticks = static_cast<int>((end - start) / step + 0.5);
  const Figure last = figure(Q::from_base(end), ui.tr()), first = figure(Q::from_base(start), ui.tr());
  for (int i = 0; i <= ticks; ++i) {
    const float x = std::floor(x_of(start + step * i)) + 0.5f;
    d->AddLine({x, top}, {x, bottom}, u32(p.hairline));
  }
  const std::string start_text = start < 0 ? (end > 0 ? first.number : first.text()) : "0";
  text_at(d, ui.fonts.small, {at.x, bottom + 2}, p.secondary, start_text);
  const std::string end_text = end > 0 ? last.text() : "0";
  text_at(d, ui.fonts.small, {x_of(end) - text_width(ui.fonts.small, end_text), bottom + 2}, p.secondary, end_text);
  float free_from = at.x + text_width(ui.fonts.small, start_text) + 12.0f;
  const float free_to = x_of(end) - text_width(ui.fonts.small, end_text) - 12.0f;
  for (int i = 1; i < ticks; ++i) {
    const double value = std::round(start / step + i) * step;
    const Figure tick = value == 0.0 ? Figure{"0", last.unit} : figure(Q::from_base(value), ui.tr());
    const float w = text_width(ui.fonts.small, tick.number), x = x_of(value) - 0.5f * w;
    if (tick.unit != (end > 0 ? last.unit : first.unit) || x < free_from || x + w > free_to) continue;
    text_at(d, ui.fonts.small, {x, bottom + 2}, p.secondary, tick.number);
    free_from = x + w + 12.0f;
  }

  d->AddRectFilled({x_of(simulated.low.base()), middle - 4}, {std::max(x_of(simulated.high.base()), x_of(simulated.low.base()) + 8), middle + 4},
                   u32(color.with_alpha(0.30)), 4);
  const float dot = x_of(simulated.best.base());
  d->AddCircleFilled({dot, middle}, 7.0f, u32(p.panel), 24);
  d->AddCircleFilled({dot, middle}, 5.0f, u32(color), 24);

  // Where both do not fit side by side, the scale below carries the unit.
  const auto words = [&](const char* key, Q m, bool unit) {
    const Figure f = figure(m, ui.tr());
    return ui.tr()(key, unit ? f.text() : f.number);
  };
  const auto wide = [&](bool unit) {
    const float two = reported ? text_width(ui.fonts.small_bold, words("figure.reported_value", *reported, unit)) + 12.0f : 0.0f;
    return two + text_width(ui.fonts.small_bold, words("figure.simulated_value", simulated.best, unit));
  };
  const bool one_unit = !reported || figure(*reported, ui.tr()).unit == figure(simulated.best, ui.tr()).unit;
  const bool unit = wide(true) <= width || !one_unit;
  const std::string sim = words("figure.simulated_value", simulated.best, unit);
  const float sim_w = text_width(ui.fonts.small_bold, sim);
  const float right = at.x + width;
  float sim_x = std::clamp(dot - 0.5f * sim_w, at.x, right - sim_w);
  if (reported) {
    const float tick = x_of(reported->base());
    d->AddLine({tick, top}, {tick, bottom}, u32(p.ink), 2.0f);
    const std::string rep = words("figure.reported_value", *reported, unit);
    const float rep_w = text_width(ui.fonts.small_bold, rep);
    float rep_x = std::clamp(tick - 0.5f * rep_w, at.x, right - rep_w);
    // Side by side in the order of the values, never one over the other.
    if (tick >= dot && rep_x < sim_x + sim_w + 12.0f) {
      rep_x = std::min(right - rep_w, sim_x + sim_w + 12.0f);
      sim_x = std::max(at.x, std::min(sim_x, rep_x - 12.0f - sim_w));
    } else if (tick < dot && sim_x < rep_x + rep_w + 12.0f) {
      sim_x = std::min(right - sim_w, rep_x + rep_w + 12.0f);
      rep_x = std::max(at.x, std::min(rep_x, sim_x - 12.0f - rep_w));
    }
    text_at(d, ui.fonts.small_bold, {rep_x, label_y}, p.ink, rep);
  }
  text_at(d, ui.fonts.small_bold, {sim_x, label_y}, color, sim);
  ImGui::Dummy({width, bottom + 20.0f - at.y});
}

}  // namespace

void interval_bar(const Ui& ui, const Range<Mass>& simulated, const std::optional<Mass>& reported, float width) {
  draw(ui, simulated, reported, width, ui.palette.accent);
}

void interval_bar(const Ui& ui, const Range<Energy>& simulated, const std::optional<Energy>& reported, float width) {
  draw(ui, simulated, reported, width, ui.palette.secondary);
}

}  // namespace gs::ui
