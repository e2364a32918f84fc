#pragma once
#include "eval/eval.hpp"

namespace gs::eval {

/// A year of photovoltaics from twelve monthly means of irradiation, temperature and wind.
extern const Model kPvAnnual;

}  // namespace gs::eval
