#include <clocale>
#include <memory>
#include <string_view>

#include "cli.hpp"
#include "explorer.hpp"
#include "main_files_native.hpp"
#include "platform/platform.hpp"

int main(int argc, char** argv) {
  if (gs::wants_cli(argc, argv)) return gs::run_cli(argc, argv);
  const bool embed = argc > 1 && std::string_view(argv[1]) == "--embed";
  const char* given = argc > (embed ? 2 : 1) ? argv[embed ? 2 : 1] : "";
  if (embed) {
    gs::platform::set_fragment(given);
    return gs::run_explorer(true, nullptr);
  }
  std::setlocale(LC_CTYPE, "C.UTF-8");  // in which Xlib writes the window's title
  auto files = std::make_unique<gs::Files>(given);
  gs::platform::set_fragment(files->link());
  return gs::run_explorer(false, std::move(files));
}
