#include "eval/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "portfolio/schema.hpp"
#include "portfolio/table.hpp"

namespace gs::eval {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

/// Comment lines emptied, so that the rows keep their numbers.
std::string without_comments(std::string_view bytes) {
  std::string kept;
  kept.reserve(bytes.size());
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (std::size_t from = 0; from < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', from), bytes.size() - 1) + 1;
    kept += bytes[from] == '#' ? std::string_view("\n") : bytes.substr(from, end - from);
    from = end;
  }
  return kept;
}

std::string expected(const Column& column) {
  const bool low = std::isfinite(column.low), high = std::isfinite(column.high);
  if (low && high) return fmt::format("expected a number from {} to {}", column.low, column.high);
  if (low) return fmt::format("expected a number not below {}", column.low);
  if (high) return fmt::format("expected a number not above {}", column.high);
  return "expected a number";
}

/// The number in a cell, or nothing when it is no number or out of range.
std::optional<double> number_in(const std::string& cell, const Column& column) {
  if (cell.empty()) return column.may_lack ? std::optional(kNan) : std::nullopt;
  const std::optional<double> number = schema::parse_number(cell);
  return number && *number >= column.low && *number <= column.high ? number : std::nullopt;
}

void read_column(Table& table, const Column& column, const gs::Table& raw, std::size_t at, std::vector<Error>& problems) {
  table.names.emplace_back(column.name);
  auto& numbers = table.numbers.emplace_back();
  auto& words = table.words.emplace_back();
  for (std::size_t row = 0; row < table.rows; ++row) {
    const std::string& cell = raw.rows[row].cells[at];
    if (column.text) {
      if (cell.empty() && !column.may_lack)
        problems.push_back({table.where(row, column.name), "expected words, found an empty cell"});
      words.push_back(cell);
      continue;
    }
    const std::optional<double> number = number_in(cell, column);
    if (!number)
      problems.push_back({table.where(row, column.name), expected(column) + schema::found(cell)});
    numbers.push_back(number.value_or(kNan));
  }
}

std::ptrdiff_t index_of(const std::vector<std::string>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? -1 : found - names.begin();
}

}  // namespace

bool Table::has(std::string_view column) const { return index_of(names, column) >= 0; }

std::span<const double> Table::operator[](std::string_view column) const {
  const auto at = index_of(names, column);
  return at < 0 ? std::span<const double>() : std::span<const double>(numbers[static_cast<std::size_t>(at)]);
}

std::span<const std::string> Table::text(std::string_view column) const {
  const auto at = index_of(names, column);
  return at < 0 ? std::span<const std::string>() : std::span<const std::string>(words[static_cast<std::size_t>(at)]);
}

std::string Table::where(std::size_t row, std::string_view column) const {
  return fmt::format("{}:{}:{}", file, lines[row], column);
}

Table read(std::string_view file, std::string_view bytes, std::span<const Column> takes, std::vector<Error>& problems) {
  const gs::Table raw = read_table(file, without_comments(bytes));
  problems.insert(problems.end(), raw.problems.begin(), raw.problems.end());
  Table table;
  table.file = file;
  table.rows = raw.rows.size();
  for (const gs::Table::Row& row : raw.rows) table.lines.push_back(row.number);
  for (const Column& column : takes) {
    const auto at = index_of(raw.columns, column.name);
    if (at >= 0) read_column(table, column, raw, static_cast<std::size_t>(at), problems);
    else if (!column.may_lack && !raw.columns.empty())
      problems.push_back({fmt::format("{}:1:{}", file, column.name), "expected this column, found none of that name"});
  }
  return table;
}

std::string write(const Model& model, const Computed& computed) {
  fmt::memory_buffer text;
  for (std::size_t i = 0; i < model.gives.size(); ++i)
    fmt::format_to(std::back_inserter(text), "{}{}", i ? "," : "", model.gives[i].name);
  text.push_back('\n');
  const std::size_t rows = computed.empty() ? 0 : computed.front().size();
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t i = 0; i < computed.size(); ++i) {
      if (i) text.push_back(',');
      if (!std::isnan(computed[i][row])) fmt::format_to(std::back_inserter(text), "{}", computed[i][row]);
    }
    text.push_back('\n');
  }
  return fmt::to_string(text);
}

std::string describe(const Model& model) {
  std::string text = fmt::format("{}: {}\n", model.name, model.about);
  const auto list = [&](std::string_view head, std::span<const Column> columns) {
    text += fmt::format("  {}\n", head);
    for (const Column& column : columns)
      text += fmt::format("    {:<28} {:<10} {}{}\n", column.name, column.unit, column.meaning,
                          column.may_lack ? " (may be missing)" : "");
  };
  list("takes", model.takes);
  for (const Extra& extra : model.extras)
    if (extra.folder.empty())
      list(fmt::format("takes from --{}{}", extra.option, extra.may_lack ? " (may be missing)" : ""), extra.columns);
    else
      text += fmt::format("  takes from the folder --{}: {}\n", extra.option, extra.folder);
  list("gives", model.gives);
  return text;
}

}  // namespace gs::eval
