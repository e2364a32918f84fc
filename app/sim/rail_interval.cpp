#include "sim/rail_interval.hpp"

#include <cmath>

#include "model/numerics.hpp"
#include "sim/assumptions.hpp"
#include "sim/grid.hpp"

namespace gs {

// Temporary: one deviation for the resistance rules and one for the profile, until the run's own interval is in the model.
Range<double> energy_spread(const model::rail::Run& run, const RailLine& line) {
  const model::rail::Ledger& l = run.ledger;
  if (!(l.traction > 0.0)) return {1.0, 1.0, 1.0};
  const double rules = 0.10 * (l.rolling + l.curves + l.air) / l.traction;
  const double grades = line.grade_uncertainty * (l.friction_brakes + l.electric_braking) / l.traction;
  const double deviation = kP90 * numerics::sqrt(rules * rules + grades * grades);
  return {1.0 - std::fmin(deviation, 0.95), 1.0, 1.0 + deviation};
}

}  // namespace gs
