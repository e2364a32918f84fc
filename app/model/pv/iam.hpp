#pragma once
#include "model/lane_math.hpp"
#include "model/lanes.hpp"

namespace gs::model::pv {

/// A module's cover.
struct Cover {
  double index = 1.526;           ///< of refraction, above 0; 1.526 is glass
  double extinction_per_m = 4.0;  ///< of the glass, 1/m; 4 is "water white" glass
  double thickness_m = 0.002;
  double coating_index = 0.0;  ///< of an anti-reflective coating (about 1.29); 0: none
};

/// The same, prepared: made once a plant.
struct Glass {
  double coating, index;      ///< of what the light meets first and of the glass below (equal without a coating)
  double absorption;          ///< extinction times thickness
  double half_over_straight;  ///< a half over the share of light that comes through at right angles
  bool coated, thin;          ///< thin: the absorption's exponent is small enough for a short series
};
Glass glass_of(const Cover&);

namespace detail {

/// exp(x) for -0.1 <= x <= 0, to the last place (the next term of the series is below 2e-17).
template <class V>
GS_INLINE V exp_of_little(V x) {
  return 1.0 +
         x * (1.0 +
              x * (0.5 + x * (1.0 / 6 +
                              x * (1.0 / 24 +
                                   x * (1.0 / 120 + x * (1.0 / 720 + x * (1.0 / 5040 +
                                                                          x * (1.0 / 40320 + x * (1.0 / 362880)))))))));
}

/// Fresnel's reflectances of an interface, from indices and cosines on both sides: across (s) and along (p) the plane.
template <class V>
GS_INLINE V reflected_s(double n1, V c1, double n2, V c2) {
  const V r = (n1 * c1 - n2 * c2) / (n1 * c1 + n2 * c2);
  return r * r;
}
template <class V>
GS_INLINE V reflected_p(double n1, V c1, double n2, V c2) {
  const V r = (n1 * c2 - n2 * c1) / (n1 * c2 + n2 * c1);
  return r * r;
}

}  // namespace detail

/// Incidence angle modifier: the light that comes through the cover over that at right angles, 0..1; 0 from behind.
/// Snell, Fresnel and Bouguer as in W. De Soto, S. A. Klein and W. A. Beckman, "Improvement and validation of a model
/// for photovoltaic array performance", Solar Energy 80 (2006), 78-88, and Duffie and Beckman, "Solar Engineering of
/// Thermal Processes", ch. 5; with a coating its inner reflections are summed up.
template <class V>
GS_INLINE V incidence_modifier(const Glass& g, V cos_incidence) {
  const V c1 = clamped(cos_incidence, V{}, all<V>(1.0));
  const V sine_squared = 1.0 - c1 * c1;
  V c = root(1.0 - sine_squared * (1.0 / (g.coating * g.coating)));
  const V s12 = detail::reflected_s(1.0, c1, g.coating, c), p12 = detail::reflected_p(1.0, c1, g.coating, c);
  V through_s = 1.0 - s12, through_p = 1.0 - p12;
  if (g.coated) {
    const V c3 = root(1.0 - sine_squared * (1.0 / (g.index * g.index)));
    const V s23 = detail::reflected_s(g.coating, c, g.index, c3), p23 = detail::reflected_p(g.coating, c, g.index, c3);
    through_s = through_s * (1.0 - s23) / (1.0 - s23 * s12);
    through_p = through_p * (1.0 - p23) / (1.0 - p23 * p12);
    c = c3;
  }
  // Relative to the straight way through the glass.
  const V longer = g.absorption * (1.0 - 1.0 / c);
  const V kept = g.thin ? detail::exp_of_little(longer) : lane::exp(longer);
  return select(c1 > 0.0, (through_s + through_p) * g.half_over_straight * kept, V{});
}

/// Modifiers of diffuse light on a plane, each 0..1, averaged over the part of the sphere that it comes from.
struct DiffuseModifiers {
  double sky, horizon, ground;  ///< the sky dome; its lowest half degree; the ground
};
/// B. Marion, "Numerical method for angle-of-incidence correction factors for diffuse radiation incident photovoltaic
/// modules", Solar Energy 147 (2017), 344-348, with its steps (1 degree, 0.1 for the horizon). `tilt_deg` 0..180. Where
/// a part is not seen at all, 0.
DiffuseModifiers diffuse_modifiers(const Glass&, double tilt_deg);

}  // namespace gs::model::pv
