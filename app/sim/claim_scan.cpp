#include "sim/claim_scan.hpp"

#include <algorithm>
#include <utility>

#include "sim/claim_number.hpp"
#include "sim/claim_words.hpp"
#include "state/scenario.hpp"

namespace gs {
namespace {

using Kind = ClaimWordKind;

/// What a word says when it stands alone or behind a number; unread for those that only count with a unit.
ClaimPart part_of_word(Kind kind) {
  switch (kind) {
    case Kind::technology: return ClaimPart::technology;
    case Kind::other_plant: return ClaimPart::other_plant;
    case Kind::other_mass: return ClaimPart::other_mass;
    case Kind::homes: return ClaimPart::homes;
    case Kind::people: return ClaimPart::people;
    case Kind::cars: return ClaimPart::cars;
    case Kind::trees: return ClaimPart::trees;
    case Kind::jobs: return ClaimPart::jobs;
    case Kind::money: return ClaimPart::money;
    case Kind::period: return ClaimPart::period;
    default: return ClaimPart::unread;
  }
}

bool counted(Kind kind) { return kind >= Kind::homes && kind <= Kind::money; }
bool of_something_else(Kind kind) { return kind == Kind::other_mass || kind == Kind::other_plant; }

/// Beyond these a figure is a slip of the pen: a thousand times all plants, power and emissions of the world.
constexpr double kMostMw = 1e7, kMostMwh = 1e11, kMostTonnes = 1e11;

class Scanner {
 public:
  Scanner(std::span<const ClaimChar> text, const ClaimCountries& countries) : countries_(countries), chars_(text) {}

  std::vector<ReadPart> scan() {
    while (at_ < chars_.size()) step();
    close();
    return std::move(parts_);
  }

 private:
  char32_t c(std::size_t i) const { return i < chars_.size() ? chars_[i].c : U'\0'; }

  ReadPart& add(ClaimPart kind, std::size_t begin, std::size_t end) {
    close();
    parts_.push_back({kind, chars_[begin].begin, chars_[end - 1].end, 0.0, {}, {}, {}, false});
    return parts_.back();
  }

  /// Ends the run of what was not understood.
  void close() {
    if (unread_end_ > unread_begin_)
      parts_.push_back({ClaimPart::unread, chars_[unread_begin_].begin, chars_[unread_end_ - 1].end, 0.0, {}, {}, {}, false});
    unread_begin_ = unread_end_ = 0;
  }

  void not_understood(std::size_t begin, std::size_t end) {
    if (unread_end_ == 0) unread_begin_ = begin;
    unread_end_ = end;
  }

  void step() {
    const char32_t now = c(at_);
    const bool after_letter = at_ > 0 && is_letter(c(at_ - 1)) && !is_ideograph(c(at_ - 1)) && !is_arabic(c(at_ - 1));
    if (is_digit(now) && !after_letter) return number();
    if (now == U',' || now == U';' || now == U'.' || now == U'(' || now == U')') close(), something_else_ = false;
    if (!is_letter(now) && now != U'$' && now != 0xA5 && now != 0x20AC) return void(++at_);
    if (const auto found = countries_.name_at(chars_, at_); found.end > 0) {
      const std::size_t begin = std::exchange(at_, found.end);
      add(ClaimPart::country, begin, at_).id = found.iso3;
      return;
    }
    if (const FoundWord found = match_claim_word(chars_, at_); found.word) return word(found);
    const std::size_t begin = at_++;
    money_before_ = false;
    if (!is_ideograph(now))
      while ((is_letter(c(at_)) && !is_ideograph(c(at_))) || (is_digit(c(at_)) && !is_arabic(c(at_ - 1)))) ++at_;
    not_understood(begin, at_);
  }

  void word(const FoundWord& found) {
    const std::size_t begin = std::exchange(at_, found.end);
    const Kind kind = found.word->kind;
    money_before_ = kind == Kind::money;
    if (kind == Kind::plain || kind == Kind::years) return close();
    something_else_ = of_something_else(kind);
    ReadPart& part = add(part_of_word(kind), begin, at_);
    if (kind == Kind::technology) part.id = id_of(found.word->technology), part.value = static_cast<int>(found.word->technology);
  }

  void spaces(std::size_t& at) const {
    while (c(at) == U' ' || c(at) == U'-') ++at;
  }

  struct Measure {
    const ClaimWord* unit = nullptr;
    double scale = 1.0;
    std::size_t begin = 0, end = 0;  ///< of the unit; `end` of what belongs to the number where there is none
  };

  Measure measure_at(std::size_t at) const {
    Measure m;
    m.end = at;
    for (int words = 0; words < 3; ++words) {
      spaces(at);
      while (c(at) == U'多' || c(at) == U'余') ++at;
      const FoundWord found = match_claim_unit(chars_, at);
      if (!found.word) return m;
      if (found.word->kind != Kind::scale) return m.unit = found.word, m.begin = at, m.end = found.end, m;
      m.scale *= found.word->factor;
      at = found.end;
      m.end = found.word->text[1] == '\0' ? m.end : at;  // a lone "m" or "k" is no million
    }
    return m;
  }

  /// A word of a kind among the next few, before any number or stop; `end` is moved behind it.
  template <class Wanted>
  const ClaimWord* soon(std::size_t& end, int most, Wanted wanted) const {
    std::size_t at = end;
    for (int words = 0; words < most && at < chars_.size(); ++words) {
      while (at < chars_.size() && (c(at) == U' ' || c(at) == U'-')) ++at;
      if (!is_letter(c(at)) && c(at) != U'$') return nullptr;
      if (countries_.name_at(chars_, at).end > 0) return nullptr;
      const FoundWord found = match_claim_word(chars_, at);
      if (found.word && wanted(found.word->kind)) return end = found.end, found.word;
      if (found.word && found.word->kind != Kind::plain) return nullptr;
      std::size_t next = found.word ? found.end : at + 1;
      while (!found.word && is_letter(c(next)) && !is_ideograph(c(next))) ++next;
      at = next;
    }
    return nullptr;
  }

  void number() {
    const std::size_t begin = at_;
    ClaimNumber n = read_claim_number(chars_, at_, false);
    Measure m = measure_at(n.end);
    if (m.unit && is_cyrillic(c(m.begin))) n = read_claim_number(chars_, at_, true);
    at_ = m.unit ? m.end : n.end;
    const bool money = std::exchange(money_before_, false);
    const bool negative = begin > 0 && c(begin - 1) == U'-' && (begin == 1 || c(begin - 2) == U' ');
    if (n.malformed) {
      add(ClaimPart::unread, begin, at_).note = ClaimNote::malformed;
    } else if (m.unit) {
      measured(begin, n, m, negative);
    } else {
      counted_number(begin, n, m, money);
    }
  }

  void measured(std::size_t begin, const ClaimNumber& n, const Measure& m, bool negative) {
    const Kind kind = m.unit->kind;
    std::size_t end = m.end;
    const auto something_else = [](Kind k) { return of_something_else(k); };
    if (kind != Kind::power && (std::exchange(something_else_, false) || soon(end, 3, something_else))) {
      at_ = end;
      add(ClaimPart::other_mass, begin, end);
      return;
    }
    ReadPart& part = add(kind == Kind::power ? ClaimPart::capacity : kind == Kind::energy ? ClaimPart::energy : ClaimPart::co2, begin, m.end);
    const double unit = m.scale * m.unit->factor;
    part.value = n.value * unit;
    if (n.other) part.other = *n.other * unit, part.note = ClaimNote::ambiguous;
    tonnes_in_capitals(part, n.value * m.scale, m);
    const double most = kind == Kind::power ? kMostMw : kind == Kind::energy ? kMostMwh : kMostTonnes;
    if (negative || !(part.value > 0.0) || part.value > most) part.note = ClaimNote::out_of_range;
  }

  /// "MT" is written for megatonnes and for metric tonnes.
  void tonnes_in_capitals(ReadPart& part, double number, const Measure& m) const {
    const bool mt = part.kind == ClaimPart::co2 && m.end == m.begin + 2 && c(m.begin) == U'm' && c(m.begin + 1) == U't';
    if (!mt || (chars_[m.begin].capital && !chars_[m.begin + 1].capital)) return;
    const bool tonnes = number >= 1e3;  // a billion tonnes a year of one plant
    part.value = tonnes ? number : number * 1e6;
    part.other = tonnes ? number * 1e6 : number;
    part.note = ClaimNote::ambiguous;
  }

  void counted_number(std::size_t begin, const ClaimNumber& n, const Measure& m, bool money) {
    std::size_t end = m.end;
    if (money) {
      at_ = m.end;
      parts_.back().end = chars_[m.end - 1].end;  // the sign stands before it
      return;
    }
    std::size_t years = n.end;
    spaces(years);
    const FoundWord found = match_claim_word(chars_, years);
    const bool is_year = m.end == n.end && n.end == begin + 4 && n.value >= 1900.0 && n.value < 2200.0;
    if (!is_year && found.word && found.word->kind == Kind::years) {
      at_ = found.end;
      add(over(begin) ? ClaimPart::period : ClaimPart::unread, begin, at_);
      return;
    }
    if (const ClaimWord* what = soon(end, 4, counted)) {
      at_ = end;
      add(part_of_word(what->kind), begin, end).value = n.value * m.scale;
      return;
    }
    at_ = std::max(m.end, n.end);
    if (!is_year) return not_understood(begin, at_);
    ReadPart& part = add(ClaimPart::year, begin, at_);
    part.value = n.value;
    if (n.value < kFirstYear || n.value > kLastYear) part.note = ClaimNote::out_of_range;
  }

  /// "over 25 years", "за 25 лет", "25年累计": a sum of them, where "a 25-year contract" says nothing of the sum.
  bool over(std::size_t begin) const {
    std::size_t end = begin;
    while (end > 0 && c(end - 1) == U' ') --end;
    for (const std::u32string_view word : {U"over", U"in", U"за", U"within", U"during", U"خلال", U"مدى"}) {
      if (end < word.size()) continue;
      bool same = true;
      for (std::size_t i = 0; i < word.size(); ++i) same = same && c(end - word.size() + i) == word[i];
      if (same) return true;
    }
    return false;
  }

  const ClaimCountries& countries_;
  std::span<const ClaimChar> chars_;
  std::vector<ReadPart> parts_;
  std::size_t at_ = 0, unread_begin_ = 0, unread_end_ = 0;
  bool money_before_ = false;
  bool something_else_ = false;  ///< the word before says that tonnes are of coal, or MWh of a store
};

}  // namespace

std::vector<ReadPart> scan_claim(std::span<const ClaimChar> text, const ClaimCountries& countries) {
  return Scanner(text, countries).scan();
}

}  // namespace gs
