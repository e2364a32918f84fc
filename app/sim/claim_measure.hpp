#pragma once
#include "sim/claim_places.hpp"
#include "sim/claim_words.hpp"

namespace gs {

/// What stands behind a number: "million tonnes", 万千瓦时, "тыс. т".
struct ClaimMeasure {
  const ClaimWord* unit = nullptr;  ///< nullptr: none
  double scale = 1.0;               ///< of the words of scale before it
  std::size_t begin = 0, end = 0;   ///< of the unit; `end` of what belongs to the number where there is none
};
ClaimMeasure claim_measure_at(std::span<const ClaimChar> text, std::size_t at);

/// A word of a kind among the next `most`, before any number, stop, country or other word that counts; `end` is moved behind
/// it. nullptr: none.
const ClaimWord* word_soon(std::span<const ClaimChar> text, const ClaimCountries&, std::size_t& end, int most, bool (*wanted)(ClaimWordKind));

/// "over 25 years", "за 25 лет": a sum of them, where "a 25-year contract" says nothing of the sum. `begin` is of the number.
bool says_over(std::span<const ClaimChar> text, std::size_t begin);

}  // namespace gs
