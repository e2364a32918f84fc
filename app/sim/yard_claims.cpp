#include "sim/yard_claims.hpp"

#include "sim/yards.hpp"

namespace gs {

std::optional<YardClaimCheck> yard_claim(const Portfolio& portfolio, const Locomotive& l) {
  using namespace model::rail;
  const YardFactors factors;
  std::optional<YardClaim> claim;
  if (l.id == "ckd6h") claim = ckd6h_claim(factors);
  if (l.id == "hxn6") claim = hxn6_claim();
  const TractionRow* row = claim ? yard_row_of(portfolio, l) : nullptr;
  if (!row) return std::nullopt;
  const auto pair = yard_pair(portfolio, *row, false);
  if (!pair) return std::nullopt;
  YardClaimCheck check{*claim, duty_of_claim(*claim, pair->diesel, pair->other, pair->duty, factors), {}};
  for (const YardDutyRow& duty : portfolio.duties) {
    if (duty.plugged_h > 0.0) continue;
    const auto other = yard_pair(portfolio, *row, false, duty);
    const YardYear before = yard_year(other->diesel, other->duty, factors), after = yard_year(other->other, other->duty, factors);
    if (before.fuel_t > 0.0)
      check.duties.push_back({&duty, before.fuel_t, 1.0 - after.fuel_t / before.fuel_t, before.tank_to_wheel_t - after.tank_to_wheel_t});
  }
  return check;
}

}  // namespace gs
