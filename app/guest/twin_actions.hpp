#pragma once
#include <string_view>

#include "scene/filter.hpp"
#include "state/state.hpp"
#include "units/result.hpp"

namespace gs {

/// What a message of the page asks for: {"type":"do","control":"year","value":2030}, the control one of twin_controls() and the
/// value of its kind (a button needs none). No actions for messages of other types, and where the control can do nothing now.
/// Error: "twin:" and the control, what was expected there and what was found.
Result<Actions> twin_actions(const World&, const State&, std::string_view json);

}  // namespace gs
