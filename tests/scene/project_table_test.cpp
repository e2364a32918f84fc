#include "scene/project_table.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <map>
#include <set>

#include "scene/explorer.hpp"
#include "scene/portfolio_charts.hpp"
#include "sim/simulate.hpp"
#include "sim/totals.hpp"
#include "text/figure.hpp"

using namespace gs;
using test::Explorer;

namespace {

const Project& at(const ProjectRow& row) { return test::assets().portfolio.projects[row.project]; }
bool same(double a, double b) { return std::abs(a - b) <= 1e-9 * (1.0 + std::abs(b)); }

/// What a row is compared by in words' stead: nothing where it has no figure.
std::optional<double> figure_in(const World& w, const ProjectRow& row, TableColumn c) {
  const ProjectResult& r = w.results.projects[row.project];
  const Project& p = at(row);
  if (c == TableColumn::year) return p.commissioning_year ? std::optional<double>(*p.commissioning_year) : std::nullopt;
  if (c == TableColumn::capacity) return p.capacity ? std::optional(p.capacity->base()) : std::nullopt;
  if (c == TableColumn::output) return r.energy ? std::optional(r.energy->best.base()) : std::nullopt;
  if (c == TableColumn::saving) return r.avoided ? std::optional(r.avoided->best.base()) : std::nullopt;
  return r.reported ? std::optional(r.reported->base()) : std::nullopt;
}

/// Filters of the map, one a row.
std::vector<Explorer> filtered() {
  std::vector<Explorer> all;
  const auto add = [&](std::vector<Action> actions) {
    all.push_back(Explorer::desktop());
    for (const Action& a : actions) all.back().act(a);
  };
  add({});
  add({action::ShowHidden{true}});
  add({action::SetCountry{"EGY"}});
  add({action::SetCountry{"ARE"}, action::ShowHidden{true}});
  add({action::ToggleCategory{0}});
  add({action::ToggleStatus{1}, action::ToggleStatus{3}});
  add({action::SetQuery{"wind"}});
  add({action::SetYear{2035}, action::ShowHidden{true}});
  return all;
}

}  // namespace

TEST_CASE("a column sorts both ways, and rows without a figure come last either way", "[table]") {
  Explorer e = Explorer::desktop();
  e.act(action::ShowHidden{true});
  const World w = e.world();
  const ProjectList list = project_list(w, e.state);
  for (const TableColumn c : {TableColumn::year, TableColumn::capacity, TableColumn::output, TableColumn::saving, TableColumn::reported}) {
    for (const bool up : {false, true}) {
      CAPTURE(std::string(id_of(c)), up);
      const auto rows = in_order(w, list.rows, {c, up});
      REQUIRE(rows.size() == list.rows.size());
      for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto a = figure_in(w, rows[i - 1], c), b = figure_in(w, rows[i], c);
        CHECK((a || !b));
        if (a && b) CHECK((up ? *a <= *b : *a >= *b));
      }
    }
  }
}

TEST_CASE("sorting keeps every row, and rows that are alike in their order", "[table]") {
  Explorer e = Explorer::desktop();
  const World w = e.world();
  const ProjectList list = project_list(w, e.state);
  for (int c = 0; c < kTableColumnCount; ++c) {
    for (const bool up : {false, true}) {
      const TableOrder order{static_cast<TableColumn>(c), up};
      const auto rows = in_order(w, list.rows, order), again = in_order(w, rows, order);
      std::set<std::uint32_t> ids;
      for (std::size_t i = 0; i < rows.size(); ++i) {
        ids.insert(rows[i].project);
        CHECK(rows[i].project == again[i].project);
      }
      CHECK(ids.size() == list.rows.size());
    }
  }
  std::map<Status, std::vector<std::uint32_t>> before, after;
  for (const ProjectRow& row : list.rows) before[row.status].push_back(row.project);
  for (const ProjectRow& row : in_order(w, list.rows, {TableColumn::status, false})) after[row.status].push_back(row.project);
  CHECK(before == after);
}

TEST_CASE("names sort as readers of the language shown look them up", "[table]") {
  for (const Language language : {Language::en, Language::zh, Language::ru, Language::ar}) {
    Explorer e = Explorer::desktop();
    e.act(action::SetLanguage{language});
    const World w = e.world();
    for (const TableColumn c : {TableColumn::name, TableColumn::country}) {
      std::u32string last;
      for (const ProjectRow& row : in_order(w, project_list(w, e.state).rows, {c, true})) {
        std::u32string key = w.tr.sort_key(cell_of(w, row, c).words);
        CHECK((last <= key));
        last = std::move(key);
      }
    }
  }
}

TEST_CASE("countries of the filters stand once each, in Chinese by pinyin", "[table]") {
  const struct {
    Language language;
    std::vector<std::string> codes;
  } rows[] = {{Language::en, {"EGY", "KAZ", "UZB"}},
              {Language::zh, {"ARE", "EGY", "PAK", "KAZ", "UZB"}},  // 阿 a, 埃 ai, 巴 ba, 哈 ha, 乌 wu
              {Language::ru, {"EGY", "KAZ", "UZB"}}};
  for (const auto& row : rows) {
    Explorer e = Explorer::desktop();
    e.act(action::SetLanguage{row.language});
    const auto countries = project_countries(e.world());
    std::vector<std::string> asked;
    std::set<std::string> codes;
    for (const auto& [name, code] : countries) {
      CHECK(codes.insert(code).second);
      CHECK(name == country_name(e.world(), code));
      if (std::find(row.codes.begin(), row.codes.end(), code) != row.codes.end()) asked.push_back(code);
    }
    CHECK(asked == row.codes);
  }
}

TEST_CASE("a press on a head turns the order, on another head begins as it is usually read", "[table]") {
  const TableOrder order = pressed({TableColumn::saving, false}, TableColumn::saving);
  CHECK(order == TableOrder{TableColumn::saving, true});
  CHECK(pressed(order, TableColumn::name) == TableOrder{TableColumn::name, true});
  CHECK(pressed(order, TableColumn::capacity) == TableOrder{TableColumn::capacity, false});
}

TEST_CASE("the table's total is the sum of the rows that count, no part of another row among them", "[table]") {
  for (Explorer& e : filtered()) {
    const World w = e.world();
    const ProjectList list = project_list(w, e.state);
    TotalSum sum(w.portfolio, w.results);
    std::set<std::string> counted;
    for (const ProjectRow& row : list.rows) {
      if (w.results.projects[row.project].counted != Counted::yes) continue;
      sum.add(w.results.projects[row.project]);
      counted.insert(at(row).id);
      CHECK(at(row).part_of.empty());
    }
    const Total total = total_of(w, list.rows), expected = sum.total();
    CHECK(total.projects == static_cast<int>(counted.size()));
    CHECK(same(total.avoided.best.base(), expected.avoided.best.base()));
    CHECK(same(total.avoided.low.base(), expected.avoided.low.base()));
    CHECK(same(total.avoided.best.base(), list.total.avoided.best.base()));
    CHECK(same(total.capacity.base(), list.total.capacity.base()));
    int rows = 0;
    for (const int n : left_out(w, list.rows).rows) rows += n;
    CHECK(rows == static_cast<int>(list.rows.size()));
    CHECK(left_out(w, list.rows).of(Counted::yes) == total.projects);
  }
}

TEST_CASE("bars of the countries add up to the table's total, and so do their reported figures", "[table][chart]") {
  for (Explorer& e : filtered()) {
    const World w = e.world();
    const ProjectList list = project_list(w, e.state);
    for (const std::size_t most : {std::size_t{3}, std::size_t{8}, std::size_t{60}}) {
      std::vector<std::string> codes;
      const Chart c = country_chart(w, list.rows, "", most, codes);
      CHECK(c.series[1].data.size() <= most);
      double saved = 0, reported = 0;
      for (const Datum& d : c.series[1].data) saved += d.to;
      for (const Datum& d : c.series[2].data) reported += d.to;
      if (list.total.projects == 0 || saved == 0) continue;
      // The axis' unit is one factor for all.
      CHECK(std::abs(reported / saved - list.total.reported.base() / list.total.avoided.best.base()) < 1e-9);
      const TextTable table = table_of(c);
      CHECK(table.rows.size() == c.at.names.size());
    }
    std::vector<std::string> codes;
    const Chart all = country_chart(w, list.rows, "", 60, codes);
    for (std::size_t i = 0; i < codes.size(); ++i) {
      std::vector<ProjectRow> rows;
      for (const ProjectRow& row : list.rows)
        if (at(row).country == codes[i]) rows.push_back(row);
      const Total total = total_of(w, rows);
      CHECK(all.series[1].data[i].words.find(figure(total.avoided.best, w.tr).text()) == 0);
      CHECK(table_of(all).rows[i][2] == all.series[1].data[i].words);
    }
  }
}

TEST_CASE("what operates in the chart of years is the capacity of the total, less rows whose year is not known", "[table][chart]") {
  for (Explorer& e : filtered()) {
    const World w = e.world();
    const ProjectList list = project_list(w, e.state);
    const Chart c = commissioning_chart(w, list.rows, e.state.scenario.year);
    double shown = 0, expected = 0, unit = 0;
    for (const Series& s : c.series)
      for (const Datum& d : s.data)
        if (!d.pale) shown += d.to - d.from;
    for (const ProjectRow& row : list.rows) {
      const Project& p = at(row);
      const Counted why = w.results.projects[row.project].counted;
      if ((why == Counted::yes || why == Counted::no_figure) && generates(p.technology) && p.capacity && p.commissioning_year) expected += p.capacity->base();
    }
    if (shown == 0) continue;
    unit = expected / shown;
    CAPTURE(shown, expected, unit);
    CHECK((same(unit, 1.0) || same(unit, 1000.0)));
  }
}

TEST_CASE("a point of the check has the reported and the simulated figure of its project", "[table][chart]") {
  Explorer e = Explorer::desktop();
  const World w = e.world();
  const Chart c = check_chart(w, project_list(w, e.state).rows);
  int points = 0;
  double unit = 0;
  for (const Series& s : c.series) {
    for (const Datum& d : s.data) {
      const ProjectResult& r = w.results.projects[static_cast<std::size_t>(d.key)];
      if (unit == 0) unit = r.reported->base() / d.at;
      CHECK(same(d.at * unit, r.reported->base()));
      CHECK(same(d.to * unit, r.avoided->best.base()));
      CHECK(d.at_words == figure(*r.reported, w.tr).text());
      ++points;
    }
  }
  CHECK(points > 20);
  CHECK(table_of(c).rows.size() == static_cast<std::size_t>(points));
}

TEST_CASE("the table in words has every row that passes, in its order, with a reason where it does not count", "[table]") {
  for (Explorer& e : filtered()) {
    e.act(action::SetTable{{TableColumn::capacity, false}});
    const World w = e.world();
    const ProjectList list = project_list(w, e.state);
    const TextTable table = text_table(w, e.state, list);
    const auto rows = in_order(w, list.rows, e.state.view.table);
    REQUIRE(table.rows.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      REQUIRE(table.rows[i].size() == table.head.size());
      CHECK(table.rows[i].front() == display_name(at(rows[i]), w.tr));
      CHECK((table.rows[i].back() == w.tr("table.yes")) == rows[i].counted);
    }
  }
}
