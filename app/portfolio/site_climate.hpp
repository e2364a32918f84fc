#pragma once
#include <span>
#include <vector>

#include "model/climate/site_climate.hpp"
#include "portfolio/climate.hpp"

/// What the data folder knows of a site's weather, as the model takes it.
namespace gs {

/// `latitude`, `longitude`: of the project, degrees. The +- of the data are taken as standard deviations.
model::SiteClimate site_climate(const Site&, double latitude, double longitude);

/// The rows that the model can use (all but the days of rain).
std::vector<model::StationMonths> station_months(std::span<const Station>);

}  // namespace gs
