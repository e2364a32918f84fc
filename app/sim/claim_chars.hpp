#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// A text as characters that are equal where a reader sees the same word.
namespace gs {

/// Small letters without accents; digits and signs of all scripts as those of ASCII; the kinds of space, dash, dot and
/// apostrophe as one each; Arabic letters without marks, alef and ta marbuta in one form each; marks of direction left out.
struct ClaimChar {
  char32_t c;
  std::uint32_t begin, end;  ///< bytes of the text
  bool capital = false;
};

std::vector<ClaimChar> claim_chars(std::string_view utf8);
/// The folded characters alone.
std::u32string folded_word(std::string_view utf8);

/// Of folded characters.
bool is_digit(char32_t);
bool is_letter(char32_t);    ///< of any script
bool is_ideograph(char32_t); ///< Chinese: words have no space between them
bool is_cyrillic(char32_t);
bool is_arabic(char32_t);
/// Whether no word goes on from before `at`; Arabic writes up to two letters of prefixes (and, in, for, as) together with a word.
bool begins_a_word(std::span<const ClaimChar>, std::size_t at);

}  // namespace gs
