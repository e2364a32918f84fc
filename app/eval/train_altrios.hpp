#pragma once
#include "eval/eval.hpp"

/// ALTRIOS's stored runs, made again from the parameters in the folder --params (eval/altrios_trace.hpp says how).
namespace gs::eval {

extern const Model kTrainResistanceAltrios, kTrainRunAltrios, kTrainLocoConventionalAltrios, kTrainLocoBatteryAltrios;

}  // namespace gs::eval
