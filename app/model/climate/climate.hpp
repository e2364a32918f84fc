#pragma once
#include <array>
#include <cstdint>
#include <limits>

#include "model/climate/site_sun.hpp"
#include "model/hours.hpp"
#include "units/result.hpp"

/// The synthetic year: twelve monthly means of a site into 8,760 hours, where nobody has measured the hours.
namespace gs::model {

using Monthly = std::array<double, 12>;

/// Twelve numbers that are not known.
inline constexpr Monthly no_months() {
  Monthly months{};
  for (double& month : months) month = std::numeric_limits<double>::quiet_NaN();
  return months;
}

/// What is known of a site's weather. Months are UTC months of a non-leap year.
struct Climate {
  Monthly ghi{};          ///< global horizontal irradiation, kWh/m2 a day, at most that above the atmosphere
  Monthly temperature{};  ///< of the air at 2 m, degrees Celsius, -90..60
  Monthly wind{};         ///< m/s at `wind_height_m`, 0..40
  double wind_height_m = 10.0;
  /// Beam on a plane facing the sun and diffuse on the horizontal, kWh/m2 a day, where they are known (none or all of a
  /// row's twelve): a dusty sky has less beam than Erbs' correlation gives it. NaN: not known.
  Monthly dni = no_months(), dhi = no_months();
  double weibull_k = 2.0;  ///< shape of the year's wind speeds, 1..5
  /// The mean day's wind is 1 + wind_diurnal cos(hour - wind_peak_hour): 0..0.5; hours of local solar time. The
  /// defaults (and k = 2) are HOMER Pro's for the ground (manual 3.16, "Generating Synthetic Wind Data"). At hub height
  /// take 0: near the ground the wind is strongest after noon, above some 80 m by night (Wieringa 1989).
  double wind_diurnal = 0.25, wind_peak_hour = 15.0;
};

/// Where the beam and the diffuse irradiance of a year come from.
enum class BeamSource {
  correlation,  ///< Erbs, Klein & Duffie 1982 from the hour's clearness; `dni` and `dhi` of the year are empty
  diffuse,      ///< the same, scaled so that the months' diffuse irradiation is the given one
  beam,         ///< scaled so that the months' beam irradiation is the given one
  both,         ///< both given: diffuse exactly, beam as near as the global allows (cells at the Gulf: 1-4 %)
};

struct SyntheticYear {
  WeatherYear weather;
  BeamSource beam = BeamSource::correlation;
  Monthly clearness{};   ///< month's irradiation over that above the atmosphere; 0 where the sun does not rise
  double wind_k = 0.0;   ///< Weibull k of the hours (by their variance): the asked one, see wind_year.hpp
};

/// 8,760 hours whose monthly means are the climate's (to 1e-9 of the value), in UTC months.
///   irradiation: days' clearness after Bendt, Collares-Pereira & Rabl 1981 in the order of Knight, Klein & Duffie
///     1991, days being those of local solar time; hours after Collares-Pereira & Rabl 1979, the sun at their middles;
///   temperature: Erbs, Klein & Beckman 1983 about months joined by straight lines; days differ only by season;
///   wind: see wind_year.hpp. Wind, clearness and temperature vary independently of each other.
/// `seed` chooses the wind's course and nothing else: sites with one seed have their gales together.
/// Errors name the climate's number, as "ghi_07".
Result<SyntheticYear> synthetic_year(const Climate&, const Place&, const sun::SunHours&, std::uint64_t seed);

}  // namespace gs::model
