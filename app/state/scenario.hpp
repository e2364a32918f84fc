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

/// What the reader changes of the world; the standard values change nothing. Whole per cent, so that a link is exact.
struct WhatIf {
  int weather = 100;        ///< sun and wind of the year, of their long mean
  int ageing = 100;         ///< yearly loss of output, of the technology's usual one
  int curtailment = 0;      ///< of the output of sun and wind: what the grid cannot take
  int stored = 0;           ///< of that: what new stores take up and give back, less their loss
  int traffic = 100;        ///< of the lines, tonnes and passengers
  int wires = 0;            ///< of the traffic of lines that diesels run: what runs under new wires
  int hydrogen_cents = 0;   ///< price of grey hydrogen, US cents a kilogram; 0: not asked
  int build_gw = 0;         ///< of the forecast, GW a year; 0: as claimed
  bool build_up = false;    ///< that rate is reached in the last year, in equal steps
  bool operator==(const WhatIf&) const = default;
};
struct WholeRange {
  int least, most;
};
inline constexpr WholeRange kWeather{60, 140}, kAgeing{0, 300}, kCurtailment{0, 50}, kStored{0, 100}, kTraffic{25, 400}, kWires{0, 100},
    kHydrogenCents{0, 1500}, kBuildGw{0, 400};
WhatIf in_range(WhatIf);

struct Scenario {
  FactorMethod method = FactorMethod::ifi_combined_margin;
  int year = 2026;  ///< what is commissioned by the end of this year operates
  GridPathway pathway = GridPathway::stated;
  Drawing drawing{};
  WhatIf what_if{};
  bool operator==(const Scenario&) const = default;
};

}  // namespace gs
