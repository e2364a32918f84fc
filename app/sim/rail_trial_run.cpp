#include "sim/rail_trial_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/assumptions.hpp"
#include "sim/railway.hpp"

namespace gs {
namespace {

using namespace model::rail;

constexpr double kTrialKm = 200.0;
constexpr double kStepM = 100.0;
constexpr double kSectionM = 1000.0;
constexpr double kGrade[] = {2.0, 5.0, 8.0};  // permille, +-
constexpr std::string_view kLands[] = {"flat", "rolling", "hilly"};
constexpr double kDieselJPerKg = 43.0e6;  // rail_factors.csv diesel_lhv
constexpr std::uint32_t kDraws = 256;
/// Front areas, m2, of AREMA's tables: freight cars about 140, locomotives 160 square feet (general knowledge).
constexpr double kCarAreaM2 = 13.0, kLocomotiveAreaM2 = 14.9;

/// By the Canadian National formula, all vehicles.
Newtons canadian(const Train& train) {
  const Locomotives& l = train.locomotives;
  Newtons all = canadian_national(CanadianCar::locomotive, l.mass_t, l.axles, kLocomotiveAreaM2) * l.units;
  for (const Wagons& w : train.wagons)
    all = all + canadian_national(CanadianCar::freight, w.tare_t + w.load_t, w.axles, kCarAreaM2) * w.count;
  return all;
}

RunEnergy operator+(const RunEnergy& a, const RunEnergy& b) {
  return {a.diesel + b.diesel, a.hydrogen + b.hydrogen, a.wire + b.wire, a.charger + b.charger};
}

std::string conditions_of(const RailTrial& t, const Train& train) {
  const Locomotives& l = train.locomotives;
  std::string text = fmt::format("{:.0f} t", t.trailing_t);
  if (!t.passenger) text += fmt::format(" ({:.0f} t of goods)", t.net_t);
  text += fmt::format(
      " behind {} ({:.0f} t); rule {}; {}; limit {:.0f} km/h, stops every {:.0f} km, {:.0f} % running time in hand",
      t.locomotives, l.units * l.mass_t, t.north_american ? "Canadian National" : t.law, words_of(t.land), t.limit_kmh,
      t.stop_km, t.supplement * 100.0);
  if (t.traction.wire_kw) text += t.traction.regen == "wire" ? ", braking into the wire" : ", nothing returned";
  return text;
}

}  // namespace

double TrialFigures::fuel_kg() const { return energy.diesel / kDieselJPerKg; }

std::string words_of(Land land) {
  const auto k = static_cast<std::size_t>(land);
  return fmt::format("{} ±{:.0f} ‰", kLands[k], kGrade[k]);
}

Line trial_line(Land land, int gauge_mm, double length_km, double limit_kmh, double stop_km) {
  const auto k = static_cast<std::size_t>(land);
  Line line;
  line.gauge_mm = gauge_mm;
  line.length_m = length_km * 1e3;
  line.sections =
      estimated_profile({{0.0, 0.0}, {line.length_m, 0.0}}, line.length_m, kRulingGrade[k], kGrade[k], kSectionM);
  for (Section& s : line.sections) {
    s.radius_m = kSmallestRadius[k] * kMeanOverSmallestRadius / kCurvedShare[k];
    s.limit_kmh = limit_kmh;
    s.wire = true;
  }
  for (double at = stop_km; stop_km > 0.0 && at < length_km; at += stop_km)
    line.stops.push_back({at * 1e3, kStopDwell, ""});
  return line;
}

Train trial_train(const RailTrial& t) {
  TrainRow row;
  row.kind = t.passenger ? TrainKind::passenger : TrainKind::freight;
  row.gauge_mm = t.traction.gauge_mm;
  row.law = t.law;
  row.wagons = std::max(1, static_cast<int>((t.trailing_t - t.net_t) / t.tare_t + 0.5));
  row.tare_t = (t.trailing_t - t.net_t) / row.wagons;
  row.load_t = t.net_t / row.wagons;
  row.axles = 4;
  row.wagon_length_m = t.passenger ? 24.5 : 14.6;
  row.rotating_kg_per_axle = 750.0;
  row.brake_ms2 = t.passenger ? 0.5 : 0.25;
  row.max_speed_kmh = t.limit_kmh;
  Train train = rail_train(row, t.traction);
  if (t.north_american) train.resistance = canadian(train);
  return train;
}

TrialFigures run_trial(const Line& line, const Train& train, const Powertrain& p, const Driving& driving,
                       RunSpace& space) {
  TrialFigures out;
  out.km = line.length_m * 1e-3;
  out.network = p.network;
  static const RunIntervals intervals({}, kDraws, 1);
  for (const bool backwards : {false, true}) {
    const auto made = run(backwards ? reversed(line) : line, train, p, Weather{}, driving, space);
    if (!made || !made->arrived) {
      out.arrived = false;
      return out;
    }
    const RunEnergy energy = run_energy(p, made->ledger.flows, kCharger);
    if (!backwards) {
      const RunInterval i = intervals.of(*made, p, energy, RunFactors{}, kGradeDeviation[2], "trial");
      out.spread = {i.energy_j.low / i.energy_j.best, 1.0, i.energy_j.high / i.energy_j.best};
    }
    out.energy = out.energy + energy;
    out.drawn_j += made->ledger.flows.wire;
    out.returned_j += made->ledger.flows.returned;
    out.gross_tkm += train.trailing_t() * out.km;
    out.net_tkm += train.net_t() * out.km;
  }
  return out;
}

TrialFigures run_trial(const RailTrial& trial, RunSpace& space) {
  const Train train = trial_train(trial);
  Driving driving;
  driving.supplement = trial.supplement;
  driving.step_m = kStepM;
  const Line line = trial_line(trial.land, trial.traction.gauge_mm, kTrialKm, trial.limit_kmh, trial.stop_km);
  TrialFigures out = run_trial(line, train, powertrain(trial.traction), driving, space);
  out.conditions = conditions_of(trial, train);
  return out;
}

}  // namespace gs
