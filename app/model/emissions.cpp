#include "model/emissions.hpp"

#include "model/numerics.hpp"

namespace gs::model {

MarginWeights margin_weights(MarginClass margin_class) {
  switch (margin_class) {
    case MarginClass::wind_solar: return {0.75, 0.25};
    case MarginClass::other_first: return {0.5, 0.5};
    case MarginClass::other_later: return {0.25, 0.75};
  }
  return {0.5, 0.5};
}

Intensity combined_margin(Intensity operating, Intensity build, MarginWeights weights) {
  return operating * weights.operating + build * weights.build;
}

Intensity coal_equivalent(const CoalEquivalent& coal) { return g_per_kwh(coal.coal_g_per_kwh * coal.co2_t_per_coal_t); }

Mass standard_coal(Energy energy, double coal_g_per_kwh) { return energy * g_per_kwh(coal_g_per_kwh); }

Mass lifecycle_emissions(Energy energy, Intensity footprint) { return energy * footprint; }

Range<Mass> lifecycle_emissions(Energy energy, const Range<Intensity>& footprint) {
  return {energy * footprint.low, energy * footprint.best, energy * footprint.high};
}

Mass net_of_lifecycle(Energy energy, Intensity baseline, Intensity footprint) {
  return energy * baseline - lifecycle_emissions(energy, footprint);
}

Energy YearlyEnergy::in(int year) const {
  if (year < first_year) return Energy{};
  double left = 1.0;
  for (int i = first_year; i < year; ++i) left *= 1.0 - degradation;
  return first * left;
}

Mass cumulative_savings(const YearlyEnergy& energy, Intensity base, const Pathway& pathway, int year) {
  numerics::Sum sum;
  for (int y = energy.first_year; y <= year; ++y) sum.add((energy.in(y) * pathway.factor_in(y, base)).base());
  return tonnes(sum.value());
}

}  // namespace gs::model
