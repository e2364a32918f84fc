#pragma once
#include <string>
#include <string_view>

#include "units/result.hpp"

namespace gs {

/// The bytes of a file that came with the program, as platform::read_asset().
Result<std::string> read_own(std::string_view name);

}  // namespace gs
