#include "model/rail/run.hpp"

#include <algorithm>
#include <cmath>

#include "model/rail/motion.hpp"

namespace gs::model::rail {
namespace {

void start(const Train& train, Run& out) {
  Trace trace = std::move(out.trace);
  trace.clear();
  out = Run{};
  out.trace = std::move(trace);
  out.trailing_t = train.trailing_t();
  out.net_t = train.net_t();
}

/// Journeys of one train on one line: of least time for a cruise of 0.
struct Trip {
  const Line& line;
  const Train& train;
  const Powertrain& powertrain;
  const Weather& weather;
  RunSpace& space;
  Mover mover;

  Trip(const Line& l, const Train& t, const Powertrain& p, const Weather& w, RunSpace& s)
      : line(l), train(t), powertrain(p), weather(w), space(s), mover(t, l.gauge_mm) {}

  void lay(double step_m) {
    sample(line, train.length_m(), train.top_speed_kmh(), step_m, space.track, train.point);
    brake_curve(space.track, mover.brake_ms2, space.ceiling);
  }
  void go(double cruise_ms, const Driving& driving, Run& out) {
    start(train, out);
    if (cruise_ms > 0.0) coast_curve(space.track, mover, cruise_ms, space.ceiling, space.target);
    Traction traction(powertrain, weather);
    move(space.track, mover, train.locomotives, space.ceiling, cruise_ms > 0.0 ? space.target : space.ceiling, driving,
         traction, out);
  }
};

constexpr Driving kNoTrace{.record_m = 1e300};
constexpr double kTrialStep = 100.0;  ///< m: of the search
constexpr int kHalvings = 8;

double moving_s(const Run& run) { return run.arrived ? run.time_s - run.dwell_s : 1e300; }

/// The cruising speed, on coarse steps, whose running time comes nearest to the allowed from below; speeds far above every
/// limit are those of the least time. Halving of the logarithm's interval, by products.
double cruise_for(Trip& trip, double share, double step_m) {
  Run& trial = trip.space.trial;
  trip.lay(std::max(step_m, std::min(kTrialStep, trip.line.length_m / 50.0)));
  trip.go(0.0, kNoTrace, trial);
  const double allowed = moving_s(trial) * share, top = trip.train.top_speed_kmh() / 3.6;
  double slow = 0.2 * top, fast = 16.0 * top;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = std::sqrt(slow * fast);
    trip.go(middle, kNoTrace, trial);
    (moving_s(trial) > allowed ? slow : fast) = middle;
  }
  return fast;
}

void save_energy(Trip& trip, const Driving& driving, Run& out) {
  const double share = 1.0 + driving.supplement;
  double cruise = cruise_for(trip, share, driving.step_m);
  trip.lay(driving.step_m);
  Run& least = trip.space.trial;
  trip.go(0.0, kNoTrace, least);
  const double allowed = moving_s(least) * share, energy = least.ledger.traction;
  constexpr int kTries = 4;  // the coarse steps' times differ by a little: then a little faster
  for (int i = 0; least.arrived && i < kTries; ++i, cruise *= 1.02 + 0.04 * i) {
    trip.go(cruise, driving, out);
    if (moving_s(out) <= allowed && out.ledger.traction <= energy) return;
  }
  trip.go(0.0, driving, out);
}

}  // namespace

std::vector<Error> run_into(const Line& line, const Train& train, const Powertrain& powertrain, const Weather& weather,
                            const Driving& driving, RunSpace& space, Run& out) {
  std::vector<Error> errors = problems(line);
  for (Error& error : problems(train)) errors.push_back(std::move(error));
  if (!(driving.step_m > 0.0 && driving.step_m <= 1e6 && line.length_m <= 1e7 * driving.step_m))
    errors.push_back({"driving.step_m", "not above 0, or more than 10 million steps"});
  if (!(driving.supplement >= 0.0 && driving.supplement <= 10.0))
    errors.push_back({"driving.supplement", "not within 0..10"});
  if (!(driving.record_m >= 0.0)) errors.push_back({"driving.record_m", "below 0"});
  if (driving.held && !(driving.held->stretch_m > 0.0)) errors.push_back({"driving.held", "a stretch not above 0"});
  if (!errors.empty()) return errors;

  Trip trip(line, train, powertrain, weather, space);
  if (driving.supplement > 0.0) {
    save_energy(trip, driving, out);
  } else {
    trip.lay(driving.step_m);
    trip.go(0.0, driving, out);
  }
  return {};
}

Result<Run> run(const Line& line, const Train& train, const Powertrain& powertrain, const Weather& weather,
                const Driving& driving, RunSpace& space) {
  Run out;
  const std::vector<Error> errors = run_into(line, train, powertrain, weather, driving, space, out);
  if (!errors.empty()) return errors.front();
  return out;
}

}  // namespace gs::model::rail
