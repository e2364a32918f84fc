#include "export/table_export.hpp"

#include <fmt/format.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "export/row.hpp"
#include "portfolio/own_data.hpp"
#include "sim/simulate.hpp"
#include "sim/totals.hpp"

namespace gs {
namespace {

using Json = nlohmann::ordered_json;

std::vector<ExportRow> rows_of(const Portfolio& portfolio, const Results& results) {
  std::vector<ExportRow> rows;
  for (const ProjectResult& row : results.projects) rows.push_back(export_row(portfolio, results, row));
  for (const LocomotiveResult& row : results.locomotives) rows.push_back(export_row(portfolio, results, row));
  return rows;
}

std::vector<ExportRow> rows_of(const Portfolio& portfolio, const Results& results, std::span<const std::uint32_t> projects) {
  std::vector<ExportRow> rows;
  for (const std::uint32_t i : projects) rows.push_back(export_row(portfolio, results, results.projects[i]));
  return rows;
}

/// The shortest digits that read back to the same double (fmt's Dragonbox), "2000" and "0.464".
std::string cell(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return quoted_cell(*text);
  if (const auto* number = std::get_if<double>(&value)) return fmt::format("{}", *number);
  if (const auto* number = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *number);
  if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "yes" : "no";
  return "";
}

Json json(const Value& value) {
  return std::visit(
      [](const auto& v) -> Json {
        if constexpr (std::is_same_v<std::decay_t<decltype(v)>, std::monostate>)
          return nullptr;
        else
          return v;
      },
      value);
}

template <class Q>
Json json(const Range<Q>& range) {
  return {{"low", range.low.base()}, {"best", range.best.base()}, {"high", range.high.base()}};
}

Json json(const Total& total) {
  return {{"projects", total.projects},
          {"locomotives", total.locomotives},
          {"without_figure", total.without_figure},
          {"capacity_mw", total.capacity.base()},
          {"energy_mwh", json(total.energy)},
          {"avoided_t", json(total.avoided)},
          {"reported_t", total.reported.base()},
          {"reporting", total.reporting}};
}

Json json(const Results::Year& year) {
  Json avoided = Json::object();
  for (int i = 0; i < kCategoryCount; ++i)
    avoided[std::string(id_of(static_cast<Category>(i)))] = year.avoided_t[static_cast<std::size_t>(i)];
  return {{"year", year.year}, {"avoided_t", avoided}, {"cumulative_t", year.cumulative_t}};
}

/// A line's year, t CO2.
Json json(const LineSaving& line, const Portfolio& portfolio) {
  Json electricity = Json::object();
  for (const auto& [country, mass] : line.electricity_by_country) electricity[country] = mass.base();
  return {{"id", portfolio.routes[line.route].id},
          {"traffic_mt", {{"low", line.traffic_mt.low}, {"best", line.traffic_mt.best}, {"high", line.traffic_mt.high}}},
          {"net_tkm", line.net_tkm},
          {"gross_tkm", line.gross_tkm},
          {"wire_share", line.wire_share},
          {"as_it_runs_t", json(line.as_it_runs)},
          {"as_diesel_t", json(line.as_diesel)},
          {"by_road_t", json(line.by_road)},
          {"saved_against_diesel_t", json(line.saved_against_diesel)},
          {"saved_against_road_t", json(line.saved_against_road)},
          {"well_to_tank_of_diesel_t", line.well_to_tank_share.base()},
          {"well_to_tank_of_road_t", line.road_well_to_tank.base()},
          {"electricity_t", electricity}};
}

/// A class of locomotives: what is reported and what is simulated, a unit and year and all units.
Json json(const LocomotiveResult& row, const Portfolio& portfolio) {
  Json out = {{"id", portfolio.locomotives[row.locomotive].id}, {"units", row.units ? Json(*row.units) : Json()}, {"on_order", row.on_order}};
  out["reported_per_unit_t"] = row.saving_per_unit ? Json(row.saving_per_unit->base()) : Json();
  out["reported_t"] = row.reported ? Json(row.reported->base()) : Json();
  out["simulated_per_unit_t"] = row.simulated_per_unit ? json(*row.simulated_per_unit) : Json();
  out["simulated_t"] = row.simulated ? json(*row.simulated) : Json();
  out["well_to_tank_per_unit_t"] = row.well_to_tank_per_unit.base();
  return out;
}

Json json(const ExportRow& row) {
  Json object = Json::object();
  for (const NamedValue& v : row) object[std::string(v.name)] = json(v.value);
  return object;
}

std::string csv(const std::vector<ExportRow>& rows) {
  std::string out;
  if (rows.empty()) return out;
  const auto add_line = [&out](const ExportRow& row, auto text_of) {
    for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : ",") + text_of(row[i]);
    out += "\r\n";
  };
  add_line(rows.front(), [](const NamedValue& v) { return std::string(v.name); });
  for (const ExportRow& row : rows) add_line(row, [](const NamedValue& v) { return cell(v.value); });
  return out;
}

/// What the figures were computed with.
Json head(const Portfolio& portfolio, const Results& results) {
  return {{"format", "greensilk-results-1"},          {"method", id_of(results.scenario.method)},
          {"pathway", id_of(results.scenario.pathway)}, {"year", results.scenario.year},
          {"draws", results.scenario.drawing.draws},    {"seed", results.scenario.drawing.seed},
          {"data_version", portfolio.version},          {"digest", results.digest}};
}

}  // namespace

std::string to_csv(const Portfolio& portfolio, const Results& results) { return csv(rows_of(portfolio, results)); }

std::string to_csv(const Portfolio& portfolio, const Results& results, std::span<const std::uint32_t> projects) {
  return csv(rows_of(portfolio, results, projects));
}

std::string to_json(const Portfolio& portfolio, const Results& results, std::span<const std::uint32_t> projects) {
  Json document = head(portfolio, results);
  document["format"] = "greensilk-table-1";
  TotalSum sum(portfolio, results);
  for (const std::uint32_t i : projects)
    if (results.projects[i].counted == Counted::yes) sum.add(results.projects[i]);
  document["total"] = json(sum.total());
  document["rows"] = Json::array();
  for (const ExportRow& row : rows_of(portfolio, results, projects)) document["rows"].push_back(json(row));
  return document.dump(1) + "\n";
}

std::string to_json(const Portfolio& portfolio, const Results& results) {
  Json document = head(portfolio, results);
  document["operating"] = json(results.operating);
  for (int i = 0; i < kCategoryCount; ++i)
    document["by_category"][std::string(id_of(static_cast<Category>(i)))] =
        json(results.by_category[static_cast<std::size_t>(i)]);
  for (int i = 0; i < kStatusCount; ++i)
    document["by_status"][std::string(id_of(static_cast<Status>(i)))] =
        json(results.by_status[static_cast<std::size_t>(i)]);
  const auto is_of_reader = [](const auto& row) { return is_own(row.id); };
  if (std::any_of(portfolio.projects.begin(), portfolio.projects.end(), is_of_reader) || std::any_of(portfolio.routes.begin(), portfolio.routes.end(), is_of_reader))
    document["own_data"] = json(own_total(portfolio, results));
  document["timeline"] = Json::array();
  for (const Results::Year& year : results.timeline) document["timeline"].push_back(json(year));
  document["rows"] = Json::array();
  for (const ExportRow& row : rows_of(portfolio, results)) document["rows"].push_back(json(row));
  document["railway"] = {{"lines", Json::array()}, {"fleet", Json::array()}};
  for (const LineSaving& line : results.railway.lines) document["railway"]["lines"].push_back(json(line, portfolio));
  for (const LocomotiveResult& row : results.locomotives)
    if (row.units || row.on_order > 0 || row.simulated_per_unit) document["railway"]["fleet"].push_back(json(row, portfolio));
  return document.dump(1) + "\n";
}

}  // namespace gs
