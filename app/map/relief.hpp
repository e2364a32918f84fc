#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "map/projection.hpp"
#include "units/result.hpp"

namespace gs {

/// The shading of the land's relief, lit from the northwest: a picture of the whole sphere in longitude and latitude.
struct Relief {
  /// One byte a cell, rows from north to south, each from 180 degrees west on: 128 flat, 1 darkest, 255 brightest.
  struct Level {
    int width = 0, height = 0;
    std::vector<std::uint8_t> shade;
  };
  std::vector<Level> levels;  ///< each of half the width and height of the one before; at least one

  /// The shading of the cell of the first level that holds a place, -1 to 1.
  double at(LonLat) const;
};

/// The level of a relief's picture whose cells are about a device px of this size, earth radii; 0 for near views.
int relief_level(const Relief&, double px);

/// Reads `relief.bin` (format: data/bake/relief.mjs). Damaged, truncated or foreign bytes give an error that names the
/// offset, what was expected there and what was found.
Result<Relief> read_relief(std::span<const std::byte> bytes);

}  // namespace gs
