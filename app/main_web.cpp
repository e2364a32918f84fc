#include "explorer.hpp"
#include "platform/platform.hpp"

int main() { return gs::run_explorer(gs::platform::embedded()); }
