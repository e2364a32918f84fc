#include "export/svg_path.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <iterator>
#include <utility>

namespace gs::svg {
namespace {

constexpr double kMargin = 2.0;  ///< px around the picture that an area is still written for

bool is_place(glm::dvec2 p) { return std::isfinite(p.x) && std::isfinite(p.y); }

/// Tenths as they are read after another number: "12", "3.4", ".5"; a space only where no sign parts them.
void append(std::string& out, long tenths, bool first) {
  if (tenths < 0) out += '-';
  else if (!first) out += ' ';
  const long whole = std::labs(tenths) / 10, rest = std::labs(tenths) % 10;
  if (whole != 0 || rest == 0) fmt::format_to(std::back_inserter(out), "{}", whole);
  if (rest != 0) fmt::format_to(std::back_inserter(out), ".{}", rest);
}

long tenths(double px) { return std::lround(std::clamp(px, -1e6, 1e6) * 10.0); }

/// What of a ring lies on one side of a line across an axis.
void keep(std::vector<glm::dvec2>& ring, int axis, double bound, double sign) {
  std::vector<glm::dvec2> out;
  const auto inside = [&](glm::dvec2 p) { return (p[axis] - bound) * sign >= 0.0; };
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const glm::dvec2 a = ring[i == 0 ? ring.size() - 1 : i - 1], b = ring[i];
    if (inside(a) != inside(b)) out.push_back(a + (b - a) * ((bound - a[axis]) / (b[axis] - a[axis])));
    if (inside(b)) out.push_back(b);
  }
  ring = std::move(out);
}

/// Smaller than what is written.
bool is_speck(const std::vector<glm::dvec2>& ring) {
  glm::dvec2 min = ring.front(), max = min;
  for (const glm::dvec2& p : ring) min = glm::min(min, p), max = glm::max(max, p);
  return std::max(max.x - min.x, max.y - min.y) < 0.1;
}

/// Shares of a segment between which it lies in a frame (Liang and Barsky); false when it does not.
bool seen(glm::dvec2 a, glm::dvec2 b, const Frame& f, double& from, double& to) {
  from = 0.0, to = 1.0;
  for (int axis = 0; axis < 2; ++axis) {
    const double d = b[axis] - a[axis];
    for (const auto& [p, q] : {std::pair(-d, a[axis] - f.min[axis]), std::pair(d, f.max[axis] - a[axis])}) {
      if (p == 0.0 && q < 0.0) return false;
      if (p < 0.0) from = std::max(from, q / p);
      if (p > 0.0) to = std::min(to, q / p);
    }
  }
  return from <= to;
}

/// Of one piece of a line.
void add_stretches(std::span<const glm::vec2> piece, const Screen& screen, const Frame& frame, std::vector<Stretch>& out) {
  double along = 0.0;
  bool goes_on = false;  // the last point of the last stretch is where the next segment begins
  for (std::size_t i = 1; i < piece.size(); ++i) {
    const glm::dvec2 a = screen.at(piece[i - 1]), b = screen.at(piece[i]);
    if (!is_place(a) || !is_place(b)) {
      goes_on = false;
      continue;
    }
    const double length = glm::distance(a, b);
    double from = 0.0, to = 1.0;
    const bool is_seen = seen(a, b, frame, from, to);
    if (is_seen) {
      if (!goes_on || from > 0.0) out.push_back({{a + (b - a) * from}, along + length * from});
      out.back().points.push_back(a + (b - a) * to);
    }
    goes_on = is_seen && to == 1.0;
    along += length;
  }
}

}  // namespace

Screen::Screen(const MapView& v)
    : centre_(v.centre), size_(v.viewport), scale_(v.scale), cos_(std::cos(v.roll)), sin_(std::sin(v.roll)) {}

glm::dvec2 Screen::at(glm::vec2 plane) const {
  const glm::dvec2 d = (glm::dvec2(plane) - centre_) * scale_;
  return size_ * 0.5 + glm::dvec2(d.x * cos_ + d.y * sin_, d.x * sin_ - d.y * cos_);
}

void Path::move(glm::dvec2 p) {
  x_ = tenths(p.x), y_ = tenths(p.y);
  data_ += 'M';
  lines_ = false;
  append(data_, x_, true);
  append(data_, y_, false);
}

void Path::line(glm::dvec2 p) {
  const long x = tenths(p.x), y = tenths(p.y);
  if (x == x_ && y == y_) return;
  if (!lines_) data_ += 'l';
  append(data_, x - x_, !lines_);
  append(data_, y - y_, false);
  x_ = x, y_ = y, lines_ = true;
}

std::vector<glm::dvec2> clipped(std::vector<glm::dvec2> ring, const Frame& f) {
  for (int axis = 0; axis < 2; ++axis) {
    keep(ring, axis, f.min[axis], 1.0);
    keep(ring, axis, f.max[axis], -1.0);
  }
  if (ring.size() < 3) ring.clear();
  return ring;
}

std::string area(const Rings& rings, const Screen& screen) {
  const Frame frame = screen.frame(kMargin);
  Path path;
  for (const Span& span : rings.rings) {
    std::vector<glm::dvec2> ring;
    for (std::uint32_t i = 0; i < span.count; ++i) {
      const glm::dvec2 p = screen.at(rings.points[span.first + i]);
      if (is_place(p)) ring.push_back(p);
    }
    ring = clipped(std::move(ring), frame);
    if (ring.empty() || is_speck(ring)) continue;
    path.move(ring.front());
    for (const glm::dvec2& p : ring) path.line(p);
    path.close();
  }
  return path.take();
}

std::vector<Stretch> stretches(const Lines& lines, const Screen& screen, const Frame& frame) {
  std::vector<Stretch> out;
  for (const Span& piece : lines.pieces)
    add_stretches(std::span(lines.points).subspan(piece.first, piece.count), screen, frame, out);
  return out;
}

}  // namespace gs::svg
