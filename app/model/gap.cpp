#include "model/gap.hpp"

#include <cmath>

#include "model/numerics.hpp"

namespace gs::model {
namespace {

Intensity implied_factor(const Claim& claim, Energy energy) {
  return tonnes_per_mwh(energy > Energy{} ? claim.co2.base() / energy.base() : 0.0);
}

}  // namespace

double logarithmic_mean(double a, double b) {
  if (a <= 0.0 || b <= 0.0) return 0.0;
  const double x = (a - b) / b;
  // Near equality the quotient loses its digits; its series does not: x / log1p(x) = 1 + x/2 - x^2/12 + ...
  if (std::fabs(x) < 1e-4) return b * (1.0 + x * (0.5 - x * (1.0 / 12.0 - x * (1.0 / 24.0))));
  return (a - b) / numerics::log1p(x);
}

Explanation explain(const Claim& claim, const Simulated& simulated, std::span<const Convention> conventions,
                    double tolerance) {
  Explanation e;
  e.by_reported_energy = claim.energy.has_value();
  e.implied = implied_factor(claim, claim.energy.value_or(simulated.energy * claim.scope));
  if (!(e.implied > Intensity{})) return e;
  double nearest = 0.0;
  for (std::size_t i = 0; i < conventions.size(); ++i) {
    if (!(conventions[i].factor > Intensity{})) continue;
    const double ratio = e.implied / conventions[i].factor, apart = std::fabs(numerics::log(ratio));
    if (e.nearest && apart >= nearest) continue;
    e.nearest = i;
    nearest = apart;
    e.deviation = ratio - 1.0;
  }
  e.matches = e.nearest && std::fabs(e.deviation) <= tolerance;
  return e;
}

Gap split_gap(const Claim& claim, const Simulated& simulated, std::span<const Convention> conventions,
              double tolerance) {
  Gap g;
  g.explanation = explain(claim, simulated, conventions, tolerance);
  g.gap = claim.co2 - simulated.saving();
  g.output_known = claim.energy.has_value();
  // In the limit the part whose ratio is infinite takes everything.
  if (!(simulated.factor > Intensity{})) {
    g.factor = g.gap;
    return g;
  }
  if (!(simulated.energy > Energy{})) {
    g.output = g.gap;
    return g;
  }
  const double mean = logarithmic_mean(claim.co2.base(), simulated.saving().base());
  const auto part = [&](double ratio) { return tonnes(mean * numerics::log(ratio)); };
  if (claim.scope != 1.0) g.boundary = part(claim.scope);
  if (claim.energy) g.output = part(*claim.energy / (simulated.energy * claim.scope));
  if (!g.explanation.matches) {
    g.factor = g.gap - g.output - g.boundary;
    return g;
  }
  g.factor = part(conventions[*g.explanation.nearest].factor / simulated.factor);
  g.rest = g.gap - g.output - g.boundary - g.factor;
  return g;
}

}  // namespace gs::model
