#pragma once
#include <cstdint>
#include <string_view>

namespace gs {

/// What makes a result uncertain, as the reader is told.
enum class Driver : std::uint8_t {
  irradiation,   ///< the site's yearly sunshine
  beam,          ///< of concentrating plants: beam irradiation
  wind_speed,    ///< the mean at the turbines
  wind_shape,    ///< Weibull's k
  mounting,      ///< fixed or tracking, where no source says
  turbine,       ///< rotor and hub, where no source says
  field,         ///< of concentrating plants: size of the mirrors
  rating,        ///< whether the capacity is ac or dc
  losses,        ///< of modules and cables, or electrical ones of a farm
  soiling,
  availability,
  water,         ///< wet and dry years, and the design's own error
  reported,      ///< a reported generation taken as it is
  capacity_factor,
  electrolyser,  ///< electricity a kilogram
  grid_factor,
};
inline constexpr int kDriverCount = 16;

std::string_view id_of(Driver);

}  // namespace gs
