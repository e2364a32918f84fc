#include "export/svg_marker.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "export/svg_outline.hpp"
#include "export/svg_parts.hpp"

namespace gs::svg {
namespace {

constexpr double kDashes = 3.9;  ///< px a period

std::string line(Color c, double width) { return " fill=\"none\"" + paint("stroke", c) + attribute("stroke-width", width); }
std::string circle(double r, const std::string& look) { return "<circle" + attribute("r", r) + look + "/>"; }
/// About a middle.
std::string rect(glm::dvec2 middle, glm::dvec2 half, double corner, const std::string& look) {
  const std::string round = corner > 0.0 ? attribute("rx", corner) : "";
  return "<rect" + attribute("x", middle.x - half.x) + attribute("y", middle.y - half.y) + attribute("width", 2.0 * half.x) +
         attribute("height", 2.0 * half.y) + round + look + "/>";
}

/// What of a marker the parts are drawn from.
struct Body {
  const Marker& m;
  double r;
  Outline outline;
  ShapeReach reach;
  Color line;
  double bound() const { return reach.bound * r; }
};

/// Sunlight that falls on a plant: strongest at its rim, gone at twice its radius.
std::string glow(const Body& b, std::size_t name) {
  constexpr int kStops = 6;
  const double range = b.r * 0.9 + 5.0, end = b.r + range;
  std::string stops;
  for (int i = 0; i <= kStops; ++i) {
    const double t = static_cast<double>(i) / kStops, fall = 1.0 - t * t * (3.0 - 2.0 * t);
    Color c = b.m.color;
    c.a = 255;
    stops += "<stop" + attribute("offset", (b.r + range * t) / end) + paint("stop-color", c) +
             attribute("stop-opacity", 0.6 * static_cast<double>(b.m.glow) * fall * fall) + "/>";
  }
  return fmt::format("<radialGradient id=\"glow{0}\" gradientUnits=\"userSpaceOnUse\" cx=\"0\" cy=\"0\" r=\"{1}\">{2}</radialGradient>"
                     "<circle r=\"{1}\" fill=\"url(#glow{0})\"/>",
                     name, number(end), stops);
}

/// What the wind gives: a ring that stands further out the more it is.
std::string pulse(const Body& b) {
  const auto share = static_cast<double>(b.m.pulse);
  return circle(b.bound() + share * (0.7 * b.r + 5.0) + 1.5, line(b.m.color, 1.5) + attribute("opacity", 0.35 + 0.5 * share));
}

std::string emphasis(const Body& b) {
  const Color ring = ring_color(b.m);
  const std::string halo = paint("fill", b.m.halo);
  switch (b.m.emphasis) {
    case Emphasis::hover:
      return circle(b.bound() + 3.0, line(ring, 1.2));
    case Emphasis::selected:
      return circle(b.bound() + 4.0, halo) + circle(b.bound() + 4.0, line(ring, 2.0));
    case Emphasis::focus: {
      const glm::dvec2 half(b.bound() + 5.0);
      return rect({}, half, 4.5, halo + attribute("opacity", 0.6)) + rect({}, half, 4.5, line(ring, 2.0));
    }
    case Emphasis::rest:
    case Emphasis::faded:
      break;
  }
  return "";
}

std::string halo(const Body& b) {
  const bool open = b.m.fill == Fill::dashed || b.m.fill == Fill::slashed;
  return b.outline.filled(0.0, paint("fill", b.m.halo) + paint("stroke", b.m.halo) + attribute("stroke-width", 2.4) + " stroke-linejoin=\"round\"" +
                                   (open ? attribute("opacity", 0.75) : ""));
}

std::string body(const Body& b) {
  const double width = std::min(1.4, 0.4 * b.r);
  switch (b.m.fill) {
    case Fill::solid:
      return b.outline.filled(0.0, paint("fill", b.m.edge)) + b.outline.filled(-std::min(1.0, 0.2 * b.r), paint("fill", b.m.color));
    case Fill::tinted: {
      Color inside = mixed(b.m.halo, b.m.color, 0.28);
      inside.a = 255;
      return b.outline.filled(0.0, paint("fill", b.line)) + b.outline.filled(-width, paint("fill", inside));
    }
    case Fill::dashed:
    case Fill::slashed:
      break;
  }
  return b.outline.dashed(-0.25 * width, kDashes, line(b.line, width));
}

/// On water: a line below.
std::string underline(const Body& b) {
  const glm::dvec2 at(0.0, std::max(b.r, b.reach.lowest * b.r) + 3.6), half(1.2 * b.r, 0.75);
  return rect(at, half + 1.2, 1.2, paint("fill", b.m.halo)) + rect(at, half, 0.0, paint("fill", b.line));
}

std::string details(const Body& b) {
  const bool solid = b.m.fill == Fill::solid;
  std::string out;
  if (b.m.shape == Shape::ring_dot) out += circle(std::max(0.4 * b.r, 1.1), paint("fill", solid ? b.m.halo : b.m.color));
  if (b.m.shape == Shape::pill && b.m.fill != Fill::slashed) {
    const std::string turned = b.m.angle == 0.0f ? "" : " transform=\"rotate(" + number(static_cast<double>(b.m.angle) * 180.0 / std::numbers::pi) + ")\"";
    out += rect(glm::dvec2(0.62, 0.0) * b.r, glm::dvec2(0.2, 0.29) * b.r, 0.0, paint("fill", solid ? b.m.halo : b.line) + turned);
  }
  if (b.m.badge == Badge::bar)
    out += rect({}, {std::max(0.36 * b.r, 1.5), std::max(0.2 * b.r, 0.8)}, 0.0, paint("fill", solid ? b.m.edge : b.line));
  if (b.m.fill == Fill::slashed) {
    const std::string end = number(0.95 * b.r);
    out += "<path d=\"M-" + end + " " + end + "L" + end + " -" + end + "\"" + line(b.line, std::min(1.4, 0.3 * b.r)) + " stroke-linecap=\"round\"/>";
  }
  return b.m.badge == Badge::underline ? out + underline(b) : out;
}

/// A pie's piece from one share of the turn to another, clockwise from the top.
std::string wedge(double from, double to, double r, Color color) {
  if (from <= 0.0 && to >= 0.999) return circle(r, paint("fill", color));
  const auto at = [r](double share) {
    const double a = 2.0 * std::numbers::pi * share;
    return number(r * std::sin(a)) + " " + number(-r * std::cos(a));
  };
  const std::string radius = number(r), large = to - from > 0.5 ? " 1" : " 0";
  return "<path d=\"M0 0L" + at(from) + "A" + radius + " " + radius + " 0" + large + " 1 " + at(to) + "z\"" + paint("fill", color) + "/>";
}

std::string placed(glm::vec2 at, double opacity, const std::string& parts) {
  const std::string clear = opacity < 1.0 ? attribute("opacity", opacity) : "";
  return "<g transform=\"translate(" + number(static_cast<double>(at.x)) + " " + number(static_cast<double>(at.y)) + ")\"" + clear + ">" + parts + "</g>\n";
}

}  // namespace

std::string marker(const Marker& m, std::size_t name) {
  const auto r = static_cast<double>(m.radius);
  const Body b{m, r, Outline(m.shape, r, static_cast<double>(m.angle)), reach_of(m.shape), outline_color(m)};
  std::string parts;
  if (m.glow > 0.0f) parts += glow(b, name);
  if (m.pulse > 0.0f) parts += pulse(b);
  if (m.inexact) parts += dashed_circle(b.bound() + 5.0, kDashes, line(b.line, 1.1));
  parts += emphasis(b) + halo(b) + body(b) + details(b);
  return placed(m.at, static_cast<double>(m.opacity) * (m.emphasis == Emphasis::faded ? 0.25 : 1.0), parts);
}

std::string group(const GroupRing& g, const Scene& scene) {
  const auto r = static_cast<double>(g.radius), inner = r - std::max(3.5, 0.3 * r);
  std::string parts, borders;
  if (g.emphasis == Emphasis::hover) parts += circle(r + 3.0, line(scene.group_ink, 1.2));
  parts += circle(r + 1.2, paint("fill", scene.group_halo));
  double before = 0.0;
  for (std::size_t i = 0; i < g.until.size(); ++i) {
    const double end = i + 1 < g.until.size() ? static_cast<double>(g.until[i]) : 1.0;
    if (end - before < 0.002) continue;  // less than the shader's bytes hold
    Color color = scene.parts[i];
    color.a = 255;
    parts += wedge(before, end, r, color);
    const double a = 2.0 * std::numbers::pi * before;
    if (before > 0.0 || end < 0.999) borders += "M0 0L" + number(r * std::sin(a)) + " " + number(-r * std::cos(a));
    before = end;
  }
  if (!borders.empty()) parts += "<path d=\"" + borders + "\"" + line(scene.group_halo, 1.2) + "/>";
  return placed(g.at, static_cast<double>(g.opacity), parts + circle(inner, paint("fill", scene.group_halo)));
}

}  // namespace gs::svg
