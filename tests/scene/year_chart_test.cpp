#include "scene/selected.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <numeric>
#include <vector>

#include "scene/explorer.hpp"

using namespace gs;
using Catch::Matchers::WithinRel;

namespace {

std::vector<float> flat(float mw) { return std::vector<float>(8760, mw); }
double sum(const YearChart& c) { return std::accumulate(c.month_mwh.begin(), c.month_mwh.end(), 0.0); }

}  // namespace

TEST_CASE("a plant that always runs makes as much in a month as it has hours") {
  const YearChart c = year_chart(flat(10), 0);
  REQUIRE(c.known);
  CHECK(c.month_mwh[0] == 7440.0);
  CHECK(c.month_mwh[1] == 6720.0);
  CHECK(c.month_mwh[11] == 7440.0);
  CHECK(c.most_mw == 10.0f);
  CHECK(c.least_mw == 0.0f);
  for (const float mw : c.mean_mw) CHECK(mw == 10.0f);
}

TEST_CASE("the hours of the day are those of the plant's meridian") {
  std::vector<float> power = flat(0);
  for (std::size_t day = 0; day < 365; ++day) power[day * 24 + 8] = 5;  // 8 to 9 o'clock UTC
  struct Row {
    const char* where;
    double longitude;
    int hour;
  };
  for (const Row row : {Row{"Greenwich", 0, 8}, {"the Gulf", 54, 12}, {"Mexico", -99, 1}, {"Samoa", -179, 20}, {"Fiji", 178, 20}}) {
    INFO(row.where);
    const YearChart c = year_chart(power, row.longitude);
    for (int hour = 0; hour < 24; ++hour) CHECK(c.at(30, hour) == (hour == row.hour ? 5.0f : 0.0f));
    CHECK(sum(c) == 5.0 * 365);
  }
}

TEST_CASE("a column is the mean of its five days, and no day is left out") {
  std::vector<float> power = flat(0);
  for (std::size_t h = 0; h < 24; ++h) power[360 * 24 + h] = 10;  // 27 December, the first day of the last column
  const YearChart c = year_chart(power, 0);
  for (int hour = 0; hour < 24; ++hour) {
    CHECK(c.at(72, hour) == 2.0f);
    CHECK(c.at(71, hour) == 0.0f);
  }
  CHECK(c.month_mwh[11] == 240.0);
}

TEST_CASE("an old plant's year is scaled, a store's may be below zero, no hours are no year") {
  CHECK(sum(year_chart(flat(10), 0, 0.5)) == 43800.0);
  CHECK(year_chart(flat(-3), 0).least_mw == -3.0f);
  CHECK_FALSE(year_chart({}, 0).known);
  CHECK_FALSE(year_chart(std::vector<float>(8784, 1), 0).known);
}

TEST_CASE("days of the year have their dates") {
  struct Row {
    int day, month, date;
  };
  for (const Row row : {Row{0, 0, 1}, {30, 0, 31}, {31, 1, 1}, {58, 1, 28}, {59, 2, 1}, {364, 11, 31}}) {
    CHECK(calendar_day(row.day).month == row.month);
    CHECK(calendar_day(row.day).day == row.date);
  }
}

TEST_CASE("the months of the selected plant add up to the energy that is shown, in any year") {
  test::Explorer e = test::Explorer::desktop();
  Selected selected;
  const Portfolio& portfolio = test::assets().portfolio;
  const auto chart_of = [&](const char* id) -> const YearChart& {
    return selected.of(portfolio, e.results(), {SelectionKind::project, id}).year;
  };
  for (const int year : {2026, 2040}) {
    e.act(action::SetYear{year});
    for (const char* id : {"al-dhafra-pv2", "karot"}) {
      INFO(id << " in " << year);
      const Project* p = portfolio.project(id);
      REQUIRE(p);
      const auto& r = e.results().projects[static_cast<std::size_t>(p - portfolio.projects.data())];
      REQUIRE(r.energy);
      const YearChart& c = chart_of(id);
      REQUIRE(c.known);
      CHECK_THAT(sum(c), WithinRel(r.energy->best.base(), 1e-5));
    }
  }
  CHECK_FALSE(selected.of(portfolio, e.results(), {}).year.known);
  CHECK_FALSE(chart_of("no-such-project").known);
}
