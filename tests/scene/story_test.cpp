#include "scene/story.hpp"

#include <catch2/catch_test_macros.hpp>
#include <algorithm>

#include "scene/explorer.hpp"
#include "scene/policy.hpp"
#include "scene/view.hpp"
#include "state/url.hpp"
#include "text/figure.hpp"

using namespace gs;
using test::Explorer;

namespace {

const std::vector<Story>& stories() {
  static const std::vector<Story> all = [] {
    std::vector<Story> out;
    for (const char* id : {"green-locomotive", "sun-over-the-desert", "wind-on-the-steppe", "to-2040"}) {
      const std::string file = "data/stories/" + std::string(id) + ".json";
      auto read = read_story(file, test::read_asset(file).value());
      if (!read) FAIL(read.error().text());
      out.push_back(std::move(*read));
    }
    return out;
  }();
  return all;
}

World world_of(Explorer& e) {
  World w = e.world();
  w.stories = stories();
  return w;
}

}  // namespace

TEST_CASE("every step of every story has its figures, and none is left to be filled in", "[story]") {
  for (const Story& story : stories()) {
    Explorer e = Explorer::desktop();
    for (std::size_t i = 0; i < story.steps.size(); ++i) {
      INFO(story.id << " step " << i + 1);
      e.state = state_of_step(story, static_cast<int>(i), e.state);
      const World w = world_of(e);
      REQUIRE(step_of(w, e.state.view) == &story.steps[i]);
      for (const char* code : {"en", "zh", "ru", "ar"}) {
        const std::string words = with_figures(story.steps[i].text.in(code), w);
        INFO(words);
        CHECK(words.find('{') == std::string::npos);
        CHECK(words.find(w.tr("figure.none")) == std::string::npos);
        const std::string notes = with_figures(story.steps[i].notes.in(code), w);
        INFO(notes);
        CHECK_FALSE(notes.empty());
        CHECK(notes.find('{') == std::string::npos);
        CHECK(notes.find(w.tr("figure.none")) == std::string::npos);
      }
      for (const std::string& id : story.steps[i].sources) CHECK(w.portfolio.source(id) != nullptr);
    }
  }
}

TEST_CASE("a figure in a text is the one of the results in force", "[story]") {
  Explorer e = Explorer::desktop();
  const auto saving = [&] {
    const World w = e.world();
    const auto& all = w.portfolio.projects;
    const auto row = std::find_if(all.begin(), all.end(), [](const Project& p) { return p.id == "al-dhafra-pv2"; });
    return figure(w.results.projects[static_cast<std::size_t>(row - all.begin())].avoided->best, w.tr).text();
  };
  CHECK(with_figures("It saves {saving:al-dhafra-pv2}.", e.world()) == "It saves " + saving() + ".");
  Explorer other = Explorer::desktop();
  other.state.scenario.method = FactorMethod::ifi_operating_margin;
  CHECK(with_figures("{saving:al-dhafra-pv2}", other.world()) != with_figures("{saving:al-dhafra-pv2}", e.world()));
  // What is not known stays to be seen.
  CHECK(with_figures("{saving:no-such-plant} and {nonsense}", e.world()) == "{saving:no-such-plant} and {nonsense}");
}

TEST_CASE("a step keeps the reader's language and theme, and its link opens the same step", "[story]") {
  Explorer e = Explorer::desktop();
  e.state.view.language = Language::zh;
  e.state.view.theme = Theme::dark;
  for (const Story& story : stories()) {
    for (std::size_t i = 0; i < story.steps.size(); ++i) {
      const State s = state_of_step(story, static_cast<int>(i), e.state);
      CHECK(s.view.language == Language::zh);
      CHECK(s.view.theme == Theme::dark);
      const FromFragment again = from_fragment(to_fragment(s), known_projection);
      CHECK(again.ignored.empty());
      CHECK(again.state.view.story == story.id);
      CHECK(again.state.view.step == static_cast<int>(i));
    }
    // Beyond its ends a story has its first and last step.
    CHECK(state_of_step(story, -3, e.state).view.step == 0);
    CHECK(state_of_step(story, 98, e.state).view.step == static_cast<int>(story.steps.size()) - 1);
  }
}

TEST_CASE("the way of a locomotive lies on the map as a great circle with its ends", "[story][arcs]") {
  Explorer e = Explorer::desktop();
  const Story& story = stories().front();
  const auto with_arc = std::find_if(story.steps.begin(), story.steps.end(), [](const StoryStep& s) { return !s.arcs.empty(); });
  REQUIRE(with_arc != story.steps.end());
  e.stories = stories();
  e.state = state_of_step(story, static_cast<int>(with_arc - story.steps.begin()), e.state);
  const std::size_t with = e.draw().strokes.size();
  const Lines* arc = e.draw().strokes.back().lines;
  REQUIRE(arc->pieces.size() == 1);
  CHECK(arc->points.size() > 3);  // it curves
  e.state = reduce(e.state, action::EndStory{});
  CHECK(e.draw().strokes.size() == with - 1);
}

TEST_CASE("a damaged story is refused with the place of what is wrong", "[story]") {
  const auto words = [](const std::string& bytes) {
    const auto read = read_story("s.json", bytes);
    return read ? std::string("read") : read.error().text();
  };
  const std::string four = R"({"en":"a","zh":"b","ru":"c","ar":"d"})";
  const auto story = [&](const std::string& steps) {
    return R"({"id":"s","title":)" + four + R"(,"summary":)" + four + R"(,"steps":[)" + steps + "]}";
  };
  CHECK(words("nonsense").starts_with("s.json:1: expected a JSON object"));
  CHECK(words(R"({"id":"s"})").starts_with("s.json:id: expected an id, and a title"));
  CHECK(words(story("")).starts_with("s.json:steps: expected 1 to 99 steps"));
  CHECK(words(story(R"({"link":"v=1&y=1"})")).starts_with("s.json:steps[0]:link:y: expected a number from 2000 to 2060"));
  CHECK(words(story(R"({"link":"v=1"})")).starts_with("s.json:steps[0]: expected a title and a text in four languages"));
  CHECK(words(story(R"({"link":"v=1","title":)" + four + R"(,"text":)" + four + "}")) == "read");
}

TEST_CASE("a file is a story's by its steps, whatever is wrong in it", "[story]") {
  struct Row {
    const char* bytes;
    bool story;
  };
  for (const Row row : {Row{R"({"steps":[]})", true}, {" \n{\"id\":5,\"steps\":7}", true}, {"\xEF\xBB\xBF{\"steps\":[]}", true},
                        {R"({"type":"FeatureCollection","features":[]})", false}, {R"([{"steps":[]}])", false}, {"name,steps\n{a},{b}\n", false},
                        {R"({"steps":[)", false}, {"", false}, {"{", false}}) {
    CAPTURE(row.bytes);
    CHECK(is_story_file(row.bytes) == row.story);
  }
  for (const char* id : {"green-locomotive", "to-2040"}) CHECK(is_story_file(test::read_asset("data/stories/" + std::string(id) + ".json").value()));
}

TEST_CASE("no story file of another's makes the reader fail otherwise than in words", "[story]") {
  const std::string four = R"({"en":"a","zh":"","ru":"","ar":""})";
  const auto story = [&](const std::string& id, const std::string& steps) {
    return R"({"id":)" + id + R"(,"title":)" + four + R"(,"summary":)" + four + R"(,"steps":)" + steps + "}";
  };
  const auto step = [&](const std::string& more) { return R"([{"link":"v=1","title":)" + four + R"(,"text":)" + four + more + "}]"; };
  const auto reads = [](const std::string& bytes) { return read_story("s.json", bytes).ok(); };
  CHECK(reads(story(R"("s")", step(""))));
  CHECK(reads(story(R"("s")", step(R"(,"links":[{"from":[1,2],"to":[3,4],"source":5}],"sources":"none")"))));
  CHECK_FALSE(reads(story("5", step(""))));
  CHECK_FALSE(reads(story(R"("")", step(""))));
  CHECK_FALSE(reads(story(R"("s")", "7")));
  CHECK_FALSE(reads(story(R"("s")", "[7]")));
  CHECK_FALSE(reads(story(R"("s")", R"({"a":{"link":"v=1"}})")));
  CHECK_FALSE(reads(story(R"("s")", step(R"(,"links":[7])"))));
  CHECK_FALSE(reads(story(R"("s")", step(R"(,"links":"x")"))));
  CHECK_FALSE(reads(story(R"("s")", step(R"(,"links":[{"from":[1,"x"],"to":[3,4]}])"))));
  CHECK_FALSE(reads(story(R"("s")", R"([{"link":"v=1&p=custom&proj=%2Bproj%3Dnonsense","title":)" + four + R"(,"text":)" + four + "}]")));
}

TEST_CASE("a reader's story replaces only their own of its id, and its steps know the id", "[story]") {
  std::vector<Story> all = stories();
  const std::size_t before = all.size();
  const std::vector<const char*> taken{"green-locomotive", "to-2040"};
  Story mine = all.front();
  mine.id = "mine";
  CHECK(add_own(all, mine, taken) == "mine");
  REQUIRE(all.size() == before + 1);
  mine.steps.resize(1);
  CHECK(add_own(all, mine, taken) == "mine");
  REQUIRE(all.size() == before + 1);
  CHECK(all.back().steps.size() == 1);
  CHECK(all.back().own);
  Story same = all.front();  // of an id that is taken
  REQUIRE(same.id == "green-locomotive");
  for (int twice = 0; twice < 2; ++twice) CHECK(add_own(all, same, taken) == "green-locomotive-2");
  REQUIRE(all.size() == before + 2);
  CHECK_FALSE(all.front().own);
  for (const StoryStep& step : all.back().steps) CHECK(step.state.view.story == "green-locomotive-2");
  same.id = std::string(kLongestId, 'x');
  const std::string longest = same.id;
  const std::vector<const char*> also{longest.c_str()};
  const std::string id = add_own(all, same, also);
  CHECK(is_id(id));
  CHECK(id != longest);
}

TEST_CASE("a text that is written in one language is read in every one", "[story]") {
  Told told;
  CHECK(told.in("zh").empty());
  told.texts = {"", "", "по-русски", ""};
  for (const char* code : {"en", "zh", "ru", "ar", "xx"}) CHECK(told.in(code) == "по-русски");
  told.texts = {"English", "", "по-русски", "عربي"};
  CHECK(told.in("zh") == "English");
  CHECK(told.in("ru") == "по-русски");
  CHECK(told.in("ar") == "عربي");
  CHECK(told.in("xx") == "English");
  Story untold;
  untold.id = "my-story";
  CHECK(title_of(untold, "en") == "my-story");
}

TEST_CASE("the page of policy knows its projects, claims and sources", "[policy]") {
  const auto policy = read_policy(test::read_asset("data/policy.json").value());
  if (!policy) FAIL(policy.error().text());
  CHECK(policy->first_year == 2024);
  CHECK(policy->last_year == 2029);
  CHECK(policy->areas.size() == 7);
  CHECK(policy->themes.size() == 5);
  const Portfolio& p = test::assets().portfolio;
  const auto known_claim = [&](const std::string& id) {
    return std::any_of(p.claims.begin(), p.claims.end(), [&](const Claim& c) { return c.id == id; });
  };
  for (const std::string& id : policy->targets) CHECK(known_claim(id));
  for (const Policy::Theme& theme : policy->themes) {
    INFO(theme.id);
    for (const std::string& id : theme.projects) CHECK(p.project(id) != nullptr);
    for (const std::string& id : theme.claims) CHECK(known_claim(id));
    for (const std::string& id : theme.sources) CHECK(p.source(id) != nullptr);
    CHECK_FALSE(theme.dates.empty());
  }
}

TEST_CASE("a speaker's notes may be missing, and are refused in other than four languages", "[story]") {
  const auto story = [](const char* notes) {
    const std::string told = R"({"en":"a","zh":"b","ru":"c","ar":"d"})";
    return R"({"id":"own","title":)" + told + R"(,"summary":)" + told + R"(,"steps":[{"link":"v=1","title":)" + told + R"(,"text":)" + told + notes + "}]}";
  };
  const auto without = read_story("own.json", story(""));
  REQUIRE(without);
  CHECK(without->steps[0].notes.in("en").empty());
  const auto with = read_story("own.json", story(R"(,"notes":{"en":"say this","zh":"","ru":"","ar":""})"));
  REQUIRE(with);
  CHECK(with->steps[0].notes.in("ru") == "say this");
  for (const char* bad : {R"(,"notes":"say this")", R"(,"notes":{"en":5})"}) {
    const auto read = read_story("own.json", story(bad));
    INFO(bad);
    REQUIRE_FALSE(read);
    CHECK(read.error().where == "own.json:steps[0]");
  }
}
