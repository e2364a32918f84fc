#include "main_start.hpp"

#include "main_effects.hpp"
#include "own_files.hpp"
#include "platform/platform.hpp"

namespace gs {

bool Start::work(Assets& assets, LazyMap& map, Renderer& renderer, bool without_facts) {
  if (!asked_) {
    asked_ = true;
    if (const Outcome painters = renderer.finish(read_own); !painters) platform::tell_page(fatal_json(painters.error().text()));
    if (!without_facts) {
      platform::request_rest([this](std::optional<platform::Failure> failure) {
        if (failure) platform::tell_page(fatal_json(failure->where + ": " + failure->what));
        else rest_ = true;
      });
    }
  }
  const bool more = map.work_base(*assets.base);
  if (facts_ || !rest_ || assets.base->details.size() < 2) return more;
  load_facts(read_own, assets);
  return facts_ = true;
}

}  // namespace gs
