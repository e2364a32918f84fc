#pragma once
#include "model/lanes.hpp"

/// Light on both sides of long parallel rows of modules over level ground ("infinite sheds"): M. Mikofski, R. Darawali, M.
/// Hamer, A. Neubert and J. Newmiller, "Bifacial performance modeling in large arrays", 46th IEEE PVSC (2019),
/// 1282-1287; B. Marion et al., "A practical irradiance model for bifacial PV modules", 44th IEEE PVSC (2017). The sky is
/// isotropic (or what Hay and Davies leave of it), the rows let no light through.
namespace gs::model::pv {

struct Rows {
  double gcr = 0.35;    ///< ground coverage: width of a row over the distance of two rows, above 0, to 1
  double height = 0.3;  ///< of a row's middle above the ground, over the distance of two rows
};

/// Share of the sky dome that the ground sees between rows tilted by an angle of these cosine and sine, the mean over the
/// ground; 0..1. Trapezoids through `points` places, rows to within 5 degrees of the horizon. An edge below the ground (a row too low for
/// its tilt) is taken as it stands.
double ground_sky_view(const Rows&, double cos_tilt, double sin_tilt, int points = 100);

/// The same for any tilt from 0 to a greatest one, as a polynomial in the tilt's cosine; made once a plant.
struct GroundViews {
  double gcr;
  double coefficients[6];  ///< in (cosine - middle) / half
  double middle, over_half;
};
/// Within 1e-3 of ground_sky_view from tilt 0 to most_tilt_deg (0..90).
GroundViews ground_views(const Rows&, double most_tilt_deg);
/// For one tilt only.
GroundViews ground_view_at(const Rows&, double tilt_deg);

template <class V>
GS_INLINE V ground_sky_view(const GroundViews& g, V cos_tilt) {
  const V x = (magnitude(cos_tilt) - g.middle) * g.over_half;
  V sum = all<V>(g.coefficients[5]);
  for (int i = 4; i >= 0; --i) sum = sum * x + g.coefficients[i];
  return sum;
}

/// Irradiance of one side of a row, W/m2, mean over its width.
template <class V>
struct Side {
  V direct, sky, ground;
  V shaded;  ///< share of the width in the beam's shadow, 0..1
  V total() const { return direct + sky + ground; }
};

/// `cos_tilt` and `cos_incidence` are the side's own: for the back both are the negatives of the front's. `cos_zenith` of the
/// apparent sun; `ground_sky` from above; `ghi`, `dhi` (horizontal), `dni` (normal) W/m2; `albedo` 0..1.
template <class V>
GS_INLINE Side<V> side_of_row(double gcr, V cos_tilt, V cos_incidence, V cos_zenith, V ground_sky, V ghi, V dhi, V dni, V albedo) {
  const double pitch = 1.0 / gcr;  // in widths of a row
  const V sky_view = 0.5 * (1.0 + pitch - root(pitch * pitch + 1.0 - 2.0 * pitch * cos_tilt));
  const V ground_view = 0.5 * (1.0 + pitch - root(pitch * pitch + 1.0 + 2.0 * pitch * cos_tilt));
  const V shadow = gcr * cos_incidence / greater(cos_zenith, all<V>(1e-4));  // on the ground, in distances of two rows
  const V lit = 1.0 - lesser(magnitude(shadow), all<V>(1.0));
  const V shaded = select(shadow > 1.0, 1.0 - 1.0 / greater(shadow, all<V>(1.0)), V{});
  const V scattered = clamped(dhi, V{}, ghi);
  const V reflected = albedo * (lit * (ghi - scattered) + ground_sky * scattered);
  return {greater(dni * cos_incidence, V{}) * (1.0 - shaded), dhi * sky_view, reflected * ground_view, shaded};
}

/// What reaches the back, from the front's cosines; W/m2.
template <class V>
GS_INLINE V rear_irradiance(const GroundViews& g, V cos_tilt, V cos_incidence, V cos_zenith, V ghi, V dhi, V dni, V albedo) {
  return side_of_row(g.gcr, -cos_tilt, -cos_incidence, cos_zenith, ground_sky_view(g, cos_tilt), ghi, dhi, dni, albedo).total();
}

/// Light with its circumsolar part moved from the diffuse to the beam: J. E. Hay and J. A. Davies, "Calculation of the solar
/// radiation incident on an inclined surface", First Canadian Solar Radiation Data Workshop (1980). W/m2.
struct BeamAndSky {
  double beam, diffuse;
};
BeamAndSky hay_davies(double dni, double dhi, double cos_zenith, double extraterrestrial);

}  // namespace gs::model::pv
