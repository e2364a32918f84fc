#pragma once
#include "eval/eval.hpp"

namespace gs::eval {

extern const Model kCapture;

}  // namespace gs::eval
