#pragma once
#include <array>
#include <span>

#include "model/hours.hpp"
#include "units/quantity.hpp"
#include "units/result.hpp"

namespace gs::model {

/// Demand of an average day by hour of the sun's time, mean 1: a stand-in for a country whose load curve is not known,
/// and an estimate everywhere. It is the mean of eastern and north-eastern India, 1 to 9 January, from the hourly
/// demand of OSeMOSYS Global (sources.csv: osemosys-global; printed there to two digits): grids of homes and little
/// industry, with a low before dawn and the peak at 18 to 20 o'clock. Grids with much cooling peak in the afternoon
/// instead.
inline constexpr std::array<double, 24> kEveningPeakDay = {
    0.916, 0.885, 0.879, 0.885, 0.916, 0.956, 0.993, 0.976, 0.957, 0.942, 0.942, 0.942,
    0.942, 0.898, 0.909, 0.980, 1.107, 1.221, 1.241, 1.255, 1.211, 1.085, 1.009, 0.955};

/// No season: the same demand in all months, where nothing better is known.
inline constexpr std::array<double, 12> kNoSeason = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

/// Demand by hour of the year (UTC), MW, whose mean is `mean`: the day's shape at the sun's time of the longitude
/// (degrees east), times the month's factor (relative, above 0). Errors: mean below 0, a factor not above 0, longitude
/// outside -180..180.
Result<Hourly> demand_year(Power mean, double longitude, const std::array<double, 24>& day = kEveningPeakDay,
                           const std::array<double, 12>& season = kNoSeason);

/// What other plants must still supply, MW: demand less generation, hour by hour; negative where there is more than is
/// needed. Error: not as many hours of one as of the other.
Result<Hourly> residual_load(std::span<const double> demand, std::span<const double> generation);

}  // namespace gs::model
