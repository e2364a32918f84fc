#include "main_stage.hpp"

namespace gs {

Stage::Drawn Stage::draw(Frame f, Renderer& renderer) {
  const ViewState& view = f.input.state.view;
  Drawn out{f.flying || (!f.first && !(view.viewpoint == shown_)), std::nullopt};
  shown_ = view.viewpoint;
  morph_.follow(f.before, f.input.state, f.input.window, f.at_once, renderer);
  if (!morph_.goes_on(f.input.state, f.input.window, renderer)) {
    const Care care = morph_.begins() ? Care::full : pace_.care(platform::seconds(), f.input.window.viewport, out.moving, f.busy, f.held);
    // A globe that turns is made anew each frame; and a slow machine has enough to do with less.
    f.input.moving = care == Care::quick || (out.moving && projection_row(view).globe());
    f.input.held = care == Care::quick;
    const auto scene = scene_.build(f.input);
    if (!scene) out.problem = scene.error();
    renderer.draw(scene_.scene(), care);
  }
  if (morph_.draw(renderer)) out.moving = true;
  if (pace_.owed() > 0) platform::wake_after(pace_.owed());
  return out;
}

}  // namespace gs
