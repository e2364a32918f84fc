#pragma once
#include <fmt/format.h>

#include <string>
#include <utility>

#include "units/result.hpp"

namespace gs {

/// What was expected, what was found, or both: in English, and as phrases for a reader's language.
struct What {
  std::string english;
  std::vector<Phrase> phrases = {};
};

/// A phrase of the key and its English, which is the pattern that data/i18n/en.json has for it: "expected {} cells" for
/// "expected {0} cells".
template <class... Args>
What what(std::string key, fmt::format_string<Args...> english, Args&&... args) {
  std::vector<std::string> texts{fmt::format("{}", args)...};
  return {fmt::format(english, std::forward<Args>(args)...), {Phrase{std::move(key), std::move(texts)}}};
}

/// "expected ..., found ...". In phrases only where both are.
inline What operator+(What expected, What found) {
  expected.english += ", " + found.english;
  if (found.phrases.empty()) expected.phrases.clear();
  if (expected.phrases.empty()) return expected;
  for (Phrase& p : found.phrases) expected.phrases.push_back(std::move(p));
  return expected;
}

inline Error error_at(std::string where, What what) { return {std::move(where), std::move(what.english), std::move(what.phrases)}; }

}  // namespace gs
