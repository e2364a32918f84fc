#include "scene/build.hpp"
#include "text/figure.hpp"

namespace gs {
namespace {

Label small(const std::string& text, const Palette& p) {
  Label l;
  l.text = text;
  l.size = 16.0f;
  l.color = p.secondary;
  l.halo = p.panel.with_alpha(0.6);  // of neither land nor sea: it lies on both
  l.halo_width = 3.0f;
  return l;
}

}  // namespace

void add_furniture(const Geometry& g, const Camera& camera, const SceneInput& in, Scene& scene) {
  const Palette& p = in.palette;
  const Padding& pad = in.window.padding;
  // At the far side of the legend.
  const bool at_left = in.world.tr.rightward();
  const float left = static_cast<float>(pad.left) + 12.0f, right = static_cast<float>(in.window.viewport.x - pad.right) - 12.0f;
  const auto start = [&](float width) { return at_left ? left : right - width; };
  const float bottom = static_cast<float>(in.window.viewport.y - pad.bottom) - 10.0f;
  const FontMetrics& font = in.fonts.regular;

  Label credit = small(in.world.tr("map.attribution"), p);
  const float credit_width = font.width(credit.text, credit.size);
  credit.at = {start(credit_width), bottom - 2.0f};
  scene.labels.push_back(credit);

  const auto bar = scale_bar(g.projector(), camera, 110.0);
  if (!bar) return;
  const float width = static_cast<float>(bar->px);
  const float x = start(width), y = bottom - 24.0f;
  const auto box = [&](glm::vec2 min, glm::vec2 max) {
    Box b{};
    b.min = min, b.max = max, b.color = p.secondary;
    scene.boxes.push_back(b);
  };
  box({x, y}, {x + width, y + 1.0f});
  box({x, y - 4.0f}, {x + 1.0f, y + 1.0f});
  box({x + width - 1.0f, y - 4.0f}, {x + width, y + 1.0f});
  Label length = small(in.world.tr("unit.km_value", whole(bar->km, in.world.tr)), p);
  length.at = {start(font.width(length.text, length.size)), y - 7.0f};
  scene.labels.push_back(length);
}

}  // namespace gs
