#pragma once
#include "eval/eval.hpp"

namespace gs::eval {

extern const Model kErbs, kTranspositionPerez, kIam, kCellTemperature, kPvwatts, kTracking, kBifacial;

}  // namespace gs::eval
