#pragma once
#include "scene/geometry.hpp"
#include "scene/theme.hpp"
#include "scene/view.hpp"

namespace gs {

/// The map by itself, to be compared with other programs' maps: land on sea, coasts, and borders unless the view turns
/// them off, in plain_palette(); no symbols, names, railways or panels.
class PlainMap {
 public:
  /// The scene stays valid until the next call. An error is the projection's.
  Result<const Scene*> build(const BaseMap&, const ViewState&, const Window&);

 private:
  Geometry geometry_;
  Scene scene_;
};

}  // namespace gs
