#include "model/pv/sheds.hpp"

#include <algorithm>
#include <cmath>

#include "model/numerics.hpp"

namespace gs::model::pv {
namespace {

/// In distances of two rows; up is y.
struct Point {
  double x, y;
};

double distance(Point a, Point b) { return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)); }

/// Whether `b`, seen from `from`, stands to the left of `a`; both above it.
bool left_of(Point from, Point a, Point b) {
  const double cross = (a.x - from.x) * (b.y - from.y) - (a.y - from.y) * (b.x - from.x);
  return cross > 1e-8 * distance(from, a) * distance(from, b);
}

/// Length of a string from the ground to an edge, pulled tight around what stands in the way on either side.
double string_length(Point from, Point to, Point left, Point right) {
  if (left_of(from, to, right)) return distance(from, right) + distance(right, to);
  if (left_of(from, left, to)) return distance(from, left) + distance(left, to);
  return distance(from, to);
}

/// Share of its view that a stretch of ground, from below one row's middle to below the next one's, has through the gap
/// between row k and row k + 1; `half` from a row's middle to its upper, right edge.
double through_gap(int k, double height, Point half) {
  const Point a{0.0, 0.0}, b{1.0, 0.0};
  const Point low{k - half.x, height - half.y}, high{k + half.x, height + half.y};
  const Point next_low{low.x + 1.0, low.y}, next_high{high.x + 1.0, high.y};
  const Point left = left_of(a, high, low) ? high : low;  // what hides most of the row's far side
  const Point right = left_of(b, next_high, next_low) ? next_low : next_high;
  const auto to = [&](Point from, Point edge) { return string_length(from, edge, left, right); };
  return std::max(0.5 * (to(a, next_high) + to(b, high) - to(b, next_high) - to(a, high)), 0.0);
}

}  // namespace

double ground_sky_view(double gcr, double height, double cos_tilt, double sin_tilt) {
  const Point half{0.5 * gcr * cos_tilt, 0.5 * gcr * sin_tilt};
  if (height <= half.y) return 0.0;
  const int rows = static_cast<int>(std::ceil(height / numerics::tan(5.0 * numerics::kDegree)));
  numerics::Sum seen;
  for (int k = -rows; k <= rows; ++k) seen.add(through_gap(k, height, half));
  return seen.value();
}

BeamAndSky hay_davies(double dni, double dhi, double cos_zenith, double extraterrestrial) {
  constexpr double kLowestCosine = 0.01745;  // of 89 degrees
  const double circumsolar = dhi * dni / extraterrestrial / std::max(cos_zenith, kLowestCosine);
  return {dni + circumsolar, dhi - circumsolar * std::max(cos_zenith, 0.0)};
}

}  // namespace gs::model::pv
