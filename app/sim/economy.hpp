#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/jobs.hpp"
#include "model/money.hpp"
#include "sim/results.hpp"

/// A project's money, work and homes, and its own life cycle, from rows of factors.csv.
namespace gs {

/// Where a capital cost came from.
enum class CapitalBasis : std::uint8_t {
  none,
  reported,   ///< capital_cost_musd of projects.csv
  claimed,    ///< a row of claims.csv that was not rejected
  technology  ///< capacity x cost: of this list's projects (capex-bri-*) where there are enough, else of the world's
};

/// Each part is there only when all that it needs is known. Low and high: energy and savings at their P10 and P90, rows
/// of factors.csv at their low and high, combined in quadrature (model/intervals.hpp). US dollars, not deflated.
struct Economy {
  CapitalBasis basis{};
  /// Of the whole project, its battery included. A reported one with kReportedCostSpread to each side, or as far as the
  /// claims about it reach.
  std::optional<Range<model::Money>> capital;
  /// Over the plant's life (lifetime-*) at the discount rate of `discount-rate`, for a plant that gives what it gave
  /// when new less degradation-*; a battery is replaced when its life ends. Only for plants that feed a grid.
  std::optional<Range<model::EnergyCost>> lcoe;
  /// What the plant's energy is credited with by the scenario's method and pathway over its life from its commissioning
  /// (else the scenario's year) on: the mean of the years, weighted by generation and discounted like it.
  std::optional<Range<Intensity>> life_factor;
  /// (LCOE - reference-electricity-cost) / life_factor: below 0 where the plant is cheaper than new fossil power.
  std::optional<Range<model::AbatementCost>> abatement;
  std::optional<Range<model::JobYears>> construction;  ///< without the making of the equipment
  std::optional<Range<model::Jobs>> operation;
  /// As the press has it: mostly people on the site at the peak. Never mixed with the two above.
  std::optional<double> reported_jobs;
  /// Homes that use as much as the plant gives in the scenario's year, at the country's consumption, else the world's.
  /// An equivalence, not a supply.
  std::optional<Range<model::Households>> households;
  std::optional<double> reported_households;
  /// CO2e a year of making and keeping the plant, spread over its generation, of its battery over the battery's life.
  std::optional<Range<Mass>> lifecycle;
  std::optional<Range<Mass>> net;    ///< the year's saving less `lifecycle`; may be below 0
  std::vector<std::string> factors;  ///< ids of the rows of factors.csv that were used
};

/// Storage has capital, jobs and a life cycle; electrolysers capital and jobs; a line only what is reported. `result`
/// is a row of `results`.
Economy economy_of(const Portfolio&, const Results& results, const ProjectResult& result);

/// "reported", "claimed", "technology"; empty for none.
std::string_view id_of(CapitalBasis);

}  // namespace gs
