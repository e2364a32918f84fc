#pragma once
#include <vector>

#include "model/rail/line.hpp"
#include "model/rail/powertrain.hpp"
#include "model/rail/train.hpp"

/// A train's journey: the equation of motion by steps of distance, work against kinetic energy, so that it is stable at
/// any step, starts from rest without a special case, and loses not a joule.
namespace gs::model::rail {

/// Forces that are taken at the speed where a stretch begins and held over it, as by Euler's explicit method: to be compared
/// with programs that integrate so. Effort and level resistance only, while the train draws all the power that it has; for
/// trains with a table of efforts (where power bounds the effort, it goes on to bound it).
struct HeldForces {
  double stretch_m = 20.0;
  std::vector<double> restart_m;  ///< ascending: where a stretch ends in any case
};

struct Driving {
  /// Share of the least running time (dwells apart) that may be added to save energy by cruising slower and coasting ahead
  /// of lower limits, stops and descents; 0: minimum time.
  double supplement = 0.0;
  double step_m = 10.0;
  double record_m = 0.0;  ///< spacing of the trace; 0: every step
  const HeldForces* held = nullptr;  ///< not owned; none: forces of each step's own mean speed
};

/// J at the wheel and beyond. The two balances close to 1e-9 of the greatest term.
struct Ledger {
  double rolling = 0.0;   ///< against the constant and linear terms of the resistance, starting included
  double curves = 0.0, air = 0.0;
  double grade = 0.0;     ///< m g (height of the train's middle at the end - at the start)
  double climbing = 0.0, descending = 0.0;  ///< its two parts, both 0 or more: grade = climbing - descending
  double kinetic = 0.0;   ///< left at the end (0: at rest)
  double friction_brakes = 0.0;
  double electric_braking = 0.0;  ///< at the rim: regenerated + rheostat
  double traction = 0.0;  ///< at the rim
  Flows flows;            ///< beyond the rim
  /// traction - (rolling + curves + air + grade + kinetic + brakes): 0 but for rounding.
  double motion_imbalance() const;
};

/// By recorded node: distance m, speed m/s, time s, power at the rim W (braking of either kind negative) in the step that
/// ends there, of the source W (fuel or meter), state of charge 0..1 (NaN without battery), height m of the train's middle
/// above where it started, limit m/s (0 at stops). Ends and stops are always recorded, a stop with a dwell twice: arrival
/// and departure.
struct Trace {
  std::vector<double> at_m, speed_ms, time_s, wheel_w, source_w, charge, height_m, limit_ms;
  void clear();
  std::size_t size() const { return at_m.size(); }
};

struct Run {
  double time_s = 0.0;   ///< from departure to arrival, dwells included
  double dwell_s = 0.0;  ///< of it at stops
  double length_m = 0.0;  ///< run
  double trailing_t = 0.0, net_t = 0.0;
  std::size_t steps = 0;
  bool arrived = true;
  double stalled_at_m = 0.0;  ///< where the train could not go on (too heavy for the grade, or nothing left in the battery)
  Ledger ledger;
  Trace trace;
};

/// Working space of runs, kept by the caller so that a second run of the same line allocates nothing.
struct RunSpace {
  Track track;
  std::vector<double> ceiling;  ///< (m/s)^2 by node: the most from which the train can still brake for all that comes
  std::vector<double> target;   ///< (m/s)^2 by node: up to which it draws power; below the ceiling where it coasts
  Run trial;                    ///< of the search for the energy-saving run
};

/// Errors: a line or train with problems; a step not above 0.
Result<Run> run(const Line&, const Train&, const Powertrain&, const Weather&, const Driving&, RunSpace&);
/// The same into a run whose vectors are used again.
std::vector<Error> run_into(const Line&, const Train&, const Powertrain&, const Weather&, const Driving&, RunSpace&, Run&);

}  // namespace gs::model::rail
