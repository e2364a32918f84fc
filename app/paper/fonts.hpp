#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "units/result.hpp"

/// Pages to print, by Cairo, Pango and librsvg. Native only.
namespace gs::paper {

/// The faces that came with the program, as names of assets; their families stand in text/families.hpp.
inline constexpr std::array<std::string_view, 8> kFonts{
    "fonts/text-regular.ttf", "fonts/text-bold.ttf",        "fonts/display-bold.ttf", "fonts/zh.ttf",
    "fonts/zh-typed.ttf",     "fonts/ru-display-bold.ttf", "fonts/ar-regular.ttf",   "fonts/ar-bold.ttf"};

/// Makes these faces the only ones that paper knows, so that a page is the same on every machine; `path_of` tells where an asset
/// lies. Call it before the first page; later calls change nothing. The error names a face that is missing, or a file that holds none.
Outcome register_fonts(std::optional<std::string> (*path_of)(std::string_view asset));

}  // namespace gs::paper
