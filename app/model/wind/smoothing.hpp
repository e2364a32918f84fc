#pragma once
#include "model/wind/power_curve.hpp"

/// A farm's curve is rounder than its turbine's: at one mean wind speed, each turbine and each minute has its own. The
/// curve is averaged with a Gaussian (Knorr, thesis, Kassel 2016, p. 106; Norgaard & Holttinen, A Multi-Turbine Power
/// Curve Approach, Nordic Wind Power Conference 2004), as windpowerlib's power_curves.smooth_power_curve does it.
namespace gs::model::wind {

/// The sum that stands for the integral: steps of `block` m/s over `reach` m/s on either side.
struct Window {
  double block = 0.5, reach = 15.0;
};

/// Standard deviation in m/s at a mean of `speed`.
constexpr double deviation_of_turbulence(double speed, double turbulence_intensity) {
  return turbulence_intensity * speed;
}
/// For the spread over a country's or a region's farms (Staffell & Pfenninger, Energy 114, 2016, p. 1228): 0.6 m/s +
/// 0.2 v.
constexpr double deviation_of_region(double speed) { return 0.6 + 0.2 * speed; }

/// The curve with zeros after its end, as far apart as its fifth and sixth point (0.5 m/s where there are fewer), at
/// least as far as the window reaches; between its last point and the first zero the power falls in a straight line.
PowerCurve with_zeros(const PowerCurve&, const Window& = {});

/// The mean of `curve` (one that with_zeros made) around `speed`, m/s; 0 where the deviation is 0 (windpowerlib's rule,
/// met at 0 m/s).
double smoothed_power(const PowerCurve& curve, double speed, double deviation, const Window& = {});

/// The same mean for a curve with sharp ends, at `count` speeds 0, step, 2 step, ... m/s: midpoints up to six
/// deviations away, weights that sum to 1; nothing beyond the last speed. The curve itself where the deviation is 0.
PowerCurve smoothed_finely(const PowerCurve&, double turbulence_intensity, double step, int count);

/// with_zeros(curve), each point smoothed with the deviation of this turbulence intensity (share of one).
PowerCurve smoothed(const PowerCurve&, double turbulence_intensity, const Window& = {});

}  // namespace gs::model::wind
