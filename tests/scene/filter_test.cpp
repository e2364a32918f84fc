#include "scene/filter.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <set>

#include "scene/explorer.hpp"
#include "sim/totals.hpp"

using namespace gs;
using test::Explorer;

namespace {

const Portfolio& data() { return test::assets().portfolio; }

std::set<std::string> listed(Explorer& e) {
  std::set<std::string> ids;
  for (const ProjectRow& row : project_list(e.world(), e.state).rows) ids.insert(data().projects[row.project].id);
  return ids;
}

std::set<std::string> on_map(Explorer& e) {
  e.state.view.viewpoint = {60, 10, 0};
  e.draw();
  std::set<std::string> ids;
  for (const Marker& m : e.builder.scene().markers) {
    const Selection& s = e.builder.picks()[m.id];
    if (s.kind == SelectionKind::project) ids.insert(s.id);
  }
  for (const GroupRing& ring : e.builder.scene().groups) {
    for (const std::uint32_t i : e.builder.group(e.builder.picks()[ring.id])->members) {
      ids.insert(test::assets().portfolio.projects[i].id);
    }
  }
  return ids;
}

Explorer asking(const std::string& query, Language language = Language::en) {
  Explorer e = Explorer::desktop();
  e.act(action::SetQuery{query});
  e.act(action::SetLanguage{language});
  return e;
}

bool same(double a, double b) { return std::abs(a - b) <= 1e-9 * (1.0 + std::abs(b)); }

void check_same(const Total& a, const Total& b) {
  CHECK(a.projects == b.projects);
  CHECK(a.without_figure == b.without_figure);
  CHECK(a.reporting == b.reporting);
  CHECK(same(a.capacity.base(), b.capacity.base()));
  CHECK(same(a.energy.low.base(), b.energy.low.base()));
  CHECK(same(a.energy.best.base(), b.energy.best.base()));
  CHECK(same(a.energy.high.base(), b.energy.high.base()));
  CHECK(same(a.avoided.low.base(), b.avoided.low.base()));
  CHECK(same(a.avoided.best.base(), b.avoided.best.base()));
  CHECK(same(a.avoided.high.base(), b.avoided.high.base()));
  CHECK(same(a.reported.base(), b.reported.base()));
}

/// The projects' part of the operating total: the list holds projects only, locomotives have a category of their own.
Total operating_projects(Explorer& e) {
  TotalSum sum(e.world().portfolio, e.results());
  double best = 0.0;
  for (const ProjectResult& row : e.results().projects)
    if (row.counted == Counted::yes) sum.add(row);
  const Total total = sum.total();
  for (std::size_t c = 0; c < e.results().by_category.size(); ++c)
    if (static_cast<Category>(c) != Category::locomotive) best += e.results().by_category[c].avoided.best.base();
  CHECK(same(total.avoided.best.base(), best));
  return total;
}

}  // namespace

TEST_CASE("a name finds its project in each language, whatever the case", "[filter]") {
  struct Row {
    const char *query, *id;
  };
  const Row rows[] = {{"dhafra", "al-dhafra-pv2"},       {"DHAFRA", "al-dhafra-pv2"}, {"al dhafra", "al-dhafra-pv2"},
                      {"pv2  dhafra", "al-dhafra-pv2"}, {"艾尔达芙拉", "al-dhafra-pv2"}, {"al-dhafra-pv2", "al-dhafra-pv2"},
                      {"zhanatas", "zhanatas"},           {"札纳塔斯", "zhanatas"}};
  for (const Row& row : rows) {
    for (const Language language : {Language::en, Language::zh}) {
      CAPTURE(row.query, static_cast<int>(language));
      Explorer e = asking(row.query, language);
      const auto ids = listed(e);
      CHECK(ids.contains(row.id));
      CHECK(ids.size() <= 5);
      CHECK(on_map(e) == ids);
    }
  }
}

TEST_CASE("a country's name or code finds its projects", "[filter]") {
  std::set<std::string> kazakh;
  Explorer all = Explorer::desktop();
  for (const std::string& id : listed(all)) {
    if (data().project(id)->country == "KAZ") kazakh.insert(id);
  }
  REQUIRE(kazakh.size() > 5);
  for (const auto& [query, language] : {std::pair{"kazakhstan", Language::en}, {"Kazakhstan", Language::en},
                                        {"哈萨克斯坦", Language::zh}}) {
    CAPTURE(query);
    Explorer e = asking(query, language);
    const auto found = listed(e);
    for (const std::string& id : kazakh) CHECK(found.contains(id));
    CHECK(found.size() < 20);
  }
  Explorer filtered = Explorer::desktop();
  filtered.act(action::SetCountry{"KAZ"});
  CHECK(listed(filtered) == kazakh);
  CHECK(on_map(filtered) == kazakh);
}

TEST_CASE("a company is found by its name in the reader's language and in English", "[filter]") {
  for (const char* query : {"上海电气", "shanghai electric"}) {
    CAPTURE(query);
    Explorer e = asking(query, Language::zh);
    CHECK(listed(e).contains("mbr-phase4-noor-energy-1"));
  }
}

TEST_CASE("what is sure, less sure and unsure adds up to all, on the map as in the list", "[filter]") {
  Explorer all = Explorer::desktop();
  std::set<std::string> together;
  for (std::uint8_t keep = 0; keep < kConfidenceCount; ++keep) {
    Explorer e = Explorer::desktop();
    for (std::uint8_t c = 0; c < kConfidenceCount; ++c)
      if (c != keep) e.act(action::ToggleConfidence{c});
    const auto ids = listed(e);
    CHECK(on_map(e) == ids);
    CHECK(static_cast<int>(ids.size()) == project_list(all.world(), all.state).by_confidence[keep]);
    for (const std::string& id : ids) {
      CHECK(data().project(id)->confidence == static_cast<Confidence>(keep));
      together.insert(id);
    }
  }
  CHECK(together == listed(all));
}

TEST_CASE("a span of years keeps what was commissioned in it, and nothing without a year", "[filter]") {
  Explorer all = Explorer::desktop(), e = Explorer::desktop();
  e.act(action::SetBuilt{YearSpan{2018, 2021}});
  std::set<std::string> expected;
  for (const std::string& id : listed(all)) {
    const auto year = data().project(id)->commissioning_year;
    if (year && *year >= 2018 && *year <= 2021) expected.insert(id);
  }
  REQUIRE(expected.size() > 5);
  CHECK(listed(e) == expected);
  CHECK(on_map(e) == expected);
}

TEST_CASE("a query that nothing matches leaves nothing", "[filter]") {
  for (const char* query : {"zzzz", "dhafra kazakhstan", "\xFF\xFE", "100%"}) {
    CAPTURE(query);
    Explorer e = asking(query);
    CHECK(listed(e).empty());
    CHECK(on_map(e).empty());
    const ProjectList list = project_list(e.world(), e.state);
    check_same(list.total, Total{});
    for (const int n : list.by_category) CHECK(n == 0);
  }
  for (const char* query : {"", " ", "   "}) {
    Explorer e = asking(query), all = Explorer::desktop();
    CHECK(listed(e) == listed(all));
  }
}

TEST_CASE("matching words", "[filter]") {
  struct Row {
    const char *text, *query;
    bool match;
  };
  const Row rows[] = {{"Al Dhafra solar", "dhafra", true},  {"Al Dhafra solar", "solar al", true},
                      {"Al Dhafra solar", "wind", false},   {"Al Dhafra solar", "dhafra wind", false},
                      {"", "", true},                       {"", "x", false},
                      {"Жанатас", "жАНАТАС", true},         {"Ёлка", "ёлка", true},
                      {"São Simão", "SÃO", true},           {"Çanakkale", "çanakkale", true},
                      {"艾尔达芙拉光伏电站", "光伏", true}, {"×", "÷", false}};
  for (const Row& row : rows) {
    CAPTURE(row.text, row.query);
    CHECK(matches(row.text, row.query) == row.match);
  }
}

TEST_CASE("each category and each status switches its own rows", "[filter]") {
  Explorer e = Explorer::desktop();
  const auto all = listed(e);
  const ProjectList whole_list = project_list(e.world(), e.state);
  std::size_t together = 0;
  for (int c = 0; c < kCategoryCount; ++c) {
    const action::ToggleCategory toggle{static_cast<std::uint8_t>(c)};
    e.act(toggle);
    const auto without = listed(e);
    for (const std::string& id : all) {
      CHECK(without.contains(id) == (category(data().project(id)->technology) != static_cast<Category>(c)));
    }
    CHECK(on_map(e) == without);
    CHECK(all.size() - without.size() == static_cast<std::size_t>(whole_list.by_category[static_cast<std::size_t>(c)]));
    together += all.size() - without.size();
    e.act(toggle);
  }
  CHECK(together == all.size());
  together = 0;
  for (int s = 0; s < kStatusCount; ++s) {
    const action::ToggleStatus toggle{static_cast<std::uint8_t>(s)};
    e.act(toggle);
    const auto without = listed(e);
    for (const std::string& id : all) {
      CHECK(without.contains(id) == (status_at(*data().project(id), e.state.scenario.year) != static_cast<Status>(s)));
    }
    CHECK(on_map(e) == without);
    CHECK(all.size() - without.size() == static_cast<std::size_t>(whole_list.by_status[static_cast<std::size_t>(s)]));
    together += all.size() - without.size();
    e.act(toggle);
  }
  CHECK(together == all.size());
}

TEST_CASE("the counts beside the filters do not depend on the filter that they stand at", "[filter]") {
  Explorer e = Explorer::desktop();
  const ProjectList before = project_list(e.world(), e.state);
  e.state.view.categories = 0;
  const ProjectList after = project_list(e.world(), e.state);
  CHECK(after.rows.empty());
  CHECK(after.by_category == before.by_category);
  CHECK(after.by_status == std::array<int, kStatusCount>{});
}

TEST_CASE("the list's total is the simulation's when nothing is filtered", "[filter]") {
  for (const int year : {2000, 2015, 2026, 2035, 2060}) {
    for (int m = 0; m < kFactorMethodCount; ++m) {
      Explorer e = Explorer::desktop();
      e.act(action::SetYear{year});
      e.act(action::SetMethod{static_cast<FactorMethod>(m)});
      CAPTURE(year, m);
      const ProjectList list = project_list(e.world(), e.state);
      check_same(list.total, operating_projects(e));
      // Rows of the hidden kind are listed when asked for, and still out of the total.
      e.act(action::ShowHidden{true});
      const ProjectList more = project_list(e.world(), e.state);
      CHECK(more.rows.size() > list.rows.size());
      check_same(more.total, list.total);
    }
  }
}

TEST_CASE("totals of the categories add up to the total of all", "[filter]") {
  Explorer e = Explorer::desktop();
  const Total whole_total = project_list(e.world(), e.state).total;
  Total sum;
  for (std::size_t c = 0; c < static_cast<std::size_t>(kCategoryCount); ++c) {
    e.state.view.categories = 1u << c;
    const Total part = project_list(e.world(), e.state).total;
    sum.projects += part.projects;
    sum.avoided += part.avoided;
    sum.capacity += part.capacity;
  }
  CHECK(sum.projects == whole_total.projects);
  CHECK(same(sum.avoided.best.base(), whole_total.avoided.best.base()));
  CHECK(same(sum.capacity.base(), whole_total.capacity.base()));
}

TEST_CASE("the list begins with what counts, by saving", "[filter]") {
  Explorer e = Explorer::desktop();
  const ProjectList list = project_list(e.world(), e.state);
  const auto saving = [&](const ProjectRow& row) {
    const auto& a = e.results().projects[row.project].avoided;
    return a ? a->best.base() : -1.0;
  };
  REQUIRE(list.rows.size() > 100);
  CHECK(list.rows.front().counted);
  for (std::size_t i = 1; i < list.rows.size(); ++i) {
    const ProjectRow &a = list.rows[i - 1], &b = list.rows[i];
    CHECK((a.counted || !b.counted));
    if (a.counted == b.counted) CHECK(saving(a) >= saving(b));
  }
}

TEST_CASE("the search finds railways, locomotives and countries beside projects", "[filter]") {
  Explorer e = Explorer::desktop();
  const auto hit = [&](const std::string& query, const Selection& wanted) {
    for (const SearchHit& h : search(e.world(), query)) {
      if (h.selection == wanted) return !h.title.empty();
    }
    return false;
  };
  CHECK(search(e.world(), "").empty());
  CHECK(search(e.world(), "zzzz").empty());
  CHECK(hit("djibouti", {SelectionKind::route, "addis_djibouti"}));
  CHECK(hit("亚吉铁路", {SelectionKind::route, "addis_djibouti"}));
  CHECK(hit("kazakhstan", {SelectionKind::country, "KAZ"}));
  CHECK(hit("KAZ", {SelectionKind::country, "KAZ"}));
  const Locomotive& l = data().locomotives.front();
  CHECK(hit(l.name, {SelectionKind::locomotive, l.id}));
}

TEST_CASE("names in the reader's language, else in English, else the code", "[filter]") {
  Explorer en = Explorer::desktop(), zh = asking("", Language::zh);
  CHECK(country_name(en.world(), "KAZ") == "Kazakhstan");
  CHECK(country_name(zh.world(), "KAZ") == "哈萨克斯坦");
  CHECK(country_name(zh.world(), "XXX") == "XXX");
  const Route* without = nullptr;
  for (const Route& r : data().routes) {
    if (r.name_zh.empty()) without = &r;
  }
  if (without) CHECK(display_name(*without, zh.world().tr) == without->name);
  CHECK(display_name(*data().project("al-dhafra-pv2"), zh.world().tr) == "艾尔达芙拉光伏电站");
  CHECK(display_name(*data().project("al-dhafra-pv2"), en.world().tr) == "Al Dhafra solar");
}

TEST_CASE("names of projects, railways, locomotives and stations in every language", "[filter]") {
  const Translator &ru = test::assets().words(Language::ru), &ar = test::assets().words(Language::ar);
  CHECK(display_name(*data().project("al-dhafra-pv2"), ru) != data().project("al-dhafra-pv2")->name);
  CHECK(station_name("Moyynty", ru) == "Мойынты");
  CHECK(station_name("Nowhere at all", ar) == "Nowhere at all");
  for (const Project& p : data().projects) {
    CAPTURE(p.id);
    CHECK(ru.has("name.projects." + p.id));
    CHECK(ar.has("name.projects." + p.id));
  }
  for (const TrainRow& t : data().trains) {
    CAPTURE(t.id);
    CHECK(ru.has("name.trains." + t.id));
    CHECK(ar.has("name.trains." + t.id));
  }
}

TEST_CASE("letters that are typed in more than one way are found by each", "[filter]") {
  CHECK(matches("Зелёный путь", "зеленый"));
  CHECK(matches("محطة الأبحاث", "محطه الابحاث"));
  CHECK(matches("إثيوبيا", "اثيوبيا"));
  CHECK(matches("مُحَمَّد", "محمد"));
  CHECK(matches("على", "علي"));
  CHECK_FALSE(matches("الظفرة", "الظفار"));
}
