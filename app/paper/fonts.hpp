#pragma once
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "units/result.hpp"

/// Pages to print, by Cairo, Pango and librsvg. Native only.
namespace gs::paper {

/// The faces that came with the program, as names of assets; their families stand in text/families.hpp.
inline constexpr std::array<std::string_view, 8> kFonts{
    "fonts/text-regular.ttf", "fonts/text-bold.ttf",        "fonts/display-bold.ttf", "fonts/zh.ttf",
    "fonts/zh-typed.ttf",     "fonts/ru-display-bold.ttf", "fonts/ar-regular.ttf",   "fonts/ar-bold.ttf"};

/// Makes the faces in these files the only ones that paper knows, so that a page is the same on every machine. Call it
/// before the first page; later calls change nothing. The error names a file that holds no face.
Outcome register_fonts(std::span<const std::string> files);

}  // namespace gs::paper
