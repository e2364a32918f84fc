#include "model/pv/iam.hpp"

#include <cmath>

#include "model/numerics.hpp"

namespace gs::model::pv {
namespace {

bool nearly(double a, double b) { return std::fabs(a - b) <= 1e-8 + 1e-5 * std::fabs(b); }

/// Reflectance of an interface at right angles.
double reflected(double n1, double n2) {
  const double r = (n1 - n2) / (n1 + n2);
  return r * r;
}

/// Weighted mean of the modifier over the rings `first` to `last` (exclusive) of 180 degrees in `rings` parts from the
/// zenith.
double mean_over(const Glass& g, double tilt_deg, int rings, int first, int last) {
  const double step = numerics::kPi / rings;
  const double c = numerics::cos(tilt_deg * numerics::kDegree), s = numerics::sin(tilt_deg * numerics::kDegree);
  numerics::Sum light, weight;
  for (int ring = first; ring < last; ++ring) {
    const double polar = (ring + 0.5) * step;
    const double area = numerics::cos(ring * step) - numerics::cos((ring + 1) * step);
    const double along = c * numerics::cos(polar), across = s * numerics::sin(polar);
    for (int k = 0; k < rings; ++k) {  // half of the round: the other mirrors it
      const double cosine = along + across * numerics::cos((k + 0.5) * step);
      if (cosine <= 1e-16) continue;
      light.add(incidence_modifier(g, cosine) * cosine * area);
      weight.add(cosine * area);
    }
  }
  return weight.value() > 0.0 ? light.value() / weight.value() : 0.0;
}

}  // namespace

Glass glass_of(const Cover& cover) {
  const bool coated =
      cover.coating_index > 0.0 && !nearly(cover.coating_index, 1.0) && !nearly(cover.index, cover.coating_index);
  const double outer = coated ? cover.coating_index : cover.index;
  const double absorption = cover.extinction_per_m * cover.thickness_m;
  double straight = 1.0 - reflected(1.0, outer);
  if (coated) {
    const double inner = reflected(outer, cover.index);
    straight *= (1.0 - inner) / (1.0 - inner * reflected(1.0, outer));
  }
  const double steepest = 1.0 - 1.0 / (cover.index * cover.index);  // squared cosine in the glass of grazing light
  const bool thin = steepest > 0.0 && absorption * (1.0 / std::sqrt(steepest) - 1.0) <= 0.1;
  return {outer, cover.index, absorption, 0.5 / straight, coated, thin};
}

DiffuseModifiers diffuse_modifiers(const Glass& g, double tilt_deg) {
  return {mean_over(g, tilt_deg, 180, 0, 90), mean_over(g, tilt_deg, 1800, 895, 900),
          mean_over(g, tilt_deg, 180, 90, 180)};
}

}  // namespace gs::model::pv
