#pragma once
#include "main_lazy.hpp"
#include "main_morph.hpp"
#include "main_pace.hpp"
#include "platform/platform.hpp"
#include "scene/build.hpp"

namespace gs {

/// The map's part of a frame: builds the scene with the care that there is time for, and draws it.
class Stage {
 public:
  struct Frame {
    SceneInput input;          ///< its moving and held are set here
    const ViewState& before;   ///< the view of the frame before
    bool at_once;              ///< another projection comes without a way to it
    bool flying, busy, held;   ///< a flight; time goes elsewhere too; a hand is on the map
    bool first;                ///< nothing has been drawn yet
  };
  struct Drawn {
    bool moving;                    ///< the map is another than in the frame before
    std::optional<Error> problem;
  };
  Drawn draw(Frame, Renderer&);
  /// The graphics have been lost and made again.
  void forget() { morph_.forget(); }

  SceneBuilder& scene() { return scene_; }
  LazyMap& lazy() { return lazy_; }

 private:
  SceneBuilder scene_;
  LazyMap lazy_;
  Pace pace_{platform::software_graphics()};
  Morph morph_;
  Viewpoint shown_;  ///< in the last frame
};

}  // namespace gs
