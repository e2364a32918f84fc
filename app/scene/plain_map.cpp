#include "scene/plain_map.hpp"

namespace gs {

Result<const Scene*> PlainMap::build(const BaseMap& base, const ViewState& v, const Window& window) {
  const auto done = geometry_.update({base}, {}, v, window, {});
  if (!done) return done.error();
  const Palette& p = plain_palette();
  scene_ = {};
  scene_.view = map_view_of(camera_of(geometry_.projector(), v.viewpoint, window));
  scene_.page = p.page;
  scene_.fills = {{&geometry_.sea, geometry_.revision(), p.sea}, {&geometry_.land, geometry_.revision(), p.land}};
  const auto stroke = [&](const Lines& lines, Color color) {
    StrokeStyle style;
    style.color = color;
    style.width = 0.7f;
    if (!lines.pieces.empty()) scene_.strokes.push_back({&lines, geometry_.revision(), style});
  };
  if (shows(v, Layer::borders)) {
    stroke(geometry_.borders, p.border);
    stroke(geometry_.disputed, p.border);
  }
  stroke(geometry_.coast, p.coast);
  return &scene_;
}

}  // namespace gs
