#include "portfolio/fixture.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "portfolio/schema.hpp"

namespace gs::test {
namespace {

std::string quoted(const std::string& cell) {
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

Cells project(std::string id, std::string technology, std::string country, std::string capacity) {
  return {{"id", id},
          {"name", "Project " + id},
          {"technology", technology},
          {"country", country},
          {"latitude", "24.5"},
          {"longitude", "54.5"},
          {"coord_precision", "site"},
          {"coord_radius_km", "3"},
          {"capacity_mw", capacity},
          {"capacity_basis", "ac"},
          {"status", "operating"},
          {"commissioning_year", "2020"},
          {"chinese_role_check", "confirmed"},
          {"sources", "press"},
          {"confidence", "high"}};
}

Cells with(Cells cells, const Cells& more) {
  for (const auto& [column, value] : more) cells[column] = value;
  return cells;
}

Cells grid(std::string country, std::string method, std::string value) {
  return {{"country", country}, {"method", method},  {"value_t_mwh", value},
          {"year", "2021"},     {"source", "press"}, {"confidence", "high"}};
}

Cells capacity_factor(std::string technology, std::string country, std::string low, std::string central,
                      std::string high) {
  return {{"technology", technology}, {"country", country},    {"low", low}, {"central", central}, {"high", high},
          {"source", "press"},        {"confidence", "medium"}};
}

Cells point(std::string seq, std::string longitude) {
  return {{"route_id", "line"},     {"seq", seq},   {"name", "Town"}, {"latitude", "45"},
          {"longitude", longitude}, {"leg", "rail"}};
}

Cells monthly(std::string id, std::string variable, std::string value) {
  Cells cells = {{"station_id", id},     {"name", "Station " + id}, {"latitude", "24"},      {"longitude", "54"},
                 {"variable", variable}, {"period", "2003-2021"},   {"source", "press"},     {"confidence", "high"}};
  for (int m = 1; m <= 12; ++m) cells[(m < 10 ? "m0" : "m") + std::to_string(m)] = value;
  return cells;
}

/// The climate of the projects sun and wind, a river for the dam.
void add_sites(DataSet& set) {
  set.add("stations.csv", with(monthly("wmo1", "temp_c", "25"), {{"annual", "25"}}));
  set.add("stations.csv", with(monthly("wmo1", "sunshine_h", "300"), {{"annual", "3600"}}));
  set.add("stations.csv", with(monthly("wmo1", "temp_c", "24"), {{"annual", "24"}, {"period", "1961-1990 normals"}}));
  set.add("stations.csv", monthly("coads-1", "wind_ms", "6"));
  set.add("sites.csv", {{"project_id", "sun"},        {"station_id", "wmo1"},      {"sunshine_station_id", "wmo1"},
                        {"ghi_annual_kwh_m2", "2100"}, {"ghi_basis", "derived"},   {"ghi_source", "press"},
                        {"ghi_uncertainty_pct", "7"},  {"est_ghi_kwh_m2", "2200"}, {"est_ghi_pct", "5"},
                        {"ghi_blend_kwh_m2", "2150"},  {"ghi_blend_pct", "7"},     {"est_elevation_m", "50"},
                        {"est_elevation_pm_m", "20"},  {"est_dc_ac_ratio", "1.2"}, {"tech_source", "press"},
                        {"pv_mounting", "single_axis_tracker"}});
  set.add("sites.csv", {{"project_id", "wind"},         {"station_id", "wmo1"},        {"wind_station_id", "coads-1"},
                        {"wind_mean_100m_ms", "8"},     {"wind_source", "press"},      {"wind_uncertainty_pct", "10"},
                        {"est_wind_100m_ms", "9"},      {"est_wind_pct", "20"},        {"est_weibull_k", "2"},
                        {"est_weibull_pm", "0.4"},      {"rotor_m", "120"},            {"tech_source", "press"},
                        {"est_hub_m", "90"},            {"est_turbine_mw", "2.5"},     {"n_turbines", "40"}});
  Cells regime = monthly("", "", "0.08333");
  for (const char* column : {"station_id", "latitude", "longitude", "variable", "period", "source"})
    regime.erase(column);
  set.add("river_regimes.csv", with(regime, {{"id", "river"},
                                             {"name", "A river"},
                                             {"countries", "ETH"},
                                             {"spread", "0.3"},
                                             {"kind", "estimate"},
                                             {"sources", "press"}}));
  set.add("hydro_sites.csv", {{"project_id", "dam"},
                              {"regime", "river"},
                              {"operation", "storage"},
                              {"regulation", "0.5"},
                              {"peaking", "0.2"},
                              {"sources", "press"},
                              {"confidence", "low"}});
}

Cells traction(std::string id, std::string kind) {
  return {{"id", id},        {"traction", kind}, {"name", "The " + id}, {"gauge_mm", "1520"},    {"units", "2"},
          {"mass_t", "138"}, {"length_m", "20"}, {"axles", "6"},        {"wheel_kw", "2000"},    {"start_te_kn", "400"},
          {"aux_kw", "30"},  {"regen", "none"},  {"plug_in", "no"},     {"max_speed_kmh", "100"}, {"duty", "line"},
          {"sources", "press"}, {"confidence", "low"}};
}

/// The line, a train for it, and one locomotive of each kind of traction.
void add_railway(DataSet& set) {
  set.add("lines.csv", {{"route_id", "line"},          {"ruling_grade_permille", "9"}, {"grade_basis", "class"},
                        {"terrain", "rolling"},        {"curve_radius_m", "600"},      {"freight_speed_kmh", "80"},
                        {"speed_basis", "class"},      {"electrified_sections", "0-50"}, {"electrified_basis", "sourced"},
                        {"train_gross_t", "3000"},     {"train_basis", "class"},       {"traffic_mt", "10"},
                        {"traffic_low", "8"},          {"traffic_high", "12"},         {"traffic_year", "2025"},
                        {"road_km", "170"},            {"sources", "press"},           {"confidence", "low"}});
  for (const auto& [country, from, to] : {std::array{"KAZ", "0", "120"}, std::array{"CHN", "120", "160"}})
    set.add("line_countries.csv", {{"route_id", "line"}, {"country", country},   {"from_km", from},
                                   {"to_km", to},        {"sources", "press"}, {"confidence", "low"}});
  set.add("trains.csv", {{"id", "mixed"},          {"name", "Mixed goods"}, {"kind", "freight"}, {"gauge_mm", "1520"},
                         {"law", "ptr_freight4"},  {"wagons", "50"},        {"tare_t", "24"},    {"load_t", "36"},
                         {"axles", "4"},           {"wagon_length_m", "14"}, {"max_speed_kmh", "80"},
                         {"rotating_kg_per_axle", "750"}, {"brake_permille_decel", "0.3"}, {"sources", "press"},
                         {"confidence", "low"}});
  const Cells battery = {{"battery_kwh", "3000"}, {"battery_out_kw", "2000"}, {"battery_in_kw", "1500"}, {"regen", "battery"}};
  set.add("tractions.csv", with(traction("diesel", "diesel"), {{"engine_kw", "2400"}, {"engine_map", "tier4"}}));
  set.add("tractions.csv", with(with(traction("hybrid-line", "hybrid"), battery),
                                {{"engine_kw", "1200"}, {"engine_map", "tier4"}, {"locomotive_id", "hybrid"},
                                 {"plug_in", "yes"}, {"estimated", "battery_out_kw;aux_kw"}}));
  set.add("tractions.csv", with(traction("wire", "catenary"), {{"wire_kw", "4000"}, {"regen", "wire"}}));
  set.add("tractions.csv", with(traction("battery", "battery"), battery));
  set.add("tractions.csv", with(with(traction("h2", "hydrogen"), battery), {{"fuel_cell_kw", "1000"}, {"hydrogen_kg", "400"}}));
  set.add("deliveries.csv", {{"locomotive_id", "hybrid"}, {"year", "2025"},     {"units", "10"},       {"kind", "delivered"},
                             {"customer", "A railway"},   {"country", "KAZ"},   {"sources", "press"},  {"confidence", "high"}});
  set.add("deliveries.csv", {{"locomotive_id", "hybrid"}, {"units", "90"},      {"kind", "framework"}, {"sources", "press"},
                             {"confidence", "medium"}});
  set.add("tractions.csv", with(traction("yard-diesel", "diesel"), {{"engine_kw", "883"}, {"engine_map", "te10"}, {"duty", "shunting"}}));
  set.add("shunting.csv", {{"id", "ktz_yard"},      {"name", "A yard"},     {"country", "KAZ"},   {"kind", "reported"},
                           {"moving_h", "5"},       {"moving_h_low", "4"},  {"moving_h_high", "6"}, {"idle_hot_h", "19"},
                           {"plugged_h", "0"},      {"parked_h", "0"},      {"days", "340"},      {"load_spectrum", "0.6@0.1;0.4@0.5"},
                           {"mean_load", "0.26"},   {"idle_l_h", "12"},     {"idle_l_h_frost", "18"}, {"baseline_traction", "yard-diesel"},
                           {"estimated", "days"},   {"sources", "press"},   {"confidence", "low"}});
}

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  INFO("reading " << path);
  REQUIRE(file.good());
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

DataSet DataSet::small() {
  DataSet set;
  const schema::File* files[] = {&schema::projects(),    &schema::routes(),       &schema::route_points(),
                                 &schema::locomotives(), &schema::grid_factors(), &schema::capacity_factors(),
                                 &schema::factors(),     &schema::rail_factors(), &schema::claims(),
                                 &schema::countries(),   &schema::sources(),      &schema::sites(),
                                 &schema::stations(),    &schema::river_regimes(), &schema::hydro_sites(),
                                 &schema::lines(),       &schema::line_countries(), &schema::trains(),        &schema::tractions(),
                                 &schema::deliveries(),  &schema::shunting()};
  for (const schema::File* file : files)
    for (const schema::Column& column : file->columns)
      set.files_[std::string(file->name)].columns.emplace_back(column.name);
  set.add("sources.csv", {{"id", "press"}, {"url", "https://example.org/a,b"}, {"title", "A \"quoted\" title"}});
  for (const char* country : {"ARE", "KAZ", "ETH"})
    set.add("countries.csv", {{"iso3", country}, {"bri", "partner"}, {"sources", "press"}});
  set.add("countries.csv", {{"iso3", "BRA"}, {"bri", "no"}});
  set.add("countries.csv", {{"iso3", "CHN"}});

  set.add("projects.csv", project("sun", "solar_pv", "ARE", "1000"));
  set.add("projects.csv", with(project("sun-part", "solar_pv", "ARE", "400"), {{"part_of", "sun"}}));
  set.add("projects.csv",
          with(project("wind", "wind_onshore", "KAZ", "100"), {{"generation_gwh", "300"}, {"co2_t", "250000"}}));
  set.add("projects.csv", project("dam", "hydro", "ETH", "500"));
  set.add("projects.csv", with(project("battery", "battery_storage", "KAZ", "100"),
                               {{"generation_gwh", "410"}, {"co2_t", "347000"}, {"storage_mwh", "200"}}));
  set.add("projects.csv", with(project("stranger", "solar_pv", "KAZ", "50"), {{"chinese_role_check", "none_found"}}));
  set.add("projects.csv", project("not-bri", "hydro", "BRA", "4000"));
  set.add("projects.csv", with(project("later", "solar_pv_bess", "KAZ", "200"),
                               {{"status", "construction"}, {"commissioning_year", "2028"}}));

  for (const char* country : {"ARE", "KAZ"}) {
    set.add("grid_factors.csv", grid(country, "ifi_cm_firm", "0.3"));
    set.add("grid_factors.csv", grid(country, "ifi_cm_intermittent", "0.5"));
    set.add("grid_factors.csv", grid(country, "ifi_om", "0.7"));
    set.add("grid_factors.csv", grid(country, "ember_average", "0.6"));
  }
  set.add("grid_factors.csv", grid("ETH", "ifi_cm_firm", "0"));
  set.add("capacity_factors.csv", capacity_factor("solar_pv", "", "0.15", "0.2", "0.25"));
  set.add("capacity_factors.csv", capacity_factor("solar_pv", "ARE", "0.25", "0.3", "0.35"));
  set.add("capacity_factors.csv", capacity_factor("hydro", "", "0.4", "0.5", "0.6"));
  set.add("factors.csv", {{"id", "coal_equivalent"},
                          {"kind", "method_factor"},
                          {"subject", "coal_equivalent"},
                          {"value", "0.9"},
                          {"low", "0.75"},
                          {"high", "1.1"},
                          {"source", "press"},
                          {"confidence", "medium"}});
  set.add("rail_factors.csv", {{"category", "resistance"}, {"id", "wagon"}, {"name", "A wagon"}, {"formula", "w=0.7"}});
  set.add("locomotives.csv", {{"id", "hybrid"},
                              {"name", "Hybrid"},
                              {"country", "KAZ"},
                              {"type", "hybrid"},
                              {"year", "2025"},
                              {"units", "10"},
                              {"co2_saving_t_per_unit", "240"},
                              {"sources", "press"},
                              {"confidence", "high"}});
  set.add("routes.csv", {{"id", "line"},
                         {"name", "A line"},
                         {"countries", "KAZ;CHN"},
                         {"length_km", "160"},
                         {"gauge_mm", "1520"},
                         {"electrified", "no"},
                         {"status", "open"},
                         {"sources", "press"},
                         {"confidence", "high"}});
  set.add("route_points.csv", point("1", "50"));
  set.add("route_points.csv", point("2", "51"));
  set.add("route_points.csv", point("3", "52"));
  set.add("claims.csv", {{"id", "claim"},
                         {"subject", "sun"},
                         {"quantity", "co2_t"},
                         {"value", "1000"},
                         {"claimant", "Press"},
                         {"source", "press"},
                         {"confidence", "low"}});
  add_sites(set);
  add_railway(set);
  return set;
}

DataSet& DataSet::set(const std::string& file, int row, const std::string& column, std::string value) {
  files_.at(file).rows.at(static_cast<std::size_t>(row - 2))[column] = std::move(value);
  return *this;
}

DataSet& DataSet::add(const std::string& file, Cells cells) {
  files_.at(file).rows.push_back(std::move(cells));
  return *this;
}

DataSet& DataSet::rename_column(const std::string& file, const std::string& from, std::string to) {
  for (std::string& column : files_.at(file).columns)
    if (column == from) column = to;
  for (Cells& row : files_.at(file).rows)
    if (const auto cell = row.find(from); cell != row.end()) row[to] = cell->second;
  return *this;
}

DataSet& DataSet::remove_column(const std::string& file, const std::string& column) {
  std::erase(files_.at(file).columns, column);
  return *this;
}

DataSet& DataSet::remove(const std::string& file) {
  files_.erase(file);
  return *this;
}

DataSet& DataSet::raw(const std::string& file, std::string bytes) {
  raw_[file] = std::move(bytes);
  return *this;
}

std::string DataSet::bytes(const std::string& file) const {
  const File& content = files_.at(file);
  std::string out;
  for (std::size_t i = 0; i < content.columns.size(); ++i) out += (i == 0 ? "" : ",") + content.columns[i];
  out += "\n";
  for (const Cells& row : content.rows) {
    for (std::size_t i = 0; i < content.columns.size(); ++i) {
      const auto cell = row.find(content.columns[i]);
      out += (i == 0 ? "" : ",") + (cell == row.end() ? std::string() : quoted(cell->second));
    }
    out += "\n";
  }
  return out;
}

Loaded DataSet::load(const Checks& checks) const {
  return load_portfolio(
      [this](std::string_view name) -> Result<std::string> {
        const std::string file(name);
        if (const auto it = raw_.find(file); it != raw_.end()) return it->second;
        if (!files_.contains(file)) return Error{file, "expected a file, found none"};
        return bytes(file);
      },
      checks);
}

Portfolio DataSet::portfolio() const {
  Loaded loaded = load();
  for (const Error& problem : loaded.problems) UNSCOPED_INFO(problem.text());
  REQUIRE(loaded.problems.empty());
  return std::move(loaded.portfolio);
}

const Checks& DataSet::squares() {
  static const Checks checks{
      [](std::string_view iso3) {
        return iso3 == "ARE" || iso3 == "KAZ" || iso3 == "ETH" || iso3 == "BRA" || iso3 == "CHN";
      },
      [](std::string_view, double longitude, double) -> std::optional<double> {
        return longitude < 40 ? (40 - longitude) * 100 : longitude > 60 ? (longitude - 60) * 100 : 0.0;
      }};
  return checks;
}

std::vector<std::string> problems(const DataSet& set) {
  std::vector<std::string> texts;
  for (const Error& problem : set.load().problems) texts.push_back(problem.text());
  return texts;
}

ReadFile repository_files() {
  const char* asked = std::getenv("GREENSILK_ASSETS");
  const std::string folder = (asked && *asked ? std::string(asked) : std::string("build/native/assets")) + "/data/";
  return [folder](std::string_view name) -> Result<std::string> { return read(folder + std::string(name)); };
}

const Loaded& repository_data() {
  static const Loaded loaded = load_portfolio(repository_files());
  return loaded;
}

}  // namespace gs::test
