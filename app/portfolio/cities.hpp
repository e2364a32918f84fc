#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "units/result.hpp"

namespace gs {

/// A place whose name helps a reader to find the way.
struct City {
  std::string name;
  std::array<std::string, 3> translated;  ///< Chinese, Russian, Arabic; empty where none is known
  std::string iso3;
  double longitude = 0, latitude = 0;     ///< degrees
  int rank = 4;                           ///< 1 (a metropolis) to 4

  /// In a language by its code; the English name where it has none of its own.
  const std::string& name_in(std::string_view code) const;
};

/// Reads the asset `cities.csv`, the most important first. Error: the first bad row, `cities.csv:row:column`, expected, found.
Result<std::vector<City>> read_cities(std::string_view bytes);

}  // namespace gs
