#include "portfolio/schema_columns.hpp"

namespace gs::schema {
namespace {

constexpr Column kSites[] = {reference("project_id", true),
                             number("elevation_m", -500, 6000),
                             sources_in("elevation_source", false),
                             number("est_elevation_m", -500, 6000),
                             number("est_elevation_pm_m", 0, 2000),
                             reference("station_id"),
                             number("distance_km", 0, 1000),
                             reference("sunshine_station_id"),
                             number("sunshine_distance_km", 0, 1000),
                             reference("ghi_station_id"),
                             number("ghi_annual_kwh_m2", 500, 3000),
                             choice("ghi_basis", names::kGhiBasis, false),
                             sources_in("ghi_source", false),
                             percentage("ghi_uncertainty_pct"),
                             choice("ghi_confidence", names::kConfidence, false),
                             number("ap_ghi_kwh_m2", 500, 3000),
                             number("est_ghi_kwh_m2", 500, 3000),
                             percentage("est_ghi_pct"),
                             number("ghi_blend_kwh_m2", 500, 3000),
                             percentage("ghi_blend_pct"),
                             number("dni_annual_kwh_m2", 300, 4000),
                             sources_in("dni_source", false),
                             percentage("dni_uncertainty_pct"),
                             number("est_dni_kwh_m2", 300, 4000),
                             percentage("est_dni_pct"),
                             number("wind_published_ms", 1, 20),
                             number("wind_published_height_m", 2, 300),
                             number("wind_mean_100m_ms", 1, 20),
                             number("weibull_k", 1, 5),
                             number("weibull_pm", 0, 2),
                             sources_in("weibull_source", false),
                             sources_in("wind_source", false),
                             percentage("wind_uncertainty_pct"),
                             choice("wind_confidence", names::kConfidence, false),
                             number("est_wind_100m_ms", 1, 20),
                             number("est_weibull_k", 1, 5),
                             number("est_weibull_pm", 0, 2),
                             percentage("est_wind_pct"),
                             reference("wind_station_id"),
                             positive("pv_mw"),
                             positive("wind_mw"),
                             positive("csp_mw"),
                             number("csp_storage_h", 0, 48),
                             positive("csp_aperture_m2"),
                             positive("est_csp_aperture_m2"),
                             choice("pv_mounting", names::kMounting, false),
                             choice("bifacial", names::kBifacial, false),
                             number("dc_ac_ratio", 0.5, 3),
                             choice("est_pv_mounting", names::kMounting, false),
                             choice("est_bifacial", names::kBifacial, false),
                             number("est_dc_ac_ratio", 0.5, 3),
                             text("turbine_model"),
                             number("rotor_m", 10, 350),
                             number("turbine_mw", 0.05, 30),
                             number("hub_m", 10, 300),
                             whole("n_turbines", 1, 5000),
                             text("est_turbine_model"),
                             number("est_rotor_m", 10, 350),
                             number("est_turbine_mw", 0.05, 30),
                             number("est_hub_m", 10, 300),
                             sources_in("tech_source", false),
                             choice("tech_confidence", names::kConfidence, false),
                             text("tech_note"),
                             text("wind_note"),
                             text("notes")};

// The range of a month depends on the variable: references.cpp.
constexpr Column month(std::string_view name) { return number(name, -kNone, kNone); }

constexpr Column kStations[] = {id("station_id"),
                                text("name", true),
                                number("latitude", -90, 90, true),
                                number("longitude", -180, 180, true),
                                number("elevation_m", -500, 9000),
                                choice("variable", names::kStationVariable),
                                number("height_m", 0, 300),
                                month("m01"),
                                month("m02"),
                                month("m03"),
                                month("m04"),
                                month("m05"),
                                month("m06"),
                                month("m07"),
                                month("m08"),
                                month("m09"),
                                month("m10"),
                                month("m11"),
                                month("m12"),
                                month("annual"),
                                text("period"),
                                sources_in("source", true),
                                confidence(),
                                text("notes")};

constexpr Column share(std::string_view name) { return number(name, 0, 1, true); }

constexpr Column kRiverRegimes[] = {id(),
                                    text("name", true),
                                    {"countries", Kind::countries},
                                    share("m01"),
                                    share("m02"),
                                    share("m03"),
                                    share("m04"),
                                    share("m05"),
                                    share("m06"),
                                    share("m07"),
                                    share("m08"),
                                    share("m09"),
                                    share("m10"),
                                    share("m11"),
                                    share("m12"),
                                    share("spread"),
                                    text("kind", true),
                                    sources_in("sources", true),
                                    confidence(),
                                    text("notes")};

constexpr Column kHydroSites[] = {reference("project_id", true),
                                  reference("regime", true),
                                  choice("operation", names::kHydroOperation),
                                  share("regulation"),
                                  share("peaking"),
                                  sources_in("sources", true),
                                  confidence(),
                                  text("notes")};

}  // namespace

const File& sites() {
  static constexpr File f{"sites.csv", kSites, "project_id"};
  return f;
}
const File& stations() {
  static constexpr File f{"stations.csv", kStations, ""};
  return f;
}
const File& river_regimes() {
  static constexpr File f{"river_regimes.csv", kRiverRegimes, "id"};
  return f;
}
const File& hydro_sites() {
  static constexpr File f{"hydro_sites.csv", kHydroSites, "project_id"};
  return f;
}

}  // namespace gs::schema
