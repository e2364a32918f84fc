#pragma once
#include <optional>
#include <string>

#include "render/canvas.hpp"

namespace gs {

/// Nothing where the bytes are no PNG.
std::optional<Picture> from_png(const std::string& bytes);

}  // namespace gs
