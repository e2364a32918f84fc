#include "model/rail/consist.hpp"

#include <catch2/catch_approx.hpp>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

using namespace gs::model::rail;
using Catch::Approx;

namespace {

DieselParameters a_diesel() {
  return {.unit = {9000.0, 0.0005}, .drive = {{{0.0, 1.0}, {0.9, 0.95}}, 5e6},
          .engine = {{0.01, 0.5, 1.0}, {0.1, 0.41, 0.4}}, .rated_w = 3e6, .at_once_w = 3e5, .ramp_w_per_s = 1e5,
          .idle_fuel_w = 2e4, .generator = {{0.0, 1.0}, {0.97, 0.98}}, .generator_w = 4e6};
}

BatteryParameters a_battery() {
  BatteryParameters p{.unit = {8000.0, 0.0005}, .drive = {{{0.0, 1.0}, {0.98, 0.96}}, 5e6}, .map = {}, .rated_w = 2e6,
                      .capacity_j = 4e9};
  p.map = {{0.0, 50.0}, {0.0, 1.0}, {-2.0, 0.0, 2.0}, {}};
  for (int i = 0; i < 4; ++i)
    for (const double efficiency : {0.9 + 0.01 * i, 0.99, 0.92 + 0.01 * i}) p.map.efficiency.push_back(efficiency);
  return p;
}

/// What a consist took in and gave out, J: fuel and cells against the rim, the auxiliaries and every loss.
double imbalance(const Consist& consist, int batteries, int diesels) {
  const BatteryState& b = consist.battery();
  const DieselState& d = consist.diesel();
  const double in = consist.state().fuel_j + consist.state().chemical_j;
  const double out = batteries * (b.drive.wheel_j + b.drive.loss_j + b.auxiliary_j + b.loss_j) +
                     diesels * (d.drive.wheel_j + d.drive.loss_j + d.auxiliary_j + d.generator_loss_j + d.engine_loss_j);
  return (in - out) / std::fabs(in);
}

}  // namespace

TEST_CASE("every joule of a consist is accounted for, pulling, coasting and braking", "[rail][consist]") {
  const BatteryParameters battery = a_battery();
  const DieselParameters diesel = a_diesel();
  Consist consist(&battery, 2, &diesel, 3);
  double asked_j = 0.0;
  for (int second = 0; second < 5000; ++second) {
    consist.limit(1.0);
    const double wish = 8e6 * std::sin(second * 0.01) + 1e6 * std::sin(second * 0.37);
    const double wheel_w = std::min(wish, consist.state().most_w);
    consist.step(wheel_w, 1.0);
    asked_j += wheel_w;
    REQUIRE(consist.state().out_w == Approx(wheel_w).epsilon(1e-12));
  }
  CHECK(std::fabs(imbalance(consist, 2, 3)) < 1e-12);
  CHECK(consist.state().out_j == Approx(asked_j).epsilon(1e-12));
  CHECK(consist.state().out_j == Approx(consist.state().motoring_j - consist.state().braking_j).epsilon(1e-12));
  // What is asked goes through the links or the rheostats.
  const double through = 2 * (consist.battery().drive.wheel_j - consist.battery().drive.rheostat_wheel_j) +
                         3 * (consist.diesel().drive.wheel_j - consist.diesel().drive.rheostat_wheel_j);
  CHECK(through == Approx(asked_j).epsilon(1e-12));
  CHECK(consist.diesel().drive.rheostat_j > 0.0);
  CHECK(consist.battery().charge == Approx(0.95 - consist.battery().chemical_j / battery.capacity_j).epsilon(1e-12));
}

TEST_CASE("batteries pull first and diesels only what is beyond them", "[rail][consist]") {
  const BatteryParameters battery = a_battery();
  const DieselParameters diesel = a_diesel();
  Consist consist(&battery, 1, &diesel, 4);
  consist.limit(1.0);
  consist.step(1e6, 1.0);
  CHECK(consist.battery().unit.out_w == Approx(1e6));
  CHECK(consist.diesel().unit.out_w == 0.0);
  CHECK(consist.diesel().fuel_w > diesel.idle_fuel_w);  // auxiliaries and idling go on
  consist.limit(1.0);
  const double most = consist.state().battery_most_w;
  consist.step(most + 4e5, 1.0);
  CHECK(consist.battery().unit.out_w == most);
  CHECK(consist.diesel().unit.out_w == Approx(1e5));
}

TEST_CASE("braking charges the batteries, and what they cannot take is spread over all drives", "[rail][consist]") {
  const BatteryParameters battery = a_battery();
  const DieselParameters diesel = a_diesel();
  Consist consist(&battery, 1, &diesel, 4);
  for (int second = 0; second < 300; ++second) {  // make room in the battery
    consist.limit(1.0);
    consist.step(1.5e6, 1.0);
  }
  const double before = consist.battery().charge;
  consist.limit(1.0);
  consist.step(-1e6, 1.0);
  CHECK(consist.battery().charge > before);
  CHECK(consist.battery().drive.rheostat_wheel_w == 0.0);
  CHECK(consist.diesel().unit.out_w == 0.0);
  consist.limit(1.0);
  const double taken = consist.state().most_braking_w;
  consist.step(-6e6, 1.0);
  CHECK(consist.battery().drive.wheel_w == Approx(-taken).epsilon(1e-12));
  CHECK(consist.diesel().drive.wheel_w == 0.0);  // no link takes power back
  CHECK(consist.diesel().drive.rheostat_wheel_w > 0.0);
  CHECK(consist.battery().drive.rheostat_wheel_w + 4.0 * consist.diesel().drive.rheostat_wheel_w == Approx(6e6 - taken));
}

TEST_CASE("an empty battery gives nothing and a full one takes no more than the auxiliaries", "[rail][consist]") {
  const BatteryParameters p = a_battery();
  struct Row { double charge, discharge_w, charge_w; };
  for (const Row& row : {Row{0.05, 0.0, 2e6}, {0.02, 0.0, 2e6}, {0.075, 1e6, 2e6}, {0.5, 2e6, 2e6}, {0.925, 2e6, 1e6},
                         {0.95, 2e6, 0.0}, {0.99, 2e6, 0.0}}) {
    BatteryState s;
    s.charge = row.charge;
    limit_unit(p, s, 1.0);
    INFO("charge " << row.charge);
    CHECK(s.discharge_most_w == Approx(row.discharge_w).margin(1e-3));
    CHECK(s.charge_most_w == Approx(row.charge_w).margin(1e-3));
    CHECK(s.regeneration_most_w == Approx(row.charge_w + 8000.0).margin(1e-3));
  }
}

TEST_CASE("an engine rises by its ramp from what it gave, never below what it gives at once, up to its rating", "[rail][consist]") {
  DieselParameters p = a_diesel();
  p.generator.efficiency = p.drive.map.efficiency = {0.95, 0.95};
  DieselState s;
  for (int second = 0; second < 60; ++second) {
    limit_unit(p, s, 1.0);
    INFO("second " << second);
    CHECK(s.shaft_most_w == Approx(std::min(p.at_once_w + second * p.ramp_w_per_s, p.rated_w)).epsilon(1e-9));
    step_unit(p, s, s.drive.most_w, 1.0);
    CHECK(s.shaft_w == Approx(s.shaft_most_w).epsilon(1e-12));
  }
}
