#include "explorer.hpp"
#include "main_desktop.hpp"
#include "platform/platform.hpp"

int main() { return gs::run_explorer(gs::platform::embedded(), nullptr); }
