#include <fmt/format.h>

#include <algorithm>

#include "sim/assumptions.hpp"
#include "sim/rail_trials.hpp"
#include "sim/railway.hpp"

/// What batteries carry and what braking returns.
namespace gs {
namespace {

using namespace model::rail;

RailCheck missing(const RailFactor& row) {
  RailCheck check = begun_check(row);
  check.why = "the data lack the locomotive";
  return check;
}

/// Until the battery is empty, from 95 %: a run on a line that is longer than it can be.
struct Emptied {
  double km = 0.0, minutes = 0.0;  ///< minutes: moving
};
std::optional<Emptied> emptied(const TractionRow& traction, double trailing_t, double limit_kmh, double stop_km,
                               RunSpace& space) {
  RailTrial trial;
  trial.traction = traction;
  trial.law = "cn_freight";
  trial.trailing_t = trailing_t;
  trial.net_t = 0.73 * trailing_t;
  trial.limit_kmh = limit_kmh;
  Powertrain p = powertrain(traction);
  p.battery->start = p.battery->most;
  p.wire_too = false;
  Driving driving;
  driving.step_m = 100.0;
  Line line = trial_line(Land::flat, traction.gauge_mm, 600.0, limit_kmh, stop_km);
  for (Section& s : line.sections) s.wire = false;
  const auto made = run(line, trial_train(trial), p, Weather{}, driving, space);
  if (!made || made->arrived) return std::nullopt;
  return Emptied{made->stalled_at_m * 1e-3, (made->time_s - made->dwell_s) / 60.0};
}

void shunter_haul(const Portfolio& portfolio, const RailFactor& row, RunSpace& space, std::vector<RailCheck>& out) {
  const bool zhuzhou = row.id == "battery_zhuzhou";
  const TractionRow* traction = portfolio.traction(zhuzhou ? "zhuzhou_1500" : "rch_461");
  if (!traction || !traction->battery_kwh) return out.push_back(missing(row));
  RailCheck check = begun_check(row, zhuzhou ? "distance" : "time");
  check.unit = zhuzhou ? "km on one charge" : "min on one charge";
  check.published = number_before(row.notes, zhuzhou ? " km" : " minutes");
  const auto tonnes = number_before(row.notes, zhuzhou ? " t over" : " t at");
  const double limit = zhuzhou ? 40.0 : number_before(row.notes, " km/h").value_or(20.0);
  const auto figure = [&](double stop_km) -> std::optional<double> {
    const auto empty = emptied(*traction, tonnes.value_or(0.0), limit, stop_km, space);
    return empty ? std::optional(zhuzhou ? empty->km : empty->minutes) : std::nullopt;
  };
  check.simulated = figure(0.0);
  check.conditions = fmt::format(
      "{:.0f} t behind {} ({:.0f} t, {:.0f} kWh{}); rule cn_freight; {}, without stops, limit {:.0f} km/h; from 95 % "
      "to "
      "10 % of the charge",
      tonnes.value_or(0.0), traction->name, traction->mass_t, *traction->battery_kwh, zhuzhou ? ", an estimate" : "",
      words_of(Land::flat), limit);
  check.why = zhuzhou ? "the battery's capacity is not published (the data estimate it), and the report "
                        "does not say whether the charge was used up, nor how often the train stopped"
                      : "one source gives 350 kWh and another 350 kW for this locomotive; the report does "
                        "not say on what grades and with how many starts, the run rolls on without stops";
  if (const auto stopping = check.misses() ? figure(1.0) : std::nullopt)
    check.why += fmt::format("; with a stop every kilometre the run gives {:.0f}", *stopping);
  out.push_back(std::move(check));
}

/// Barstow - Stockton over the Tehachapi: heights of the places, general knowledge, estimated.
Line hilly_350_miles() {
  Line line;
  line.gauge_mm = 1435;
  line.length_m = 563e3;
  const std::vector<Height> heights = {{0.0, 640.0},   {115e3, 840.0}, {140e3, 1220.0},
                                       {215e3, 123.0}, {390e3, 90.0},  {563e3, 5.0}};
  line.sections = estimated_profile(heights, line.length_m, 22.0, 3.0, 1000.0);
  for (Section& s : line.sections) {
    s.radius_m = kSmallestRadius[1] * kMeanOverSmallestRadius / kCurvedShare[1];
    s.limit_kmh = 80.0;
  }
  for (double at = 80e3; at < line.length_m; at += 80e3) line.stops.push_back({at, kStopDwell, ""});
  return line;
}

/// Three diesels against two and a battery unit, which leaves full at either end.
void flxdrive(const Portfolio& portfolio, const RailFactor& row, RunSpace& space, std::vector<RailCheck>& out) {
  const TractionRow* diesel = portfolio.traction("sd70_etihad_x2");
  const Locomotive* unit = portfolio.locomotive("flxdrive_bnsf");
  if (!diesel || !unit || !unit->battery || !unit->traction_power) return out.push_back(missing(row));
  RailTrial trial;
  trial.traction = *diesel;
  trial.traction.units = 3;
  trial.law = "cn_freight";
  trial.trailing_t = 6500.0;
  trial.net_t = 0.53 * trial.trailing_t;
  trial.tare_t = 29.0;
  trial.north_american = true;
  Train train = trial_train(trial);
  Driving driving;
  driving.supplement = trial.supplement;
  driving.step_m = 100.0;
  const Line line = hilly_350_miles();
  const TrialFigures before = run_trial(line, train, powertrain(trial.traction), driving, space);

  trial.traction.units = 2;
  Powertrain p = powertrain(trial.traction);
  const double power = unit->traction_power->base() * 1e6;
  Battery battery;
  battery.capacity_j = unit->battery->base() * 3.6e9;
  battery.out_w = battery.in_w = power;
  battery.start = battery.most;
  p.battery = battery;
  p.plug_in = true;
  p.regen = Powertrain::Regen::battery;
  p.auxiliary_w += diesel->aux_kw * 1e3;
  Locomotives& l = train.locomotives;
  l.wheel_w += power * p.drive - l.wheel_w / 3.0;
  l.brake_w = l.wheel_w * kBrakingShare;
  l.brake_n = l.start_n * kBrakingShare;
  const TrialFigures after = run_trial(line, train, p, driving, space);

  RailCheck check = begun_check(row);
  if (before.arrived && after.arrived) check.simulated = 100.0 * (1.0 - after.fuel_kg() / before.fuel_kg());
  check.conditions = fmt::format(
      "{:.0f} t behind 2 x SD70 and a unit of {:.1f} MWh and {:.1f} MW, against 3 x SD70; Canadian National; a line of "
      "563 km over "
      "the Tehachapi (heights of its places and ruling grade of 22 ‰: general knowledge), limit 80 km/h, stops every "
      "80 km; both "
      "directions; the unit leaves full, and its charging is not counted",
      trial.trailing_t, unit->battery->base(), power * 1e-6);
  check.why =
      "the published trial does not say how often and where the unit was charged, what the train weighed, and against "
      "which consist it was measured; "
      "the model's share of a battery that leaves full and is emptied on the way goes with both";
  out.push_back(std::move(check));
}

/// Slopes of 10 permille for 20 km at a time, up and down: what the kilometre's grades of the trial lines leave out.
Line long_slopes(int gauge_mm, double limit_kmh) {
  Line line = trial_line(Land::flat, gauge_mm, 200.0, limit_kmh, 0.0);
  for (Section& s : line.sections) {
    const bool end = s.start_m < 2e3 || s.start_m >= line.length_m - 2e3;  // trains start on the level
    s.grade_permille = end ? 0.0 : static_cast<int>(s.start_m / 20e3) % 2 == 0 ? 10.0 : -10.0;
  }
  return line;
}

/// Electricity that comes back.
void returned(const Portfolio& portfolio, const RailFactor& row, RunSpace& space, std::vector<RailCheck>& out) {
  const bool russian = row.id == "rzd_h1_2012", indian = row.id == "in_3phase";
  const TractionRow* traction = portfolio.traction(russian ? "kz8a" : indian ? "wag12b" : "bison");
  if (!traction) return out.push_back(missing(row));
  RailTrial trial;
  trial.traction = wire_only(*traction, "wire");
  trial.locomotives = russian || indian ? traction->name : "1 x European locomotive of 5.6 MW";
  trial.law = russian ? "ptr_freight4" : "cn_freight";
  trial.trailing_t = russian ? 4076.0 : indian ? 4000.0 : 1500.0;
  trial.net_t = 0.6 * trial.trailing_t;
  trial.land = indian ? Land::hilly : Land::rolling;
  trial.limit_kmh = russian || indian ? 75.0 : 100.0;
  const auto figure = [&](const TrialFigures& f) {
    return russian ? f.returned_j / 3600.0 / f.gross_tkm : 100.0 * f.returned_j / f.drawn_j;
  };
  const TrialFigures figures = run_trial(trial, space);
  RailCheck check = begun_check(row);
  check.conditions = figures.conditions;
  if (figures.arrived) check.simulated = figure(figures);
  check.why =
      "the trial line has grades of a kilometre: a train lies over several and its momentum carries it across, so that "
      "it "
      "hardly brakes but at stops; what comes back is of long descents, and of stops, which no average says";
  check.why += russian  ? ". Of the fleet of 2012 many could not return energy (of the VL80 only the VL80R can)"
               : indian ? ". And the figure is \"up to\", of a maker"
                        : ". And only part of that fleet can return energy";
  Driving driving;
  driving.supplement = trial.supplement;
  driving.step_m = 100.0;
  const Train train = trial_train(trial);
  const TrialFigures slopes = run_trial(long_slopes(trial.traction.gauge_mm, trial.limit_kmh), train,
                                        powertrain(trial.traction), driving, space);
  if (check.misses() && slopes.arrived)
    check.why += fmt::format("; on slopes of 10 ‰ for 20 km at a time the same train gives {:.2f}", figure(slopes));
  out.push_back(std::move(check));
}

}  // namespace

bool compare_batteries(const Portfolio& portfolio, const RailFactor& row, RunSpace& space,
                       std::vector<RailCheck>& out) {
  if (row.id == "battery_zhuzhou" || row.id == "battery_rch")
    shunter_haul(portfolio, row, space, out);
  else if (row.id == "flxdrive")
    flxdrive(portfolio, row, space, out);
  else if (row.id == "rzd_h1_2012" || row.id == "in_3phase" || row.id == "db_freight_2018")
    returned(portfolio, row, space, out);
  else
    return false;
  return true;
}

}  // namespace gs
