#include <cstdio>
#include <memory>
#include <string>

#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "own_stories.hpp"
#include "platform/files_native.hpp"
#include "scene/story.hpp"
#include "scene/talk.hpp"

namespace gs::cli {
namespace {

struct Options {
  std::string story;
  std::size_t display = 0;
  double scale = 1, kiosk = 0;
  bool no_notes = false;
};

std::string known_stories() {
  std::string out;
  for (const char* id : kStories) out += (out.empty() ? "" : ", ") + std::string(id);
  return out;
}

/// Fills in the story; false, with words on standard error, where there is none of that name.
bool find_story(const std::string& asked, Presentation& out) {
  for (const char* id : kStories)
    if (asked.empty() || asked == id) return out.story = id, true;
  if (!platform::is_file(asked)) {
    std::fprintf(stderr, "error: expected a story's file or one of %s, found \"%s\"\n", known_stories().c_str(), asked.c_str());
    return false;
  }
  auto bytes = read_input(asked);
  const auto story = bytes ? read_story(asked, *bytes) : Result<Story>(bytes.error());
  if (!story) {
    std::fprintf(stderr, "error: %s\n", story.error().text().c_str());
    return false;
  }
  out.file = platform::name_of_path(asked);
  out.bytes = std::move(*bytes);
  return true;
}

int present_command(const Options& o, std::optional<Presentation>& wish) {
  Presentation p;
  if (!find_story(o.story, p)) return kUnusable;
  if (o.display > 0) p.display = o.display;
  if (o.kiosk > 0) p.kiosk = o.kiosk;
  p.scale = o.scale;
  p.notes = !o.no_notes && !p.kiosk;
  wish = std::move(p);
  return 0;
}

}  // namespace

void add_present(CLI::App& app, int& exit_code, std::optional<Presentation>& wish) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("present", "A story as a talk on the whole of a display, with the speaker's notes in a second window");
  command->add_option("STORY", options->story, "One of " + known_stories() + ", or a story's file; otherwise the first of these");
  command->add_option("--display", options->display, "Where people look on, as the system counts displays (otherwise 2 where there are two)")->check(CLI::Range(1, 64));
  command->add_option("--scale", options->scale, "Of all that is drawn, to be read from the last row")->check(CLI::Range(kLeastScale, kMostScale))->capture_default_str();
  command->add_flag("--no-notes", options->no_notes, "No second window");
  command->add_option("--kiosk", options->kiosk, "Loop, a step for so many seconds, and come back after as many from a visitor who left; ended by Ctrl+Shift+Q alone")
      ->check(CLI::Range(1.0, 3600.0));
  command->callback([options, &exit_code, &wish] { exit_code = present_command(*options, wish); });
}

}  // namespace gs::cli
