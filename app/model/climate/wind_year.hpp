#pragma once
#include <cstdint>

#include "model/climate/climate.hpp"

/// A year of hourly wind from twelve means, a Weibull k and a seed.
namespace gs::model {

struct WindYear {
  Hourly speed;    ///< m/s
  double k = 0.0;  ///< of the whole year, by mean and variance (weibull_k_of)
};

/// Hour = month x time of day x gust. The gusts of a month have, rank by rank, the quantiles of one Weibull
/// distribution (so the distribution is free of sampling noise); their order is that of a random walk to the mean with
/// two memories (variances 0.75 and 0.25, hourly correlations 0.975 and 0.60), chosen so that the hours' speeds keep
/// together as in four measured years: correlations after 1, 6, 24 and 48 hours 0.85, 0.59, 0.32, 0.13 (mean of 40
/// seeds) against 0.86, 0.54, 0.33, 0.16 (mean of Amsterdam IWEC, Sand Point and Greensboro TMY3, PVGIS 45N 8E, season
/// and mean day taken out; 0.71-0.92, 0.40-0.66, 0.23-0.44, 0.04-0.28). One memory of 0.85 (HOMER's default) forgets a
/// day's wind: 0.02. The k of the gusts is set so that the k of the whole year is `weibull_k`; where season and day
/// alone vary more than that k allows, gusts have k = 12 and the year's k says so. Monthly means are exact.
WindYear wind_year(const Climate&, double longitude, std::uint64_t seed);

}  // namespace gs::model
