#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "units/quantity.hpp"

/// What is known of the weather, the river and the make of a plant: sites.csv, stations.csv, river_regimes.csv,
/// hydro_sites.csv. A figure always says whether a source gives it or whether it is an estimate.
namespace gs {

enum class Confidence : std::uint8_t;

/// A figure that a source gives (`estimated` false) or that is an estimate from general knowledge.
template <class T>
struct Known {
  T value{};
  bool estimated = true;
};

/// A number with its interval.
struct SiteValue {
  double value = 0.0;
  double plus_minus = 0.0;  ///< in the unit of `value`; 0 where the file states none
  bool estimated = true;
};

enum class GhiBasis : std::uint8_t { published, satellite, derived };
enum class Mounting : std::uint8_t {
  single_axis_tracker, fixed_tilt, floating_fixed, mixed, csp_trough, csp_tower, csp_mixed
};
enum class Bifacial : std::uint8_t { yes, no, mixed };

struct Site {
  std::string project_id;
  std::optional<SiteValue> elevation_m;
  std::string station_id, sunshine_station_id, ghi_station_id, wind_station_id;  ///< of Station, or empty
  std::optional<double> distance_km, sunshine_distance_km;

  std::optional<GhiBasis> ghi_basis;
  std::optional<SiteValue> ghi_annual;  ///< kWh/m2 a year, horizontal, only what a source or the sunshine method gives
  /// kWh/m2 a year: what a simulation should use; `estimated` when a guess has part in it.
  std::optional<SiteValue> ghi;
  std::optional<SiteValue> dni;  ///< kWh/m2 a year on a surface that faces the sun

  std::optional<double> wind_published_ms, wind_published_height_m;
  std::optional<SiteValue> wind_100m;  ///< m/s, mean of the year at 100 m
  std::optional<SiteValue> weibull_k;

  std::optional<Power> pv, wind, csp;  ///< parts of a plant of several technologies
  std::optional<double> csp_storage_h;
  std::optional<Known<double>> csp_aperture_m2;
  std::optional<Known<Mounting>> mounting;
  std::optional<Known<Bifacial>> bifacial;
  std::optional<Known<double>> dc_ac_ratio;
  std::optional<Known<std::string>> turbine_model;
  std::optional<Known<double>> rotor_m, hub_m;
  std::optional<Known<Power>> turbine;
  std::optional<int> turbines;

  std::vector<std::string> elevation_sources, ghi_sources, dni_sources, wind_sources, weibull_sources, tech_sources;
  std::optional<Confidence> ghi_confidence, wind_confidence, tech_confidence;
  std::string tech_note, wind_note, notes;

  /// Names of the inputs that rest on an estimate, in the order of the columns ("wind_100m", "rotor_m", ...).
  std::vector<std::string_view> estimated_inputs() const;
};

enum class StationVariable : std::uint8_t {
  temp_c, sunshine_h, ghi_kwh_m2_day, dni_kwh_m2_day, dhi_kwh_m2_day, wind_ms, precip_days
};

/// One variable of one place over one period. The unit is that of the variable's name; sunshine in hours a month.
struct Station {
  std::string id, name;
  double latitude{}, longitude{};
  std::optional<double> elevation_m;
  StationVariable variable{};
  std::optional<double> height_m;                ///< above ground, of wind and temperature
  std::optional<std::array<double, 12>> months;  ///< January first
  std::optional<double> annual;                  ///< mean of the days, or the sum of sunshine_h and precip_days
  std::string period;
  std::vector<std::string> sources;
  Confidence confidence{};
  std::string notes;

  /// Reference normals of an older period: second choice beside a mean of recent years.
  bool normals() const { return period.find("normals") != std::string::npos; }
};

/// How a year's water is spread over the months.
struct RiverRegime {
  std::string id, name;
  std::vector<std::string> countries;
  std::array<double, 12> shares{};  ///< of a year, January first; their sum is 1
  double spread{};                  ///< relative half-interval of a month's share
  std::string kind;
  std::vector<std::string> sources;
  Confidence confidence{};
  std::string notes;
};

enum class HydroOperation : std::uint8_t { run_of_river, storage };

struct HydroSite {
  std::string project_id, regime;  ///< id of RiverRegime
  HydroOperation operation{};
  double regulation{};  ///< 0 the river's months pass through, 1 the reservoir makes all months alike
  double peaking{};     ///< 0 flat within the day, 1 all water in the hours of need
  std::vector<std::string> sources;
  Confidence confidence{};
  std::string notes;
};

std::string_view id_of(GhiBasis);
std::string_view id_of(Mounting);
std::string_view id_of(Bifacial);
std::string_view id_of(StationVariable);
std::string_view id_of(HydroOperation);

}  // namespace gs
