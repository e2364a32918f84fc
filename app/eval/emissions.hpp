#pragma once
#include "eval/eval.hpp"

namespace gs::eval {

/// Baselines, savings and modal shift, as model/emissions.hpp and model/freight.hpp compute them.
extern const Model kEmissions;

}  // namespace gs::eval
