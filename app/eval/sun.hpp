#pragma once
#include "eval/eval.hpp"

namespace gs::eval {

/// The sun at an instant and a place, as model/sun computes it.
extern const Model kSolarPosition;

}  // namespace gs::eval
