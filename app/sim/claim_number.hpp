#pragma once
#include <optional>
#include <span>

#include "sim/claim_chars.hpp"

namespace gs {

/// A number as people write it, and what else it may mean.
struct ClaimNumber {
  double value = 0.0;
  std::optional<double> other;  ///< 1.100 is 1.1 or 1,100
  std::size_t end = 0;          ///< index behind it
  bool malformed = false;       ///< 1,10,1: groups that are neither thousands nor decimals
};

/// Reads the number that begins with the digit at `at`. Thousands: space, apostrophe, or whichever of , and . comes before
/// the other or several times; the last of both is the decimal sign. One sign before exactly three digits may be either: a
/// point is then read as decimal, a comma as thousands, or as decimal where `comma_is_decimal` (Russian), and the
/// other reading is given, but for the comma of English and Chinese thousands.
ClaimNumber read_claim_number(std::span<const ClaimChar> text, std::size_t at, bool comma_is_decimal);

}  // namespace gs
