#include "scene/marker_look.hpp"

#include <array>
#include <cstdlib>

namespace gs {
namespace {

struct Look {
  std::size_t first, count;  ///< of the corners
  ShapeReach reach;
};

constexpr std::array<Look, 9> kShapes{{{0, 0, {1.0, 1.0}},
                                       {0, 0, {1.0, 1.0}},
                                       {0, 3, {0.93, 1.55}},
                                       {3, 4, {1.25, 1.2}},
                                       {7, 4, {0.89, 1.2}},
                                       {11, 6, {0.95, 1.1}},
                                       {17, 5, {0.93, 1.15}},
                                       {22, 12, {1.15, 1.23}},
                                       {0, 0, {0.71, 1.3}}}};

constexpr std::array<glm::dvec2, 34> kCorners{
    {{0.00000, -1.39961},  {1.34677, 0.93307},   {-1.34677, 0.93307}, {0.00000, -1.25331},  {1.25331, 0.00000},
     {0.00000, 1.25331},   {-1.25331, 0.00000},  {-0.88623, -0.88623}, {0.88623, -0.88623}, {0.88623, 0.88623},
     {-0.88623, 0.88623},  {-0.54982, -0.95231}, {0.54982, -0.95231}, {1.09964, 0.00000},   {0.54982, 0.95231},
     {-0.54982, 0.95231},  {-1.09964, 0.00000},  {0.00000, -1.14948}, {1.09322, -0.35521},  {0.67565, 0.92995},
     {-0.67565, 0.92995},  {-1.09322, -0.35521}, {-0.41522, -1.15338}, {0.41522, -1.15338}, {0.41522, -0.41522},
     {1.15338, -0.41522},  {1.15338, 0.41522},   {0.41522, 0.41522},  {0.41522, 1.15338},   {-0.41522, 1.15338},
     {-0.41522, 0.41522},  {-1.15338, 0.41522},  {-1.15338, -0.41522}, {-0.41522, -0.41522}}};

const Look& look_of(Shape s) { return kShapes[static_cast<std::size_t>(s)]; }

/// Lightness as the eye sees it, roughly: 0 to 255.
int luma(Color c) { return (299 * c.r + 587 * c.g + 114 * c.b) / 1000; }

bool on_light(const Marker& m) { return luma(m.halo) >= 128; }

}  // namespace

Color outline_color(const Marker& m) {
  const bool edge_stands_out = std::abs(luma(m.edge) - luma(m.halo)) > std::abs(luma(m.color) - luma(m.halo));
  return edge_stands_out ? mixed(m.color, m.edge, 0.6) : m.color;
}

// Ink and focus ring, light and dark: the look's tokens.
Color ring_color(const Marker& m) {
  if (m.emphasis == Emphasis::focus) return on_light(m) ? rgb(0x1A6FB0) : rgb(0x7CC0FF);
  return on_light(m) ? rgb(0x1B2026) : rgb(0xEDF1F2);
}

std::span<const glm::dvec2> corners_of(Shape s) { return std::span(kCorners).subspan(look_of(s).first, look_of(s).count); }

ShapeReach reach_of(Shape s) { return look_of(s).reach; }

}  // namespace gs
