#pragma once
#include <cstdint>
#include <string>

/// What the train laboratory computes: chosen by the reader, part of a link, no part of the portfolio's results.
namespace gs {

enum class HydrogenSource : std::uint8_t { from_wind, from_grid, from_gas };
inline constexpr int kHydrogenSourceCount = 3;

struct Laboratory {
  std::string line = "khorgos_almaty";  ///< id of routes.csv
  bool backwards = false;               ///< run from the other end
  std::string train;                    ///< id of trains.csv; empty: the line's usual one
  double trailing_t = 0.0;              ///< gross tonnes behind the locomotives; 0: as the formation is
  double battery_scale = 1.0;           ///< of every battery's capacity and power
  double celsius = 10.0;                ///< outside
  int stops = 0;                        ///< between the ends, evenly placed at stations where there are any
  HydrogenSource hydrogen = HydrogenSource::from_wind;
  std::string traction;                 ///< the one brought forward; empty: the hybrid
  bool operator==(const Laboratory&) const = default;
};
inline constexpr double kLeastTrailing = 100.0, kMostTrailing = 12000.0, kLeastBatteryScale = 0.25, kMostBatteryScale = 4.0,
                        kColdest = -40.0, kHottest = 45.0;
inline constexpr int kMostStops = 20;

}  // namespace gs
