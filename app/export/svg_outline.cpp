#include "export/svg_outline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

#include "export/svg_parts.hpp"

namespace gs::svg {
namespace {

constexpr double kHalfDash = 0.29;  ///< of a period

double periods(double length, double wanted) { return std::max(1.0, std::floor(length / wanted + 0.5)); }

std::string xy(glm::dvec2 p) { return number(p.x) + " " + number(p.y); }

std::string pattern(double period) {
  return fmt::format(" stroke-dasharray=\"{} {}\"", number(2.0 * kHalfDash * period), number((1.0 - 2.0 * kHalfDash) * period)) +
         attribute("stroke-dashoffset", kHalfDash * period);
}

/// From the right on: a <circle> begins where its reader likes.
std::string broken_circle(double radius, double count, const std::string& look) {
  const std::string r = number(radius), half = "A" + r + " " + r + " 0 0 1 ";
  return "<path d=\"M" + r + " 0" + half + "-" + r + " 0" + half + r + " 0z\"" + look + pattern(2.0 * std::numbers::pi * radius / count) + "/>";
}

/// A quarter of a pill's outline.
double quarter_of(glm::dvec2 half, double corner) { return half.x + half.y - 2.0 * corner + 0.5 * std::numbers::pi * corner; }

std::string circle(double radius, const std::string& look) { return "<circle" + attribute("r", radius) + look + "/>"; }

}  // namespace

std::string dashed_circle(double radius, double wanted, const std::string& look) { return broken_circle(radius, periods(2.0 * std::numbers::pi * radius, wanted), look); }

Outline::Outline(Shape shape, double radius, double angle) : shape_(shape), radius_(radius), angle_(angle) {
  const double c = std::cos(angle), s = std::sin(angle);
  for (const glm::dvec2& p : corners_of(shape)) corners_.push_back(radius * glm::dvec2(c * p.x - s * p.y, s * p.x + c * p.y));
}

/// Each corner lies where the edges beside it meet once both are moved.
std::vector<glm::dvec2> Outline::moved(double out) const {
  const std::size_t n = corners_.size();
  std::vector<glm::dvec2> to(n);
  for (std::size_t i = 0; i < n; ++i) {
    const glm::dvec2 a = glm::normalize(corners_[i] - corners_[(i + n - 1) % n]), b = glm::normalize(corners_[(i + 1) % n] - corners_[i]);
    const glm::dvec2 across_a(a.y, -a.x), across_b(b.y, -b.x);  // outwards: corners go clockwise, y is down
    to[i] = corners_[i] + (across_a + across_b) * (out / (1.0 + glm::dot(across_a, across_b)));
  }
  return to;
}

std::string Outline::filled(double out, const std::string& look) const {
  if (round()) return circle(radius_ + out, look);
  if (shape_ == Shape::pill) {
    const glm::dvec2 half = kPillHalf * radius_ + out;
    const std::string turned = angle_ == 0.0 ? "" : " transform=\"rotate(" + number(angle_ * 180.0 / std::numbers::pi) + ")\"";
    return "<rect" + attribute("x", -half.x) + attribute("y", -half.y) + attribute("width", 2.0 * half.x) + attribute("height", 2.0 * half.y) +
           attribute("rx", kPillCorner * radius_ + out) + look + turned + "/>";
  }
  std::string data;
  for (const glm::dvec2& p : moved(out)) data += (data.empty() ? "M" : "L") + xy(p);
  return "<path d=\"" + data + "z\"" + look + "/>";
}

std::string Outline::dashed_polygon(double out, double wanted, const std::string& look) const {
  const auto ring = moved(out);
  const std::size_t n = ring.size();
  const auto count = [&](std::size_t edge) { return periods(glm::distance(corners_[edge], corners_[(edge + 1) % n]), wanted); };
  const auto on = [&](std::size_t edge, double period) { return ring[edge] + (ring[(edge + 1) % n] - ring[edge]) * (period / count(edge)); };
  std::string data;
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t before = (i + n - 1) % n;
    data += "M" + xy(on(before, count(before) - kHalfDash)) + "L" + xy(ring[i]) + "L" + xy(on(i, kHalfDash));
    for (double k = 1.0; k < count(i); k += 1.0) data += "M" + xy(on(i, k - kHalfDash)) + "L" + xy(on(i, k + kHalfDash));
  }
  return "<path d=\"" + data + "\"" + look + "/>";
}

std::string Outline::dashed(double out, double wanted, const std::string& look) const {
  if (round()) return broken_circle(radius_ + out, periods(2.0 * std::numbers::pi * radius_, wanted), look);
  if (shape_ != Shape::pill) return dashed_polygon(out, wanted, look);
  // A path of four quarters, from the right on, clockwise.
  const glm::dvec2 half = kPillHalf * radius_ + out;
  const double r = kPillCorner * radius_ + out;
  const glm::dvec2 straight = half - r;
  const double count = periods(quarter_of(kPillHalf * radius_, kPillCorner * radius_), wanted);
  const std::string arc = "A" + xy(glm::dvec2(r)) + " 0 0 1 ";
  const std::string data = "M" + xy({half.x, 0.0}) + "V" + number(straight.y) + arc + xy({straight.x, half.y}) + "H" + number(-straight.x) + arc +
                           xy({-half.x, straight.y}) + "V" + number(-straight.y) + arc + xy({-straight.x, -half.y}) + "H" + number(straight.x) + arc +
                           xy({half.x, -straight.y}) + "z";
  const std::string turned = angle_ == 0.0 ? "" : " transform=\"rotate(" + number(angle_ * 180.0 / std::numbers::pi) + ")\"";
  return "<path d=\"" + data + "\"" + look + pattern(quarter_of(half, r) / count) + turned + "/>";
}

}  // namespace gs::svg
