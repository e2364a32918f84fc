#include "model/rail/train.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace gs::model::rail {
namespace {

constexpr double kKmhPerMs = 3.6;
constexpr double kgs(double tonnes) { return tonnes * 1000.0; }

double locomotives_t(const Locomotives& l) { return l.units * l.mass_t; }

double interpolated(const std::vector<Effort>& table, double ms) {
  if (ms <= table.front().ms) return table.front().newtons;
  for (std::size_t i = 1; i < table.size(); ++i) {
    const Effort &a = table[i - 1], &b = table[i];
    if (ms <= b.ms) return a.newtons + (b.newtons - a.newtons) * (ms - a.ms) / (b.ms - a.ms);
  }
  return table.back().newtons;
}

/// Adds an error unless the number is finite and within low..high.
void expect(std::vector<Error>& errors, const char* where, double value, double low, double high) {
  if (value >= low && value <= high) return;
  errors.push_back({where, "expected a number from " + std::to_string(low) + " to " + std::to_string(high) +
                               ", found " + std::to_string(value)});
}

constexpr double kLeast = 1e-6, kMost = 1e9;

}  // namespace

double adhesion(Locomotives::Adhesion kind, double kmh) {
  if (kind == Locomotives::Adhesion::diesel) return 0.118 + 5.0 / (27.5 + kmh);
  const double electric = std::max(0.0, 0.28 + 3.0 / (50.0 + 20.0 * kmh) - 0.0007 * kmh);
  return kind == Locomotives::Adhesion::electric ? electric : 1.15 * electric;
}

double tractive_effort(const Locomotives& l, double ms) {
  if (!l.table.empty()) return std::max(0.0, interpolated(l.table, ms));
  const double grip = adhesion(l.adhesion, ms * kKmhPerMs) * kgs(locomotives_t(l)) * kGravity;
  const double effort = std::min(l.start_n, grip);
  return effort * ms > l.wheel_w ? l.wheel_w / ms : effort;
}

double Train::trailing_t() const {
  double sum = 0.0;
  for (const Wagons& w : wagons) sum += w.count * (w.tare_t + w.load_t);
  return sum;
}

double Train::net_t() const {
  double sum = 0.0;
  for (const Wagons& w : wagons) sum += w.count * w.load_t;
  return sum;
}

double Train::mass_kg() const { return kgs(locomotives_t(locomotives) + trailing_t()); }

double Train::rotating_kg() const {
  double sum = kgs(locomotives_t(locomotives)) * locomotives.rotating_share;
  for (const Wagons& w : wagons) sum += w.count * w.axles * w.rotating_kg_per_axle;
  return sum;
}

double Train::length_m() const {
  double sum = locomotives.units * locomotives.length_m;
  for (const Wagons& w : wagons) sum += w.count * w.length_m;
  return sum;
}

Newtons Train::rolling() const {
  if (resistance) return *resistance;
  const Locomotives& l = locomotives;
  Newtons sum = newtons(specific_resistance(l.law, l.mass_t / l.axles), kgs(locomotives_t(l)));
  for (const Wagons& w : wagons)
    sum = sum + newtons(specific_resistance(w.law, w.axle_load_t()), kgs(w.count * (w.tare_t + w.load_t)));
  return sum;
}

double Train::starting_n(int gauge_mm) const {
  if (resistance) return 0.0;
  const Locomotives& l = locomotives;
  double sum = starting_resistance(l.mass_t / l.axles, gauge_mm, 0.0) * locomotives_t(l);
  for (const Wagons& w : wagons)
    sum += starting_resistance(w.axle_load_t(), gauge_mm, 0.0) * w.count * (w.tare_t + w.load_t);
  return sum * kGravity;  // N/kN times t times m/s2
}

double Train::top_speed_kmh() const { return std::min(max_speed_kmh, locomotives.max_speed_kmh); }

std::vector<Error> problems(const Train& train) {
  std::vector<Error> errors;
  const Locomotives& l = train.locomotives;
  expect(errors, "train.locomotives.units", l.units, 1, 100);
  expect(errors, "train.locomotives.mass_t", l.mass_t, kLeast, kMost);
  expect(errors, "train.locomotives.axles", l.axles, 1, 100);
  expect(errors, "train.locomotives.length_m", l.length_m, 0.0, 1000.0);
  expect(errors, "train.locomotives.rotating_share", l.rotating_share, 0.0, 10.0);
  expect(errors, "train.locomotives.wheel_w", l.wheel_w, 0.0, 1e15);
  expect(errors, "train.locomotives.start_n", l.start_n, 0.0, 1e15);
  expect(errors, "train.locomotives.brake_w", l.brake_w, 0.0, 1e15);
  expect(errors, "train.locomotives.brake_n", l.brake_n, 0.0, 1e15);
  expect(errors, "train.locomotives.max_speed_kmh", l.max_speed_kmh, 1.0, 1000.0);
  for (std::size_t i = 0; i < l.table.size(); ++i) {
    expect(errors, "train.locomotives.table", l.table[i].newtons, 0.0, 1e15);
    if (i > 0 && !(l.table[i].ms > l.table[i - 1].ms))
      errors.push_back({"train.locomotives.table", "speeds do not ascend"});
  }
  for (const Wagons& w : train.wagons) {
    expect(errors, "train.wagons.count", w.count, 0, 10000);
    expect(errors, "train.wagons.tare_t", w.tare_t, kLeast, 1e4);
    expect(errors, "train.wagons.load_t", w.load_t, 0.0, 1e4);
    expect(errors, "train.wagons.axles", w.axles, 1, 100);
    expect(errors, "train.wagons.length_m", w.length_m, 0.0, 1000.0);
    expect(errors, "train.wagons.rotating_kg_per_axle", w.rotating_kg_per_axle, 0.0, 1e5);
  }
  expect(errors, "train.service_brake_ms2", train.service_brake_ms2, 1e-3, 10.0);
  expect(errors, "train.max_speed_kmh", train.max_speed_kmh, 1.0, 1000.0);
  if (train.resistance)
    for (const double n : {train.resistance->a, train.resistance->b, train.resistance->c})
      expect(errors, "train.resistance", n, 0.0, 1e12);
  return errors;
}

}  // namespace gs::model::rail
