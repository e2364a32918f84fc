#include "sim/claim_scan.hpp"

#include <algorithm>
#include <utility>

#include "sim/claim_measure.hpp"
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
    // Arabic writes "in" and "and" together with the word that follows.
    for (std::size_t from = at_; from <= at_ + (is_arabic(now) ? 2u : 0u) && from < chars_.size(); ++from) {
      if (named(from)) return;
    }
    const std::size_t begin = at_++;
    money_before_ = false;
    if (!is_ideograph(now))
      while ((is_letter(c(at_)) && !is_ideograph(c(at_))) || (is_digit(c(at_)) && !is_arabic(c(at_ - 1)))) ++at_;
    not_understood(begin, at_);
  }

  /// A country or another word that begins at `from`.
  bool named(std::size_t from) {
    if (const auto found = countries_.name_at(chars_, from); found.end > 0) {
      at_ = found.end;
      add(ClaimPart::country, from, at_).id = found.iso3;
      return true;
    }
    const FoundWord found = match_claim_word(chars_, from);
    if (found.word) word(from, found);
    return found.word != nullptr;
  }

  void word(std::size_t begin, const FoundWord& found) {
    at_ = found.end;
    const Kind kind = found.word->kind;
    money_before_ = kind == Kind::money;
    if (kind == Kind::plain || kind == Kind::years) return close();
    something_else_ = of_something_else(kind);
    ReadPart& part = add(part_of_word(kind), begin, at_);
    if (kind == Kind::technology) part.id = id_of(found.word->technology), part.value = static_cast<int>(found.word->technology);
  }

  void number() {
    const std::size_t begin = at_;
    ClaimNumber n = read_claim_number(chars_, at_, false);
    ClaimMeasure m = claim_measure_at(chars_, n.end);
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

  void measured(std::size_t begin, const ClaimNumber& n, const ClaimMeasure& m, bool negative) {
    const Kind kind = m.unit->kind;
    std::size_t end = m.end;
    const auto something_else = [](Kind k) { return of_something_else(k); };
    if (kind != Kind::power && (std::exchange(something_else_, false) || word_soon(chars_, countries_, end, 3, something_else))) {
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
  void tonnes_in_capitals(ReadPart& part, double number, const ClaimMeasure& m) const {
    const bool mt = part.kind == ClaimPart::co2 && m.end == m.begin + 2 && c(m.begin) == U'm' && c(m.begin + 1) == U't';
    if (!mt || (chars_[m.begin].capital && !chars_[m.begin + 1].capital)) return;
    const bool tonnes = number >= 1e3;  // a billion tonnes a year of one plant
    part.value = tonnes ? number : number * 1e6;
    part.other = tonnes ? number * 1e6 : number;
    part.note = ClaimNote::ambiguous;
  }

  void counted_number(std::size_t begin, const ClaimNumber& n, const ClaimMeasure& m, bool money) {
    std::size_t end = m.end;
    if (money) {
      at_ = m.end;
      parts_.back().end = chars_[m.end - 1].end;  // the sign stands before it
      return;
    }
    std::size_t years = n.end;
    while (c(years) == U' ' || c(years) == U'-') ++years;
    const FoundWord found = match_claim_word(chars_, years);
    const bool is_year = m.end == n.end && n.end == begin + 4 && n.value >= 1900.0 && n.value < 2200.0;
    if (!is_year && found.word && found.word->kind == Kind::years) {
      at_ = found.end;
      add(says_over(chars_, begin) ? ClaimPart::period : ClaimPart::unread, begin, at_);
      return;
    }
    if (const ClaimWord* what = word_soon(chars_, countries_, end, 4, counted)) {
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
