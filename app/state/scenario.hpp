#pragma once
#include <cstdint>

/// What the numbers depend on besides the data: everything else in the state changes only how they are shown.
namespace gs {

enum class FactorMethod : std::uint8_t { ifi_combined_margin, ifi_operating_margin, ember_average, coal_equivalent };
inline constexpr int kFactorMethodCount = 4;

/// The years that a scenario can ask for.
inline constexpr int kFirstYear = 2000, kLastYear = 2060;

/// How the grids become cleaner after the year in which their factors were found.
enum class GridPathway : std::uint8_t {
  constant,  ///< not at all: what a single factor silently assumes
  stated,    ///< the world's trend, relative to today
  pledged,   ///< straight to zero in the country's year of net zero; as `stated` where it names none
};
inline constexpr int kGridPathwayCount = 3;

/// How often, and with which numbers, the uncertain inputs are drawn.
struct Drawing {
  int draws = 1024;
  std::uint64_t seed = 1;
  bool operator==(const Drawing&) const = default;
};
inline constexpr int kFewestDraws = 64, kMostDraws = 65536;

struct Scenario {
  FactorMethod method = FactorMethod::ifi_combined_margin;
  int year = 2026;  ///< what is commissioned by the end of this year operates
  GridPathway pathway = GridPathway::stated;
  Drawing drawing{};
  bool operator==(const Scenario&) const = default;
};

}  // namespace gs
