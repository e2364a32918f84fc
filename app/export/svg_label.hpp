#pragma once
#include <string>

#include "scene/build.hpp"

namespace gs::svg {

/// A label as text that can be chosen, searched and read aloud, in the order of reading, set as wide as `fonts` measure it
/// whatever face the reader's machine has. Its halo lies below its letters.
std::string label(const Label&, const Fonts& fonts);

}  // namespace gs::svg
