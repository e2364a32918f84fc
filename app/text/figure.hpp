#pragma once
#include <string>

#include "text/translator.hpp"
#include "units/quantity.hpp"

/// The one place where a number becomes words: units by size and language, two or three significant digits, thousands.
namespace gs {

/// "2.4" and "Mt CO₂", to be set together or apart.
struct Figure {
  std::string number, unit;
  std::string text() const { return unit.empty() ? number : number + " " + unit; }
};

/// Significant digits of a plain number without trailing zeros after the point, minus as U+2212. Thousands by comma and a
/// point before decimals: 1234567 with 2 -> "1,200,000", 2.40 -> "2.4"; in Russian by narrow no-break space and a comma.
/// Arabic has Western digits, and before a sign a mark of direction (U+200E).
std::string number(double value, const Translator&, int significant = 3);
/// The same with so many decimals, zeros kept.
std::string fixed(double value, const Translator&, int decimals);
/// Whole number with thousands: 2000 -> "2,000".
std::string whole(double value, const Translator&);
/// "12 %" with a thin space (zh "12%"); `share` 0.12.
std::string percent(double share, const Translator&);
/// "+9 %", "−23 %".
std::string signed_percent(double share, const Translator&);

Figure figure(Mass, const Translator&);    ///< of CO2
Figure figure(Energy, const Translator&);
Figure figure(Power, const Translator&);   ///< all digits below 10 GW: "2,000 MW"
Figure figure(Intensity, const Translator&);

/// "1.8 to 2.7 Mt CO₂": both ends in the unit of the larger, with two digits, zeros kept: "2.0 to 3.0".
std::string range_text(const Range<Mass>&, const Translator&);
std::string range_text(const Range<Energy>&, const Translator&);
std::string range_text(const Range<Intensity>&, const Translator&);

}  // namespace gs
