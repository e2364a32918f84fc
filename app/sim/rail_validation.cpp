#include "sim/rail_validation.hpp"

#include <array>
#include <cmath>

#include "sim/rail_trials.hpp"

namespace gs {
namespace {

bool published_figure(const RailFactor& row) {
  return row.category == "energy_validation" || row.category == "regen" || row.category == "reported_saving";
}

}  // namespace

bool RailCheck::misses() const { return compared() && std::fabs(error()) > kRailMiss; }

std::vector<RailCheck> validate_railway(const Portfolio& portfolio) {
  RailTrials trials(portfolio);
  std::vector<RailCheck> checks;
  for (const RailFactor& row : portfolio.rail_factors)
    if (published_figure(row)) trials.compare(row, checks);
  for (RailCheck& check : checks)
    if (check.compared() && !check.misses()) check.why.clear();
  return checks;
}

Agreement rail_agreement(std::span<const RailCheck> checks, std::string_view category) {
  std::vector<double> errors;
  int beyond = 0;
  for (const RailCheck& check : checks) {
    if (!check.compared() || (!category.empty() && check.row->category != category)) continue;
    errors.push_back(check.error());
    beyond += check.misses() ? 1 : 0;
  }
  Agreement a = agreement(errors);
  a.beyond = beyond;
  return a;
}

}  // namespace gs
