#pragma once
#include <cstdint>
#include <span>
#include <string>

#include "units/result.hpp"

namespace gs {

/// PNG bytes of RGBA rows from the top; `rgba` holds width x height x 4 bytes.
Result<std::string> to_png(std::span<const std::uint8_t> rgba, int width, int height);

}  // namespace gs
