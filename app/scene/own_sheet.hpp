#pragma once
#include "portfolio/own_data.hpp"

namespace gs {

/// What the panel of a reader's own data shows.
struct OwnSheet {
  OwnData dropped;           ///< read and looked at, not yet on the map
  bool has_dropped = false;
  OwnData joined;            ///< on the map
  bool joining = false;      ///< their plants are being simulated
  bool can_choose = false;   ///< the machine has a way to ask for a file
};

/// What a person wants of it; the program carries it out.
enum class OwnWish : std::uint8_t {
  none, choose, add, replace, discard, remove, save_template, save_csv, save_geojson, copy_problems
};

}  // namespace gs
