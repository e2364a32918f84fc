#pragma once
#include <array>
#include <optional>
#include <vector>

#include "scene/geometry.hpp"
#include "scene/theme.hpp"
#include "sim/fleet.hpp"

namespace gs {

/// Where the sun stands overhead at an hour of the year (UTC, 0..8760; the year is 2025).
LonLat sun_over(double hour);

/// Share of its capacity (or of its best hour, where that is not known) that a plant gives, 0..1; between the middles of
/// two hours what lies between. Nothing without an hourly year.
std::optional<float> output_share(const PlantYear&, const std::optional<Power>& capacity, double hour);

/// The night side, darker by steps: sun below the horizon (0.8333 degrees with refraction and its radius), then civil,
/// nautical and astronomical twilight at 6, 12 and 18 degrees.
class Night {
 public:
  void update(const Geometry&, double hour);
  /// Four layers, each over the one before; `opacity` 0..1.
  void add(Scene&, bool dark, double opacity) const;

 private:
  std::uint64_t plane_ = 0, revision_ = 0;
  double hour_ = -1.0;
  std::array<Rings, 4> rings_;
};

/// The sun's place, as the first marker above the discs.
void add_sun(const Geometry&, const Camera&, const Palette&, const MapStyle&, Scene&, std::vector<Selection>& picks);

}  // namespace gs
