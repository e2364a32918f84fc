#include "scene/picture.hpp"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <utility>

#include "scene/picture_sheet.hpp"

namespace gs {
namespace {

/// A sheet at its place.
struct Placed {
  Sheet sheet;
  Ground ground;
  glm::vec2 at;

  glm::vec4 area() const { return {at, at + sheet.size}; }
};

struct Arrangement {
  std::vector<Placed> parts;
  Padding padding;
  std::string imprint;
  bool imprint_on_band = false;
};

constexpr float kMargin = 16.0f, kImprint = 17.0f;

bool globe(const State& s) { return projection_row(s.view).globe(); }

/// Headline top left, legend bottom left, card top right.
Arrangement wide(const PartsInput& in, glm::vec2 size) {
  Arrangement a;
  Sheet head = headline_sheet(in, 420.0f, PictureForm::wide);
  const float below = size.y - head.size.y - 3 * kMargin;
  const float column = std::max(216.0f, std::min(head.size.x, 240.0f));
  const bool left_free = globe(in.state);
  a.padding = {left_free ? std::max(column, head.size.x * 0.7f) : 0.7f * column, 0, 0, kImprint};
  a.parts.push_back({std::move(head), Ground::wash, {kMargin, kMargin}});
  Sheet legend = legend_sheet(in, column, 1, true);
  if (legend.size.y > below) legend = legend_sheet(in, column, 1, false);
  if (legend.size.y > 0 && legend.size.y <= below) {
    const float y = size.y - kMargin - legend.size.y;
    a.parts.push_back({std::move(legend), Ground::panel, {kMargin, y}});
  }
  Sheet card = card_sheet(in, 300.0f);
  const glm::vec2 at{size.x - kMargin - card.size.x, kMargin};
  if (card.size.y > 0 && card.size.y <= size.y - 100.0f) a.parts.push_back({std::move(card), Ground::panel, at});
  a.imprint = imprint(in, size.x - column - 4 * kMargin);
  return a;
}

/// Headline above the map; below it the card, else the legend, where there is room; a low picture has its legend in a
/// line and its card over the map.
Arrangement narrow(const PartsInput& in, glm::vec2 size) {
  Arrangement a;
  Sheet head = headline_sheet(in, size.x, PictureForm::narrow);
  const bool tall = size.y >= size.x && size.y >= 560.0f;
  Sheet line = tall ? Sheet(in.fonts) : legend_line(in, size.x);
  float top = head.size.y, bottom = kImprint;
  a.parts.push_back({std::move(head), Ground::band, {0, 0}});
  if (line.size.y > 0) {
    const float y = top;
    top += line.size.y + 4.0f;
    a.parts.front().sheet.size.y = top;
    a.parts.push_back({std::move(line), Ground::none, {0, y}});
  }
  Sheet card = card_sheet(in, tall ? size.x : std::min(280.0f, size.x * 0.5f));
  if (tall) {
    Sheet below = card.size.y > 0 ? std::move(card) : legend_sheet(in, size.x, size.x >= 620.0f ? 3 : 2, true);
    const float room = size.y - top - kImprint;
    if (below.size.y > room * 0.5f) below = legend_sheet(in, size.x, 2, false);
    if (below.size.y > 0 && below.size.y <= room * 0.5f) {
      below.size.y += kImprint;
      bottom = below.size.y;
      a.imprint_on_band = true;
      a.parts.push_back({std::move(below), Ground::band, {0, size.y - bottom}});
    }
  } else if (card.size.y > 0 && card.size.y <= size.y - top - 2 * 8.0f) {
    const glm::vec2 at{8.0f, size.y - 8.0f - card.size.y};
    a.padding.left = card.size.x + 8.0f;
    a.parts.push_back({std::move(card), Ground::panel, at});
  }
  a.padding.top = top;
  a.padding.bottom = bottom;
  a.imprint = imprint(in, size.x - static_cast<float>(a.padding.left) - 24.0f);
  return a;
}

/// Head and legend on a band, the card at the foot.
Arrangement embed(const PartsInput& in, glm::vec2 size) {
  constexpr float kEdge = 8.0f;
  Arrangement a;
  Sheet head = embed_sheet(in, size.x), line = legend_line(in, size.x);
  const float y = head.size.y, top = y + line.size.y + (line.size.y > 0 ? 4.0f : 0.0f);
  head.size.y = top;
  a.parts.push_back({std::move(head), Ground::band, {0, 0}});
  if (line.size.y > 0) a.parts.push_back({std::move(line), Ground::none, {0, y}});
  Sheet card = card_sheet(in, std::min(280.0f, size.x - 2 * kEdge));
  if (card.size.y > 0 && card.size.y <= size.y - top - kImprint - 2 * kEdge) {
    const glm::vec2 at{kEdge, size.y - kImprint - kEdge - card.size.y};
    a.parts.push_back({std::move(card), Ground::panel, at});
  }
  a.padding.top = top;
  a.padding.bottom = kImprint;
  a.imprint = imprint(in, size.x - 24.0f);
  return a;
}

/// Words on a band at the foot, as high in each picture of a film; where it is wide, the headline and the card over the map.
Arrangement film(const PartsInput& in, glm::vec2 size, CaptionSheet caption) {
  Arrangement a;
  const bool broad = picture_form(size) == PictureForm::wide;
  const bool told = !in.state.view.story.empty();
  const float height = told ? size.y * (broad ? 0.28f : 0.42f) : 84.0f, top = size.y - height;
  if (broad) {
    Sheet head = headline_sheet(in, 420.0f, PictureForm::wide), card = card_sheet(in, 300.0f);
    const glm::vec2 at{size.x - kMargin - card.size.x, kMargin};
    Sheet colors = color_sheet(in, 292.0f);
    const glm::vec2 key{kMargin, top - kMargin - colors.size.y};
    const bool room = key.y >= 2 * kMargin + head.size.y;
    a.parts.push_back({std::move(head), Ground::wash, {kMargin, kMargin}});
    if (colors.size.y > 0 && room) a.parts.push_back({std::move(colors), Ground::panel, key});
    if (card.size.y > 0 && card.size.y <= top - 2 * kMargin) a.parts.push_back({std::move(card), Ground::panel, at});
  }
  Sheet line = legend_line(in, size.x);
  const float foot = height - kImprint - (broad || !told ? line.size.y : 0.0f);
  Sheet words = caption(in, {size.x, foot});
  words.size.y = height;
  a.parts.push_back({std::move(words), Ground::band, {0, top}});
  if (line.size.y > 0 && (broad || !told)) a.parts.push_back({std::move(line), Ground::none, {0, top + foot}});
  a.padding.bottom = height;
  a.imprint = imprint(in, size.x - 24.0f);
  a.imprint_on_band = true;
  return a;
}

Arrangement small(const PartsInput& in, glm::vec2 size) {
  Arrangement a;
  Sheet s(in.fonts);
  const Translator& tr = in.world.tr;
  const Type type = tr.has_display_face() ? Type{Face::display, 25.0f} : Type{Face::bold, 21.0f};
  const float width = s.text(type, in.palette.ink, {10, 3}, tr("app.title")) + 20.0f;
  s.size = {width, type.px + 8.0f};
  if (width <= size.x - 16.0f && s.size.y <= size.y * 0.4f) a.parts.push_back({std::move(s), Ground::wash, {8, 8}});
  return a;
}

/// For a language that is written from right to left.
void mirror(Arrangement& a, glm::vec2 size) {
  for (Placed& p : a.parts) {
    p.sheet.mirror();
    p.at.x = size.x - p.at.x - p.sheet.size.x;
  }
  std::swap(a.padding.left, a.padding.right);
}

Arrangement arranged(const PartsInput& in, glm::vec2 size, bool embedded, CaptionSheet caption) {
  const PictureForm form = picture_form(size);
  Arrangement a = caption ? film(in, size, caption) : embedded ? embed(in, size) : form == PictureForm::wide ? wide(in, size) : form == PictureForm::narrow ? narrow(in, size) : small(in, size);
  if (in.world.tr.rightward()) mirror(a, size);
  return a;
}

/// Whether the larger part of a symbol lies under a panel, or beside it outside the picture.
bool covers(const Placed& p, glm::vec2 middle, float radius, glm::vec2 picture) {
  const glm::vec4 a = p.area();
  const glm::vec2 at = glm::clamp(middle, glm::vec2(0), picture);
  const float over = 0.3f * radius;
  return p.ground != Ground::none && at.x >= a.x - over && at.y >= a.y - over && at.x <= a.z + over &&
         at.y <= a.w + over;
}

glm::vec2 plane_of(const MapView& v, glm::vec2 px) {
  const glm::dvec2 off = (glm::dvec2(px) - glm::dvec2(v.viewport) * 0.5) / v.scale;
  const double c = std::cos(v.roll), s = std::sin(v.roll);
  return glm::vec2(v.centre + glm::dvec2(off.x * c + off.y * s, off.x * s - off.y * c));
}

/// Boxes are drawn above symbols, strokes below: an opaque panel that carries symbols is made of broad lines with round
/// ends, which give it round corners.
Lines filled_rectangle(const MapView& view, glm::vec2 min, glm::vec2 max, float width) {
  Lines lines;
  const float half = 0.5f * width;
  const auto piece = [&](std::initializer_list<glm::vec2> points) {
    lines.pieces.push_back(
        {static_cast<std::uint32_t>(lines.points.size()), static_cast<std::uint32_t>(points.size())});
    for (const glm::vec2& p : points) lines.points.push_back(plane_of(view, p));
  };
  const glm::vec2 a = min + half, b = max - half;
  piece({a, {a.x, b.y}});
  piece({{b.x, a.y}, b});
  for (float y = a.y; y < b.y; y += 0.75f * width) piece({{a.x, y}, {b.x, y}});
  piece({{a.x, b.y}, b});
  return lines;
}

/// Adds lines that nothing else owns to a scene.
class Inker {
 public:
  Inker(Scene& scene, std::vector<std::unique_ptr<Lines>>& owned, std::uint64_t revision)
      : scene_(scene), owned_(owned), revision_(revision) {}
  void stroke(Lines lines, const StrokeStyle& style) {
    owned_.push_back(std::make_unique<Lines>(std::move(lines)));
    scene_.strokes.push_back({owned_.back().get(), revision_, style});
  }

 private:
  Scene& scene_;
  std::vector<std::unique_ptr<Lines>>& owned_;
  std::uint64_t revision_;
};

void add_ground(const Placed& p, const Palette& palette, Scene& scene, Inker& inker) {
  const glm::vec2 end = p.at + p.sheet.size;
  StrokeStyle style;
  style.width = 12.0f;
  style.color = palette.panel;
  style.halo = palette.hairline;
  style.halo_width = style.width + 2.0f;
  switch (p.ground) {
    case Ground::none:
      break;
    case Ground::wash: {
      Box b{};
      b.min = p.at, b.max = end, b.color = palette.page.with_alpha(0.9), b.radius = 6.0f;
      scene.boxes.push_back(b);
      break;
    }
    case Ground::panel:
      if (palette.panel == palette.page) style.halo_width = 0.0f;  // print has no panels, only room
      inker.stroke(filled_rectangle(scene.view, p.at, end, style.width), style);
      break;
    case Ground::band: {
      // Its corners lie outside the picture; a hairline parts it from the map.
      const bool above = p.at.y <= 0.0f;
      const glm::vec2 min{-20.0f, above ? -20.0f : p.at.y}, max{end.x + 20.0f, above ? end.y : end.y + 20.0f};
      inker.stroke(filled_rectangle(scene.view, min, max, style.width), style);
      break;
    }
  }
}

void add_sheet(const Placed& p, Scene& scene, Inker& inker) {
  for (const RailSample& r : p.sheet.rails) {
    Lines l;
    l.points = {plane_of(scene.view, p.at + r.from), plane_of(scene.view, p.at + r.to)};
    l.pieces = {{0, 2}};
    inker.stroke(std::move(l), r.style);
  }
  for (Marker m : p.sheet.markers) m.at += p.at, scene.markers.push_back(m);
  for (Box b : p.sheet.boxes) b.min += p.at, b.max += p.at, scene.boxes.push_back(b);
  for (Label l : p.sheet.labels) l.at += p.at, scene.labels.push_back(std::move(l));
}

void add_imprint(const Arrangement& a, const PictureInput& in, Scene& scene) {
  if (a.imprint.empty()) return;
  Label l;
  l.text = a.imprint;
  l.color = in.palette.secondary;
  l.halo = in.palette.panel.with_alpha(0.6);
  if (a.imprint_on_band) l.halo_width = 0.0f;
  const auto width = static_cast<float>(in.size.x);
  l.at = {in.world.tr.rightward() ? 12.0f : width - 12.0f - in.fonts.regular.width(l.text, l.size), static_cast<float>(in.size.y) - 9.0f};
  scene.labels.push_back(l);
}

/// What panels cover would be drawn above them, symbols and rings being above lines.
void drop_covered(const std::vector<Placed>& parts, Scene& scene) {
  const auto covered = [&](glm::vec2 at, float radius) {
    return std::any_of(parts.begin(), parts.end(), [&](const Placed& p) { return covers(p, at, radius, scene.view.viewport); });
  };
  const auto goes = [&](const Marker& m) { return m.emphasis != Emphasis::selected && covered(m.at, m.radius); };
  const auto groups = scene.markers.begin() + static_cast<std::ptrdiff_t>(scene.below_groups);
  scene.below_groups -= static_cast<std::size_t>(std::count_if(scene.markers.begin(), groups, goes));
  std::erase_if(scene.markers, goes);
  for (std::size_t i = scene.groups.size(); i-- > 0;) {
    if (!covered(scene.groups[i].at, scene.groups[i].radius)) continue;
    scene.groups.erase(scene.groups.begin() + static_cast<std::ptrdiff_t>(i));
    if (i < scene.counts.size()) scene.counts.erase(scene.counts.begin() + static_cast<std::ptrdiff_t>(i));
  }
  // A picture may be too narrow for its attribution.
  std::erase_if(scene.labels, [](const Label& l) { return l.at.x < 2.0f; });
}

}  // namespace

PictureForm picture_form(glm::dvec2 size) {
  if (std::max(size.x, size.y) < 480.0 || size.x < 320.0 || size.y < 300.0) return PictureForm::small;
  return size.x < 900.0 || size.y < 480.0 ? PictureForm::narrow : PictureForm::wide;
}

Result<const Scene*> PictureBuilder::build(const PictureInput& in) {
  const ProjectList list = project_list(in.world, in.state);
  State state = in.state;
  Window window{in.size, in.pixel_ratio, {}};
  if (in.at_home) state.view.viewpoint = home(state.view, window);
  // Once for what the map shows of the railways, then with the room that the parts leave.
  const auto draft = map_.build({in.world, state, in.palette, in.fonts, window, false, false, false, {}});
  if (!draft) return draft.error();
  const PartsInput parts{in.world, state, in.palette, in.fonts, list, (*draft)->strokes, map_.geometry()};
  const Arrangement a = in.bare ? Arrangement() : arranged(parts, glm::vec2(in.size), in.embed, in.caption);
  window.padding = a.padding;
  if (in.at_home) state.view.viewpoint = home(state.view, window);
  std::vector<glm::vec4> over_map;
  for (const Placed& p : a.parts) {
    if (p.ground != Ground::none) over_map.push_back(p.area());
  }
  const auto built = map_.build({in.world, state, in.palette, in.fonts, window, false, false, false, over_map});
  if (!built) return built.error();

  scene_ = **built;
  lines_.clear();
  Inker inker(scene_, lines_, ++revision_);
  drop_covered(a.parts, scene_);
  for (const Placed& p : a.parts) add_ground(p, in.palette, scene_, inker);
  for (const Placed& p : a.parts) add_sheet(p, scene_, inker);
  add_imprint(a, in, scene_);
  if (in.bare) scene_.labels.clear(), scene_.boxes.clear();
  return &scene_;
}

}  // namespace gs
