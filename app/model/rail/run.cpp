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
constexpr int kMostTrials = 12;
constexpr double kNearEnough = 0.004; ///< of the allowed time, below it

double moving_s(const Run& run) { return run.arrived ? run.time_s - run.dwell_s : 1e300; }

/// The slowness, s/m of cruising, that takes no more than the allowed time and at most kNearEnough less, with the trip's
/// steps: running time is nearly linear in it, so that a straight line between the ends of the bracket is soon there, the
/// weight of an end that stays halved (the Illinois rule). At 1/16 of the top speed's slowness, far above every limit,
/// the running time is the least. 0 where there is no way to be slower.
double slowness_for(Trip& trip, double least_s, double allowed_s) {
  Run& trial = trip.space.trial;
  const double top = trip.train.top_speed_kmh() / 3.6, goal = allowed_s * (1.0 - 0.5 * kNearEnough);
  double fast = 1.0 / (16.0 * top), slow = 5.0 / top;
  double early = least_s - goal, late = goal;  // s off the goal; a cruise at a fifth of the top speed takes at least double
  bool stayed_fast = false, stayed_slow = false;
  if (!trip.space.trial.arrived || !(early < 0.0)) return 0.0;
  for (int i = 0; i < kMostTrials; ++i) {
    const double at = std::clamp(fast - early * (slow - fast) / (late - early), fast + 0.02 * (slow - fast), slow - 0.02 * (slow - fast));
    trip.go(1.0 / at, kNoTrace, trial);
    const double off = std::min(moving_s(trial) - goal, 4.0 * goal);
    if (std::fabs(off) <= 0.5 * kNearEnough * allowed_s) return at;
    if (off < 0.0) {
      fast = at, early = off;
      if (stayed_slow) late *= 0.5;
    } else {
      slow = at, late = off;
      if (stayed_fast) early *= 0.5;
    }
    stayed_slow = off < 0.0, stayed_fast = !stayed_slow;
  }
  return fast;
}

/// Searched for on coarse steps, whose times differ a little from those of the run's own: then a little faster.
void save_energy(Trip& trip, const Driving& driving, Run& out) {
  const double share = 1.0 + driving.supplement;
  const double coarse = std::max(driving.step_m, std::min(kTrialStep, trip.line.length_m / 50.0));
  Run& least = trip.space.trial;
  const auto at_best = [&](double step_m) {
    trip.lay(step_m);
    trip.go(0.0, kNoTrace, least);
    return moving_s(least);
  };
  double least_s = at_best(coarse), energy = least.ledger.traction;
  double slowness = slowness_for(trip, least_s, least_s * share);
  if (coarse > driving.step_m) least_s = at_best(driving.step_m), energy = least.ledger.traction;
  constexpr int kTries = 4;
  for (int i = 0; slowness > 0.0 && i < kTries; ++i, slowness /= 1.01 + 0.04 * i) {
    trip.go(1.0 / slowness, driving, out);
    if (moving_s(out) <= least_s * share && out.ledger.traction <= energy) return;
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
