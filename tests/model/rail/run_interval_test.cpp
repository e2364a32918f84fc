#include "model/rail/run_interval.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include "model/uncertainty/distribution.hpp"
#include "model/uncertainty/quantiles.hpp"
#include "powertrains.hpp"

namespace gs::model::rail {
using Catch::Approx;
namespace {

/// 90 km up and down, back to its first height, curved all the way.
Line hills(double grade_factor, double radius_m, double air_density) {
  Line line;
  line.length_m = 90e3;
  line.air_density = air_density;
  const double grades[] = {0, 4, 7, 2, -3, -8, -2, 0, 5, 3, -4, -6, 1, 6, -5, 2, -2, 0};
  for (std::size_t i = 0; i < 18; ++i)
    line.sections.push_back({.start_m = 5e3 * static_cast<double>(i), .grade_permille = grades[i] * grade_factor,
                             .radius_m = radius_m, .limit_kmh = i % 5 == 4 ? 60.0 : 80.0, .wire = true});
  line.stops.push_back({45e3, 300.0, "halfway"});
  return line;
}

Train freight(const Powertrain& p) {
  Train t;
  t.locomotives.mass_t = 138.0;
  t.locomotives.units = 2;
  t.locomotives.wheel_w = 5.5e6;
  t.locomotives.start_n = 1200e3;  // adhesion allows less
  t.locomotives.adhesion = Locomotives::Adhesion::asynchronous;
  if (p.regen != Powertrain::Regen::none) t.locomotives.brake_w = 4e6, t.locomotives.brake_n = 400e3;
  t.wagons.push_back({.count = 45, .tare_t = 24.0, .load_t = 42.0});
  return t;
}

Powertrain strong(Powertrain p) {
  p.source_w = p.source == SourceKind::none ? 0.0 : 2 * 3.356e6;
  p.hotel_w = 0.0;
  if (p.battery) p.battery->capacity_j = 6000 * kKwh, p.battery->out_w = 5e6, p.battery->in_w = 4e6;
  return p;
}
struct Case { const char* name; Powertrain p; };
std::vector<Case> cases() {
  Powertrain hybrid = strong(hybrid_train(false));
  hybrid.source_w = 3.0e6;
  Powertrain hydrogen = strong(hydrogen_train());
  hydrogen.source_w = 3.0e6;
  Powertrain battery = strong(battery_train());
  battery.battery->capacity_j = 15000 * kKwh;
  Powertrain plug_in = hybrid;
  plug_in.plug_in = true;
  plug_in.battery->capacity_j = 2500 * kKwh;
  return {{"diesel", strong(diesel_train())}, {"hybrid", hybrid}, {"plug-in hybrid", plug_in},
          {"battery", battery}, {"hydrogen", hydrogen}, {"catenary", wire_train()}};
}

constexpr double kRadius = 500.0;

Run done(const Powertrain& p, double grade_factor = 1.0, double radius = kRadius, double air_density = 1.225) {
  RunSpace space;
  const auto r = run(hills(grade_factor, radius, air_density), freight(p), p, {5.0}, {.step_m = 25.0}, space);
  REQUIRE(r);
  INFO("stalled at " << r->stalled_at_m << " m after " << r->time_s << " s, charge " << r->trace.charge.back());
  REQUIRE(r->arrived);
  return *r;
}

RunFactors factors() {
  RunFactors f;
  f.grid = {0.5e-6 / 3.6, 0.6e-6 / 3.6, 0.65e-6 / 3.6};
  f.diesel = {73.5e-9, 74.1e-9, 74.8e-9};
  f.hydrogen = {75e-9, 92e-9, 117e-9};
  f.well_to_tank = 0.23;
  return f;
}

double relative(const RunEnergy& a, const RunEnergy& b) { return a.total() / b.total() - 1.0; }

}  // namespace

TEST_CASE("a run at its best inputs is what it was", "[rail][interval]") {
  for (const auto& [name, p] : cases()) {
    const Run r = done(p);
    const RunEnergy best = run_energy(p, r.ledger.flows), same = scaled(r, p, best, braked(r), {});
    INFO(name);
    CHECK(best.total() > 0.0);
    CHECK(same.total() == Approx(best.total()).epsilon(1e-12));
    const RunInterval i = RunIntervals{}.of(r, p, best, factors(), 0.15, name);
    CHECK(i.energy_j.best == Approx(best.total()).epsilon(1e-12));
    CHECK(i.energy_j.low < 0.99 * i.energy_j.best);
    CHECK(i.energy_j.high > 1.01 * i.energy_j.best);
    CHECK(i.co2_kg.low < i.co2_kg.high);
  }
}

TEST_CASE("more of anything that resists costs more", "[rail][interval]") {
  for (const auto& [name, p] : cases()) {
    const Run r = done(p);
    const RunEnergy best = run_energy(p, r.ledger.flows);
    const Braked held = braked(r);
    const RunScale more[] = {{.rolling = 1.1}, {.air = 1.2}, {.grades = 1.2},
                             {.auxiliaries = 1.3}, {.drive_loss = 1.3}};
    for (const RunScale& s : more) {
      INFO(name << " " << (&s - more));
      CHECK(scaled(r, p, best, held, s).total() > best.total());
    }
    CHECK(scaled(r, p, best, held, {.source = 1.1}).total() <= best.total() * (1 + 1e-12));
    CHECK(scaled(r, p, best, held, {.battery_loss = 1.5}).total() >= best.total() * (1 - 1e-12));
    CHECK(scaled(r, p, best, held, {.network_loss = 1.5}).total() >= best.total() * (1 - 1e-12));
  }
}

TEST_CASE("what two runs share is drawn once: a locomotive saves nothing against itself, and less doubt is left of a "
          "saving than of its parts",
          "[rail][interval]") {
  const RunIntervals intervals;
  const Powertrain p = strong(diesel_train()), q = strong(wire_train());
  const Run a = done(p), b = done(q);
  const RunInterval diesel = intervals.of(a, p, run_energy(p, a.ledger.flows), factors(), 0.15, "diesel");
  const RunInterval again = intervals.of(a, p, run_energy(p, a.ledger.flows), factors(), 0.15, "diesel");
  const RunInterval wire = intervals.of(b, q, run_energy(q, b.ledger.flows), factors(), 0.15, "catenary");
  const Range<double> nothing = saved_share(diesel, again), energy = saved_energy_share(diesel, wire);
  CHECK(nothing.low == 0.0);
  CHECK(nothing.high == 0.0);
  // If nothing moved together, the two relative doubts would add in squares.
  const auto half = [](const Range<double>& r) { return 0.5 * (r.high - r.low); };
  const double alone = 1.0 - energy.best;
  const double apart = alone * std::sqrt(std::pow(half(diesel.energy_j) / diesel.energy_j.best, 2) +
                                         std::pow(half(wire.energy_j) / wire.energy_j.best, 2));
  CHECK(half(energy) < 0.8 * apart);
}

TEST_CASE("no doubt, no interval; and every bar stands for one input", "[rail][interval]") {
  const Powertrain p = strong(diesel_train());
  const Run r = done(p);
  const RunEnergy best = run_energy(p, r.ledger.flows);
  const RunDoubt none{0, 0, 0, 0, 0, 0, 0, 0};
  RunFactors sure = factors();
  sure.diesel = {74.1e-9, 74.1e-9, 74.1e-9};
  const RunInterval exact = RunIntervals(none, 64, 3).of(r, p, best, sure, 0.0, "diesel");
  CHECK(exact.co2_kg.high == Approx(exact.co2_kg.low).epsilon(1e-12));
  CHECK(exact.co2_kg.best == Approx(best.diesel * 74.1e-9 * 1.23));
  const RunInterval usual = RunIntervals{}.of(r, p, best, factors(), 0.15, "diesel");
  double shares = 0.0;
  for (const Bar& b : usual.drivers) shares += b.share.total;
  CHECK(shares == Approx(1.0));
  CHECK(usual.drivers.size() == kRunInputs.size());
}

TEST_CASE("the first order is near full runs at changed inputs", "[.all][rail][interval]") {
  for (const auto& each : cases()) {
    const char* const name = each.name;
    const Powertrain& p = each.p; // clang 14 lets no lambda capture a structured binding
    const Run base = done(p);
    const RunEnergy best = run_energy(p, base.ledger.flows);
    const Braked held = braked(base);
    const double curved = base.ledger.curves, all = base.ledger.rolling + curved;
    const auto full = [&](const RunScale& s) {
      Powertrain q = p;
      q.auxiliary_w *= s.auxiliaries;
      q.heat_w_per_k *= s.auxiliaries;
      q.curve = q.curve.times(s.source);
      q.drive = 1.0 - (1.0 - q.drive) * s.drive_loss;
      if (q.battery) q.battery->resistance_loss *= s.battery_loss;
      const double chain = q.wire_chain * q.network, after = 1.0 - (1.0 - chain) * s.network_loss;
      const double back = q.wire_chain * q.network_back, back_after = 1.0 - (1.0 - back) * s.network_loss;
      q.network *= after / chain;
      q.network_back *= back_after / back;
      // The rules cannot be scaled: curves stand for them, as much in work.
      const double radius = kRadius * curved / (curved + (s.rolling - 1.0) * all);
      return run_energy(q, done(q, s.grades, radius, 1.225 * s.air).ledger.flows);
    };
    WARN(name << ": braked over " << 100 * held.share << " % of the way; " << best.total() / 3.6e9 << " MWh");
    const std::pair<const char*, RunScale> one_by_one[] = {
        {"rolling +10 %", {.rolling = 1.1}}, {"rolling -10 %", {.rolling = 0.9}}, {"air +15 %", {.air = 1.15}},
        {"grades +20 %", {.grades = 1.2}}, {"grades -20 %", {.grades = 0.8}},
        {"auxiliaries +25 %", {.auxiliaries = 1.25}},
        {"source +4 %", {.source = 1.04}}, {"drive loss +20 %", {.drive_loss = 1.2}},
        {"battery loss +40 %", {.battery_loss = 1.4}}, {"network loss +25 %", {.network_loss = 1.25}}};
    for (const auto& [what, s] : one_by_one) {
      const double first = relative(scaled(base, p, best, held, s), best), rerun = relative(full(s), best);
      WARN("  " << what << ": first order " << 100 * first << " %, run again " << 100 * rerun << " %");
      // Grades count too much: a train climbs higher hills more slowly, and saves air resistance.
      CHECK(std::fabs(first - rerun) < (s.grades != 1.0 ? 0.045 : 0.015));
    }
    const RunDoubt d;
    const Cube z = normal_quantiles(Cube::of(Sobol(8, 5), 128));
    std::vector<double> first, again;
    for (std::uint32_t i = 0; i < z.count(); ++i) {
      const auto f = [&](int k, double half) { return 1.0 + half / 1.2815515655446004 * z.column(k)[i]; };
      const RunScale s{f(0, d.rolling), f(1, d.air), 1.0 + 0.15 * z.column(2)[i], f(3, d.auxiliaries), f(4, d.source),
                       f(5, d.drive_loss), f(6, d.battery_loss), f(7, d.network_loss)};
      first.push_back(scaled(base, p, best, held, s).total());
      again.push_back(full(s).total());
    }
    const Range<double> quick = p10_p50_p90(std::span<double>(first)), slow = p10_p50_p90(std::span<double>(again));
    WARN("  P10 " << quick.low / best.total() << " (run again " << slow.low / best.total() << "), P90 "
                  << quick.high / best.total() << " (" << slow.high / best.total() << ")");
    CHECK(quick.low == Approx(slow.low).epsilon(0.025));
    CHECK(quick.high == Approx(slow.high).epsilon(0.025));
  }
}

}  // namespace gs::model::rail
