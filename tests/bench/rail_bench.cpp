#include <array>
#include <catch2/benchmark/catch_benchmark.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "bench/rates.hpp"
#include "model/rail/run.hpp"

/// Trains over a line of 300 km with hills, curves and slow sections: a freight train of 4,000 t, powertrain included.
namespace {

using namespace gs;
using namespace gs::model::rail;

constexpr double kLength = 300e3, kSteps = 30'000.0, kGoal_ms = 3.0;

Line hills() {
  Line line;
  line.length_m = kLength;
  std::vector<Height> land;
  for (int i = 0; i <= 10; ++i) land.push_back({30e3 * i, 600.0 + 40.0 * (i * 7 % 11)});
  line.sections = estimated_profile(land, kLength, 9.0, 3.0, 1000.0);
  for (std::size_t i = 0; i < line.sections.size(); ++i) {
    line.sections[i].radius_m = i % 5 == 0 ? 800.0 : 0.0;
    line.sections[i].limit_kmh = i % 40 == 17 ? 60.0 : 80.0;
    line.sections[i].wire = true;
  }
  return line;
}

Train freight(int wagons) {
  Train train;
  train.locomotives.units = 2;
  train.locomotives.mass_t = 138.0;
  train.locomotives.wheel_w = 4.4e6;
  train.locomotives.start_n = 800e3;
  train.locomotives.brake_w = 3.5e6;
  train.locomotives.brake_n = 450e3;
  Wagons kind;
  kind.count = wagons;
  kind.tare_t = 23.0;
  kind.load_t = 40.0;
  train.wagons = {kind};
  return train;
}

/// Diesel, hybrid, battery, hydrogen, wire.
std::array<Powertrain, 5> tractions() {
  Powertrain diesel;
  diesel.source_w = 5.8e6;
  diesel.curve = tier4_engine();
  diesel.idle_fuel_w = 40e3;
  Powertrain hybrid = diesel;
  hybrid.battery = Battery{};
  hybrid.battery->capacity_j = 3.6e9 * 6.0;
  hybrid.battery->out_w = hybrid.battery->in_w = 3.0e6;
  hybrid.regen = Powertrain::Regen::battery;
  hybrid.stops_engine = true;
  Powertrain battery = hybrid, cell = hybrid, wire;
  battery.source = SourceKind::none;
  battery.battery->capacity_j = 3.6e9 * 60.0;
  battery.battery->out_w = 6.0e6;
  cell.source = SourceKind::fuel_cell;
  cell.curve = fuel_cell_curve();
  wire.source = SourceKind::wire;
  wire.source_w = wire.wire_w = 7.5e6;
  wire.regen = Powertrain::Regen::wire;
  return {diesel, hybrid, battery, cell, wire};
}

}  // namespace

TEST_CASE("a freight train's run") {
  const Line line = hills();
  const Train train = freight(60);
  const auto all = tractions();
  const Weather weather;
  const Driving least{.step_m = 10.0, .record_m = 300.0}, saving{.supplement = 0.07, .step_m = 10.0, .record_m = 300.0};
  RunSpace space;
  Run run;
  const auto go = [&](const Train& which, const Powertrain& powertrain, const Driving& driving) {
    const auto errors = run_into(line, which, powertrain, weather, driving, space, run);
    return errors.empty() && run.arrived ? run.ledger.traction : 0.0;
  };
  for (const Powertrain& powertrain : all) REQUIRE(go(train, powertrain, least) > 0.0);
  REQUIRE(run.steps == static_cast<std::size_t>(kSteps));

  BENCHMARK(bench::per_second("steps of a train's run (diesel)", kSteps, kSteps / (kGoal_ms * 1e-3))) {
    return go(train, all[0], least);
  };
  BENCHMARK(bench::in_time("a freight run of 300 km in steps of 10 m (diesel)", kGoal_ms)) {
    return go(train, all[0], least);
  };
  BENCHMARK(bench::in_time("the same, hybrid", kGoal_ms)) { return go(train, all[1], least); };
  BENCHMARK(bench::in_time("the same with 7 % of time to spare, searched for", 0.0)) {
    return go(train, all[0], saving);
  };
  int wagons = 40;
  BENCHMARK(bench::in_time("five tractions of a new tonnage, in steps of 50 m", 1000.0 / 60.0)) {
    const Train other = freight(wagons = wagons == 60 ? 40 : wagons + 1);
    double sum = 0.0;
    for (const Powertrain& powertrain : all) sum += go(other, powertrain, {.step_m = 50.0, .record_m = 300.0});
    return sum;
  };
}
