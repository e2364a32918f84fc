#pragma once
#include "units/quantity.hpp"

/// Freight that moves from road to rail: what the lorries would have emitted, and what the trains do (shape of UNFCCC
/// CDM AM0090, factors of TOOL12).
namespace gs::model {

/// The same tonnes on two ways of two lengths.
struct FreightShift {
  Mass freight;       ///< a year
  Length road, rail;  ///< one way, as loaded
};

/// Emission factors of a tonne-kilometre by lorry, UNFCCC CDM TOOL12 "Project and leakage emissions from transportation
/// of freight": 245 g CO2 up to 26 t gross vehicle mass, 129 g above.
inline constexpr double kLightLorryGramsPerTkm = 245.0, kHeavyLorryGramsPerTkm = 129.0;

/// Diesel burnt in a locomotive, per TJ of net calorific value: IPCC 2006 Guidelines vol. 2, table 3.4.1 (railways);
/// 100-year warming potentials of IPCC AR5 WG I table 8.7, without climate feedbacks.
struct DieselFactors {
  double co2_kg_per_tj = 74100.0, ch4_kg_per_tj = 4.15, n2o_kg_per_tj = 28.6;
  double ch4_gwp = 28.0, n2o_gwp = 265.0;
  double co2e_kg_per_tj() const { return co2_kg_per_tj + ch4_kg_per_tj * ch4_gwp + n2o_kg_per_tj * n2o_gwp; }
};

/// Tonnes of CO2 by lorry; `grams_per_tkm` g CO2 a tonne-kilometre.
Mass road_freight_emissions(const FreightShift&, double grams_per_tkm);

/// Tonnes of CO2e by electric train; `kj_per_tkm` at the meter of the substation, `losses` of transmission and
/// distribution between power plant and meter, 0..1 (1 excluded).
Mass electric_rail_emissions(const FreightShift&, double kj_per_tkm, Intensity grid, Ratio losses);

/// Tonnes of CO2e by diesel train; `kj_per_tkm` of fuel (net calorific value).
Mass diesel_rail_emissions(const FreightShift&, double kj_per_tkm, const DieselFactors& = {});

}  // namespace gs::model
