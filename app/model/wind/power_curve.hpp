#pragma once
#include <vector>

/// What a turbine delivers at a wind speed at its hub: published points, straight lines between them, nothing outside.
namespace gs::model::wind {

struct PowerCurve {
  std::vector<double> speed;  ///< m/s, rising strictly, at least one
  std::vector<double> power;  ///< W at 1.225 kg/m3 (or any unit: the functions keep it), as many

  bool empty() const { return speed.empty(); }
};

/// The greatest power of the curve. 0 of an empty one.
double rated(const PowerCurve&);

/// Power at `speed` (m/s); 0 below the first and above the last point; NaN of NaN.
double power_at(const PowerCurve&, double speed);

/// The wind speed at which air of `density` (kg/m3, 0.4..2) gives the power that standard air gives at `speed`: speed
/// x (1.225 / density)^p with p from 1/3 (up to 7.5 m/s) to 2/3 (from 12.5 m/s), linear between. Svenningsen, Power
/// Curve Air Density Correction And Other Power Curve Options in WindPRO, EMD 2010, as in windpowerlib.
double speed_in_air(double speed, double density);

/// The curve's points moved to where they lie in air of that density.
PowerCurve in_air(const PowerCurve&, double density);

/// power_at(in_air(curve, density), speed) without making the curve.
double power_at(const PowerCurve&, double speed, double density);

}  // namespace gs::model::wind
