#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "units/quantity.hpp"

/// How the lines are worked: rows of data/lines.csv, trains.csv, tractions.csv, deliveries.csv, shunting.csv. Every field
/// keeps what the row says: an empty cell is an empty optional.
namespace gs {

enum class Confidence : std::uint8_t;
enum class Basis : std::uint8_t { sourced, by_class };  ///< "class": by the class of the line, an assumption
enum class Terrain : std::uint8_t { plain, rolling, mountain };

struct LineRow {
  std::string route;  ///< id of routes.csv
  std::optional<double> ruling_grade_permille;
  Basis grade_basis{};
  Terrain terrain{};
  std::optional<double> curve_radius_m, freight_speed_kmh;
  Basis speed_basis{};
  bool electrified_all = false;
  std::vector<std::pair<double, double>> electrified_km;  ///< spans by chainage
  Basis electrified_basis{};
  std::optional<double> train_gross_t;
  Basis train_basis{};
  std::optional<double> traffic_mt, traffic_low_mt, traffic_high_mt;
  std::optional<int> traffic_year;
  std::optional<double> road_km;
  /// From one border to the next along the line, km; empty: the line is in one country, or nothing is known.
  struct CountrySpan {
    std::string country;  ///< ISO 3166-1 alpha-3
    double from_km{}, to_km{};
  };
  std::vector<CountrySpan> countries;
  std::vector<std::string> sources;
  Confidence confidence{};
  std::string notes;
};

enum class TrainKind : std::uint8_t { freight, passenger };

struct TrainRow {
  std::string id, name, name_zh;
  TrainKind kind{};
  int gauge_mm{};
  std::string law;  ///< of rail_factors.csv (category resistance); model::rail::law
  int wagons{};
  double tare_t{}, load_t{};  ///< of a wagon
  int axles{};
  double wagon_length_m{}, rotating_kg_per_axle{}, brake_ms2{}, max_speed_kmh{};
  std::vector<std::string> sources;
  Confidence confidence{};
  std::string notes;
  double gross_t() const { return wagons * (tare_t + load_t); }
};

enum class TractionKind : std::uint8_t { diesel, hybrid, battery, hydrogen, catenary, dual };
inline constexpr int kTractionKindCount = 6;
enum class Duty : std::uint8_t { line, shunting };

struct TractionRow {
  std::string id;
  TractionKind traction{};
  std::string name, name_zh, locomotive;  ///< locomotive: id of locomotives.csv, or empty
  int gauge_mm{};
  int units{};          ///< locomotives in the consist
  double mass_t{}, length_m{};  ///< of a unit
  int axles{};
  double wheel_kw{}, start_te_kn{};  ///< of a unit, as every rating below
  std::optional<double> cont_te_kn, cont_speed_kmh;
  double max_speed_kmh{};
  std::optional<double> engine_kw;
  std::string engine_map;  ///< "tier4" or "te10"
  std::optional<double> fuel_cell_kw, wire_kw, battery_kwh, battery_out_kw, battery_in_kw, hydrogen_kg, tank_l;
  double aux_kw{};
  std::string regen;  ///< "none", "battery", "wire"
  bool plug_in = false;
  Duty duty{};
  std::vector<std::string> estimated;  ///< columns that are estimates
  std::vector<std::string> sources;
  Confidence confidence{};
  std::string notes;
};

enum class DeliveryKind : std::uint8_t { delivered, ordered, framework, planned };

struct DeliveryRow {
  std::string locomotive;
  std::optional<int> year;
  int units{};
  DeliveryKind kind{};
  std::string customer, country;
  std::vector<std::string> sources;
  Confidence confidence{};
  std::string notes;
};

enum class DutyKind : std::uint8_t { reported, rule, assumed };

/// A day's work in a yard, of a row of shunting.csv. Hours a day; they add up to 24.
struct YardDutyRow {
  std::string id, name, name_zh, country;
  DutyKind kind{};
  double moving_h{}, moving_low_h{}, moving_high_h{};
  double idle_hot_h{};  ///< standing with a hot engine
  double plugged_h{}, parked_h{}, days{};
  std::vector<std::pair<double, double>> spectrum;  ///< share of the moving time, share of rated power
  double idle_l_h{}, idle_frost_l_h{};  ///< litres of diesel an hour
  std::string baseline;                 ///< id of tractions.csv: the diesel that works so; or empty
  std::optional<double> baseline_fuel_t;  ///< a year, as a claim implies
  std::vector<std::string> estimated;  ///< columns that are estimates
  std::vector<std::string> sources;
  Confidence confidence{};
  std::string notes;
};

std::string_view id_of(Basis);
std::string_view id_of(Terrain);
std::string_view id_of(TrainKind);
std::string_view id_of(TractionKind);
std::string_view id_of(Duty);
std::string_view id_of(DeliveryKind);
std::string_view id_of(DutyKind);

}  // namespace gs
