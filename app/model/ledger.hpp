#pragma once
#include <optional>

#include "units/quantity.hpp"

/// The first ledger: a year's energy times what the grid would have emitted for it.
namespace gs::model {

/// Non-leap year: capacity factors and grid factors are published per 8,760 h.
inline constexpr Duration kYear = hours(8760);

/// Energy of a year from `capacity` at a capacity factor 0..1 (mean output over rated output).
Energy annual_energy(Power capacity, double capacity_factor);
Range<Energy> annual_energy(Power capacity, const Range<Quantity<struct Ratio>>& capacity_factor);

/// CO2 that `energy` of a clean plant avoids on a grid of this intensity (UNFCCC / IFI TWG default method: E x EF).
Mass avoided_co2(Energy energy, Intensity grid);
/// Interval of the product of two independent, non-negative intervals: relative half-widths combine in quadrature.
Range<Mass> avoided_co2(const Range<Energy>& energy, const Range<Intensity>& grid);

}  // namespace gs::model
