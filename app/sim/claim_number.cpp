#include "sim/claim_number.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace gs {
namespace {

struct Pieces {
  std::vector<std::string> groups;  ///< of digits
  std::string signs;                ///< between them
  std::size_t end = 0;
};

std::size_t digits_from(std::span<const ClaimChar> text, std::size_t at) {
  std::size_t n = 0;
  while (at + n < text.size() && is_digit(text[at + n].c)) ++n;
  return n;
}

Pieces pieces_of(std::span<const ClaimChar> text, std::size_t at) {
  Pieces p;
  for (p.end = at;;) {
    const std::size_t n = digits_from(text, p.end);
    p.groups.emplace_back();
    for (std::size_t i = 0; i < n; ++i) p.groups.back() += static_cast<char>(text[p.end + i].c);
    p.end += n;
    if (p.end >= text.size()) return p;
    const char32_t sign = text[p.end].c;
    const std::size_t more = digits_from(text, p.end + 1);
    if (sign == U'.' || sign == U',' ? more == 0 : (sign != U' ' && sign != U'\'') || more != 3) return p;
    // "in 2024 500 MW" holds two numbers: groups of thousands begin with one to three digits, and go on with the same sign.
    if (sign == U' ' && (p.groups.front().size() > 3 || p.signs.find_first_not_of(' ') != std::string::npos)) return p;
    p.signs += static_cast<char>(sign);
    ++p.end;
  }
}

/// Digits to a number; `decimals` of them stand behind the point. Exact to the last bit up to 15 digits.
double value_of(const std::string& digits, std::size_t decimals) {
  double value = 0.0, divisor = 1.0;
  for (const char c : digits) value = value * 10.0 + (c - '0');
  for (std::size_t i = 0; i < decimals; ++i) divisor *= 10.0;
  return value / divisor;
}

std::string joined(const std::vector<std::string>& groups) {
  std::string all;
  for (const std::string& g : groups) all += g;
  return all;
}

bool are_thousands(const std::vector<std::string>& groups, std::size_t count) {
  if (groups.front().empty() || groups.front().size() > 3) return false;
  return std::all_of(groups.begin() + 1, groups.begin() + static_cast<std::ptrdiff_t>(count), [](const auto& g) { return g.size() == 3; });
}

}  // namespace

ClaimNumber read_claim_number(std::span<const ClaimChar> text, std::size_t at, bool comma_is_decimal) {
  const Pieces p = pieces_of(text, at);
  ClaimNumber n;
  n.end = p.end;
  const std::string all = joined(p.groups);
  n.malformed = all.size() > 18;
  if (n.malformed) return n;
  const std::size_t decimals = p.groups.back().size(), count = p.groups.size();
  if (p.signs.empty()) return n.value = value_of(all, 0), n;
  const char last = p.signs.back();
  const auto same = [&](char sign) { return static_cast<std::size_t>(std::count(p.signs.begin(), p.signs.end(), sign)); };
  const bool decimal_sign = last == '.' || last == ',';
  if (p.signs.size() > same(last)) {  // both kinds: the last is the decimal sign
    n.malformed = !decimal_sign || same(last) > 1 || same(p.signs.front()) + 1 != p.signs.size() || !are_thousands(p.groups, count - 1);
    n.value = value_of(all, decimals);
  } else if (p.signs.size() > 1 || !decimal_sign) {
    n.malformed = !are_thousands(p.groups, count);
    n.value = value_of(all, 0);
  } else if (decimals != 3 || p.groups.front().size() > 3 || p.groups.front() == "0") {
    n.value = value_of(all, decimals);
  } else {
    const bool decimal = last == '.' || comma_is_decimal;
    n.value = value_of(all, decimal ? 3 : 0);
    if (decimal) n.other = value_of(all, 0);
  }
  return n;
}

}  // namespace gs
