#include "model/rail/powertrain.hpp"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <cmath>

#include "powertrains.hpp"

namespace gs::model::rail {
using Catch::Approx;
namespace {

double greatest(const Flows& f) {
  return std::max({f.fuel, f.wire, f.wheel, f.battery_out, f.battery_in, f.regenerated, f.auxiliary, 1.0});
}
double most_braking(const Traction& t, bool wire) { return std::max(t.most_braking_w(wire), 1e5); }

}  // namespace

TEST_CASE("what goes into a powertrain comes out of it or is lost, whatever is asked", "[rail][powertrain]") {
  for (const auto& [name, p] : all_kinds())
    for (const double celsius : {-40.0, -5.0, 20.0, 45.0})
      for (std::uint64_t stream = 0; stream < 5; ++stream) {
        Traction t(p, {celsius});
        double asked = 0.0, braked = 0.0;
        for (const Request& r : requests(3000, stream)) {
          const double w = r.share >= 0.0 ? r.share * t.most_w(r.wire) : r.share * most_braking(t, r.wire);
          const double given = t.step(w, r.dt, r.wire);
          (w > 0.0 ? asked : braked) += std::fabs(given) * r.dt;
        }
        const Flows& f = t.flows();
        INFO(name << " at " << celsius << " C, sequence " << stream);
        CHECK(std::fabs(f.imbalance()) <= 1e-9 * greatest(f));
        CHECK(std::fabs(f.battery_in - f.battery_out - f.battery_loss - f.stored_change) <= 1e-9 * greatest(f));
        CHECK(f.wheel == Approx(asked).epsilon(1e-9));
        CHECK(f.regenerated + f.rheostat == Approx(braked).epsilon(1e-9));
        for (const double loss : {f.engine_loss, f.generator_loss, f.drive_loss, f.network_loss, f.battery_loss,
                                  f.rheostat, f.shed, f.auxiliary, f.heating, f.hotel, f.idle_fuel})
          CHECK(loss >= -1e-9 * greatest(f));
        CHECK(f.idle_fuel <= f.fuel);
      }
}

TEST_CASE("the wheels get exactly what they ask for, up to what can be had", "[rail][powertrain]") {
  for (const auto& [name, p] : all_kinds()) {
    Traction t(p, {-20.0});
    for (const Request& r : requests(5000, 9)) {
      const double dt = std::min(r.dt, Traction::kPart);
      const double most = t.most_w(r.wire), most_braking = t.most_braking_w(r.wire);
      const Flows before = t.flows();
      const double w = r.share >= 0.0 ? std::min(r.share, 1.0) * most : std::max(r.share, -1.0) * most_braking;
      INFO(name << ": " << w << " W of " << (w < 0 ? most_braking : most) << " for " << dt << " s");
      REQUIRE(t.step(w, dt, r.wire) == w);
      REQUIRE(t.flows().rheostat - before.rheostat <= 1e-9 * greatest(t.flows()));
    }
  }
}

TEST_CASE("more than can be had is not given", "[rail][powertrain]") {
  for (const auto& [name, p] : all_kinds()) {
    Traction t(p, {10.0});
    for (int i = 0; i < 200; ++i) {
      const double most = t.most_w(i % 3 == 0);
      INFO(name);
      REQUIRE(t.step(2.0 * most + 1.0, Traction::kPart, i % 3 == 0) <= most * (1 + 1e-9));
    }
  }
}

TEST_CASE("the state of charge never leaves its window", "[rail][powertrain]") {
  for (const auto& [name, p] : all_kinds()) {
    if (!p.battery) continue;
    for (const double celsius : {-30.0, 15.0}) {
      Traction t(p, {celsius});
      for (int i = 0; i < 20000; ++i) {
        const bool pull = i / 3000 % 2 == 0;
        t.step(pull ? t.most_w(false) : -2.0 * most_braking(t, false), 1.0 + i % 90, false);
        INFO(name << " at " << celsius << " C, step " << i);
        REQUIRE(t.charge() >= p.battery->least * (1 - 1e-12));
        REQUIRE(t.charge() <= p.battery->most * (1 + 1e-12));
      }
    }
  }
}

TEST_CASE("no source gives more than its rating and none rises faster than its ramp", "[rail][powertrain]") {
  Powertrain p = diesel_train();
  Traction t(p, {20.0});
  double before = 0.0;
  for (int i = 0; i < 60; ++i) {
    const double most = t.most_w(false);
    t.step(most, 1.0, false);
    const double shaft = (most * (1 / p.drive + p.auxiliary_share) + p.auxiliary_w + p.hotel_w) / p.generator;
    CHECK(shaft <= p.source_w * (1 + 1e-9));
    if (i > 0) CHECK(shaft <= before + p.ramp_w_per_s * (1 + 1e-9));
    before = shaft;
  }
  CHECK(before == Approx(p.source_w));
}

TEST_CASE("more energy at the wheel never costs less at the source", "[rail][powertrain]") {
  for (const auto& [name, p] : all_kinds()) {
    double last = -1.0;
    for (const double scale : {0.0, 0.2, 0.4, 0.6, 0.8, 1.0}) {
      Traction t(p, {10.0});
      for (int i = 0; i < 4000; ++i) {
        const double load = (i % 200 < 80 ? 350e3 : i % 200 < 120 ? 120e3 : 0.0) * scale;
        t.step(load, 2.0, p.source == SourceKind::wire);
      }
      const double cost = p.source == SourceKind::none ? charged_at_meter(t.flows(), 0.92)
                                                       : equivalent_source(p, t.flows());
      INFO(name << " at " << scale << " of the load: " << cost << " J after " << last);
      CHECK(cost > last);
      last = cost;
    }
  }
}

TEST_CASE("a colder battery gives and takes no more", "[rail][battery]") {
  ColdLimits last{0, 0, 0};
  for (double c = -50.0; c <= 50.0; c += 0.5) {
    const ColdLimits now = battery_in_cold(c);
    CHECK((now.capacity >= last.capacity && now.out >= last.out && now.in >= last.in));
    CHECK((now.capacity <= 1.0 && now.out <= 1.0 && now.in <= 1.0));
    last = now;
  }
  CHECK(battery_in_cold(-11.0).in == 0.0);
  CHECK(battery_in_cold(0.0).in <= 0.05);
  Powertrain p = battery_train();
  p.heat_w_per_k = 0.0;
  double work = 0.0;
  for (const double c : {-40.0, -20.0, 0.0, 15.0, 30.0}) {
    Traction t(p, {c});
    for (int i = 0; i < 30000; ++i) t.step(t.most_w(false), 1.0, false);
    CHECK(t.flows().wheel >= work);
    work = t.flows().wheel;
  }
}

TEST_CASE("heating keeps a battery able to charge in the cold, and is paid for", "[rail][battery]") {
  Powertrain p = battery_train();
  Traction warm(p, {-40.0});
  p.heat_w_per_k = 0.0;
  Traction cold(p, {-40.0});
  CHECK(warm.most_braking_w(false) > 10.0 * cold.most_braking_w(false));
  warm.step(0.0, 3600.0, false);
  CHECK(warm.flows().heating == Approx(500.0 * 55.0 * 3600.0));
  CHECK(cold.flows().heating == 0.0);
}

TEST_CASE("a battery ages with years and with cycles", "[rail][battery]") {
  CHECK(battery_health({}) == 1.0);
  double last = 1.0;
  for (double years = 1.0; years <= 15.0; ++years) {
    const double health = battery_health({.age_years = years});
    CHECK(health < last);
    CHECK(battery_health({.age_years = years, .full_cycles_a_year = 500.0}) < health);
    last = health;
  }
  // 20 to 30 % in ten years: row storage-fade-battery of data/factors.csv
  CHECK(battery_health({.age_years = 10.0}) > 0.70);
  CHECK(battery_health({.age_years = 10.0}) < 0.80);
}

TEST_CASE("more load never burns less: every curve of efficiency", "[rail][powertrain]") {
  for (const LoadCurve& c : {tier4_engine(), te10_engine(), fuel_cell_curve()}) {
    double last = 0.0;
    for (int i = 1; i <= 1000; ++i) {
      const double share = i / 1000.0, fuel = share / c.at(share);
      CHECK(fuel > last);
      last = fuel;
    }
    CHECK(c.at(-1.0) == c.efficiency[0]);
    CHECK(c.at(2.0) == c.efficiency[static_cast<std::size_t>(c.points) - 1]);
    CHECK(c.at(c.low_end()) == Approx(0.97 * c.best()));
  }
  CHECK(tier4_engine().best() == Approx(3600.0 / (196.0 * 43.0)).epsilon(0.002));
}

TEST_CASE("a hybrid that is not plugged in comes back to its charge, a plug-in empties first", "[rail][powertrain]") {
  const auto after = [](const Powertrain& p, double hours, double load) {
    Traction t(p, {10.0});
    for (int i = 0; i < 3600 * hours / 5; ++i) t.step(i % 60 < 20 ? load : 0.0, 5.0, false);
    return t;
  };
  const Traction kept = after(hybrid_train(false), 12.0, 400e3);
  CHECK(kept.charge() == Approx(0.7).margin(0.05));
  CHECK(kept.flows().fuel > 0.0);
  const Traction first = after(hybrid_train(true), 1.5, 400e3);
  CHECK(first.flows().fuel == 0.0);
  CHECK(first.charge() < 0.6);
  const Traction later = after(hybrid_train(true), 12.0, 400e3);
  CHECK(later.flows().fuel > 0.0);
  CHECK(later.charge() < 0.3);
  CHECK(equivalent_source(kept.powertrain(), kept.flows()) == Approx(kept.flows().fuel).epsilon(0.15));
}

TEST_CASE("what a hybrid borrows from its battery is paid back: short or long, a mean load costs the same",
          "[rail][powertrain]") {
  Powertrain p = hybrid_train(false);
  const auto per_hour = [&](double hours) {
    Traction t(p, {15.0});
    for (int i = 0; i < 3600 * hours / 5; ++i) t.step(i % 60 < 20 ? 500e3 : 50e3, 5.0, false);
    return equivalent_source(p, t.flows()) / hours;
  };
  const double long_run = per_hour(48.0);
  for (const double hours : {2.0, 5.0, 9.0}) CHECK(per_hour(hours) == Approx(long_run).epsilon(0.04));
}

TEST_CASE("a stopped engine burns nothing, a kept one idles", "[rail][powertrain]") {
  Traction stopped(hybrid_train(false), {20.0}), kept(diesel_train(), {20.0});
  stopped.step(0.0, 600.0, false);
  kept.step(0.0, 600.0, false);
  CHECK(stopped.flows().fuel == 0.0);
  CHECK_FALSE(stopped.engine_on());
  CHECK(kept.flows().idle_fuel == kept.flows().fuel);
  CHECK(kept.flows().fuel >= 19.7e3 * 600.0);
  CHECK(kept.engine_seconds() == Approx(600.0));
}

TEST_CASE("the wire is paid at the meter and what is returned loses on its way back", "[rail][powertrain]") {
  const Powertrain p = wire_train();
  Traction t(p, {20.0});
  t.step(5e6, 10.0, true);
  const double link = 5e6 * (1 / p.drive + p.auxiliary_share) + p.auxiliary_w;
  CHECK(t.source_now_w() == Approx(link / p.wire_chain / p.network));
  t.step(-4e6, 10.0, true);
  CHECK(t.flows().returned == Approx((4e6 * p.drive - p.auxiliary_w) * p.wire_chain * p.network_back * 10.0));
  CHECK(t.source_now_w() < 0.0);
  t.step(-4e6, 10.0, false);
  CHECK(t.flows().rheostat > 0.0);
  CHECK(t.most_w(false) == 0.0);
}

TEST_CASE("a powertrain of two modes burns nothing under the wire", "[rail][powertrain]") {
  Traction t(dual_train(true), {0.0});
  for (int i = 0; i < 1000; ++i) t.step(2e6, 1.0, true);
  CHECK(t.flows().fuel == 0.0);
  CHECK(t.flows().wire > 2e9);
  for (int i = 0; i < 10000; ++i) t.step(t.most_w(false), 1.0, false);
  CHECK(t.flows().fuel > 0.0);
}

TEST_CASE("thirty thousand steps take two milliseconds", "[.bench][rail]") {
  for (const auto& [name, p] : all_kinds()) {
    std::vector<Request> asked(30000);  // as a run over hills asks: pulling, coasting, braking, no step unlike the last
    for (std::size_t i = 0; i < asked.size(); ++i)
      asked[i] = {0.6 * numerics::sin(static_cast<double>(i) / 300.0) + 0.3, 0.7, i > 15000};
    double best = 1e9;
    for (int round = 0; round < 20; ++round) {
      const auto start = std::chrono::steady_clock::now();
      Traction t(p, {-10.0});
      for (const Request& r : asked) t.step(std::min(r.share * 1e6, t.most_w(r.wire)), r.dt, r.wire);
      const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
      best = std::min(best, took.count());
    }
    WARN(name << ": " << best << " ms");
    CHECK(best < 6.0);  // 2 on a machine that does nothing else
  }
}

}  // namespace gs::model::rail
