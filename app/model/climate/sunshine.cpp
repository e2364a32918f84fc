#include "model/climate/sunshine.hpp"

#include <algorithm>
#include <cmath>

#include "model/numerics.hpp"

namespace gs::model {

namespace {

using numerics::kDegree;
using numerics::kPi;

constexpr double kSolarConstant = 1.361;  ///< kW/m2
/// Days of the year whose sun is the month's mean (Klein 1977; Duffie & Beckman, table 1.6.1).
constexpr int kMeanDay[12] = {17, 47, 75, 105, 135, 162, 198, 228, 258, 288, 318, 344};

}  // namespace

MeanDays mean_days(double latitude) {
  MeanDays days;
  const double sine = numerics::sin(latitude * kDegree), cosine = numerics::cos(latitude * kDegree);
  for (std::size_t month = 0; month < 12; ++month) {
    const double turn = 2.0 * kPi / 365.0;
    const double declination = 23.45 * kDegree * numerics::sin(turn * (284 + kMeanDay[month]));
    const double s = numerics::sin(declination), c = numerics::cos(declination);
    const double cos_sunset = std::clamp(-sine * s / std::max(cosine * c, 1e-12), -1.0, 1.0);
    const double sunset = numerics::acos(cos_sunset), sin_sunset = std::sqrt(1.0 - cos_sunset * cos_sunset);
    const double nearness = 1.0 + 0.033 * numerics::cos(turn * kMeanDay[month]);
    days.above[month] =
        std::max(24.0 / kPi * kSolarConstant * nearness * (cosine * c * sin_sunset + sunset * sine * s), 0.0);
    days.daylength[month] = 24.0 / kPi * sunset;
  }
  return days;
}

Monthly ghi_from_sunshine(const Monthly& sunshine, double latitude, double altitude_m, const AngstromPrescott& law) {
  const MeanDays days = mean_days(latitude);
  Monthly ghi;
  for (std::size_t month = 0; month < 12; ++month) {
    const double daily = sunshine[month] / kDaysOfMonth[month];
    const double share = days.daylength[month] > 0.0 ? std::min(daily / days.daylength[month], 1.0) : 0.0;
    ghi[month] = days.above[month] * (law.a + (law.b + law.b_per_metre * altitude_m) * share);
  }
  return ghi;
}

double annual_sum(const Monthly& daily) {
  double sum = 0.0;
  for (std::size_t month = 0; month < 12; ++month) sum += daily[month] * kDaysOfMonth[month];
  return sum;
}

}  // namespace gs::model
