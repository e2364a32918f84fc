#include "model/rail/resistance.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "model/rail/train.hpp"

using namespace gs::model::rail;
using Catch::Matchers::WithinRel;

TEST_CASE("each rule gives what its formula gives by hand", "[rail]") {
  const struct {
    Law law;
    double axle_load_t, kmh, newtons_per_kilonewton;
  } kCases[] = {
      {Law::ptr_freight4, 22.0, 60.0, 0.7 + (3.0 + 6.0 + 9.0) / 22.0},
      {Law::ptr_freight4_welded, 22.0, 60.0, 0.7 + (3.0 + 5.4 + 7.2) / 22.0},
      {Law::ptr_empty4, 6.0, 60.0, 1.0 + 2.64 + 0.864},
      {Law::ptr_freight4, 5.75, 60.0, 4.504},
      {Law::vniizht_gondola, 23.5, 80.0, 0.53 + (3.6 + 6.4 + 17.6) / 23.5},
      {Law::vniizht_tank, 20.0, 100.0, 0.642 + (2.925 + 4.73 + 27.5) / 20.0},
      {Law::ptr_8axle, 20.0, 100.0, 0.7 + (6.0 + 3.77 + 21.4) / 20.0},
      {Law::ptr_reefer, 15.0, 40.0, 0.68 + (3.0 + 4.0 + 4.08) / 15.0},
      {Law::ptr_pass, 15.0, 100.0, 0.7 + 47.0 / 15.0},
      {Law::ptr_loco_jointed, 23.0, 80.0, 4.62},
      {Law::ptr_loco_welded, 23.0, 80.0, 4.14},
      {Law::cn_freight, 21.0, 80.0, 2.104},
      {Law::cn_freight_empty, 5.0, 80.0, 6.974},
      {Law::cn_freight_old, 21.0, 80.0, 2.6684},
      {Law::cn_pass25g, 14.0, 100.0, 4.27},
      {Law::cn_pass25k, 14.0, 100.0, 3.88},
      {Law::cn_loco, 23.0, 80.0, 4.424},
      {Law::cn_loco_hxd, 25.0, 80.0, 3.5056},
  };
  for (const auto& c : kCases) {
    INFO(id_of(c.law) << " at " << c.kmh << " km/h and " << c.axle_load_t << " t an axle");
    CHECK_THAT(specific_resistance(c.law, c.axle_load_t).at(c.kmh), WithinRel(c.newtons_per_kilonewton, 1e-12));
  }
}

TEST_CASE("every rule has an id that finds it again", "[rail]") {
  for (int i = 0; i < kLawCount; ++i) {
    const auto each = static_cast<Law>(i);
    REQUIRE_FALSE(id_of(each).empty());
    REQUIRE(law(id_of(each)) == each);
  }
  CHECK_FALSE(law("davis").has_value());
}

TEST_CASE("resistance rises with speed, and a tonne on a heavier axle resists less", "[rail]") {
  for (int i = 0; i < kLawCount; ++i) {
    const auto each = static_cast<Law>(i);
    INFO(id_of(each));
    for (double kmh = 0.0; kmh < 160.0; kmh += 5.0) {
      CHECK(specific_resistance(each, 20.0).at(kmh + 5.0) > specific_resistance(each, 20.0).at(kmh));
      CHECK(specific_resistance(each, 25.0).at(kmh) <= specific_resistance(each, 10.0).at(kmh));
    }
  }
}

TEST_CASE("newtons of a vehicle are its weight times the rule, whatever the unit of speed", "[rail]") {
  for (int i = 0; i < kLawCount; ++i) {
    const Specific w = specific_resistance(static_cast<Law>(i), 18.0);
    for (const double ms : {0.0, 5.0, 25.0})
      CHECK_THAT(newtons(w, 72'000.0).at(ms), WithinRel(w.at(3.6 * ms) * 72.0 * kGravity, 1e-12));
  }
}

TEST_CASE("Canadian National's terms are those of the manual in pounds, tons and miles", "[rail]") {
  // 1.5 lb a short ton and 18.1 lb an axle at rest; 5.0e-4 lb by square foot and (mile/h)^2.
  constexpr double kPound = 4.4482216, kShortTon = 0.90718474, kFoot = 0.3048, kMileAnHour = 0.44704;
  const Newtons car = canadian_national(CanadianCar::freight, 100.0, 4.0, 10.0);
  CHECK_THAT(car.a, WithinRel(kPound * (1.5 * 100.0 / kShortTon + 18.125 * 4.0), 2e-3));
  CHECK_THAT(car.b, WithinRel(kPound * 0.015 * 100.0 / kShortTon / kMileAnHour, 2e-3));
  CHECK_THAT(car.c, WithinRel(kPound * 5.0e-4 * (10.0 / (kFoot * kFoot)) / (kMileAnHour * kMileAnHour), 2e-2));
  CHECK(canadian_national(CanadianCar::freight_low_torque, 100.0, 4.0, 10.0).at(15.0) < car.at(15.0));
  CHECK(canadian_national(CanadianCar::locomotive, 195.0, 6.0, 13.0).at(15.0) > 0.0);
  CHECK(canadian_national(CanadianCar::freight, 100.0, 4.0, 10.0, 2.0).c == 2.0 * car.c);
}

TEST_CASE("curves, starts and tunnels as their rules say", "[rail]") {
  CHECK_THAT(curve_resistance(700.0, 1520), WithinRel(1.0, 1e-12));
  CHECK_THAT(curve_resistance(600.0, 1435), WithinRel(1.0, 1e-12));
  CHECK(curve_resistance(0.0, 1520) == 0.0);
  CHECK_THAT(starting_resistance(22.0, 1520, 0.0), WithinRel(0.9655, 1e-4));  // the worked example of the source
  CHECK(starting_resistance(22.0, 1435, 0.0) == 5.0);
  CHECK_THAT(starting_resistance(22.0, 1435, 10.0), WithinRel(7.0, 1e-12));
  CHECK(tunnel_factor(0.0) == 1.0);
  CHECK_THAT(tunnel_factor(0.5), WithinRel(4.0, 1e-12));
  CHECK(tunnel_factor(0.2) > tunnel_factor(0.1));
}
