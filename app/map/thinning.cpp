#include "map/thinning.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include <glm/geometric.hpp>

#include "map/sphere.hpp"

namespace gs {
namespace {

constexpr float kEnd = std::numeric_limits<float>::infinity();

/// The points of one arc that are left, as a list in both directions, and a heap of the areas of their triangles.
class Elimination {
 public:
  explicit Elimination(std::span<const glm::dvec2> lon_lat) {
    const std::size_t n = lon_lat.size();
    unit_.reserve(n);
    for (const glm::dvec2& p : lon_lat) unit_.push_back(unit_vector(p * (std::numbers::pi / 180.0)));
    area_.assign(n, kEnd), before_.resize(n), after_.resize(n);
    for (std::uint32_t i = 0; i < n; ++i) before_[i] = i - 1, after_[i] = i + 1;
    heap_.reserve(n);
    for (std::uint32_t i = 1; i + 1 < n; ++i) heap_.push_back({area_[i] = triangle(i), i});
    std::make_heap(heap_.begin(), heap_.end(), later);
  }

  void run(std::span<float> out) {
    std::fill(out.begin(), out.end(), kEnd);
    float most = 0.0f;
    while (!heap_.empty()) {
      const Candidate c = heap_.front();
      std::pop_heap(heap_.begin(), heap_.end(), later);
      heap_.pop_back();
      if (area_[c.point] != c.area) continue;  // it has a larger one by now, further down
      most = std::max(most, c.area);
      out[c.point] = most;
      area_[c.point] = -1.0f;
      const std::uint32_t a = before_[c.point], b = after_[c.point];
      after_[a] = b, before_[b] = a;
      for (const std::uint32_t i : {a, b}) {
        if (area_[i] != kEnd) push(i);
      }
    }
  }

 private:
  struct Candidate {
    float area;
    std::uint32_t point;
  };
  static bool later(const Candidate& a, const Candidate& b) {
    return a.area != b.area ? a.area > b.area : a.point > b.point;
  }
  float triangle(std::uint32_t i) const {
    const glm::dvec3 a = unit_[before_[i]], b = unit_[i], c = unit_[after_[i]];
    return static_cast<float>(0.5 * glm::length(glm::cross(b - a, c - a)));
  }
  void push(std::uint32_t i) {
    heap_.push_back({area_[i] = triangle(i), i});
    std::push_heap(heap_.begin(), heap_.end(), later);
  }

  std::vector<glm::dvec3> unit_;
  std::vector<float> area_;
  std::vector<std::uint32_t> before_, after_;
  std::vector<Candidate> heap_;
};

/// Appends the points of [first, first + count) that matter; the ends of a line always do. Returns how many.
std::uint32_t keep(const Detail& from, std::uint32_t first, std::uint32_t count, float least, bool ends, Detail& to) {
  const std::size_t begin = to.points.size();
  for (std::uint32_t i = first; i < first + count; ++i) {
    const bool end = ends && (i == first || i + 1 == first + count);
    if (end || from.areas[i] >= least) to.points.push_back(from.points[i]);
  }
  return static_cast<std::uint32_t>(to.points.size() - begin);
}

}  // namespace

void effective_areas(std::span<const glm::dvec2> lon_lat, std::span<float> out) { Elimination(lon_lat).run(out); }

Detail thinned(const Detail& from, float least) {
  Detail to;
  to.name = from.name;
  if (from.areas.empty()) {
    to.points = from.points, to.rings = from.rings, to.lines = from.lines;
    return to;
  }
  for (Ring ring : from.rings) {
    const auto first = static_cast<std::uint32_t>(to.points.size());
    const std::uint32_t count = keep(from, ring.first, ring.count, least, false, to);
    if (count < 3) {
      to.points.resize(first);
      continue;
    }
    ring.first = first, ring.count = count;
    to.rings.push_back(ring);
  }
  for (Line line : from.lines) {
    const auto first = static_cast<std::uint32_t>(to.points.size());
    const std::uint32_t count = keep(from, line.first, line.count, least, true, to);
    if (count < 2 || (count == 2 && to.points[first] == to.points[first + 1])) {  // of an islet, its beginning alone
      to.points.resize(first);
      continue;
    }
    line.first = first, line.count = count;
    to.lines.push_back(line);
  }
  return to;
}

double greatest_stretch(const Projector& projector) {
  constexpr double kStep = 2.5 * std::numbers::pi / 180.0, kAside = 1e-5;
  double most = 1.0;
  for (int row = -35; row <= 35; ++row) {
    for (int column = -71; column <= 71; ++column) {
      const glm::dvec2 at{column * kStep, row * kStep};
      if (!projector.frame().visible(at)) continue;
      const auto along = [&](glm::dvec2 step) {
        return (projector.project_frame(at + step) - projector.project_frame(at - step)) / (2.0 * kAside);
      };
      const glm::dvec2 a = along({kAside, 0.0}) / std::cos(at.y), b = along({0.0, kAside});
      if (const double area = std::abs(a.x * b.y - a.y * b.x); std::isfinite(area)) most = std::max(most, area);
    }
  }
  return most;
}

}  // namespace gs
