#include "model/rail/train.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "model/rail/trains.hpp"

using namespace gs::model::rail;
using Catch::Matchers::WithinRel;

TEST_CASE("a train weighs, rolls and reaches as far as its vehicles together", "[rail]") {
  Train train = test::freight(50, 40.0);
  CHECK_THAT(train.trailing_t(), WithinRel(50 * 63.0, 1e-12));
  CHECK_THAT(train.net_t(), WithinRel(2000.0, 1e-12));
  CHECK_THAT(train.mass_kg(), WithinRel(1000.0 * (2 * 138.0 + 3150.0), 1e-12));
  CHECK_THAT(train.length_m(), WithinRel(50 * 14.0 + 2 * 20.0, 1e-12));
  CHECK_THAT(train.rotating_kg(), WithinRel(27'600.0 + 50 * 4 * 750.0, 1e-12));

  const Newtons all = train.rolling(), start = {train.starting_n(1520), 0.0, 0.0};
  Train one = train;
  one.wagons[0].count = 0;
  const Newtons engines = one.rolling();
  one.wagons[0].count = 1;
  for (const double ms : {0.0, 10.0, 25.0})
    CHECK_THAT(all.at(ms) - engines.at(ms), WithinRel(50.0 * (one.rolling().at(ms) - engines.at(ms)), 1e-9));
  CHECK(start.a > 0.0);
  train.resistance = Newtons{10.0, 1.0, 0.1};
  CHECK(train.rolling().at(10.0) == 30.0);
  CHECK(train.starting_n(1520) == 0.0);
}

TEST_CASE("no wheel pulls more than starting effort, adhesion and power allow, and less the faster it turns", "[rail]") {
  using Adhesion = Locomotives::Adhesion;
  for (const Adhesion kind : {Adhesion::diesel, Adhesion::electric, Adhesion::asynchronous}) {
    Locomotives l = test::freight(1, 1.0).locomotives;
    l.adhesion = kind;
    double before = 1e300;
    for (double ms = 0.0; ms < 40.0; ms += 0.1) {
      const double effort = tractive_effort(l, ms);
      CHECK(effort <= l.start_n);
      CHECK(effort * ms <= l.wheel_w * (1.0 + 1e-12));
      CHECK(effort <= adhesion(kind, 3.6 * ms) * 276e3 * kGravity * (1.0 + 1e-12));
      CHECK(effort <= before * (1.0 + 1e-12));
      before = effort;
    }
  }
  CHECK_THAT(adhesion(Adhesion::diesel, 0.0), WithinRel(0.118 + 5.0 / 27.5, 1e-12));
  CHECK_THAT(adhesion(Adhesion::electric, 0.0), WithinRel(0.34, 1e-12));
  CHECK_THAT(adhesion(Adhesion::asynchronous, 60.0), WithinRel(1.15 * adhesion(Adhesion::electric, 60.0), 1e-12));
}

TEST_CASE("a measured curve of effort is followed, linear between its points and held beyond", "[rail]") {
  Locomotives l = test::freight(1, 1.0).locomotives;
  l.table = {{0.0, 180e3}, {20.0, 100e3}, {40.0, 60e3}};
  CHECK(tractive_effort(l, 0.0) == 180e3);
  CHECK_THAT(tractive_effort(l, 10.0), WithinRel(140e3, 1e-12));
  CHECK_THAT(tractive_effort(l, 30.0), WithinRel(80e3, 1e-12));
  CHECK(tractive_effort(l, 50.0) == 60e3);
}

TEST_CASE("a train that cannot be is refused in words", "[rail]") {
  CHECK(problems(test::freight(50, 40.0)).empty());
  const auto refused = [](auto spoil) {
    Train train = test::freight(50, 40.0);
    spoil(train);
    return !problems(train).empty();
  };
  CHECK(refused([](Train& t) { t.locomotives.mass_t = 0.0; }));
  CHECK(refused([](Train& t) { t.locomotives.wheel_w = -1.0; }));
  CHECK(refused([](Train& t) { t.locomotives.units = 0; }));
  CHECK(refused([](Train& t) { t.wagons[0].axles = 0; }));
  CHECK(refused([](Train& t) { t.wagons[0].tare_t = 0.0; }));
  CHECK(refused([](Train& t) { t.service_brake_ms2 = 0.0; }));
  CHECK(refused([](Train& t) { t.max_speed_kmh = 0.0; }));
  CHECK(refused([](Train& t) { t.locomotives.table = {{5.0, 1.0}, {5.0, 1.0}}; }));
  CHECK(refused([](Train& t) { t.resistance = Newtons{-1.0, 0.0, 0.0}; }));
}
