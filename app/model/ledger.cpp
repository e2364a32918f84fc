#include "model/ledger.hpp"

#include "model/numerics.hpp"

namespace gs::model {
namespace {

/// How far `end` lies from `best`, as a share of it.
template <class Q>
double relative_distance(Q best, Q end) {
  const double share = (end - best) / best;
  return share < 0.0 ? -share : share;
}

double in_quadrature(double a, double b) { return numerics::sqrt(a * a + b * b); }

}  // namespace

Energy annual_energy(Power capacity, double capacity_factor) { return capacity * kYear * capacity_factor; }

Range<Energy> annual_energy(Power capacity, const Range<Ratio>& capacity_factor) {
  return {annual_energy(capacity, capacity_factor.low.base()), annual_energy(capacity, capacity_factor.best.base()),
          annual_energy(capacity, capacity_factor.high.base())};
}

Mass avoided_co2(Energy energy, Intensity grid) { return energy * grid; }

Range<Mass> avoided_co2(const Range<Energy>& energy, const Range<Intensity>& grid) {
  const Mass best = avoided_co2(energy.best, grid.best);
  if (best == Mass{}) return {energy.low * grid.low, best, energy.high * grid.high};
  const double below =
      in_quadrature(relative_distance(energy.best, energy.low), relative_distance(grid.best, grid.low));
  const double above =
      in_quadrature(relative_distance(energy.best, energy.high), relative_distance(grid.best, grid.high));
  return {below < 1.0 ? best * (1.0 - below) : Mass{}, best, best * (1.0 + above)};
}

}  // namespace gs::model
