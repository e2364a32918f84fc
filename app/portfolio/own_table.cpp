#include "portfolio/own_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "portfolio/names.hpp"

namespace gs::own {
namespace {

constexpr std::size_t kLongestName = 40;  ///< of an id without prefix and number

struct Said {
  std::string_view words, word;
};

constexpr Said kTechnologies[] = {
    {"solar", "solar_pv"}, {"pv", "solar_pv"}, {"photovoltaic", "solar_pv"}, {"photovoltaics", "solar_pv"}, {"solar_power", "solar_pv"},
    {"光伏", "solar_pv"}, {"太阳能", "solar_pv"}, {"солнце", "solar_pv"}, {"солнечная", "solar_pv"}, {"شمسي", "solar_pv"},
    {"solar_with_storage", "solar_pv_bess"}, {"solar_storage", "solar_pv_bess"}, {"solar_bess", "solar_pv_bess"},
    {"floating_solar", "solar_pv_floating"}, {"floating_pv", "solar_pv_floating"}, {"solar_thermal", "csp"}, {"concentrating_solar", "csp"},
    {"光热", "csp"}, {"wind", "wind_onshore"}, {"onshore_wind", "wind_onshore"}, {"wind_power", "wind_onshore"}, {"风电", "wind_onshore"},
    {"ветер", "wind_onshore"}, {"ветровая", "wind_onshore"}, {"رياح", "wind_onshore"}, {"wind_bess", "wind_onshore_bess"},
    {"offshore_wind", "wind_offshore"}, {"海上风电", "wind_offshore"}, {"hydropower", "hydro"}, {"hydroelectric", "hydro"}, {"水电", "hydro"},
    {"гэс", "hydro"}, {"ГЭС", "hydro"}, {"مائي", "hydro"}, {"pumped_hydro", "pumped_storage"}, {"抽水蓄能", "pumped_storage"},
    {"battery", "battery_storage"}, {"bess", "battery_storage"}, {"storage", "battery_storage"}, {"储能", "battery_storage"},
    {"hydrogen", "green_hydrogen"}, {"electrolyser", "green_hydrogen"}, {"electrolyzer", "green_hydrogen"}, {"氢", "green_hydrogen"},
    {"waste", "waste_to_energy"}, {"wte", "waste_to_energy"}, {"interconnector", "grid_interconnection"}, {"transmission", "grid_interconnection"},
    {"grid", "grid_interconnection"}};

constexpr Said kStatuses[] = {
    {"operational", "operating"}, {"in_operation", "operating"}, {"commissioned", "operating"}, {"running", "operating"}, {"built", "operating"},
    {"completed", "operating"}, {"active", "operating"}, {"existing", "operating"}, {"已投产", "operating"}, {"运行", "operating"},
    {"действует", "operating"}, {"under_construction", "construction"}, {"building", "construction"}, {"in_construction", "construction"},
    {"在建", "construction"}, {"строится", "construction"}, {"signed", "agreed"}, {"contracted", "agreed"}, {"awarded", "agreed"},
    {"proposed", "planned"}, {"announced", "planned"}, {"pre_construction", "planned"}, {"development", "planned"}, {"in_development", "planned"},
    {"规划", "planned"}, {"планируется", "planned"}, {"shelved", "suspended"}, {"cancelled", "suspended"}, {"canceled", "suspended"},
    {"stopped", "suspended"}, {"retired", "suspended"}, {"mothballed", "suspended"}};

constexpr Said kLineStatuses[] = {{"operating", "open"}, {"operational", "open"}, {"in_operation", "open"}, {"under_construction", "construction"},
                                  {"proposed", "planned"}, {"agreed", "planned"}};

std::string said(std::string_view cell, std::span<const Said> usual, std::span<const std::string_view> words) {
  const std::string text = plain(cell);
  if (std::find(words.begin(), words.end(), text) != words.end()) return text;
  for (const Said& s : usual)
    if (s.words == text) return std::string(s.word);
  return std::string(cell);
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && std::string_view(" \t\r\n").find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  while (!text.empty() && std::string_view(" \t\r\n").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return std::string(text);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void erase_all(std::string& text, std::string_view what) {
  for (std::size_t at; (at = text.find(what)) != std::string::npos;) text.erase(at, what.size());
}

/// "2,000" and "1,234,567.8".
bool is_grouped(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  std::size_t comma = text.find(',');
  if (comma == 0 || comma > 3 || comma == std::string_view::npos) return false;
  while (comma != std::string_view::npos && comma < text.size()) {
    for (std::size_t i = 1; i <= 3; ++i)
      if (comma + i >= text.size() || !is_digit(text[comma + i])) return false;
    comma += 4;
    if (comma == text.size() || text[comma] == '.') return true;
    if (text[comma] != ',') return false;
  }
  return false;
}

/// A cell as a number with a decimal point, as far as it is one.
std::string number_of(std::string cell, bool decimal_comma, double factor) {
  for (const std::string_view space : {" ", "\u00A0", "\u2009", "\u202F"}) {
    const std::size_t at = cell.find(space);
    if (at != std::string::npos && at > 0 && is_digit(cell[at - 1]) && at + space.size() < cell.size() && is_digit(cell[at + space.size()]))
      erase_all(cell, space);
  }
  if (cell.starts_with("\u2212")) cell.replace(0, 3, "-");
  if (decimal_comma && std::count(cell.begin(), cell.end(), ',') == 1) {
    erase_all(cell, ".");
    cell[cell.find(',')] = '.';
  } else if (!decimal_comma && is_grouped(cell)) {
    erase_all(cell, ",");
  }
  if (factor == 1.0) return cell;
  const auto value = schema::parse_number(cell);
  return value ? fmt::format("{}", *value * factor) : cell;
}

/// "24.1° N" is 24.1, "24.1 S" is -24.1.
std::string degrees_of(std::string cell) {
  erase_all(cell, "°");
  if (cell.empty()) return cell;
  const char side = cell.back();
  if (std::string_view("NESWnesw").find(side) == std::string_view::npos) return trimmed(cell);
  cell.pop_back();
  cell = trimmed(cell);
  return std::string_view("SWsw").find(side) != std::string_view::npos ? "-" + cell : cell;
}

bool has_decimal_comma(std::string_view cell) {
  const auto comma = cell.find(',');
  return comma != std::string_view::npos && cell.find(',', comma + 1) == std::string_view::npos && cell.find('.') == std::string_view::npos;
}

/// What of a cell can be shown: without control characters; nothing of one that is too long, which is reported.
std::string kept(std::string cell, std::size_t most, const std::function<void(What)>& report) {
  if (cell.size() > most) {
    report(what("problem.bytes_at_most", "expected at most {} bytes", most) + what("problem.found_number", "found {}", cell.size()));
    return {};
  }
  for (char& c : cell)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return cell;
}

struct From {
  std::size_t index;
  double factor;
};

}  // namespace

std::string plain(std::string_view text) {
  std::string out;
  bool between = false;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (!letter) {
      between = true;
      continue;
    }
    if (between && !out.empty()) out += '_';
    between = false;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  erase_all(out, "_°");
  erase_all(out, "°");
  return out;
}

Table translated(const Table& table, const schema::File& file, std::vector<std::string>& headings, std::vector<Error>& problems) {
  Table out;
  out.file = table.file;
  std::vector<std::optional<From>> from(file.columns.size());
  headings.assign(file.columns.size(), "");
  std::vector<std::string_view> known;
  for (const schema::Column& c : file.columns) {
    out.columns.emplace_back(c.name);
    known.push_back(c.name);
  }
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string heading = trimmed(std::string_view(table.columns[i]).substr(0, kLongestOwnName));
    const Meaning meaning = meaning_of(heading, file);
    const std::string where = table.file + ":1:" + heading;
    const auto at = static_cast<std::size_t>(std::find(known.begin(), known.end(), meaning.column) - known.begin());
    if (meaning.column.empty()) {
      if (!heading.empty()) problems.push_back(error_at(where, what("problem.known_column", "expected a known column; this one is left out") + schema::found_what(heading, known)));
    } else if (from[at]) {
      problems.push_back(error_at(where, what("problem.column_once", "expected each column once; this one is left out") +
                                             what("problem.found_beside", "found \"{}\" beside \"{}\"", heading, headings[at])));
    } else {
      from[at] = From{i, meaning.factor};
      headings[at] = heading;
    }
  }
  const auto is_degrees = [&](std::size_t c) { return known[c] == "latitude" || known[c] == "longitude"; };
  bool decimal_comma = false;
  for (std::size_t c = 0; c < known.size(); ++c)
    for (const Table::Row& row : table.rows)
      if (from[c] && is_degrees(c) && has_decimal_comma(row.cells[from[c]->index])) decimal_comma = true;
  for (const Table::Row& row : table.rows) {
    Table::Row& to = out.rows.emplace_back(Table::Row{row.number, {}});
    for (std::size_t c = 0; c < known.size(); ++c) {
      std::string cell = from[c] ? trimmed(row.cells[from[c]->index]) : std::string();
      cell = kept(std::move(cell), known[c] == "name" || known[c] == "route_id" ? kLongestOwnName : kLongestOwnCell, [&](What problem) {
        problems.push_back(error_at(fmt::format("{}:{}:{}", table.file, row.number, known[c]), std::move(problem)));
      });
      const schema::Kind kind = file.columns[c].kind;
      if (is_degrees(c)) cell = degrees_of(std::move(cell));
      if (kind == schema::Kind::number || kind == schema::Kind::whole) cell = number_of(std::move(cell), decimal_comma, from[c] ? from[c]->factor : 1.0);
      if (known[c] == "technology") cell = said(cell, kTechnologies, names::kTechnology);
      else if (known[c] == "status" && &file == &projects()) cell = said(cell, kStatuses, names::kStatus);
      else if (known[c] == "status") cell = said(cell, kLineStatuses, names::kLineStatus);
      to.cells.push_back(std::move(cell));
    }
  }
  return out;
}

void name_as_in_file(std::vector<Error>& problems, std::size_t from, const schema::File& file, const std::vector<std::string>& headings) {
  for (std::size_t i = from; i < problems.size(); ++i) {
    std::string& where = problems[i].where;
    const std::size_t colon = where.rfind(':');
    if (colon == std::string::npos) continue;
    for (std::size_t c = 0; c < headings.size(); ++c)
      if (!headings[c].empty() && file.columns[c].name == std::string_view(where).substr(colon + 1)) {
        where.replace(colon + 1, std::string::npos, headings[c]);
        break;
      }
  }
}

std::string own_id(std::string_view name, std::string_view otherwise) {
  std::string id;
  for (const char c : name.starts_with(kOwnPrefix) ? name.substr(kOwnPrefix.size()) : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || is_digit(c) || c == '_') id += upper ? static_cast<char>(c + 32) : c;
    else if (!id.empty() && id.back() != '-') id += '-';
    if (id.size() == kLongestName) break;
  }
  while (id.ends_with('-')) id.pop_back();
  return std::string(kOwnPrefix) + (id.empty() ? std::string(otherwise) : id);
}

std::string Ids::unique(std::string id) {
  const auto [at, is_new] = given_.try_emplace(id, 1);
  if (is_new) return id;
  for (;;)
    if (std::string other = id + "-" + std::to_string(++at->second); given_.try_emplace(other, 1).second) return other;
}

}  // namespace gs::own
