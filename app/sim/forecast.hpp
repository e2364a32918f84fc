#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/forecast.hpp"
#include "portfolio/portfolio.hpp"
#include "state/scenario.hpp"
#include "units/result.hpp"

/// The article's 80 GW a year in the regions of the initiative, worked out to 2040. A what-if: the rate is a claim, the
/// mix, factors and costs are rows of the data.
namespace gs {

/// How "80 GW a year by 2040" is read.
enum class ForecastRamp : std::uint8_t {
  immediate,  ///< the mean of all years: 80 GW in each
  linear      ///< the rate of the last year, reached in equal steps from what was realised up to 2023
};

enum class ForecastMix : std::uint8_t {
  world,     ///< what the world added in 2024
  portfolio  ///< what the projects of this list add
};

/// A number of the mix that the reader sets: a share of the new capacity or a capacity factor, 0..1.
struct ForecastInput {
  Technology technology{};
  double value = 0.0;
};

struct ForecastChoice {
  std::optional<model::BuildRate> target;  ///< nothing: the row forecast_80gw of factors.csv
  ForecastRamp ramp = ForecastRamp::immediate;
  ForecastMix mix = ForecastMix::world;
  std::vector<ForecastInput> shares;            ///< instead of `mix`, when there are any; they sum to 1
  std::vector<ForecastInput> capacity_factors;  ///< instead of the world's rows, for these technologies
  FactorMethod method = FactorMethod::ifi_combined_margin;
  GridPathway pathway = GridPathway::stated;
  int first_year = 2025;  ///< of the article; all its twelve months count
  int last_year = 2040;   ///< of the forecast; not before first_year
};

struct ForecastShare {
  Technology technology{};
  model::ForecastTechnology inputs;
  std::int32_t capacity_factor{-1};  ///< index into Portfolio::capacity_factors
};

struct ForecastResult {
  model::ForecastInputs inputs;  ///< `baseline` in the pathway's base year, the mean as below
  std::vector<ForecastShare> mix;
  Power weighed{};  ///< capacity of the projects whose countries' factors the baseline is the mean of
  int countries{};  ///< how many those are
  std::vector<model::ForecastYear> years;  ///< first to last; capacity stands, generation is of the year
  /// Of all years together, end by end: what makes one year low makes all of them low.
  Range<Energy> generated{};
  Range<Mass> saved{};
  std::vector<std::string> factors;        ///< ids of the rows of factors.csv used
  /// What was counted instead, as far as the data have it: GW completed by 2023 in all, the rate a year that this was,
  /// and GW in the pipeline in all: a stock, though the number is that of the forecast's yearly rate.
  std::optional<Power> completed, pipeline;
  std::optional<model::BuildRate> realised;
  /// The rows of claims.csv about the forecast other than itself, indices into Portfolio::claims.
  std::vector<std::uint32_t> contrast;

  /// nullptr outside first..last.
  const model::ForecastYear* in(int year) const;
};

/// Capacity factors are the world's (the plants' countries are not known), capital is capex-* of today without a fall,
/// degradation-* and lifetime-* wear. The baseline is the mean of the factors that the countries of the shown projects
/// have by the method, weighted by those projects' capacity, for each technology of the mix (intermittent or firm), and
/// these by their share of the generation; its way down is the same mean on the pathway. Errors: a row that is missing.
Result<ForecastResult> forecast_of(const Portfolio&, const ForecastChoice&);

}  // namespace gs
