#include "sim/claim_words.hpp"

#include <algorithm>
#include <vector>

namespace gs {
namespace {

struct Pattern {
  std::u32string text;
  const ClaimWord* word;
  bool open;  ///< letters may follow
};

/// The longest first, so that "mwh" is found before "mw".
const std::vector<Pattern>& patterns() {
  static const std::vector<Pattern> made = [] {
    std::vector<Pattern> all;
    for (const ClaimWord& word : claim_vocabulary()) {
      Pattern p{folded_word(word.text), &word, false};
      if (p.text.back() == U'~') p.open = true, p.text.pop_back();
      all.push_back(std::move(p));
    }
    std::stable_sort(all.begin(), all.end(), [](const Pattern& a, const Pattern& b) { return a.text.size() > b.text.size(); });
    return all;
  }();
  return made;
}

bool joins(char32_t in_pattern, char32_t c) { return c == U' ' || c == U'-' || (in_pattern == U'·' && (c == U'·' || c == U'.')); }

/// Index behind the pattern, 0 where it does not stand there.
std::size_t match(const Pattern& pattern, std::span<const ClaimChar> text, std::size_t at) {
  for (const char32_t c : pattern.text) {
    if (c == U' ' || c == U'·') {
      while (at < text.size() && joins(c, text[at].c)) ++at;
    } else if (at < text.size() && text[at].c == c) {
      ++at;
    } else {
      return 0;
    }
  }
  if (is_ideograph(pattern.text.back()) || !is_letter(pattern.text.back())) return at;
  const auto goes_on = [&] { return at < text.size() && is_letter(text[at].c) && !is_ideograph(text[at].c); };
  if (pattern.open)
    while (goes_on()) ++at;
  return goes_on() ? 0 : at;
}

template <class Wanted>
FoundWord longest(std::span<const ClaimChar> text, std::size_t at, Wanted wanted) {
  for (const Pattern& p : patterns()) {
    if (at >= text.size() || p.text.front() != text[at].c || !wanted(p.word->kind)) continue;
    if (const std::size_t end = match(p, text, at)) return {p.word, end};
  }
  return {};
}

bool measures(ClaimWordKind kind) {
  return kind == ClaimWordKind::power || kind == ClaimWordKind::energy || kind == ClaimWordKind::mass;
}

}  // namespace

FoundWord match_claim_word(std::span<const ClaimChar> text, std::size_t at) {
  if (!begins_a_word(text, at)) return {};
  return longest(text, at, [](ClaimWordKind kind) { return !measures(kind) && kind != ClaimWordKind::scale; });
}

FoundWord match_claim_unit(std::span<const ClaimChar> text, std::size_t at) {
  return longest(text, at, [](ClaimWordKind kind) { return measures(kind) || kind == ClaimWordKind::scale; });
}

}  // namespace gs
