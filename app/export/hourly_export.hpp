#pragma once
#include <cstdint>
#include <string>

#include "sim/results.hpp"

/// One plant's simulated hours as a file for other programs.
namespace gs {

/// Whether the row has an hourly year: plants that follow sun, wind or a river's months, and stores.
bool has_hours(const Results&, std::uint32_t project);

/// Columns hour (0..8759), utc (of the hour's beginning, in a year that is no leap year), power_mw (mean over the hour,
/// to the grid, at the plant's age in the scenario's year: the hours of a plant that generates add up to its
/// energy_mwh). Only for rows that has_hours.
std::string hours_to_csv(const Results&, std::uint32_t project);

/// The same numbers as one array, with what else is known of the plant's year: store and hydrogen of a new plant, loss
/// of output with age.
std::string hours_to_json(const Portfolio&, const Results&, std::uint32_t project);

}  // namespace gs
