#pragma once
#include <array>

#include "portfolio/portfolio.hpp"
#include "scene/scene.hpp"
#include "state/state.hpp"

namespace gs {

struct CategoryColors {
  Color fill, edge;
};

/// Colours of the map and the panels: one printed atlas by day, one by night.
struct Palette {
  bool dark;
  Color page, panel, inset;
  Color ink, secondary, tertiary;
  Color hairline, control_edge;
  Color accent, accent_text, selected_row, focus;
  Color sea, land, border, coast, graticule, lake, river;
  Color relief_shadow, relief_light;  ///< of the steepest slopes, with their alpha
  Color map_text_land, map_text_sea;
  Color rail, marker_halo;
  Color warning;
  std::array<CategoryColors, kCategoryCount> categories;

  const CategoryColors& of(Category c) const { return categories[static_cast<std::size_t>(c)]; }
};

const Palette& light_palette();
const Palette& dark_palette();
const Palette& print_palette();
const Palette& palette_of(Theme, bool system_is_dark);
/// Of maps that are compared with others': land C8D6B9 on sea DCE9F2, lines 55605A, and nothing around them.
const Palette& plain_palette();

/// Of a power source: curves, bars, trains.
Color traction_color(const Palette&, TractionKind);

Shape shape_of(Category);
Badge badge_of(Technology);
Fill fill_of(Status);

/// Marker radius, logical px: area follows capacity, r = 0.245 sqrt(MW), clamped to 3..22; 5 where it is unknown.
float radius_of(const std::optional<Power>& capacity);

}  // namespace gs
