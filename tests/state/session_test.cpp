#include "state/session.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "state/named_scenarios.hpp"
#include "state/random_state.hpp"
#include "state/url.hpp"

using namespace gs;
using Catch::Matchers::ContainsSubstring;

namespace {

NamedScenario scenario(const std::string& name, int year) {
  Scenario s;
  s.year = year;
  return {name, s};
}

/// One with something in every part, odd texts and bytes among them.
Session full() {
  Session s;
  s.title = "Мой проект \"净零\"";
  s.saved = "2026-11-30T07:45:00Z";
  s.link = "v=1&lon=54.5&lat=24.1&z=4&lang=ar";
  s.own = {{"mine.csv", "name,technology\r\n\"a, b\",solar_pv\r\n"}, {"empty.csv", ""}, {"latin1.csv", std::string("caf\xE9;\0\x80\xFF\n", 9)}};
  s.waiting = {{"پروژه.geojson", "{\"type\": \"FeatureCollection\"}"}};
  s.stories = {{"story.json", "{\"id\": \"my-story\"}\n"}};
  s.views = {"v=1&z=3", "v=1&z=4&sel=project:al-dhafra-pv2"};
  s.scenarios = {scenario("a", 2035), scenario("情景 2", 2050)};
  s.file = "/home/me/a \"b\"/mine.greensilk";
  s.digest = "0123456789abcdef";
  s.changed = s.closed = true;
  return s;
}

ReadSession read(const std::string& text) {
  const auto r = read_session("mine.greensilk", text);
  if (!r) FAIL("it is not read: " << r.error().text());
  return *r;
}

std::string problem(const std::string& text) {
  const auto r = read_session("mine.greensilk", text);
  return r ? "read" : r.error().text();
}

}  // namespace

TEST_CASE("a session survives the way through its file, each part and byte of it", "[session]") {
  const std::string text = to_session(full());
  CAPTURE(text);
  const ReadSession back = read(text);
  CHECK(back.session == full());
  CHECK(back.ignored.empty());
  CHECK(to_session(back.session) == text);
  CHECK(text.ends_with("}\n"));
  CHECK(read(to_session({})).session == Session{});
}

TEST_CASE("any bytes of a reader's files, any state and any scenario survive", "[session]") {
  test::Dice dice(20261130);
  for (int round = 0; round < 200; ++round) {
    Session s;
    const State state = test::random_state(dice);
    s.link = session_link(state);
    for (int i = 0; i < 3; ++i) s.own.push_back({"file " + std::to_string(i), dice.bytes(300)});
    s.scenarios = with_scenario({}, "one", test::random_state(dice).scenario);
    const ReadSession back = read(to_session(s));
    CHECK(back.session == s);
    CHECK(back.ignored.empty());
    CHECK(session_link(from_fragment(back.session.link, [](std::string_view) { return true; }).state) == s.link);
  }
}

TEST_CASE("a session's link names its language, English too", "[session]") {
  State s;
  CHECK_THAT(session_link(s), ContainsSubstring("lang=en"));
  s.view.language = Language::ru;
  s.view.query = "lang=zh";
  CHECK_THAT(session_link(s), ContainsSubstring("lang=ru") && !ContainsSubstring("lang=en"));
}

TEST_CASE("a session that is cut short anywhere is refused with the line", "[session]") {
  const std::string text = to_session(full());
  for (std::size_t length = 0; length + 1 < text.size(); ++length) {
    const auto r = read_session("mine.greensilk", std::string_view(text).substr(0, length));
    CAPTURE(length);
    REQUIRE_FALSE(r.ok());
    CHECK_FALSE(r.error().what.empty());
  }
  CHECK(problem(text.substr(0, text.size() - 3)) == "mine.greensilk:13: expected JSON that goes on, found the end of the file: it is cut short");
  CHECK(problem("") == "mine.greensilk: expected a session, found an empty file");
  CHECK(problem(" \n") == "mine.greensilk: expected a session, found an empty file");
}

TEST_CASE("what is no session, or of a later version, is refused in words", "[session]") {
  struct Row {
    const char *text, *said;
  };
  for (const Row row : {Row{"[1]", "expected a session"},
                        {"{\"steps\": []}", "expected a session"},
                        {"name,technology", "mine.greensilk:1: expected JSON"},
                        {"{\"greensilk\": 1,\n \"link\" \"v=1\"}", "mine.greensilk:2: expected JSON"},
                        {"{\"greensilk\": \"1\"}", "mine.greensilk:greensilk: expected a version's number, found \"1\""},
                        {"{\"greensilk\": 0}", "found 0"},
                        {"{\"greensilk\": -1}", "found -1"},
                        {"{\"greensilk\": 1.5}", "found 1.5"},
                        {"{\"greensilk\": 2}", "expected a version up to 1, found 2: a newer program wrote it"},
                        {"{\"greensilk\": 1, \"title\": \"\xFF\"}", "mine.greensilk:1: expected JSON"}}) {
    CAPTURE(row.text);
    CHECK_THAT(problem(row.text), ContainsSubstring(row.said));
  }
}

TEST_CASE("a damaged part is named and hides no other", "[session]") {
  const ReadSession back = read(R"({"greensilk": 1, "link": "v=1&z=4", "title": 7, "colour": "green", "changed": "yes",
    "own": [{"name": "a.csv", "text": "x"}, 5, {"name": "b.csv"}, {"text": "y"}, {"name": "c.csv", "bytes": "\u0100"}, {"name": "d.csv", "bytes": "\u00e9"}],
    "waiting": {}, "views": ["v=1", 3], "scenarios": [{"name": "a", "link": "v=1&y=2035"}, {"name": "a", "link": "v=1"}, {"name": "b", "link": "z=4"}, {"name": " "}]})");
  CHECK(back.session.link == "v=1&z=4");
  CHECK(back.session.own == std::vector<KeptFile>{{"a.csv", "x"}, {"d.csv", "\xE9"}});
  CHECK(back.session.views == std::vector<std::string>{"v=1"});
  CHECK(back.session.scenarios == std::vector<NamedScenario>{scenario("a", 2035)});
  std::string places;
  for (const Error& e : back.ignored) {
    CHECK_THAT(e.what, ContainsSubstring("expected ") && ContainsSubstring(", found "));
    places += e.where.substr(e.where.find(':') + 1) + " ";
  }
  CHECK(places == "title changed own[1].name own[2].text own[3].name own[4].bytes waiting views[1] scenarios[1] scenarios[2] scenarios[3].link colour ");
}

TEST_CASE("no mutation of a session does harm, and what is read is written and read again", "[session]") {
  const std::string text = to_session(full());
  test::Dice dice(7);
  for (int round = 0; round < 4000; ++round) {
    std::string mutant = text;
    for (std::uint32_t n = 1 + dice.below(4); n > 0; --n) {
      const std::uint32_t at = dice.below(static_cast<std::uint32_t>(mutant.size()));
      switch (dice.below(4)) {
        case 0: mutant[at] = static_cast<char>(dice.below(256)); break;
        case 1: mutant.erase(at, 1 + dice.below(20)); break;
        case 2: mutant.insert(at, mutant.substr(dice.below(static_cast<std::uint32_t>(mutant.size())), dice.below(30))); break;
        default: mutant.insert(at, 1, "{}[]\",:0n"[dice.below(9)]);
      }
      if (mutant.empty()) mutant = "{";
    }
    CAPTURE(mutant);
    const auto r = read_session("mine.greensilk", mutant);
    if (!r) {
      CHECK_THAT(r.error().text(), ContainsSubstring("mine.greensilk") && ContainsSubstring("expected "));
      continue;
    }
    const auto again = read_session("mine.greensilk", to_session(r->session));
    REQUIRE(again.ok());
    CHECK(again->session == r->session);
    CHECK(again->ignored.empty());
  }
}

TEST_CASE("lists without end are cut, and it is said", "[session]") {
  Session s;
  s.views.assign(kMostKeptViews + 5, "v=1");
  const ReadSession back = read(to_session(s));
  CHECK(back.session.views.size() == kMostKeptViews);
  REQUIRE(back.ignored.size() == 1);
  CHECK_THAT(back.ignored.front().text(), ContainsSubstring("mine.greensilk:views: expected at most 99"));
}

TEST_CASE("a session is known by its name", "[session]") {
  for (const char* name : {"a.greensilk", "A.GreenSilk", "/tmp/净零.greensilk"}) CHECK(is_session_name(name));
  for (const char* name : {".greensilk", "greensilk", "a.greensilk.csv", "a.json", ""}) CHECK_FALSE(is_session_name(name));
}

TEST_CASE("scenarios of a session join the reader's own and replace none", "[session]") {
  const std::vector<NamedScenario> mine{scenario("a", 2030), scenario("b", 2040)};
  std::size_t left_out = 9;
  const auto once = joined_scenarios(mine, {scenario("b", 2040), scenario("a", 2050), scenario("c", 2060)}, left_out);
  CHECK(once == std::vector<NamedScenario>{scenario("a", 2030), scenario("b", 2040), scenario("a 2", 2050), scenario("c", 2060)});
  CHECK(left_out == 0);
  CHECK(joined_scenarios(once, {scenario("a", 2050)}, left_out) == once);

  std::vector<NamedScenario> many;
  for (int i = 0; i < static_cast<int>(kMostNamedScenarios); ++i) many.push_back(scenario("s" + std::to_string(i), 2030));
  CHECK(joined_scenarios(many, {scenario("new", 2030), scenario("s1", 2030), scenario("s2", 2031)}, left_out) == many);
  CHECK(left_out == 2);
  const std::string longest(kLongestName, 'x');
  const auto two = joined_scenarios({scenario(longest, 2030)}, {scenario(longest, 2031)}, left_out);
  REQUIRE(two.size() == 2);
  CHECK(two[1].name == longest.substr(0, kLongestName - 2) + " 2");
}
