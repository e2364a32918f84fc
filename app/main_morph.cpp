#include "main_morph.hpp"

#include "platform/platform.hpp"

namespace gs {
namespace {

constexpr double kSeconds = 0.6;

}  // namespace

void Morph::follow(const ViewState& before, const ViewState& now, bool at_once) {
  if (at_once) return from_.reset();
  if (before.projection == now.projection && before.projection_text == now.projection_text) return;
  from_ = before;
  start_ = platform::seconds();
}

bool Morph::carry(SceneBuilder& scene, const ViewState& now) {
  const double t = from_ ? (platform::seconds() - start_) / kSeconds : 1.0;
  if (t < 1.0 && scene.morph(*from_, now, t * t * (3.0 - 2.0 * t))) return true;
  from_.reset();
  scene.rest();
  return false;
}

}  // namespace gs
