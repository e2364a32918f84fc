#pragma once
#include <string>

#include "scene/filter.hpp"
#include "sim/claim_check.hpp"

namespace gs {

/// {"claim", "verdict", "words", "why", "year", "method", "pathway", "parts":[{"text","begin","end","kind","value","other",
/// "note","used"}], "lacks", "cases":[{"technology","verdict","words","why","output","conventions"}], "matches", "sources"}:
/// MW, MWh and t CO2 a year, t/MWh, shares; bytes of the text; null where something is not known.
std::string claim_json(const World&, const ClaimCheck&);
/// The same for people, a line each: the verdicts first.
std::string claim_lines(const World&, const ClaimCheck&);

}  // namespace gs
