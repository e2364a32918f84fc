#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/claim_chars.hpp"

namespace gs {

/// A country as texts and distances need it.
struct ClaimCountry {
  std::string iso3, iso2;
  double longitude = 0.0, latitude = 0.0;  ///< degrees: a place deep inside
  std::vector<std::string> names;          ///< in any languages
};

/// Finds countries in a text by their names in any language, with Russian endings and Arabic prefixes, by usual short names
/// ("UAE", "沙特", "ОАЭ", "السعودية") and by their codes in capitals.
class ClaimCountries {
 public:
  ClaimCountries() = default;
  explicit ClaimCountries(std::vector<ClaimCountry>);

  struct Found {
    std::size_t end = 0;    ///< index behind the name; 0: none begins here
    std::string_view iso3;  ///< lives as long as this
  };
  /// The longest name that begins at `at`.
  Found name_at(std::span<const ClaimChar> text, std::size_t at) const;
  /// A code of three or two letters, all capitals, that is a word of its own.
  Found code_at(std::span<const ClaimChar> text, std::size_t at) const;
  const ClaimCountry* country(std::string_view iso3) const;

 private:
  /// One word of a name; Cyrillic words by their stem.
  struct Word {
    std::u32string stem;
    bool bends = false, cut = false;  ///< endings may follow; its own ending was cut, so that one must
  };
  struct Name {
    std::vector<Word> words;
    std::size_t country, length;
  };
  std::size_t match(const Name&, std::span<const ClaimChar> text, std::size_t at) const;
  void add(std::string_view name, std::size_t country);
  bool begins_another(std::string_view name, std::size_t country) const;

  std::vector<ClaimCountry> countries_;
  std::vector<Name> names_;  ///< the longest first
};

}  // namespace gs
