#pragma once
#include "model/rail/run.hpp"
#include "sim/railway.hpp"

/// How far the energy of a run may be trusted.
namespace gs {

/// Energy over the best estimate: P10, 1, P90.
Range<double> energy_spread(const model::rail::Run&, const RailLine&);

}  // namespace gs
