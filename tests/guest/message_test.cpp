#include "guest/message.hpp"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "scene/explorer.hpp"
#include "scene/view.hpp"

using namespace gs;
using Json = nlohmann::json;

namespace {

HostMessage read(const std::string& json, const State& now = {}) { return read_message(json, test::assets().portfolio, now, known_projection); }

/// A message of that type, with `fields` in JSON.
HostMessage asked(const std::string& type, const std::string& fields, const State& now = {}) {
  return read("{\"type\":\"greensilk:" + type + "\",\"version\":1" + (fields.empty() ? "" : "," + fields) + "}", now);
}

State after(const HostMessage& m, State s = {}) {
  for (const Action& a : m.actions) s = reduce(std::move(s), a);
  return s;
}

Story story(const std::string& id, std::size_t steps) {
  Story s;
  s.id = id;
  s.steps.resize(steps);
  return s;
}

int step(const StepFound& found) { return found.step ? found.step->step : -1; }

}  // namespace

TEST_CASE("fields of a view change these and nothing else", "[guest][message]") {
  State begin;
  begin.view.viewpoint = {10.0, 20.0, 3.0, 0.0};
  const HostMessage m = asked("set", R"("year":2040,"projection":"ortho","longitude":54.5,"language":"zh","theme":"dark","country":"ARE")", begin);
  CHECK(m.refused.empty());
  CHECK_FALSE(m.fragment);
  State wanted = begin;
  wanted.scenario.year = 2040;
  wanted.view.projection = "ortho";
  wanted.view.viewpoint.longitude = 54.5;
  wanted.view.language = Language::zh;
  wanted.view.theme = Theme::dark;
  wanted.view.country = "ARE";
  CHECK(after(m, begin) == wanted);
}

TEST_CASE("a link in a message is opened whole, and what of it cannot be read is told", "[guest][message]") {
  const HostMessage good = asked("set", R"("fragment":"v=1&p=ortho&y=2030")");
  CHECK(good.fragment == "v=1&p=ortho&y=2030");
  CHECK(good.refused.empty());
  const HostMessage partly = asked("set", R"("fragment":"v=1&y=1066")");
  CHECK(partly.fragment == "v=1&y=1066");
  REQUIRE(partly.refused.size() == 1);
  CHECK(partly.refused[0] == Refusal{"greensilk:set:fragment:link:y", "a number from 2000 to 2060", "\"1066\""});
}

TEST_CASE("a project, a line and a locomotive are selected by their ids", "[guest][message]") {
  const Portfolio& facts = test::assets().portfolio;
  REQUIRE_FALSE(facts.routes.empty());
  for (const char* id : {"al-dhafra-pv2", "project:al-dhafra-pv2"}) {
    const HostMessage m = asked("select", "\"selection\":\"" + std::string(id) + "\"");
    CHECK(after(m).view.selection == test::project("al-dhafra-pv2"));
    CHECK(m.actions.size() == 2);  // and the map goes there
  }
  const HostMessage line = asked("select", "\"selection\":\"route:" + facts.routes.front().id + "\",\"fly\":false");
  CHECK(after(line).view.selection == Selection{SelectionKind::route, facts.routes.front().id});
  CHECK(line.actions.size() == 1);
  State chosen;
  chosen.view.selection = test::project("al-dhafra-pv2");
  for (const char* none : {R"("selection":null)", R"("selection":"")"})
    CHECK(after(asked("select", none), chosen).view.selection == Selection{});
}

TEST_CASE("playing begins and ends", "[guest][message]") {
  CHECK(after(asked("play", R"("years":true)")).view.playing_years);
  CHECK_FALSE(after(asked("play", R"("years":false)"), after(asked("play", R"("years":true)"))).view.playing_years);
  CHECK(after(asked("play", R"("trains":true,"hours":true)")).view.playing_trains);
  CHECK(asked("play", R"("story":"to-2040")").story == StoryMove{"to-2040", std::nullopt, 0, std::nullopt});
  CHECK(asked("play", R"("story":"to-2040","step":2)").story == StoryMove{"to-2040", 2, 0, std::nullopt});
  CHECK(asked("play", R"("step":"prev")").story == StoryMove{"", std::nullopt, -1, std::nullopt});
  CHECK(asked("play", R"("progress":0.5)").story == StoryMove{"", std::nullopt, 0, 0.5});
  CHECK(asked("play", R"("story":"")").actions.size() == 1);
}

TEST_CASE("a hello asks for nothing", "[guest][message]") {
  const HostMessage m = asked("hello", R"("id":"a")");
  CHECK(m.refused.empty());
  CHECK(m.actions.empty());
  CHECK(m.id == "\"a\"");
}

TEST_CASE("what is wrong is refused by its place, and nothing of the message is done", "[guest][message]") {
  struct Wrong {
    std::string json, place;
  };
  const std::string begin = R"({"version":1,"type":"greensilk:)";
  const std::vector<Wrong> all{
      {"", "message"}, {"[1]", "message"}, {"{}", "message:type"}, {R"({"type":"greensilk:fly","version":1})", "message:type"},
      {R"({"type":"greensilk:hello"})", "greensilk:hello:version"}, {R"({"type":"greensilk:hello","version":2})", "greensilk:hello:version"},
      {R"({"type":"greensilk:hello","version":1,"id":[]})", "message:id"},
      {begin + R"(set"})", "greensilk:set"}, {begin + R"(set","year":1999})", "greensilk:set:year"},
      {begin + R"(set","year":2030.5})", "greensilk:set:year"}, {begin + R"(set","year":"2030"})", "greensilk:set:year"},
      {begin + R"(set","latitude":91,"year":2030})", "greensilk:set:latitude"}, {begin + R"(set","zoom":40})", "greensilk:set:zoom"},
      {begin + R"(set","projection":"custom"})", "greensilk:set:projection"}, {begin + R"(set","projection":"flat"})", "greensilk:set:projection"},
      {begin + R"(set","theme":"pink"})", "greensilk:set:theme"}, {begin + R"(set","country":"UAE1"})", "greensilk:set:country"},
      {begin + R"(set","yaer":2030})", "greensilk:set:yaer"}, {begin + R"(set","fragment":"v=1","year":2030})", "greensilk:set:fragment"},
      {begin + R"(select"})", "greensilk:select:selection"}, {begin + R"(select","selection":"project:nowhere"})", "greensilk:select:selection"},
      {begin + R"(select","selection":"al-dhafra-pv2","fly":1})", "greensilk:select:fly"},
      {begin + R"(play"})", "greensilk:play"}, {begin + R"(play","years":"yes"})", "greensilk:play:years"},
      {begin + R"(play","step":-1})", "greensilk:play:step"}, {begin + R"(play","step":1.5})", "greensilk:play:step"},
      {begin + R"(play","progress":1.01})", "greensilk:play:progress"}, {begin + R"(play","progress":0.5,"step":1})", "greensilk:play:progress"}};
  for (const Wrong& w : all) {
    CAPTURE(w.json);
    const HostMessage m = read(w.json);
    REQUIRE(m.refused.size() == 1);
    CHECK(m.refused[0].place == w.place);
    CHECK_FALSE(m.refused[0].expected.empty());
    CHECK_FALSE(m.refused[0].found.empty());
    CHECK(m.actions.empty());
    CHECK_FALSE(m.fragment);
    CHECK_FALSE(m.story);
  }
}

TEST_CASE("a refusal quotes no more than fits a line, and is whole JSON", "[guest][message]") {
  const HostMessage m = asked("set", "\"id\":7,\"theme\":\"" + std::string(5000, 'x') + "\",\"year\":\"\xF0\x9F\"");
  CHECK(m.refused.size() == 1);  // not UTF-8: no JSON at all
  const HostMessage wide = asked("set", "\"id\":7,\"theme\":\"" + std::string(5000, 'x') + "\"");
  REQUIRE(wide.refused.size() == 1);
  CHECK(wide.refused[0].found.size() < 80);
  const Json told = Json::parse(refused_json(wide.id, wide.refused));
  CHECK(told["type"] == "refused");
  CHECK(told["id"] == 7);
  CHECK(told["problems"][0]["place"] == "greensilk:set:theme");
  CHECK(Json::parse(refused_json("", wide.refused))["id"].is_null());
}

TEST_CASE("a story's steps: by number, by turns, by progress, never beyond its ends", "[guest][message]") {
  const std::vector<Story> stories{story("one", 1), story("four", 4)};
  ViewState now;
  CHECK(step(step_after({"four", std::nullopt, 0, std::nullopt}, stories, now)) == 0);
  CHECK(step(step_after({"four", 3, 0, std::nullopt}, stories, now)) == 3);
  now.story = "four";
  now.step = 3;
  CHECK(step(step_after({"", std::nullopt, 1, std::nullopt}, stories, now)) == 3);
  CHECK(step(step_after({"", std::nullopt, -1, std::nullopt}, stories, now)) == 2);
  now.step = 0;
  CHECK(step(step_after({"", std::nullopt, -1, std::nullopt}, stories, now)) == 0);
  CHECK(step(step_after({"one", std::nullopt, 1, std::nullopt}, stories, now)) == 0);  // another story begins
  int before = 0;
  for (double p = 0.0; p <= 1.0; p += 1.0 / 64) {
    const int at = step(step_after({"four", std::nullopt, 0, p}, stories, now));
    CHECK((at == before || at == before + 1));
    before = at;
  }
  CHECK(before == 3);

  const StepFound far = step_after({"four", 4, 0, std::nullopt}, stories, now);
  REQUIRE(far.refused);
  CHECK(*far.refused == Refusal{"greensilk:play:step", "a whole number from 0 to 3", "4"});
  const StepFound unknown = step_after({"five", std::nullopt, 0, std::nullopt}, stories, now);
  REQUIRE(unknown.refused);
  CHECK(*unknown.refused == Refusal{"greensilk:play:story", "one of one four", "five"});
  CHECK_FALSE(unknown.step);
}
