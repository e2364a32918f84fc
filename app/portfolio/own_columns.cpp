#include <array>

#include "portfolio/own_table.hpp"
#include "portfolio/schema_columns.hpp"

/// What a reader's columns may be called, and what may stand in them.
namespace gs::own {
namespace {

using namespace schema;

// Upper limits far above any plant: a slipped unit is a row's problem, not an infinite sum.
constexpr Column kProjects[] = {text("id"),
                                text("name", true),
                                text("name_zh"),
                                choice("technology", names::kTechnology),
                                country_in("country", true),
                                number("latitude", -90, 90, true),
                                number("longitude", -180, 180, true),
                                number("capacity_mw", 0.001, 200'000, true),
                                choice("status", names::kStatus),
                                year("commissioning_year"),
                                choice("coord_precision", names::kCoordPrecision),
                                number("coord_radius_km", 0, 1000, true),
                                text("coord_note"),
                                text("coord_source"),
                                choice("capacity_basis", names::kCapacityBasis),
                                text("capacity_note"),
                                number("storage_mwh", 0.001, 1e7),
                                text("part_of"),
                                text("chinese_role"),
                                choice("chinese_role_check", names::kChineseRole),
                                text("local_partner"),
                                number("generation_gwh", 1e-6, 2e6),
                                text("generation_basis"),
                                number("co2_t", 0, 1e10),
                                number("capital_cost_musd", 1e-6, 1e6),
                                number("jobs", 0, 1e7),
                                number("households", 0, 1e9),
                                text("sources"),
                                text("source_date"),
                                confidence(),
                                text("validation_use"),
                                text("notes"),
                                number("elevation_m", -500, 6000),
                                number("ghi_annual_kwh_m2", 500, 3000),
                                number("dni_annual_kwh_m2", 300, 4000),
                                number("wind_mean_100m_ms", 1, 20),
                                number("weibull_k", 1, 5),
                                choice("pv_mounting", names::kMounting, false),
                                choice("bifacial", names::kBifacial, false),
                                number("dc_ac_ratio", 0.5, 3),
                                number("rotor_m", 10, 350),
                                number("turbine_mw", 0.05, 30),
                                number("hub_m", 10, 300),
                                whole("n_turbines", 1, 5000)};

constexpr Column kPoints[] = {text("route_id", true),
                              whole("seq", 0, 1e6),
                              text("name"),
                              number("latitude", -90, 90, true),
                              number("longitude", -180, 180, true),
                              number("elevation_m", -500, 9000),
                              number("chainage_km", 0, 50'000),
                              choice("leg", names::kLeg, false),
                              choice("status", names::kLineStatus, false),
                              choice("electrified", names::kElectrified, false),
                              whole("gauge_mm", 300, 3000),
                              number("max_speed_kmh", 1, 500),
                              text("line_name")};

struct Called {
  std::string_view heading, column;
  double factor = 1.0;
};

constexpr Called kOfBoth[] = {{"lat", "latitude"},     {"y", "latitude"},        {"纬度", "latitude"},        {"широта", "latitude"},
                              {"Широта", "latitude"},  {"خط_العرض", "latitude"}, {"lon", "longitude"},        {"lng", "longitude"},
                              {"long", "longitude"},   {"x", "longitude"},       {"经度", "longitude"},       {"долгота", "longitude"},
                              {"Долгота", "longitude"}, {"خط_الطول", "longitude"}, {"elevation", "elevation_m"}, {"altitude", "elevation_m"},
                              {"altitude_m", "elevation_m"}, {"gauge", "gauge_mm"}, {"max_speed", "max_speed_kmh"},
                              {"state", "status"},     {"状态", "status"},       {"статус", "status"},        {"Статус", "status"},
                              {"الحالة", "status"}};

constexpr Called kOfProjects[] = {{"title", "name"}, {"project", "name"}, {"project_name", "name"}, {"plant", "name"}, {"site", "name"},
                                  {"名称", "name"}, {"项目名称", "name"}, {"название", "name"}, {"Название", "name"}, {"الاسم", "name"},
                                  {"tech", "technology"}, {"type", "technology"}, {"kind", "technology"}, {"类型", "technology"},
                                  {"技术", "technology"}, {"тип", "technology"}, {"Тип", "technology"}, {"технология", "technology"},
                                  {"Технология", "technology"}, {"النوع", "technology"},
                                  {"capacity", "capacity_mw"}, {"mw", "capacity_mw"}, {"power_mw", "capacity_mw"}, {"power", "capacity_mw"},
                                  {"installed_capacity", "capacity_mw"}, {"installed_capacity_mw", "capacity_mw"}, {"size_mw", "capacity_mw"},
                                  {"capacity_kw", "capacity_mw", 1e-3}, {"kw", "capacity_mw", 1e-3}, {"power_kw", "capacity_mw", 1e-3},
                                  {"capacity_gw", "capacity_mw", 1e3}, {"gw", "capacity_mw", 1e3}, {"power_gw", "capacity_mw", 1e3},
                                  {"装机容量", "capacity_mw"}, {"装机容量_mw", "capacity_mw"}, {"容量_mw", "capacity_mw"},
                                  {"мощность_мвт", "capacity_mw"}, {"Мощность_МВт", "capacity_mw"}, {"القدرة_mw", "capacity_mw"},
                                  {"iso3", "country"}, {"country_code", "country"}, {"国家", "country"}, {"страна", "country"},
                                  {"Страна", "country"}, {"البلد", "country"},
                                  {"year", "commissioning_year"}, {"commissioned", "commissioning_year"}, {"start_year", "commissioning_year"},
                                  {"年份", "commissioning_year"}, {"投产年份", "commissioning_year"}, {"год", "commissioning_year"},
                                  {"Год", "commissioning_year"}, {"السنة", "commissioning_year"},
                                  {"storage", "storage_mwh"}, {"generation_mwh", "generation_gwh", 1e-3}, {"generation_twh", "generation_gwh", 1e3},
                                  {"annual_generation_gwh", "generation_gwh"}, {"co2_kt", "co2_t", 1e3}, {"co2_mt", "co2_t", 1e6},
                                  {"source", "sources"}, {"note", "notes"}, {"comment", "notes"}, {"description", "notes"}};

constexpr Called kOfPoints[] = {{"route_name", "line_name"}, {"line", "route_id"}, {"line_id", "route_id"}, {"route", "route_id"}, {"线路", "route_id"},
                                {"линия", "route_id"}, {"Линия", "route_id"}, {"order", "seq"}, {"number", "seq"}, {"no", "seq"},
                                {"station", "name"}, {"km", "chainage_km"}, {"chainage", "chainage_km"}};

}  // namespace

const File& projects() {
  static constexpr File f{"projects", kProjects, ""};
  return f;
}

const File& points() {
  static constexpr File f{"points", kPoints, ""};
  return f;
}

Meaning meaning_of(std::string_view heading, const File& file) {
  const std::string words = plain(heading);
  const auto of_file = [&](std::string_view column) -> std::string_view {
    for (const Column& c : file.columns)
      if (c.name == column) return c.name;
    return {};
  };
  if (const std::string_view name = of_file(words); !name.empty()) return {name};
  const auto look = [&](std::span<const Called> called) -> Meaning {
    for (const Called& c : called)
      if (c.heading == words) return {of_file(c.column), c.factor};
    return {};
  };
  const Meaning both = look(kOfBoth);
  if (!both.column.empty()) return both;
  return &file == &projects() ? look(kOfProjects) : look(kOfPoints);
}

}  // namespace gs::own
