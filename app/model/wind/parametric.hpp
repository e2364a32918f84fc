#pragma once
#include "model/wind/power_curve.hpp"

/// A power curve for a turbine of which only rated power and rotor are known: Saint-Drenan, Besseau, Jansen, Staffell,
/// Troccoli, Dubus, Schmidt, Gruber, Simoes & Heier, A parametric model for wind turbine power curves incorporating
/// environmental conditions, Renewable Energy 157 (2020) 754-768, with the power coefficient of Dai et al. (2016).
namespace gs::model::wind {

struct Turbine {
  double rated_w = 0.0;  ///< above 0
  double rotor_m = 0.0;  ///< diameter, above 0
  double cut_in_ms = 3.0, cut_out_ms = 25.0;
};

/// The greatest share of the wind's power that the rotor takes. The paper leaves it open; 0.49 is that of the generic
/// turbine of DTU's PyWake and WETB. Dai et al. themselves reach 0.46. Against the year's energy of 106
/// published curves in winds of a mean of 6, 7, 8 and 9 m/s (Rayleigh), median error +0.2, 0.0, -0.3 and -0.9 %, median
/// magnitude 2.2, 2.0, 1.8 and 1.7 %, nine of ten within 7.0 .. 4.0 % (tests/model/wind/parametric_test.cpp).
inline constexpr double kGreatestPowerCoefficient = 0.49;
/// From the rotor to the terminals: gearbox 1 % + 1.4 %, generator 3 %, converter 3 % (the paper's code; PyWake's too).
inline constexpr double kConversion = (1.0 - 0.01) * (1.0 - 0.014) * (1.0 - 0.03) * (1.0 - 0.03);

/// Power coefficient at a tip speed ratio (0 < ratio), blades not pitched; scaled to the greatest above.
double power_coefficient(double tip_speed_ratio);
/// The ratio at which it is greatest (6.38).
double best_tip_speed_ratio();

/// Power in W at steps of 0.1 m/s from cut-in to cut-out, in steady wind of 1.225 kg/m3: the rotor turns at the best
/// tip speed ratio within 188.8 D^-0.7081 .. 793.7 D^-0.8504 rpm, and the power is held at its rated value. Turbulence
/// comes afterwards, by `smoothed`.
PowerCurve parametric_curve(const Turbine&);

/// Thrust coefficient of a turbine that delivers `share` (0..1) of what it would at its greatest power coefficient in
/// the same wind: momentum theory (power 4 a (1 - a)^2, thrust 4 a (1 - a) by the induction a), the thrust less 5 %, so
/// scaled that it is 0.8 at the best point, which is usual for modern rotors (PyWake's generic turbine). Own closure;
/// against the NREL 5 MW turbine within 0.03 in the mean (tests/eval/wind_test.cpp).
double thrust_coefficient(double share);

/// Thrust coefficients of a turbine at the speeds of its power curve, its greatest power coefficient taken from the
/// curve (from 5 m/s up, where published curves are exact enough); 0 where it delivers nothing.
PowerCurve thrust_curve(const PowerCurve&);

}  // namespace gs::model::wind
