#pragma once
#include <optional>

#include "model/money.hpp"

/// What a plant costs: capital, a megawatt-hour over its life, a tonne that it avoids.
namespace gs::model {

/// A plant's money. Real terms: a discount rate without inflation, costs constant over the life.
struct PlantCosts {
  Power capacity;          ///< above 0
  Money capital;           ///< spent on the day before the first year
  YearlyCost fixed;        ///< operation and maintenance a year
  EnergyCost variable;     ///< of each megawatt-hour
  int lifetime_years = 25;  ///< 1 or more
  double discount_rate = 0.07;
  double degradation = 0.0;  ///< share of the generation lost each year, 0..1
};

/// r / (1 - (1 + r)^-n), the share of a capital to be paid each year; 1/n for r = 0. r from 0, n from 1.
double capital_recovery_factor(double rate, int years);

/// Discounted costs of a life over discounted generation, the first year's `first_year` above 0 (IEA/NEA, Projected
/// Costs of Generating Electricity 2020, ch. 2, without decommissioning and carbon price). Without degradation it is
/// (capital x capital_recovery_factor + fixed) / energy + variable.
EnergyCost levelised_cost(const PlantCosts&, Energy first_year);

/// The same with the ends of capital, fixed costs, generation and discount rate, in quadrature.
struct PlantCostRanges {
  Power capacity;
  Range<Money> capital;
  Range<YearlyCost> fixed;
  Range<Ratio> discount_rate;
  EnergyCost variable{};
  int lifetime_years = 25;
  double degradation = 0.0;
};
Range<EnergyCost> levelised_cost(const PlantCostRanges&, const Range<Energy>& first_year);

/// Capital of a plant: what is reported, with `reported_spread` to each side, else capacity x cost of the technology.
Range<Money> capital(std::optional<Money> reported, double reported_spread, Power,
                     const Range<CapitalCost>& by_technology);

/// (levelised cost - reference) / factor: what a tonne costs more than buying the electricity elsewhere; below 0 when
/// the plant is the cheaper one. `factor` is what a megawatt-hour is credited with, averaged over the life where the
/// grid declines. Nothing where the factor is 0 or less: no tonne is avoided.
std::optional<AbatementCost> abatement_cost(EnergyCost plant, EnergyCost reference, Intensity factor);
/// Ends in quadrature; nothing when the low end of the factor is 0 or less.
std::optional<Range<AbatementCost>> abatement_cost(const Range<EnergyCost>& plant, const Range<EnergyCost>& reference,
                                                   const Range<Intensity>& factor);

}  // namespace gs::model
