#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "portfolio/portfolio.hpp"

namespace gs {

/// Gives the bytes of a file of the data folder ("projects.csv"), or the reason why it cannot be read.
using ReadFile = std::function<Result<std::string>(std::string_view name)>;

/// What only the base map knows. Without it any three capitals pass as a country and no place is tested.
struct Checks {
  std::function<bool(std::string_view iso3)> known_country;
  /// Distance in km of a place (degrees) from a country's shape, 0 inside; nothing for a country without a shape.
  std::function<std::optional<double>(std::string_view iso3, double longitude, double latitude)> km_outside_country;
};

/// A place may lie this far outside its country besides its own uncertainty: the base map is coarse.
inline constexpr double kBorderToleranceKm = 10.0;

struct Loaded {
  Portfolio portfolio;          ///< every good row, even when others are bad
  std::vector<Error> problems;  ///< each `file:row:column` (row 1 is the header): expected and found
  bool fit_to_run() const { return problems.empty(); }
};

/// Reads and checks projects.csv, routes.csv, route_points.csv, locomotives.csv, grid_factors.csv, ember.csv (baked;
/// may be missing), capacity_factors.csv, factors.csv, rail_factors.csv, claims.csv, countries.csv, sources.csv,
/// sites.csv, stations.csv, river_regimes.csv, hydro_sites.csv, lines.csv, line_countries.csv, trains.csv, tractions.csv,
/// deliveries.csv, shunting.csv against portfolio/schema*.cpp and against each other. All problems are reported at once; a
/// reference to a row that is itself bad is not a second problem.
Loaded load_portfolio(const ReadFile& read, const Checks& checks = {});

}  // namespace gs
