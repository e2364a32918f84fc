#include "model/storage.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "model/curtailment.hpp"
#include "model/demand.hpp"
#include "model/numerics.hpp"

using namespace gs;
using namespace gs::model;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// A sunny plant: a half sine from 6 to 18 o'clock UTC, brighter in summer, with cloudy days by a fixed draw.
Hourly sunny(double peak) {
  const numerics::Draws draws(7);
  Hourly power(kHours);
  for (int h = 0; h < kHours; ++h) {
    const int day = h / 24;
    const double season = 0.75 - 0.25 * numerics::cos(2 * numerics::kPi * day / 365.0);
    const double cloud = 0.3 + 0.7 * draws.uniform(static_cast<std::uint64_t>(day));
    power[h] = std::fmax(0.0, peak * season * cloud * numerics::sin(numerics::kPi * (h % 24 - 6 + 0.5) / 12.0));
  }
  return power;
}

Store lossless(double mw, double mwh) {
  return {megawatts(mw), megawatts(mw), megawatt_hours(mwh), ratio(1.0), 0.0, ratio(0.0)};
}

double total(const Hourly& hours) { return numerics::sum(hours); }

void closed(const StorageYear& y, double scale) {
  CHECK(std::fabs(y.worst_hour_mwh) <= 1e-9 * scale);
  CHECK(std::fabs(y.year_mwh) <= 1e-9 * scale * kHours);
}

}  // namespace

TEST_CASE("every hour closes, in all rules, and nothing comes from nothing", "[storage]") {
  const Hourly output = sunny(200);
  for (const StoreRule rule : {StoreRule::capture_surplus, StoreRule::serve_peak})
    for (const double connection : {0.0, 40.0, 100.0, 300.0}) {
      for (const Store& store : {battery(megawatts(50)), pumped_store(megawatts(120), megawatt_hours(2000)),
                                 battery(megawatts(10), megawatt_hours(400)), lossless(60, 240)}) {
        INFO("rule " << static_cast<int>(rule) << ", connection " << connection << ", " << store.capacity.base());
        const auto year = store_beside_plant(store, output, megawatts(connection), rule, {14, 5});
        REQUIRE(year);
        closed(*year, 200);
        CHECK(std::fabs(year->stored_change.base()) <= 1e-9 * store.capacity.base());  // the year is a cycle
        CHECK(year->discharged.base() <= year->charged.base() * store.round_trip.base() + 1e-6);
        CHECK_THAT(total(output),
                   WithinRel(total(year->delivered) + year->curtailed.base() + year->lost().base(), 1e-9));
        for (int h = 0; h < kHours; ++h) {
          REQUIRE(year->level[h] >= 0.0);
          REQUIRE(year->level[h] <= store.capacity.base());
          REQUIRE(year->charge[h] <= store.charge.base());
          REQUIRE(year->discharge[h] <= store.discharge.base());
          REQUIRE(year->charge[h] * year->discharge[h] == 0.0);  // never both at once
          REQUIRE(year->delivered[h] >= -1e-9);
          REQUIRE(year->delivered[h] <= connection + 1e-9);
        }
      }
    }
}

TEST_CASE("without losses what goes in comes out", "[storage]") {
  const Hourly output = sunny(200);
  const auto year = store_beside_plant(lossless(100, 400), output, megawatts(80), StoreRule::capture_surplus, {14, 5});
  REQUIRE(year);
  CHECK(year->charged > Energy{});
  CHECK_THAT(year->discharged.base(), WithinRel(year->charged.base(), 1e-9));
  CHECK(std::fabs(year->lost().base()) < 1e-6);
  // All of it would have been curtailed.
  CHECK_THAT((year->curtailed_without - year->curtailed).base(), WithinRel(year->charged.base(), 1e-9));
}

TEST_CASE("the root of the round trip is lost on each way", "[storage]") {
  const auto year = store_beside_plant(pumped_store(megawatts(100), megawatt_hours(500)), sunny(200), megawatts(80),
                                       StoreRule::capture_surplus, {14, 5});
  REQUIRE(year);
  const double way = numerics::sqrt(0.79);
  CHECK_THAT(year->lost_charging.base(), WithinRel(year->charged.base() * (1 - way), 1e-9));
  CHECK_THAT(year->lost_discharging.base(), WithinRel(year->discharged.base() * (1 / way - 1), 1e-9));
  CHECK_THAT(year->discharged.base(), WithinRel(0.79 * year->charged.base(), 1e-9));
  CHECK(year->lost_standing == Energy{});
}

TEST_CASE("a simple day by hand", "[storage]") {
  // 30 MW for 4 hours behind 10 MW; 15 MW and 40 MWh of lossless store.
  Hourly output(kHours, 0.0);
  for (int d = 0; d < 365; ++d)
    for (int h = 8; h < 12; ++h) output[24 * d + h] = 30.0;
  const auto year = store_beside_plant(lossless(15, 40), output, megawatts(10), StoreRule::capture_surplus, {17, 5});
  REQUIRE(year);
  const double charge[] = {15, 15, 10, 0}, level[] = {15, 30, 40, 40, 30, 20, 10, 0};
  for (int h = 0; h < 4; ++h) CHECK_THAT(year->charge[240 + 8 + h], WithinAbs(charge[h], 1e-9));
  for (int h = 0; h < 8; ++h) CHECK_THAT(year->level[240 + 8 + h], WithinAbs(level[h], 1e-9));
  CHECK_THAT(year->curtailed.base(), WithinAbs(365 * 40.0, 1e-6));
  CHECK_THAT(year->extra_delivered(megawatt_hours(total(year->delivered))).base(), WithinAbs(365 * 40.0, 1e-6));
}

TEST_CASE("what is left over at the year's end begins the next: the level is a cycle", "[storage]") {
  // Surplus in the last days only, room only in the first ones.
  Hourly output(kHours, 10.0);
  for (int h = kHours - 48; h < kHours; ++h) output[h] = 15.0;
  for (int h = 0; h < 48; ++h) output[h] = 5.0;
  const auto year = store_beside_plant(lossless(5, 100), output, megawatts(10), StoreRule::capture_surplus, {17, 5});
  REQUIRE(year);
  CHECK_THAT(year->level.back(), WithinAbs(100.0, 1e-6));
  CHECK_THAT(year->discharge[0], WithinAbs(5.0, 1e-9));
  CHECK(std::fabs(year->stored_change.base()) < 1e-7);
  CHECK_THAT(year->discharged.base(), WithinAbs(100.0, 1e-6));
}

TEST_CASE("a level that would take thousands of years to settle is found", "[storage]") {
  // 1 MWh of surplus a year and room for half of it: full but for what fits in.
  Hourly output(kHours, 10.0);
  output[0] = 11.0, output[5000] = 9.5;
  const auto year = store_beside_plant(lossless(5, 1000), output, megawatts(10), StoreRule::capture_surplus, {17, 5});
  REQUIRE(year);
  CHECK_THAT(year->charged.base(), WithinAbs(0.5, 1e-8));
  CHECK_THAT(year->discharged.base(), WithinAbs(0.5, 1e-8));
  CHECK_THAT(year->level.back(), WithinAbs(999.5, 1e-8));
  CHECK(std::fabs(year->stored_change.base()) < 1e-8);
}

TEST_CASE("a store with losses is filled to the brim", "[storage]") {
  const auto year = store_beside_plant(battery(megawatts(100), megawatt_hours(200)), sunny(200), megawatts(20),
                                       StoreRule::capture_surplus, {17, 5});
  REQUIRE(year);
  CHECK_THAT(*std::max_element(year->level.begin(), year->level.end()), WithinRel(200.0, 1e-12));
}

TEST_CASE("no surplus, no capture; no store, no change", "[storage]") {
  const Hourly output = sunny(200);
  const auto idle =
      store_beside_plant(battery(megawatts(50)), output, megawatts(500), StoreRule::capture_surplus, {14, 5});
  REQUIRE(idle);
  CHECK(idle->charged == Energy{});
  CHECK(idle->lost() == Energy{});
  const auto none = store_beside_plant(battery(megawatts(0)), output, megawatts(80), StoreRule::serve_peak, {14, 5});
  REQUIRE(none);
  const auto bare = curtail(output, megawatts(80));
  REQUIRE(bare);
  CHECK(none->delivered == bare->delivered);
  CHECK(none->curtailed.base() == bare->surplus_sum.base());
}

TEST_CASE("more store saves more, never more than was curtailed", "[storage]") {
  const Hourly output = sunny(200);
  Energy before{};
  for (const double mwh : {0.0, 50.0, 100.0, 200.0, 400.0, 800.0, 1600.0}) {
    const auto year = store_beside_plant(battery(megawatts(100), megawatt_hours(mwh)), output, megawatts(80),
                                         StoreRule::capture_surplus, {14, 5});
    REQUIRE(year);
    CHECK(year->discharged >= before);
    CHECK(year->charged <= year->curtailed_without);
    before = year->discharged;
  }
}

TEST_CASE("serving the peak: out in the window only, and it costs energy when nothing is curtailed", "[storage]") {
  const Hourly output = sunny(200);
  const PeakWindow window{17, 5};
  const auto year = store_beside_plant(battery(megawatts(40)), output, megawatts(500), StoreRule::serve_peak, window);
  REQUIRE(year);
  CHECK(year->discharged > Energy{});
  for (int h = 0; h < kHours; ++h)
    if (!window.contains(h)) REQUIRE(year->discharge[h] == 0.0);
  // A store that two hours cannot empty waits for the next evening.
  const PeakWindow narrow{20, 2};
  const auto slow = store_beside_plant(battery(megawatts(10), megawatt_hours(60)), output, megawatts(500),
                                       StoreRule::serve_peak, narrow);
  REQUIRE(slow);
  CHECK_THAT(slow->discharged.base(), WithinRel(365 * 20.0, 1e-9));
  for (int h = 0; h < kHours; ++h) REQUIRE(slow->discharge[h] == (narrow.contains(h) ? 10.0 : 0.0));
  const Energy extra = year->extra_delivered(megawatt_hours(total(year->delivered)));
  CHECK_THAT(extra.base(), WithinRel(-year->lost().base(), 1e-9));
}

TEST_CASE("in the grid the residual load comes nearer to its day's mean", "[storage]") {
  const auto demand = demand_year(megawatts(1000), 75);
  REQUIRE(demand);
  const auto residual = residual_load(*demand, sunny(900));
  REQUIRE(residual);
  for (const Store& store : {battery(megawatts(150)), pumped_store(megawatts(344))}) {
    const auto year = store_in_grid(store, *residual);
    REQUIRE(year);
    closed(*year, 1000);
    CHECK(year->discharged > Energy{});
    CHECK_THAT(total(year->delivered), WithinRel(-year->lost().base(), 1e-9));  // it only loses
    const auto spread_of_days = [&](bool with) {
      double spread = 0.0;
      for (int d = 0; d < 365; ++d) {
        double low = 1e9, high = -1e9;
        for (int h = 24 * d; h < 24 * d + 24; ++h) {
          const double left = (*residual)[h] - (with ? year->delivered[h] : 0.0);
          low = std::min(low, left), high = std::max(high, left);
        }
        spread += high - low;
      }
      return spread;
    };
    CHECK(spread_of_days(true) < spread_of_days(false));
  }
}

TEST_CASE("credits: the grid for what is saved, the peak plant as a what-if", "[storage]") {
  const Range<Intensity> grid = {tonnes_per_mwh(0.4), tonnes_per_mwh(0.5), tonnes_per_mwh(0.6)};
  const Hourly output = sunny(200);
  const auto capture =
      store_beside_plant(battery(megawatts(100)), output, megawatts(80), StoreRule::capture_surplus, {14, 5});
  REQUIRE(capture);
  const StorageCredit saved = storage_credit(*capture, grid, grid);
  CHECK_THAT(saved.saved.best.base(), WithinRel(0.5 * capture->discharged.base(), 1e-9));
  CHECK_THAT(saved.peak.value.best.base(),
             WithinRel(0.531 * capture->discharged.base(), 1e-9));  // surplus costs nothing
  CHECK(saved.saved.low <= saved.saved.best);
  CHECK(saved.saved.best <= saved.saved.high);
  const auto shift =
      store_beside_plant(battery(megawatts(100)), output, megawatts(500), StoreRule::serve_peak, {14, 5});
  REQUIRE(shift);
  const StorageCredit moved = storage_credit(*shift, grid, grid);
  CHECK(moved.saved.best < Mass{});  // losses
  CHECK(moved.saved.low <= moved.saved.best);
  CHECK_THAT(moved.peak.value.best.base(),
             WithinRel(0.531 * shift->discharged.base() - 0.5 * shift->charged.base(), 1e-9));
}

TEST_CASE("a battery fades, a pumped store does not, none below nothing", "[storage]") {
  CHECK_THAT(aged(battery(megawatts(100)), 10).capacity.base(), WithinRel(300.0, 1e-12));  // 2.5 % x 10 of 400 MWh
  CHECK(aged(battery(megawatts(100)), 50).capacity == Energy{});
  CHECK(aged(pumped_store(megawatts(100)), 30).capacity == megawatt_hours(800));
}

TEST_CASE("a store that cannot be is an error", "[storage]") {
  const Hourly output(kHours, 1.0);
  const auto run = [&](Store s) { return store_beside_plant(s, output, megawatts(1), StoreRule::serve_peak, {17, 5}); };
  Store s = battery(megawatts(1));
  s.round_trip = ratio(1.1);
  CHECK_FALSE(run(s));
  s = battery(megawatts(1));
  s.round_trip = ratio(0);
  CHECK_FALSE(run(s));
  s = battery(megawatts(-1));
  CHECK_FALSE(run(s));
  s = battery(megawatts(1));
  s.lost_an_hour = 1.0;
  CHECK_FALSE(run(s));
  CHECK_FALSE(store_in_grid(battery(megawatts(1)), Hourly(8784, 1.0)));
  Hourly bad = output;
  bad[17] = std::nan("");
  CHECK_FALSE(store_in_grid(battery(megawatts(1)), bad));
  const auto year = store_beside_plant(battery(megawatts(1)), bad, megawatts(1), StoreRule::serve_peak, {17, 5});
  REQUIRE_FALSE(year);
  CHECK(year.error().where == "output of hour 17");
}

TEST_CASE("a connection takes what it can; the rest is surplus", "[storage]") {
  const double output[] = {0, 5, 10, 15};
  const auto c = curtail(output, megawatts(10));
  REQUIRE(c);
  CHECK(c->delivered == Hourly{0, 5, 10, 10});
  CHECK(c->surplus == Hourly{0, 0, 0, 5});
  CHECK(c->surplus_sum == megawatt_hours(5));
  CHECK_FALSE(curtail(output, megawatts(-1)));
}

TEST_CASE("demand: the mean is what was asked, the peak is in the evening of the place", "[storage]") {
  for (const double longitude : {-75.0, 0.0, 75.0, 105.0}) {
    const auto demand = demand_year(megawatts(2000), longitude);
    REQUIRE(demand);
    CHECK_THAT(total(*demand), WithinRel(2000.0 * kHours, 1e-12));
    const auto peak = std::max_element(demand->begin(), demand->begin() + 24) - demand->begin();
    CHECK((peak + static_cast<int>(longitude / 15) + 24) % 24 == 19);
  }
  CHECK_FALSE(demand_year(megawatts(1), 200));
}
