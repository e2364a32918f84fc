#include "scene/duration_chart.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <numeric>
#include <vector>

#include "scene/explorer.hpp"
#include "scene/selected.hpp"

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

namespace {

/// A year in which the power rises from the first hour to the last, in no order of size.
std::vector<float> mixed_year(float low, float high) {
  std::vector<float> power(8760);
  for (std::size_t h = 0; h < power.size(); ++h) {
    const std::size_t rank = h * 4799 % 8760;  // 4799 and 8760 have no common divisor
    power[h] = low + (high - low) * static_cast<float>(rank) / 8759.0f;
  }
  return power;
}

/// MWh under the curve.
double area(const YearChart& c) {
  double sum = 0;
  for (std::size_t i = 1; i < c.duration.size(); ++i)
    sum += 0.5 * (c.duration[i].mw + c.duration[i - 1].mw) * (c.duration[i].at - c.duration[i - 1].at);
  return sum;
}

}  // namespace

TEST_CASE("the sorted hours fall from the greatest to the least, and are as many as are drawn") {
  for (const auto& [low, high] : {std::pair{0.0f, 500.0f}, {-80.0f, 90.0f}, {-7.0f, -2.0f}, {3.0f, 3.0f}}) {
    CAPTURE(low, high);
    const YearChart c = year_chart(mixed_year(low, high), 0);
    REQUIRE(c.duration.size() == static_cast<std::size_t>(YearChart::kDurationPoints));
    CHECK(c.duration.front().mw == static_cast<double>(high));
    CHECK(c.duration.back().mw == static_cast<double>(low));
    CHECK(c.duration.front().at == 0.0);
    CHECK(c.duration.back().at == 8760.0);
    CHECK(c.duration.back().hours == 8760);
    for (std::size_t i = 1; i < c.duration.size(); ++i) {
      CHECK(c.duration[i].mw <= c.duration[i - 1].mw);
      CHECK(c.duration[i].at > c.duration[i - 1].at);
      CHECK(c.duration[i].hours >= c.duration[i - 1].hours);
    }
  }
}

TEST_CASE("the area under the sorted hours is the energy of the year, of a store too") {
  for (const auto& [low, high] : {std::pair{0.0f, 500.0f}, {-80.0f, 90.0f}}) {
    const YearChart c = year_chart(mixed_year(low, high), 0, 0.5);
    const double range = 0.5 * static_cast<double>(high - low);
    CHECK(std::abs(area(c) - sum(c)) < 0.01 * range * 8760);
    CHECK(std::abs(c.average_mw * 8760 - sum(c)) < 1e-6 * range * 8760);
  }
}

TEST_CASE("hours of equal power are counted together") {
  std::vector<float> power = flat(0);
  for (std::size_t h = 0; h < 3000; ++h) power[2 * h] = 100;
  const YearChart c = year_chart(power, 0);
  CHECK(c.duration.front().hours == 3000);
  CHECK(c.duration.back().hours == 8760);
  for (const DurationPoint& p : c.duration) CHECK(p.hours == (p.mw > 0 ? 3000 : 8760));
  CHECK(std::abs(area(c) - sum(c)) < 100.0 * 8760 / YearChart::kDurationPoints);
  CHECK(year_chart({}, 0).duration.empty());
}

TEST_CASE("the curve of a plant's hours says in words what it shows, in every language") {
  test::Explorer e = test::Explorer::desktop();
  Selected selected;
  const Portfolio& portfolio = test::assets().portfolio;
  for (const Language language : {Language::en, Language::zh, Language::ru, Language::ar}) {
    e.state.view.language = language;
    const World w = e.world();
    const SelectedProject& s = selected.of(portfolio, w.results, {SelectionKind::project, "al-dhafra-pv2"});
    const Chart c = duration_chart(w, *portfolio.project("al-dhafra-pv2"), s.year);
    REQUIRE(c.series.size() == 1);
    REQUIRE(c.rules.size() == 1);
    CHECK(c.series[0].data.size() == s.year.duration.size());
    CHECK(c.rules[0].value0 > c.value.low);
    CHECK(c.rules[0].value0 < c.value.high);
    for (const Datum& d : c.series[0].data) CHECK(d.reading.find('{') == std::string::npos);
    CHECK(table_of(c).rows.size() == s.year.duration.size());
  }
  CHECK(duration_chart(e.world(), *portfolio.project("al-dhafra-pv2"), YearChart{}).series.empty());
}
