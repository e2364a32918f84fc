#include "text/problem.hpp"

#include <algorithm>

namespace gs {

std::vector<std::string> parts_of(const Error& e, const Translator& tr) {
  const bool known = std::all_of(e.phrases.begin(), e.phrases.end(), [&](const Phrase& p) { return tr.has(p.key); });
  if (e.phrases.empty() || !known) return {e.what};
  std::vector<std::string> parts;
  for (const Phrase& p : e.phrases) parts.push_back(tr.filled(p.key, p.args));
  return parts;
}

std::string words_of(const Error& e, const Translator& tr) {
  std::string words;
  for (const std::string& part : parts_of(e, tr)) words += (words.empty() ? "" : tr("problem.between")) + part;
  return words;
}

std::string placed_words(const Error& e, const Translator& tr) { return e.where.empty() ? words_of(e, tr) : e.where + ": " + words_of(e, tr); }

}  // namespace gs
