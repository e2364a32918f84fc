#pragma once
#include <limits>
#include <span>
#include <vector>

#include "model/hours.hpp"
#include "model/lanes.hpp"
#include "model/wind/power_curve.hpp"

/// A wind farm's year: wind to hub height, air density, power curve, smoothing, wakes, losses. All that depends on the
/// farm alone goes into a table once; an hour is then one look-up.
namespace gs::model::wind {

/// Roughness length of the open sea in m (Troen & Petersen, European Wind Atlas, 1989, class 0).
inline constexpr double kSeaRoughness = 0.0002;

inline constexpr double kFromRoughness = std::numeric_limits<double>::quiet_NaN();

struct WindFarm {
  double altitude_m = 0.0;  ///< of the ground above the sea: the air's pressure (standard atmosphere)
  double turbine_mw = 2.5;  ///< rated, above 0
  double rotor_m = 121.0;   ///< diameter
  double hub_m = 90.0;      ///< above ground, more than half the rotor
  int turbines = 40;        ///< at least 1; set by whoever knows the capacity
  double cut_in_ms = 3.0, cut_out_ms = 25.0;
  /// The turbine's measured curve in W, where there is one; else the parametric one of rated power and rotor.
  PowerCurve curve;

  /// Rotor diameters between neighbours in a row and between rows: the middle of 3-5 across and 5-9 along the
  /// prevailing wind (Danish Wind Industry Association, "Park effect"; videnomvind.dk/wiki/parkeffekt).
  double spacing_in_row = 4.0, spacing_of_rows = 7.0;
  /// z0 in m: 0.03 is open farmland with few obstacles (Troen & Petersen, European Wind Atlas, 1989, class 1).
  double roughness_m = 0.03;
  /// Exponent of the power law from the height of the weather's wind to the hub; when not given, the logarithmic
  /// profile.
  double shear_exponent = kFromRoughness;
  /// Of the Gaussian that rounds the curve, share of the speed; when not given 1 / ln(hub / z0). 0 for a curve that
  /// needs no rounding.
  double turbulence_intensity = kFromRoughness;
  /// Of Jensen's wake; when not given 0.5 / ln(hub / z0) (Frandsen, J. Wind Eng. Ind. Aerodyn. 39, 1992, 251-265).
  double wake_decay = kFromRoughness;

  // Losses: defaults of NREL's System Advisor Model (onshore wind; variables avail_*, elec_*, turb_*), each 1 - loss.
  double availability = (1.0 - 0.0358) * (1.0 - 0.005) * (1.0 - 0.015);  ///< turbines, balance of plant, grid
  double electrical = (1.0 - 0.0191) * (1.0 - 0.001);                    ///< cables and transformers, own use
  double performance =
      (1.0 - 0.017) * (1.0 - 0.004) * (1.0 - 0.011) * (1.0 - 0.0081);  ///< measured under published curve
};

/// One turbine's curve as the farm has it, W in standard air, at the speeds of the table: the measured or the
/// parametric curve, smoothed once for the wind's turbulence and its spread over the farm. No wakes, no losses.
PowerCurve smoothed_curve(const WindFarm&);

/// A bigger farm's wakes are taken as those of this many turbines (of 4.7 MW in a mean of 7.5 m/s, 64, 100, 160 and 250
/// turbines lose 9.6, 10.5, 11.3 and 12.1 % of their year).
inline constexpr int kLargestLayout = 200;

/// Share of the free output that is left within the farm's wakes, by wind speed at the hub (`speeds`, m/s): Jensen's
/// wakes over a rectangle of rows, mean over all wind directions with equal weight (no site's wind rose is known),
/// every 10 degrees. 1 where nothing is delivered.
std::vector<double> wake_efficiency(const WindFarm&, const PowerCurve& smoothed_curve, std::span<const double> speeds);

/// Output of the farm over its capacity, by wind speed at the hub and temperature at 2 m.
struct FarmTable {
  static constexpr double kSpeedStep = 0.1, kFastest = 45.0;          ///< m/s
  static constexpr double kColdest = -60.0, kTemperatureStep = 10.0;  ///< degrees Celsius
  static constexpr int kSpeeds = 451, kTemperatures = 13;             ///< 0..45 m/s, -60..60 degrees
  std::vector<double> share;                                          ///< [temperature][speed], kTemperatures x kSpeeds
  double hub_m = 0.0, roughness_m = 0.0, shear_exponent = 0.0;

  /// Wind at the hub over wind at `height` m.
  double to_hub(double height) const;
};

FarmTable farm_table(const WindFarm&);

namespace detail {

/// Between the four nearest entries. The formula of one hour; the lanes differ only in where they read.
GS_INLINE double look_up(const double* share, double along, double up) {
  const int i = static_cast<int>(along), j = static_cast<int>(up);
  const double right = along - i, above = up - j;
  const double* at = share + (j * FarmTable::kSpeeds + i);
  const double low = at[0] + right * (at[1] - at[0]);
  const double high = at[FarmTable::kSpeeds] + right * (at[FarmTable::kSpeeds + 1] - at[FarmTable::kSpeeds]);
  return low + above * (high - low);
}
GS_INLINE Lanes look_up(const double* share, Lanes along, Lanes up) {
  return Lanes{look_up(share, along[0], up[0]), look_up(share, along[1], up[1]), look_up(share, along[2], up[2]),
               look_up(share, along[3], up[3])};
}

}  // namespace detail

/// Output over capacity for wind at the hub (m/s, not negative) and temperature at 2 m (degrees Celsius); beyond the
/// table's ends the nearest entry (at 45 m/s the farm stands still).
template <class V>
GS_INLINE V farm_share(const double* share, V speed, V celsius) {
  constexpr double kLastSpeed = FarmTable::kSpeeds - 1 - 1e-9, kLastTemperature = FarmTable::kTemperatures - 1 - 1e-9;
  const V along = clamped(speed * (1.0 / FarmTable::kSpeedStep), V{}, all<V>(kLastSpeed));
  const V up =
      clamped((celsius - FarmTable::kColdest) * (1.0 / FarmTable::kTemperatureStep), V{}, all<V>(kLastTemperature));
  return detail::look_up(share, along, up);
}

/// One number an hour, 0..about 1: output over capacity. `wind` in m/s at `height_m`, `celsius` at 2 m; all three as
/// long.
void farm_hours(const FarmTable&, std::span<const double> wind, double height_m, std::span<const double> celsius,
                std::span<double> share);

/// A year: kHours values of `share`.
void wind_year(const WindFarm&, const WeatherYear&, std::span<double> share);

/// Output at an age in years over that when new, (1 - rate)^age. 1.6 % a year in the United Kingdom (Staffell & Green,
/// How does wind farm performance decline with age?, Renewable Energy 66, 2014, 775-786: 1.6 +- 0.2); about 0.6 % for
/// later fleets (Olauson, Edstrom & Ryden, Wind turbine performance decline in Sweden, Wind Energy 20, 2017, 2049-2053:
/// 0.15 points of capacity factor a year). Age at least 0.
double at_age(double years, double rate = 0.016);

}  // namespace gs::model::wind
