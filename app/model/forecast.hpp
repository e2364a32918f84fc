#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "model/money.hpp"
#include "model/pathway.hpp"

/// New capacity of a region year by year, and what it generates, saves and costs. Capacity (Power) is what stands;
/// a build rate is what is added in a year; generation (Energy) comes of capacity by a capacity factor only.
namespace gs::model {

/// New capacity in a year.
using BuildRate = Quantity<struct BuildInMegawattsPerYear>;
constexpr BuildRate gigawatts_per_year(double v) { return BuildRate::from_base(v * 1e3); }
/// What `years` of building leave standing.
constexpr Power built_in(BuildRate rate, double years) { return megawatts(rate.base() * years); }

/// One technology of the mix.
struct ForecastTechnology {
  std::string_view id;
  double share = 0.0;            ///< of the new capacity, 0..1; the shares of a mix sum to 1
  Range<Ratio> capacity_factor;  ///< 0..1
  Range<CapitalCost> capital;    ///< in the first year
  double capital_decline = 0.0;  ///< share by which the cost falls each year, 0..1
  double degradation = 0.0;      ///< share of the generation lost each year, 0..1
  int lifetime_years = 25;       ///< after it, a vintage stands no more
};

/// How the build rate comes to its target.
struct Ramp {
  enum class Kind { immediate, linear } kind = Kind::immediate;
  BuildRate start{};    ///< of linear: in the first year
  int reached_year = 0;  ///< of linear: the year of the target rate; after it the rate stays
};

struct ForecastInputs {
  int first_year = 2025, last_year = 2040;
  BuildRate target;
  Ramp ramp;
  Range<Intensity> baseline;  ///< what a megawatt-hour is credited with in the pathway's base year
  Pathway pathway;
};

/// The state at a year's end and the flows of the year.
struct ForecastYear {
  int year = 0;
  BuildRate added;            ///< new capacity of the year
  Power standing;             ///< cumulative less what has passed its life
  Range<Energy> generation;   ///< of the year; a vintage counts half in the year in which it is built
  Range<Mass> saved;          ///< of the year
  Range<Money> invested;      ///< of the year
  Energy generated_so_far;    ///< best estimates, since the first year
  Mass saved_so_far;
  Range<Money> invested_so_far;
};

/// The rate in a year; 0 before the first.
BuildRate build_rate(const ForecastInputs&, int year);

/// One entry a year, first to last. Generation and capital of the technologies add end by end, as if all were low or
/// high together; savings combine the generation's and the factor's interval in quadrature (model/ledger.hpp).
std::vector<ForecastYear> forecast(const ForecastInputs&, std::span<const ForecastTechnology> mix);

/// The same for one technology's share of the building, to show the mix.
std::vector<ForecastYear> forecast(const ForecastInputs&, const ForecastTechnology&);

}  // namespace gs::model
