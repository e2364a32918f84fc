#include "main_morph.hpp"

#include <algorithm>

#include "map/warp.hpp"
#include "platform/platform.hpp"

namespace gs {
namespace {

constexpr double kSeconds = 0.6, kLongestFrame = 0.08;

bool same_map(const ViewState& a, const ViewState& b) {
  return a.projection == b.projection && a.projection_text == b.projection_text && a.lon_0 == b.lon_0;
}

/// What of a state a way does not wait for: trains and hours run on after it.
State still(State s) {
  s.view.hover = {};
  s.view.train_clock = 0.0;
  s.view.map.hour = 0.0;
  return s;
}

}  // namespace

void Morph::follow(const ViewState& before, const State& now, const Window& window, bool at_once, Renderer& renderer) {
  if (same_map(before, now.view)) return;
  way_.reset();
  renderer.end_way();
  if (at_once || !renderer.keep()) return;
  const auto from = make_projector(before), to = make_projector(now.view);
  if (!from || !to) return renderer.end_way();
  const Camera first = camera_of(*from, before.viewpoint, window), last = camera_of(*to, now.view.viewpoint, window);
  renderer.begin_way(make_warp({*from, first}, {*to, last}), window.viewport);
  way_ = Way{still(now), window};
}

bool Morph::goes_on(const State& now, const Window& window, Renderer& renderer) {
  if (!way_ || begins()) return false;
  const double seconds = platform::seconds();
  if (way_->last > 0.0) way_->passed += std::min(seconds - way_->last, kLongestFrame);  // the first frame's is that of the new map
  way_->last = seconds;
  if (way_->passed < kSeconds && way_->window == window && way_->to == still(now)) return true;
  way_.reset();
  renderer.end_way();
  return false;
}

bool Morph::draw(Renderer& renderer) {
  if (!way_) return false;
  way_->drawn = true;
  const double t = std::min(way_->passed / kSeconds, 1.0);
  renderer.draw_way(static_cast<float>(t * t * (3.0 - 2.0 * t)));
  return true;
}

}  // namespace gs
