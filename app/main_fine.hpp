#pragma once
#include <optional>

#include "map/basemap.hpp"

namespace gs {

/// The base map at 1:10 million: fetched when a view first wants it, read in parts between frames, then there for good.
/// A fetch that fails leaves the coarser map as it is and is tried again when a later view wants it.
class FineMap {
 public:
  /// Once a frame, after the map was built. `wanted`: the map would have drawn it. True while there is more to read,
  /// and once when it is there: another frame is then needed.
  bool work(bool wanted, const BaseMap&);
  /// Null until it is there.
  const Detail* detail() const { return detail_ ? &*detail_ : nullptr; }

 private:
  void ask(const BaseMap&);

  std::optional<Detail> detail_;
  std::optional<FineReader> reader_;
  bool asked_ = false;
  double not_before_ = 0;  ///< s: a fetch that failed is not repeated at once
};

inline constexpr const char* kFineMap = "world-10m.bin";

}  // namespace gs
