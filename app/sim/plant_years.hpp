#pragma once
#include "model/sun/geocentric.hpp"
#include "sim/plant_part.hpp"

/// Hourly years of the plants that follow the weather, with their draws.
namespace gs {

struct Weather {
  const model::ClimateOfSite& site;
  const model::Place& place;
  const model::sun::SunHours& sun;
  std::uint64_t seed;  ///< of the wind's course
  const model::WeatherYear* own = nullptr;  ///< a year that the reader brought, instead of the synthetic one
};

/// Errors: the climate's ("ghi_07"), with the row's id to be put before them.
Result<PlantPart> pv_part(const PvInputs&, const Weather&, PlantDraws&);
Result<PlantPart> wind_part(const WindInputs&, const Weather&, PlantDraws&);
Result<PlantPart> csp_part(const CspInputs&, const Weather&, PlantDraws&);

}  // namespace gs
