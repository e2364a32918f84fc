#pragma once
#include "eval/eval.hpp"

namespace gs::eval {

/// Resistance of a train of one kind of railcar on one grade and curve, by three families of formulas.
extern const Model kTrainResistance;

}  // namespace gs::eval
