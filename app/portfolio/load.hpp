#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "portfolio/portfolio.hpp"

namespace gs {

/// Gives the bytes of a file of the data folder ("projects.csv"), or the reason why it cannot be read.
using ReadFile = std::function<Result<std::string>(std::string_view name)>;

struct Loaded {
  Portfolio portfolio;          ///< every good row, even when others are bad
  std::vector<Error> problems;  ///< each `file:row:column` (row 1 is the header): expected and found
  bool fit_to_run() const { return problems.empty(); }
};

/// Reads and checks projects.csv, routes.csv, route_points.csv, locomotives.csv, grid_factors.csv, ember.csv (baked),
/// capacity_factors.csv, factors.csv, claims.csv, countries.csv, sources.csv. All problems are reported at once.
Loaded load_portfolio(const ReadFile& read);

}  // namespace gs
