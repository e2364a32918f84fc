#include "text/figure.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace gs {
namespace {

struct Unit {
  double base;  ///< of one unit, in the quantity's base unit
  const char* key;
};

// Largest first. Chinese counts in 10^4 (wan) and 10^8 (yi).
constexpr std::array<Unit, 3> kMassEn{{{1e6, "unit.mt_co2"}, {1e3, "unit.kt_co2"}, {1, "unit.t_co2"}}};
constexpr std::array<Unit, 3> kMassZh{{{1e8, "unit.yi_t_co2"}, {1e4, "unit.wan_t_co2"}, {1, "unit.t_co2"}}};
constexpr std::array<Unit, 3> kEnergyEn{{{1e6, "unit.twh"}, {1e3, "unit.gwh"}, {1, "unit.mwh"}}};
constexpr std::array<Unit, 3> kEnergyZh{{{1e5, "unit.yi_kwh"}, {10, "unit.wan_kwh"}, {1, "unit.mwh"}}};
constexpr std::array<Unit, 2> kPower{{{1e3, "unit.gw"}, {1, "unit.mw"}}};

const Unit& unit_for(double value, std::span<const Unit> units) {
  for (const Unit& u : units) {
    // 0.9995 of a unit would be rounded up to one.
    if (std::abs(value) >= 0.9995 * u.base) return u;
  }
  return units.back();
}

/// In Arabic a sign before a number needs a mark that keeps it on the left.
std::string sign(const char* s, const Translator& t) { return (t.rightward() ? "\u200e" : "") + std::string(s); }

/// Digits with "." before the decimals -> with thousands parted, the language's signs, and a minus.
std::string in_words(std::string digits, bool negative, const Translator& t) {
  const bool russian = t.russian();
  std::size_t end = digits.find('.');
  if (end == std::string::npos) end = digits.size();
  else if (russian) digits[end] = ',';
  for (std::size_t i = end; i > 3; i -= 3) digits.insert(i - 3, russian ? "\u202f" : ",");
  return negative ? sign("−", t) + digits : digits;
}

std::span<const Unit> mass_units(const Translator& t) { return t.chinese() ? kMassZh : kMassEn; }
std::span<const Unit> energy_units(const Translator& t) { return t.chinese() ? kEnergyZh : kEnergyEn; }

/// "2.40" says no more than "2.4".
std::string without_trailing_zeros(std::string digits) {
  if (digits.find('.') == std::string::npos) return digits;
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

Figure in_unit(double base, const Unit& u, const Translator& t, int significant) {
  return {number(base / u.base, t, significant), t(u.key)};
}

/// Digits of a finite number's magnitude, rounded to so many significant ones.
std::string rounded_digits(double value, int significant) {
  if (std::abs(value) < 1e-100) return "0";
  const double magnitude = std::floor(std::log10(std::abs(value)));
  double rounding = std::pow(10.0, magnitude - (significant - 1));
  const double rounded = std::round(value / rounding) * rounding;
  const int decimals = std::max(0, significant - 1 - static_cast<int>(std::floor(std::log10(std::abs(rounded)) + 1e-12)));
  return fmt::format("{:.{}f}", std::abs(rounded), decimals);
}

/// With two digits, zeros kept.
std::string two_digits(double value, const Translator& t) {
  return std::isfinite(value) ? in_words(rounded_digits(value, 2), value < 0, t) : "–";
}

std::string range_in(double low, double high, std::span<const Unit> units, const Translator& t) {
  const Unit& u = unit_for(high, units);
  return t("range", two_digits(low / u.base, t), two_digits(high / u.base, t), t(u.key));
}

}  // namespace

std::string number(double value, const Translator& t, int significant) {
  if (!std::isfinite(value)) return "–";
  return in_words(without_trailing_zeros(rounded_digits(value, significant)), value < 0, t);
}

std::string fixed(double value, const Translator& t, int decimals) {
  return in_words(fmt::format("{:.{}f}", std::abs(value), decimals), std::signbit(value), t);
}

std::string whole(double value, const Translator& t) {
  const std::string digits = fmt::format("{:.0f}", std::abs(value));
  return in_words(digits, value < 0 && digits != "0", t);
}

std::string percent(double share, const Translator& t) {
  return t("percent", whole(share * 100.0, t));
}

std::string signed_percent(double share, const Translator& t) {
  const std::string p = percent(share, t);
  return share > 0 && p != percent(0.0, t) ? sign("+", t) + p : p;
}

Figure figure(Mass m, const Translator& t) { return in_unit(m.base(), unit_for(m.base(), mass_units(t)), t, 3); }
Figure figure(Energy e, const Translator& t) { return in_unit(e.base(), unit_for(e.base(), energy_units(t)), t, 3); }

Figure figure(Power p, const Translator& t) {
  if (std::abs(p.base()) >= 1e4) return in_unit(p.base(), kPower[0], t, 3);
  const bool odd = std::abs(p.base() - std::round(p.base())) > 1e-9;
  return {odd ? number(p.base(), t, 4) : whole(p.base(), t), t("unit.mw")};
}

Figure figure(Intensity i, const Translator& t) { return {whole(i.base() * 1e3, t), t("unit.g_per_kwh")}; }

std::string range_text(const Range<Mass>& r, const Translator& t) {
  return range_in(r.low.base(), r.high.base(), mass_units(t), t);
}
std::string range_text(const Range<Energy>& r, const Translator& t) {
  return range_in(r.low.base(), r.high.base(), energy_units(t), t);
}
std::string range_text(const Range<Intensity>& r, const Translator& t) {
  return t("range", whole(r.low.base() * 1e3, t), whole(r.high.base() * 1e3, t), t("unit.g_per_kwh"));
}

}  // namespace gs
