#pragma once
#include <optional>
#include <string>

namespace gs {

/// Opens the window (or the page's canvas) and runs until it closes. `embed`: as a figure in an article, one view with few
/// controls. Returns the process's exit code.
int run_explorer(bool embed);

}  // namespace gs
