#pragma once
#include "eval/eval.hpp"

namespace gs::eval {

/// Hours of photovoltaic plants, fixed and tracked, as model/pv/chain.hpp computes them; weather given. The second gives
/// fewer columns.
extern const Model kPvYear, kPvYearReal;

}  // namespace gs::eval
