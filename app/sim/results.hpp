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

/// What a reader must know besides the numbers; bits of ProjectResult::notes.
enum class Note : std::uint32_t {
  expected = 1u << 0,            ///< operates in this year only if it is finished as expected
  assumed_spread = 1u << 1,      ///< the interval of the energy is an assumption (assumptions.hpp)
  zero_grid_factor = 1u << 2,    ///< the method's factor for this country is 0: nothing is saved by it
  no_grid_factor = 1u << 3,      ///< the method has no factor for this country: no saving can be computed
  not_generation = 1u << 4,      ///< the reported energy is a throughput or an exchange: it is not used
  rating_not_ac = 1u << 5,       ///< photovoltaics rated in dc or unstated, with a country's factor: may be too high
  world_factor_on_ac = 1u << 6,  ///< photovoltaics rated in ac or unstated, with the world's factor for dc: too low
  no_capacity = 1u << 7,         ///< generates, but neither a generation nor a capacity is known
};

struct ProjectResult {
  std::uint32_t project{};  ///< index into Portfolio::projects
  Status status{};          ///< at the end of the scenario's year
  EnergyBasis basis{};
  std::int32_t capacity_factor{-1};  ///< index into Portfolio::capacity_factors when used
  std::optional<Range<Energy>> energy;        ///< simulated (first form: ledger), a year of full operation
  std::int32_t grid_factor{-1};               ///< index into Portfolio::grid_factors when used
  std::optional<Range<Intensity>> intensity;  ///< what the energy is credited with
  std::optional<Range<Mass>> avoided;         ///< simulated saving, a year of full operation
  /// The best estimate by each method, to show beside the chosen one: the methods differ by more than any interval.
  std::array<std::optional<Mass>, kFactorMethodCount> avoided_by_method{};
  std::optional<Mass> reported;
  std::optional<double> gap;  ///< reported / simulated - 1
  bool hidden{};              ///< no Chinese or BRI part found: off by default and out of every total
  Counted counted{};          ///< at the scenario's year
  std::uint32_t notes{};      ///< bits of Note
  bool has(Note note) const { return (notes & static_cast<std::uint32_t>(note)) != 0; }
};

struct LocomotiveResult {
  std::uint32_t locomotive{};
  std::optional<Mass> saving_per_unit;  ///< reported, a unit and year
  std::optional<int> units;             ///< delivered by the scenario's year
  std::optional<Range<Mass>> avoided;   ///< saving_per_unit x units; needs both
  std::optional<Mass> reported;         ///< the same product, as reported
  Counted counted{};                    ///< no_bri_role: at home in China or in a country that is no partner
};

struct Total {
  int projects{};         ///< energy projects in it
  int locomotives{};      ///< classes of locomotives in it
  int without_figure{};   ///< of both, those whose saving cannot be computed: they add nothing to `avoided`
  Power capacity{};       ///< of what generates electricity (no storage, lines, electrolysers)
  Range<Energy> energy{};
  /// Low and high are the sums of the rows' ends: as if all were low or high together, the widest case.
  Range<Mass> avoided{};
  Mass reported{};   ///< sum over the rows that report one
  int reporting{};   ///< how many do
};

struct Results {
  Scenario scenario;
  std::vector<ProjectResult> projects;  ///< one for each row, in the file's order
  std::vector<LocomotiveResult> locomotives;
  Total operating;                                  ///< counted == yes: the sum of by_category
  std::array<Total, kCategoryCount> by_category{};  ///< operating, by category
  /// All shown projects by their status at the scenario's year, no row twice; also those without a figure.
  std::array<Total, kStatusCount> by_status{};
  /// Operating savings of each year from 2000 to 2060 by category: t CO2 a year of what stands at the year's end, with
  /// the scenario's factors in every year. The cumulative sum since 2000 takes the mean of a year's beginning and end,
  /// so that a plant counts half in the year in which it starts.
  struct Year {
    int year;
    std::array<double, kCategoryCount> avoided_t;
    double cumulative_t;
  };
  std::vector<Year> timeline;
  std::string digest;  ///< of every number above and of the data version, 16 hexadecimal digits
};

}  // namespace gs
