#pragma once
#include <cstdint>
#include <optional>

#include "sim/results.hpp"

/// Which factor a row is computed with.
namespace gs {

/// Index into Portfolio::capacity_factors: the technology's row of the country, else its base technology's ("solar_pv"
/// for "solar_pv_bess"), else the world's rows in the same order; -1 when there is none.
std::int32_t find_capacity_factor(const Portfolio&, Technology, std::string_view country);

/// "solar_pv" for "solar_pv_bess" and the like: the technology that tables of costs and lives know.
Technology base_technology(Technology);

struct GridChoice {
  std::int32_t row =
      -1;  ///< index into Portfolio::grid_factors; -1 for the coal equivalent, which is one of factors.csv
  Range<Intensity> intensity;
};

/// The factor that a method gives a technology in a country: the latest year where there are several; nothing when
/// there is none.
std::optional<GridChoice> find_grid_factor(const Portfolio&, FactorMethod, Technology, std::string_view country);

}  // namespace gs
