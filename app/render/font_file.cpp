#include "render/font_file.hpp"

#include <cmath>
#include <cstring>

// The library's own warnings are not ours (GCC and Clang).
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#define STBTT_STATIC
#define STB_TRUETYPE_IMPLEMENTATION
#include <stb/stb_truetype.h>
#pragma GCC diagnostic pop

namespace gs {
namespace {

short slanted(short x, short y, float slant) {
  return static_cast<short>(std::lround(static_cast<float>(x) + static_cast<float>(y) * slant));
}

void slant_outline(stbtt_vertex* vertices, int count, float slant) {
  for (int i = 0; i < count; ++i) {
    stbtt_vertex& v = vertices[i];
    v.x = slanted(v.x, v.y, slant);
    v.cx = slanted(v.cx, v.cy, slant);
    v.cx1 = slanted(v.cx1, v.cy1, slant);
  }
}

/// Whole px around an outline (corners and control points), in px from the pen.
struct Bounds {
  int left, top, right, bottom;
};
Bounds bounds_of(const stbtt_vertex* vertices, int count, float scale, float shift) {
  float x0 = 1e9f, x1 = -1e9f, y0 = 1e9f, y1 = -1e9f;
  const auto reach = [&](short x, short y) {
    x0 = std::fmin(x0, x), x1 = std::fmax(x1, x);
    y0 = std::fmin(y0, y), y1 = std::fmax(y1, y);
  };
  for (int i = 0; i < count; ++i) {
    reach(vertices[i].x, vertices[i].y);
    if (vertices[i].type == STBTT_vcurve || vertices[i].type == STBTT_vcubic) reach(vertices[i].cx, vertices[i].cy);
    if (vertices[i].type == STBTT_vcubic) reach(vertices[i].cx1, vertices[i].cy1);
  }
  if (count == 0) return {0, 0, 0, 0};
  const auto low = [](float v) { return static_cast<int>(std::floor(v)); };
  const auto high = [](float v) { return static_cast<int>(std::ceil(v)); };
  return {low(x0 * scale + shift), low(-y1 * scale), high(x1 * scale + shift), high(-y0 * scale)};
}

}  // namespace

struct FontFile::Info {
  std::string bytes;
  stbtt_fontinfo font{};
};

FontFile::FontFile(std::unique_ptr<Info> info) : info_(std::move(info)) {}
FontFile::~FontFile() = default;

std::unique_ptr<FontFile> FontFile::open(std::string bytes) {
  if (bytes.size() < 12) return nullptr;
  auto info = std::make_unique<Info>();
  info->bytes = std::move(bytes);
  const auto* data = reinterpret_cast<const unsigned char*>(info->bytes.data());
  const int offset = stbtt_GetFontOffsetForIndex(data, 0);
  if (offset != 0 || !stbtt_InitFont(&info->font, data, offset)) return nullptr;
  return std::unique_ptr<FontFile>(new FontFile(std::move(info)));
}

int FontFile::glyph(char32_t c) const { return stbtt_FindGlyphIndex(&info_->font, static_cast<int>(c)); }

float FontFile::advance(int glyph, float px) const {
  int advance = 0, bearing = 0;
  stbtt_GetGlyphHMetrics(&info_->font, glyph, &advance, &bearing);
  return static_cast<float>(advance) * stbtt_ScaleForPixelHeight(&info_->font, px);
}

void FontFile::coverage(int glyph, float px, float shift, float slant, GlyphPicture& out) const {
  const float scale = stbtt_ScaleForPixelHeight(&info_->font, px);
  stbtt_vertex* vertices = nullptr;
  const int count = stbtt_GetGlyphShape(&info_->font, glyph, &vertices);
  if (slant != 0.0f) slant_outline(vertices, count, slant);
  const Bounds b = bounds_of(vertices, count, scale, shift);
  out.left = b.left, out.top = b.top, out.width = b.right - b.left, out.height = b.bottom - b.top;
  out.pixels.assign(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height), 0);
  if (!out.pixels.empty()) {
    stbtt__bitmap bitmap{out.width, out.height, out.width, out.pixels.data()};
    constexpr float kFlatness = 0.35f;  // px, the library's own choice
    stbtt_Rasterize(&bitmap, kFlatness, vertices, count, scale, scale, shift, 0.0f, b.left, b.top, 1, nullptr);
  }
  stbtt_FreeShape(&info_->font, vertices);
}

void FontFile::distances(int glyph, float px, int padding, GlyphPicture& out) const {
  const float scale = stbtt_ScaleForPixelHeight(&info_->font, px);
  unsigned char* made = stbtt_GetGlyphSDF(&info_->font, scale, glyph, padding, kOutline, distance_step(padding),
                                          &out.width, &out.height, &out.left, &out.top);
  if (!made) {
    out = {};
    return;
  }
  out.pixels.assign(made, made + static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
  stbtt_FreeSDF(made, nullptr);
}

}  // namespace gs
