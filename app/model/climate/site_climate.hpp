#pragma once
#include <optional>
#include <span>
#include <string>

#include "model/climate/climate.hpp"

/// The climate of a site from what stations, satellites and papers know about it.
namespace gs::model {

/// Where a number comes from, best first.
enum class Basis {
  measured,   ///< at a station
  published,  ///< for the site itself or its surroundings
  satellite,  ///< of a grid cell of about 100 km
  sunshine,   ///< irradiation computed from a station's hours of sunshine (Angstrom-Prescott)
  profile,    ///< wind carried to another height
  blend,      ///< a mixture with an estimate
  estimate,   ///< general knowledge
  flat,       ///< nothing known of the months: the same all year (wind), or of the same clearness (irradiation)
};

/// What is known of a number of the climate.
struct Provenance {
  Basis basis = Basis::estimate;
  double deviation = 0.0;  ///< standard deviation of the annual mean: a share of it, but kelvins for temperature
  std::string station;     ///< id, or empty
};

/// One variable of one station, or of one grid cell.
struct StationMonths {
  enum class Variable { temperature, sunshine, ghi, dni, dhi, wind };
  std::string id;
  Place place;
  Variable variable = Variable::temperature;
  double height_m = 2.0;         ///< of the instrument above the ground
  Monthly months = no_months();  ///< degrees Celsius, hours a month, kWh/m2 a day, m/s; NaN: not known by months
  bool normals = false;          ///< of an older period: used only where there is no other row
  bool derived = false;          ///< computed from another row: not used
};

/// A site as data/sites.csv has it. NaN or empty: not known. Deviations are shares (0.07 for +-7 %): the facts' +- of
/// irradiation is the RMS error of the method, so all are taken as standard deviations.
struct SiteClimate {
  static constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
  Place place;  ///< altitude NaN: that of the temperature station
  /// Ids of rows; of wind_station only the course over the year counts where `wind_mean` is known.
  std::string temperature_station, sunshine_station, ghi_station, wind_station;
  double temperature_distance_km = 0.0;
  double ghi_annual = kUnknown;  ///< kWh/m2 a year
  Basis ghi_basis = Basis::sunshine;
  double ghi_deviation = 0.10;
  double dni_annual = kUnknown;  ///< kWh/m2 a year
  Basis dni_basis = Basis::estimate;
  double dni_deviation = 0.15;
  double wind_mean = kUnknown;  ///< m/s at wind_height_m
  double wind_height_m = 100.0;
  Basis wind_basis = Basis::estimate;
  double wind_deviation = 0.15;
  double weibull_k = kUnknown, weibull_deviation = 0.10;
  Basis weibull_basis = Basis::estimate;
};

/// Wind at the height of the turbines.
struct HubWind {
  Monthly wind{};
  double height_m = 100.0, weibull_k = 2.0;
  Provenance mean, months, shape;
};

struct ClimateOfSite {
  Climate climate;  ///< with the wind near the ground, that cools modules
  std::optional<HubWind> hub;
  Provenance ghi, ghi_months, beam, temperature, ground_wind;
  bool beam_known = false;
};

/// Annual irradiation of the site with the months of the grid cell or of the sunshine station (carried to the site's
/// latitude as clearness); temperature of the station less 6.5 K a kilometre of height (ISO 2533); beam and diffuse of
/// the grid cell where it has them, scaled like its irradiation; wind where known. Near the ground, where nothing is
/// known: hub wind by the 1/7 power law, else 3 m/s at 10 m, an estimate. Errors: "ghi", "temperature" where no row has
/// them.
Result<ClimateOfSite> climate_of(const SiteClimate&, std::span<const StationMonths>);

/// The same climate with the wind at the turbines (which must be known): no daily course, see Climate::wind_diurnal.
Climate with_hub_wind(const ClimateOfSite&);

/// The climate with monthly beam so that the year's is `dni_annual` (kWh/m2): the months of the correlation by one
/// factor.
Result<Climate> with_annual_beam(Climate, const Place&, const sun::SunHours&, double dni_annual);

}  // namespace gs::model
