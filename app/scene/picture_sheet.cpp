#include "scene/picture_sheet.hpp"

#include <algorithm>

namespace gs {

float Sheet::text(Type t, Color color, glm::vec2 at, const std::string& s) {
  const FontMetrics& font = fonts_->of(t.face);
  Label l;
  l.at = {at.x, at.y + font.ascent(t.px)};
  l.text = s;
  l.face = t.face;
  l.size = t.px;
  l.color = color;
  l.halo_width = 0.0f;
  labels.push_back(l);
  return font.width(s, t.px);
}

void Sheet::text_right(Type t, Color color, glm::vec2 at, const std::string& s) {
  text(t, color, {at.x - text_width(t, s), at.y}, s);
}

std::string Sheet::shortened(Type t, std::string_view s, float width) const {
  if (text_width(t, s) <= width) return std::string(s);
  std::size_t end = 0;
  for (std::size_t at = 0; at < s.size();) {
    next_code_point(s, at);
    if (text_width(t, std::string(s.substr(0, at)) + "…") > width) break;
    end = at;
  }
  while (end > 0 && s[end - 1] == ' ') --end;
  return std::string(s.substr(0, end)) + "…";
}

float Sheet::paragraph(Type t, Color color, glm::vec2 at, float width, int lines, std::string_view s) {
  const auto broken = fonts_->of(t.face).wrap(s, t.px, width);
  float y = at.y;
  for (std::size_t i = 0; i < broken.size() && static_cast<int>(i) < lines; ++i) {
    const bool last = static_cast<int>(i) + 1 == lines && i + 1 < broken.size();
    const std::string_view line =
        s.substr(broken[i].begin, last ? std::string_view::npos : broken[i].end - broken[i].begin);
    text(t, color, {at.x, y}, shortened(t, line, width));
    y += t.px;
  }
  return y - at.y;
}

void Sheet::box(glm::vec2 min, glm::vec2 max, Color color, float radius) {
  Box b{};
  b.min = min, b.max = max, b.color = color, b.radius = radius;
  boxes.push_back(b);
}

void Sheet::mirror() {
  for (Label& l : labels) l.at.x = size.x - l.at.x - text_width({l.face, l.size}, l.text);
  for (Box& b : boxes) {
    const float left = size.x - b.max.x;
    b.max.x = size.x - b.min.x;
    b.min.x = left;
  }
  for (Marker& m : markers) m.at.x = size.x - m.at.x;
  for (RailSample& r : rails) r.from.x = size.x - r.from.x, r.to.x = size.x - r.to.x;
}

void Sheet::interval(const Palette& p, glm::vec2 at, float width, const Range<Mass>& range,
                     const std::optional<Mass>& reported) {
  const double top = std::max(range.high.base(), reported ? reported->base() : 0.0);
  const double end = top > 0 ? top * 1.08 : 1.0;
  const auto x_of = [&](Mass m) { return at.x + width * static_cast<float>(std::max(0.0, m.base()) / end); };
  const float y = at.y + 8.0f;
  box({at.x, y - 3}, {at.x + width, y + 3}, p.hairline, 3);
  box({x_of(range.low), y - 3}, {x_of(range.high), y + 3}, p.accent.with_alpha(0.45), 3);
  const float x = x_of(range.best);
  box({x - 5, y - 5}, {x + 5, y + 5}, p.accent, 5);
  if (reported) box({x_of(*reported) - 1, y - 8}, {x_of(*reported) + 1, y + 8}, p.ink);
}

}  // namespace gs
