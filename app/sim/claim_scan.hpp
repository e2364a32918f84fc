#pragma once
#include <span>
#include <vector>

#include "sim/claim_text.hpp"

namespace gs {

/// The parts of a claim from left to right, before it is known which of them are used; codes of countries are not looked for.
std::vector<ReadPart> scan_claim(std::span<const ClaimChar> text, const ClaimCountries&);

}  // namespace gs
