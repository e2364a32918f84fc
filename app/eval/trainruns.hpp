#pragma once
#include "eval/eval.hpp"

namespace gs::eval {

/// Least running times, and the states at points of interest, of TrainRuns.jl's trains and paths: run by the model's own
/// integrator with those trains' measured effort and resistance.
extern const Model kTrainRunTrainruns, kTrainRunTrainrunsPoi;

}  // namespace gs::eval
