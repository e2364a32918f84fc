#pragma once
#include "model/what_if.hpp"
#include "units/quantity.hpp"
#include "units/result.hpp"

/// Capture and storage of CO2 (CCUS), always as a what-if: no project of capture with a sourced Chinese role abroad is
/// known. What counts is not what is captured but that less the energy it costs, less what leaks.
namespace gs::model {

enum class CaptureSite { coal_plant, gas_plant };

/// Rows capture-* of data/factors.csv. The energy is that of IPCC, special report on CO2 capture and storage (2005),
/// summary for policymakers and table TS.3 (general knowledge, not read again): more fuel for the same net electricity,
/// pulverised coal 24-31-40 %, gas combined cycle 11-16-22 %.
struct CaptureFactors {
  /// Of the CO2 in the flue gas while it works (same report; Petra Nova reported 92.4 % of the stream it treated).
  Range<Ratio> captured{ratio(0.85), ratio(0.90), ratio(0.95)};
  /// Share of the designed capture that is reached: low, Boundary Dam 3 (63 % of the promise, IEEFA 2024); else
  /// assumptions.
  Range<Ratio> availability{ratio(0.63), ratio(0.85), ratio(0.95)};
  Range<Ratio> more_energy{ratio(0.24), ratio(0.31), ratio(0.40)};  ///< of the plant's fuel, while it works
  /// Of what is captured: pipelines and compressors (general knowledge: well below 1 % for pipelines, up to 4 % per
  /// 1000 km by ship in the same report).
  Range<Ratio> lost_in_transport{ratio(0.0), ratio(0.005), ratio(0.02)};
  /// Of what is stored, a year: more than 99 % kept over 100 years is "very likely" (same report): below 0.01 %.
  Range<Ratio> leaks_a_year{ratio(0.00001), ratio(0.0001), ratio(0.001)};
  double horizon_years = 100.0;  ///< over which leakage is counted
};
CaptureFactors capture_factors(CaptureSite site);

/// One set of numbers, each from the range's low, best or high end.
struct CaptureChain {
  Mass reference;  ///< emitted without capture
  Mass produced;   ///< with capture: more, because of its energy
  Mass captured, emitted;
  Mass lost_in_transport, leaked, kept;  ///< captured = lost + leaked (within the horizon) + kept
  Mass avoided;                          ///< reference - emitted - lost - leaked
  double avoided_per_captured = 0.0;     ///< t per t; 0 when nothing is captured
};

struct CaptureYear {
  /// Every factor at its unfavourable end, at its best estimate, at its favourable end: the widest interval.
  CaptureChain worst, middling, best;
  WhatIf<Mass> avoided;
};

/// A power plant that gives the same net electricity with capture as without. `electricity` of a year, `plant` its
/// emission factor without capture. Errors: an energy or factor below 0; shares outside 0..1 or not in order; horizon
/// below 0.
Result<CaptureYear> capture_at_plant(Energy electricity, Intensity plant, const CaptureFactors& factors);

/// Energy of capture where the CO2 comes from a process (cement, steel, ammonia), per tonne captured: steam for the
/// solvent 2.5-3.5-4.2 GJ (general knowledge of amine plants) from gas at 56.1 kg/GJ and 90 % boilers, and 80-100-130
/// kWh of electricity to compress it to 150 bar (DOE NETL as quoted by midstreamcalculator.com).
struct ProcessEnergy {
  Range<double> steam_gj{2.5, 3.5, 4.2};
  Range<double> electricity_mwh{0.080, 0.100, 0.130};
  double steam_t_per_gj = 0.0561 / 0.9;
};

/// A process that emits `emission` of CO2 a year. The steam's CO2 is emitted, not captured; `more_energy` of the
/// factors is not used. Errors as above.
Result<CaptureYear> capture_at_process(Mass emission, const Range<Intensity>& grid, const CaptureFactors& factors,
                                       const ProcessEnergy& energy = {});

/// What one tonne captured avoids (t per t) by the same chain: worst, middling, best. Below 1.
struct PerTonne {
  double low = 0.0, best = 0.0, high = 0.0;
};
PerTonne avoided_per_tonne(const CaptureYear& year);

}  // namespace gs::model
