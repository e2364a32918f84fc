#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portfolio/portfolio.hpp"

/// Rows of factors.csv by name, with a note of which were read, so that whoever shows a result can open their sources.
namespace gs {

class FactorRows {
 public:
  explicit FactorRows(const Portfolio& portfolio) : portfolio_(portfolio) {}

  /// Low, best and high of a row in the unit that is asked for; a row without ends is taken as known. Nothing, and
  /// nothing noted, when there is no such row, it has no value, or its unit is another one: a figure in USD/kWh is no
  /// USD/kW.
  std::optional<Range<double>> read(std::string_view id, std::string_view unit);
  /// The same of the first of two names that has a figure.
  std::optional<Range<double>> read(std::string_view id, std::string_view else_id, std::string_view unit);

  /// Ids read so far, in the order of their first use, each once.
  const std::vector<std::string>& ids() const { return ids_; }
  const Portfolio& portfolio() const { return portfolio_; }

 private:
  const Portfolio& portfolio_;
  std::vector<std::string> ids_;
};

/// "capex-" + "solar_pv".
std::string factor_id(std::string_view prefix, Technology);

}  // namespace gs
