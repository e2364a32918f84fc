#pragma once
#include "sim/claim_check.hpp"

namespace gs {

/// The claim beside every convention that has a factor for its country and technology, then beside plants that it may have
/// replaced. The claim needs CO2, the case an energy.
std::vector<ConventionRow> convention_rows(const Portfolio&, const ClaimCheck&, const ClaimCase&);

}  // namespace gs
