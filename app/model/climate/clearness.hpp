#pragma once
#include <array>

/// How clear the days of a month are, and how a day's light is spread over its hours.
namespace gs::model {

/// Clearness (irradiation over that above the atmosphere) of each of the first `days` (28..31) days of a month whose
/// mean is `mean`: the days' distribution of Bendt, Collares-Pereira & Rabl 1981 (Solar Energy 27: 1) with the greatest
/// clearness of Hollands & Huget 1983 and gamma of Herzog 1985 (Duffie & Beckman, Solar Engineering of Thermal
/// Processes, section 2.9), at the middles of equal shares, in the order of Knight, Klein & Duffie 1991 (Solar Energy
/// 46: 109), which has a real month's day-to-day correlation. Outside 0.10..0.80, where the distribution was not
/// fitted, that of the nearer end. The mean of the days is near `mean` (3 %, at 0.2 8 %), not equal to it.
std::array<double, 31> daily_clearness(double mean, int days);

/// Collares-Pereira & Rabl 1979 (Solar Energy 22: 155): clearness goes over the day like a + b cos(hour angle).
struct HourlyShape {
  double a, b;
};
/// `cos_sunset`: cosine of the sunset hour angle, -tan(latitude) tan(declination), clamped to -1..1 here.
HourlyShape hourly_shape(double cos_sunset);

}  // namespace gs::model
