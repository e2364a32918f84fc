#include "scene/embed.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "scene/explorer.hpp"
#include "scene/picture.hpp"
#include "scene/story.hpp"
#include "state/url.hpp"
#include "text/figure.hpp"

using namespace gs;
using test::Explorer;
using test::project;

namespace {

EmbedHead head_of(Explorer& e) {
  const World w = e.world();
  return embed_head(w, e.state, project_list(w, e.state).total);
}

const ProjectResult& result_of(const World& w, const std::string& id) {
  const auto& all = w.portfolio.projects;
  const auto row = std::find_if(all.begin(), all.end(), [&](const Project& p) { return p.id == id; });
  REQUIRE(row != all.end());
  return w.results.projects[static_cast<std::size_t>(row - all.begin())];
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the headline of an embed names what is shown, with the interval of its figure", "[embed]") {
  for (const Language l : {Language::en, Language::zh, Language::ru, Language::ar}) {
    Explorer e = Explorer::desktop();
    e.state.view.language = l;
    const World w = e.world();
    CAPTURE(w.tr.code());
    const Total total = project_list(w, e.state).total;
    const EmbedHead all = head_of(e);
    CHECK(all.title == w.tr("embed.title"));
    CHECK(holds(all.words, figure(total.avoided.best, w.tr).text()));
    CHECK(holds(all.words, range_text(total.avoided, w.tr)));
    CHECK_FALSE(all.told);

    e.act(action::Select{project("al-dhafra-pv2")});
    const EmbedHead one = head_of(e);
    const ProjectResult& r = result_of(w, "al-dhafra-pv2");
    CHECK(one.title == display_name(*w.portfolio.project("al-dhafra-pv2"), w.tr));
    CHECK(holds(one.words, figure(r.avoided->best, w.tr).text()));
    CHECK(holds(one.words, range_text(*r.avoided, w.tr)));
  }
}

TEST_CASE("a story that is told gives the embed its headline, whatever is selected", "[embed]") {
  const std::string file = "data/stories/sun-over-the-desert.json";
  const std::vector<Story> stories{read_story(file, test::read_asset(file).value()).value()};
  Explorer e = Explorer::desktop();
  e.stories = stories;
  CHECK(embed_steps(e.world(), e.state.view) == 0);
  for (std::size_t i = 0; i < stories[0].steps.size(); ++i) {
    e.state = state_of_step(stories[0], static_cast<int>(i), e.state);
    e.act(action::Select{project("al-dhafra-pv2")});
    const EmbedHead head = head_of(e);
    CHECK(head.told);
    CHECK(head.title == stories[0].steps[i].title.in("en"));
    CHECK_FALSE(head.words.empty());
    CHECK(head.words.find('{') == std::string::npos);
    CHECK(embed_steps(e.world(), e.state.view) == static_cast<int>(stories[0].steps.size()));
  }
}

TEST_CASE("an embed's card has the capacity, the saving with its interval and the report of a project", "[embed]") {
  Explorer e = Explorer::desktop();
  CHECK_FALSE(embed_card(e.world(), e.state));
  e.act(action::Select{project("no-such-plant")});
  CHECK_FALSE(embed_card(e.world(), e.state));
  e.act(action::Select{project("al-dhafra-pv2")});
  const World w = e.world();
  const auto card = embed_card(w, e.state);
  REQUIRE(card);
  CHECK(holds(card->kind, country_name(w, "ARE")));
  const ProjectResult& r = result_of(w, "al-dhafra-pv2");
  const auto has = [&](const std::string& value) {
    return std::any_of(card->rows.begin(), card->rows.end(), [&](const EmbedCard::Row& row) { return holds(row.value, value); });
  };
  CHECK(has(figure(*w.portfolio.project("al-dhafra-pv2")->capacity, w.tr).text()));
  CHECK(has(figure(r.avoided->best, w.tr).text()));
  CHECK(has(range_text(*r.avoided, w.tr)));
  CHECK(has(figure(*r.reported, w.tr).text()));
}

TEST_CASE("whatever can be selected has a card with a name and no empty value", "[embed]") {
  Explorer e = Explorer::desktop();
  const World w = e.world();
  std::vector<Selection> all;
  for (const Project& p : w.portfolio.projects) all.push_back({SelectionKind::project, p.id});
  for (const Locomotive& l : w.portfolio.locomotives) all.push_back({SelectionKind::locomotive, l.id});
  for (const Route& r : w.portfolio.routes) all.push_back({SelectionKind::route, r.id});
  for (const Claim& c : w.portfolio.claims) all.push_back({SelectionKind::claim, c.id});
  for (const char* iso3 : {"ARE", "KAZ", "FRA"}) all.push_back({SelectionKind::country, iso3});
  for (const Selection& s : all) {
    CAPTURE(s.id);
    e.act(action::Select{s});
    const auto card = embed_card(w, e.state);
    REQUIRE(card);
    CHECK_FALSE(card->name.empty());
    for (const EmbedCard::Row& row : card->rows) CHECK_FALSE(row.value.empty());
  }
}

TEST_CASE("a long text is cut between sentences, never within a number", "[embed]") {
  const auto cut = [](std::string_view text, std::size_t most) { return whole_sentences(text, [&](std::string_view s) { return s.size() <= most; }); };
  struct Row {
    const char* law;
    const char* text;
    std::size_t most;
    const char* expected;
  };
  for (const Row& row : {Row{"all of it where it fits", "One. Two. Three.", 99, "One. Two. Three."}, Row{"two of three sentences", "One. Two. Three.", 12, "One. Two."},
                         Row{"the first at least", "One is long. Two.", 3, "One is long."}, Row{"a point within a number ends none", "It saves 2.4 Mt. Or more.", 18, "It saves 2.4 Mt."},
                         Row{"Chinese has no spaces", "一。二。", 6, "一。"}, Row{"no end at all", "words", 2, "words"}, Row{"nothing", "", 2, ""}}) {
    INFO(row.law);
    CHECK(cut(row.text, row.most) == row.expected);
  }
}

TEST_CASE("the way out of an embed is the explorer's page beside it, with the same view", "[embed]") {
  CHECK(explorer_address("https://a.example/map/embed.html?width=720#x", "v=1&y=2030") == "https://a.example/map/index.html#v=1&y=2030");
  CHECK(explorer_address("https://a.example/map/", "v=1") == "https://a.example/map/#v=1");
  CHECK(explorer_address("https://a.example/embed.html", "") == "https://a.example/index.html");
}

TEST_CASE("an embed closes what has no place in it, and nothing else of a view", "[embed]") {
  State s;
  s.view.panel = Panel::laboratory;
  s.view.worked = Worked::total_saving;
  s.view.time = TimeScale::hours;
  s.view.selection = project("al-dhafra-pv2");
  s.scenario.year = 2031;
  const State shown = as_embedded(s);
  CHECK(shown.view.panel == Panel::none);
  CHECK(shown.view.worked == Worked::none);
  CHECK(shown.view.time == TimeScale::years);
  CHECK(shown.view.selection == s.view.selection);
  CHECK(shown.scenario == s.scenario);
  CHECK(as_embedded(shown) == shown);
}

TEST_CASE("an embed's legend is of what the filters let onto the map", "[embed]") {
  ViewState v;
  const std::size_t all = embed_legend(v).size();
  CHECK(all >= 8);
  v.categories &= ~(1u << static_cast<unsigned>(Category::solar));
  CHECK(embed_legend(v).size() == all - 1);
  v.layers &= ~((1u << static_cast<unsigned>(Layer::sites)) | (1u << static_cast<unsigned>(Layer::locomotives)));
  CHECK(embed_legend(v).empty());
}

TEST_CASE("a picture of an embed has its headline, within the picture", "[embed]") {
  for (const Language l : {Language::en, Language::zh, Language::ru, Language::ar}) {
    for (const glm::dvec2 size : {glm::dvec2(720, 480), glm::dvec2(390, 480), glm::dvec2(640, 360)}) {
      Explorer e = Explorer::desktop();
      e.state.view.language = l;
      const World w = e.world();
      CAPTURE(w.tr.code(), size.x, size.y);
      PictureBuilder builder;
      const Fonts fonts = test::measures(l).fonts();
      const auto scene = builder.build({w, e.state, light_palette(), fonts, size, 1.0, true, true});
      REQUIRE(scene);
      const auto& labels = (*scene)->labels;
      const auto title = std::find_if(labels.begin(), labels.end(), [&](const Label& label) { return label.text == w.tr("embed.title"); });
      REQUIRE(title != labels.end());
      CHECK(title->at.x >= 0);
      CHECK(title->at.x + fonts.of(title->face).width(title->text, title->size) <= static_cast<float>(size.x));
    }
  }
}
