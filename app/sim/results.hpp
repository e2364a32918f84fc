#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/gap.hpp"
#include "portfolio/portfolio.hpp"
#include "sim/fleet.hpp"
#include "sim/rail_results.hpp"
#include "state/scenario.hpp"
#include "units/quantity.hpp"

namespace gs {

/// Why a row is or is not in the totals.
enum class Counted : std::uint8_t { yes, not_operating, part_of_other, no_bri_role, no_figure };

/// What a reader must know besides the numbers; bits of ProjectResult::notes.
enum class Note : std::uint32_t {
  expected = 1u << 0,            ///< operates in this year only if it is finished as expected
  assumed_spread = 1u << 1,      ///< the interval of the energy is an assumption (assumptions.hpp)
  zero_grid_factor = 1u << 2,    ///< the method's factor for this country is 0: nothing is saved by it
  no_grid_factor = 1u << 3,      ///< the method has no factor for this country: no saving can be computed
  not_generation = 1u << 4,      ///< the reported energy is a throughput or an exchange: it is not used
  rating_unknown = 1u << 5,      ///< whether the capacity is ac or dc is not said: halfway, and the interval holds both
  estimated_input = 1u << 6,     ///< mounting, turbine or mirrors rest on general knowledge
  no_capacity = 1u << 7,         ///< generates, but neither a generation nor a capacity is known
  no_climate = 1u << 8,          ///< sun or wind, but the site's climate is not known: a capacity factor instead
  own_weather = 1u << 10,        ///< the weather is of a file that the reader brought
  fossil_waste = 1u << 11,       ///< the CO2 of the plastics that it burns is taken off the saving
  hydrogen = 1u << 9,            ///< saves by grey hydrogen that is not made, not by electricity for a grid
};

/// One bar of what makes a saving uncertain.
struct SavingDriver {
  Driver driver{};
  double at_p10{}, at_p90{};  ///< saving over the best estimate, with this input at its P10 and P90
  double share{};             ///< of the saving's variance, with its interactions
};

struct ProjectResult {
  std::uint32_t project{};  ///< index into Portfolio::projects
  Status status{};          ///< at the end of the scenario's year
  EnergyBasis basis{};
  std::int32_t capacity_factor{-1};  ///< index into Portfolio::capacity_factors when used
  std::optional<Range<Energy>> energy;        ///< a year of full operation at the plant's age; low and high are P10 and P90
  std::int32_t grid_factor{-1};               ///< index into Portfolio::grid_factors when used
  std::optional<Range<Intensity>> intensity;  ///< what the energy is credited with in the scenario's year
  std::optional<Range<Mass>> avoided;         ///< simulated saving, a year of full operation; P10, best, P90 of the draws
  std::vector<SavingDriver> drivers;          ///< of `avoided`, the greatest share first
  /// The best estimate by each method, to show beside the chosen one: the methods differ by more than any interval.
  std::array<std::optional<Mass>, kFactorMethodCount> avoided_by_method{};
  std::optional<Mass> reported;
  std::optional<double> gap;  ///< reported / simulated - 1
  bool hidden{};              ///< no Chinese or BRI part found: off by default and out of every total
  Counted counted{};          ///< at the scenario's year
  std::uint32_t notes{};      ///< bits of Note
  std::optional<model::Gap> gap_parts;  ///< of rows with a reported saving
  bool has(Note note) const { return (notes & static_cast<std::uint32_t>(note)) != 0; }
};

struct LocomotiveResult {
  std::uint32_t locomotive{};
  std::optional<Mass> saving_per_unit;  ///< reported, a unit and year
  std::optional<int> units;             ///< delivered by the scenario's year: deliveries.csv, else the class's own row
  int on_order = 0;                     ///< ordered, framework and planned, as far as they name a year up to the scenario's;
                                        ///< the largest of such rows of a customer: they are mostly about the same ones
  std::optional<Range<Mass>> avoided;   ///< saving_per_unit x units; needs both
  std::optional<Mass> reported;         ///< the same product, as reported
  /// Simulated, a unit and year: the diesel not burnt, less the CO2 of making electricity and hydrogen; of classes whose yard
  /// duty is simulated. Well to tank: what making that diesel would have emitted, apart.
  std::optional<Range<Mass>> simulated_per_unit;
  std::optional<Range<double>> simulated_fuel_share;  ///< of the diesel that is not burnt
  std::optional<Range<Mass>> simulated;               ///< simulated_per_unit x units
  Mass well_to_tank_per_unit{};
  Counted counted{};                    ///< no_bri_role: at home in China or in a country that is no partner
};

struct Total {
  int projects{};         ///< energy projects in it
  int locomotives{};      ///< classes of locomotives in it
  int without_figure{};   ///< of both, those whose saving cannot be computed: they add nothing to `avoided`
  Power capacity{};       ///< of what generates electricity (no storage, lines, electrolysers)
  Range<Energy> energy{};
  Range<Mass> avoided{};  ///< low and high: P10 and P90 of the sums of the rows' draws, as of `energy`
  Mass reported{};   ///< sum over the rows that report one
  int reporting{};   ///< how many do
};

struct Results {
  Scenario scenario;
  std::shared_ptr<const Fleet> fleet;  ///< hours and draws behind the figures
  std::vector<ProjectResult> projects;  ///< one for each row, in the file's order
  std::vector<LocomotiveResult> locomotives;
  RailwayResults railway;  ///< lines; in no total of the projects
  Total operating;                                  ///< counted == yes: the sum of by_category
  std::array<Total, kCategoryCount> by_category{};  ///< operating, by category
  /// All shown projects by their status at the scenario's year, no row twice; also those without a figure.
  std::array<Total, kStatusCount> by_status{};
  /// Operating savings of each year from 2000 to 2060 by category: t CO2 a year of what stands at the year's end, at its
  /// age and with the grid's factor of that year, up to the end of its technology's usual life. The cumulative sum since 2000 takes the mean of a year's beginning and end,
  /// so that a plant counts half in the year in which it starts.
  struct Year {
    int year;
    std::array<double, kCategoryCount> avoided_t;
    double cumulative_t;
  };
  std::vector<Year> timeline;
  /// Of every number above and of the data version, 16 hexadecimal digits; empty while the railway's runs are not there.
  std::string digest;
};

}  // namespace gs
