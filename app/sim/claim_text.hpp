#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portfolio/portfolio.hpp"
#include "sim/claim_places.hpp"
#include "units/quantity.hpp"

/// Reading a claim that somebody typed: "500 MW, 1.1 Mt a year, Uzbekistan"; "乌兹别克斯坦50万千瓦风电，年减排110万吨".
namespace gs {

/// What a part of the text says. Those from `homes` on cannot be checked.
enum class ClaimPart : std::uint8_t {
  capacity, energy, co2, country, technology, year,
  homes, people, cars, trees, jobs, money,
  other_mass,   ///< tonnes of coal, dust, ...
  other_plant,  ///< storage, hydrogen, nuclear: nothing generated that could be checked
  period,       ///< another time than a year
  unread,       ///< not understood
};
inline constexpr int kClaimPartCount = 16;

/// What a reader must know of a part.
enum class ClaimNote : std::uint8_t {
  none,
  ambiguous,     ///< `other` is another reading of the number or unit
  second,        ///< an earlier part says the same kind of thing: not used
  not_yearly,    ///< of another time than a year: not used
  out_of_range,  ///< zero, or beyond what the check takes: not used
  malformed,     ///< a number that cannot be read: not used
};

struct ReadPart {
  ClaimPart kind{};
  std::size_t begin = 0, end = 0;  ///< bytes of the text
  double value = 0.0;              ///< MW, MWh a year, t CO2 a year, year
  std::optional<double> other;
  std::string id;  ///< ISO 3166-1 alpha-3 or the technology's id
  ClaimNote note{};
  bool used = false;
};

struct ReadClaim {
  std::string text;
  std::vector<ReadPart> parts;  ///< in the text's order, none over another
  std::optional<Power> capacity;
  std::optional<Energy> energy;  ///< a year
  std::optional<Mass> co2;       ///< a year
  std::string country;           ///< ISO 3166-1 alpha-3, or empty
  std::optional<Technology> technology;
  std::optional<int> year;

  std::string_view words(const ReadPart& p) const { return std::string_view(text).substr(p.begin, p.end - p.begin); }
  bool says(ClaimPart) const;
};

/// Never fails: what is not understood becomes a part of kind `unread`.
ReadClaim read_claim(std::string_view text, const ClaimCountries&);

std::string_view id_of(ClaimPart);
std::string_view id_of(ClaimNote);

}  // namespace gs
