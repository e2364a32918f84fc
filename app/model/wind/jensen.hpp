#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

/// Wakes after Jensen (A note on wind generator interaction, Riso-M-2411, 1983; Katic, Hojstrup & Jensen, A simple
/// model for cluster efficiency, EWEC 1986), on a grid of points over each rotor and with the root of the sum of
/// squares of the deficits, as NREL FLORIS 4 does it (velocity model `jensen`, combination `sosfs`, turbine grid 3 x
/// 3).
namespace gs::model::wind {

struct Spot {
  double x_m = 0.0, y_m = 0.0;  ///< east, north
};

/// Points on each rotor: 3 across x 3 up, over half the diameter.
inline constexpr int kPointsAcross = 3, kRotorPoints = kPointsAcross * kPointsAcross;

/// A wake that reaches a turbine: at its points in `points` (bit 3 * across + up) the deficit is 2 a x `share`, where a
/// is the induction of the turbine that makes the wake.
struct Wake {
  int to = 0;
  std::uint16_t points = 0;
  double share = 0.0;
};

/// Who lies in whose wake for one wind direction: does not depend on the wind speed.
struct WakeMap {
  std::vector<int> order;                ///< of the turbines, from the first in the wind to the last
  std::vector<std::vector<Wake>> wakes;  ///< by turbine
};

/// `direction`: where the wind comes from, degrees clockwise from north. `decay`: how much wider the wake's radius
/// grows a metre downwind (0.05 in FLORIS; 0.04 at sea, 0.075 on land in WAsP). All rotors are of one size at one
/// height.
WakeMap wake_map(std::span<const Spot> spots, double rotor_m, double direction, double decay);

/// Wind speed over hub-height speed at the three heights of the points, by a power law with `shear` (0: all 1).
std::array<double, kPointsAcross> shear_at_points(double rotor_m, double hub_m, double shear);

/// Induction factor a of a rotor that takes up this thrust coefficient (0..1): thrust = 4 a (1 - a).
double induction(double thrust_coefficient);

/// One wind speed after another over one map; keeps its memory.
class WakeSums {
 public:
  WakeSums(const WakeMap& map, const std::array<double, kPointsAcross>& shear);

  /// Speeds of the rotors (cube root of the mean cube over the points) for a free wind of `speed` m/s at hub height.
  /// `thrust(turbine, rotor_speed)` gives each thrust coefficient; asked in the order of the wind.
  template <class Thrust>
  std::span<const double> speeds(double speed, Thrust thrust) {
    squares_.assign(map_.order.size(), {});
    rotor_.resize(map_.order.size());
    for (const int turbine : map_.order) {
      const auto at = static_cast<std::size_t>(turbine);
      rotor_[at] = rotor_speed(squares_[at], speed);
      add(at, 2.0 * induction(thrust(turbine, rotor_[at])));
    }
    return rotor_;
  }

 private:
  using Points = std::array<double, kRotorPoints>;
  double rotor_speed(const Points& squares, double speed) const;
  void add(std::size_t turbine, double deficit);

  const WakeMap& map_;
  std::array<double, kPointsAcross> shear_;
  double mean_shear_;  ///< cube root of the mean cube
  std::vector<Points> squares_;
  std::vector<double> rotor_;
};

}  // namespace gs::model::wind
