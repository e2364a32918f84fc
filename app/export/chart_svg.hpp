#pragma once
#include <string>

#include "scene/chart_layout.hpp"

/// A chart as a picture that stays text: SVG 1.1, read by browsers, Inkscape and typesetters.
namespace gs {

struct SvgPage {
  float width = 720.0f, height = 420.0f;  ///< px
  std::string language = "en";            ///< of its words, BCP 47
  std::string part;  ///< not empty: no file but a part of a page, with no XML declaration, whose ids begin with this
};
/// As high as the chart's slots need.
SvgPage page_for(const Chart&, std::string language);

/// The layout of the chart on that page, with title, description, note and source line; words are text in Noto Sans (any
/// sans serif where it is missing), and each mark says its reading when pointed at. `width` measures that face at 12 px.
/// Well-formed XML in UTF-8, the same bytes on every platform.
std::string to_svg(const Chart&, const Palette&, const TextWidth& width, const SvgPage&);

/// The chart's table as CSV (RFC 4180, CRLF), figures in words with their units.
std::string to_csv(const TextTable&);

}  // namespace gs
