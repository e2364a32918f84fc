#include "cli.hpp"
#include "explorer.hpp"
#include "platform/platform.hpp"

int main(int argc, char** argv) {
  if (gs::wants_cli(argc, argv)) return gs::run_cli(argc, argv);
  if (argc > 1) gs::platform::set_fragment(argv[1]);
  return gs::run_explorer();
}
