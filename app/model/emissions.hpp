#pragma once
#include "model/pathway.hpp"
#include "units/quantity.hpp"

/// What a clean megawatt-hour is credited with: the baselines, the plant's own life cycle, and the sum over its years.
namespace gs::model {

/// Classes of project activity that weigh the operating against the build margin differently: UNFCCC CDM TOOL07 "Tool
/// to calculate the emission factor for an electricity system", version 07, step 6 (weighted average combined margin).
enum class MarginClass {
  wind_solar,   ///< wind and solar, first and later crediting periods
  other_first,  ///< all others, first crediting period
  other_later   ///< all others, second and third crediting period
};

struct MarginWeights {
  double operating, build;  ///< their sum is 1
};

/// 0.75 and 0.25 · 0.5 and 0.5 · 0.25 and 0.75.
MarginWeights margin_weights(MarginClass);

/// w_OM x EF_OM + w_BM x EF_BM (TOOL07, step 6 (a)).
Intensity combined_margin(Intensity operating, Intensity build, MarginWeights);

/// What Chinese press releases count with: the standard coal (29.3 GJ a tonne) that a coal plant would have burnt for
/// the electricity, times the CO2 of a tonne of it.
struct CoalEquivalent {
  double coal_g_per_kwh;   ///< net coal consumption of supply, grams of standard coal a kWh
  double co2_t_per_coal_t;  ///< tonnes of CO2 a tonne of standard coal
};
Intensity coal_equivalent(const CoalEquivalent&);
/// The mass of standard coal itself, in tonnes.
Mass standard_coal(Energy, double coal_g_per_kwh);

/// The plant's own emissions from manufacture to dismantling, spread over its generation: a line of its own, never
/// inside a factor. `footprint` as in IPCC AR5 WG III Annex III, table A.III.2, or UNECE (2021): t CO2e a MWh.
Mass lifecycle_emissions(Energy, Intensity footprint);
Range<Mass> lifecycle_emissions(Energy, const Range<Intensity>& footprint);
/// Saving less life cycle. Below 0 where the grid is cleaner than the plant's own life.
Mass net_of_lifecycle(Energy, Intensity baseline, Intensity footprint);

/// A plant's generation of its first year and how much less it is each year.
struct YearlyEnergy {
  Energy first;
  int first_year = 2025;
  double degradation = 0.0;  ///< share lost a year, 0..1
  /// 0 before the first year.
  Energy in(int year) const;
};

/// Savings from the first year to `year`, both counted in full: sum of the year's energy times the year's factor.
/// `base` is the factor of the pathway's base year. 0 when `year` is before the first year.
Mass cumulative_savings(const YearlyEnergy&, Intensity base, const Pathway&, int year);

}  // namespace gs::model
