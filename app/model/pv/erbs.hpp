#pragma once
#include "model/lanes.hpp"

namespace gs::model::pv {

/// Global horizontal irradiance split into its parts.
template <class V>
struct Split {
  V clearness;  ///< of the hour: global over extraterrestrial, both on the horizontal, 0..1
  V beam;       ///< normal to the sun, W/m2
  V diffuse;    ///< on the horizontal, W/m2
};

inline constexpr double kErbsLowestCosine = 0.065;                ///< the clearness is not divided by less
inline constexpr double kErbsLimit_deg = 87.0;                    ///< beyond this zenith all light counts as diffuse
inline constexpr double kErbsLimitCosine = 0x1.acbc748efc921p-5;  ///< its cosine

/// D. G. Erbs, S. A. Klein and J. A. Duffie, "Estimation of the diffuse radiation fraction for hourly, daily and
/// monthly-average global radiation", Solar Energy 28 (1982), 293-302. `ghi` W/m2, not negative; `cos_zenith` of the
/// true (unrefracted) sun; `extraterrestrial` W/m2, normal, above 0; `too_low` (a bool or a lane mask): the sun stands
/// beyond kErbsLimit_deg, then the beam is 0 and everything diffuse.
template <class V, class Truth>
GS_INLINE Split<V> erbs(V ghi, V cos_zenith, V extraterrestrial, Truth too_low) {
  const V horizontal = extraterrestrial * greater(cos_zenith, all<V>(kErbsLowestCosine));
  const V kt = clamped(ghi / horizontal, V{}, all<V>(1.0));
  const V middle = 0.9511 + kt * (-0.1604 + kt * (4.388 + kt * (-16.638 + kt * 12.336)));
  const V clear = select(kt <= 0.8, middle, all<V>(0.165));
  const V fraction = select(kt <= 0.22, 1.0 - 0.09 * kt, clear);
  const V diffuse = fraction * ghi;
  return {kt, select(too_low, V{}, (ghi - diffuse) / cos_zenith), select(too_low, ghi, diffuse)};
}

template <class V>
GS_INLINE Split<V> erbs(V ghi, V cos_zenith, V extraterrestrial) {
  return erbs(ghi, cos_zenith, extraterrestrial, cos_zenith < kErbsLimitCosine);
}

}  // namespace gs::model::pv
