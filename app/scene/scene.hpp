#pragma once
#include <array>
#include <cstdint>
#include <glm/vec2.hpp>
#include <optional>
#include <string>
#include <vector>

/// What is to be seen, as plain data: `render` draws it, `export` writes it, a test reads it.
/// Plane: projected coordinates in earth radii, y up. Screen: logical px from the top left of the viewport, y down.
namespace gs {

struct Lattice;  // map/lattice.hpp
struct Relief;   // map/relief.hpp

struct Color {
  std::uint8_t r{}, g{}, b{}, a{255};
  bool operator==(const Color&) const = default;
  Color with_alpha(double share) const { return {r, g, b, static_cast<std::uint8_t>(share * 255.0 + 0.5)}; }
};
constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16 & 255u), static_cast<std::uint8_t>(hex >> 8 & 255u),
          static_cast<std::uint8_t>(hex & 255u), 255};
}

/// The colour at `share` of its own alpha.
constexpr Color faded(Color c, double share) {
  return {c.r, c.g, c.b, static_cast<std::uint8_t>(c.a * share + 0.5)};
}
/// `share` of `b` in `a`, channel by channel; as opaque as `a`.
constexpr Color mixed(Color a, Color b, double share) {
  const auto channel = [share](std::uint8_t from, std::uint8_t to) {
    return static_cast<std::uint8_t>(from + (to - from) * share + 0.5);
  };
  return {channel(a.r, b.r), channel(a.g, b.g), channel(a.b, b.b), a.a};
}

/// `count` points from `first` on.
struct Span {
  std::uint32_t first{}, count{};
};

/// Closed rings in the plane; a fill is even-odd.
struct Rings {
  std::vector<glm::vec2> points;
  std::vector<Span> rings;
  void clear() { points.clear(); rings.clear(); }
};

/// Open polylines in the plane.
struct Lines {
  std::vector<glm::vec2> points;
  std::vector<Span> pieces;
  void clear() { points.clear(); pieces.clear(); }
};

struct FillLayer {
  const Rings* rings{};  ///< owned by the scene; stays at its address while `revision` is the same
  std::uint64_t revision{};
  Color color;
  bool operator==(const FillLayer&) const = default;
};

/// Widths and dashes are in logical px on the screen, whatever the zoom.
struct StrokeStyle {
  Color color;
  float width = 1.0f;
  float dash = 0.0f, gap = 0.0f;               ///< 0: solid. Dots: dash = 0, gap > 0
  float halo_width = 0.0f;                     ///< total width of a wider line drawn below; 0: none
  Color halo{};
  float tick_length = 0.0f, tick_every = 0.0f;  ///< cross ticks of a diesel line; 0: none
  bool operator==(const StrokeStyle&) const = default;
};

struct StrokeLayer {
  const Lines* lines{};
  std::uint64_t revision{};
  StrokeStyle style;
  bool operator==(const StrokeLayer&) const = default;
};

/// Any number of discs at places of the plane, without a meaning to be picked.
struct Dot {
  glm::vec2 at;
  Color color;
};
struct DotLayer {
  const std::vector<Dot>* dots{};  ///< owned by the scene; stays at its address while `revision` is the same
  std::uint64_t revision{};
  float radius = 3.0f;             ///< logical px
  bool operator==(const DotLayer&) const = default;
};

enum class Shape : std::uint8_t { disc, ring_dot, triangle, diamond, square, hexagon, pentagon, cross, pill };
/// Built = filled; being built = 28 % fill; planned = dashed outline; suspended = dashed outline and slash.
enum class Fill : std::uint8_t { solid, tinted, dashed, slashed };
enum class Badge : std::uint8_t { none, bar, underline };  ///< with storage: a bar inside; on water: a line below
enum class Emphasis : std::uint8_t { rest, hover, selected, focus, faded };

struct Marker {
  glm::vec2 at;        ///< centre, screen
  float radius;        ///< logical px; shapes of one radius have about one area
  Shape shape;
  Fill fill;
  Badge badge = Badge::none;
  Emphasis emphasis = Emphasis::rest;
  bool inexact = false;  ///< place known to 15 km or worse: a dashed ring around it
  float opacity = 1.0f;
  float glow = 0.0f;     ///< 0..1: light of its own colour around it, the sun on a solar plant
  float pulse = 0.0f;    ///< 0..1: a ring around it, further out the more its wind turbines give
  Color color, edge, halo;
  float angle = 0.0f;    ///< radians clockwise; a train points along its line
  std::uint32_t id = 0;  ///< what a click on it selects (see Pick)
  bool operator==(const Marker&) const = default;
};

/// Symbols that stand so close that they are shown as one: a ring of their technologies' shares.
inline constexpr int kRingParts = 9;
struct GroupRing {
  glm::vec2 at;
  float radius;                           ///< logical px, outer
  std::array<float, kRingParts> until{};  ///< share of the ring up to which each part goes, clockwise from the top; last 1
  Emphasis emphasis = Emphasis::rest;
  float opacity = 1.0f;
  std::uint32_t id = 0;                   ///< as of Marker
  bool operator==(const GroupRing&) const = default;
};

enum class Face : std::uint8_t { regular, bold, display };

struct Label {
  glm::vec2 at;  ///< left end of the base line, screen
  std::string text;
  Face face = Face::regular;
  float size = 16.0f;  ///< logical px from ascent to descent, as Dear ImGui counts: 16 is 12 px text with a 16 px line
  Color color, halo;
  float halo_width = 3.0f;  ///< logical px around the glyphs; 0: none
  bool italic = false;      ///< seas
  bool operator==(const Label&) const = default;
};

/// The land's relief, drawn over the lower fills and below the others.
struct ReliefLayer {
  const Lattice* lattice{};  ///< owned by the scene as `land`; both stay at their addresses while `revision` is the same
  const Rings* land{};       ///< where it is drawn
  const Relief* relief{};
  std::uint64_t revision{};
  Color shadow, light;       ///< of the darkest and the brightest slopes, over the land's colour
  std::size_t above = 0;     ///< of so many fills
  bool operator==(const ReliefLayer&) const = default;
};

/// Plain boxes and bars in screen space (scale bar, wash behind the total in a picture, interval bars).
struct Box {
  glm::vec2 min, max;
  Color color;
  float radius = 0.0f;
  Color border{0, 0, 0, 0};
  float border_width = 0.0f;
  bool operator==(const Box&) const = default;
};

/// How the plane lies on the screen: screen = viewport / 2 + (plane - centre) * scale, y flipped, turned by roll.
struct MapView {
  glm::dvec2 centre{};       ///< plane point at the middle of the viewport
  double scale = 200.0;      ///< logical px per earth radius
  glm::vec2 viewport{};      ///< logical px
  float pixel_ratio = 1.0f;  ///< device px per logical px
  double roll = 0.0;         ///< radians that the plane is turned clockwise about the middle of the viewport
  bool operator==(const MapView&) const = default;
};

/// Two scenes that are equal look the same: layers are compared by address and revision, everything else by value.
struct Scene {
  MapView view;
  Color page;
  std::vector<FillLayer> fills;      ///< bottom first: sea, land, lakes
  std::optional<ReliefLayer> relief;
  std::vector<StrokeLayer> strokes;  ///< bottom first
  std::vector<DotLayer> dots;        ///< below the markers
  std::vector<Marker> markers;       ///< bottom first: large below small
  std::size_t below_groups = 0;      ///< so many of the markers lie below the groups, the others above
  std::vector<GroupRing> groups;
  std::array<Color, kRingParts> parts{};  ///< colours of the groups' parts
  Color group_halo{}, group_ink{};
  std::vector<Label> counts;         ///< in the groups' middles
  std::vector<Box> boxes;
  std::vector<Label> labels;
  bool operator==(const Scene&) const = default;
};

}  // namespace gs
