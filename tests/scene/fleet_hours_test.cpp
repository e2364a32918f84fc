#include "scene/fleet_hours.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "portfolio/own_data.hpp"
#include "scene/explorer.hpp"

using namespace gs;
using Catch::Matchers::WithinRel;

namespace {

constexpr HourSpan kSpans[] = {HourSpan::day, HourSpan::week, HourSpan::season, HourSpan::year};

const Portfolio& portfolio() { return test::assets().portfolio; }

/// MWh a year of what counts, by category.
std::array<double, kCategoryCount> counted(const Results& results) {
  std::array<double, kCategoryCount> sums{};
  for (const ProjectResult& r : results.projects) {
    const Project& p = portfolio().projects[r.project];
    if (r.counted == Counted::yes && r.energy && !is_own(p.id)) sums[static_cast<std::size_t>(category(p.technology))] += r.energy->best.base();
  }
  return sums;
}

}  // namespace

TEST_CASE("the hours of the fleet add up to the energy of what counts, by category and in all", "[hours]") {
  test::Explorer e = test::Explorer::desktop();
  for (const int year : {2012, 2026, 2040}) {
    e.act(action::SetYear{year});
    CAPTURE(year);
    const FleetOutput out = fleet_output(portfolio(), e.results());
    CHECK(out.year == year);
    const auto energy = counted(e.results());
    double all = 0.0;
    for (std::size_t c = 0; c < energy.size(); ++c) {
      CAPTURE(c);
      all += energy[c];
      CHECK(out.made_mwh[c].empty() == (energy[c] == 0.0));
      if (out.made_mwh[c].empty()) continue;
      REQUIRE(out.made_mwh[c].size() == 8761);
      CHECK_THAT(out.made_mwh[c].back(), WithinRel(energy[c], 1e-6));
    }
    CHECK_THAT(out.year_mwh(), WithinRel(all, 1e-6));
    CHECK_THAT(e.results().operating.energy.best.base(), WithinRel(all, 1e-6));
    CHECK(out.even_mwh < 0.1 * all);
  }
}

TEST_CASE("stores, electrolysers, lines and what is being built give no power to the fleet's hours", "[hours]") {
  test::Explorer e = test::Explorer::desktop();
  const FleetOutput out = fleet_output(portfolio(), e.results());
  for (const Category c : {Category::storage, Category::hydrogen, Category::grid, Category::locomotive}) {
    CHECK(out.made_mwh[static_cast<std::size_t>(c)].empty());
    CHECK(out.mean_mw(c, 0, 8760) == 0.0);
  }
  Results none = e.results();
  for (ProjectResult& r : none.projects) r.counted = Counted::not_operating;
  const FleetOutput nothing = fleet_output(portfolio(), none);
  CHECK((nothing.projects == 0 && nothing.most_mw == 0.0 && nothing.year_mwh() == 0.0));
}

TEST_CASE("no hour is below nothing or above the most, and means keep the energy", "[hours]") {
  test::Explorer e = test::Explorer::desktop();
  const FleetOutput out = fleet_output(portfolio(), e.results());
  double most = 0.0;
  for (int h = 0; h < 8760; ++h) {
    double sum = 0.0, least = 0.0;
    for (const double mw : out.mean_mw(h, h + 1)) sum += mw, least = std::min(least, mw);
    most = std::max(most, sum);
    if (least < -1e-3) FAIL("hour " << h << " has " << least << " MW");
  }
  CHECK_THAT(most, WithinRel(out.most_mw, 1e-6));
  double energy = 0.0;
  for (int h = 0; h < 8760; h += 24)
    for (const double mw : out.mean_mw(h, h + 24)) energy += 24.0 * mw;
  CHECK_THAT(energy, WithinRel(out.year_mwh(), 1e-9));
}

TEST_CASE("the fleet's hours are made when they are shown, and again for other results", "[hours]") {
  test::Explorer e = test::Explorer::desktop();
  FleetHours hours;
  CHECK(hours.of(portfolio(), e.results(), false) == nullptr);
  CHECK(hours.of(portfolio(), Results{}, true) == nullptr);
  const FleetOutput* shown = hours.of(portfolio(), e.results(), true);
  REQUIRE(shown);
  const double now = shown->year_mwh();
  e.act(action::SetYear{2012});
  shown = hours.of(portfolio(), e.results(), true);
  REQUIRE(shown);
  CHECK(shown->year == 2012);
  CHECK(shown->year_mwh() < now);
}

TEST_CASE("an hour is in the window around it, and windows lie in the year", "[hours]") {
  for (const HourSpan span : kSpans) {
    for (double hour = 0.0; hour < 8760.0; hour += 5.75) {
      CAPTURE(static_cast<int>(span), hour);
      const HourWindow w = window_of(span, hour);
      CHECK((w.first >= 0 && w.end() <= 8760));
      CHECK((hour >= w.first && hour < w.end()));
    }
  }
  CHECK(window_of(HourSpan::day, 4113).first == 171 * 24);
  CHECK(window_of(HourSpan::week, 4113).first == 168 * 24);
  CHECK(window_of(HourSpan::week, 8759).hours == 168);
  CHECK(window_of(HourSpan::season, 4113).first == 2190);
  CHECK(window_of(HourSpan::year, 4113).hours == 8760);
}

TEST_CASE("a drawn step is a px wide at least, and never cuts days into two or three", "[hours]") {
  for (const HourSpan span : kSpans) {
    const HourWindow w = window_of(span, 100);
    for (const double px : {100.0, 268.0, 448.0, 568.0, 1200.0, 9000.0}) {
      const int step = hours_of_step(w, px);
      CAPTURE(w.hours, px, step);
      CHECK(step >= 1);
      CHECK(w.hours <= step * px);
      CHECK((24 % step == 0 || step % 24 == 0));
      CHECK((step != 12 && step != 8));
    }
  }
  CHECK(hours_of_step({0, 24}, 500) == 1);
  CHECK(hours_of_step({0, 8760}, 568) == 24);
  CHECK(hours_of_step({0, 8760}, 100) == 96);
}

TEST_CASE("dragging the hour stays in its window, and over long spans keeps the time of day", "[hours]") {
  for (const HourSpan span : kSpans) {
    for (const double hour : {0.0, 13.5, 2190.0, 4113.25, 8759.5}) {
      const HourWindow w = window_of(span, hour);
      for (const double share : {-1.0, 0.0, 0.001, 0.37, 0.5, 0.999, 1.0, 2.0}) {
        CAPTURE(static_cast<int>(span), hour, share);
        const double to = hour_at(span, hour, share);
        CHECK((to >= w.first && to < w.end()));
        if (span == HourSpan::season || span == HourSpan::year) CHECK(std::fmod(to, 24.0) == std::fmod(hour, 24.0));
      }
    }
  }
  CHECK(hour_at(HourSpan::day, 50.0, 0.5) == 60.0);
  CHECK(hour_at(HourSpan::week, 50.0, 0.5) == 84.0);
}
