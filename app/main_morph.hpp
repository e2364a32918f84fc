#pragma once
#include <optional>

#include "render/renderer.hpp"
#include "scene/view.hpp"

namespace gs {

/// The map's way from one projection or central meridian to the next: 0.6 s, at once for whoever wants no motion.
class Morph {
 public:
  /// Before the scene of `now` is built: keeps the picture of `before` where the map changes.
  void follow(const ViewState& before, const State& now, const Window&, bool at_once, Renderer&);
  /// Whether the map of the next frame is still on its way: the scene need not be built. Ends it when something else changes.
  bool goes_on(const State& now, const Window&, Renderer&);
  /// Once the new map has been drawn; false when there is no way, or it is at its end.
  bool draw(Renderer&);
  bool begins() const { return way_ && !way_->drawn; }
  /// The pictures are gone.
  void forget() { way_.reset(); }

 private:
  struct Way {
    State to;  ///< without what may change meanwhile
    Window window;
    bool drawn = false;             ///< the new map has been
    double passed = 0.0, last = 0.0;  ///< s on the way, and when that was; a long frame counts as a short one
  };
  std::optional<Way> way_;
};

}  // namespace gs
