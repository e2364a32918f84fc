#pragma once
#include "sim/claim_check.hpp"
#include "ui/kit.hpp"

namespace gs::ui {

/// Capacity factors on one scale: claimed or needed, simulated, reported, the best plant.
void output_chart(const Ui&, const ClaimCheck&, const ClaimCase&);
/// What each convention gives, on one scale with the claim as a line through all.
void convention_chart(const Ui&, const ClaimCheck&, const ClaimCase&);

}  // namespace gs::ui
