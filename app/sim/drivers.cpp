#include "sim/drivers.hpp"

#include <array>

namespace gs {

std::string_view id_of(Driver driver) {
  static constexpr std::array<std::string_view, kDriverCount> kNames{
      "irradiation", "beam",    "wind_speed",   "wind_shape", "mounting", "turbine",         "field",        "rating",
      "losses",      "soiling", "availability", "water",      "reported", "capacity_factor", "electrolyser", "grid_factor"};
  const auto at = static_cast<std::size_t>(driver);
  return at < kNames.size() ? kNames[at] : std::string_view();
}

}  // namespace gs
