#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace gs {

/// 8-bit picture of a glyph; `left` and `top` are px from the pen on the base line to its first pixel (down positive).
struct GlyphPicture {
  int left = 0, top = 0, width = 0, height = 0;
  std::vector<std::uint8_t> pixels;
};

/// One TrueType file. px is ascent - descent, as in gs::FontMetrics and Dear ImGui.
class FontFile {
 public:
  /// Null when the bytes are no TrueType font.
  static std::unique_ptr<FontFile> open(std::string bytes);
  ~FontFile();

  int glyph(char32_t) const;  ///< 0: none
  float advance(int glyph, float px) const;

  /// Share of each pixel that the glyph covers (0..255), its pen `shift` px right of a pixel's edge (0..1) and its
  /// outline slanted by `slant` px to the right for each px up.
  void coverage(int glyph, float px, float shift, float slant, GlyphPicture&) const;

  /// Distances to the outline, of the glyph and `padding` px around it: kOutline on it, distance_step(padding) more for
  /// each px inside.
  void distances(int glyph, float px, int padding, GlyphPicture&) const;

  static constexpr int kOutline = 192;  ///< as in text.frag
  static float distance_step(int padding) { return static_cast<float>(kOutline) / static_cast<float>(padding + 1); }

 private:
  struct Info;
  explicit FontFile(std::unique_ptr<Info>);
  std::unique_ptr<Info> info_;
};

}  // namespace gs
