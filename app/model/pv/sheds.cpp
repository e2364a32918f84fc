#include "model/pv/sheds.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "model/numerics.hpp"

namespace gs::model::pv {
namespace {

/// A direction from a place on the ground to an edge: cosine against the ground, and whether it points below it.
struct Edge {
  double cosine;
  bool below;
};

Edge edge_at(double across, double up) {
  const double length = std::sqrt(across * across + up * up);
  return {length > 0.0 ? across / length : 1.0, up < 0.0};
}

/// Whether the angle -pi..pi of `a` is the smaller one.
bool smaller(const Edge& a, const Edge& b) {
  if (a.below != b.below) return a.below;
  return a.below ? a.cosine < b.cosine : a.cosine > b.cosine;
}

/// Share of the sky that a point of the ground sees; `x` its place in distances of two rows from below a row's middle.
double sky_view_at(double x, const Rows& rows, double half_across, double half_up, int neighbours) {
  double seen = 0.0, before = 0.0;
  for (int k = -neighbours; k <= neighbours; ++k) {
    const double middle = k - x;
    Edge low = edge_at(middle + half_across, rows.height + half_up), high = edge_at(middle - half_across, rows.height - half_up);
    if (smaller(high, low)) std::swap(low, high);
    if (k > -neighbours) seen += std::max(high.cosine - before, 0.0);  // the gap to the row before
    before = low.cosine;
  }
  return 0.5 * seen;
}

}  // namespace

double ground_sky_view(const Rows& rows, double cos_tilt, double sin_tilt, int points) {
  const double tangent = numerics::tan(5.0 * numerics::kDegree);
  const int neighbours = static_cast<int>(std::ceil(rows.height / tangent));
  const double half = 0.5 * rows.gcr, step = 1.0 / (points - 1);
  numerics::Sum sum;
  for (int i = 0; i < points; ++i) {
    const double view = sky_view_at(i * step, rows, half * cos_tilt, half * sin_tilt, neighbours);
    sum.add(i == 0 || i == points - 1 ? 0.5 * view : view);
  }
  return sum.value() * step;
}

GroundViews ground_views(const Rows& rows, double most_tilt_deg) {
  constexpr int n = 6;
  const double least = numerics::cos(most_tilt_deg * numerics::kDegree);
  const double middle = 0.5 * (1.0 + least), half = std::max(0.5 * (1.0 - least), 1e-9);
  double node[n], value[n];
  for (int i = 0; i < n; ++i) {
    node[i] = numerics::cos((i + 0.5) * numerics::kPi / n);  // of Chebyshev
    const double c = std::min(middle + half * node[i], 1.0);
    value[i] = ground_sky_view(rows, c, std::sqrt(1.0 - c * c));
  }
  for (int k = 1; k < n; ++k)  // divided differences of Newton's form
    for (int i = n - 1; i >= k; --i) value[i] = (value[i] - value[i - 1]) / (node[i] - node[i - k]);
  GroundViews views{rows.gcr, {}, middle, 1.0 / half};
  for (int k = n - 1; k >= 0; --k) {  // into powers
    for (int i = n - 1; i > 0; --i) views.coefficients[i] = views.coefficients[i - 1] - node[k] * views.coefficients[i];
    views.coefficients[0] = value[k] - node[k] * views.coefficients[0];
  }
  return views;
}

GroundViews ground_view_at(const Rows& rows, double tilt_deg) {
  const double t = tilt_deg * numerics::kDegree;
  const double view = ground_sky_view(rows, numerics::cos(t), numerics::sin(t));
  return {rows.gcr, {view, 0.0, 0.0, 0.0, 0.0, 0.0}, 0.0, 0.0};
}

BeamAndSky hay_davies(double dni, double dhi, double cos_zenith, double extraterrestrial) {
  constexpr double kLowestCosine = 0.01745;  // of 89 degrees
  const double circumsolar = dhi * dni / extraterrestrial / std::max(cos_zenith, kLowestCosine);
  return {dni + circumsolar, dhi - circumsolar * std::max(cos_zenith, 0.0)};
}

}  // namespace gs::model::pv
