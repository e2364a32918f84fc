#pragma once
#include <string>
#include <vector>

#include "scene/filter.hpp"

namespace gs {

/// What a row of colours stands for, in words: bounds[i] lies between colors[i] and colors[i + 1].
struct ColorKey {
  std::vector<Color> colors;
  std::vector<std::string> bounds;
  std::string note;  ///< unit and meaning
};

ColorKey country_key(const State&, const Palette&, const Translator&);
ColorKey resource_key(const State&, const Palette&, const Translator&);
/// Of the layers that are shown, in the order of the legend.
std::vector<ColorKey> color_keys(const State&, const Palette&, const Translator&);

}  // namespace gs
