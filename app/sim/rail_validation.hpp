#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "portfolio/portfolio.hpp"
#include "sim/validation.hpp"

/// The railway's model against published consumption: rows of rail_factors.csv (energy_validation, regen,
/// reported_saving).
namespace gs {

/// One published figure. The conditions of its run were chosen by the row's description or by ordinary practice before
/// the comparison, and are the same for rows of one source; none is tuned.
struct RailCheck {
  const RailFactor* row{};  ///< where the figure, its sources and its confidence stand
  std::string part;         ///< which of several figures of the row; empty: its only one
  std::string unit;
  std::optional<double> published;  ///< read from the row: its value, else a number of its text
  std::optional<double> simulated;
  std::optional<Range<double>> interval;  ///< P10, best, P90 of the simulated figure, where the model gives them
  std::string conditions;                 ///< of the run, in words; empty: nothing was run
  std::string why;                        ///< of a miss beyond kRailMiss, or why the row is not compared
  bool compared() const { return published && simulated; }
  double error() const { return *simulated / *published - 1.0; }  ///< only when compared()
  bool misses() const;
};

/// Beyond this share of the published figure a miss must have its reason.
inline constexpr double kRailMiss = 0.20;

/// Every row of the three categories, in the file's order, each figure once: compared, or with the reason why not. A
/// pure function of the portfolio.
std::vector<RailCheck> validate_railway(const Portfolio&);
/// Of the compared figures of one category; empty: of all.
Agreement rail_agreement(std::span<const RailCheck>, std::string_view category);

}  // namespace gs
