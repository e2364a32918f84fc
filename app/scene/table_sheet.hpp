#pragma once
#include <memory>
#include <string>
#include <vector>

#include "scene/portfolio_charts.hpp"

namespace gs {

/// What the table's sheet shows: the rows that pass the filters in the state's order, and the charts of them.
struct TableSheet {
  std::vector<ProjectRow> rows;
  Total total;  ///< of the counted
  LeftOut left_out;
  std::array<Chart, kPortfolioChartCount> charts;  ///< by PortfolioChart
  std::vector<std::string> countries;  ///< ISO 3 codes of the first one's bars; these heed every filter but the country's;
                                       ///< the bars of years every one but the years'
};

/// Works it out anew only when filters, order, language or results change.
class TableSheets {
 public:
  /// Valid until the next call.
  const TableSheet& of(const World&, const State&, const ProjectList&);

 private:
  /// All that a sheet depends on.
  struct Made {
    Scenario scenario;
    std::shared_ptr<const Fleet> fleet;
    std::string digest, language, country, query;
    std::uint32_t categories = 0, statuses = 0, confidences = 0;
    std::optional<YearSpan> built;
    bool hidden = false;
    TableOrder order;
    std::size_t rows = 0;
    bool operator==(const Made&) const = default;
  };
  Made made_;
  TableSheet sheet_;
};

}  // namespace gs
