#pragma once
#include <vector>

#include "model/pv/chain.hpp"

namespace gs::model::pv {

/// A plant's year for 1 W of modules.
struct PvYear {
  Hourly power;            ///< W per W of modules, at the inverter
  double energy[12] = {};  ///< by UTC month, Wh per W: full-load hours of the modules' rated power
  double whole_year() const;
};

/// New plant, all losses of the plant but age and hours of standstill that the caller counts. `sun`: sun::sun_year of
/// the weather's year, kHours long. With bifacial modules the light of the back is counted by month (rear_gain).
PvYear pv_year(const PvPlant&, const WeatherYear&, const sun::SunHours& sun);

/// Hours with the sun above the horizon and light, of those given (0..kHours - 1), for rear_gain.
std::vector<LitHour> lit_hours(const sun::Observer&, const WeatherYear&, const sun::SunHours& sun,
                               std::span<const int> hours);

}  // namespace gs::model::pv
