#pragma once
#include <glm/vec2.hpp>

#include "scene/chart.hpp"

/// Where the parts of a chart are: rectangles, lines, symbols and labels in px, y down. A pure function of the chart and its
/// box, so that the screen and the SVG show the same.
namespace gs {

struct ChartBox {
  float x = 0, y = 0, w = 0, h = 0;
  float right() const { return x + w; }
  float bottom() const { return y + h; }
  bool holds(float px, float py) const { return px >= x && py >= y && px < right() && py < bottom(); }
};

/// Numbers to px and back.
struct ChartScale {
  double low = 0, high = 1;
  float from = 0, to = 1;  ///< px of low and of high
  bool log = false;
  float px(double number) const;
  double number(float px) const;
};

struct ChartRect {
  ChartBox box;
  Tone tone;
};
struct ChartLine {
  std::vector<glm::vec2> points;
  Tone tone;
  float width = 1.0f, dash = 0.0f;  ///< 0: not broken
};
/// Between two lines of as many points, from left to right.
struct ChartArea {
  std::vector<glm::vec2> upper, lower;
  Tone tone;
};
struct ChartSymbol {
  glm::vec2 at;
  float radius;
  Category category;
  bool pale;
  float opacity;
};
/// Size at which FontMetrics and Dear ImGui set a text of 12 px (ascent to descent of the face).
inline constexpr float kLabelPx = 16.0f;

/// Text of 12 px on a line of 16 px; the box is as wide as the text.
struct ChartLabel {
  ChartBox box;
  std::string text;
  Tone tone;
  bool bold = false;
};
/// Where a datum can be pointed at; later ones lie on top.
struct ChartSpot {
  ChartBox box;
  std::uint32_t series, datum;
};

struct ChartLayout {
  ChartBox plot;
  ChartScale at, value;
  std::vector<ChartLine> grid;  ///< drawn first, then areas, rects, lines, symbols, labels
  std::vector<ChartArea> areas;
  std::vector<ChartRect> rects;
  std::vector<ChartLine> lines;
  std::vector<ChartSymbol> symbols;
  std::vector<ChartLabel> labels;  ///< all inside the box, none over another; what found no room is not there
  std::vector<ChartSpot> spots;
};

/// Width in px of a text in the face of the labels.
using TextWidth = std::function<float(std::string_view, bool bold)>;

/// Every part lies in `box`. `with_title` puts the chart's title above and note and source below, as a file needs them.
ChartLayout lay_out(const Chart&, const ChartBox& box, const TextWidth&, bool with_title = false);

/// A text cut to a width with "…".
std::string cut_to(const TextWidth&, std::string_view, float width, bool bold = false);

}  // namespace gs
