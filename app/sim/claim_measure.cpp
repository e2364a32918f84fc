#include "sim/claim_measure.hpp"

namespace gs {
namespace {

char32_t at_or_end(std::span<const ClaimChar> text, std::size_t i) { return i < text.size() ? text[i].c : U'\0'; }

void skip_spaces(std::span<const ClaimChar> text, std::size_t& at) {
  while (at_or_end(text, at) == U' ' || at_or_end(text, at) == U'-') ++at;
}

}  // namespace

ClaimMeasure claim_measure_at(std::span<const ClaimChar> text, std::size_t at) {
  ClaimMeasure m;
  m.end = at;
  for (int words = 0; words < 3; ++words) {
    skip_spaces(text, at);
    while (at_or_end(text, at) == U'多' || at_or_end(text, at) == U'余') ++at;
    const FoundWord found = match_claim_unit(text, at);
    if (!found.word) return m;
    if (found.word->kind != ClaimWordKind::scale) {
      m.unit = found.word;
      m.begin = at;
      m.end = found.end;
      return m;
    }
    m.scale *= found.word->factor;
    at = found.end;
    if (found.word->text[1] != '\0') m.end = at;  // a lone "m" or "k" is no million
  }
  return m;
}

const ClaimWord* word_soon(std::span<const ClaimChar> text, const ClaimCountries& countries, std::size_t& end, int most,
                           bool (*wanted)(ClaimWordKind)) {
  std::size_t at = end;
  for (int words = 0; words < most; ++words) {
    skip_spaces(text, at);
    const char32_t now = at_or_end(text, at);
    if ((!is_letter(now) && now != U'$') || countries.name_at(text, at).end > 0) return nullptr;
    const FoundWord found = match_claim_word(text, at);
    if (found.word && wanted(found.word->kind)) {
      end = found.end;
      return found.word;
    }
    if (found.word && found.word->kind != ClaimWordKind::plain) return nullptr;
    if (found.word) at = found.end;
    else
      for (++at; is_letter(at_or_end(text, at)) && !is_ideograph(at_or_end(text, at));) ++at;
  }
  return nullptr;
}

bool says_over(std::span<const ClaimChar> text, std::size_t begin) {
  while (begin > 0 && text[begin - 1].c == U' ') --begin;
  for (const std::u32string_view word : {U"over", U"in", U"за", U"within", U"during", U"خلال", U"مدي"}) {
    if (begin < word.size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < word.size(); ++i) same = same && text[begin - word.size() + i].c == word[i];
    if (same) return true;
  }
  return false;
}

}  // namespace gs
