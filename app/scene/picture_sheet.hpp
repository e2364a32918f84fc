#pragma once
#include <string>
#include <vector>

#include "scene/build.hpp"
#include "scene/picture.hpp"

/// Parts of a picture. Only for picture*.cpp.
namespace gs {

/// Faces and sizes of the look, px from ascent to descent: 16 is 12 px text, 19 is 14 px.
struct Type {
  Face face = Face::regular;
  float px = 16.0f;
};

struct RailSample {
  glm::vec2 from, to;
  StrokeStyle style;
};

/// Texts, boxes, symbols and lines laid out from a top left corner of their own, y down, logical px.
class Sheet {
 public:
  /// The fonts outlive the sheet.
  explicit Sheet(const Fonts& fonts) : fonts_(&fonts) {}

  float text_width(Type t, std::string_view s) const { return fonts_->of(t.face).width(s, t.px); }
  /// One line whose top left is `at`; returns its width.
  float text(Type, Color, glm::vec2 at, const std::string&);
  /// The same, right-aligned: `at` is its top right.
  void text_right(Type, Color, glm::vec2 at, const std::string&);
  /// Wrapped to `width` in at most `lines` lines, the last with an ellipsis; returns its height.
  float paragraph(Type, Color, glm::vec2 at, float width, int lines, std::string_view);
  void box(glm::vec2 min, glm::vec2 max, Color, float radius = 0.0f);
  /// Track from 0 to a little above the high end, the interval, the best estimate as a dot and what is reported as a
  /// tick. 16 px high.
  void interval(const Palette&, glm::vec2 at, float width, const Range<Mass>&, const std::optional<Mass>& reported);

  /// Left for right, symbols and letters as they were.
  void mirror();

  glm::vec2 size{};
  std::vector<Box> boxes;
  std::vector<Label> labels;
  std::vector<Marker> markers;
  std::vector<RailSample> rails;

 private:
  std::string shortened(Type, std::string_view, float width) const;
  const Fonts* fonts_;
};

/// Where a sheet lies and what is below it.
enum class Ground : std::uint8_t { none, wash, panel, band };

struct PartsInput {
  const World& world;
  const State& state;
  const Palette& palette;
  Fonts fonts;
  const ProjectList& list;
  std::span<const StrokeLayer> drawn;  ///< of the map, to sample the railways that it shows
  const Geometry& geometry;
};

/// Title, what operates saves, its range. `width`: what the sheet may take;
Sheet headline_sheet(const PartsInput&, float width, PictureForm);
/// Title and words of a figure in an article (scene/embed.hpp).
Sheet embed_sheet(const PartsInput&, float width);
/// What symbols and lines mean: `columns` of entries in `width`. `rails`: with the railways. Empty without entries.
Sheet legend_sheet(const PartsInput&, float width, int columns, bool rails);
/// What the countries' colours mean; empty where they have none.
Sheet color_sheet(const PartsInput&, float width);
/// The legend of a figure in an article: symbols of the categories one after the other, in as few lines as they need.
Sheet legend_line(const PartsInput&, float width);
/// Facts and figures of the selection; empty without one.
Sheet card_sheet(const PartsInput&, float width);
/// Data, their date and version, and the digest of the result: the longest form that fits.
std::string imprint(const PartsInput&, float width);

}  // namespace gs
