#pragma once
#include <vector>

/// Efficiencies as tables, linear between their points and held beyond them.
namespace gs::model::rail {

/// Efficiency by load (share of the rated power), two points or more. Meant for ascending loads. Where a maker's
/// points are not (ALTRIOS's Tier 4 engine has its first two the wrong way round), the first segment counts whose
/// right end is not below the load; left of that segment's left end its left value holds.
struct LoadMap {
  std::vector<double> load, efficiency;
  double at(double share) const;
  /// The same by the power that goes in, over the rated power that comes out.
  double at_input(double share) const;
};

/// Efficiency of a battery between its cells and its terminals, by temperature, state of charge (0..1) and C-rate
/// (power over capacity, 1/h; charging is negative). Axes ascend; `efficiency` has the C-rate innermost.
struct BatteryMap {
  std::vector<double> celsius, charge, c_rate, efficiency;
  double at(double degrees, double state, double rate) const;
};

}  // namespace gs::model::rail
