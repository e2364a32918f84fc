#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "portfolio/own_table.hpp"

namespace gs::own {
namespace {

using Json = nlohmann::json;

constexpr int kDeepest = 32;  ///< brackets within brackets; a MultiLineString has seven

/// Whether brackets are nested no deeper than that: before the parser is given anything.
bool is_shallow(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '\\') ++i;
    else if (c == '"') quoted = !quoted;
    else if (!quoted && (c == '{' || c == '[') && ++depth > kDeepest) return false;
    else if (!quoted && (c == '}' || c == ']')) --depth;
  }
  return true;
}

std::string cell_of(const Json& value) {
  if (value.is_null()) return "";
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  if (value.is_number_float()) return fmt::format("{}", value.get<double>());
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const Json& member(const Json& object, const char* name) {
  static const Json none;
  if (!object.is_object()) return none;
  const auto at = object.find(name);
  return at == object.end() ? none : *at;
}

std::string text_of(const Json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

/// Features as a table: a column for each property of any of them, and for places.
class Tables {
 public:
  Tables(std::string_view file, OwnData& out) : out_(out) {
    sites_.file = lines_.file = std::string(file);
    sites_.columns = {"latitude", "longitude"};
    lines_.columns = {"route_id", "line_name", "seq", "name", "latitude", "longitude", "elevation_m", "chainage_km", "leg", "status", "electrified", "gauge_mm", "max_speed_kmh"};
  }

  void add(const Json& feature, int row) {
    const auto report = [&](std::string_view member_name, What problem) {
      out_.problems.push_back(error_at(fmt::format("{}:{}:{}", sites_.file, row, member_name), std::move(problem)));
    };
    if (text_of(member(feature, "type")) != "Feature")
      return report("type", what("problem.word", "expected \"{}\"", "Feature") + schema::found_what(cell_of(member(feature, "type")).substr(0, 60)));
    const Json& geometry = member(feature, "geometry");
    const Json& properties = member(feature, "properties");
    const Json& coordinates = member(geometry, "coordinates");
    const std::string type = text_of(member(geometry, "type"));
    if (type == "Point") return point(coordinates, properties, row);
    if (type == "LineString" && coordinates.is_array()) return line(coordinates, properties, row, "");
    if (type != "MultiLineString" || !coordinates.is_array())
      return report("geometry", what("problem.geometry", "expected a Point, LineString or MultiLineString") + schema::found_what(type));
    int part = 0;
    for (const Json& one : coordinates)
      if (one.is_array()) line(one, properties, row, coordinates.size() > 1 ? fmt::format(" {}", ++part) : "");
  }

  void read(const OwnChecks& checks) {
    for (Table::Row& row : sites_.rows) row.cells.resize(sites_.columns.size());
    if (!sites_.rows.empty()) read_projects(sites_, checks, out_);
    if (!lines_.rows.empty()) read_lines(lines_, checks, out_);
  }

  std::size_t points() const { return lines_.rows.size(); }

 private:
  void point(const Json& at, const Json& properties, int row) {
    Table::Row& to = sites_.rows.emplace_back(Table::Row{row, std::vector<std::string>(sites_.columns.size())});
    if (at.is_array() && at.size() >= 2) {
      to.cells[0] = cell_of(at[1]);
      to.cells[1] = cell_of(at[0]);
    }
    if (!properties.is_object()) return;
    for (const auto& [name, value] : properties.items()) {
      const std::string_view column = meaning_of(name, projects()).column;
      if (column == "latitude" || column == "longitude") continue;  // the geometry says it
      if (!columns_.contains(name) && sites_.columns.size() == kMostOwnColumns) continue;
      const auto column_at = columns_.try_emplace(name, sites_.columns.size()).first->second;
      if (column_at == sites_.columns.size()) sites_.columns.push_back(name);
      if (to.cells.size() < sites_.columns.size()) to.cells.resize(sites_.columns.size());
      to.cells[column_at] = cell_of(value);
    }
  }

  void line(const Json& places, const Json& properties, int row, const std::string& part) {
    std::string name = cell_of(member(properties, "id"));
    for (const char* other : {"route_id", "line", "name"})
      if (name.empty()) name = cell_of(member(properties, other));
    if (name.empty()) name = fmt::format("line-{}", row);
    const std::string title = cell_of(member(properties, "name"));
    name += part;
    while (!names_.insert(name).second) name += "'";  // two features of one name are two lines
    const Json& stations = member(properties, "point_names");
    const Json& chainages = member(properties, "point_chainages_km");
    const Json& by_sea = member(properties, "point_by_sea");
    int seq = 0;
    for (const Json& at : places) {
      if (lines_.rows.size() > kMostOwnPoints) return;
      const auto number = [&](std::size_t i) { return at.is_array() && i < at.size() ? cell_of(at[i]) : std::string(); };
      const auto listed = [&](const Json& list) {
        const auto i = static_cast<std::size_t>(seq);
        return list.is_array() && i < list.size() ? cell_of(list[i]) : std::string();
      };
      std::vector<std::string> cells{name,      title.empty() ? title : title + part, std::to_string(seq), listed(stations),
                                     number(1), number(0),                            number(2),           listed(chainages),
                                     listed(by_sea) == "yes" ? "sea" : ""};
      for (const char* of_line : {"status", "electrified", "gauge_mm", "max_speed_kmh"}) cells.push_back(cell_of(member(properties, of_line)));
      lines_.rows.push_back({row, std::move(cells)});
      ++seq;
    }
  }

  OwnData& out_;
  Table sites_, lines_;
  std::map<std::string, std::size_t> columns_;
  std::set<std::string> names_;
};

}  // namespace

void read_geojson(std::string_view file, std::string_view bytes, const OwnChecks& checks, OwnData& out) {
  const auto report = [&](std::string_view where, What problem) {
    out.problems.push_back(error_at(std::string(file) + std::string(where), std::move(problem)));
  };
  if (!is_shallow(bytes))
    return report("", what("problem.brackets", "expected GeoJSON with brackets at most {} deep", kDeepest) + what("problem.found_deeper", "found deeper ones"));
  const Json document = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
  if (document.is_discarded()) return report("", what("problem.geojson", "expected GeoJSON") + what("problem.found_no_json", "found text that is not JSON or is cut off"));
  const std::string type = text_of(member(document, "type"));
  Tables tables(file, out);
  if (type == "Feature") {
    out.rows = 1;
    tables.add(document, 1);
  } else if (const Json& features = member(document, "features"); type == "FeatureCollection" && features.is_array()) {
    int row = 0;
    for (const Json& feature : features) {
      if (++row > static_cast<int>(kMostOwnRows) || tables.points() > kMostOwnPoints) {
        report(fmt::format(":{}", row), what("problem.features_at_most", "expected at most {} features and {} points; the rest is left out", kMostOwnRows, kMostOwnPoints));
        break;
      }
      tables.add(feature, row);
    }
    out.rows = features.size();
  } else {
    return report(":1:type", what("problem.either_word", "expected \"{}\" or \"{}\"", "FeatureCollection", "Feature") + schema::found_what(type.substr(0, 60)));
  }
  tables.read(checks);
}

}  // namespace gs::own
