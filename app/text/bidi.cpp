#include "text/bidi.hpp"

#include <fribidi.h>

#include <algorithm>
#include <vector>

#include "text/utf8.hpp"

namespace gs {
namespace {

static_assert(sizeof(FriBidiChar) == sizeof(char32_t));

FriBidiChar* raw(std::u32string& s) { return reinterpret_cast<FriBidiChar*>(s.data()); }

bool is_vowel_mark(char32_t c) { return (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0xFE70 && c <= 0xFE7F); }

/// Types and levels of a paragraph.
struct Paragraph {
  std::vector<FriBidiCharType> types;
  std::vector<FriBidiLevel> levels;
  FriBidiParType base;
};

Paragraph analysed(std::u32string& text) {
  const auto length = static_cast<FriBidiStrIndex>(text.size());
  const bool rightward = std::any_of(text.begin(), text.end(), is_rightward);
  Paragraph p{std::vector<FriBidiCharType>(text.size()), std::vector<FriBidiLevel>(text.size()),
              static_cast<FriBidiParType>(rightward ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR)};
  std::vector<FriBidiBracketType> brackets(text.size());
  fribidi_get_bidi_types(raw(text), length, p.types.data());
  // Per cent and the like stay right of their number (UAX #9, HL3), as the locale's own patterns have it.
  for (std::size_t i = 1; i < p.types.size(); ++i) {
    if (p.types[i] == FRIBIDI_TYPE_ET && p.types[i - 1] == FRIBIDI_TYPE_EN) p.types[i] = FRIBIDI_TYPE_EN;
  }
  fribidi_get_bracket_types(raw(text), length, p.types.data(), brackets.data());
  if (fribidi_get_par_embedding_levels_ex(p.types.data(), brackets.data(), length, &p.base, p.levels.data()) == 0)
    std::fill(p.levels.begin(), p.levels.end(), FriBidiLevel{0});  // no memory: as it was typed
  return p;
}

std::u32string without_gaps(std::u32string text) {
  std::erase_if(text, [](char32_t c) { return c == kNoLetter || is_direction_sign(c); });
  return text;
}

std::u32string ordered(std::string_view utf8) {
  std::u32string text = arabic_forms(from_utf8(utf8));
  if (text.empty()) return text;
  Paragraph p = analysed(text);
  const auto length = static_cast<FriBidiStrIndex>(text.size());
  fribidi_shape_mirroring(p.levels.data(), length, raw(text));
  [[maybe_unused]] const FriBidiLevel highest =  // 0 without memory: then the line stays as it is
      fribidi_reorder_line(FRIBIDI_FLAGS_DEFAULT, p.types.data(), length, 0, p.base, p.levels.data(), raw(text), nullptr);
  return without_gaps(std::move(text));
}

}  // namespace

bool is_rightward(char32_t c) {
  return c == kRightwardMark || (c >= 0x590 && c <= 0x8FF && !(c >= 0x660 && c <= 0x66C)) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c < 0xFEFF);
}

bool is_direction_sign(char32_t c) {
  return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool has_rightward(std::string_view utf8) {
  // Lead bytes of U+0580 to U+08FF, of U+2000 to U+2FFF and of U+F000 to U+FFFF: most texts have none.
  const auto suspect = [](char byte) { const auto b = static_cast<unsigned char>(byte); return (b >= 0xD6 && b <= 0xE0) || b == 0xE2 || b == 0xEF; };
  if (std::none_of(utf8.begin(), utf8.end(), suspect)) return false;
  const std::u32string text = from_utf8(utf8);
  return std::any_of(text.begin(), text.end(), is_rightward);
}

std::u32string arabic_forms(std::u32string text) {
  if (std::none_of(text.begin(), text.end(), is_rightward)) return text;
  const auto length = static_cast<FriBidiStrIndex>(text.size());
  const Paragraph p = analysed(text);
  std::vector<FriBidiArabicProp> joining(text.size());
  fribidi_get_joining_types(raw(text), length, joining.data());
  fribidi_join_arabic(p.types.data(), length, p.levels.data(), joining.data());
  fribidi_shape_arabic(FRIBIDI_FLAGS_ARABIC, p.levels.data(), length, joining.data(), raw(text));
  std::replace_if(text.begin(), text.end(), is_vowel_mark, kNoLetter);
  return text;
}

std::string joined(std::string_view utf8) {
  if (!has_rightward(utf8)) return std::string(utf8);
  std::string out;
  for (std::size_t from = 0; from <= utf8.size();) {
    const std::size_t end = std::min(utf8.find('\n', from), utf8.size());
    std::u32string line = arabic_forms(from_utf8(utf8.substr(from, end - from)));
    std::erase(line, kNoLetter);
    out += to_utf8(line);
    if (end < utf8.size()) out += '\n';
    from = end + 1;
  }
  return out;
}

std::string visual(std::string_view utf8) {
  if (has_rightward(utf8)) return to_utf8(ordered(utf8));
  const std::u32string text = from_utf8(utf8);
  const bool plain = std::none_of(text.begin(), text.end(), is_direction_sign);
  return plain ? std::string(utf8) : to_utf8(without_gaps(text));
}

std::string visual_mirrored(std::string_view utf8) {
  std::u32string text = has_rightward(utf8) ? ordered(utf8) : without_gaps(from_utf8(utf8));
  std::reverse(text.begin(), text.end());
  return to_utf8(text);
}

}  // namespace gs
