#pragma once
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "render/font_file.hpp"
#include "render/gl.hpp"

namespace gs {

/// Pictures of glyphs side by side in one 8-bit texture, made when first asked for. It grows from 1024 to 2048 px a
/// side; when even that is full, it begins anew.
class GlyphAtlas {
 public:
  struct Key {
    const FontFile* font;
    int glyph;
    std::uint16_t px_16;            ///< size in sixteenths of a device px
    std::uint8_t variant;           ///< coverage: quarter px of the pen; distances: 4
    std::uint8_t slant_or_padding;  ///< coverage: 1 if slanted; distances: px around
    bool operator==(const Key&) const = default;
  };
  struct Place {
    int left, top, width, height;  ///< px from the pen on the base line
    int x, y;                      ///< texels
  };

  GlyphAtlas();

  /// Where a glyph lies; null when the atlas is full: begin_anew() and ask for all glyphs of the frame again.
  const Place* find(const Key&);
  void begin_anew();

  /// Binds the texture to unit 0, with everything found so far in it.
  void bind();

  static constexpr float kSlant = 0.21f;  ///< of italics: 12 degrees
  static constexpr std::uint8_t kDistances = 4;

 private:
  struct Hash {
    std::size_t operator()(const Key&) const;
  };
  bool put(const GlyphPicture&, Place&);
  bool grow();

  int side_ = 1024;
  int shelf_x_ = 1, shelf_y_ = 1, shelf_height_ = 0;
  int dirty_top_ = 0, dirty_bottom_ = 0;  ///< rows to send
  bool resized_ = true;
  std::vector<std::uint8_t> pixels_;
  std::unordered_map<Key, Place, Hash> places_;
  GlyphPicture picture_;  ///< scratch
  gl::Texture texture_ = gl::make_texture();
};

}  // namespace gs
