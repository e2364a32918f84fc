#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "assets.hpp"
#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "own_files.hpp"
#include "scene/figure_table.hpp"
#include "scene/story.hpp"
#include "scene/view.hpp"
#include "sim/simulate.hpp"
#include "state/url.hpp"

namespace gs::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::string link, story, folder, language, output;
  bool json = false;
};

int fail(const std::string& words, int status) {
  std::fprintf(stderr, "error: %s\n", words.c_str());
  return status;
}

Result<Story> read_told(const std::string& id) {
  if (!is_id(id)) return Error{"--story", "expected the id of a story, found \"" + id + "\""};
  const std::string file = "data/stories/" + id + ".json";
  const auto bytes = read_own(file);
  return bytes ? read_story(file, *bytes) : Result<Story>(bytes.error());
}

/// The view of a link, or each step of a story.
std::vector<State> views_of(const State& link, const Story* story) {
  std::vector<State> out;
  if (!story) return {link};
  for (std::size_t i = 0; i < story->steps.size(); ++i) out.push_back(state_of_step(*story, static_cast<int>(i), link));
  return out;
}

Json json_of(const Source& s) {
  return {{"id", s.id}, {"publisher", s.publisher}, {"title", s.title}, {"date", s.date}, {"url", s.url}};
}

/// All that a page about a view says; story, title, text and sources only where a story's step is told.
Json json_of(const World& w, const State& s) {
  const TextTable table = figure_table(w, s);
  Json out{{"link", to_fragment(s)}, {"language", w.tr.code()}, {"year", s.scenario.year}, {"digest", w.results.digest}, {"data", w.portfolio.version}};
  if (const StoryStep* step = step_of(w, s.view)) {
    const Story& story = *story_of(w, s.view);
    out["story"] = {{"id", story.id}, {"title", title_of(story, w.tr.code())}, {"step", s.view.step}, {"steps", story.steps.size()}};
    out["title"] = step->title.in(w.tr.code());
    out["text"] = with_figures(step->text.in(w.tr.code()), w);
    out["sources"] = Json::array();
    for (const std::string& id : step->sources)
      if (const Source* source = w.portfolio.source(id)) out["sources"].push_back(json_of(*source));
  }
  out["table"] = {{"caption", table.caption}, {"head", table.head}, {"rows", table.rows}};
  return out;
}

std::string lines_of(const TextTable& table) {
  std::string out = table.caption + "\n";
  for (const auto& row : table.rows) out += fmt::format("{}: {} ({}), {}: {}\n", row[0], row[1], row[2], table.head[3], row[3]);
  return out;
}

int figures_command(const Options& o) {
  FromFragment link = from_fragment(o.link.substr(o.link.find('#') + 1), known_projection);
  check_projection(link.state, link.ignored);
  for (const Error& e : link.ignored) std::fprintf(stderr, "warning: %s\n", e.text().c_str());
  State asked = link.state;
  if (!o.language.empty()) asked.view.language = language_of(o.language).value_or(Language::en);
  const std::string& id = o.story.empty() ? asked.view.story : o.story;
  std::vector<Story> stories;
  if (!id.empty()) {
    auto story = read_told(id);
    if (!story) return fail(story.error().text(), kUnusable);
    stories.push_back(std::move(*story));
  }
  const ReadFile data = data_files(o.folder);
  auto assets = load_assets([&](std::string_view name) { return name.starts_with("data/") ? data(name.substr(5)) : read_own(name); });
  if (!assets) return fail(assets.error().text(), kFailed);
  if (const auto error = load_language(read_own, asked.view.language, *assets)) return fail(error->text(), kFailed);
  if (assets->portfolio.projects.empty()) return fail("there are no projects in the data", kFailed);

  Json all = Json::array();
  std::string lines;
  std::optional<Results> results;
  for (const State& view : views_of(asked, o.story.empty() ? nullptr : &stories.front())) {
    if (!results || !(results->scenario == view.scenario)) results = simulate(assets->portfolio, view.scenario);
    World world{assets->portfolio, *results, *assets->base, assets->words(view.view.language)};
    world.stories = stories;
    if (o.json) all.push_back(json_of(world, view));
    else lines += lines_of(figure_table(world, view));
  }
  return write_output(o.output, o.json ? all.dump(1) + "\n" : lines) ? 0 : kFailed;
}

}  // namespace

void add_figures(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  Options& o = *options;
  CLI::App* command = app.add_subcommand("figures", "The figures of a view, simulated beside reported, as the page without the map shows them");
  command->add_option("LINK", o.link, "Address of a view, or its part after #");
  command->add_option("--story", o.story, "Instead: each step of this story");
  command->add_option("--lang", o.language, "Language, instead of the link's")->check(CLI::IsMember({"en", "zh", "ru", "ar"}));
  command->add_flag("--json", o.json, "A JSON list, with the words and sources of a story's step, and the link");
  command->add_option("--data", o.folder, "Folder of data files (otherwise the program's own)");
  command->add_option("-o,--output", o.output, "File to write (otherwise standard output)");
  command->callback([options, &exit_code] { exit_code = figures_command(*options); });
}

}  // namespace gs::cli
