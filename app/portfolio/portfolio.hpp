#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "portfolio/climate.hpp"
#include "portfolio/railway.hpp"
#include "units/quantity.hpp"
#include "units/result.hpp"

/// The facts of `data/` as one immutable value. Every field keeps what the row says: an empty cell is an empty
/// optional.
namespace gs {

enum class Technology : std::uint8_t {
  solar_pv, solar_pv_bess, solar_pv_floating, csp, wind_onshore, wind_onshore_bess, wind_offshore, hydro,
  pumped_storage, battery_storage, green_hydrogen, waste_to_energy, grid_interconnection
};
inline constexpr int kTechnologyCount = 13;

/// What the map's symbols, colours and filters tell apart (LOOK.md, "Categories").
enum class Category : std::uint8_t { solar, csp, wind, hydro, storage, hydrogen, waste, grid, locomotive };
inline constexpr int kCategoryCount = 9;

enum class Status : std::uint8_t { operating, construction, agreed, planned, suspended };
inline constexpr int kStatusCount = 5, kConfidenceCount = 3;
enum class Confidence : std::uint8_t { high, medium, low };
enum class CoordPrecision : std::uint8_t { exact, site, approximate, town, district, province };
enum class CapacityBasis : std::uint8_t { ac, dc, net, power, transfer, electrolyser, unstated };
enum class ChineseRole : std::uint8_t { confirmed, equipment_only, unverified, none_found };
enum class ValidationUse : std::uint8_t { none, cf_co2, cf, co2, exclude };
enum class Bri : std::uint8_t { unknown, partner, withdrawn, no };

struct Source {
  std::string id, url, title, publisher, date, licence, notes;
};

struct Project {
  std::string id, name, name_zh, country;  ///< country: ISO 3166-1 alpha-3
  Technology technology{};
  double latitude{}, longitude{};  ///< degrees, WGS 84
  CoordPrecision coord_precision{};
  double coord_radius_km{};
  std::string coord_note, coord_source;
  std::optional<Power> capacity;
  CapacityBasis capacity_basis{};
  std::string capacity_note;
  std::optional<Energy> storage;
  Status status{};
  std::optional<int> commissioning_year;
  std::string part_of;  ///< id of the whole that already counts this row, or empty
  std::string chinese_role;
  ChineseRole chinese_role_check{};
  std::string local_partner;
  std::optional<Energy> generation;  ///< reported, a year
  std::string generation_basis;
  std::optional<Mass> co2;  ///< reported avoided CO2, a year
  std::optional<double> capital_cost_musd, jobs, households;
  std::vector<std::string> sources;  ///< ids of Source
  std::string source_date;
  Confidence confidence{};
  ValidationUse validation_use{};
  std::string notes;
};

enum class LineStatus : std::uint8_t { open, construction, planned };
enum class Electrified : std::uint8_t { yes, no, partly, unknown };

struct RoutePoint {
  std::string name;
  double latitude{}, longitude{};
  std::optional<double> elevation_m, chainage_km;
  bool by_sea = false;  ///< the section that ends here is a ferry's
  std::string coord_source, elevation_source;
};

struct Route {
  std::string id, name, name_zh;
  std::vector<std::string> countries;
  std::optional<Length> length;
  std::optional<int> gauge_mm;
  Electrified electrified{};
  std::string electrification_note;
  LineStatus status{};
  std::optional<int> opened_year;
  std::string opened_note;
  std::optional<double> max_speed_kmh;
  std::string tracks, traffic, chinese_role, cost;
  std::vector<std::string> sources;
  Confidence confidence{};
  std::string notes;
  std::vector<RoutePoint> points;
};

enum class LocomotiveType : std::uint8_t { diesel, hybrid, battery, hydrogen, electric, dual_mode };

struct Locomotive {
  std::string id, name, name_zh, builder, operator_name, country;
  LocomotiveType type{};
  std::optional<int> gauge_mm;
  std::string axle_arrangement;
  std::optional<Power> traction_power, engine_power;
  std::optional<Energy> battery;
  std::optional<double> h2_kg, mass_t, start_te_kn, cont_te_kn, cont_speed_kmh, max_speed_kmh, sfc_g_per_kwh;
  std::optional<int> units;  ///< delivered, as far as known
  std::string units_note;
  std::optional<int> year;
  std::string year_note, duty, depot;
  std::optional<double> latitude, longitude;
  std::optional<double> fuel_saving_pct;
  std::optional<Mass> co2_saving_per_unit;  ///< reported, a unit and year
  std::optional<double> noise_saving_pct, emission_saving_pct;
  std::string claimed_saving;
  std::vector<std::string> sources;
  Confidence confidence{};
  std::string notes;
};

struct GridFactor {
  std::string country, method;
  Intensity value;
  std::optional<int> year;
  std::string source;
  Confidence confidence{};
  std::string notes;
};

struct CapacityFactor {
  Technology technology{};
  std::string country;  ///< empty: the world's default
  double low{}, central{}, high{};
  std::string source, basis;
  Confidence confidence{};
  std::string notes;
};

struct Factor {
  std::string id, kind, country, subject;
  std::optional<double> value, low, high;
  std::string unit, basis, year, source;
  Confidence confidence{};
  std::string notes;
};

/// Formulas, ratings and reported figures of the railway, as text until the train's physics reads them.
struct RailFactor {
  std::string category, id, name, value, unit, formula, conditions;
  std::vector<std::string> sources;
  Confidence confidence{};
  std::string notes;
};

struct Claim {
  std::string id, subject, quantity, value_text;
  std::optional<double> value, low, high;
  std::string unit, claimant, date, source;
  Confidence confidence{};
  std::string corroborated, notes;
};

struct CountryFact {
  std::string iso3;
  Bri bri{};
  std::optional<int> mou_year, withdrawn_year;
  std::string brep_member;
  std::vector<std::string> sources;
  Confidence confidence{};
  std::string notes;
};

struct Portfolio {
  std::vector<Project> projects;
  std::vector<Route> routes;
  std::vector<Locomotive> locomotives;
  std::vector<GridFactor> grid_factors;
  std::vector<CapacityFactor> capacity_factors;
  std::vector<Factor> factors;
  std::vector<RailFactor> rail_factors;
  std::vector<Claim> claims;
  std::vector<CountryFact> countries;
  std::vector<Source> sources;
  std::vector<Site> sites;
  std::vector<Station> stations;
  std::vector<RiverRegime> river_regimes;
  std::vector<HydroSite> hydro_sites;
  std::vector<LineRow> lines;
  std::vector<TrainRow> trains;
  std::vector<TractionRow> tractions;
  std::vector<DeliveryRow> deliveries;
  std::vector<YardDutyRow> duties;
  std::string version;  ///< digest of the data files' bytes, 16 hexadecimal digits

  const Project* project(std::string_view id) const;
  const Route* route(std::string_view id) const;
  const Locomotive* locomotive(std::string_view id) const;
  const Source* source(std::string_view id) const;
  const Factor* factor(std::string_view id) const;
  const CountryFact* country(std::string_view iso3) const;
  const Site* site(std::string_view project_id) const;
  const HydroSite* hydro_site(std::string_view project_id) const;
  const LineRow* line(std::string_view route_id) const;
  const TrainRow* train(std::string_view id) const;
  const TractionRow* traction(std::string_view id) const;
  const YardDutyRow* duty(std::string_view id) const;
  const RiverRegime* regime(std::string_view id) const;
  /// The class of a project's river: that of its row in hydro_sites.csv, else of its country; nullptr if neither.
  const RiverRegime* regime_of(const Project&) const;
  /// Every row of a station and variable, in the file's order.
  std::vector<const Station*> stations_of(std::string_view id, StationVariable) const;
  /// The row to use: with months before without, recent years before older normals; nullptr if there is none.
  const Station* station(std::string_view id, StationVariable) const;
};

Category category(Technology);
/// Whether it makes electricity of its own: storage shifts it, a line carries it, an electrolyser uses it.
bool generates(Technology);

/// Ids as they stand in the files: "solar_pv", "operating", "high", ...
std::string_view id_of(Technology);
std::string_view id_of(Category);
std::string_view id_of(Status);
std::string_view id_of(Confidence);
std::string_view id_of(CoordPrecision);
std::string_view id_of(CapacityBasis);
std::string_view id_of(ChineseRole);
std::string_view id_of(LineStatus);
std::string_view id_of(Electrified);
std::string_view id_of(LocomotiveType);
std::string_view id_of(Bri);

}  // namespace gs
