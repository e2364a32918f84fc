#pragma once
#include <optional>

#include "model/hours.hpp"
#include "model/sun/geocentric.hpp"

namespace gs::model::sun {

/// Seconds since 1970. The times may lie in the day before or after where the place is far from Greenwich.
struct RiseSet {
  double rise, transit, set;
};

/// Of the UTC day that holds the instant: appendix A.2 of Reda and Andreas (2004), centre of the sun at -0.8333
/// degrees. Nothing where the sun does not rise or does not set that day.
std::optional<RiseSet> rise_set(const Place&, double unix_s, double delta_t_s = kDeltaT_s);

}  // namespace gs::model::sun
