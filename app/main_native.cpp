#include <clocale>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "cli.hpp"
#include "explorer.hpp"
#include "main_files_native.hpp"
#include "main_present_native.hpp"
#include "platform/platform.hpp"
#include "platform/stage_native.hpp"

namespace gs {
namespace {

/// Of a display that is not there; says which are.
int no_display(std::size_t asked, const std::vector<platform::Display>& there) {
  std::string known;
  for (std::size_t i = 0; i < there.size(); ++i) known += (i > 0 ? ", " : "") + std::to_string(i + 1) + ": " + there[i].name;
  std::fprintf(stderr, "error: expected a display that is there (%s), found %zu\n", known.c_str(), asked);
  return 2;
}

int present(Presentation talk) {
  const auto there = platform::find_displays();
  if (there && talk.display && *talk.display > there->size()) return no_display(*talk.display, *there);
  platform::StageOptions stage;
  if (talk.display) stage.display = *talk.display - 1;
  stage.scale = static_cast<float>(talk.scale);
  stage.held = talk.kiosk.has_value();
  platform::be_stage(stage);
  platform::set_fragment(platform::recall("look"));
  return run_explorer(false, std::make_unique<Present>(std::move(talk)));
}

}  // namespace
}  // namespace gs

int main(int argc, char** argv) {
  std::optional<gs::Presentation> talk;
  if (gs::wants_cli(argc, argv)) {
    const int exit_code = gs::run_cli(argc, argv, talk);
    if (!talk) return exit_code;
  }
  const bool embed = argc > 1 && std::string_view(argv[1]) == "--embed";
  const char* given = argc > (embed ? 2 : 1) ? argv[embed ? 2 : 1] : "";
  if (embed) {
    gs::platform::set_fragment(given);
    return gs::run_explorer(true, nullptr);
  }
  std::setlocale(LC_CTYPE, "C.UTF-8");  // in which Xlib writes the window's title
  if (talk) return gs::present(std::move(*talk));
  auto files = std::make_unique<gs::Files>(given);
  gs::platform::set_fragment(files->link());
  return gs::run_explorer(false, std::move(files));
}
