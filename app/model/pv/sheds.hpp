#pragma once
#include "model/lanes.hpp"

/// Light on both sides of long parallel rows of modules over level ground ("infinite sheds"): M. Mikofski, R. Darawali,
/// M. Hamer, A. Neubert and J. Newmiller, "Bifacial performance modeling in large arrays", 46th IEEE PVSC (2019),
/// 1282-1287; B. Marion et al., "A practical irradiance model for bifacial PV modules", 44th IEEE PVSC (2017). The sky
/// is isotropic (or what Hay and Davies leave of it), the rows let no light through. The means over ground and rows are
/// exact (H. C. Hottel's crossed strings), not sums over points.
namespace gs::model::pv {

/// Means over a row's width and over the ground, of rows without end: shares of their view, 0..1.
template <class V>
struct RowViews {
  V sky;         ///< that this side of the row sees of the sky
  V ground;      ///< that this side sees of the ground
  V ground_sky;  ///< that the ground sees of the sky: what the rows' two sides leave of it, whatever their height
};

/// `gcr`: width of a row over the distance of two rows, above 0, to 1; `cos_tilt` of the side's own normal, -1..1.
template <class V>
GS_INLINE RowViews<V> row_views(double gcr, V cos_tilt) {
  // In widths of a row: distance of two rows, and the diagonals between neighbours' edges.
  const double pitch = 1.0 / gcr, squares = pitch * pitch + 1.0;
  const V product = 2.0 * pitch * cos_tilt;
  const V above = root(squares - product), below = root(squares + product);
  return {0.5 * (1.0 + pitch - above), 0.5 * (1.0 + pitch - below), gcr * (0.5 * (above + below) - 1.0)};
}

/// Irradiance of one side of a row, W/m2, mean over its width.
template <class V>
struct Side {
  V direct, sky, ground;
  V shaded;  ///< share of the width in the beam's shadow, 0..1
  V total() const { return direct + sky + ground; }
};

/// The light on the rows, W/m2: global and diffuse on the horizontal, beam normal to the sun; `albedo` 0..1.
template <class V>
struct RowLight {
  V ghi, dhi, dni, albedo;
};

inline constexpr double kRowsLowSunCosine = 0x1.64fd6b8c28100p-4;  ///< of 85 degrees; below, no beam reaches the ground

/// `cos_incidence` is the side's own (of the back: the negative of the front's); `cos_zenith` of the apparent sun;
/// `too_low` (a bool or a lane mask): the sun stands so low that the rows' shadows cover the ground.
template <class V, class Truth>
GS_INLINE Side<V> side_of_row(double gcr, const RowViews<V>& views, V cos_incidence, V cos_zenith,
                              const RowLight<V>& light, Truth too_low) {
  const V shadow = gcr * cos_incidence / greater(cos_zenith, all<V>(1e-4));  // on the ground, in distances of two rows
  const V lit = select(too_low, V{}, 1.0 - lesser(magnitude(shadow), all<V>(1.0)));
  const V shaded = 1.0 - 1.0 / greater(shadow, all<V>(1.0));
  const V scattered = clamped(light.dhi, V{}, light.ghi);
  const V reflected = light.albedo * (lit * (light.ghi - scattered) + views.ground_sky * scattered);
  return {greater(light.dni * cos_incidence, V{}) * (1.0 - shaded), light.dhi * views.sky, reflected * views.ground,
          shaded};
}

/// What reaches the back, from the front's cosines; W/m2. Cheap enough for every hour: two roots and two quotients.
template <class V>
GS_INLINE V rear_irradiance(double gcr, V cos_tilt, V cos_incidence, V cos_zenith, const RowLight<V>& light) {
  return side_of_row(gcr, row_views(gcr, -cos_tilt), -cos_incidence, cos_zenith, light, cos_zenith < kRowsLowSunCosine)
      .total();
}

/// RowViews::ground_sky when only the rows down to 5 degrees above the horizon stand in the way, as the reference
/// counts (pvlib; up to one percent less than past all rows). `height`: of a row's middle above the ground over the
/// distance of two rows. 0 when the rows' lower edges are in the ground.
double ground_sky_view(double gcr, double height, double cos_tilt, double sin_tilt);

/// Light with its circumsolar part moved from the diffuse to the beam: J. E. Hay and J. A. Davies, "Calculation of the
/// solar radiation incident on an inclined surface", First Canadian Solar Radiation Data Workshop (1980). W/m2.
struct BeamAndSky {
  double beam, diffuse;
};
BeamAndSky hay_davies(double dni, double dhi, double cos_zenith, double extraterrestrial);

}  // namespace gs::model::pv
