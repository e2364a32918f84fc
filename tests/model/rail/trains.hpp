#pragma once
#include <cmath>
#include <cstdint>

#include "model/numerics.hpp"
#include "model/rail/run.hpp"

/// Trains and lines of the railway's tests.
namespace gs::model::rail::test {

/// Two six-axle diesels before wagons of 23 t with `load_t` each.
inline Train freight(int wagons, double load_t) {
  Train train;
  train.locomotives = {.units = 2, .mass_t = 138.0, .wheel_w = 4.0e6, .start_n = 800e3, .brake_w = 3.0e6,
                       .brake_n = 400e3, .table = {}};
  train.wagons = {{.count = wagons, .tare_t = 23.0, .load_t = load_t}};
  return train;
}

/// Enough of an engine for any of these trains.
inline Powertrain diesel() {
  Powertrain p;
  p.source_w = 6.0e6;
  p.curve = tier4_engine();
  p.idle_fuel_w = 40e3;
  p.auxiliary_w = 60e3;
  return p;
}

/// A battery of `mwh` alone, which takes braking back.
inline Powertrain battery_only(double mwh) {
  Powertrain p;
  p.source = SourceKind::none;
  p.battery = Battery{.capacity_j = mwh * 3.6e9, .out_w = 6.0e6, .in_w = 3.0e6};
  p.regen = Powertrain::Regen::battery;
  p.auxiliary_w = 60e3;
  return p;
}

/// A contact line that gives and takes.
inline Powertrain electric() {
  Powertrain p;
  p.source = SourceKind::wire;
  p.source_w = p.wire_w = 8.0e6;
  p.regen = Powertrain::Regen::wire;
  p.auxiliary_w = 60e3;
  return p;
}

inline Line level(double length_m, double limit_kmh = 80.0) {
  Line line;
  line.length_m = length_m;
  line.sections = {{.limit_kmh = limit_kmh, .wire = true}};
  return line;
}

/// Draws in the order asked for.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : draws_(seed, 12) {}
  double operator()(double low, double high) { return low + (high - low) * draws_.uniform(next_++); }
  int whole(int low, int high) { return low + static_cast<int>((high + 1 - low) * draws_.uniform(next_++)); }

 private:
  numerics::Draws draws_;
  std::uint64_t next_ = 0;
};

/// Any line that is one: from one section to many, from 30 m to 60 km, with curves, tunnels, wires and stops.
inline Line any_line(Dice& dice) {
  Line line;
  line.gauge_mm = dice(0.0, 1.0) < 0.5 ? 1520 : 1435;
  line.length_m = std::floor(30.0 * numerics::pow(2000.0, dice(0.0, 1.0)));
  line.air_density = dice(0.8, 1.3);
  const double steep = dice(0.0, 1.0) < 0.3 ? 30.0 : 8.0;
  for (double at = 0.0; at < line.length_m; at += dice(20.0, 4000.0))
    line.sections.push_back({.start_m = at,
                             .grade_permille = dice(-steep, steep),
                             .radius_m = dice(0.0, 1.0) < 0.3 ? dice(250.0, 1500.0) : 0.0,
                             .limit_kmh = std::floor(dice(15.0, 140.0)),
                             .wire = true,
                             .tunnel_blockage = dice(0.0, 1.0) < 0.1 ? dice(0.1, 0.6) : 0.0});
  if (dice(0.0, 1.0) < 0.5)
    for (double at = dice(10.0, 9000.0); at < line.length_m; at += dice(10.0, 9000.0))
      line.stops.push_back({at, std::floor(dice(0.0, 300.0)), {}});
  return line;
}

inline Train any_train(Dice& dice) {
  Train train = freight(dice.whole(0, 70), dice(0.0, 70.0));
  train.locomotives.units = dice.whole(1, 3);
  train.locomotives.wheel_w = dice(0.5e6, 6.0e6);
  train.locomotives.start_n = dice(150e3, 900e3);
  train.locomotives.brake_w = dice(0.0, 1.0) < 0.3 ? 0.0 : dice(0.5e6, 5.0e6);
  train.locomotives.adhesion = static_cast<Locomotives::Adhesion>(dice.whole(0, 2));
  train.service_brake_ms2 = dice(0.1, 1.0);
  train.max_speed_kmh = dice(40.0, 140.0);
  train.point = dice(0.0, 1.0) < 0.2;
  if (dice(0.0, 1.0) < 0.2) train.locomotives.table = {{0.0, 400e3}, {8.0, 300e3}, {20.0, 120e3}, {40.0, 50e3}};
  return train;
}

inline Powertrain any_powertrain(Dice& dice) {
  const int kind = dice.whole(0, 2);
  return kind == 0 ? diesel() : kind == 1 ? battery_only(dice(0.05, 20.0)) : electric();
}

}  // namespace gs::model::rail::test
