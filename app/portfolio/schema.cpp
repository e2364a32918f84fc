#include "portfolio/schema.hpp"

#include "portfolio/schema_columns.hpp"

namespace gs::schema {
namespace {

constexpr Column kProjects[] = {id(),
                                text("name", true),
                                text("name_zh"),
                                choice("technology", names::kTechnology),
                                country_in("country", true),
                                number("latitude", -90, 90, true),
                                number("longitude", -180, 180, true),
                                choice("coord_precision", names::kCoordPrecision),
                                number("coord_radius_km", 0, 1000, true),
                                text("coord_note"),
                                sources_in("coord_source", false),
                                positive("capacity_mw"),
                                choice("capacity_basis", names::kCapacityBasis),
                                text("capacity_note"),
                                positive("storage_mwh"),
                                choice("status", names::kStatus),
                                year("commissioning_year"),
                                reference("part_of"),
                                text("chinese_role"),
                                choice("chinese_role_check", names::kChineseRole),
                                text("local_partner"),
                                positive("generation_gwh"),
                                text("generation_basis"),
                                number("co2_t", 0, kNone),
                                positive("capital_cost_musd"),
                                number("jobs", 0, kNone),
                                number("households", 0, kNone),
                                sources_in("sources", true),
                                text("source_date"),
                                confidence(),
                                choice("validation_use", names::kValidationUse, false),
                                text("notes")};

constexpr Column kRoutes[] = {id(),
                              text("name", true),
                              text("name_zh"),
                              {"countries", Kind::countries, true},
                              positive("length_km"),
                              whole("gauge_mm", 300, 3000),
                              choice("electrified", names::kElectrified),
                              text("electrification_note"),
                              choice("status", names::kLineStatus),
                              year("opened_year"),
                              text("opened_note"),
                              positive("max_speed_kmh"),
                              text("tracks"),
                              text("traffic"),
                              text("chinese_role"),
                              text("cost"),
                              sources_in("sources", true),
                              confidence(),
                              text("notes")};

constexpr Column kRoutePoints[] = {
    reference("route_id", true),          whole("seq", 1, 1e6, true),           text("name"),
    number("latitude", -90, 90, true),    number("longitude", -180, 180, true), number("elevation_m", -500, 9000),
    number("chainage_km", 0, kNone),      choice("leg", names::kLeg, false),    sources_in("coord_source", false),
    sources_in("elevation_source", false)};

constexpr Column kLocomotives[] = {id(),
                                   text("name", true),
                                   text("name_zh"),
                                   text("builder"),
                                   text("operator"),
                                   country_in("country", false),
                                   choice("type", names::kLocomotiveType),
                                   whole("gauge_mm", 300, 3000),
                                   text("axle_arrangement"),
                                   positive("traction_power_kw"),
                                   positive("engine_or_fc_kw"),
                                   positive("battery_kwh"),
                                   positive("h2_kg"),
                                   positive("mass_t"),
                                   positive("start_te_kn"),
                                   positive("cont_te_kn"),
                                   positive("cont_speed_kmh"),
                                   positive("max_speed_kmh"),
                                   positive("sfc_g_per_kwh"),
                                   whole("units", 0, 1e6),
                                   text("units_note"),
                                   year("year"),
                                   text("year_note"),
                                   text("duty"),
                                   text("depot"),
                                   number("latitude", -90, 90),
                                   number("longitude", -180, 180),
                                   percentage("fuel_saving_pct"),
                                   number("co2_saving_t_per_unit", 0, kNone),
                                   percentage("noise_saving_pct"),
                                   percentage("emission_saving_pct"),
                                   text("claimed_saving"),
                                   sources_in("sources", true),
                                   confidence(),
                                   text("notes")};

// Cells of lignite plants stay below 2 t/MWh; a figure in g/kWh would be far above.
constexpr Column kGridFactors[] = {country_in("country", true),
                                   choice("method", names::kGridMethod),
                                   number("value_t_mwh", 0, 3, true),
                                   year("year"),
                                   sources_in("source", true),
                                   confidence(),
                                   text("notes")};
// Baked from an npm package, which is its source.
constexpr Column kEmber[] = {country_in("country", true),
                             choice("method", names::kGridMethod),
                             number("value_t_mwh", 0, 3, true),
                             year("year"),
                             text("source", true),
                             confidence(),
                             text("notes")};

constexpr Column kCapacityFactors[] = {choice("technology", names::kTechnology),
                                       country_in("country", false),
                                       number("low", 0, 1, true),
                                       number("central", 0, 1, true),
                                       number("high", 0, 1, true),
                                       sources_in("source", true),
                                       text("basis"),
                                       confidence(),
                                       text("notes")};

constexpr Column kFactors[] = {id(),
                               text("kind", true),
                               country_in("country", false),
                               text("subject", true),
                               number("value", -kNone, kNone),
                               number("low", -kNone, kNone),
                               number("high", -kNone, kNone),
                               text("unit"),
                               text("basis"),
                               text("year"),
                               sources_in("source", true),
                               confidence(),
                               text("notes")};

constexpr Column kRailFactors[] = {text("category", true), id(),
                                   text("name", true),     text("value"),
                                   text("unit"),           text("formula"),
                                   text("conditions"),     sources_in("sources", false),
                                   confidence(false),      text("notes")};

constexpr Column kCountries[] = {
    country_in("iso3", true), choice("bri", names::kBri, false), year("mou_year"),  year("withdrawn_year"),
    text("brep_member"),      sources_in("sources", false),      confidence(false), text("notes")};

constexpr Column kSources[] = {id(),         text("url"),     text("title"), text("publisher"),
                               text("date"), text("licence"), text("notes")};

constexpr Column kClaims[] = {id(),
                              reference("subject", true),
                              text("quantity", true),
                              text("value"),
                              number("low", -kNone, kNone),
                              number("high", -kNone, kNone),
                              text("unit"),
                              text("claimant", true),
                              text("date"),
                              sources_in("source", true),
                              confidence(),
                              text("corroborated"),
                              text("notes")};

}  // namespace

const File& projects() {
  static constexpr File f{"projects.csv", kProjects, "id"};
  return f;
}
const File& routes() {
  static constexpr File f{"routes.csv", kRoutes, "id"};
  return f;
}
const File& route_points() {
  static constexpr File f{"route_points.csv", kRoutePoints, ""};
  return f;
}
const File& locomotives() {
  static constexpr File f{"locomotives.csv", kLocomotives, "id"};
  return f;
}
const File& grid_factors() {
  static constexpr File f{"grid_factors.csv", kGridFactors, ""};
  return f;
}
const File& ember() {
  static constexpr File f{"ember.csv", kEmber, ""};
  return f;
}
const File& capacity_factors() {
  static constexpr File f{"capacity_factors.csv", kCapacityFactors, ""};
  return f;
}
const File& factors() {
  static constexpr File f{"factors.csv", kFactors, "id"};
  return f;
}
const File& rail_factors() {
  static constexpr File f{"rail_factors.csv", kRailFactors, "id"};
  return f;
}
const File& countries() {
  static constexpr File f{"countries.csv", kCountries, "iso3"};
  return f;
}
const File& sources() {
  static constexpr File f{"sources.csv", kSources, "id"};
  return f;
}
const File& claims() {
  static constexpr File f{"claims.csv", kClaims, "id"};
  return f;
}

}  // namespace gs::schema
