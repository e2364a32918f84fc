#include "model/rail/run.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "model/rail/trains.hpp"

using namespace gs;
using namespace gs::model::rail;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

Run run_of(const Line& line, const Train& train, const Powertrain& powertrain, Driving driving) {
  RunSpace space;
  Result<Run> result = run(line, train, powertrain, {}, driving, space);
  REQUIRE(result.ok());
  return std::move(result).value();
}

double greatest(const Ledger& l) {
  return std::max({l.rolling, l.curves, l.air, l.climbing, l.descending, l.kinetic, l.friction_brakes,
                   l.electric_braking, l.traction, 1.0});
}

void closes(const Run& r) {
  const Ledger& l = r.ledger;
  CHECK(std::fabs(l.motion_imbalance()) <= 1e-9 * greatest(l));
  CHECK(std::fabs(l.grade - (l.climbing - l.descending)) <= 1e-9 * greatest(l));
  for (const double part : {l.rolling, l.curves, l.air, l.climbing, l.descending, l.kinetic, l.friction_brakes,
                            l.electric_braking, l.traction})
    CHECK(part >= 0.0);
  // Beyond the rim: what the wheels drew and gave back is what the powertrain counted.
  CHECK(std::fabs(l.flows.wheel - l.traction) <= 1e-9 * greatest(l));
  CHECK(std::fabs(l.flows.imbalance()) <= 1e-9 * std::max(greatest(l), l.flows.fuel + l.flows.wire));
}

/// No number that is none, time goes on, and no speed is above the limit on either side.
void sane(const Run& r) {
  const Trace& t = r.trace;
  REQUIRE(t.size() > 0);
  CHECK(std::isfinite(r.time_s));
  for (std::size_t i = 0; i < t.size(); ++i) {
    if (!(std::isfinite(t.speed_ms[i]) && std::isfinite(t.time_s[i]) && std::isfinite(t.wheel_w[i])))
      FAIL_CHECK("not a number at " << t.at_m[i] << " m");
    if (t.speed_ms[i] > t.limit_ms[i] * (1.0 + 1e-12))
      FAIL_CHECK(t.speed_ms[i] << " m/s where " << t.limit_ms[i] << " are allowed, at " << t.at_m[i] << " m");
    if (i > 0 && !(t.time_s[i] > t.time_s[i - 1] && t.at_m[i] >= t.at_m[i - 1]))
      FAIL_CHECK("time or train stands still at " << t.at_m[i] << " m");
  }
  if (r.arrived) CHECK(t.speed_ms.back() == 0.0);
}

/// Hills of +-`permille`, a kilometre each, with a slow section now and then.
Line hills(double length_m, double permille) {
  Line line;
  line.length_m = length_m;
  for (int i = 0; i * 1000.0 < length_m; ++i)
    line.sections.push_back({.start_m = i * 1000.0,
                             .grade_permille = permille * ((i * 7 % 11) - 5) / 5.0,
                             .radius_m = i % 5 == 0 ? 800.0 : 0.0,
                             .limit_kmh = i % 40 == 17 ? 60.0 : 80.0,
                             .wire = true});
  return line;
}

}  // namespace

TEST_CASE("not a joule is lost on any line, with any train, under any traction, at any step", "[rail]") {
  test::Dice dice(2026);
  int arrived = 0, stalled = 0;
  RunSpace space;
  Run r;
  for (int i = 0; i < 400; ++i) {
    const Line line = test::any_line(dice);
    const Train train = test::any_train(dice);
    const Powertrain powertrain = test::any_powertrain(dice);
    const double step = std::min(numerics::pow(10.0, dice(0.0, 3.5)), line.length_m);
    const double supplement = dice(0.0, 1.0) < 0.3 ? dice(0.0, 0.3) : 0.0;
    INFO("case " << i << ": " << line.length_m << " m in steps of " << step << " m, supplement " << supplement);
    const auto errors = run_into(line, train, powertrain, {}, {supplement, step, 0.0}, space, r);
    REQUIRE(errors.empty());
    closes(r);
    sane(r);
    (r.arrived ? arrived : stalled) += 1;
    if (!r.arrived) CHECK((r.stalled_at_m >= 0.0 && r.stalled_at_m <= line.length_m));
    if (r.arrived) CHECK(r.length_m == line.length_m);
    CHECK(r.time_s >= r.dwell_s);
  }
  CHECK(arrived > 100);
  CHECK(stalled > 20);
}

TEST_CASE("a constant force without resistance takes the textbook's time, whatever the step", "[rail]") {
  Train train = test::freight(20, 40.0);
  train.resistance = Newtons{};
  train.locomotives.table = {{0.0, 200e3}};
  train.max_speed_kmh = 1000.0;
  train.locomotives.max_speed_kmh = 1000.0;
  const double inertia = train.mass_kg() + train.rotating_kg(), a = 200e3 / inertia;
  train.service_brake_ms2 = a;
  Powertrain strong = test::diesel();
  strong.source_w = 1e12;
  const Line line = test::level(8000.0, 1000.0);
  for (const double step : {1.0, 10.0, 100.0, 1000.0, 4000.0}) {
    const Run r = run_of(line, train, strong, {0.0, step, 0.0});
    INFO("steps of " << step << " m");
    CHECK_THAT(r.time_s, WithinRel(2.0 * std::sqrt(8000.0 / a), 1e-9));
    CHECK_THAT(r.ledger.traction, WithinRel(200e3 * 4000.0, 1e-9));
    CHECK_THAT(r.ledger.friction_brakes + r.ledger.electric_braking, WithinRel(200e3 * 4000.0, 1e-9));
  }
}

TEST_CASE("on a long level the train runs at the speed at which its power equals its resistance", "[rail]") {
  Train train = test::freight(60, 60.0);
  train.max_speed_kmh = 300.0;
  train.locomotives.max_speed_kmh = 300.0;
  train.locomotives.wheel_w = 2.0e6;
  const Run r = run_of(test::level(200e3, 300.0), train, test::diesel(), {0.0, 10.0, 100.0});
  const double v = r.trace.speed_ms[r.trace.size() / 2];
  CHECK_THAT(v * train.rolling().at(v), WithinRel(2.0e6, 1e-3));
}

TEST_CASE("running time and energy come to the same as the steps become finer", "[rail]") {
  // Time first falls with the square of the step, until the places of limits and brake curves, cut to whole steps, show.
  const Train train = test::freight(60, 40.0);
  const Line line = hills(120e3, 6.0);
  const Run exact = run_of(line, train, test::diesel(), {0.0, 0.5, 1e6});
  double before = 1e300;
  for (const double step : {1000.0, 100.0, 10.0, 1.0}) {
    const Run r = run_of(line, train, test::diesel(), {0.0, step, 1e6});
    const double error = std::fabs(r.ledger.traction / exact.ledger.traction - 1.0);
    INFO("steps of " << step << " m: time off by " << r.time_s / exact.time_s - 1.0 << ", energy by " << error);
    CHECK(error <= 0.2 * before);
    before = error;
    CHECK(std::fabs(r.time_s / exact.time_s - 1.0) <= 1e-2 * std::min(1.0, step / 100.0));
    CHECK(error <= 0.1 * step / 1000.0);
  }
  // Where nothing is cut, the error of the integration alone: by the square. (But for the time of the very first step from
  // rest, where the speed rises as the root of the distance: that is of order 1.5.)
  Train free = train;
  free.locomotives.start_n = 300e3;
  free.resistance = Newtons{30e3, 0.0, 100.0};
  free.max_speed_kmh = free.locomotives.max_speed_kmh = 400.0;
  Line climb = test::level(30e3, 400.0);
  climb.sections[0].grade_permille = 4.0;
  const auto error = [&](double step) {
    const auto between = [&](double by) {
      const Trace t = run_of(climb, free, test::diesel(), {0.0, by, 0.0}).trace;
      const auto from = static_cast<std::size_t>(4e3 / by), to = static_cast<std::size_t>(16e3 / by);
      return std::pair{t.time_s[to] - t.time_s[from], t.speed_ms[to]};
    };
    static const auto exact_one = between(1.0);
    const auto one = between(step);
    return std::pair{std::fabs(one.first - exact_one.first), std::fabs(one.second - exact_one.second)};
  };
  const auto coarse = error(200.0), fine = error(20.0);
  INFO("time off by " << coarse.first << " s in steps of 200 m, " << fine.first << " s of 20 m; speed by " << coarse.second
                      << " and " << fine.second << " m/s");
  CHECK(coarse.first > 1e-5);
  CHECK(fine.first <= coarse.first / 40.0);
  CHECK(fine.second <= coarse.second / 40.0);
}

TEST_CASE("a train too heavy for the grade is said to stall, where it does", "[rail]") {
  Line line = test::level(20e3);
  line.sections.push_back({.start_m = 10e3, .grade_permille = 25.0, .limit_kmh = 80.0});
  const Train train = test::freight(60, 60.0);
  for (const double step : {1.0, 10.0, 100.0, 1000.0}) {
    const Run r = run_of(line, train, test::diesel(), {0.0, step, 0.0});
    INFO("steps of " << step << " m");
    CHECK_FALSE(r.arrived);
    CHECK(r.stalled_at_m > 10e3);
    CHECK(r.stalled_at_m < 13e3);
    CHECK(r.length_m == r.stalled_at_m);
    closes(r);
  }
  // From rest on the grade it does not even start; with fewer wagons it climbs.
  Line grade = test::level(5000.0);
  grade.sections[0].grade_permille = 25.0;
  CHECK(run_of(grade, train, test::diesel(), {0.0, 10.0, 0.0}).stalled_at_m == 0.0);
  CHECK(run_of(grade, test::freight(15, 60.0), test::diesel(), {0.0, 10.0, 0.0}).arrived);
  // An empty battery stops a train on the level.
  const Run flat = run_of(test::level(200e3), train, test::battery_only(2.0), {0.0, 10.0, 0.0});
  CHECK_FALSE(flat.arrived);
  CHECK(flat.stalled_at_m > 1e3);
}

TEST_CASE("slow but strong enough on a steep grade, a train crawls up at any step", "[rail]") {
  Line line = test::level(20e3);
  line.sections.push_back({.start_m = 10e3, .grade_permille = 11.0, .limit_kmh = 80.0});
  Train train = test::freight(60, 60.0);
  train.locomotives.wheel_w = 1.0e6;
  const double fine = run_of(line, train, test::diesel(), {0.0, 5.0, 1e6}).time_s;
  for (const double step : {10.0, 100.0, 1000.0}) {
    const Run r = run_of(line, train, test::diesel(), {0.0, step, 0.0});
    INFO("steps of " << step << " m: " << r.time_s << " s, finely " << fine);
    CHECK(r.arrived);
    CHECK(std::fabs(r.time_s / fine - 1.0) < 0.1);
  }
}

TEST_CASE("there and back the hills give back what they took, at the train's middle", "[rail]") {
  const Line line = hills(60e3, 6.0);
  const Train train = test::freight(60, 40.0);
  const Run there = run_of(line, train, test::diesel(), {0.0, 10.0, 0.0});
  const Run back = run_of(reversed(line), train, test::diesel(), {0.0, 10.0, 0.0});
  // The tail stands behind the line's start on one way and its head beyond on the other: half a train apart.
  const double slack = train.mass_kg() * kGravity * 0.012 * train.length_m();
  CHECK(std::fabs(there.ledger.grade + back.ledger.grade) <= slack);
  CHECK_THAT(there.ledger.climbing, WithinRel(back.ledger.descending, 0.02));
  CHECK_THAT(there.trace.height_m.back() * train.mass_kg() * kGravity, WithinRel(there.ledger.grade, 1e-9));
}

TEST_CASE("time to spare saves energy at the wheel, and no more of it is taken than was given", "[rail]") {
  const Train train = test::freight(60, 40.0);
  Line line = hills(120e3, 6.0);
  for (int k = 0; k < 2; ++k) {
    const Run least = run_of(line, train, test::diesel(), {0.0, 10.0, 1e6});
    double before = least.ledger.traction;
    for (const double supplement : {0.02, 0.07, 0.2}) {
      const Run r = run_of(line, train, test::diesel(), {supplement, 10.0, 0.0});
      INFO("supplement " << supplement << ": " << r.time_s / least.time_s << " of the time, "
                         << r.ledger.traction / least.ledger.traction << " of the energy");
      CHECK(r.arrived);
      const double moving = r.time_s - r.dwell_s, allowed = (least.time_s - least.dwell_s) * (1.0 + supplement);
      CHECK(moving <= allowed);
      CHECK(moving >= allowed * 0.96);  // it is made use of
      CHECK(r.ledger.traction < before);
      CHECK(r.ledger.friction_brakes + r.ledger.electric_braking <
            least.ledger.friction_brakes + least.ledger.electric_braking);
      before = r.ledger.traction;
      sane(r);
      closes(r);
    }
    line.stops = {{20e3, 120.0, "a"}, {50e3, 60.0, "b"}, {51e3, 0.0, "c"}};
  }
}

TEST_CASE("on any line a saving run takes no more energy and no more time than it may", "[rail]") {
  test::Dice dice(77);
  int saved = 0, all = 0;
  for (int i = 0; i < 60; ++i) {
    const Line line = test::any_line(dice);
    const Train train = test::any_train(dice);
    const double step = 20.0, supplement = dice(0.01, 0.2);
    const Run least = run_of(line, train, test::electric(), {0.0, step, 1e9});
    const Run r = run_of(line, train, test::electric(), {supplement, step, 1e9});
    INFO("case " << i);
    CHECK(r.arrived == least.arrived);
    if (!least.arrived) continue;
    CHECK(r.time_s - r.dwell_s <= (least.time_s - least.dwell_s) * (1.0 + supplement) * (1.0 + 1e-12));
    CHECK(r.ledger.traction <= least.ledger.traction);
    ++all;
    saved += r.ledger.traction < 0.98 * least.ledger.traction;
  }
  CHECK(saved * 10 > all * 7);
}

TEST_CASE("stops take their dwell, and the engine goes on", "[rail]") {
  Line line = test::level(30e3);
  const Train train = test::freight(30, 40.0);
  const Run through = run_of(line, train, test::diesel(), {0.0, 10.0, 100.0});
  line.stops = {{10e3, 300.0, "a"}, {20e3, 0.0, "b"}};
  const Run r = run_of(line, train, test::diesel(), {0.0, 10.0, 100.0});
  CHECK(r.dwell_s == 300.0);
  CHECK(r.time_s - 300.0 > through.time_s);
  CHECK(r.ledger.traction > through.ledger.traction);
  CHECK(r.ledger.flows.auxiliary > through.ledger.flows.auxiliary * (r.time_s - 1.0) / through.time_s);
  CHECK(r.ledger.flows.idle_fuel > through.ledger.flows.idle_fuel);
  int halts = 0;
  for (std::size_t i = 1; i + 1 < r.trace.size(); ++i) halts += r.trace.speed_ms[i] == 0.0;
  CHECK(halts == 3);  // arrival and departure at a, and b
}

TEST_CASE("a hop between two stops within one step is made, and keeps the limits", "[rail]") {
  for (const double length : {2.0, 30.0, 400.0}) {
    const Run r = run_of(test::level(length, 30.0), test::freight(10, 40.0), test::diesel(), {0.0, 1000.0, 0.0});
    CHECK(r.arrived);
    CHECK(r.steps == 1);
    CHECK(r.time_s > length / (30.0 / 3.6));
    closes(r);
  }
}

TEST_CASE("braking is shared: electric as far as force and power reach, the rest by friction", "[rail]") {
  const Line line = hills(60e3, 10.0);
  Train train = test::freight(40, 40.0);
  const Run both = run_of(line, train, test::battery_only(100.0), {0.0, 10.0, 0.0});
  train.locomotives.brake_w = 0.0;
  const Run shoes = run_of(line, train, test::battery_only(100.0), {0.0, 10.0, 0.0});
  CHECK(both.ledger.electric_braking > 0.0);
  CHECK(shoes.ledger.electric_braking == 0.0);
  CHECK_THAT(both.ledger.electric_braking + both.ledger.friction_brakes,
             WithinRel(shoes.ledger.friction_brakes, 1e-3));
  CHECK(both.trace.charge.back() > shoes.trace.charge.back());
  CHECK_THAT(both.ledger.flows.regenerated + both.ledger.flows.rheostat,
             WithinRel(both.ledger.electric_braking, 1e-9));
}

TEST_CASE("a run in used space is the run in new space, and its trace is as fine as asked for", "[rail]") {
  test::Dice dice(4);
  RunSpace space;
  Run used;
  for (int i = 0; i < 20; ++i) {
    const Line line = test::any_line(dice);
    const Train train = test::any_train(dice);
    REQUIRE(run_into(line, train, test::diesel(), {}, {0.05, 10.0, 500.0}, space, used).empty());
    const Run fresh = run_of(line, train, test::diesel(), {0.05, 10.0, 500.0});
    CHECK(used.time_s == fresh.time_s);
    CHECK(used.ledger.traction == fresh.ledger.traction);
    CHECK(used.trace.speed_ms == fresh.trace.speed_ms);
    CHECK(used.arrived == fresh.arrived);
  }
  const Run fine = run_of(test::level(10e3), test::freight(10, 10.0), test::diesel(), {0.0, 10.0, 0.0});
  const Run coarse = run_of(test::level(10e3), test::freight(10, 10.0), test::diesel(), {0.0, 10.0, 1000.0});
  CHECK(fine.trace.size() == 1001);
  CHECK(coarse.trace.size() == 11);
  CHECK(coarse.time_s == fine.time_s);
}

TEST_CASE("forces held over a stretch give Euler's explicit method, and the same in the end", "[rail]") {
  Train train = test::freight(20, 40.0);
  train.point = true;
  train.resistance = Newtons{20e3, 0.0, 60.0};
  train.locomotives.table = {{0.0, 200e3}, {20.0, 50e3}};
  const Line line = test::level(20e3, 60.0);
  const Run exact = run_of(line, train, test::electric(), {0.0, 1.0, 1.0});
  double before = 1e300;
  for (const double stretch : {100.0, 10.0, 1.0}) {
    const HeldForces held{stretch, {}};
    const Run r = run_of(line, train, test::electric(), {0.0, 1.0, 1.0, &held});
    INFO("held for " << stretch << " m: " << r.time_s << " s, exactly " << exact.time_s);
    CHECK(r.time_s < exact.time_s);  // the effort of the slower speed is too great
    CHECK(std::fabs(r.time_s - exact.time_s) < 0.3 * before);
    before = std::fabs(r.time_s - exact.time_s);
    closes(r);
    // Over a stretch the acceleration stands still.
    if (stretch != 100.0) continue;
    const auto square = [&](std::size_t i) { return r.trace.speed_ms[i] * r.trace.speed_ms[i]; };
    for (std::size_t i = 101; i < 199; ++i)
      CHECK_THAT(square(i + 1) - square(i), WithinRel(square(i) - square(i - 1), 1e-6));
    CHECK(square(202) - square(201) < 0.99 * (square(199) - square(198)));
  }
}

TEST_CASE("what cannot be run is refused in words", "[rail]") {
  RunSpace space;
  const auto refused = [&](Line line, Train train, Driving driving) {
    const auto result = run(line, train, test::diesel(), {}, driving, space);
    return !result.ok() && !result.error().where.empty();
  };
  const Line line = test::level(1000.0);
  const Train train = test::freight(10, 10.0);
  CHECK_FALSE(refused(line, train, {0.0, 10.0, 0.0}));
  CHECK(refused(line, train, {0.0, 0.0, 0.0}));
  CHECK(refused(line, train, {0.0, std::nan(""), 0.0}));
  CHECK(refused(line, train, {0.0, 1e-9, 0.0}));
  CHECK(refused(line, train, {-0.1, 10.0, 0.0}));
  CHECK(refused({}, train, {0.0, 10.0, 0.0}));
  CHECK(refused(line, {}, {0.0, 10.0, 0.0}));
}
