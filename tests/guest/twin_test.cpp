#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "guest/state_json.hpp"
#include "guest/twin_actions.hpp"
#include "guest/twin_controls.hpp"
#include "guest/twin_json.hpp"
#include "scene/explorer.hpp"
#include "scene/story.hpp"
#include "text/figure.hpp"

using namespace gs;
using test::Explorer;
using test::project;
using Json = nlohmann::json;

namespace {

const std::vector<Story>& stories() {
  static const std::vector<Story> all = [] {
    const std::string file = "data/stories/to-2040.json";
    auto read = read_story(file, test::read_asset(file).value());
    if (!read) FAIL(read.error().text());
    return std::vector<Story>{std::move(*read)};
  }();
  return all;
}

Json json_of(const TwinValue& value) {
  if (const bool* on = std::get_if<bool>(&value)) return *on;
  if (const int* number = std::get_if<int>(&value)) return *number;
  if (const std::string* text = std::get_if<std::string>(&value)) return *text;
  return nullptr;
}

/// Every option of a control, or its extremes and something between.
std::vector<Json> offered(const TwinControl& c) {
  switch (c.kind) {
    case TwinKind::range: return {c.range.least, c.range.most, (c.range.least + c.range.most) / 2};
    case TwinKind::check: return {true, false, true};
    case TwinKind::text: return {"wind 500", "", "风电", "الظفرة", "\"quoted\" \\ text"};
    case TwinKind::choice: break;
    case TwinKind::button: return c.value.index() == 0 ? std::vector<Json>{} : std::vector<Json>{true, false, true};
  }
  std::vector<Json> out;
  for (const TwinOption& o : c.options) out.emplace_back(o.id);
  return out;
}

std::string message(const std::string& control, const Json& value) { return Json{{"type", "do"}, {"control", control}, {"value", value}}.dump(); }

const TwinControl* find(const std::vector<TwinControl>& all, const std::string& id) {
  for (const TwinControl& c : all)
    if (c.id == id) return &c;
  return nullptr;
}

/// States between which every control is there.
std::vector<State> states() {
  State usual = Explorer::desktop().state, other = usual;
  other.view.language = Language::ar;
  other.view.projection = std::string(kCustomProjection);
  other.view.projection_text = "+proj=wag4";
  other.view.selection = {SelectionKind::route, "addis_djibouti"};
  other.view.country = "KAZ";
  other.view.table = {TableColumn::year, true};
  other.view.panel = Panel::table;
  other.scenario.year = 2040;
  other.scenario.what_if.build_gw = 120;
  other.against = Scenario{};
  State told = state_of_step(stories().front(), 1, usual);
  told.view.story = stories().front().id;
  told.view.step = 1;
  return {usual, other, told};
}

World world_of(Explorer& e) {
  World w = e.world();
  w.stories = stories();
  return w;
}

Json twin_of(Explorer& e, std::string_view words = {}) {
  const World w = world_of(e);
  const ProjectList list = project_list(w, e.state);
  const Json j = Json::parse(twin_json({w, e.state, list, words}), nullptr, false);
  REQUIRE(!j.is_discarded());
  return j;
}

}  // namespace

TEST_CASE("whatever a control of the twin offers becomes the state's, and is told back", "[guest][twin]") {
  for (const State& start : states()) {
    Explorer e = Explorer::desktop();
    e.state = start;
    e.state.view.panel = Panel::none;  // the laboratory's runs and the figures of other scenarios are not needed
    const World w = world_of(e);
    for (const TwinControl& c : twin_controls(w, start)) {
      for (const Json& value : offered(c)) {
        State s = start;
        CAPTURE(c.id, value.dump());
        const auto actions = twin_actions(w, s, message(c.id, value));
        if (!actions) FAIL(actions.error().text());
        for (const Action& a : *actions) s = reduce(std::move(s), a);
        const auto after = twin_controls(w, s);
        const TwinControl* told = find(after, c.id);
        REQUIRE(told);
        CHECK(json_of(told->value) == value);
        const auto again = twin_actions(w, s, message(c.id, value));
        REQUIRE(again);
        State same = s;
        for (const Action& a : *again) same = reduce(std::move(same), a);
        CHECK(same == s);
      }
    }
  }
}

TEST_CASE("a button of the twin asks for something, and for nothing where it can do nothing", "[guest][twin]") {
  for (const State& s : states()) {
    Explorer e = Explorer::desktop();
    e.state = s;
    e.state.view.panel = Panel::none;
    const World w = world_of(e);
    for (const TwinControl& c : twin_controls(w, s)) {
      if (c.kind != TwinKind::button) continue;
      CAPTURE(c.id);
      const auto actions = twin_actions(w, s, Json{{"type", "do"}, {"control", c.id}}.dump());
      REQUIRE(actions);
      CHECK(actions->empty() == !c.can);
    }
  }
}

TEST_CASE("the controls of the twin have names of their own, words, and a group of the page", "[guest][twin]") {
  std::set<std::string> groups;
  for (const TwinGroup& g : twin_groups()) groups.insert(g.id);
  for (const Language language : {Language::en, Language::zh, Language::ru, Language::ar}) {
    for (State s : states()) {
      Explorer e = Explorer::desktop();
      s.view.language = language;
      e.state = s;
      e.state.view.panel = Panel::none;
      const World w = world_of(e);
      std::set<std::string> ids;
      for (const TwinControl& c : twin_controls(w, s)) {
        CAPTURE(static_cast<int>(language), c.id, c.label);
        CHECK(ids.insert(c.id).second);
        CHECK(groups.contains(c.group));
        CHECK_FALSE(c.label.empty());
        CHECK((c.kind != TwinKind::range || (c.range.least < c.range.most && !c.words.empty())));
        if (c.quiet) continue;
        for (const TwinOption& o : c.options) CHECK_FALSE(o.label.empty());
      }
    }
  }
}

TEST_CASE("a message that asks for what is not there is refused in words and changes nothing", "[guest][twin]") {
  Explorer e = Explorer::desktop();
  const World w = world_of(e);
  const std::pair<std::string, std::string> wrong[] = {
      {R"({"type":"do","control":"year","value":1999})", "twin:year"},        {R"({"type":"do","control":"year","value":2030.5})", "twin:year"},
      {R"({"type":"do","control":"year","value":1e300})", "twin:year"},       {R"({"type":"do","control":"year","value":"2030"})", "twin:year"},
      {R"({"type":"do","control":"year"})", "twin:year"},                     {R"({"type":"do","control":"method","value":"none"})", "twin:method"},
      {R"({"type":"do","control":"method","value":2})", "twin:method"},       {R"({"type":"do","control":"layer:night","value":1})", "twin:layer:night"},
      {R"({"type":"do","control":"select","value":"project:x"})", "twin:select"}, {R"({"type":"do","control":"query","value":7})", "twin:query"},
      {R"({"type":"do","control":"no-such","value":7})", "twin:"},            {R"({"type":"do","value":7})", "twin:"},
      {R"({"type":"do","control":["year"],"value":7})", "twin:"},             {"", "twin:"},
      {"{", "twin:"},                                                         {"[]", "twin:"},
      {"{\"type\":\"do\",\"control\":\"query\",\"value\":\"\xFF\"}", "twin:"}};
  for (const auto& [json, where] : wrong) {
    CAPTURE(json);
    const auto actions = twin_actions(w, e.state, json);
    REQUIRE_FALSE(actions);
    CHECK(actions.error().where == where);
    CHECK_FALSE(actions.error().phrases.empty());
  }
  for (const char* json : {R"({"type":"spin","seconds":1})", R"({"control":"year","value":2030})", "{}"}) {
    const auto actions = twin_actions(w, e.state, json);
    REQUIRE(actions);
    CHECK(actions->empty());
  }
}

TEST_CASE("a text of the twin is one line and no longer than the program's own fields take", "[guest][twin]") {
  Explorer e = Explorer::desktop();
  const World w = world_of(e);
  const std::pair<std::string, std::string> texts[] = {{"a\nb\tc", "a b c"}, {std::string(1000, 'x'), std::string(kLongestQuery, 'x')}};
  for (const auto& [text, kept] : texts) {
    State s = e.state;
    const auto actions = twin_actions(w, s, message("query", text));
    REQUIRE(actions);
    for (const Action& a : *actions) s = reduce(std::move(s), a);
    CHECK(s.view.query == kept);
  }
}

TEST_CASE("the twin is told every control with its value, and what is selected with intervals and sources", "[guest][twin]") {
  for (const Language language : {Language::en, Language::zh, Language::ru, Language::ar}) {
    Explorer e = Explorer::desktop();
    e.act(action::SetLanguage{language});
    CHECK(twin_of(e)["selection"].is_null());
    for (const Selection& what : {project("al-dhafra-pv2"), Selection{SelectionKind::route, "addis_djibouti"}, Selection{SelectionKind::locomotive, "ckd6h"},
                                  Selection{SelectionKind::country, "KAZ"}}) {
      e.act(action::Select{what});
      const Json j = twin_of(e, "said");
      CAPTURE(static_cast<int>(language), what.id);
      CHECK(j["type"] == "twin");
      CHECK(j["message"] == "said");
      const World w = world_of(e);
      const auto controls = twin_controls(w, e.state);
      REQUIRE(j["controls"].size() == controls.size());
      for (std::size_t i = 0; i < controls.size(); ++i) {
        CHECK(j["controls"][i]["id"] == controls[i].id);
        CHECK(j["controls"][i]["value"] == json_of(controls[i].value));
      }
      CHECK_FALSE(j["selection"]["title"].get<std::string>().empty());
      CHECK(j["selection"]["facts"].size() > 2);
      for (const Json& fact : j["selection"]["facts"]) {
        REQUIRE(fact.size() == 2);
        CHECK_FALSE(fact[1].get<std::string>().empty());
      }
    }
    e.act(action::Select{project("al-dhafra-pv2")});
    const World w = world_of(e);
    const Json facts = twin_of(e)["selection"]["facts"];
    const auto index = static_cast<std::size_t>(w.portfolio.project("al-dhafra-pv2") - w.portfolio.projects.data());
    bool with_interval = false;
    for (const Json& fact : facts)
      with_interval |= fact[0] == w.tr("figure.simulated_saving") && fact[1].get<std::string>().find(range_text(*w.results.projects[index].avoided, w.tr)) != std::string::npos;
    CHECK(with_interval);
    CHECK_FALSE(twin_of(e)["selection"]["sources"].empty());
  }
}

TEST_CASE("the twin reads a story's step, and what a search finds beside projects can be selected", "[guest][twin]") {
  Explorer e = Explorer::desktop();
  CHECK(twin_of(e)["story"].is_null());
  e.state = state_of_step(stories().front(), 1, e.state);
  const Json story = twin_of(e)["story"];
  REQUIRE(story.is_object());
  CHECK(story["head"] == stories().front().steps[1].title.in("en"));
  CHECK(story["text"].get<std::string>().find('{') == std::string::npos);
  e.state = Explorer::desktop().state;
  e.act(action::SetQuery{"djibouti"});
  const World w = world_of(e);
  const Json hits = twin_of(e)["hits"];
  CHECK_FALSE(hits.empty());
  for (const Json& hit : hits) CHECK(twin_actions(w, e.state, message("select", hit["id"])));
}

TEST_CASE("a press on a column's head sorts the table by it, and once more the other way round", "[guest][twin]") {
  Explorer e = Explorer::desktop();
  for (const Panel panel : {Panel::none, Panel::table}) {
    e.act(action::SetPanel{panel});
    const World w = e.world();
    const auto table = [&] { return Json::parse(table_json(w, e.state, project_list(w, e.state))); };
    for (std::size_t i = 0; i < table()["columns"].size(); ++i) {
      if (table()["columns"][i].is_null()) continue;
      CAPTURE(static_cast<int>(panel), i);
      std::set<std::string> ways;
      for (int press = 0; press < 2; ++press) {
        const auto actions = twin_actions(w, e.state, message("sort", table()["columns"][i]["press"]));
        REQUIRE(actions);
        for (const Action& a : *actions) e.act(a);
        ways.insert(table()["columns"][i]["sort"].get<std::string>());
      }
      CHECK(ways == std::set<std::string>{"ascending", "descending"});
      const Json now = table();
      REQUIRE(now["ids"].size() == now["rows"].size());
      REQUIRE(now["columns"].size() == now["head"].size());
      int sorted = 0;
      for (const Json& column : now["columns"]) sorted += !column.is_null() && column["sort"] != "none";
      CHECK(sorted == 1);
    }
  }
}

TEST_CASE("no text can break what the twin is told", "[guest][twin]") {
  for (const std::string& text : {std::string("quotes \" ' \\ /"), std::string("bad UTF-8 \xFF \xC3("), std::string("control \0 \x01", 11)}) {
    Explorer e = Explorer::desktop();
    e.state.view.query = text;
    e.state.view.claim = text;
    e.state.view.country = text;
    e.state.view.selection = {SelectionKind::country, text};
    CHECK(twin_of(e, text)["type"] == "twin");
  }
}
