#pragma once
#include <cstddef>
#include <string_view>

/// Where a line of a panel's text may end.
namespace gs::ui {

/// Bytes of the code point at the head of a non-empty text, 1..4.
std::size_t code_point(std::string_view text, char32_t& out);

/// Whether a line may end between two neighbours: at a space, around a Chinese character but never before a closing or
/// after an opening sign; never inside a word or number ("3,200,000").
bool may_break(char32_t before, char32_t after);

/// The head of `text` that is a line: as much as fits `width` by `advance(code point)`, up to a place where it may end,
/// else as many characters as fit, at least one; up to a newline. `next` begins the next line, without the space or
/// newline at which this one ended.
template <class Advance>
std::string_view first_line(std::string_view text, float width, Advance advance, std::string_view& next) {
  std::size_t end = 0, resume = 0;  // of the last place where the line may end
  float x = 0;
  char32_t before = 0;
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = 0;
    const std::size_t bytes = code_point(text.substr(i), c);
    if (c == '\n') {
      next = text.substr(i + 1);
      return text.substr(0, i);
    }
    if (i > 0 && may_break(before, c)) {
      if (before != ' ') end = i;
      resume = c == ' ' ? i + bytes : i;
    }
    x += advance(c);
    if (x > width && c != ' ') {
      if (end == 0) end = resume = i > 0 ? i : bytes;
      next = text.substr(resume);
      return text.substr(0, end);
    }
    i += bytes;
    before = c;
  }
  next = {};
  return text;
}

}  // namespace gs::ui
