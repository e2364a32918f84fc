#pragma once
#include <cstdint>

/// What the numbers depend on besides the data: everything else in the state changes only how they are shown.
namespace gs {

enum class FactorMethod : std::uint8_t { ifi_combined_margin, ifi_operating_margin, ember_average, coal_equivalent };
inline constexpr int kFactorMethodCount = 4;

/// The years that a scenario can ask for.
inline constexpr int kFirstYear = 2000, kLastYear = 2060;

struct Scenario {
  FactorMethod method = FactorMethod::ifi_combined_margin;
  int year = 2026;  ///< what is commissioned by the end of this year operates
  bool operator==(const Scenario&) const = default;
};

}  // namespace gs
