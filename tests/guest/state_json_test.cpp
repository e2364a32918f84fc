#include "guest/state_json.hpp"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "scene/explorer.hpp"
#include "scene/project_table.hpp"
#include "state/url.hpp"

using namespace gs;
using test::Explorer;
using test::project;
using Json = nlohmann::json;

namespace {

std::string told(Explorer& e, std::span<const Error> notes = {}, std::string_view fragment = "v=1") {
  e.draw();
  const World w = e.world();
  const ProjectList list = project_list(w, e.state);
  return state_json({w, e.state, list, e.builder, notes, fragment, e.dark, 7});
}

Json parsed(const std::string& text) {
  const Json j = Json::parse(text, nullptr, false);
  if (j.is_discarded()) FAIL("not JSON: " << text.substr(0, 400));
  return j;
}

}  // namespace

TEST_CASE("the page is told everything that its contract names", "[guest]") {
  Explorer e = Explorer::desktop();
  e.act(action::Select{project("al-dhafra-pv2")});
  const std::string fragment = to_fragment(e.state);
  const Json j = parsed(told(e, {}, fragment));
  CHECK(j["type"] == "state");
  CHECK(j["selection"] == "al-dhafra-pv2");
  CHECK(j["projection"] == "equal_earth");
  CHECK(j["year"] == 2026);
  CHECK(j["method"] == "ifi_combined_margin");
  CHECK(j["language"] == "en");
  CHECK(j["theme"] == "light");
  CHECK(j["fragment"] == fragment);
  CHECK(j["digest"].get<std::string>() == e.results().digest);
  CHECK(j["data_version"].get<std::string>() == test::assets().portfolio.version);
  CHECK(j["frames"] == 7);
  CHECK(j["notes"].empty());
  const Total& t = e.results().operating;
  CHECK(j["totals"]["projects"] == t.projects);
  CHECK(j["totals"]["avoided_t"]["best"] == t.avoided.best.base());
  CHECK(j["totals"]["energy_mwh"]["low"] == t.energy.low.base());
  CHECK(j["totals"]["capacity_mw"] == t.capacity.base());
  CHECK(j["listed"] == project_list(e.world(), e.state).rows.size());
  CHECK(j["selected"]["name"] == "Al Dhafra solar");
  CHECK(j["selected"]["reported_t"] == 2.4e6);
  CHECK(j["selected"]["avoided_t"]["low"] <= j["selected"]["avoided_t"]["best"]);
  CHECK(j["selected"]["avoided_t"]["best"] <= j["selected"]["avoided_t"]["high"]);
  CHECK(j["announce"].get<std::string>().starts_with("Al Dhafra solar: "));
}

TEST_CASE("each field follows the state", "[guest]") {
  Explorer e = Explorer::desktop();
  e.dark = true;
  e.act(action::SetLanguage{Language::zh});
  e.act(action::SetProjection{"ortho"});
  e.act(action::SetYear{2040});
  e.act(action::SetQuery{"光伏"});
  for (int m = 0; m < kFactorMethodCount; ++m) {
    e.act(action::SetMethod{static_cast<FactorMethod>(m)});
    CHECK(parsed(told(e))["method"] == id_of(static_cast<FactorMethod>(m)));
  }
  e.act(action::Select{project("al-dhafra-pv2")});
  const Json j = parsed(told(e));
  CHECK(j["theme"] == "dark");
  CHECK(j["language"] == "zh");
  CHECK(j["projection"] == "ortho");
  CHECK(j["year"] == 2040);
  CHECK(j["query"] == "光伏");
  CHECK(j["selected"]["name"] == "艾尔达芙拉光伏电站");
}

TEST_CASE("each kind of choice is told, and a choice that does not exist is nothing", "[guest]") {
  Explorer e = Explorer::desktop();
  CHECK(parsed(told(e))["selected"].is_null());
  CHECK(parsed(told(e))["announce"] == "");
  e.act(action::Select{{SelectionKind::route, "addis_djibouti"}});
  CHECK(parsed(told(e))["selected"]["name"] == test::assets().portfolio.route("addis_djibouti")->name);
  e.act(action::Select{{SelectionKind::locomotive, "ckd6h"}});
  CHECK(parsed(told(e))["selected"]["saving_per_unit_t"] == 240);
  for (const SelectionKind kind : {SelectionKind::project, SelectionKind::route, SelectionKind::locomotive}) {
    e.act(action::Select{{kind, "no-such"}});
    CHECK(parsed(told(e))["selected"].is_null());
  }
}

TEST_CASE("the symbols that the page is told of can be clicked on the canvas", "[guest]") {
  for (Explorer (*make)() : {&Explorer::desktop, &Explorer::phone}) {
    for (const double zoom : {0.0, 1.05, 3.0, 5.0}) {
      Explorer e = make();
      e.act(action::SetViewpoint{{54.5, 24.1, zoom}});
      const Json j = parsed(told(e));
      CAPTURE(e.window.viewport.x, zoom);
      CHECK_FALSE(j["markers"].empty());
      for (const Json& m : j["markers"]) {
        CAPTURE(m.dump());
        CHECK((m["x"] >= 0 && m["x"] <= e.window.viewport.x && m["y"] >= 0 && m["y"] <= e.window.viewport.y));
        CHECK(m["r"] > 0);
        CHECK_FALSE(m["id"].get<std::string>().empty());
      }
    }
  }
}

TEST_CASE("no text can break the JSON", "[guest]") {
  const std::string awkward[] = {"quotes \" ' \\ /",          std::string("control \0 \x01 \x1F \x7F", 15),
                                 "lines\r\n\t",               "bad UTF-8 \xFF \xC3( \xE2\x82 \xF0\x9F",
                                 "</script><!-- \u2028\u2029", std::string(100'000, '"')};
  for (const std::string& text : awkward) {
    Explorer e = Explorer::desktop();
    e.state.view.query = text;
    e.state.view.selection = {SelectionKind::claim, text};
    const Error notes[] = {{text, text}, {"link:lat", "expected a number"}};
    const Json j = parsed(told(e, notes, text));
    REQUIRE(j["notes"].size() == 2);
    CHECK(j["notes"][1] == "link:lat: expected a number");
    if (text[0] == 'q') CHECK(j["notes"][0] == text + ": " + text);
    if (text[0] == 'q') CHECK(j["fragment"] == text);
  }
}

TEST_CASE("the table has a row of eight cells for each listed project, in the order asked for", "[guest]") {
  for (const Language language : {Language::en, Language::zh, Language::ru, Language::ar}) {
    for (const char* query : {"", "dhafra", "zzzz"}) {
      Explorer e = Explorer::desktop();
      e.act(action::SetLanguage{language});
      e.act(action::SetQuery{query});
      e.act(action::SetTable{{TableColumn::country, true}});
      const World w = e.world();
      const ProjectList list = project_list(w, e.state);
      const auto rows = in_order(w, list.rows, e.state.view.table);
      const Json j = parsed(table_json(w, e.state, list));
      CAPTURE(static_cast<int>(language), query);
      CHECK(j["type"] == "table");
      CHECK(j["caption"] == w.tr("twin.caption", list.rows.size(), 2026));
      CHECK(j["head"].size() == 8);
      REQUIRE(j["rows"].size() == list.rows.size());
      for (std::size_t i = 0; i < list.rows.size(); ++i) {
        const Json& row = j["rows"][i];
        REQUIRE(row.size() == 8);
        CHECK(row[0] == display_name(w.portfolio.projects[rows[i].project], w.tr));
        CHECK(j["ids"][i] == "project:" + w.portfolio.projects[rows[i].project].id);
        for (const Json& cell : row) {
          REQUIRE(cell.is_string());
          CHECK_FALSE(cell.get<std::string>().empty());
        }
      }
    }
  }
}

TEST_CASE("the table's words are of the year that is shown", "[guest]") {
  Explorer e = Explorer::desktop();
  e.act(action::SetQuery{"dhafra"});
  const auto status = [&](int year) {
    e.act(action::SetYear{year});
    const World w = e.world();
    const Json j = parsed(table_json(w, e.state, project_list(w, e.state)));
    for (const Json& row : j["rows"]) {
      if (row[0] == "Al Dhafra solar") return row[3].get<std::string>();
    }
    return std::string("not listed");
  };
  CHECK(status(2026) == "Operating");
  CHECK(status(2022) == "Being built");
}

TEST_CASE("the laboratory can be read without being seen: its runs with intervals, and a table of them in words", "[guest]") {
  Explorer e = Explorer::desktop();
  CHECK(parsed(told(e))["laboratory"].is_null());
  e.act(action::OpenLaboratory{"khorgos_almaty"});
  e.act(action::SetLabCursor{100.0});
  const Json j = parsed(told(e))["laboratory"];
  const LabResults& lab = *e.world().lab;
  CHECK(j["line"] == "khorgos_almaty");
  CHECK(j["digest"].get<std::string>() == lab.digest);
  CHECK(j["at_km"] == 100.0);
  REQUIRE(j["runs"].size() == lab.runs.size());
  REQUIRE(lab.runs.size() >= 3);
  for (std::size_t i = 0; i < lab.runs.size(); ++i) {
    const Json& run = j["runs"][i];
    CAPTURE(run.dump());
    CHECK(run["id"] == lab.runs[i].traction->id);
    CHECK(run["arrived"] == (lab.runs[i].problems.empty() && lab.runs[i].run.arrived));
    CHECK(run["co2_kg_per_1000_tkm"]["best"] == lab.runs[i].co2_per_1000_tkm.best);
    CHECK(run["co2_kg_per_1000_tkm"]["low"] <= run["co2_kg_per_1000_tkm"]["high"]);
    CHECK(run.contains("here"));
  }
  for (const Language language : {Language::en, Language::zh, Language::ru, Language::ar}) {
    e.act(action::SetLanguage{language});
    const World w = e.world();
    const Json table = parsed(table_json(w, e.state, project_list(w, e.state)));
    CHECK(table["rows"].size() == lab.runs.size());
    for (const Json& row : table["rows"]) CHECK(row.size() == table["head"].size());
    CHECK(table.dump().find("lab.") == std::string::npos);  // no key without words
  }
  e.act(action::SetPanel{Panel::none});
  const World w = e.world();
  CHECK(parsed(table_json(w, e.state, project_list(w, e.state)))["rows"].size() > 50);
}

TEST_CASE("an open working can be read without being seen: announced, and the first table behind the other", "[guest]") {
  for (const Language language : {Language::en, Language::zh, Language::ru, Language::ar}) {
    Explorer e = Explorer::desktop();
    e.act(action::SetLanguage{language});
    CHECK_FALSE(parsed(table_json(e.world(), e.state, project_list(e.world(), e.state))).contains("more"));
    e.act(action::Select{project("al-dhafra-pv2")});
    e.act(action::ShowWorking{Worked::saving});
    const World w = e.world();
    const Json table = parsed(table_json(w, e.state, project_list(w, e.state)));
    REQUIRE(table["more"].size() == 1);
    const Json& working = table["more"][0];
    CHECK(working["head"].size() == 3);
    CHECK(working["rows"].size() >= 4);
    for (const Json& row : working["rows"]) {
      REQUIRE(row.size() == 3);
      for (const Json& cell : row) CHECK_FALSE(cell.get<std::string>().empty());
    }
    CHECK(parsed(told(e))["announce"].get<std::string>().find(w.tr("figure.simulated_saving")) != std::string::npos);
  }
}
