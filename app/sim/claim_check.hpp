#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/gap.hpp"
#include "sim/claim_text.hpp"
#include "sim/results.hpp"

/// Whether a claim about a plant is plausible, and under which convention. Everything as plain data, to be shown, printed
/// or read out.
namespace gs {

/// How much plants of a technology give, as shares of their capacity's whole year.
struct UsualOutput {
  /// P10, median and P90 of the draws of the country's simulated plants together, else of those within kNearbyKm of it;
  /// wide enough for the P10 and P90 of each plant of the country whose capacity is the claimed one.
  std::optional<Range<double>> simulated;
  std::vector<std::uint32_t> plants;  ///< behind `simulated`: indices of Portfolio::projects
  bool nearby = false;                ///< they stand in other countries
  std::int32_t row = -1;              ///< of capacity_factors.csv: the country's, else the world's
  bool row_of_country = false;
  std::optional<Range<double>> reported;  ///< of that row
  std::int32_t best_plant = -1;           ///< the highest simulated anywhere; -1: none is simulated
  double best = 0.0;                      ///< its best estimate
  double most = 0.0;                      ///< what no plant in the data exceeds: the highest P90 and the highest row

  /// What a claim without a generation is taken to give: simulated, else reported.
  std::optional<Range<double>> expected() const { return simulated ? simulated : reported; }
};
/// Assumption: sun and wind at this distance still resemble each other.
inline constexpr double kNearbyKm = 1500.0;
/// Share by which the capacity of a project like the claimed one may differ.
inline constexpr double kSameCapacity = 0.10;

enum class Side : std::uint8_t { below, inside, above };

/// The claim beside one convention.
struct ConventionRow {
  std::string_view id;                 ///< of the FactorMethod, or "gas_plant", "coal_plant"
  std::optional<FactorMethod> method;  ///< nothing for a plant that is replaced, life cycle and all
  Range<Intensity> factor;             ///< in the year, on the scenario's pathway; ends: kGridFactorSpread or the row's own
  std::optional<int> factor_year;      ///< of the published factor
  double left = 1.0;                   ///< of that factor, on the pathway
  Range<Mass> saving;                  ///< generation x factor; ends: both spreads in quadrature
  Side claim{};                        ///< where the claimed CO2 lies against it
  std::optional<double> needed;        ///< capacity factor at which the best factor gives the claim
  std::string source;                  ///< ids of sources, "a;b"
};

enum class OutputVerdict : std::uint8_t {
  none,        ///< capacity or generation is not claimed
  simulated,   ///< within what is simulated
  reported,    ///< beyond that, but as is reported of plants of this technology in the country
  low, high,   ///< outside both; high: other places reach it
  too_high,    ///< no plant in the data reaches it
  impossible,  ///< more than 8760 h at full power
};

enum class ClaimVerdict : std::uint8_t {
  impossible,         ///< more than the capacity can give
  too_much_output,    ///< more than any plant of this kind in the data gives
  plausible,          ///< CO2 within the interval of the scenario's method
  other_convention,   ///< within that of another one only
  between,            ///< within none, above some and below others
  above_all, below_all,
  output_plausible,   ///< no CO2 claimed; the output is
  output_as_reported, output_low, output_high,
  nothing,            ///< not enough is said
};
inline constexpr int kClaimVerdictCount = 12;

/// The claim taken as one of a technology.
struct ClaimCase {
  Technology technology{};
  UsualOutput usual;
  std::optional<double> implied_output;  ///< claimed generation over capacity x 8760 h
  OutputVerdict output{};
  std::optional<Range<Energy>> energy;  ///< claimed (ends equal), else capacity x usual output
  bool energy_claimed = false;
  std::vector<ConventionRow> rows;  ///< the methods in their order, then replaced plants; with CO2 and energy only
  model::Explanation implied;       ///< the claim's own factor; `nearest` is an index of `rows`
  ClaimVerdict verdict{ClaimVerdict::nothing};
};

/// A project of the same country and technology, its capacity within kSameCapacity.
struct ClaimMatch {
  std::uint32_t project{};
  double capacity_off = 0.0;  ///< its capacity / the claimed - 1
};

enum class ClaimLack : std::uint8_t { figures, capacity_or_energy, co2_or_energy, country, technology, generating };

struct ClaimCheck {
  ReadClaim read;
  int year{};
  bool year_claimed = false;
  FactorMethod method{};
  GridPathway pathway{};
  std::vector<ClaimCase> cases;  ///< one; sun and wind where no technology is said, the more plausible first
  std::vector<ClaimMatch> matches;  ///< the nearest capacity first
  std::vector<ClaimLack> lacks;     ///< what would say more; `figures` and `generating` prevent the check
  ClaimVerdict verdict{ClaimVerdict::nothing};  ///< of the first case
  std::vector<std::string> sources;             ///< of factors, capacity factors and matches, each once
};

/// A pure function of its arguments. Factors are those of the claim's year, else of the scenario's, on its pathway; what-ifs
/// of the scenario change nothing.
ClaimCheck check_claim(const Portfolio&, const Results&, const ClaimCountries&, std::string_view text);

std::string_view id_of(ClaimVerdict);
std::string_view id_of(OutputVerdict);
std::string_view id_of(ClaimLack);
std::string_view id_of(Side);

}  // namespace gs
