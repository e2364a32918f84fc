#pragma once
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "portfolio/table.hpp"
#include "units/problem.hpp"

/// What the data files must look like, as tables: one line a column. README's "how to add a project" follows from it.
namespace gs::schema {

enum class Kind : std::uint8_t {
  text,       ///< anything
  id,         ///< lower-case letters, digits, '-', '_', '.', and unique within the file
  number,     ///< "12.5", "-3", "1e6": a decimal point, no separators, no unit
  whole,      ///< "2025"
  choice,     ///< one of `words`
  country,    ///< ISO 3166-1 alpha-3
  countries,  ///< several, separated by ';'
  source,     ///< ids of sources.csv, separated by ';'
};

struct Column {
  std::string_view name;
  Kind kind = Kind::text;
  bool filled = false;  ///< an empty cell is an error
  double low = -std::numeric_limits<double>::infinity(), high = std::numeric_limits<double>::infinity();
  bool above_low = false;  ///< `low` itself is not allowed
  std::span<const std::string_view> words = {};
};

struct File {
  std::string_view name;
  std::span<const Column> columns;
  std::string_view unique;  ///< the column whose cells are unique, or empty
};

const File& projects();
const File& routes();
const File& route_points();
const File& locomotives();
const File& grid_factors();
const File& ember();
const File& capacity_factors();
const File& factors();
const File& rail_factors();
const File& countries();
const File& sources();
const File& claims();
const File& sites();
const File& stations();
const File& river_regimes();
const File& hydro_sites();
const File& lines();
const File& line_countries();
const File& trains();
const File& tractions();
const File& deliveries();
const File& shunting();

/// A number as a spreadsheet of any language may not write it: fast_float, no locale, the whole cell.
std::optional<double> parse_number(std::string_view text);
/// Parts of a ';' list without the spaces around them; empty parts are kept, so that they can be reported.
std::vector<std::string> split_list(std::string_view text);
/// The word that `text` probably meant (at most two letters wrong), or nothing.
std::optional<std::string_view> nearest(std::string_view text, std::span<const std::string_view> words);
/// `found "x"; did you mean "y"?`
What found_what(std::string_view text, std::span<const std::string_view> words = {});
/// The same after what was expected, with ", " before it.
std::string found(std::string_view text, std::span<const std::string_view> words = {});

/// One row of a file that fits its schema; cells by column name.
class Fields {
 public:
  Fields(const File& file, const Table& table, const Table::Row& row) : file_(&file), table_(&table), row_(&row) {}

  std::string_view text(std::string_view column) const;
  std::string string(std::string_view column) const { return std::string(text(column)); }
  std::optional<double> number(std::string_view column) const;
  std::optional<int> whole(std::string_view column) const;
  std::vector<std::string> list(std::string_view column) const;
  /// The enumerator whose word stands in the cell; `otherwise` for an empty cell.
  template <class Enum>
  Enum choice(std::string_view column, Enum otherwise = Enum{}) const {
    const int at = word(column);
    return at < 0 ? otherwise : static_cast<Enum>(at);
  }
  Error error(std::string_view column, std::string what) const;
  Error error(std::string_view column, What what) const;
  int row() const { return row_->number; }

 private:
  int word(std::string_view column) const;
  const File* file_;
  const Table* table_;
  const Table::Row* row_;
};

/// Tests the header and every cell of a table. Rows with an error are taken out of the table; all errors are appended.
struct Checked {
  Table table;
  bool header_fits = false;
};
Checked check(const File&, Table, const std::vector<std::string_view>& known_sources,
              const std::function<bool(std::string_view)>& known_country, std::vector<Error>& problems);

}  // namespace gs::schema
