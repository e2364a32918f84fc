#pragma once
#include "model/pv/geometry.hpp"

namespace gs::model::pv {

/// Diffuse light of the sky on a plane, W/m2: total = isotropic + circumsolar + horizon, not below 0; where the total
/// is 0, so are the parts.
template <class V>
struct SkyDiffuse {
  V total, isotropic, circumsolar, horizon;
};

namespace detail {

// By sky clearness, overcast first: F11 F12 F13 F21 F22 F23 of table 6, "all sites composite 1990".
inline constexpr double kPerez[8][6] = {
    {-0.008, 0.588, -0.062, -0.060, 0.072, -0.022}, {0.130, 0.683, -0.151, -0.019, 0.066, -0.029},
    {0.330, 0.487, -0.221, 0.055, -0.064, -0.026},  {0.568, 0.187, -0.295, 0.109, -0.152, -0.014},
    {0.873, -0.392, -0.362, 0.226, -0.462, 0.001},  {1.132, -1.237, -0.412, 0.288, -0.823, 0.056},
    {1.060, -1.600, -0.359, 0.264, -1.127, 0.131},  {0.678, -0.327, -0.250, 0.156, -1.377, 0.251}};
// Where the second to the eighth class of clearness begin.
inline constexpr double kPerezClear[7] = {1.065, 1.23, 1.5, 1.95, 2.8, 4.5, 6.2};
inline constexpr double kPerezLowestCosine = 0x1.64fd6b8c28100p-4;  // of 85 degrees

}  // namespace detail

/// R. Perez, P. Ineichen, R. Seals, J. Michalsky and R. Stewart, "Modeling daylight availability and irradiance
/// components from direct and global irradiance", Solar Energy 44 (1990), 271-289. `zenith` in radians and its cosine,
/// apparent (refracted); `beam` normal, `diffuse` horizontal, `extraterrestrial` normal, W/m2; `mass` relative air
/// mass. Without diffuse light the result is 0. The model jumps where a class of clearness begins.
template <class V>
GS_INLINE SkyDiffuse<V> perez(const Surface<V>& surface, V cos_incidence, V cos_zenith, V zenith, V beam, V diffuse,
                              V extraterrestrial, V mass) {
  // Clearness epsilon = ((diffuse + beam) / diffuse + k) / (1 + k), k = 1.041 zenith^3, is compared without dividing.
  const V k = 1.041 * (zenith * zenith * zenith);
  const V unit = diffuse * (1.0 + k);
  const V scaled = beam + unit;
  V f[6];
  for (int i = 0; i < 6; ++i) f[i] = all<V>(detail::kPerez[0][i]);
  for (int c = 0; c < 7; ++c) {
    const auto clearer = scaled >= detail::kPerezClear[c] * unit;
    for (int i = 0; i < 6; ++i) f[i] = select(clearer, all<V>(detail::kPerez[c + 1][i]), f[i]);
  }
  const V brightness = diffuse * mass / extraterrestrial;
  const V f1 = greater(f[0] + f[1] * brightness + f[2] * zenith, V{});
  const V f2 = f[3] + f[4] * brightness + f[5] * zenith;
  const V ratio = greater(cos_incidence, V{}) / greater(cos_zenith, all<V>(detail::kPerezLowestCosine));
  const V isotropic = 0.5 * (1.0 - f1) * (1.0 + surface.up), circumsolar = f1 * ratio, horizon = f2 * surface.slope;
  const V total = greater(diffuse * (isotropic + circumsolar + horizon), V{});
  const auto any = total > 0.0;
  return {total, select(any, diffuse * isotropic, V{}), select(any, diffuse * circumsolar, V{}),
          select(any, diffuse * horizon, V{})};
}

/// Light that the ground throws on the plane, W/m2: isotropic reflection of the unshaded ground (Hottel and Woertz
/// 1942; Liu and Jordan 1963). `ghi` W/m2, `albedo` 0..1.
template <class V>
GS_INLINE V ground_diffuse(const Surface<V>& surface, V ghi, V albedo) {
  return ghi * albedo * (1.0 - surface.up) * 0.5;
}

/// Beam on the plane, W/m2.
template <class V>
GS_INLINE V beam_on_plane(V beam, V cos_incidence) {
  return greater(beam * cos_incidence, V{});
}

}  // namespace gs::model::pv
