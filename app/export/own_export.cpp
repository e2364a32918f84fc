#include "export/own_export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "export/row.hpp"

namespace gs {
namespace {

using Json = nlohmann::ordered_json;

struct Cell {
  std::string_view name;
  std::string text;
  bool number = false;
};
using Cells = std::vector<Cell>;

/// The shortest digits that read back to the same double.
std::string digits(double value) { return fmt::format("{}", value); }

class Writer {
 public:
  explicit Writer(Cells& out) : out_(out) {}
  void text(std::string_view name, std::string_view words) { out_.push_back({name, std::string(words)}); }
  void number(std::string_view name, const std::optional<double>& value) { out_.push_back({name, value ? digits(*value) : "", true}); }
  template <class Q>
  void quantity(std::string_view name, const std::optional<Q>& value, double unit = 1.0) {
    number(name, value ? std::optional<double>(value->base() / unit) : std::nullopt);
  }
  template <class T>
  void whole(std::string_view name, const std::optional<T>& value) {
    out_.push_back({name, value ? std::to_string(*value) : "", true});
  }

 private:
  Cells& out_;
};

void add_site(Writer& w, const Site* s) {
  const auto value = [](const std::optional<SiteValue>& v) { return v ? std::optional<double>(v->value) : std::nullopt; };
  const auto known = [](const auto& v) { return v ? std::optional<double>(v->value) : std::nullopt; };
  w.number("elevation_m", s ? value(s->elevation_m) : std::nullopt);
  w.number("ghi_annual_kwh_m2", s ? value(s->ghi_annual) : std::nullopt);
  w.number("dni_annual_kwh_m2", s ? value(s->dni) : std::nullopt);
  w.number("wind_mean_100m_ms", s ? value(s->wind_100m) : std::nullopt);
  w.number("weibull_k", s ? value(s->weibull_k) : std::nullopt);
  w.text("pv_mounting", s && s->mounting ? id_of(s->mounting->value) : "");
  w.text("bifacial", s && s->bifacial ? id_of(s->bifacial->value) : "");
  w.number("dc_ac_ratio", s ? known(s->dc_ac_ratio) : std::nullopt);
  w.number("rotor_m", s ? known(s->rotor_m) : std::nullopt);
  w.quantity("turbine_mw", s && s->turbine ? std::optional(s->turbine->value) : std::nullopt);
  w.number("hub_m", s ? known(s->hub_m) : std::nullopt);
  w.whole("n_turbines", s ? s->turbines : std::nullopt);
}

Cells cells_of(const OwnData& own, const Project& p) {
  Cells cells;
  Writer w(cells);
  w.text("id", p.id);
  w.text("name", p.name);
  w.text("name_zh", p.name_zh);
  w.text("technology", id_of(p.technology));
  w.text("country", p.country);
  w.number("latitude", p.latitude);
  w.number("longitude", p.longitude);
  w.quantity("capacity_mw", p.capacity);
  w.text("status", id_of(p.status));
  w.whole("commissioning_year", p.commissioning_year);
  w.text("coord_precision", id_of(p.coord_precision));
  w.number("coord_radius_km", p.coord_radius_km);
  w.text("coord_note", p.coord_note);
  w.text("coord_source", p.coord_source);
  w.text("capacity_basis", id_of(p.capacity_basis));
  w.text("capacity_note", p.capacity_note);
  w.quantity("storage_mwh", p.storage);
  w.text("part_of", p.part_of);
  w.text("chinese_role", p.chinese_role);
  w.text("chinese_role_check", id_of(p.chinese_role_check));
  w.text("local_partner", p.local_partner);
  w.quantity("generation_gwh", p.generation, 1e3);
  w.text("generation_basis", p.generation_basis);
  w.quantity("co2_t", p.co2);
  w.number("capital_cost_musd", p.capital_cost_musd);
  w.number("jobs", p.jobs);
  w.number("households", p.households);
  w.text("source_date", p.source_date);
  w.text("confidence", id_of(p.confidence));
  w.text("notes", p.notes);
  const auto site = std::find_if(own.sites.begin(), own.sites.end(), [&](const Site& s) { return s.project_id == p.id; });
  add_site(w, site == own.sites.end() ? nullptr : &*site);
  return cells;
}

std::string line_of(const Cells& cells, const std::vector<bool>& used, bool names) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (used[i]) out += (out.empty() ? "" : ",") + quoted_cell(names ? std::string(cells[i].name) : cells[i].text);
  return out + "\r\n";
}

/// With a header, and without the columns that no row fills.
std::string csv(const std::vector<Cells>& rows) {
  if (rows.empty()) return {};
  std::vector<bool> used(rows.front().size());
  for (const Cells& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) used[i] = used[i] || !row[i].text.empty();
  std::string out = line_of(rows.front(), used, true);
  for (const Cells& row : rows) out += line_of(row, used, false);
  return out;
}

std::string_view line_status(const Route& r) { return r.status == LineStatus::open ? std::string_view() : id_of(r.status); }
std::string_view traction(const Route& r) { return r.electrified == Electrified::unknown ? std::string_view() : id_of(r.electrified); }

Json feature(const char* type, Json coordinates, Json properties) {
  return {{"type", "Feature"}, {"geometry", {{"type", type}, {"coordinates", std::move(coordinates)}}}, {"properties", std::move(properties)}};
}

Json feature_of(const Route& r) {
  Json places = Json::array(), names = Json::array(), chainages = Json::array(), by_sea = Json::array();
  bool named = false, measured = false, ferry = false;
  for (const RoutePoint& p : r.points) {
    Json at = {p.longitude, p.latitude};
    if (p.elevation_m) at.push_back(*p.elevation_m);
    places.push_back(std::move(at));
    names.push_back(p.name);
    chainages.push_back(p.chainage_km ? Json(*p.chainage_km) : Json());
    by_sea.push_back(p.by_sea);
    ferry = ferry || p.by_sea;
    named = named || !p.name.empty();
    measured = measured || p.chainage_km;
  }
  Json properties = {{"id", r.id}, {"name", r.name}};
  if (!line_status(r).empty()) properties["status"] = line_status(r);
  if (!traction(r).empty()) properties["electrified"] = traction(r);
  if (r.gauge_mm) properties["gauge_mm"] = *r.gauge_mm;
  if (r.max_speed_kmh) properties["max_speed_kmh"] = *r.max_speed_kmh;
  if (named) properties["point_names"] = std::move(names);
  if (measured) properties["point_chainages_km"] = std::move(chainages);
  if (ferry) properties["point_by_sea"] = std::move(by_sea);
  return feature("LineString", std::move(places), std::move(properties));
}

}  // namespace

std::string own_projects_csv(const OwnData& own) {
  std::vector<Cells> rows;
  for (const Project& p : own.projects) rows.push_back(cells_of(own, p));
  return csv(rows);
}

std::string own_lines_csv(const OwnData& own) {
  std::vector<Cells> rows;
  for (const Route& r : own.routes)
    for (std::size_t i = 0; i < r.points.size(); ++i) {
      const RoutePoint& p = r.points[i];
      Writer w(rows.emplace_back());
      w.text("route_id", r.id);
      w.text("line_name", r.name);
      w.whole("seq", std::optional(i + 1));
      w.text("name", p.name);
      w.number("latitude", p.latitude);
      w.number("longitude", p.longitude);
      w.number("elevation_m", p.elevation_m);
      w.number("chainage_km", p.chainage_km);
      w.text("leg", p.by_sea ? "sea" : "");
      w.text("status", line_status(r));
      w.text("electrified", traction(r));
      w.whole("gauge_mm", r.gauge_mm);
      w.number("max_speed_kmh", r.max_speed_kmh);
    }
  return csv(rows);
}

std::string own_geojson(const OwnData& own) {
  Json features = Json::array();
  for (const Project& p : own.projects) {
    Json properties = Json::object();
    for (const Cell& cell : cells_of(own, p)) {
      if (cell.text.empty() || cell.name == "latitude" || cell.name == "longitude") continue;
      properties[std::string(cell.name)] = cell.number ? Json::parse(cell.text) : Json(cell.text);
    }
    features.push_back(feature("Point", {p.longitude, p.latitude}, std::move(properties)));
  }
  for (const Route& r : own.routes) features.push_back(feature_of(r));
  const Json document = {{"type", "FeatureCollection"}, {"features", std::move(features)}};
  return document.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string own_template_csv() {
  return "name,technology,latitude,longitude,capacity_mw,status,commissioning_year,generation_gwh,co2_t\r\n"
         "Example solar park,solar_pv,24.15,54.51,500,planned,2028,,\r\n"
         "Example wind farm,wind_onshore,43.59,69.97,100,operating,2021,350,250000\r\n";
}

}  // namespace gs
