#include "sim/yard_claims.hpp"

namespace gs {

std::optional<YardClaimCheck> yard_claim(const Locomotive& l) {
  using namespace model::rail;
  const YardFactors factors;
  YardDuty duty;
  if (l.id == "ckd6h") {
    const YardLocomotive diesel = yard_diesel(), hybrid = yard_hybrid(false);
    duty.reference_w = rim_w(diesel);
    const YardClaim claim = ckd6h_claim(factors);
    return YardClaimCheck{claim, duty_of_claim(claim, diesel, hybrid, duty, factors)};
  }
  if (l.id == "hxn6") {
    // Rows df_shunter_1435 and hxn6 of tractions.csv: 1,470 kW before; an engine of 1,000 kW and 1,000 kWh.
    const YardLocomotive diesel = yard_diesel(1470.0), hybrid = yard_hybrid(false, 1000.0, 1000.0);
    duty.reference_w = rim_w(diesel);
    return YardClaimCheck{hxn6_claim(), duty_of_claim(hxn6_claim(), diesel, hybrid, duty, factors)};
  }
  return std::nullopt;
}

}  // namespace gs
