#pragma once
#include <optional>

#include "model/what_if.hpp"
#include "units/quantity.hpp"
#include "units/result.hpp"

/// Waste-to-energy: electricity, and what its burning emits. It is no clean plant: the plastics in the waste are
/// fossil.
namespace gs::model {

/// Of one tonne of municipal waste. Rows waste-* of data/factors.csv, which name the sources.
struct WasteFactors {
  Range<double> electricity_mwh{0.25, 0.35, 0.60};  ///< net, MWh per t; low confidence
  /// Fossil CO2, t per t: 0.7-1.2 t CO2 in all, 33-50 % of the carbon biogenic (Johnke 2000, IPCC good practice
  /// guidance).
  Range<double> fossil_co2{0.35, 0.55, 0.80};
  /// CH4, t per t, of a landfill without gas collection over its decades: DOC 0.15 x DOCf 0.5 x F 0.5 x 16/12 x MCF 0.8
  /// (defaults of IPCC 2006, volume 5, chapter 3).
  Range<double> landfill_methane{0.02, 0.04, 0.07};
  double methane_gwp = 27.0;  ///< t CO2e per t, 100 years, biogenic: IPCC AR6 WG1, table 7.15 (2021; general knowledge)
};

struct WasteYear {
  Range<Energy> electricity;
  Range<Mass> waste;   ///< burnt in the year
  Range<Mass> fossil;  ///< t CO2 from the plant's own stack: counts against it
  /// CO2 equivalent of the methane that the same waste would have given in a landfill. Only where it would have gone
  /// there.
  WhatIf<Mass> landfill;
};

/// `electricity` of the year as reported or by a capacity factor; `waste` tonnes where they are known (at the given
/// figure), else derived from the electricity. Errors: a range out of order or below 0, no electricity per tonne.
Result<WasteYear> waste_year(const Range<Energy>& electricity, std::optional<Mass> waste,
                             const WasteFactors& factors = {});

/// What is left of a saving after the plant's own fossil CO2: the low end takes the most of it, the high end the least.
/// May be negative: on a clean grid a waste plant adds CO2.
Range<Mass> net_of_fossil(const Range<Mass>& avoided, const WasteYear& year);

}  // namespace gs::model
