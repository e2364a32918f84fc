#include <algorithm>
#include <cmath>

#include "model/numerics.hpp"
#include "model/rail/line.hpp"

namespace gs::model::rail {
namespace {

constexpr double kUndulation = 1000.0;  ///< m: a stretch of one grade (assumption: about a train's length)

/// Heights between the places, linear; those of the first and last beyond them.
class Terrain {
 public:
  explicit Terrain(std::vector<Height> heights) : heights_(std::move(heights)) {
    std::stable_sort(heights_.begin(), heights_.end(), [](const Height& a, const Height& b) { return a.at_m < b.at_m; });
  }
  /// Places in ascending order only.
  double at(double m) {
    if (heights_.empty()) return 0.0;
    go(m);
    if (m <= heights_.front().at_m || next_ == heights_.size()) return heights_[next_ ? next_ - 1 : 0].height_m;
    const Height &a = heights_[next_ - 1], &b = heights_[next_];
    return a.height_m + (b.height_m - a.height_m) * (m - a.at_m) / (b.at_m - a.at_m);
  }
  /// Which stretch between two places this is.
  std::size_t joint(double m) {
    go(m);
    return next_;
  }

 private:
  void go(double m) {
    while (next_ < heights_.size() && heights_[next_].at_m <= m) ++next_;
  }
  std::vector<Height> heights_;
  std::size_t next_ = 0;
};

/// Adds -1..1 times `amplitude` to the grade of each section, so that the sum over each joint is 0.
void undulate(const std::vector<Height>& heights, double step, double amplitude, std::vector<double>& height) {
  const std::size_t n = height.size() - 1;
  const numerics::Draws draws(1520, 4);
  Terrain terrain(heights);
  std::vector<double> wave(n);
  for (std::size_t i = 0; i < n;) {
    const auto middle = [&](std::size_t k) { return (static_cast<double>(k) + 0.5) * step; };
    const std::size_t first = i, joint = terrain.joint(middle(i));
    double mean = 0.0, most = 1.0;
    for (; i < n && terrain.joint(middle(i)) == joint; ++i) {
      wave[i] = 2.0 * draws.uniform(static_cast<std::uint64_t>(middle(i) / kUndulation)) - 1.0;
      mean += wave[i];
    }
    mean /= static_cast<double>(i - first);
    for (std::size_t k = first; k < i; ++k) most = std::max(most, std::fabs(wave[k] -= mean));
    for (std::size_t k = first; k < i; ++k) wave[k] /= most;
  }
  double sum = 0.0;
  for (std::size_t i = 0; i < n; ++i) height[i + 1] += (sum += amplitude * step * wave[i]);
}

/// Knots of a rising, piecewise linear function on one side of its zero, the nearest on top; moved and tilted as a whole.
class Side {
 public:
  struct Knot {
    double at, value;
  };
  bool empty() const { return knots_.empty(); }
  Knot top() const {
    const Knot& k = knots_.back();
    return {k.at + shift_, k.value + tilt_ * k.at + lift_};
  }
  void push(Knot k) {
    k.at -= shift_;
    knots_.push_back({k.at, k.value - tilt_ * k.at - lift_});
  }
  void pop() { knots_.pop_back(); }
  void move(double by) { shift_ += by; }
  /// Adds 2 (h - t).
  void pull_to(double t) {
    tilt_ += 2.0;
    lift_ += 2.0 * (shift_ - t);
  }

 private:
  std::vector<Knot> knots_;
  double shift_ = 0.0, tilt_ = 0.0, lift_ = 0.0;
};

/// Replaces the heights by the nearest in the least-squares sense of which no two neighbours differ by more than `most`,
/// both ends kept; they must allow it. Exact, by dynamic programming over the derivative of the least cost as a function
/// of the last height: a step lets its falling side move by -most, its rising side by +most.
void limit_steps(std::vector<double>& height, double most) {
  const std::size_t n = height.size() - 1;
  std::vector<double> best(n + 1);
  best[0] = height[0];
  Side below, above;
  for (std::size_t i = 1; i < n; ++i) {
    below.push({best[i - 1], 0.0});
    above.push({best[i - 1], 0.0});
    below.move(-most);
    above.move(most);
    below.pull_to(height[i]);
    above.pull_to(height[i]);
    for (; !below.empty() && below.top().value >= 0.0; below.pop()) above.push(below.top());
    for (; !above.empty() && above.top().value < 0.0; above.pop()) below.push(above.top());
    if (below.empty() || above.empty()) {
      best[i] = below.empty() ? above.top().at : below.top().at;
    } else {
      const Side::Knot a = below.top(), b = above.top();
      best[i] = a.at + (b.at - a.at) * (-a.value / (b.value - a.value));
    }
  }
  for (std::size_t i = n; i-- > 1;) height[i] = std::clamp(best[i], height[i + 1] - most, height[i + 1] + most);
}

}  // namespace

std::vector<Section> estimated_profile(const std::vector<Height>& terrain, double length_m, double ruling_permille,
                                       double undulation_permille, double section_m, double compensation_permille) {
  if (!(length_m > 0.0) || !(section_m > 0.0)) return {};
  const double whole = std::max(1.0, std::floor(length_m / section_m + 0.5));
  const auto n = static_cast<std::size_t>(whole);
  const double step = length_m / whole, ruling = std::max(0.0, ruling_permille - compensation_permille) * 1e-3;
  std::vector<double> height(n + 1);
  Terrain land(terrain);
  for (std::size_t i = 0; i <= n; ++i) height[i] = land.at(static_cast<double>(i) * step);
  undulate(terrain, step, undulation_permille * 1e-3, height);

  // Ends too far apart in height come nearer, each by half.
  const double rise = height[n] - height[0], over = std::fabs(rise) - ruling * length_m;
  if (over > 0.0) {
    height[0] += rise > 0.0 ? 0.5 * over : -0.5 * over;
    for (std::size_t i = 1; i <= n; ++i)
      height[i] = height[0] + (rise > 0.0 ? ruling : -ruling) * step * static_cast<double>(i);
  } else {
    limit_steps(height, ruling * step);
  }
  std::vector<Section> sections(n);
  for (std::size_t i = 0; i < n; ++i) {
    sections[i].start_m = static_cast<double>(i) * step;
    sections[i].grade_permille = (height[i + 1] - height[i]) / step * 1e3;
  }
  return sections;
}

}  // namespace gs::model::rail
