#pragma once
#include <string>
#include <string_view>

#include "units/result.hpp"

namespace gs::paper {

/// What a document says of itself.
struct PdfInfo {
  std::string title, subject, keywords;
  std::string date;  ///< when it was made, "2026-11-24": of its data, so that the same data give the same bytes; empty: 1970
};

/// A page of the size of an SVG picture (its px are 0.75 pt), with its words as text and its lines as lines, in the faces of
/// fonts.hpp. Errors are librsvg's and Cairo's.
Result<std::string> to_pdf(std::string_view svg, const PdfInfo&);

}  // namespace gs::paper
