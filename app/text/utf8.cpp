#include "text/utf8.hpp"

namespace gs {
namespace {
constexpr char32_t kReplacement = 0xFFFD;
}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(at++);
  if (first < 0x80) return first;
  if (first < 0xC2 || first > 0xF4) return kReplacement;
  const int more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
  // The second byte's range keeps out overlong forms, surrogates and numbers above U+10FFFF.
  unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  char32_t value = first & (0x3Fu >> more);
  for (int i = 0; i < more; ++i) {
    if (at >= text.size() || byte(at) < low || byte(at) > high) return kReplacement;
    value = value << 6 | (byte(at++) & 0x3Fu);
    low = 0x80, high = 0xBF;
  }
  return value;
}

std::u32string from_utf8(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto more = [&](char32_t c, int shift) { out += static_cast<char>(0x80 | (c >> shift & 0x3F)); };
  for (const char32_t c : text) {
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (c < 0x800) {
      out += static_cast<char>(0xC0 | c >> 6), more(c, 0);
    } else if (c < 0x10000) {
      out += static_cast<char>(0xE0 | c >> 12), more(c, 6), more(c, 0);
    } else {
      out += static_cast<char>(0xF0 | c >> 18), more(c, 12), more(c, 6), more(c, 0);
    }
  }
  return out;
}

}  // namespace gs
