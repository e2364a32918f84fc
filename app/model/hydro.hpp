#pragma once
#include <array>
#include <optional>

#include "model/hours.hpp"
#include "units/quantity.hpp"
#include "units/result.hpp"

/// Hydropower without a hydrological model: the year's energy as reported (or by a sourced factor), spread over months
/// by the class of the river. Everything here is an estimate and is labelled so; the interval is wide.
namespace gs::model {

using MonthShares = std::array<double, 12>;  ///< of the year's energy, January first, not negative, sum 1

/// How a kind of river spreads its year: a row of data/river_regimes.csv.
struct RiverRegime {
  MonthShares share;
  Ratio spread;  ///< a month's share may be off by this part of itself, either way
};

/// Where the year's energy comes from; shown with the figure.
enum class HydroBasis { reported, capacity_factor };

struct HydroEnergy {
  Range<Energy> year;
  HydroBasis basis = HydroBasis::reported;
};

/// Most reported figures are design values for a mean year: wet and dry years and the design itself, either way.
/// The same 15 percent as in data/capacity_factors.csv (an assumption).
inline constexpr Ratio kReportedHydroSpread = percent(15);

/// Energy of a mean year: the reported one when there is one, else capacity x factor x 8760 h. The high end is at most
/// what the capacity gives in 8760 h.
/// Errors: capacity not above 0; a reported energy below 0 or above capacity x 8760 h; factors outside 0..1 or not in
/// order.
Result<HydroEnergy> hydro_energy(Power capacity, std::optional<Energy> reported, const Range<Ratio>& factor);

/// Shares that are 1 in sum, from those of a table that were rounded; with `regulation` 0..1 a reservoir moves them
/// that far towards the same power in all months (0: run of river; 1: the river's seasons are gone).
/// Errors: a negative share, a sum that is off 1 by more than 0.01, regulation outside 0..1.
Result<MonthShares> regulated(const MonthShares& share, Ratio regulation);

/// MWh by month: energy x share, but no month above capacity x its hours; what a full month cannot take goes to the
/// others in proportion to what they have (water is held back or the design had less of a season than the class). The
/// sum is the year's energy. Errors: energy below 0 or above capacity x 8760 h.
Result<std::array<Energy, 12>> hydro_months(Power capacity, Energy year, const MonthShares& share);

/// Low and high of each month: the relative half-widths of the year and of the share combine in quadrature; a regulated
/// share is less uncertain in the same measure. Not below 0, not above capacity x hours.
std::array<Range<Energy>, 12> hydro_month_intervals(Power capacity, const Range<Energy>& year,
                                                    const std::array<Energy, 12>& months, Ratio spread,
                                                    Ratio regulation);

/// Hours of the day in which a plant with a pond runs higher than its mean: `share` 0..1 of the energy of the other
/// hours is moved into the window, as far as the capacity goes. Share 0: flat within the day.
struct DailyPeak {
  int first_hour = 0;  ///< UTC, 0..23; the window may pass midnight
  int hours = 5;       ///< 1..23
  Ratio share;
};

/// 17 to 22 o'clock of the sun's time at this longitude (degrees east, -180..180).
DailyPeak evening_peak(double longitude, Ratio share);

/// Mean power of each hour of the year, MW, 0..capacity: the month's mean power in each of its days. The sum is that of
/// the months. Errors: a window that is no window, share outside 0..1, a month above capacity x its hours.
Result<Hourly> hydro_hours(Power capacity, const std::array<Energy, 12>& months, const DailyPeak& peak);

}  // namespace gs::model
