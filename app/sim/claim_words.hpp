#pragma once
#include <cstdint>
#include <span>

#include "portfolio/portfolio.hpp"
#include "sim/claim_chars.hpp"

/// The words of claims in English, Chinese, Russian and Arabic.
namespace gs {

enum class ClaimWordKind : std::uint8_t {
  power, energy, mass,  ///< units; `factor` in MW, MWh, t
  scale,                ///< "million", 万, тыс.
  technology,           ///< that makes electricity and is in the data
  other_plant,          ///< storage, hydrogen, nuclear: no yearly output that could be checked
  other_mass,           ///< coal, oil, water, dust: tonnes of something else than CO2
  homes, people, cars, trees, jobs, money,
  period,               ///< not a year: "lifetime", "a day"
  years,                ///< "25 years", 2030年
  plain,                ///< says nothing that could be checked
};

struct ClaimWord {
  const char* text;     ///< see match_claim_word()
  ClaimWordKind kind;
  double factor = 0.0;
  Technology technology{};
};

struct FoundWord {
  const ClaimWord* word = nullptr;  ///< nullptr: none
  std::size_t end = 0;              ///< index behind it
};

/// The longest word of some kinds that begins at `at` of folded characters. In a text of the table a space stands for any
/// number of spaces and hyphens, · for those and dots, and ~ at the end for any letters that may follow.
FoundWord match_claim_word(std::span<const ClaimChar> text, std::size_t at);
/// Only units and scales, which may follow a number without a space.
FoundWord match_claim_unit(std::span<const ClaimChar> text, std::size_t at);

/// All of the table, in claim_vocabulary.cpp.
std::span<const ClaimWord> claim_vocabulary();

}  // namespace gs
