#include "export/report.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "portfolio/table.hpp"
#include "scene/explorer.hpp"
#include "scene/working.hpp"

using namespace gs;
using gs::report::Cell;
using gs::report::Report;

namespace {

float wide(std::string_view s, bool) { return static_cast<float>(s.size()) * 6.5f; }

/// The explorer with what a report asks for.
struct Desk {
  test::Explorer e = test::Explorer::desktop();
  TextWidth width = wide;

  World world(Language language = Language::en) {
    e.act(action::SetLanguage{language});
    return e.world();
  }
  static report::Asked asked(const World& w, const State& s, const TextWidth& width) { return {w, s, width, "https://example.org/page"}; }
};

/// Every cell with a figure, with the item that it is of.
struct Found {
  std::string section, item;
  const Cell* cell;
  const report::Row* row;
};
std::vector<Found> figures_of(const Report& r) {
  std::vector<Found> out;
  for (const report::Section& s : r.sections)
    for (const report::Table& t : s.tables)
      for (const report::Row& row : t.rows)
        for (const Cell& cell : row.cells)
          if (!cell.figure.empty()) out.push_back({s.id, row.item, &cell, &row});
  return out;
}

const Cell* find(const Report& r, std::string_view section, std::string_view item, std::string_view figure) {
  for (const Found& f : figures_of(r))
    if (f.section == section && f.item == item && f.cell->figure == figure) return f.cell;
  return nullptr;
}

template <class Q>
void check_range(const Cell* cell, const std::optional<Range<Q>>& range) {
  REQUIRE(cell);
  REQUIRE(cell->value.has_value() == range.has_value());
  if (!range) {
    CHECK_FALSE(cell->small.empty());  // why there is none
    return;
  }
  CHECK(cell->value->best == range->best.base());
  CHECK(cell->value->low == range->low.base());
  CHECK(cell->value->high == range->high.base());
  CHECK(cell->value->ends != report::Ends::none);
  CHECK_FALSE(cell->small.empty());
}

/// Every table has as many cells in each row as it has columns, every number a source, a word of where it is from, or the mark
/// of an estimate; every number with ends says what they are; every source that is cited is in the list.
void check_whole(const Report& r, const Portfolio& portfolio) {
  CHECK(r.digest.size() == 16);
  CHECK(r.link.find("d=" + r.digest) != std::string::npos);
  CHECK_FALSE(r.title.empty());
  std::set<std::string> ids;
  for (const report::Section& s : r.sections) {
    CAPTURE(s.id);
    CHECK(ids.insert(s.id).second);
    CHECK_FALSE(s.heading.empty());
    for (const report::Table& t : s.tables)
      for (const report::Row& row : t.rows) CHECK(row.cells.size() == t.head.size());
    for (const report::Picture& p : s.pictures) {
      CHECK(p.svg.starts_with("<svg "));
      CHECK(p.svg.find("role=\"img\"") != std::string::npos);
      CHECK_FALSE(p.table.rows.empty());
    }
  }
  for (const Found& f : figures_of(r)) {
    CAPTURE(f.section, f.item, f.cell->figure, f.cell->words);
    CHECK_FALSE(f.cell->words.empty());
    if (f.cell->value && f.cell->figure != "input") CHECK((!f.cell->sources.empty() || !f.cell->from.empty() || f.cell->estimated));
    if (f.cell->value) CHECK(f.cell->value->low.has_value() == (f.cell->value->ends != report::Ends::none));
    for (const std::string& id : f.cell->sources) CHECK((r.number_of(id) > 0) == (portfolio.source(id) != nullptr));
  }
  CHECK_FALSE(r.sources.empty());
}

}  // namespace

TEST_CASE("a project's report has the figures of the simulation, to the last bit, of every project", "[export][report]") {
  Desk desk;
  const World w = desk.world();
  for (const Project& p : w.portfolio.projects) {
    CAPTURE(p.id);
    const Report r = report::of_project(Desk::asked(w, desk.e.state, desk.width), p);
    const ProjectResult& result = w.results.projects[static_cast<std::size_t>(&p - w.portfolio.projects.data())];
    check_range(find(r, "short", p.id, "simulated_saving"), result.avoided);
    check_range(find(r, "short", p.id, "simulated_output"), result.energy);
    const Cell* reported = find(r, "short", p.id, "reported_saving");
    REQUIRE(reported);
    REQUIRE(reported->value.has_value() == result.reported.has_value());
    if (result.reported) CHECK(reported->value->best == result.reported->base());
    const Cell* latitude = find(r, "facts", p.id, "latitude");
    REQUIRE(latitude);
    CHECK(latitude->value->best == p.latitude);
    if (result.reported && result.avoided) {
      const Cell* gap = find(r, "reported", p.id, "difference");
      REQUIRE(gap);
      CHECK(gap->value->best == (*result.reported - result.avoided->best).base());
    }
    check_whole(r, w.portfolio);
  }
}

TEST_CASE("a country's report sums as the program does, and names every project, line and locomotive of it", "[export][report]") {
  Desk desk;
  const World w = desk.world();
  for (const CountryFact& c : w.portfolio.countries) {
    CAPTURE(c.iso3);
    const Report r = report::of_country(Desk::asked(w, desk.e.state, desk.width), c.iso3);
    const Total total = country_total(w, c.iso3);
    if (total.projects > 0) {
      check_range(find(r, "short", c.iso3, "simulated_saving"), std::optional(total.avoided));
      check_range(find(r, "short", c.iso3, "simulated_output"), std::optional(total.energy));
      CHECK(find(r, "short", c.iso3, "projects")->value->best == total.projects);
    }
    for (const Project& p : w.portfolio.projects) CHECK((find(r, "projects", p.id, "status") != nullptr) == (p.country == c.iso3));
    for (const Route& route : w.portfolio.routes)
      CHECK((find(r, "railways", route.id, "status") != nullptr) == (std::find(route.countries.begin(), route.countries.end(), c.iso3) != route.countries.end()));
    for (const GridFactor& g : w.portfolio.grid_factors)
      if (g.country == c.iso3) CHECK(find(r, "grid", c.iso3, "grid_factor_" + g.method));
    if (!r.sources.empty()) check_whole(r, w.portfolio);
  }
}

TEST_CASE("the report of all has the totals, every row once, and the years", "[export][report]") {
  Desk desk;
  const World w = desk.world();
  const Report r = report::of_scenario(Desk::asked(w, desk.e.state, desk.width));
  const Total& total = w.results.operating;
  check_range(find(r, "short", "total", "simulated_saving"), std::optional(total.avoided));
  check_range(find(r, "short", "total", "simulated_output"), std::optional(total.energy));
  for (int c = 0; c < kCategoryCount; ++c) {
    const Total& of = w.results.by_category[static_cast<std::size_t>(c)];
    const std::string id(id_of(static_cast<Category>(c)));
    if (of.projects > 0) check_range(find(r, "technology", id, "simulated_saving"), std::optional(of.avoided));
  }
  for (std::size_t i = 0; i < w.portfolio.projects.size(); ++i) check_range(find(r, "projects", w.portfolio.projects[i].id, "simulated_saving"), w.results.projects[i].avoided);
  CHECK(find(r, "course", "2060", "simulated_saving_since_2000")->value->best == w.results.timeline.back().cumulative_t);
  check_whole(r, w.portfolio);
}

TEST_CASE("CSV and JSON of a report hold the same numbers, read back to the same bits", "[export][report]") {
  Desk desk;
  const World w = desk.world();
  const report::Asked asked = Desk::asked(w, desk.e.state, desk.width);
  for (const Report& r : {report::of_project(asked, *w.portfolio.project("al-dhafra-pv2")), report::of_country(asked, "KAZ"), report::of_scenario(asked)}) {
    CAPTURE(r.title);
    const Table csv = read_table("report.csv", to_csv(r));
    REQUIRE(csv.problems.empty());
    CHECK(csv.columns == std::vector<std::string>{"section", "item", "figure", "value", "low", "high", "unit", "interval", "estimated", "words", "source"});
    const auto json = nlohmann::json::parse(to_json(r));
    CHECK(json["format"] == "greensilk-report-1");
    CHECK(json["digest"] == r.digest);
    std::vector<nlohmann::json> figures;
    for (const auto& section : json["sections"])
      for (const auto& figure : section["figures"]) figures.push_back(figure);
    const std::vector<Found> wanted = figures_of(r);
    REQUIRE(figures.size() == wanted.size());
    REQUIRE(csv.rows.size() == wanted.size() + 4);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const Table::Row& line = csv.rows[i + 4];
      CAPTURE(wanted[i].item, wanted[i].cell->figure);
      CHECK(line.cells[2] == wanted[i].cell->figure);
      CHECK(figures[i]["figure"] == wanted[i].cell->figure);
      CHECK(line.cells[3].empty() == !wanted[i].cell->value);
      if (!wanted[i].cell->value) continue;
      CHECK(std::stod(line.cells[3]) == wanted[i].cell->value->best);
      CHECK(figures[i]["value"].get<double>() == wanted[i].cell->value->best);
      if (wanted[i].cell->value->low) CHECK(figures[i]["low"].get<double>() == *wanted[i].cell->value->low);
    }
  }
}

TEST_CASE("a report's page is in its language and direction, and fetches nothing", "[export][report]") {
  Desk desk;
  for (const Language language : {Language::en, Language::zh, Language::ru, Language::ar}) {
    const World w = desk.world(language);
    const Report r = report::of_project(Desk::asked(w, desk.e.state, desk.width), *w.portfolio.project("al-dhafra-pv2"));
    const std::string html = to_html(r);
    CAPTURE(code_of(language));
    CHECK(html.find("<html lang=\"" + std::string(code_of(language)) + "\" dir=\"" + (language == Language::ar ? "rtl" : "ltr") + "\">") != std::string::npos);
    CHECK(html.find(r.digest) != std::string::npos);
    for (const char* never : {"<script", "<link", "<img", "<iframe", "src=", "@import", "url(", "onload="}) CHECK(html.find(never) == std::string::npos);
    // No key of the words without a text.
    CHECK(html.find(">report.") == std::string::npos);
    for (const report::Section& s : r.sections) CHECK(html.find("<section id=\"" + s.id + "\"") != std::string::npos);
  }
}

TEST_CASE("a source that several figures cite has one number, and neighbours are told as a span", "[export][report]") {
  Report r;
  for (const char* id : {"a", "b", "c", "d", "e"}) r.sources.push_back({id, id, "", ""});
  CHECK(r.number_of("c") == 3);
  CHECK(r.number_of("z") == 0);
  CHECK(r.numbers_of({"e", "a", "b", "c", "a"}) == "1–3, 5");
  CHECK(r.numbers_of({"a", "b", "z"}) == "1, 2");
  CHECK(r.numbers_of({}).empty());
}
