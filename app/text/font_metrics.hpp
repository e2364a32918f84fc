#pragma once
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "text/utf8.hpp"
#include "units/result.hpp"

namespace gs {

/// Drawn for a letter that no face has: a box.
inline constexpr char32_t kMissingLetter = 0x25A1;

/// One line of a wrapped text: bytes [begin, end) without the white space at which it was broken.
struct TextLine {
  std::size_t begin = 0, end = 0;
  float width = 0;  ///< pixels
};

/// Widths of text in a chain of TrueType faces: a character comes from the first face that has it. `px` is the size in
/// pixels of Dear ImGui's fonts: the distance from ascent to descent of the face (stbtt_ScaleForPixelHeight), of each
/// face on its own; there is no kerning. Arabic
/// is measured in the forms that letters take beside each other (text/bidi.hpp). Widths therefore agree with what ImGui draws without PixelSnapH. Noto Sans
/// fills 1.362 em that way: the 14 px of a style sheet are 19 px here.
class FontMetrics {
 public:
  /// Takes the bytes of one or more TrueType files, first choice first. An error names the face that is not one.
  static Result<FontMetrics> load(std::vector<std::vector<std::byte>> faces);

  /// Whether a face of the chain has a glyph for a character.
  bool has(char32_t character) const;

  /// Advance of one character in pixels; that of kMissingLetter or else "?" where no face has it; 0 for line ends.
  float advance(char32_t character, float px) const;

  /// Width in pixels of a text on one line.
  float width(std::string_view utf8, float px) const;

  float ascent(float px) const;   ///< pixels from the baseline up to the top of the line, of the first face
  float descent(float px) const;  ///< pixels from the baseline down to the bottom of the line, positive
  float line_height(float px) const { return px; }  ///< ascent + descent, by the definition of px

  /// Breaks a text into lines of at most `max_width` pixels: at spaces, after hyphens, dashes and slashes, and between
  /// Chinese characters, but not before closing or after opening punctuation, nor between a figure and the Chinese
  /// unit behind it. No-break, figure and thin spaces hold together. A word wider than the line is broken anywhere;
  /// each line holds a character at least. "\n" begins a new line. An empty text is one empty line.
  std::vector<TextLine> wrap(std::string_view utf8, float px, float max_width) const;

 private:
  struct Faces;
  explicit FontMetrics(std::shared_ptr<const Faces> faces) : faces_(std::move(faces)) {}
  std::shared_ptr<const Faces> faces_;
};

}  // namespace gs
