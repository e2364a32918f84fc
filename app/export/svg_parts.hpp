#pragma once
#include <string>
#include <string_view>

#include "scene/scene.hpp"

/// What every SVG here is written with. Only for export.
namespace gs::svg {

/// A text within and without quotes; control characters are left out.
std::string escaped(std::string_view text);

/// Such a text from right to left: per cent stays right of its number, as gs::visual() has it.
std::string with_shares_kept(std::string_view utf8);

/// In hundredths, which are finer than any print, and six digits; 0 for what is no number.
std::string number(double);

/// ` fill="#rrggbb" fill-opacity="0.5"`: an attribute and, for what lets through, its opacity.
std::string paint(std::string_view attribute, Color);

/// ` name="value"`.
std::string attribute(std::string_view name, double value);

}  // namespace gs::svg
