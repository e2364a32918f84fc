#pragma once
#include <optional>

#include "units/quantity.hpp"

/// The first ledger: a year's energy times what the grid would have emitted for it.
namespace gs::model {

/// Non-leap year: capacity factors and grid factors are published per 8,760 h.
inline constexpr Duration kYear = hours(8760);

/// Energy of a year from `capacity` at a capacity factor 0..1 (mean output over rated output).
Energy annual_energy(Power capacity, double capacity_factor);
Range<Energy> annual_energy(Power capacity, const Range<Ratio>& capacity_factor);

/// CO2 that `energy` of a clean plant avoids on a grid of this intensity (UNFCCC / IFI TWG default method: E x EF).
Mass avoided_co2(Energy energy, Intensity grid);
/// Interval of the product of two independent, non-negative intervals: the relative half-widths, below and above the
/// best estimate each for itself, combine in quadrature (first-order propagation, JCGM 100:2008, 5.1). The low end is
/// not below 0. A best estimate of 0 has no relative width: then the ends are the products of the ends.
Range<Mass> avoided_co2(const Range<Energy>& energy, const Range<Intensity>& grid);

/// best - share * best .. best + share * best, for a figure that comes with no interval of its own; share 0..1.
template <class Q>
constexpr Range<Q> spread(Q best, double share) {
  return {best * (1.0 - share), best, best * (1.0 + share)};
}

}  // namespace gs::model
