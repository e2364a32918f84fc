#include "ui/wrap.hpp"

namespace gs::ui {
namespace {

bool chinese(char32_t c) { return (c >= 0x2E80 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) || (c >= 0xFF00 && c < 0xFFF0); }
bool closing(char32_t c) { return std::u32string_view(U"，。、；：！？）》”’％…·,.;:!?)%").find(c) != std::u32string_view::npos; }
bool opening(char32_t c) { return std::u32string_view(U"（《“‘(").find(c) != std::u32string_view::npos; }

}  // namespace

std::size_t code_point(std::string_view text, char32_t& out) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char head = byte(0);
  const std::size_t bytes = head < 0x80 ? 1 : head < 0xE0 ? 2 : head < 0xF0 ? 3 : 4;
  if (bytes == 1 || bytes > text.size()) return out = head, 1;
  out = head & (0xFFu >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) out = out << 6 | (byte(i) & 0x3Fu);
  return bytes;
}

bool may_break(char32_t before, char32_t after) {
  if (before == ' ' || after == ' ') return true;
  if (closing(after) || opening(before)) return false;
  return chinese(before) || chinese(after);
}

}  // namespace gs::ui
