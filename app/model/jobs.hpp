#pragma once
#include "units/quantity.hpp"

/// Work and homes: employment-factor approach (Rutovitz, Dominish & Downes, Calculating global energy sector jobs,
/// 2015).
namespace gs::model {

using JobYears = Quantity<struct WorkInFullTimeYears>;         ///< one person for one year
using Jobs = Quantity<struct PeopleInFullTime>;                ///< people at work at a time
using JobYearsPerPower = Quantity<struct JobYearsPerMegawatt>;
using JobsPerPower = Quantity<struct JobsPerMegawatt>;
using Households = Quantity<struct NumberOfHouseholds>;

/// Construction and installation: capacity x job-years a megawatt x the region's multiplier (labour productivity of the
/// OECD, which the factors are for, over that of the region; 1 where not known). Done once, over the years of building.
Range<JobYears> construction_work(Power, const Range<JobYearsPerPower>&, const Range<Ratio>& regional_multiplier);

/// Operation and maintenance: jobs as long as the plant runs.
Range<Jobs> operation_jobs(Power, const Range<JobsPerPower>&, const Range<Ratio>& regional_multiplier);

/// Homes whose yearly consumption equals the generation; `a_household` a year, above 0. An equivalence: nobody is
/// supplied by one plant alone. More consumption means fewer homes: the range is turned round.
Range<Households> households(const Range<Energy>& generation, const Range<Energy>& a_household);

}  // namespace gs::model
