#pragma once
#include <array>
#include <optional>
#include <vector>

#include "scene/filter.hpp"
#include "scene/geometry.hpp"

namespace gs {

/// Classes of a country's value: the first lies below bounds[0], the last at bounds[4] and above.
inline constexpr int kCountryClasses = 6;
using ClassBounds = std::array<double, kCountryClasses - 1>;

/// g CO2 per kWh of the scenario's method and year; t CO2 a year that the country's shown projects save; how many of its
/// projects are shown; t CO2 a year that they save more than in the scenario compared with.
const ClassBounds& class_bounds(CountryFill);
Color class_color(const Palette&, CountryFill, int which);
int class_of(const ClassBounds&, double value);

/// By BaseMap::countries; nothing where the method has no factor, or no project is shown.
std::vector<std::optional<double>> country_values(const World&, const State&);

/// The land by classes of its countries; made anew only when the map or the values change.
class CountryFills {
 public:
  void update(const Geometry&, const World&, const State&);
  /// Adds a layer a class; `opacity` 0..1.
  void add(Scene&, const Palette&, double opacity) const;

 private:
  /// What the values depend on.
  struct Of {
    std::uint64_t plane = 0;
    State state;
    std::string digest;
  };
  std::optional<Of> of_;
  CountryFill fill_{};
  std::array<Rings, kCountryClasses> rings_;
  std::uint64_t revision_ = 0;
};

}  // namespace gs
