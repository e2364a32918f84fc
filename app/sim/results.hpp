#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "portfolio/portfolio.hpp"
#include "state/scenario.hpp"
#include "units/quantity.hpp"

namespace gs {

/// Where the year's generation of a row came from.
enum class EnergyBasis : std::uint8_t { none, reported, country_factor, default_factor };
/// Why a row is or is not in the totals.
enum class Counted : std::uint8_t { yes, not_operating, part_of_other, no_bri_role, no_figure };

struct ProjectResult {
  std::uint32_t project{};  ///< index into Portfolio::projects
  EnergyBasis basis{};
  std::int32_t capacity_factor{-1};  ///< index into Portfolio::capacity_factors when used
  std::optional<Range<Energy>> energy;        ///< simulated (first form: ledger), a year of full operation
  std::int32_t grid_factor{-1};               ///< index into Portfolio::grid_factors when used
  std::optional<Range<Intensity>> intensity;  ///< what the energy is credited with
  std::optional<Range<Mass>> avoided;         ///< simulated saving, a year of full operation
  std::optional<Mass> reported;
  std::optional<double> gap;  ///< reported / simulated - 1
  bool hidden{};              ///< no Chinese or BRI part found: off by default and out of every total
  Counted counted{};          ///< at the scenario's year
};

struct LocomotiveResult {
  std::uint32_t locomotive{};
  std::optional<Mass> saving_per_unit;  ///< reported, a unit and year
  std::optional<int> units;             ///< delivered by the scenario's year
  std::optional<Range<Mass>> avoided;   ///< saving_per_unit x units; needs both
  Counted counted{};
};

struct Total {
  int projects{};
  Power capacity{};
  Range<Energy> energy{};
  Range<Mass> avoided{};
  Mass reported{};   ///< sum over the rows that report one
  int reporting{};   ///< how many do
};

struct Results {
  Scenario scenario;
  std::vector<ProjectResult> projects;  ///< one for each row, in the file's order
  std::vector<LocomotiveResult> locomotives;
  Total operating;                                     ///< counted == yes
  std::array<Total, kCategoryCount> by_category{};     ///< operating, by category
  std::array<Total, kStatusCount> by_status{};         ///< all shown rows by status at the scenario's year, no row twice
  /// Operating savings of each year from 2000 to 2060: annual, by category (t CO2 a year), for the timeline.
  struct Year { int year; std::array<double, kCategoryCount> avoided_t; double cumulative_t; };
  std::vector<Year> timeline;
  std::string digest;  ///< of every number above and of the data version, 16 hexadecimal digits
};

}  // namespace gs
