#pragma once
#include <optional>
#include <string>

namespace gs {

/// Opens the window (or the page's canvas) and runs until it closes. Returns the process's exit code.
int run_explorer();

}  // namespace gs
