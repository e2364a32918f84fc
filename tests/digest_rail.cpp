#include <algorithm>
#include <string>
#include <vector>

#include "digest.hpp"
#include "model/rail/run.hpp"

namespace gs {
namespace {

using namespace model::rail;

/// Towns that rise and fall, with a pass too steep for the ruling grade.
std::vector<Height> land() {
  return {{0.0, 640.0}, {31e3, 702.0}, {58e3, 655.0}, {90e3, 810.0}, {112e3, 1260.0}, {140e3, 905.0}, {163e3, 780.0}};
}

Line line() {
  Line line;
  line.length_m = 163e3;
  line.air_density = 1.12;
  line.sections = estimated_profile(land(), line.length_m, 9.0, 2.5, 1000.0, 0.5);
  for (std::size_t i = 0; i < line.sections.size(); ++i) {
    Section& s = line.sections[i];
    s.radius_m = i % 7 == 3 ? 650.0 : 0.0;
    s.limit_kmh = i % 23 == 11 ? 50.0 : 80.0;
    s.wire = i > 60;
    s.tunnel_blockage = i > 108 && i < 113 ? 0.35 : 0.0;
  }
  line.stops = {{58e3, 180.0, "a"}, {140.2e3, 45.0, "b"}};
  return line;
}

Train freight() {
  Train train;
  train.locomotives.units = 2;
  train.locomotives.mass_t = 138.0;
  train.locomotives.wheel_w = 4.4e6;
  train.locomotives.start_n = 800e3;
  train.locomotives.brake_w = 3.5e6;
  train.locomotives.brake_n = 450e3;
  Wagons wagons;
  wagons.count = 55;
  wagons.tare_t = 24.0;
  wagons.load_t = 36.0;
  train.wagons = {wagons};
  return train;
}

struct Named {
  const char* name;
  Powertrain powertrain;
};

std::vector<Named> tractions() {
  Powertrain diesel;
  diesel.source_w = 5.8e6;
  diesel.curve = tier4_engine();
  diesel.idle_fuel_w = 40e3;
  diesel.auxiliary_w = 80e3;
  Powertrain hybrid = diesel;
  hybrid.source_w = 3.0e6;
  hybrid.battery = Battery{};
  hybrid.battery->capacity_j = 3.6e9 * 6.0;
  hybrid.battery->out_w = hybrid.battery->in_w = 3.5e6;
  hybrid.regen = Powertrain::Regen::battery;
  hybrid.stops_engine = true;
  Powertrain cell = hybrid;
  cell.source = SourceKind::fuel_cell;
  cell.curve = fuel_cell_curve();
  cell.stops_engine = false;
  Powertrain battery = hybrid;
  battery.source = SourceKind::none;
  battery.battery->capacity_j = 3.6e9 * 20.0;
  battery.battery->out_w = 6.0e6;
  Powertrain wire;
  wire.source = SourceKind::wire;
  wire.source_w = wire.wire_w = 7.5e6;
  wire.regen = Powertrain::Regen::wire;
  Powertrain dual = hybrid;
  dual.wire_too = true;
  dual.wire_w = 6.0e6;
  return {{"diesel", diesel}, {"hybrid", hybrid}, {"cell", cell}, {"battery", battery}, {"wire", wire}, {"dual", dual}};
}

void add_run(Digest& d, const Run& r) {
  const Ledger& l = r.ledger;
  const Flows& f = l.flows;
  for (const double value : {r.time_s, r.dwell_s, r.length_m, r.stalled_at_m, l.rolling, l.curves, l.air, l.grade,
                             l.climbing, l.descending, l.kinetic, l.friction_brakes, l.electric_braking, l.traction,
                             f.fuel, f.wire, f.returned, f.battery_out, f.battery_in, f.regenerated, f.rheostat})
    d.add(value);
  // Not a number has many faces: a charge without a battery is left out.
  for (const auto* column : {&r.trace.at_m, &r.trace.speed_ms, &r.trace.time_s, &r.trace.wheel_w, &r.trace.source_w,
                             &r.trace.height_m, &r.trace.limit_ms})
    add_all(d, *column);
  if (!r.trace.charge.empty() && r.trace.charge[0] == r.trace.charge[0]) add_all(d, r.trace.charge);
}

void print_rules() {
  print_digest("rail", "resistance", [](Digest& d) {
    for (int i = 0; i < kLawCount; ++i)
      for (const double axle : {5.0, 13.0, 23.5})
        for (double kmh = 0.0; kmh <= 160.0; kmh += 2.0) d.add(specific_resistance(static_cast<Law>(i), axle).at(kmh));
    const Locomotives locomotives = freight().locomotives;
    for (double ms = 0.0; ms < 40.0; ms += 0.25) d.add(tractive_effort(locomotives, ms));
  });
  print_digest("rail", "profile", [](Digest& d) {
    for (const double ruling : {5.0, 9.0, 30.0})
      for (const Section& s : estimated_profile(land(), 163e3, ruling, 3.0, 500.0)) d.add(s.grade_permille);
  });
  print_digest("rail", "track", [](Digest& d) {
    Track track;
    for (const Line& way : {line(), reversed(line())}) {
      sample(way, 810.0, 80.0, 25.0, track);
      for (const auto* column : {&track.grade, &track.curve, &track.drag, &track.limit_ms}) add_all(d, *column);
    }
  });
}

}  // namespace

void print_rail() {
  print_rules();
  const Line there = line(), back = reversed(there);
  const Train train = freight();
  RunSpace space;
  Run run;
  for (const Named& traction : tractions())
    print_digest("run", traction.name, [&](Digest& d) {
      for (const Line* way : {&there, &back})
        for (const Driving& driving : {Driving{0.0, 10.0, 500.0}, Driving{0.0, 1000.0, 0.0}, Driving{0.08, 50.0, 0.0}}) {
          for (const Error& error : run_into(*way, train, traction.powertrain, {-12.0}, driving, space, run))
            d.add(error.text());
          add_run(d, run);
        }
    });
  print_digest("run", "heavy", [&](Digest& d) {
    Train heavy = train;
    heavy.wagons[0].count = 140;
    (void)run_into(there, heavy, tractions()[0].powertrain, {}, {}, space, run);
    add_run(d, run);
  });
}

}  // namespace gs
