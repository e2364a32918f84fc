#include <string>

#include "fuzz/targets.hpp"
#include "scene/story.hpp"
#include "scene/view.hpp"
#include "state/url.hpp"

void gs::fuzz::story(std::string_view bytes) {
  const bool meant = is_story_file(bytes);
  const Result<Story> read = read_story("mine.json", bytes);
  if (!read) return;
  law(meant, "what is read as a story is meant as one");
  law(!read->id.empty() && !read->steps.empty(), "a story has a name and steps");
  for (int step = 0; step < static_cast<int>(read->steps.size()); ++step) {
    const State shown = state_of_step(*read, step, State{});
    law(shown.view.story == read->id && shown.view.step == step, "a step knows its place");
    const std::string text = to_fragment(shown);
    law(to_fragment(from_fragment(text, known_projection).state) == text, "the link of a step opens the step");
  }
}
