#pragma once
#include <cstdint>
#include <string>
#include <string_view>

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
inline constexpr std::size_t kLongestId = 60;  ///< bytes of a line's, train's or traction's id

/// Brought into range and to the steps that a link keeps: whole tonnes, hundredths of the batteries, tenths of a degree;
/// an id that no file can have becomes empty.
Laboratory in_range(Laboratory);
/// Small letters, digits, '_' and '-'; not longer than kLongestId; may be empty.
bool is_id(std::string_view);

}  // namespace gs
