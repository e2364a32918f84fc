#include <algorithm>

#include "digest.hpp"
#include "model/numerics.hpp"
#include "model/rail/powertrain.hpp"
#include "model/rail/run_interval.hpp"
#include "model/rail/shunting.hpp"

namespace gs {
namespace {

using namespace model;
using namespace model::rail;

void add_flows(Digest& d, const Flows& f) {
  for (const double j : {f.fuel, f.idle_fuel, f.wire, f.returned, f.battery_out, f.battery_in, f.stored_change, f.wheel,
                         f.regenerated, f.rheostat, f.auxiliary, f.heating, f.hotel, f.shed, f.engine_loss,
                         f.generator_loss, f.drive_loss, f.battery_loss, f.network_loss})
    d.add(j);
}

/// Pulling, braking and standing at random, with wire now and then.
void add_sequence(Digest& d, const Powertrain& p, double celsius) {
  const numerics::Draws draws(3, 5);
  Traction t(p, {celsius});
  for (std::uint64_t i = 0; i < 4000; ++i) {
    const bool wire = i / 500 % 2 == 1;
    const double ask = 1.6 * draws.uniform(2 * i) - 0.6, dt = 0.3 + 100.0 * draws.uniform(2 * i + 1) * (i % 50 == 0);
    d.add(t.step(ask > 0.0 ? ask * t.most_w(wire) : ask * 1e6, dt, wire));
    d.add(t.source_now_w());
    if (p.battery) d.add(t.charge());
  }
  add_flows(d, t.flows());
  d.add(equivalent_source(p, t.flows()));
  d.add(t.engine_seconds());
}

void add_year(Digest& d, const YardYear& y) {
  for (const double v : {y.fuel_t, y.idle_fuel_t, y.hydrogen_t, y.electricity_mwh, y.wheel_mwh, y.unserved_mwh,
                         y.engine_h, y.full_cycles, y.tank_to_wheel_t, y.well_to_tank_t, y.electricity_t,
                         y.hydrogen_co2_t})
    d.add(v);
}

/// A run over one hill, and how far it may be trusted.
void add_interval(Digest& d, const Powertrain& p) {
  Line line;
  line.length_m = 12e3;
  line.sections = {{.start_m = 0, .grade_permille = 3, .wire = true},
                   {.start_m = 6e3, .grade_permille = -5, .wire = true}};
  Train train;
  train.locomotives.mass_t = 120.0;
  train.locomotives.wheel_w = 1e6;
  train.locomotives.start_n = 250e3;
  train.wagons.push_back({.count = 12, .tare_t = 24.0, .load_t = 40.0});
  RunSpace space;
  const auto r = run(line, train, p, {-8.0}, {.step_m = 50.0}, space);
  if (!r) return d.add(r.error().text());
  const RunFactors factors{{1.6e-7, 1.7e-7, 1.8e-7}, {7.3e-8, 7.4e-8, 7.5e-8}, {7.5e-8, 9.2e-8, 1.1e-7}, 0.23};
  const RunInterval i = RunIntervals{}.of(*r, p, run_energy(p, r->ledger.flows), factors, 0.2, "digest");
  add_all(d, i.energy_draws);
  add_all(d, i.co2_draws);
  for (const double v : {i.co2_kg.low, i.co2_kg.best, i.co2_kg.high}) d.add(v);
}

}  // namespace

void print_rail_power() {
  Powertrain catenary;
  catenary.source = SourceKind::wire;
  catenary.wire_w = 8.8e6;
  catenary.auxiliary_w = 125e3;
  catenary.regen = Powertrain::Regen::wire;
  const std::pair<const char*, Powertrain> kinds[] = {{"diesel", yard_diesel().powertrain},
                                                      {"hybrid", yard_hybrid(false).powertrain},
                                                      {"plug-in", yard_hybrid(true).powertrain},
                                                      {"battery", yard_battery().powertrain},
                                                      {"hydrogen", yard_hydrogen().powertrain},
                                                      {"catenary", catenary}};
  for (const auto& kind : kinds)
    print_digest("traction", kind.first, [&](Digest& d) {
      for (const double celsius : {-35.0, 12.0}) add_sequence(d, kind.second, celsius);
    });
  for (const auto& kind : kinds)
    print_digest("run-interval", kind.first, [&](Digest& d) { add_interval(d, kind.second); });
  YardDuty duty;
  duty.reference_w = rim_w(yard_diesel());
  duty.plugged_h = 6.0;
  YardFactors factors;
  factors.grid_t_per_mwh = 0.6;
  print_digest("shunting", "years", [&](Digest& d) {
    for (const YardLocomotive& l :
         {yard_diesel(), yard_hybrid(false), yard_hybrid(true), yard_battery(), yard_hydrogen()})
      add_year(d, yard_year(l, duty, factors));
  });
  print_digest("shunting", "draws", [&](Digest& d) {
    const auto c = compare_yard(yard_diesel(), yard_hybrid(true), duty, factors, {}, 64, 5);
    if (!c) return d.add(c.error().text());
    for (const Range<double>& r : {c->fuel_t, c->fuel_saved_share, c->burnt_saved_t, c->co2_saved_t})
      for (const double v : {r.low, r.best, r.high}) d.add(v);
    for (const Bar& b : c->drivers) d.add(b.at_p90);
  });
  print_digest("shunting", "claim", [&](Digest& d) {
    const ClaimDuty c = duty_of_claim(ckd6h_claim(factors), yard_diesel(), yard_hybrid(false), duty, factors);
    for (const auto& p : c.baseline)
      for (const double v : {p.moving_h, p.mean_load, p.saved_share, p.idle_share}) d.add(v);
    d.add(c.duty.mean_load);
    d.add(c.idling.factor);
  });
}

}  // namespace gs
