#include "scene/theme.hpp"

#include <algorithm>
#include <cmath>

namespace gs {

const Palette& light_palette() {
  static const Palette p{
      .dark = false,
      .page = rgb(0xF1EEE7), .panel = rgb(0xFFFFFF), .inset = rgb(0xF5F3ED),
      .ink = rgb(0x1B2026), .secondary = rgb(0x545C64), .tertiary = rgb(0x666E76),
      .hairline = rgb(0xE2DED5), .control_edge = rgb(0xC6C1B6),
      .accent = rgb(0x0B6E4F), .accent_text = rgb(0xFFFFFF), .selected_row = rgb(0xDCEBE3), .focus = rgb(0x1A6FB0),
      .sea = rgb(0xDFE8EB), .land = rgb(0xF6F3EB), .border = rgb(0xC3BBAA), .coast = rgb(0xA3B3BA),
      .graticule = rgb(0xCBD8DD), .lake = rgb(0xDFE8EB), .river = rgb(0x93B4C3),
      .relief_shadow = rgb(0x4A4436).with_alpha(0.47), .relief_light = rgb(0xFFFFFF).with_alpha(0.14),
      .map_text_land = rgb(0x6B675D), .map_text_sea = rgb(0x4C6A78),
      .rail = rgb(0x10181F), .marker_halo = rgb(0xFFFFFF),
      .warning = rgb(0xB5521B),
      .categories = {{{rgb(0xDFA000), rgb(0x8A5E00)}, {rgb(0xD83E08), rgb(0x7E230A)}, {rgb(0x2D90B5), rgb(0x155069)},
                      {rgb(0x14298F), rgb(0x0A1859)}, {rgb(0x7343BA), rgb(0x45247A)}, {rgb(0xE0498D), rgb(0x8A2453)},
                      {rgb(0x58470A), rgb(0x332808)}, {rgb(0x3C4B57), rgb(0x212C34)}, {rgb(0x158657), rgb(0x0A4F33)}}}};
  return p;
}

const Palette& dark_palette() {
  // On the lit land the dark edge carries the contrast of the symbols.
  static const Color edge = rgb(0x0B1116);
  static const Palette p{
      .dark = true,
      .page = rgb(0x0B1116), .panel = rgb(0x141C23), .inset = rgb(0x1C262E),
      .ink = rgb(0xEDF1F2), .secondary = rgb(0xA9B4BB), .tertiary = rgb(0x8C99A1),
      .hairline = rgb(0x26323B), .control_edge = rgb(0x3D4B55),
      .accent = rgb(0x5BE8A3), .accent_text = rgb(0x0B1116), .selected_row = rgb(0x17372D), .focus = rgb(0x7CC0FF),
      .sea = rgb(0x101C25), .land = rgb(0x2E3A42), .border = rgb(0x55656E), .coast = rgb(0x4F636E),
      .graticule = rgb(0x1E2E38), .lake = rgb(0x101C25), .river = rgb(0x557688),
      .relief_shadow = rgb(0x060A0E).with_alpha(0.56), .relief_light = rgb(0x6F8592).with_alpha(0.68),
      .map_text_land = rgb(0xAEB9BF), .map_text_sea = rgb(0x7B97A5),
      .rail = rgb(0xDCE6ED), .marker_halo = rgb(0x0B1116),
      .warning = rgb(0xFF9A5C),
      .categories = {{{rgb(0xFFBB2B), edge}, {rgb(0xDD6524), edge}, {rgb(0x4DD4FF), edge}, {rgb(0x5187FF), edge},
                      {rgb(0xAF92D7), edge}, {rgb(0xE35695), edge}, {rgb(0xB9A76D), edge}, {rgb(0xAAB5BD), edge},
                      {rgb(0x5BE8A3), edge}}}};
  return p;
}

const Palette& print_palette() {
  static const Palette p = [] {
    Palette q = light_palette();
    q.page = q.panel = q.sea = q.lake = rgb(0xFFFFFF);
    q.ink = rgb(0x000000);
    q.secondary = rgb(0x444444);
    q.tertiary = rgb(0x666666);
    q.hairline = q.control_edge = rgb(0xCCCCCC);
    q.land = rgb(0xF2F2EF);
    q.border = rgb(0x999999);
    q.coast = rgb(0x777777);
    q.river = rgb(0xA6A6A6);
    q.relief_shadow = q.relief_light = Color{0, 0, 0, 0};
    q.graticule = Color{255, 255, 255, 0};
    q.map_text_land = q.map_text_sea = rgb(0x444444);
    return q;
  }();
  return p;
}

const Palette& palette_of(Theme theme, bool system_is_dark) {
  if (theme == Theme::print) return print_palette();
  return theme == Theme::dark || (theme == Theme::system && system_is_dark) ? dark_palette() : light_palette();
}

const Palette& plain_palette() {
  static const Palette p = [] {
    Palette q = light_palette();
    q.page = rgb(0xFFFFFF);
    q.sea = q.lake = rgb(0xDCE9F2);
    q.land = rgb(0xC8D6B9);
    q.border = q.coast = rgb(0x55605A);
    return q;
  }();
  return p;
}

Color traction_color(const Palette& p, TractionKind kind) {
  switch (kind) {
    case TractionKind::diesel: return p.dark ? rgb(0xC4A98E) : rgb(0x6B5746);
    case TractionKind::hybrid: return p.of(Category::locomotive).fill;
    case TractionKind::battery: return p.of(Category::storage).fill;
    case TractionKind::hydrogen: return p.of(Category::hydrogen).fill;
    case TractionKind::catenary: return p.of(Category::hydro).fill;
    case TractionKind::dual: return p.of(Category::grid).fill;
  }
  return p.ink;
}

Shape shape_of(Category c) {
  switch (c) {
    case Category::solar: return Shape::disc;
    case Category::csp: return Shape::ring_dot;
    case Category::wind: return Shape::triangle;
    case Category::hydro: return Shape::diamond;
    case Category::storage: return Shape::square;
    case Category::hydrogen: return Shape::hexagon;
    case Category::waste: return Shape::pentagon;
    case Category::grid: return Shape::cross;
    case Category::locomotive: return Shape::pill;
  }
  return Shape::disc;
}

Badge badge_of(Technology t) {
  switch (t) {
    case Technology::solar_pv_bess:
    case Technology::wind_onshore_bess: return Badge::bar;
    case Technology::solar_pv_floating:
    case Technology::wind_offshore: return Badge::underline;
    default: return Badge::none;
  }
}

Fill fill_of(Status s) {
  switch (s) {
    case Status::operating: return Fill::solid;
    case Status::construction: return Fill::tinted;
    case Status::agreed:
    case Status::planned: return Fill::dashed;
    case Status::suspended: return Fill::slashed;
  }
  return Fill::solid;
}

float radius_of(const std::optional<Power>& capacity) {
  if (!capacity) return 5.0f;
  return static_cast<float>(std::clamp(0.245 * std::sqrt(std::max(0.0, capacity->base())), 3.0, 22.0));
}

}  // namespace gs
