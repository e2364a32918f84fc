#include "cli_own.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "model/rail/resistance.hpp"
#include "portfolio/schema.hpp"
#include "portfolio/table.hpp"

namespace gs::cli {
namespace {

using Cells = std::map<std::string, std::string, std::less<>>;

std::string trimmed(std::string text) {
  while (!text.empty() && std::string_view(" \t\r\n").find(text.back()) != std::string_view::npos) text.pop_back();
  return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

Result<Cells> cells_of(const std::string& where, const std::string& bytes) {
  Cells cells;
  if (trimmed(bytes).starts_with('{')) {
    const auto json = nlohmann::json::parse(bytes, nullptr, false);
    if (!json.is_object()) return Error{where, "expected a JSON object with the columns of trains.csv as names"};
    for (const auto& [name, value] : json.items()) cells[name] = value.is_string() ? value.get<std::string>() : value.dump();
    return cells;
  }
  const Table table = read_table(where, bytes);
  if (!table.problems.empty()) return table.problems.front();
  if (table.rows.size() != 1) return Error{where, "expected a header line and one row, found " + std::to_string(table.rows.size()) + " rows"};
  for (std::size_t i = 0; i < table.columns.size(); ++i) cells[table.columns[i]] = table.rows[0].cells[i];
  return cells;
}

/// Reads numbers of one row and keeps the first thing that is wrong.
class Reader {
 public:
  Reader(std::string where, const Cells& cells) : where_(std::move(where)), cells_(cells) {}

  double number(std::string_view name, double low, double high, std::optional<double> otherwise = std::nullopt) {
    const auto at = cells_.find(name);
    if (at == cells_.end() || at->second.empty()) {
      if (!otherwise) report(name, "expected a number, found none");
      return otherwise.value_or(low);
    }
    const auto value = schema::parse_number(at->second);
    if (value && *value >= low && *value <= high) return *value;
    report(name, "expected a number from " + shown(low) + " to " + shown(high) + schema::found(at->second));
    return low;
  }
  std::string text(std::string_view name, std::string otherwise) const {
    const auto at = cells_.find(name);
    return at == cells_.end() || at->second.empty() ? otherwise : at->second;
  }
  void report(std::string_view name, std::string what) {
    if (!error_) error_ = Error{where_ + ":" + std::string(name), std::move(what)};
  }
  const std::optional<Error>& error() const { return error_; }

 private:
  static std::string shown(double value) {
    return value == std::floor(value) ? std::to_string(static_cast<long long>(value)) : std::to_string(value);
  }
  std::string where_;
  const Cells& cells_;
  std::optional<Error> error_;
};

}  // namespace

Result<TrainRow> read_own_train(const std::string& where, const std::string& bytes, int gauge_mm) {
  const auto cells = cells_of(where, bytes);
  if (!cells) return cells.error();
  for (const auto& [name, value] : *cells)
    if (std::none_of(schema::trains().columns.begin(), schema::trains().columns.end(), [&](const auto& c) { return c.name == name; })) {
      std::vector<std::string_view> known;
      for (const schema::Column& c : schema::trains().columns) known.push_back(c.name);
      return Error{where, "expected only columns of trains.csv" + schema::found(name, known)};
    }
  Reader in(where, *cells);
  TrainRow t;
  t.id = in.text("id", "own");
  t.name = in.text("name", where);
  t.kind = in.text("kind", "freight") == "passenger" ? TrainKind::passenger : TrainKind::freight;
  t.gauge_mm = static_cast<int>(in.number("gauge_mm", 300, 3000, gauge_mm));
  t.wagons = static_cast<int>(in.number("wagons", 1, 500));
  t.tare_t = in.number("tare_t", 1, 500);
  t.load_t = in.number("load_t", 0, 500);
  t.axles = static_cast<int>(in.number("axles", 2, 32));
  t.wagon_length_m = in.number("wagon_length_m", 2, 100, t.kind == TrainKind::passenger ? 25.0 : 14.0);
  t.rotating_kg_per_axle = in.number("rotating_kg_per_axle", 0, 5000, 750.0);
  t.brake_ms2 = in.number("brake_permille_decel", 0.01, 3, 0.3);
  t.max_speed_kmh = in.number("max_speed_kmh", 1, 400, t.kind == TrainKind::passenger ? 160.0 : 90.0);
  const bool empty = t.load_t == 0.0, broad = t.gauge_mm == 1520;
  t.law = in.text("law", t.kind == TrainKind::passenger ? (broad ? "ptr_pass" : "cn_pass25g")
                                                        : std::string(broad ? (empty ? "ptr_empty4" : "ptr_freight4")
                                                                            : (empty ? "cn_freight_empty" : "cn_freight")));
  if (!model::rail::law(t.law)) {
    std::vector<std::string_view> laws;
    for (int i = 0; i < model::rail::kLawCount; ++i) laws.push_back(id_of(static_cast<model::rail::Law>(i)));
    in.report("law", "expected a rule of resistance" + schema::found(t.law, laws));
  }
  if (in.error()) return *in.error();
  return t;
}

Result<OwnLine> read_own_line(const std::string& where, const std::string& bytes, int gauge_mm, const std::string& country) {
  const Table table = read_table(where, bytes);
  if (!table.problems.empty()) return table.problems.front();
  if (table.rows.size() < 2) return Error{where, "expected at least two rows, the last is the end; found " + std::to_string(table.rows.size())};
  OwnLine own;
  model::rail::Line& line = own.line.line;
  double height = 0.0, last_m = 0.0;
  for (const Table::Row& row : table.rows) {
    Cells cells;
    for (std::size_t i = 0; i < table.columns.size(); ++i) cells[table.columns[i]] = row.cells[i];
    Reader in(where + ":" + std::to_string(row.number), cells);
    const bool end = &row == &table.rows.back();
    model::rail::Section s;
    s.start_m = in.number("chainage_km", 0, 20000) * 1e3;
    s.grade_permille = in.number("grade_permille", -100, 100, end ? std::optional<double>(0.0) : std::nullopt);
    s.limit_kmh = in.number("limit_kmh", 5, 500, end ? std::optional<double>(80.0) : std::nullopt);
    s.radius_m = in.number("radius_m", 0, 100000, 0.0);
    const std::string wire = in.text("wire", "no");
    s.wire = wire == "yes" || wire == "1";
    if (wire != "yes" && wire != "no" && wire != "1" && wire != "0") in.report("wire", "expected yes or no" + schema::found(wire));
    if (!line.sections.empty() && s.start_m <= last_m) in.report("chainage_km", "expected more than the row before has" + schema::found(cells["chainage_km"]));
    if (in.error()) return *in.error();
    if (line.sections.empty()) own.line.line.length_m = -s.start_m;  // the line begins where its first row says
    if (!line.sections.empty()) height += line.sections.back().grade_permille * 1e-3 * (s.start_m - last_m);
    last_m = s.start_m;
    if (end) {
      line.length_m += s.start_m;
      break;
    }
    line.sections.push_back(s);
  }
  const double first = line.sections.front().start_m;
  for (model::rail::Section& s : line.sections) {
    s.start_m -= first;
    own.line.ruling_permille = std::max(own.line.ruling_permille, std::fabs(s.grade_permille));
  }
  line.gauge_mm = gauge_mm;
  own.line.ruling_sourced = own.line.speed_sourced = own.line.wire_sourced = own.line.length_sourced = own.line.countries_known = true;
  if (!country.empty()) own.line.countries.push_back({country, line.length_m});
  own.route.id = where;
  own.route.name = "own line";
  own.route.gauge_mm = gauge_mm;
  return own;
}

}  // namespace gs::cli
