#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/gap.hpp"
#include "sim/results.hpp"

/// The simulation against what is reported: every row of projects.csv that validation_use marks as usable.
namespace gs {

/// A reported and a simulated number of the same plant.
struct Compared {
  double reported = 0.0, simulated = 0.0;
  double error() const { return simulated / reported - 1.0; }  ///< share of the reported one
};

/// What the row's figures can prove.
enum class Check : std::uint8_t {
  sourced,    ///< output simulated, every decisive input from a source
  estimated,  ///< output simulated, a decisive input rests on general knowledge
  factor,     ///< the energy is the reported one or capacity x a factor: only the CO2 factor is tested
  none,       ///< a store or a line: neither
};

struct ValidationRow {
  std::uint32_t project{};  ///< index into Portfolio::projects
  Check check{};
  std::vector<std::string_view>
      estimated;                      ///< the decisive inputs that are estimates, as Site::estimated_inputs names them
  std::optional<double> reported_cf;  ///< reported generation over capacity x 8760 h
  std::optional<Compared> cf;         ///< of a new plant, on the row's own capacity; only where output was simulated
  bool within_interval = false;       ///< the reported generation lies between P10 and P90 of the draws
  std::optional<Compared> co2;        ///< t a year, simulated energy of a new plant x the scenario's factor
  Intensity factor{};                 ///< of the scenario, where there is one
  /// The convention that explains the claim best, and the simulated energy by it.
  std::string_view convention;
  model::Explanation explanation;
  std::optional<Compared> co2_by_convention;
};

/// Rows in the file's order. Compares new plants, whatever their age: reported figures are mostly design values.
std::vector<ValidationRow> validate(const Portfolio&, const Results&);

/// How well a group agrees.
struct Agreement {
  int rows = 0;
  double median_absolute = 0.0;  ///< of |error|
  double bias = 0.0;             ///< mean of the errors: above 0 the simulation is higher
  int beyond = 0;                ///< rows that miss by over kMiss
};
Agreement agreement(std::span<const double> errors);

/// From here on a row's error must be explained.
inline constexpr double kMiss = 0.25;

}  // namespace gs
