#pragma once
#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/digest.hpp"
#include "portfolio/load.hpp"
#include "portfolio/schema.hpp"

/// The reading itself. Only for load*.cpp.
namespace gs {

/// The files as they came in, and everything that is found on the way.
class Loading {
 public:
  using Ids = std::set<std::string, std::less<>>;

  Loading(const ReadFile& read, const Checks& checks) : read_(read), checks_(checks) {}

  Table take(const schema::File& file, bool may_be_missing = false) {
    Result<std::string> bytes = read_(file.name);
    if (!bytes) {
      if (!may_be_missing) loaded_.problems.push_back({std::string(file.name), bytes.error().what});
      return {};
    }
    digest_.add(file.name);
    digest_.add(bytes.value());
    return read_table(file.name, bytes.value());
  }

  /// Ids of every row, good or bad: a reference to a bad row is not a second problem.
  static Ids ids(const Table& table, std::string_view column) {
    Ids found;
    const auto at = std::find(table.columns.begin(), table.columns.end(), column);
    if (at == table.columns.end()) return found;
    const auto index = static_cast<std::size_t>(at - table.columns.begin());
    for (const Table::Row& row : table.rows) found.insert(row.cells[index]);
    return found;
  }

  /// Checks a table and calls `use(fields)` for each good row.
  template <class Use>
  void each(const schema::File& file, Table table, Use use) {
    const schema::Checked checked =
        schema::check(file, std::move(table), known_sources, checks_.known_country, loaded_.problems);
    if (!checked.header_fits) return;
    for (const Table::Row& row : checked.table.rows) use(schema::Fields(file, checked.table, row));
  }

  Loaded finish() {
    loaded_.portfolio.version = digest_.hex();
    return std::move(loaded_);
  }

  Portfolio& portfolio() { return loaded_.portfolio; }
  std::vector<Error>& problems() { return loaded_.problems; }
  std::vector<std::string_view> known_sources;  ///< sorted

 private:
  const ReadFile& read_;
  const Checks& checks_;
  Digest digest_;
  Loaded loaded_;
};

}  // namespace gs
