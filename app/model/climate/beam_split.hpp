#pragma once
#include "model/climate/climate.hpp"

/// Beam and diffuse irradiance of a year whose months' sums are known.
namespace gs::model {

/// Fills `weather.dni` and `weather.dhi` from `weather.ghi` and the climate's monthly `dni` or `dhi` (at least one
/// known). The hours' diffuse share is that of Erbs, Klein & Duffie 1982, times one factor a month (and, when both are
/// known, a second one that grows with the sun's height), never above the global irradiance. Where a month cannot reach
/// its sum (more diffuse than global, more beam than a sky without diffuse), it comes as near as it can.
BeamSource split_beam(WeatherYear& weather, const Climate&, const SiteSun&, const sun::SunHours&);

}  // namespace gs::model
