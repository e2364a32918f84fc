#include "scene/film.hpp"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "scene/explorer.hpp"
#include "scene/picture_sheet.hpp"

using namespace gs;
using test::Explorer;

namespace {

Story told(const std::string& id) {
  const std::string file = "data/stories/" + id + ".json";
  auto read = read_story(file, test::read_asset(file).value());
  if (!read) FAIL(read.error().text());
  return std::move(*read);
}

/// Three steps of one map, then one of another.
Story short_story() {
  Story s;
  s.id = "short";
  for (int i = 0; i < 4; ++i) {
    StoryStep step;
    step.state.view.story = s.id;
    step.state.view.step = i;
    step.state.view.viewpoint = {60.0 + 10.0 * i, 30.0, 2.0, 0.0};
    if (i == 3) step.state.view.projection = "ortho";
    s.steps.push_back(step);
  }
  return s;
}

const State& shown(const Film& f, std::size_t frame) { return f.states[f.frames[frame].state]; }

}  // namespace

TEST_CASE("a film has as many frames as its seconds ask for, and ends at the last step", "[film]") {
  struct Case {
    int fps;
    double seconds;
    std::size_t frames;
  };
  for (const Case c : {Case{30, 10.0, 300}, Case{12, 2.5, 30}, Case{60, 1.0, 60}, Case{5, 19.0, 95}}) {
    INFO(c.fps << " fps, " << c.seconds << " s");
    const Film film = film_of(short_story(), State{}, {c.fps, c.seconds});
    REQUIRE(film.frames.size() == c.frames);
    CHECK(film.fps == c.fps);
    CHECK(shown(film, 0).view.step == 0);
    CHECK(shown(film, 0).view.viewpoint == short_story().steps.front().state.view.viewpoint);
    CHECK(shown(film, c.frames - 1).view.step == 3);
    CHECK(shown(film, c.frames - 1).view.viewpoint == short_story().steps.back().state.view.viewpoint);
    CHECK_FALSE(film.frames.back().before);
  }
}

TEST_CASE("without a length a step stands for 4 s and the way to the next takes 1 s", "[film]") {
  const Story story = short_story();
  REQUIRE(usual_seconds(story) == Catch::Approx(19.0));
  const Film film = film_of(story, State{}, {10, usual_seconds(story)});
  REQUIRE(film.frames.size() == 190);
  for (std::size_t i = 0; i < 40; ++i) CHECK(film.frames[i] == film.frames[0]);
  CHECK(shown(film, 40).view.step == 1);  // its words come with the way to it
  CHECK(shown(film, 45).view.viewpoint.longitude > 60.0);
  CHECK(shown(film, 45).view.viewpoint.longitude < 70.0);
  for (std::size_t i = 50; i < 90; ++i) CHECK(film.frames[i] == film.frames[50]);
  CHECK(shown(film, 50).view.viewpoint == story.steps[1].state.view.viewpoint);
}

TEST_CASE("a flight goes steadily forward, and eases in and out", "[film]") {
  const Film film = film_of(short_story(), State{}, {10, 19.0});
  std::vector<double> steps;
  for (std::size_t i = 40; i < 50; ++i) {
    const double from = shown(film, i).view.viewpoint.longitude, to = shown(film, i + 1).view.viewpoint.longitude;
    CHECK(to > from);
    steps.push_back(to - from);
  }
  CHECK(steps.front() < steps[4]);
  CHECK(steps.back() < steps[5]);
}

TEST_CASE("maps of two projections fade into each other", "[film]") {
  const Film film = film_of(short_story(), State{}, {10, 19.0});
  double share = -1.0;
  for (std::size_t i = 140; i < 150; ++i) {
    REQUIRE(film.frames[i].before);
    CHECK(film.states[*film.frames[i].before].view.step == 2);
    CHECK(shown(film, i).view.projection == "ortho");
    CHECK(film.frames[i].share > share);
    share = film.frames[i].share;
  }
  CHECK_FALSE(film.frames[150].before);
  const auto count = std::count_if(film.frames.begin(), film.frames.end(), [](const FilmFrame& f) { return f.before.has_value(); });
  CHECK(count == 10);
}

TEST_CASE("the same story gives the same film", "[film]") {
  State reader;
  reader.view.playing_trains = true;
  const Story story = told("sun-over-the-desert");
  const Film a = film_of(story, reader, {30, 10.0}), b = film_of(story, reader, {30, 10.0});
  CHECK(a.frames == b.frames);
  CHECK(a.states == b.states);
  CHECK(a.states.size() > 250);  // trains are never where they were
}

TEST_CASE("each step of the program's stories is shown, for its reader", "[film]") {
  State reader;
  reader.view.language = Language::zh;
  reader.view.theme = Theme::print;
  for (const char* id : {"green-locomotive", "sun-over-the-desert", "wind-on-the-steppe", "to-2040"}) {
    const Story story = told(id);
    const Film film = film_of(story, reader, {12, usual_seconds(story)});
    for (std::size_t step = 0; step < story.steps.size(); ++step) {
      INFO(id << " step " << step);
      const auto at = std::find_if(film.states.begin(), film.states.end(), [&](const State& s) {
        return s.view.step == static_cast<int>(step) && s.view.viewpoint == story.steps[step].state.view.viewpoint;
      });
      REQUIRE(at != film.states.end());
      CHECK(at->view.language == Language::zh);
      CHECK(at->view.theme == Theme::print);
      CHECK(at->scenario == story.steps[step].state.scenario);
    }
  }
}

TEST_CASE("a view is a film of what plays in it, and stands still without", "[film]") {
  State view;
  view.scenario.year = 2026;
  CHECK_FALSE(film_of(view, {30, 2.0}).moves());

  State years = reduce(view, action::PlayYears{true});
  const Film by_year = film_of(years, {10, 2.1});
  REQUIRE(by_year.states.size() == 3);
  CHECK(by_year.states[0].scenario.year == 2026);
  CHECK(shown(by_year, 6).scenario.year == 2026);
  CHECK(shown(by_year, 7).scenario.year == 2027);
  CHECK(shown(by_year, 14).scenario.year == 2028);

  State hours = view;
  hours.view.time = TimeScale::hours;
  hours.view.map.hour = 100.0;
  hours.view.map.pace = 6;
  const Film by_hour = film_of(hours, {10, 2.0});
  CHECK(shown(by_hour, 10).view.map.hour == Catch::Approx(106.0));
  CHECK(shows(shown(by_hour, 0).view, Layer::night));

  const State trains = reduce(view, action::PlayTrains{true});
  CHECK(shown(film_of(trains, {10, 2.0}), 10).view.train_clock == Catch::Approx(1000.0));
}

TEST_CASE("years that have come to their end stay there", "[film]") {
  State view;
  view.scenario.year = kLastYear - 1;
  const Film film = film_of(reduce(view, action::PlayYears{true}), {10, 10.0});
  CHECK(shown(film, film.frames.size() - 1).scenario.year == kLastYear);
  CHECK(film.states.size() == 2);
}

TEST_CASE("a picture fades evenly into the next", "[film]") {
  const std::vector<std::uint8_t> from{0, 100, 255, 10}, to{255, 200, 255, 10};
  CHECK(faded(from, to, 0.0) == from);
  CHECK(faded(from, to, 1.0) == to);
  CHECK(faded(from, to, 0.5) == std::vector<std::uint8_t>{128, 150, 255, 10});
}

TEST_CASE("the words of a step stand whole and large at the foot of a film, in each language", "[film]") {
  for (const char* id : {"green-locomotive", "sun-over-the-desert", "wind-on-the-steppe", "to-2040"}) {
    const std::vector<Story> stories{told(id)};
    for (const Language l : {Language::en, Language::zh, Language::ru, Language::ar}) {
      Explorer e = Explorer::desktop();
      e.state.view.language = l;
      for (std::size_t step = 0; step < stories[0].steps.size(); ++step) {
        INFO(id << " step " << step + 1 << " in " << code_of(l));
        e.state = state_of_step(stories[0], static_cast<int>(step), e.state);
        World w = e.world();
        w.stories = stories;
        PictureBuilder builder;
        PictureInput in{w, e.state, palette_of(Theme::print, false), test::measures(l).fonts(), {1280, 720}, 1.5};
        in.caption = caption_sheet;
        const auto scene = builder.build(in);
        REQUIRE(scene);
        std::string words;
        float left = 1280.0f, right = 0.0f;
        const std::string text = with_figures(stories[0].steps[step].text.in(code_of(l)), w);
        for (const Label& label : (*scene)->labels) {
          // Of 1080 px a line has 30 at least, from ascent to descent; the legend below has less.
          if (label.at.y < 518.0f || label.size < 20.0f || text.find(label.text) == std::string::npos) continue;
          words += label.text;
          const float end = label.at.x + in.fonts.regular.width(label.text, label.size);
          left = std::min(left, label.at.x), right = std::max(right, end);
        }
        const auto letters = [](std::string s) { return std::erase(s, ' '), s; };
        CHECK(letters(words).find(letters(text)) != std::string::npos);
        CHECK(left >= 0.0f);
        CHECK(right <= 1280.0f);
        if (l == Language::ar) CHECK(right >= 1240.0f);  // it begins at the right
        else CHECK(left <= 40.0f);
      }
    }
  }
}
