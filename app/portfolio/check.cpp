#include <fast_float/fast_float.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "portfolio/schema.hpp"

/// Tests cells against the schema, and reads those that passed.
namespace gs::schema {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      diagonal = above;
    }
  }
  return row.back();
}

/// "0", "-90", "2100", "0.5" without trailing zeros; only for the limits of the schema.
std::string limit(double value) {
  if (value == std::floor(value) && std::fabs(value) < 1e15) return std::to_string(static_cast<long long>(value));
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  return text;
}

What expected(const Column& column) {
  const bool low = std::isfinite(column.low), high = std::isfinite(column.high), is_whole = column.kind == Kind::whole;
  if (low && high && is_whole) return what("problem.whole_between", "expected a whole number from {} to {}", limit(column.low), limit(column.high));
  if (low && high) return what("problem.number_between", "expected a number from {} to {}", limit(column.low), limit(column.high));
  const std::string number = is_whole ? "expected a whole number" : "expected a number";
  if (low && column.above_low) return {number + " above " + limit(column.low)};
  return {low ? number + " of at least " + limit(column.low) : number};
}

What expected_one_of(std::span<const std::string_view> words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) list += (i == 0 ? "" : ", ") + std::string(words[i]);
  return what("problem.one_of", "expected one of {}", list);
}

bool is_id(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  });
}

bool is_country_code(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "equipment-only" for "equipment_only" is the same word.
bool is_word(std::string_view cell, std::string_view word) {
  return std::equal(cell.begin(), cell.end(), word.begin(), word.end(),
                    [](char a, char b) { return a == b || (a == '-' && b == '_'); });
}

using Known = std::function<bool(std::string_view)>;

struct Context {
  const std::vector<std::string_view>& sources;
  const Known& country;
};

/// What is wrong with a country code, or nothing.
std::optional<What> country_error(std::string_view cell, const Known& known) {
  if (is_country_code(cell) && (!known || known(cell))) return std::nullopt;
  return what("problem.country", "expected an ISO 3166-1 alpha-3 country code") + found_what(cell);
}

std::optional<What> number_error(const Column& column, std::string_view cell) {
  const std::optional<double> value = parse_number(cell);
  const bool fits = value && *value >= column.low && *value <= column.high &&
                    !(column.above_low && *value == column.low) &&
                    (column.kind != Kind::whole || *value == std::floor(*value));
  if (fits) return std::nullopt;
  return expected(column) + found_what(cell);
}

/// What is wrong with a filled cell, or nothing.
std::optional<What> cell_error(const Column& column, std::string_view cell, const Context& context) {
  switch (column.kind) {
    case Kind::text: return std::nullopt;
    case Kind::id:
      if (is_id(cell)) return std::nullopt;
      return What{"expected an id of lower-case letters, digits, '-', '_' and '.'"} + found_what(cell);
    case Kind::number:
    case Kind::whole: return number_error(column, cell);
    case Kind::choice:
      if (std::any_of(column.words.begin(), column.words.end(), [&](auto word) { return is_word(cell, word); }))
        return std::nullopt;
      return expected_one_of(column.words) + found_what(cell, column.words);
    case Kind::country: return country_error(cell, context.country);
    case Kind::countries:
      for (const std::string& part : split_list(cell))
        if (auto error = country_error(part, context.country)) return error;
      return std::nullopt;
    case Kind::source:
      for (const std::string& part : split_list(cell))
        if (!std::binary_search(context.sources.begin(), context.sources.end(), std::string_view(part)))
          return What{"expected an id of sources.csv"} + found_what(part, context.sources);
      return std::nullopt;
  }
  return std::nullopt;
}

/// Columns that are missing, unknown or there twice.
bool check_header(const File& file, const Table& table, std::vector<Error>& problems) {
  std::vector<std::string_view> wanted;
  for (const Column& column : file.columns) wanted.push_back(column.name);
  const std::string where = table.file + ":1";
  bool fits = true;
  for (const std::string_view name : wanted)
    if (std::find(table.columns.begin(), table.columns.end(), name) == table.columns.end()) {
      problems.push_back({where + ":" + std::string(name), "expected a column of this name, found none"});
      fits = false;
    }
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string& name = table.columns[i];
    if (std::find(wanted.begin(), wanted.end(), name) == wanted.end())
      problems.push_back({where, "expected only known columns" + found(name, wanted)});
    else if (std::find(table.columns.begin(), table.columns.begin() + static_cast<std::ptrdiff_t>(i), name) !=
             table.columns.begin() + static_cast<std::ptrdiff_t>(i))
      problems.push_back({where + ":" + name, "expected each column once, found it again"});
  }
  return fits;
}

std::size_t column_index(const Table& table, std::string_view name) {
  return static_cast<std::size_t>(std::find(table.columns.begin(), table.columns.end(), name) - table.columns.begin());
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
  double value = 0.0;
  const auto [end, error] = fast_float::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    std::string_view part = text.substr(0, end);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    parts.emplace_back(part);
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
    if (text.empty()) parts.emplace_back();
  }
  return parts;
}

std::optional<std::string_view> nearest(std::string_view text, std::span<const std::string_view> words) {
  std::optional<std::string_view> best;
  std::size_t smallest = 3;
  for (const std::string_view word : words) {
    const std::size_t longer = std::max(text.size(), word.size()), shorter = std::min(text.size(), word.size());
    if (longer - shorter > 2 || shorter < 3) continue;
    const std::size_t distance = edit_distance(text, word);
    if (distance < smallest && distance * 3 <= longer) {
      smallest = distance;
      best = word;
    }
  }
  return best;
}

What found_what(std::string_view text, std::span<const std::string_view> words) {
  if (const auto word = nearest(text, words)) return what("problem.found_near", "found \"{}\"; did you mean \"{}\"?", text, *word);
  return what("problem.found", "found \"{}\"", text);
}

std::string found(std::string_view text, std::span<const std::string_view> words) { return ", " + found_what(text, words).english; }

Checked check(const File& file, Table table, const std::vector<std::string_view>& known_sources,
              const Known& known_country, std::vector<Error>& problems) {
  Checked result;
  problems.insert(problems.end(), table.problems.begin(), table.problems.end());
  if (table.columns.empty()) return result;
  result.header_fits = check_header(file, table, problems);
  const Context context{known_sources, known_country};
  std::map<std::string, int, std::less<>> first_row;
  std::vector<Table::Row> good;
  for (Table::Row& row : table.rows) {
    bool fits = true;
    const auto report = [&](std::string_view column, What problem) {
      problems.push_back(error_at(table.file + ":" + std::to_string(row.number) + ":" + std::string(column), std::move(problem)));
      fits = false;
    };
    for (const Column& column : file.columns) {
      const std::size_t at = column_index(table, column.name);
      if (at == table.columns.size()) continue;
      const std::string& cell = row.cells[at];
      if (cell.empty()) {
        if (column.filled) report(column.name, what("problem.value", "expected a value") + what("problem.found_empty", "found an empty cell"));
      } else if (auto error = cell_error(column, cell, context)) {
        report(column.name, *std::move(error));
      } else if (column.name == file.unique) {
        const auto [first, is_new] = first_row.try_emplace(cell, row.number);
        if (!is_new)
          report(column.name, {"expected a unique id, found \"" + cell + "\" again (first in row " +
                               std::to_string(first->second) + ")"});
      }
    }
    if (fits) good.push_back(std::move(row));
  }
  table.rows = std::move(good);
  result.table = std::move(table);
  return result;
}

std::string_view Fields::text(std::string_view column) const {
  const std::size_t at = column_index(*table_, column);
  return at < row_->cells.size() ? std::string_view(row_->cells[at]) : std::string_view();
}

std::optional<double> Fields::number(std::string_view column) const { return parse_number(text(column)); }

std::optional<int> Fields::whole(std::string_view column) const {
  const auto value = number(column);
  return value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
}

std::vector<std::string> Fields::list(std::string_view column) const { return split_list(text(column)); }

int Fields::word(std::string_view column) const {
  for (const Column& c : file_->columns)
    if (c.name == column)
      for (std::size_t i = 0; i < c.words.size(); ++i)
        if (is_word(text(column), c.words[i])) return static_cast<int>(i);
  return -1;
}

Error Fields::error(std::string_view column, std::string what) const { return error(column, What{std::move(what)}); }

Error Fields::error(std::string_view column, What what) const {
  return error_at(table_->file + ":" + std::to_string(row_->number) + ":" + std::string(column), std::move(what));
}

}  // namespace gs::schema
