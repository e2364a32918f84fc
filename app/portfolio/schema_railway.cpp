#include "portfolio/schema_columns.hpp"

/// How the lines are worked and what pulls on them.
namespace gs::schema {
namespace {

/// `positive` that may not be empty.
constexpr Column needed(std::string_view name) { return {name, Kind::number, true, 0.0, kNone, true}; }

constexpr Column kLines[] = {reference("route_id", true),
                             {"ruling_grade_permille", Kind::number, false, 0.0, 100.0, true},
                             choice("grade_basis", names::kBasis),
                             choice("terrain", names::kTerrain),
                             number("curve_radius_m", 50, 20000),
                             number("freight_speed_kmh", 10, 400),
                             choice("speed_basis", names::kBasis),
                             text("electrified_sections"),  // "all" or spans of chainage: references_railway.cpp
                             choice("electrified_basis", names::kBasis),
                             number("train_gross_t", 50, 50000),
                             choice("train_basis", names::kBasis),
                             number("traffic_mt", 0, 2000),
                             number("traffic_low", 0, 2000),
                             number("traffic_high", 0, 2000),
                             year("traffic_year"),
                             positive("road_km"),
                             sources_in("sources", true),
                             confidence(),
                             text("notes")};

constexpr Column kLineCountries[] = {reference("route_id", true),
                                     country_in("country", true),
                                     number("from_km", 0, 20000, true),
                                     number("to_km", 0, 20000, true),
                                     sources_in("sources", true),
                                     confidence(),
                                     text("notes")};

constexpr Column kTrains[] = {id(),
                              text("name", true),
                              text("name_zh"),
                              choice("kind", names::kTrainKind),
                              whole("gauge_mm", 300, 3000, true),
                              reference("law", true),
                              whole("wagons", 1, 500, true),
                              needed("tare_t"),
                              number("load_t", 0, 500, true),
                              whole("axles", 2, 32, true),
                              needed("wagon_length_m"),
                              number("rotating_kg_per_axle", 0, 5000, true),
                              {"brake_permille_decel", Kind::number, true, 0.0, 3.0, true},
                              needed("max_speed_kmh"),
                              sources_in("sources", true),
                              confidence(),
                              text("notes")};

constexpr Column kTractions[] = {id(),
                                 choice("traction", names::kTractionKind),
                                 text("name", true),
                                 text("name_zh"),
                                 reference("locomotive_id"),
                                 whole("gauge_mm", 300, 3000, true),
                                 whole("units", 1, 10, true),
                                 needed("mass_t"),
                                 needed("length_m"),
                                 whole("axles", 2, 24, true),
                                 needed("wheel_kw"),
                                 needed("start_te_kn"),
                                 positive("cont_te_kn"),
                                 positive("cont_speed_kmh"),
                                 needed("max_speed_kmh"),
                                 positive("engine_kw"),
                                 choice("engine_map", names::kEngineMap, false),
                                 positive("fuel_cell_kw"),
                                 positive("wire_kw"),
                                 positive("battery_kwh"),
                                 positive("battery_out_kw"),
                                 positive("battery_in_kw"),
                                 positive("hydrogen_kg"),
                                 positive("tank_l"),
                                 number("aux_kw", 0, 5000, true),
                                 choice("regen", names::kRegen),
                                 choice("plug_in", names::kYesNo),
                                 choice("duty", names::kDuty),
                                 text("estimated"),
                                 sources_in("sources", true),
                                 confidence(),
                                 text("notes")};

constexpr Column kDeliveries[] = {reference("locomotive_id", true),
                                  year("year"),
                                  whole("units", 0, 10000, true),
                                  choice("kind", names::kDeliveryKind),
                                  text("customer"),
                                  country_in("country", false),
                                  sources_in("sources", true),
                                  confidence(),
                                  text("notes")};

constexpr Column kShunting[] = {id(),
                                text("name", true),
                                text("name_zh"),
                                country_in("country", true),
                                choice("kind", names::kDutyKind),
                                number("moving_h", 0, 24, true),
                                number("moving_h_low", 0, 24, true),
                                number("moving_h_high", 0, 24, true),
                                number("idle_hot_h", 0, 24, true),
                                number("plugged_h", 0, 24, true),
                                number("parked_h", 0, 24, true),
                                number("days", 1, 366, true),
                                text("load_spectrum", true),  // "share@load;...": references_railway.cpp
                                number("mean_load", 0, 1, true),
                                needed("idle_l_h"),
                                needed("idle_l_h_frost"),
                                reference("baseline_traction"),
                                positive("baseline_fuel_t"),
                                text("estimated"),
                                sources_in("sources", true),
                                confidence(),
                                text("notes")};

}  // namespace

const File& lines() {
  static constexpr File f{"lines.csv", kLines, "route_id"};
  return f;
}
const File& line_countries() {
  static constexpr File f{"line_countries.csv", kLineCountries, ""};
  return f;
}
const File& trains() {
  static constexpr File f{"trains.csv", kTrains, "id"};
  return f;
}
const File& tractions() {
  static constexpr File f{"tractions.csv", kTractions, "id"};
  return f;
}
const File& deliveries() {
  static constexpr File f{"deliveries.csv", kDeliveries, ""};
  return f;
}

const File& shunting() {
  static constexpr File f{"shunting.csv", kShunting, "id"};
  return f;
}

}  // namespace gs::schema
