#include "scene/chart_layout.hpp"

#include <algorithm>
#include <cmath>

#include "scene/chart_parts.hpp"

namespace gs {

float ChartScale::px(double number) const {
  const double t = log ? std::log(std::max(number, 1e-300) / low) / std::log(high / low) : (number - low) / (high - low);
  return from + static_cast<float>(t) * (to - from);
}

double ChartScale::number(float at) const {
  const double t = static_cast<double>((at - from) / (to - from));
  return log ? low * std::pow(high / low, t) : low + t * (high - low);
}

std::string cut_to(const TextWidth& width, std::string_view text, float room, bool bold) {
  if (width(text, bold) <= room) return std::string(text);
  while (!text.empty()) {
    do text.remove_suffix(1);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0u) == 0x80u);
    // What is left may end in the first byte of a character.
    if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0u) text.remove_suffix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    const std::string cut = std::string(text) + "…";
    if (width(cut, bold) <= room) return text.empty() ? std::string() : cut;
  }
  return {};
}

ChartLayout lay_out(const Chart& chart, const ChartBox& box, const TextWidth& width, bool with_title) {
  chart::Draft draft{chart, box, width, {}};
  const float top = chart::add_head(draft, box.y, with_title);
  const float bottom = with_title ? chart::add_foot(draft, box.bottom()) : box.bottom();
  chart::add_axes(draft, top, bottom);
  chart::add_series(draft);
  return std::move(draft.out);
}

namespace chart {

bool Draft::label(std::string text, float x, float y, Tone tone, bool bold) {
  if (text.empty()) return false;
  const ChartBox at{x, y, width(text, bold), kLine};
  constexpr float kTouch = 0.01f;
  if (at.x < box.x - kTouch || at.y < box.y - kTouch || at.right() > box.right() + kTouch || at.bottom() > box.bottom() + kTouch) return false;
  for (const ChartLabel& l : out.labels)
    if (at.x < l.box.right() + 2 && l.box.x < at.right() + 2 && at.y < l.box.bottom() - kTouch && l.box.y < at.bottom() - kTouch) return false;
  out.labels.push_back({at, std::move(text), tone, bold});
  return true;
}

glm::vec2 Draft::place(double at, double value) const {
  const float a = out.at.px(at), v = out.value.px(value);
  return chart.sideways ? glm::vec2(v, a) : glm::vec2(a, v);
}

}  // namespace chart
}  // namespace gs
