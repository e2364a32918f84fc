#pragma once
#include <array>
#include <string_view>

#include "model/hours.hpp"
#include "model/pv/iam.hpp"
#include "model/pv/pvwatts.hpp"
#include "model/pv/tracking.hpp"
#include "units/quantity.hpp"

/// A photovoltaic plant as data: what the hourly chain needs to know, with defaults where nothing is known of a site.
namespace gs::model::pv {

enum class Mounting { fixed, tracked, floating };

/// A share of the energy that is lost, with where the figure comes from.
struct Loss {
  std::string_view what;
  double share;  ///< 0..1
  std::string_view source;
};

inline constexpr std::size_t kLosses = 10, kSoiling = 0, kAge = 8;  ///< how many, and two that are set by name
/// The default losses of PVWatts version 5 (Dobos 2014, NREL/TP-6A20-62641, table of losses). Together 14.08 %.
inline constexpr std::array<Loss, kLosses> kPvwattsLosses{{{"soiling", 0.02, "PVWatts 5"},
                                                           {"shading", 0.03, "PVWatts 5"},
                                                           {"snow", 0.0, "PVWatts 5"},
                                                           {"mismatch", 0.02, "PVWatts 5"},
                                                           {"wiring", 0.02, "PVWatts 5"},
                                                           {"connections", 0.005, "PVWatts 5"},
                                                           {"light-induced degradation", 0.015, "PVWatts 5"},
                                                           {"nameplate rating", 0.01, "PVWatts 5"},
                                                           {"age", 0.0, "PVWatts 5; years of age are counted apart"},
                                                           {"availability", 0.03, "PVWatts 5"}}};
/// One after the other: 1 - product of (1 - share).
double all_losses(const std::array<Loss, kLosses>&);

struct PvPlant {
  Place place;
  Mounting mounting = Mounting::fixed;
  /// Of fixed rows; a plane that faces the equator at the recommended tilt unless the site is known.
  double tilt_deg = 0.0, azimuth_deg = 180.0;
  Tracking tracking;    ///< of trackers; its gcr is also that of fixed rows
  double albedo = 0.2;  ///< PVWatts 5 (without snow)
  double dc_ac = 1.2;   ///< rated power of the modules over that of the inverters: default of the PVWatts calculator
  double inverter_efficiency = 0.98;  ///< as in the reference chain (PVWatts 5 itself has 0.96, for older inverters)
  double gamma = -0.0035;             ///< change of power per kelvin: "premium" module of PVWatts 5
  /// The back's yield over the front's at the same light; 0: the back is covered. 0.7 is usual for PERC cells
  /// (Kopecek and Libal, "Bifacial photovoltaics 2021", Energies 14, 2076).
  double bifaciality = 0.0;
  double back_shaded = 0.02;    ///< of the back's light, by frame and tube (default of pvlib's infinite sheds)
  double u0 = 25.0, u1 = 6.84;  ///< W/(m2 K), W s/(m3 K): seven modules on open racks (Faiman 2008)
  Cover cover;
  std::array<Loss, kLosses> losses = kPvwattsLosses;
};

/// A plant of which only place and mounting are known. Floating: tilt 12 degrees, pontoons' usual (World Bank Group,
/// ESMAP and SERIS, "Where sun meets water: floating solar handbook", 2019), albedo of calm water 0.06 (Payne 1972),
/// and the heat loss of a large closed float in Singapore (Doerenkaemper et al., Solar Energy 214 (2021) 239-247:
/// U 34.8 and 0.8 with an absorbed share 0.9 less efficiency 0.2, which Faiman's form does not have: divided by 0.72).
PvPlant usual_plant(const Place&, Mounting, bool bifacial);

/// Tilt that gives the most light over a year, degrees, and where the plane then faces: M. Z. Jacobson and V. Jadhav,
/// "World estimates of PV optimal tilt angles", Solar Energy 169 (2018) 55-66, fits of figure 1; at least 10 degrees,
/// so that rain cleans the modules (there too).
struct Facing {
  double tilt_deg, azimuth_deg;
};
Facing recommended_tilt(double latitude_deg);

/// What a watt of light on the back counts against one on the front, 0..1.
inline double back_counts(const PvPlant& plant) { return plant.bifaciality * (1.0 - plant.back_shaded); }
/// Of 1 W of modules.
inline Inverter inverter_of(const PvPlant& plant) {
  return {1.0 / plant.dc_ac / plant.inverter_efficiency, plant.inverter_efficiency};
}

/// Loss of power per year of age, shares of the new plant's: low 0.5 % (median of 2,000 rates: D. C. Jordan and S. R.
/// Kurtz, Progress in Photovoltaics 21 (2013) 12-29), best 0.6 % and high 0.9 % (upper ends of medians and means of
/// crystalline silicon, 11,000 rates: D. C. Jordan et al., "Compendium of photovoltaic degradation rates", ibid. 24
/// (2016) 978-989).
inline constexpr Range<Ratio> kDegradation{percent(0.5), percent(0.6), percent(0.9)};

/// Mean output of the year of age `age` (0: the first twelve months) over that of a new plant: linear, not below 0.
/// Light-induced degradation is among the losses.
double output_at_age(double age, Ratio degradation_per_year = kDegradation.best);

}  // namespace gs::model::pv
