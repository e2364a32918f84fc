#include "sim/factors.hpp"

#include <array>

#include "model/ledger.hpp"
#include "sim/assumptions.hpp"

namespace gs {
namespace {

/// UNFCCC / IFI TWG: the intermittent margin is for sun and wind, the firm one for what runs when it is asked to.
bool intermittent(Technology technology) {
  const Category c = category(technology);
  return c == Category::solar || c == Category::wind;
}

std::string_view row_method(FactorMethod method, Technology technology) {
  switch (method) {
    case FactorMethod::ifi_combined_margin: return intermittent(technology) ? "ifi_cm_intermittent" : "ifi_cm_firm";
    case FactorMethod::ifi_operating_margin: return "ifi_om";
    case FactorMethod::ember_average: return "ember_average";
    case FactorMethod::coal_equivalent: return "";
  }
  return "";
}

std::optional<GridChoice> coal_equivalent(const Portfolio& portfolio) {
  const Factor* coal = portfolio.factor("coal_equivalent");
  if (!coal || !coal->value) return std::nullopt;
  return GridChoice{-1,
                    {tonnes_per_mwh(coal->low.value_or(*coal->value)), tonnes_per_mwh(*coal->value),
                     tonnes_per_mwh(coal->high.value_or(*coal->value))}};
}

}  // namespace

Technology base_technology(Technology technology) {
  switch (technology) {
    case Technology::solar_pv_bess:
    case Technology::solar_pv_floating: return Technology::solar_pv;
    case Technology::wind_onshore_bess: return Technology::wind_onshore;
    default: return technology;
  }
}

std::int32_t find_capacity_factor(const Portfolio& portfolio, Technology technology, std::string_view country) {
  const std::array<std::string_view, 2> places{country, ""};
  const std::array<Technology, 2> technologies{technology, base_technology(technology)};
  for (const std::string_view place : places)
    for (const Technology wanted : technologies)
      for (std::size_t i = 0; i < portfolio.capacity_factors.size(); ++i) {
        const CapacityFactor& row = portfolio.capacity_factors[i];
        if (row.technology == wanted && row.country == place) return static_cast<std::int32_t>(i);
      }
  return -1;
}

std::optional<GridChoice> find_grid_factor(const Portfolio& portfolio, FactorMethod method, Technology technology,
                                           std::string_view country) {
  if (method == FactorMethod::coal_equivalent) return coal_equivalent(portfolio);
  const std::string_view wanted = row_method(method, technology);
  std::int32_t best = -1;
  int latest = 0;
  for (std::size_t i = 0; i < portfolio.grid_factors.size(); ++i) {
    const GridFactor& row = portfolio.grid_factors[i];
    if (row.country != country || row.method != wanted || (best >= 0 && row.year.value_or(0) <= latest)) continue;
    best = static_cast<std::int32_t>(i);
    latest = row.year.value_or(0);
  }
  if (best < 0) return std::nullopt;
  return GridChoice{best,
                    model::spread(portfolio.grid_factors[static_cast<std::size_t>(best)].value, kGridFactorSpread)};
}

}  // namespace gs
