#include "model/forecast.hpp"

#include "model/ledger.hpp"

namespace gs::model {
namespace {

double to_the(double left_each_year, int years) {
  double left = 1.0;
  for (int i = 0; i < years; ++i) left *= left_each_year;
  return left;
}

/// Of the technology's vintages: what stands at the end of `year`, and the capacity that a year's generation counts
/// with: worn, and half in the year of building.
struct Fleet {
  Power standing, generating;
};

Fleet fleet_in(const ForecastInputs& inputs, const ForecastTechnology& technology, int year) {
  Fleet fleet{};
  for (int built = inputs.first_year; built <= year; ++built) {
    const int age = year - built;
    if (age >= technology.lifetime_years) continue;
    const Power vintage = built_in(build_rate(inputs, built), technology.share);
    fleet.standing += vintage;
    fleet.generating += vintage * (age == 0 ? 0.5 : to_the(1.0 - technology.degradation, age));
  }
  return fleet;
}

Range<Money> cost_of(Power power, const Range<CapitalCost>& cost, double share_left) {
  return Range<Money>{power * cost.low, power * cost.best, power * cost.high} * share_left;
}

void add_technology(ForecastYear& year, const ForecastInputs& inputs, const ForecastTechnology& technology) {
  const Fleet fleet = fleet_in(inputs, technology, year.year);
  const BuildRate added = build_rate(inputs, year.year) * technology.share;
  year.added += added;
  year.standing += fleet.standing;
  year.generation += annual_energy(fleet.generating, technology.capacity_factor);
  year.invested += cost_of(built_in(added, 1.0), technology.capital,
                           to_the(1.0 - technology.capital_decline, year.year - inputs.first_year));
}

}  // namespace

BuildRate build_rate(const ForecastInputs& inputs, int year) {
  if (year < inputs.first_year) return BuildRate{};
  const Ramp& ramp = inputs.ramp;
  if (ramp.kind == Ramp::Kind::immediate || year >= ramp.reached_year) return inputs.target;
  const double way = static_cast<double>(year - inputs.first_year) / (ramp.reached_year - inputs.first_year);
  return ramp.start + (inputs.target - ramp.start) * way;
}

std::vector<ForecastYear> forecast(const ForecastInputs& inputs, std::span<const ForecastTechnology> mix) {
  std::vector<ForecastYear> years;
  ForecastYear before;
  for (int y = inputs.first_year; y <= inputs.last_year; ++y) {
    ForecastYear year;
    year.year = y;
    for (const ForecastTechnology& technology : mix) add_technology(year, inputs, technology);
    year.saved = avoided_co2(year.generation, inputs.baseline * inputs.pathway.share_in(y));
    year.generated_so_far = before.generated_so_far + year.generation.best;
    year.saved_so_far = before.saved_so_far + year.saved.best;
    year.invested_so_far = before.invested_so_far + year.invested;
    years.push_back(year);
    before = year;
  }
  return years;
}

std::vector<ForecastYear> forecast(const ForecastInputs& inputs, const ForecastTechnology& technology) {
  return forecast(inputs, std::span(&technology, 1));
}

}  // namespace gs::model
