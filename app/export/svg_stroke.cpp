#include "export/svg_stroke.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "export/svg_parts.hpp"

namespace gs::svg {
namespace {

constexpr double kTickWidth = 1.0;

std::string data_of(std::span<const Stretch> parts) {
  Path path;
  for (const Stretch& s : parts) {
    path.move(s.points.front());
    for (std::size_t i = 1; i < s.points.size(); ++i) path.line(s.points[i]);
  }
  return path.take();
}

std::string path_element(const std::string& data, const std::string& look) { return data.empty() ? "" : "<path d=\"" + data + "\"" + look + "/>\n"; }

std::string look_of(Color color, double width, bool round_ends) {
  return std::string(" fill=\"none\"") + paint("stroke", color) + attribute("stroke-width", width) + " stroke-linejoin=\"round\"" +
         (round_ends ? " stroke-linecap=\"round\"" : "");
}

/// Dashes count from a line's beginning: a part that begins further on is a path of its own, which begins within a dash.
std::string broken_line(const std::vector<Stretch>& parts, const StrokeStyle& style, const std::string& look) {
  const double period = static_cast<double>(style.dash + style.gap);
  const std::string dashes = look + fmt::format(" stroke-dasharray=\"{} {}\"", number(style.dash), number(style.gap));
  std::vector<Stretch> whole;
  std::string cut;
  for (const Stretch& s : parts) {
    if (s.from == 0.0) whole.push_back(s);
    else cut += path_element(data_of(std::span(&s, 1)), dashes + attribute("stroke-dashoffset", std::fmod(s.from, period)));
  }
  return path_element(data_of(whole), dashes) + cut;
}

/// The marks across a line at half a period and each period from there on.
std::string ticks(const std::vector<Stretch>& parts, const StrokeStyle& style) {
  const auto every = static_cast<double>(style.tick_every), half = 0.5 * static_cast<double>(style.tick_length);
  Path path;
  for (const Stretch& s : parts) {
    double along = s.from;
    for (std::size_t i = 1; i < s.points.size(); ++i) {
      const glm::dvec2 a = s.points[i - 1], b = s.points[i];
      const double length = glm::distance(a, b);
      if (length <= 0.0) continue;
      const glm::dvec2 way = (b - a) / length, across = glm::dvec2(-way.y, way.x) * half;
      for (double at = (std::ceil(along / every - 0.5) + 0.5) * every; at < along + length; at += every) {
        const glm::dvec2 middle = a + way * (at - along);
        path.move(middle - across);
        path.line(middle + across);
      }
      along += length;
    }
  }
  return path_element(path.take(), look_of(style.color, kTickWidth, false));
}

}  // namespace

std::string stroke(const StrokeLayer& layer, const Screen& screen) {
  if (!layer.lines) return "";
  const StrokeStyle& style = layer.style;
  const bool halo = style.halo_width > 0.0f && style.halo.a > 0, ticked = style.tick_every > 0.0f && style.tick_length > 0.0f;
  const auto reach = static_cast<double>(std::max({style.width, halo ? style.halo_width : 0.0f, ticked ? style.tick_length : 0.0f}));
  const auto parts = stretches(*layer.lines, screen, screen.frame(0.5 * reach + 2.0));
  std::string out;
  if (halo) out += path_element(data_of(parts), look_of(style.halo, style.halo_width, true));
  if (style.width > 0.0f) {
    const bool broken = style.gap > 0.0f, dots = broken && style.dash <= 0.0f;
    const std::string look = look_of(style.color, style.width, !broken || dots);
    out += broken ? broken_line(parts, style, look) : path_element(data_of(parts), look);
  }
  return ticked ? out + ticks(parts, style) : out;
}

}  // namespace gs::svg
