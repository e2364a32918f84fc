#include "sim/claim_chars.hpp"

#include <algorithm>

namespace gs {
namespace {

constexpr char32_t kBroken = 0xFFFD;

/// The code point at byte `at`, which moves behind it; bytes that are not UTF-8 give U+FFFD, one each.
char32_t next(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(at++);
  if (first < 0x80) return first;
  const int more = first >= 0xF0 && first < 0xF5 ? 3 : first >= 0xE0 && first < 0xF0 ? 2 : first >= 0xC2 && first < 0xE0 ? 1 : 0;
  if (more == 0 || at + static_cast<std::size_t>(more) > text.size()) return kBroken;
  char32_t c = first & (0x3Fu >> more);
  for (int i = 0; i < more; ++i) {
    const unsigned b = byte(at + static_cast<std::size_t>(i));
    if ((b & 0xC0u) != 0x80u) return kBroken;
    c = c << 6 | (b & 0x3Fu);
  }
  at += static_cast<std::size_t>(more);
  return c;
}

/// Latin letters of names of countries with their accents, U+00E0 to U+00FF; '*' stays as it is.
constexpr std::string_view kPlainLatin = "aaaaaa*ceeeeiiii*nooooo*ouuuuy*y";

/// 0 for characters that say nothing.
char32_t folded(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 0x20;
  if (c < 0x80) return c == '\t' || c == '\n' || c == '\r' ? U' ' : c == '*' ? U'·' : c;
  if (c >= 0xFF01 && c <= 0xFF5E) return folded(c - 0xFEE0);
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) c += 0x20;
  if (c >= 0xE0 && c <= 0xFF && kPlainLatin[c - 0xE0] != '*') return static_cast<unsigned char>(kPlainLatin[c - 0xE0]);
  if (c == 0x401 || c == 0x451) return U'е';
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;
  if (c >= 0x2080 && c <= 0x2089) return c - 0x2080 + U'0';
  if (c >= 0x660 && c <= 0x669) return c - 0x660 + U'0';
  if (c >= 0x6F0 && c <= 0x6F9) return c - 0x6F0 + U'0';
  if ((c >= 0x64B && c <= 0x652) || c == 0x640) return 0;
  if ((c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF) return 0;
  if ((c >= 0x2000 && c <= 0x200A) || c == 0xA0 || c == 0x202F || c == 0x3000) return U' ';
  if (c >= 0x2010 && c <= 0x2015) return U'-';
  switch (c) {
    case 0x2212: return U'-';
    case 0x22C5: case 0x2219: case 0x2022: case 0x30FB: case 0xD7: return U'·';
    case 0x2018: case 0x2019: return U'\'';
    case 0x66B: return U'.';
    case 0x66C: return U',';
    case 0x60C: case 0x3001: case 0x3002: case 0x61B: return U';';
    case 0x131: return U'i';
    case 0x622: case 0x623: case 0x625: case 0x671: return U'ا';
    case 0x649: case 0x6CC: return U'ي';
    case 0x6A9: return U'ك';
    case 0x629: return U'ه';
    default: return c;
  }
}

/// Prefixes that Arabic writes together with a word: and, in, for, as.
bool is_prefix(char32_t c) { return std::u32string_view(U"وبلفك").find(c) != std::u32string_view::npos; }

}  // namespace

std::vector<ClaimChar> claim_chars(std::string_view utf8) {
  std::vector<ClaimChar> out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    const char32_t raw = next(utf8, at), c = folded(raw);
    if (c != 0) out.push_back({c, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at), (raw >= 'A' && raw <= 'Z') || (raw >= 0xFF21 && raw <= 0xFF3A)});
  }
  return out;
}

std::u32string folded_word(std::string_view utf8) {
  std::u32string word;
  for (const ClaimChar& c : claim_chars(utf8)) word += c.c;
  return word;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_cyrillic(char32_t c) { return c >= 0x400 && c <= 0x52F; }
bool is_arabic(char32_t c) { return c >= 0x620 && c <= 0x6D3 && c != 0x66A; }
bool is_ideograph(char32_t c) { return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF); }
bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || is_cyrillic(c) || is_arabic(c) || is_ideograph(c) ||
         (c >= 0xC0 && c <= 0x3FF && c != 0xD7 && c != 0xF7);
}

bool begins_a_word(std::span<const ClaimChar> text, std::size_t at) {
  const char32_t c = text[at].c;
  if (at == 0 || is_ideograph(c) || !is_letter(text[at - 1].c) || is_ideograph(text[at - 1].c)) return true;
  if (!is_arabic(c)) return false;
  for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
    if (!is_prefix(text[at - back].c)) return false;
    if (back == at || !is_letter(text[at - back - 1].c)) return true;
  }
  return false;
}

}  // namespace gs
