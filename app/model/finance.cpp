#include "model/finance.hpp"

#include <array>

#include "model/intervals.hpp"

namespace gs::model {

double capital_recovery_factor(double rate, int years) {
  // 1 / (the present value of 1 a year): no subtraction that loses digits at small rates.
  double worth = 0.0, discount = 1.0;
  for (int i = 0; i < years; ++i) worth += discount /= 1.0 + rate;
  return 1.0 / worth;
}

EnergyCost levelised_cost(const PlantCosts& costs, Energy first_year) {
  numerics::Sum spent, generated;
  spent.add(costs.capital.base());
  double discount = 1.0, left = 1.0;
  for (int year = 0; year < costs.lifetime_years; ++year) {
    discount /= 1.0 + costs.discount_rate;
    const Energy energy = first_year * left;
    spent.add((costs.capacity * costs.fixed + energy * costs.variable).base() * discount);
    generated.add(energy.base() * discount);
    left *= 1.0 - costs.degradation;
  }
  return usd_per_mwh(spent.value() / generated.value());
}

Range<EnergyCost> levelised_cost(const PlantCostRanges& ranges, const Range<Energy>& first_year) {
  const std::array inputs{numbers(ranges.capital), numbers(ranges.fixed), numbers(ranges.discount_rate),
                          numbers(first_year)};
  return quantities<EnergyCost>(propagate(inputs, [&](const std::array<double, 4>& at) {
    const PlantCosts costs{ranges.capacity, us_dollars(at[0]), usd_per_kw_year(at[1]), ranges.variable,
                           ranges.lifetime_years, at[2], ranges.degradation};
    return levelised_cost(costs, megawatt_hours(at[3])).base();
  }));
}

Range<Money> capital(std::optional<Money> reported, double reported_spread, Power capacity,
                     const Range<CapitalCost>& by_technology) {
  if (reported) return {*reported * (1.0 - reported_spread), *reported, *reported * (1.0 + reported_spread)};
  return {capacity * by_technology.low, capacity * by_technology.best, capacity * by_technology.high};
}

std::optional<AbatementCost> abatement_cost(EnergyCost plant, EnergyCost reference, Intensity factor) {
  if (!(factor > Intensity{})) return std::nullopt;
  return usd_per_tonne((plant - reference).base() / factor.base());
}

std::optional<Range<AbatementCost>> abatement_cost(const Range<EnergyCost>& plant, const Range<EnergyCost>& reference,
                                                   const Range<Intensity>& factor) {
  if (!(factor.low > Intensity{})) return std::nullopt;
  const std::array inputs{numbers(plant), numbers(reference), numbers(factor)};
  return quantities<AbatementCost>(
      propagate(inputs, [](const std::array<double, 3>& at) { return (at[0] - at[1]) / at[2]; }));
}

}  // namespace gs::model
