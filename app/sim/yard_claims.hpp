#pragma once
#include <optional>
#include <vector>

#include "model/rail/shunting.hpp"
#include "portfolio/portfolio.hpp"

namespace gs {

/// What a maker or operator says that one unit saves, and the duties that would make it true.
struct YardClaimCheck {
  model::rail::YardClaim claim;
  model::rail::ClaimDuty duty;
  /// The best estimate under each duty of shunting.csv without a charger, in its order.
  struct Under { const YardDutyRow* row{}; double diesel_fuel_t{}, saved_share{}, burnt_saved_t{}; };
  std::vector<Under> duties;
};
/// Of the classes whose claims model/rail/shunting.hpp has (CKD6H and HXN6), not plugged in; nullopt for any other. About a
/// tenth of a second: keep what it returns, no longer than the portfolio.
std::optional<YardClaimCheck> yard_claim(const Portfolio&, const Locomotive&);

}  // namespace gs
