#pragma once
#include <string>

#include "export/svg_path.hpp"

namespace gs::svg {

/// A layer of lines as shaders/stroke.frag inks it: halo, line with its dashes or dots, ticks. Empty where none meets the picture.
std::string stroke(const StrokeLayer&, const Screen&);

}  // namespace gs::svg
