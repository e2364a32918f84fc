#include "scene/figure_table.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "scene/explorer.hpp"
#include "scene/story.hpp"
#include "text/figure.hpp"

using namespace gs;
using test::Explorer;

namespace {

const std::vector<std::string>* row_that(const TextTable& table, const std::string& starts) {
  const auto found = std::find_if(table.rows.begin(), table.rows.end(), [&](const auto& row) { return row[0].starts_with(starts); });
  return found == table.rows.end() ? nullptr : &*found;
}

Story story_of_data(const std::string& id) {
  const std::string file = "data/stories/" + id + ".json";
  auto read = read_story(file, test::read_asset(file).value());
  if (!read) FAIL(read.error().text());
  return std::move(*read);
}

}  // namespace

TEST_CASE("the table of a view has the total and the selected project's figures, simulated beside reported", "[figures]") {
  Explorer e = Explorer::desktop();
  e.act(action::Select{test::project("al-dhafra-pv2")});
  const World w = e.world();
  const auto index = static_cast<std::size_t>(w.portfolio.project("al-dhafra-pv2") - w.portfolio.projects.data());
  const ProjectResult& r = w.results.projects[index];
  const TextTable table = figure_table(w, e.state);
  REQUIRE(table.head.size() == 4);
  const std::string year = w.tr("figure.a_year");
  const auto* total = row_that(table, w.tr("figures.all"));
  REQUIRE(total);
  CHECK((*total)[1] == figure(w.results.operating.avoided.best, w.tr).text() + year);
  CHECK((*total)[3] == "–");
  const auto* saving = row_that(table, display_name(w.portfolio.projects[index], w.tr) + ": " + w.tr("working.saving"));
  REQUIRE(saving);
  CHECK((*saving)[1] == figure(r.avoided->best, w.tr).text() + year);
  CHECK((*saving)[2] == w.tr("totals.range", range_text(*r.avoided, w.tr)));
  CHECK((*saving)[3] == figure(*r.reported, w.tr).text() + year);
}

TEST_CASE("each step of each story has figures, four cells to a row, none of them empty", "[figures]") {
  for (const char* id : {"green-locomotive", "sun-over-the-desert", "wind-on-the-steppe", "to-2040"}) {
    const std::vector<Story> stories{story_of_data(id)};
    for (std::size_t i = 0; i < stories[0].steps.size(); ++i) {
      INFO(id << " step " << i + 1);
      Explorer e = Explorer::desktop();
      e.state = state_of_step(stories[0], static_cast<int>(i), e.state);
      World w = e.world();
      w.stories = stories;
      const TextTable table = figure_table(w, e.state);
      CHECK_FALSE(table.rows.empty());
      for (const auto& row : table.rows) {
        REQUIRE(row.size() == table.head.size());
        CHECK(std::none_of(row.begin(), row.end(), [](const std::string& cell) { return cell.empty(); }));
      }
      // What the text names stands in the table too.
      for (const Selection& named : named_in(stories[0].steps[i].text.in("en"))) {
        if (named.kind != SelectionKind::project) continue;
        CHECK(row_that(table, display_name(*w.portfolio.project(named.id), w.tr) + ": "));
      }
    }
  }
}

TEST_CASE("a text names its projects, locomotives and claims once each, and the totals not", "[figures]") {
  const auto named = named_in("{saving:a}, {range:a}, {total_saving}, {claim:c} and {locomotive_saving:l}; {open");
  REQUIRE(named.size() == 3);
  CHECK(named[0] == Selection{SelectionKind::project, "a"});
  CHECK(named[1] == Selection{SelectionKind::claim, "c"});
  CHECK(named[2] == Selection{SelectionKind::locomotive, "l"});
}
