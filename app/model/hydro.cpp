#include "model/hydro.hpp"

#include <cmath>

#include "model/ledger.hpp"
#include "model/numerics.hpp"

namespace gs::model {
namespace {

constexpr double kRounding = 1e-9;  // relative: a share or a limit that is met but for rounding

double month_hours(int month) { return 24.0 * kDaysOfMonth[month]; }

bool is_share(Ratio r) { return r.base() >= 0.0 && r.base() <= 1.0; }

Energy most(Power capacity) { return capacity * kYear; }

double in_quadrature(double a, double b) { return numerics::sqrt(a * a + b * b); }

}  // namespace

Result<HydroEnergy> hydro_energy(Power capacity, std::optional<Energy> reported, const Range<Ratio>& factor) {
  if (!(capacity > Power{})) return Error{"hydro", "expected a capacity above 0"};
  if (reported) {
    if (!(*reported >= Energy{} && *reported <= most(capacity) * (1.0 + kRounding)))
      return Error{"hydro", "expected a reported energy of 0 to capacity x 8760 h"};
    const double share = kReportedHydroSpread.base();
    Range<Energy> year = spread(*reported, share);
    if (year.high > most(capacity)) year.high = most(capacity);
    if (year.best > year.high) year.best = year.high;
    return HydroEnergy{year, HydroBasis::reported};
  }
  const bool ordered = factor.low <= factor.best && factor.best <= factor.high;
  if (!ordered || !is_share(factor.low) || !is_share(factor.high))
    return Error{"hydro", "expected capacity factors of 0 to 1, low <= best <= high"};
  return HydroEnergy{annual_energy(capacity, factor), HydroBasis::capacity_factor};
}

Result<MonthShares> regulated(const MonthShares& share, Ratio regulation) {
  double sum = 0.0;
  for (const double s : share) {
    if (!(s >= 0.0)) return Error{"river regime", "expected month shares of 0 or more"};
    sum += s;
  }
  if (!(sum >= 0.99 && sum <= 1.01)) return Error{"river regime", "expected month shares that are 1 in sum"};
  if (!is_share(regulation)) return Error{"hydro site", "expected a regulation of 0 to 1"};
  MonthShares result;
  for (int m = 0; m < 12; ++m) {
    const double own = share[m] / sum, even = kDaysOfMonth[m] / 365.0;
    result[m] = own + regulation.base() * (even - own);
  }
  return result;
}

Result<std::array<Energy, 12>> hydro_months(Power capacity, Energy year, const MonthShares& share) {
  if (!(year >= Energy{} && year <= most(capacity) * (1.0 + kRounding)))
    return Error{"hydro", "expected an energy of 0 to capacity x 8760 h"};
  std::array<double, 12> month{};
  std::array<bool, 12> full{};
  double left = year.base(), free_share = 0.0, free_hours = 0.0;
  for (int m = 0; m < 12; ++m) free_share += share[m], free_hours += month_hours(m);
  // Every round fills the months that would overflow; at most 12 rounds.
  for (bool overflow = true; overflow;) {
    overflow = false;
    double taken = 0.0, taken_share = 0.0, taken_hours = 0.0;
    for (int m = 0; m < 12; ++m) {
      if (full[m]) continue;
      // Months without water share what is left by their hours.
      month[m] = free_share > 0.0 ? left * share[m] / free_share : left * month_hours(m) / free_hours;
      const double limit = capacity.base() * month_hours(m);
      if (month[m] <= limit) continue;
      month[m] = limit;
      full[m] = overflow = true;
      taken += limit, taken_share += share[m], taken_hours += month_hours(m);
    }
    left -= taken, free_share -= taken_share, free_hours -= taken_hours;
    if (free_share < kRounding) free_share = 0.0;
    if (free_hours < 1.0 || left < 0.0) break;
  }
  std::array<Energy, 12> result;
  for (int m = 0; m < 12; ++m) result[m] = megawatt_hours(month[m]);
  return result;
}

std::array<Range<Energy>, 12> hydro_month_intervals(Power capacity, const Range<Energy>& year,
                                                    const std::array<Energy, 12>& months, Ratio spread,
                                                    Ratio regulation) {
  const double of_share = spread.base() * (1.0 - regulation.base());
  const bool known = year.best > Energy{};
  const double below = known ? in_quadrature((year.best - year.low) / year.best, of_share) : 0.0;
  const double above = known ? in_quadrature((year.high - year.best) / year.best, of_share) : 0.0;
  std::array<Range<Energy>, 12> result;
  for (int m = 0; m < 12; ++m) {
    const Energy limit = capacity * hours(month_hours(m));
    const Energy high = months[m] * (1.0 + above);
    result[m] = {below < 1.0 ? months[m] * (1.0 - below) : Energy{}, months[m], high < limit ? high : limit};
    if (result[m].high < result[m].best) result[m].high = result[m].best;
  }
  return result;
}

DailyPeak evening_peak(double longitude, Ratio share) {
  int first = static_cast<int>(std::floor(17.0 - longitude / 15.0 + 0.5));
  while (first < 0) first += 24;
  return {first % 24, 5, share};
}

Result<Hourly> hydro_hours(Power capacity, const std::array<Energy, 12>& months, const DailyPeak& peak) {
  const bool window = peak.first_hour >= 0 && peak.first_hour < 24 && peak.hours > 0 && peak.hours < 24;
  if (!window || !is_share(peak.share))
    return Error{"hydro", "expected a window of 1 to 23 hours from hour 0 to 23 and a share of 0 to 1"};
  Hourly power;
  power.reserve(kHours);
  const double inside = peak.hours, outside = 24.0 - inside;
  for (int m = 0; m < 12; ++m) {
    const double mean = months[m].base() / month_hours(m);
    if (!(mean >= 0.0 && mean <= capacity.base() * (1.0 + kRounding)))
      return Error{"hydro", "expected months of 0 to capacity x hours"};
    const double headroom = std::fmax(0.0, inside * (capacity.base() - mean));
    const double moved = std::fmin(peak.share.base() * mean * outside, headroom);  // MWh a day
    for (int day = 0; day < kDaysOfMonth[m]; ++day)
      for (int h = 0; h < 24; ++h) {
        const bool high = (h - peak.first_hour + 24) % 24 < peak.hours;
        const double p = high ? mean + moved / inside : mean - moved / outside;
        power.push_back(std::fmin(std::fmax(p, 0.0), capacity.base()));
      }
  }
  return power;
}

}  // namespace gs::model
