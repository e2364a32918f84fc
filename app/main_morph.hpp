#pragma once
#include <optional>

#include "scene/build.hpp"

namespace gs {

/// The map's way from one projection to the next: 0.6 s, at once for whoever wants no motion.
class Morph {
 public:
  void follow(const ViewState& before, const ViewState& now, bool at_once);
  /// Brings the scene's map to where it is by now; true while it is on its way.
  bool carry(SceneBuilder&, const ViewState& now);

 private:
  std::optional<ViewState> from_;
  double start_ = 0;
};

}  // namespace gs
