#pragma once
#include <string>
#include <vector>

#include "scene/filter.hpp"
#include "sim/claim_check.hpp"

/// A checked claim in words: the same in the panel, on the command line and for readers who do not see the canvas.
namespace gs {

/// "Plausible under IFI combined margin"
std::string claim_verdict(const World&, const ClaimCheck&, const ClaimCase&);
/// Why, in a sentence or two with the figures; empty where the verdict says all.
std::string claim_reason(const World&, const ClaimCheck&, const ClaimCase&);
/// What a part of the text was read as: "“500 MW”: capacity 500 MW".
std::string claim_part(const World&, const ReadClaim&, const ReadPart&);
/// What would have to be said besides: "Name a country: ..."
std::string claim_lack(const World&, ClaimLack);

std::string convention_name(const World&, const ConventionRow&);
/// "558 g/kWh (2021), needs a capacity factor of 40 %"
std::string convention_inputs(const World&, const ConventionRow&);
/// "500 MW × 8,760 h × 28 % to 44 % = 1.2 to 1.9 TWh", or the claimed generation; empty where neither is there.
std::string energy_working(const World&, const ClaimCheck&, const ClaimCase&);
/// "21 % to 27 %"
std::string share_range(const World&, const Range<double>&);
/// "3 simulated plants in Uzbekistan", "4 simulated plants within 1,500 km"
std::string simulated_where(const World&, const ClaimCheck&, const UsualOutput&);
std::string reported_where(const World&, const ClaimCheck&, const UsualOutput&);
/// What the intervals are of, and the year, method and pathway of the factors.
std::string claim_basis(const World&, const ClaimCheck&);

}  // namespace gs
