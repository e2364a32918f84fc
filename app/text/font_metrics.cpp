#include "text/font_metrics.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "text/bidi.hpp"

// The library's own warnings are not ours (GCC and Clang).
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wshadow"
#define STBTT_STATIC
#define STB_TRUETYPE_IMPLEMENTATION
#include <stb/stb_truetype.h>
#pragma GCC diagnostic pop

namespace gs {
namespace {

// Latin, where most text is: looked up once at loading.
constexpr std::size_t kCached = 0x250;

std::uint32_t big_endian(const std::vector<std::byte>& bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = 0; i < size; ++i)
    value = value << 8 | std::to_integer<std::uint32_t>(bytes[at + static_cast<std::size_t>(i)]);
  return value;
}

/// stb_truetype trusts the table directory: every table must lie inside the file.
bool tables_inside(const std::vector<std::byte>& bytes) {
  if (bytes.size() < 12 || bytes.size() > 0x7fffffff) return false;
  const std::size_t tables = big_endian(bytes, 4, 2);
  if (bytes.size() < 12 + 16 * tables) return false;
  for (std::size_t i = 0; i < tables; ++i) {
    const std::uint64_t offset = big_endian(bytes, 12 + 16 * i + 8, 4), length = big_endian(bytes, 12 + 16 * i + 12, 4);
    if (offset + length > bytes.size()) return false;
  }
  return true;
}

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

bool is_space(char32_t c) { return c == U' ' || c == U'\t' || c == 0x3000; }

/// Characters that may stand at the end or the start of a line without a space.
bool is_ideographic(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

/// Whether a line may end after `before` and the next begin with `after`: a small part of Unicode's UAX #14, with the
/// rules of Chinese typesetting that forbid closing punctuation at the start and opening punctuation at the end.
bool may_break(char32_t before, char32_t after) {
  constexpr std::u32string_view closing = U"。，、；：？！）》〉」』】〕］｝％·・…—～’”,.;:?!)]}%°";
  constexpr std::u32string_view opening = U"（《〈「『【〔［｛“‘([{¥$€";
  if (is_space(after)) return false;
  if (is_space(before)) return true;
  const bool chinese = is_ideographic(before) || is_ideographic(after);
  if (chinese) {
    const bool figure_and_unit = before >= U'0' && before <= U'9';
    return !is_one_of(after, closing) && !is_one_of(before, opening) && !figure_and_unit;
  }
  const bool word_follows = after > 0x7f || (after >= U'A' && after <= U'Z') || (after >= U'a' && after <= U'z');
  return is_one_of(before, U"-/–—") && word_follows && !is_one_of(after, U"–—’”");
}

}  // namespace

struct FontMetrics::Faces {
  struct Face {
    std::vector<std::byte> bytes;
    stbtt_fontinfo info{};
    float scale = 0;  ///< pixels per font unit at 1 px
  };
  std::vector<Face> faces;
  std::array<float, kCached> cached{};
  float fallback = 0;

  /// Advance at 1 px, or nothing if no face has the character.
  std::optional<float> find(char32_t c) const {
    for (const Face& face : faces) {
      const int glyph = stbtt_FindGlyphIndex(&face.info, static_cast<int>(c));
      if (glyph == 0) continue;
      int advance = 0, bearing = 0;
      stbtt_GetGlyphHMetrics(&face.info, glyph, &advance, &bearing);
      return static_cast<float>(advance) * face.scale;
    }
    return std::nullopt;
  }

  float unit_advance(char32_t c) const {
    if (c < kCached) return cached[c];
    if (c == kNoLetter || is_direction_sign(c)) return 0.0f;
    return find(c).value_or(fallback);
  }
};

Result<FontMetrics> FontMetrics::load(std::vector<std::vector<std::byte>> files) {
  auto made = std::make_shared<Faces>();
  if (files.empty()) return Error{"fonts", "expected one face or more, found none"};
  for (std::vector<std::byte>& bytes : files) {
    const std::string where = "font face " + std::to_string(made->faces.size());
    if (!tables_inside(bytes)) return Error{where, "expected a TrueType file, found other or truncated bytes"};
    Faces::Face& face = made->faces.emplace_back();
    face.bytes = std::move(bytes);
    const auto* data = reinterpret_cast<const unsigned char*>(face.bytes.data());
    const int offset = stbtt_GetFontOffsetForIndex(data, 0);
    if (offset != 0 || !stbtt_InitFont(&face.info, data, offset))
      return Error{where, "expected a TrueType font with outlines, metrics and a Unicode map, found none"};
    face.scale = stbtt_ScaleForPixelHeight(&face.info, 1.0f);
  }
  made->fallback = made->find(kMissingLetter).value_or(made->find(U'?').value_or(0.0f));
  for (std::size_t c = 0; c < kCached; ++c) {
    const auto character = static_cast<char32_t>(c);
    const bool line_end = character == U'\n' || character == U'\r';
    made->cached[c] = line_end ? 0.0f : made->find(character).value_or(made->fallback);
  }
  return FontMetrics(std::move(made));
}

bool FontMetrics::has(char32_t character) const { return faces_->find(character).has_value(); }

float FontMetrics::advance(char32_t character, float px) const { return faces_->unit_advance(character) * px; }

float FontMetrics::width(std::string_view utf8, float px) const {
  float sum = 0;
  if (has_rightward(utf8)) {
    for (const char32_t c : arabic_forms(from_utf8(utf8))) sum += faces_->unit_advance(c);
  } else {
    for (std::size_t at = 0; at < utf8.size();) sum += faces_->unit_advance(next_code_point(utf8, at));
  }
  return sum * px;
}

float FontMetrics::ascent(float px) const {
  int up = 0, down = 0, gap = 0;
  stbtt_GetFontVMetrics(&faces_->faces.front().info, &up, &down, &gap);
  return static_cast<float>(up) * faces_->faces.front().scale * px;
}

float FontMetrics::descent(float px) const { return px - ascent(px); }

namespace {

struct Letter {
  std::size_t begin, end;
  char32_t character;
  float advance;
};

/// Letters of a paragraph of Arabic are as wide as the forms that they take there.
void join(std::vector<Letter>& letters, const FontMetrics& font, float px) {
  std::u32string text;
  for (const Letter& l : letters) text += l.character;
  const std::u32string forms = arabic_forms(text);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (forms[i] != text[i]) letters[i].advance = font.advance(forms[i], px);
  }
}

/// The line of letters [first, last) without spaces at its end.
TextLine line_of(const std::vector<Letter>& letters, std::size_t first, std::size_t last, std::size_t paragraph_begin) {
  while (last > first && is_space(letters[last - 1].character)) --last;
  if (last == first) {
    const std::size_t at = first < letters.size() ? letters[first].begin : paragraph_begin;
    return {at, at, 0};
  }
  float width = 0;
  for (std::size_t i = first; i < last; ++i) width += letters[i].advance;
  return {letters[first].begin, letters[last - 1].end, width};
}

void wrap_paragraph(const std::vector<Letter>& letters, std::size_t begin, float max_width,
                    std::vector<TextLine>& lines) {
  // Sums of floats: what fits exactly must not fail by its last bit.
  const float limit = max_width + 1e-3f;
  std::size_t first = 0;
  do {
    float width = 0;
    std::size_t last = first;
    std::optional<std::size_t> opportunity;
    for (; last < letters.size(); ++last) {
      if (last > first && may_break(letters[last - 1].character, letters[last].character)) opportunity = last;
      const bool fits = width + letters[last].advance <= limit || is_space(letters[last].character);
      if (!fits && last > first) break;
      width += letters[last].advance;
    }
    const std::size_t cut = last == letters.size() ? last : opportunity.value_or(last);
    lines.push_back(line_of(letters, first, cut, begin));
    first = cut;
    while (first < letters.size() && is_space(letters[first].character)) ++first;
  } while (first < letters.size());
}

}  // namespace

std::vector<TextLine> FontMetrics::wrap(std::string_view utf8, float px, float max_width) const {
  std::vector<TextLine> lines;
  std::vector<Letter> letters;
  std::size_t paragraph = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(utf8, at);
    if (c == U'\n') {
      join(letters, *this, px);
      wrap_paragraph(letters, paragraph, max_width, lines);
      letters.clear();
      paragraph = at;
    } else if (c != U'\r') {
      letters.push_back({begin, at, c, advance(c, px)});
    }
  }
  join(letters, *this, px);
  wrap_paragraph(letters, paragraph, max_width, lines);
  return lines;
}

}  // namespace gs
