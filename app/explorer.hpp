#pragma once
#include <memory>

namespace gs {

class Desktop;

/// Opens the window (or the page's canvas) and runs until it closes. `embed`: as a figure in an article, one view with few
/// controls. `desktop`: what a desktop adds, or null. Returns the process's exit code.
int run_explorer(bool embed, std::unique_ptr<Desktop> desktop);

}  // namespace gs
