#pragma once
#include "eval/eval.hpp"

/// Wind: windpowerlib's and FLORIS's formulas as this program has them.
namespace gs::eval {

extern const Model kWindPower, kWindSmoothedCurve, kWindYear, kWindAnnual, kWindWake;

}  // namespace gs::eval
