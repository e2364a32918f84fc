#pragma once
#include <array>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "render/glyph_atlas.hpp"

namespace gs {

/// Labels: first all halos, then all letters, so that no halo lies on a letter. Letters are rasterised at the very size
/// at which they are drawn, the base line on whole device px, pens on quarters; halos from distances to the outlines.
class TextPainter {
 public:
  static Result<TextPainter> create(const Renderer::ReadAsset&);
  void set_fonts(Face, std::vector<std::string> ttf_chain);
  void draw(std::span<const Label>, const gl::Target&);

  /// Characters of the last draw() for which no font has a glyph.
  int missing() const { return missing_; }

 private:
  struct Record {
    float min_x, min_y, max_x, max_y;
    float texel_min_x, texel_min_y, texel_max_x, texel_max_y;
    float slant, base_line, halo, unit;
    Color color;
  };
  using Chain = std::vector<std::unique_ptr<FontFile>>;
  struct Glyph {
    const FontFile* font;
    int glyph;
  };

  explicit TextPainter(gl::Program);
  Glyph glyph_of(const Chain&, char32_t);
  bool add_all(std::span<const Label>, float ratio);
  bool add_label(const Label&, float ratio);
  bool add_letter(const Label&, Glyph, float pen_x, float base_line, float px);
  bool add_halo(const Label&, Glyph, float pen_x, float base_line, float px, float halo);

  gl::Program program_;
  gl::TargetUniforms target_;
  gl::QuadStream<Record> quads_;
  GlyphAtlas atlas_;
  std::array<Chain, 3> chains_;
  std::vector<Record> halos_, letters_;
  int missing_ = 0;
};

}  // namespace gs
