#pragma once
#include "sim/claim_check.hpp"

namespace gs {

/// Of a technology in a country (empty: the world's row only, and the best plant); `capacity`: claimed.
UsualOutput usual_output(const Portfolio&, const Fleet&, const ClaimCountries&, Technology, std::string_view iso3, std::optional<Power> capacity);

/// Where a share of the year's full output lies.
OutputVerdict judge_output(double capacity_factor, const UsualOutput&);

}  // namespace gs
