#include "text/script.hpp"

#include "text/utf8.hpp"

namespace gs {

Script script_of(char32_t c) {
  const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  if (within(0x600, 0x6FF) || within(0x750, 0x77F) || within(0x8A0, 0x8FF) || within(0xFB50, 0xFDFF) || within(0xFE70, 0xFEFC)) return Script::arabic;
  if (within(0x2E80, 0x9FFF) || within(0xF900, 0xFAFF) || within(0xFF00, 0xFFEF) || within(0x20000, 0x3FFFF)) return Script::chinese;
  return Script::other;
}

Scripts scripts_of(std::string_view text) {
  Scripts found = 0;
  for (std::size_t at = 0; at < text.size();) found |= bit(script_of(next_code_point(text, at)));
  return found;
}

}  // namespace gs
