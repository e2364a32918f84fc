#include "main_start.hpp"

#include <algorithm>

#include "main_effects.hpp"
#include "own_files.hpp"
#include "platform/platform.hpp"

namespace gs {
namespace {

/// Seconds that a compositor has to bring the first picture to the screen: what compiles meanwhile holds it up. A machine
/// that was slow to come here is slow to show it, too.
double pause_after(double start) { return platform::shows_late() ? std::max(0.1, 0.8 * start) : 0.0; }

}  // namespace

bool Start::work(Assets& assets, LazyMap& map, Renderer& renderer, bool without_facts) {
  if (!asked_) {
    asked_ = true;
    due_ = platform::seconds() + pause_after(platform::seconds() - begun_);
    if (!without_facts) {
      platform::request_rest([this](std::optional<platform::Failure> failure) {
        if (failure) platform::tell_page(fatal_json(failure->where + ": " + failure->what));
        else rest_ = true;
      });
    }
  }
  if (const double left = due_ - platform::seconds(); left > 0) {
    platform::wake_after(left);
    return false;
  }
  if (!painters_) {
    painters_ = true;
    if (const Outcome painters = renderer.finish(read_own); !painters) platform::tell_page(fatal_json(painters.error().text()));
    return true;
  }
  const bool more = map.work_base(*assets.base);
  if (facts_ || !rest_ || assets.base->details.size() < 2) return more;
  load_facts(read_own, assets);
  return facts_ = true;
}

}  // namespace gs
