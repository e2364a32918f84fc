#pragma once
#include <string>
#include <vector>

#include "scene/build.hpp"
#include "scene/picture_words.hpp"

namespace gs {

/// A scene as an SVG picture (1.1, and paint-order), as `render` draws it: areas, lines and symbols as shapes, words as text,
/// the relief as a picture within the land. What does not meet the viewport is left out; one unit is a logical px. Well-formed
/// XML in UTF-8; the same scene and words give the same bytes. `fonts` are those that the scene was laid out with.
std::string to_svg(const Scene&, const PictureWords&, const Fonts& fonts);

}  // namespace gs
