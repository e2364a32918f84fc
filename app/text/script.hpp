#pragma once
#include <cstdint>
#include <string_view>

namespace gs {

/// Scripts whose letters are in faces of their own; all others are in those that every language has, or nowhere.
enum class Script : std::uint8_t { other, arabic, chinese };

Script script_of(char32_t);
/// Of the block that everyday hanzi are in.
constexpr bool is_hanzi(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

/// Scripts as a set: a bit each.
using Scripts = std::uint32_t;
constexpr Scripts bit(Script s) { return s == Script::other ? 0u : 1u << static_cast<unsigned>(s); }
/// Those that a text has letters of.
Scripts scripts_of(std::string_view utf8);

}  // namespace gs
