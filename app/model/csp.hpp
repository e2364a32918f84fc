#pragma once
#include <span>

#include "model/hours.hpp"
#include "units/quantity.hpp"

/// Concentrating solar power with a store of heat, hour by hour.
namespace gs::model {

enum class CspKind { trough, tower };

/// A plant; heat in MW and MWh. Defaults: those of NREL's System Advisor Model (SAM), read from the inputs of its tests
/// (NREL/ssc, test/input_cases/trough_physical_defaults.h and tcsmolten_salt_defaults.h).
struct CspPlant {
  CspKind kind = CspKind::tower;
  Power capacity = megawatts(100);   ///< electric, net
  double solar_multiple = 2.4;       ///< heat of the field at design light over what the turbine takes
  double storage_h = 10.0;           ///< hours of full output that the full store feeds
  double design_dni = 950.0;         ///< W/m2
  double cycle_efficiency = 0.412;   ///< gross electricity of heat at full output
  double net_of_gross = 0.9;         ///< after pumps, fans and tracking
  double least_load = 0.2;           ///< share of full heat below which the turbine stands still
  double start_heat = 0.5;           ///< heat of a start, in hours of full heat
  double field_loss = 0.0537;        ///< heat lost by the hot receiver while it works, share of the field's design heat
  double store_loss_per_h = 0.0003;  ///< share of the stored heat
  double available = 0.96;           ///< share of the year
};
/// Molten-salt tower: solar multiple 2.4, 10 h, efficiency 0.412; receiver 30 kW/m2 on 1,198 m2 of 670 MW.
/// Oil trough: solar multiple 2, 6 h, efficiency 0.356; receivers lose 207 W a metre, 36 of the 686 W/m2 that reach
/// them (pipes left out). The store's loss: 0.4 W/(m2 K) over tanks 12 m high, about 1 MW of 2,800 MWh (derived).
CspPlant usual_csp(CspKind);
/// With another store, and the field that goes with it: from a solar multiple of 1.45 without a store (best between 1.4
/// and 1.5: help of the Solar Advisor Model 2009, "Optimizing the solar multiple") straight through SAM's default.
/// `storage_h` not negative.
CspPlant usual_csp(CspKind, double storage_h);

/// Share of the beam (normal) that the field concentrates, over that at the design point. `up`: cosine of the zenith;
/// `north`: the sun's horizontal part along the troughs' axis (both of the sun's unit vector). 0 below the horizon.
/// Troughs turn about a horizontal north-south axis: cosine of the incidence a (radians) and the modifier
/// 1 + (0.0327 a - 0.1351 a^2) / cos a (SAM); rows 6 m wide and 15 m apart shade each other at low sun (T. Stuetzle,
/// "Automatic control of the 30 MWe SEGS VI parabolic trough plant", 2002). The rows' ends are left out.
/// Design: sun at right angles. Towers: by the sun's height, means over its azimuth of a field of 10,044 heliostats,
/// traced for about 35 degrees of latitude (SolarTherm, SolarTherm/Data/Optics/OELT_Solstice.motab, 2020; means
/// derived); stowed below 8 degrees (SAM). Design: equinox at noon.
double optical_share(CspKind, double up, double north);

/// Solar multiple of a field whose mirrors are known, m2: at design light, with the design point's optical efficiency
/// (SAM: trough 0.722, tower 0.586 before the receiver's heat loss).
double solar_multiple_of(const CspPlant&, double aperture_m2);

/// Sums of a year, MWh of heat but for `electricity` (MWh net).
struct CspYear {
  double absorbed = 0.0;    ///< by the receivers
  double field_loss = 0.0;  ///< of the hot receivers
  double collected = 0.0;   ///< absorbed less field_loss
  double delivered = 0.0;   ///< to the turbine, starts included
  double starts = 0.0;      ///< of delivered: heat that only warms the turbine
  double store_loss = 0.0;
  double dumped = 0.0;        ///< fits neither turbine nor store (mirrors turned away)
  double store_change = 0.0;  ///< at the end less at the beginning
  double electricity = 0.0;
  double greatest_gap = 0.0;  ///< greatest miss of an hour's balance, MWh: rounding only
};

/// `share` = optical_share of each hour, `dni` W/m2, both of kHours; `net_mw`, when given (kHours), receives the
/// output. The store begins empty. Each hour the field's heat goes to the turbine up to full load; the rest fills the
/// store, what does not fit is dumped. The store tops the turbine up, in particular after sunset, until it is empty; a
/// load below the least one waits in the store. Balance: collected = delivered + store_loss + dumped + store_change.
CspYear csp_year(const CspPlant&, std::span<const double> share, std::span<const double> dni,
                 std::span<double> net_mw = {});

/// Output of the turbine over full output at a share of full heat 0..1: quartic of SAM's empirical trough (NREL/ssc,
/// T2EPLF), from measurements at the SEGS plants.
double turbine_output(double heat_share);

}  // namespace gs::model
