#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "scene/year_chart.hpp"
#include "sim/economy.hpp"
#include "sim/yard_claims.hpp"
#include "state/state.hpp"

namespace gs {

/// What the inspector shows of a project and no list needs of all.
struct SelectedProject {
  YearChart year;  ///< at the plant's age in the scenario's year: the months add up to ProjectResult::energy
  Economy economy;
  std::uint64_t made = 0;  ///< another number whenever it was worked out anew
};

/// Works it out anew only when another project is selected or the results change.
class Selected {
 public:
  /// Empty where no project is selected. Valid until the next call.
  const SelectedProject& of(const Portfolio&, const Results&, const Selection&);
  /// Of a selected yard locomotive with a claim; nullptr otherwise. Valid until the next call.
  const YardClaimCheck* claim(const Portfolio&, const Selection&);

 private:
  std::string project_, digest_;  ///< of what `shown_` was made
  SelectedProject shown_;
  std::uint64_t made_ = 0;
  std::string locomotive_;  ///< of which `claim_` was made
  std::optional<YardClaimCheck> claim_;
};

}  // namespace gs
