#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace gs {

/// The code point that begins at byte `at` of a UTF-8 text (at < text.size()); moves `at` behind it. Bytes that are not
/// UTF-8 give U+FFFD, one for each longest beginning of a sequence (the Unicode Standard 15, table 3-8).
char32_t next_code_point(std::string_view text, std::size_t& at);

std::u32string from_utf8(std::string_view);
std::string to_utf8(std::u32string_view);

}  // namespace gs
