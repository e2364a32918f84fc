#include "scene/story.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "scene/view.hpp"
#include "state/url.hpp"

namespace gs {
namespace {

using nlohmann::json;

struct Reading {
  std::string file;
  Error bad(const std::string& place, const std::string& expected) const { return {file + ":" + place, "expected " + expected + ", found otherwise"}; }
};

std::optional<LonLat> place_of(const json& pair) {
  if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number() || !pair[1].is_number()) return std::nullopt;
  const LonLat at{pair[0].get<double>(), pair[1].get<double>()};
  return std::abs(at.lon) <= 180.0 && std::abs(at.lat) <= 90.0 ? std::optional(at) : std::nullopt;
}

/// The text under a name, empty where there is none.
std::string words_at(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<StoryStep> step_from(const json& row, const std::string& place, const Reading& reading) {
  if (!row.is_object() || !row.contains("link") || !row["link"].is_string()) return reading.bad(place, "a step with a link");
  StoryStep step;
  FromFragment link = from_fragment(row["link"].get<std::string>(), known_projection);
  check_projection(link.state, link.ignored);
  if (!link.ignored.empty()) {
    Error first = link.ignored.front();
    first.where = reading.file + ":" + place + ":" + first.where;
    return first;
  }
  step.state = link.state;
  const auto title = told(row.value("title", json())), text = told(row.value("text", json()));
  if (!title || !text) return reading.bad(place, "a title and a text in four languages");
  step.title = *title, step.text = *text;
  if (row.contains("notes")) {
    const auto notes = told(row["notes"]);
    if (!notes) return reading.bad(place, "notes in four languages, or none");
    step.notes = *notes;
  }
  for (const json& arc : row.value("links", json::array())) {
    const auto from = arc.is_object() ? place_of(arc.value("from", json())) : std::nullopt;
    const auto to = from ? place_of(arc.value("to", json())) : std::nullopt;
    if (!from || !to) return reading.bad(place, "links between two places in degrees");
    step.arcs.push_back({*from, *to, words_at(arc, "source")});
  }
  step.sources = texts_of(row.value("sources", json::array()));
  return step;
}

}  // namespace

Result<Story> read_story(std::string_view file, std::string_view bytes) {
  const Reading reading{std::string(file)};
  const json whole = json::parse(bytes, nullptr, false);
  if (!whole.is_object()) return reading.bad("1", "a JSON object");
  Story story;
  story.id = words_at(whole, "id");
  const auto title = told(whole.value("title", json())), summary = told(whole.value("summary", json()));
  if (story.id.empty() || !is_id(story.id) || !title || !summary) return reading.bad("id", "an id, and a title and a summary in four languages");
  story.title = *title, story.summary = *summary;
  const json steps = whole.value("steps", json::array());
  if (!steps.is_array() || steps.empty() || steps.size() > kMostSteps) return reading.bad("steps", "1 to 99 steps");
  for (std::size_t i = 0; i < steps.size(); ++i) {
    Result<StoryStep> step = step_from(steps[i], "steps[" + std::to_string(i) + "]", reading);
    if (!step) return step.error();
    step->state.view.story = story.id;
    step->state.view.step = static_cast<int>(i);
    story.steps.push_back(std::move(*step));
  }
  return story;
}

bool is_story_file(std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos || bytes[first] != '{') return false;  // a large table is not parsed
  const json whole = json::parse(bytes, nullptr, false);
  return whole.is_object() && whole.contains("steps");
}

std::string add_own(std::vector<Story>& all, Story story, std::span<const char* const> taken) {
  const auto is_taken = [&](const std::string& id) { return std::find(taken.begin(), taken.end(), id) != taken.end(); };
  const std::string asked = story.id;
  for (int n = 2; is_taken(story.id); ++n) {
    const std::string end = "-" + std::to_string(n);
    story.id = asked.substr(0, kLongestId - end.size()) + end;
  }
  for (StoryStep& step : story.steps) step.state.view.story = story.id;
  story.own = true;
  std::string id = story.id;
  const auto same = std::find_if(all.begin(), all.end(), [&](const Story& s) { return s.own && s.id == id; });
  if (same != all.end()) *same = std::move(story);
  else all.push_back(std::move(story));
  return id;
}

const std::string& title_of(const Story& story, std::string_view code) {
  const std::string& title = story.title.in(code);
  return title.empty() ? story.id : title;
}

const Story* story_of(const World& w, const ViewState& v) {
  const auto found = std::find_if(w.stories.begin(), w.stories.end(), [&](const Story& s) { return s.id == v.story; });
  return found == w.stories.end() ? nullptr : &*found;
}

const StoryStep* step_of(const World& w, const ViewState& v) {
  const Story* story = story_of(w, v);
  return story && v.step < static_cast<int>(story->steps.size()) ? &story->steps[static_cast<std::size_t>(v.step)] : nullptr;
}

State state_of_step(const Story& story, int step, const State& now) {
  const int last = static_cast<int>(story.steps.size()) - 1;
  State s = story.steps[static_cast<std::size_t>(std::clamp(step, 0, last))].state;
  s.view.language = now.view.language;
  s.view.theme = now.view.theme;
  s.view.sheet = now.view.sheet == SheetStop::peek ? SheetStop::half : now.view.sheet;
  s.view.train_clock = now.view.train_clock;
  return s;
}

}  // namespace gs
