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
  const YardPair pair = yard_pair(*row, false);
  return YardClaimCheck{*claim, duty_of_claim(*claim, pair.diesel, pair.other, pair.duty, factors)};
}

}  // namespace gs
