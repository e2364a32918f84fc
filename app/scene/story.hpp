#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "map/projection.hpp"
#include "scene/filter.hpp"
#include "scene/told.hpp"
#include "units/result.hpp"

namespace gs {

/// A way over a great circle that a step shows.
struct Arc {
  LonLat from, to;
  std::string source;  ///< id
};

struct StoryStep {
  State state;  ///< what its link opens, told in no language yet
  Told title, text;
  Told notes;  ///< for who tells it to others; may be empty
  std::vector<Arc> arcs;
  std::vector<std::string> sources;  ///< ids
};

/// A story is a data file (data/README.md): views with words, which the program plays.
struct Story {
  std::string id;
  Told title, summary;
  std::vector<StoryStep> steps;
  bool own = false;  ///< from a file of the reader's
};

/// Reads a story. Errors: file:place, what was expected there, what was found; the first only.
Result<Story> read_story(std::string_view file, std::string_view bytes);

/// Whether a file is meant as a story, good or bad: a JSON object with steps.
bool is_story_file(std::string_view bytes);

/// Adds a reader's story. It takes the place of their own of the same id; where `taken` has its id, it gets another one with
/// a number behind it, the same whenever it is read. The id that it has then.
std::string add_own(std::vector<Story>&, Story, std::span<const char* const> taken);

/// The title in a language, else the id.
const std::string& title_of(const Story&, std::string_view code);

/// The step that the state tells; nullptr when there is none.
const StoryStep* step_of(const World&, const ViewState&);
const Story* story_of(const World&, const ViewState&);

/// The state of a step, for somebody who reads in the language and theme of `now`.
State state_of_step(const Story&, int step, const State& now);

/// The text with figures in place of its placeholders ({saving:ID}, {range:ID} and so on, see data/README.md), of the results
/// in force. A figure that is not known is said to be so.
std::string with_figures(std::string_view text, const World&);

/// The projects, locomotives and claims whose figures the text names, in its order, each once.
std::vector<Selection> named_in(std::string_view text);

/// What a claim states, with its unit; empty where it is no number.
std::string stated(const Claim&, const Translator&);

}  // namespace gs
