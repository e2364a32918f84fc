#pragma once
#include "model/lanes.hpp"

/// A. P. Dobos, "PVWatts Version 5 Manual", NREL/TP-6A20-62641 (2014).
namespace gs::model::pv {

/// Power of the modules, in the unit of `rated` (at 1000 W/m2 and 25 degrees Celsius). `effective` irradiance on the
/// cells W/m2, `cell` degrees Celsius, `gamma` change of power per kelvin (about -0.0035).
template <class V>
GS_INLINE V modules_power(V effective, V cell, V rated, V gamma) {
  return effective * 0.001 * rated * (1.0 + gamma * (cell - 25.0));
}

inline constexpr double kInverterReference = 0.9637;  ///< efficiency of the inverter that the curve was fitted to

/// An inverter (or all of a plant).
struct Inverter {
  double dc_limit;    ///< greatest power that it takes, in the unit of the powers
  double efficiency;  ///< nominal, 0..1
};

/// Power that an inverter delivers, not below 0 and not above dc_limit times efficiency (clipping). The efficiency
/// is multiplied out so that nothing is divided by a small power.
template <class V>
GS_INLINE V inverter_power(V dc, V dc_limit, V efficiency) {
  const V load = dc / dc_limit;
  const V relative = efficiency / kInverterReference * ((0.9858 - 0.0162 * load) * load - 0.0059);
  return clamped(relative * dc_limit, V{}, efficiency * dc_limit);
}
template <class V>
GS_INLINE V inverter_power(V dc, const Inverter& inverter) {
  return inverter_power(dc, all<V>(inverter.dc_limit), all<V>(inverter.efficiency));
}

}  // namespace gs::model::pv
