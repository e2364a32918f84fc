#include <algorithm>

#include "model/rail/shunting.hpp"

namespace gs::model::rail {
namespace {

constexpr double kHour = 3600.0, kBlock = 3600.0;  // s; moves are spread over blocks of an hour
constexpr double kMwh = 3.6e9;
/// Order in which a block's loads follow each other: up and down, as moves do.
constexpr std::array<int, 10> kOrder = {0, 3, 7, 1, 4, 2, 6, 5, 8, 9};

/// Flows of a day, and what its wheels were not given, J.
struct Day {
  Flows flows;
  double unserved = 0.0, engine_s = 0.0;
};

/// An hour in which it moves for so many seconds.
void block(Traction& t, const YardDuty& duty, double moving_s, double& unserved) {
  double work = 0.0;
  for (const int i : kOrder) {
    if (i >= duty.spectrum.points) continue;
    const std::size_t n = static_cast<std::size_t>(i);
    const double dt = duty.spectrum.time[n] * moving_s, asked = duty.spectrum.load[n] * duty.reference_w;
    const double given = t.step(asked, dt, false);
    work += given * dt;
    unserved += (asked - given) * dt;
  }
  double rest = kBlock - moving_s;
  if (const double braking_s = std::min(0.05 * moving_s, rest); braking_s > 0.0 && work > 0.0) {
    t.step(-duty.braked_share * work / braking_s, braking_s, false);
    rest -= braking_s;
  }
  t.step(0.0, rest, false);
}

void day(Traction& t, const YardDuty& duty, Day& out) {
  const Flows before = t.flows();
  const double engine_before = t.engine_seconds();
  const double ready_h = 24.0 - duty.plugged_h - duty.parked_h;  // the rest: off, nothing flows
  const int blocks = std::max(1, static_cast<int>(ready_h * kHour / kBlock));
  const double moving_s = std::min(kBlock, duty.moving_h * kHour / blocks);
  for (int i = 0; i < blocks; ++i) block(t, duty, moving_s, out.unserved);
  t.step(0.0, std::max(0.0, ready_h * kHour - blocks * kBlock), false);
  t.step(0.0, duty.plugged_h * kHour, true);
  out.flows = difference(t.flows(), before);
  out.engine_s = t.engine_seconds() - engine_before;
}

}  // namespace

double LoadSpectrum::mean() const {
  double sum = 0.0;
  for (std::size_t i = 0; i < static_cast<std::size_t>(points); ++i) sum += time[i] * load[i];
  return sum;
}

LoadSpectrum LoadSpectrum::with_mean(double wanted) const {
  LoadSpectrum out = *this;
  const auto scaled = [&](double k) {
    for (std::size_t i = 0; i < static_cast<std::size_t>(points); ++i) out.load[i] = std::min(1.0, k * load[i]);
    return out.mean();
  };
  const double before = mean();
  if (!(before > 0.0)) return out;
  double k = wanted / before;
  if (scaled(k) >= wanted * (1.0 - 1e-12)) return out;
  double low = k, high = 1e3 * k + 1.0;  // some are held at 1: the others rise further
  for (int i = 0; i < 60; ++i) {
    k = 0.5 * (low + high);
    (scaled(k) < wanted ? low : high) = k;
  }
  return out;
}

LoadSpectrum epa_switch_spectrum() {
  constexpr std::array<double, 8> percent = {12.4, 12.3, 5.8, 3.6, 3.6, 1.5, 0.2, 0.8};
  constexpr std::array<double, 8> power = {0.067605, 0.135349, 0.279407, 0.393484, 0.527557, 0.694049, 0.848721, 1.0};
  LoadSpectrum s;
  s.points = 8;
  for (std::size_t i = 0; i < 8; ++i) s.time[i] = percent[i] / 40.2, s.load[i] = power[i];
  return s;
}

std::array<Season, 4> almaty_seasons() { return {{{0.25, -4.0}, {0.25, 11.0}, {0.25, 23.0}, {0.25, 10.0}}}; }

std::vector<Error> problems(const YardDuty& d) {
  std::vector<Error> out;
  const auto expect = [&](bool holds, const char* where, const char* what) {
    if (!holds) out.push_back({where, what});
  };
  expect(d.moving_h >= 0.0 && d.plugged_h >= 0.0 && d.parked_h >= 0.0, "hours", "expected 0 or more of each kind");
  expect(d.moving_h + d.plugged_h + d.parked_h <= 24.0 && d.plugged_h + d.parked_h < 24.0, "hours",
         "expected a day to hold the moving, plugged and parked hours and some in service");
  expect(d.days > 0.0 && d.days <= 366.0, "days", "expected above 0, up to 366");
  expect(d.reference_w > 0.0, "reference_w", "expected a power above 0");
  expect(d.spectrum.points > 0 && d.spectrum.points <= 10, "spectrum", "expected 1 to 10 points");
  double time = 0.0;
  for (int i = 0; i < std::clamp(d.spectrum.points, 0, 10); ++i) {
    const std::size_t n = static_cast<std::size_t>(i);
    time += d.spectrum.time[n];
    expect(d.spectrum.time[n] >= 0.0 && d.spectrum.load[n] >= 0.0 && d.spectrum.load[n] <= 1.0, "spectrum",
           "expected shares of time and load within 0..1");
  }
  expect(time > 0.999 && time < 1.001, "spectrum", "expected shares of time that add up to 1");
  expect(d.braked_share >= 0.0 && d.braked_share <= 1.0, "braked_share", "expected within 0..1");
  return out;
}

YardYear yard_year(const YardLocomotive& locomotive, const YardDuty& duty, const YardFactors& factors) {
  YardYear year;
  double fuel = 0.0, idle = 0.0, meter = 0.0, wheel = 0.0, unserved = 0.0, engine_s = 0.0, out = 0.0;
  for (const Season& season : duty.seasons) {
    Powertrain p = locomotive.powertrain;
    p.idle_fuel_w *= 1.0 + locomotive.idle_per_k * std::max(0.0, 15.0 - season.celsius);
    Traction t(p, {season.celsius});
    Day d;
    if (p.battery) day(t, duty, d);
    d.unserved = 0.0;
    day(t, duty, d);
    const double days = duty.days * season.share;
    const bool plugged = p.wire_too || p.source == SourceKind::none;
    const bool burns = p.source != SourceKind::none;
    fuel += days * (burns && !plugged ? equivalent_source(p, d.flows) : d.flows.fuel);
    idle += days * d.flows.idle_fuel;
    const double missing = plugged ? charged_at_meter(d.flows, p.wire_chain * p.network) : 0.0;
    meter += days * (d.flows.wire - d.flows.returned + missing);
    wheel += days * d.flows.wheel;
    unserved += days * d.unserved;
    engine_s += days * d.engine_s;
    out += days * d.flows.battery_out;
  }
  const bool hydrogen = locomotive.powertrain.source == SourceKind::fuel_cell;
  if (hydrogen) {
    year.hydrogen_t = fuel / factors.hydrogen_j_per_t;
    year.hydrogen_co2_t = year.hydrogen_t * factors.hydrogen_t_per_t;
  } else {
    year.fuel_t = fuel / factors.diesel_j_per_t;
    year.idle_fuel_t = idle / factors.diesel_j_per_t;
    year.tank_to_wheel_t = fuel * factors.diesel_t_per_j;
    year.well_to_tank_t = year.tank_to_wheel_t * factors.well_to_tank;
  }
  year.electricity_mwh = meter / kMwh;
  year.electricity_t = year.electricity_mwh * factors.grid_t_per_mwh;
  year.wheel_mwh = wheel / kMwh;
  year.unserved_mwh = unserved / kMwh;
  year.engine_h = engine_s / kHour;
  if (locomotive.powertrain.battery) year.full_cycles = out / locomotive.powertrain.battery->capacity_j;
  return year;
}

}  // namespace gs::model::rail
