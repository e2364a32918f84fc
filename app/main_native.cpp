#include <string_view>

#include "cli.hpp"
#include "explorer.hpp"
#include "platform/platform.hpp"

int main(int argc, char** argv) {
  if (gs::wants_cli(argc, argv)) return gs::run_cli(argc, argv);
  const bool embed = argc > 1 && std::string_view(argv[1]) == "--embed";
  const int link = embed ? 2 : 1;
  if (argc > link) gs::platform::set_fragment(argv[link]);
  return gs::run_explorer(embed);
}
