#include <algorithm>
#include <cmath>
#include <string>

#include "model/climate/beam_split.hpp"
#include "model/climate/clearness.hpp"
#include "model/climate/climate.hpp"
#include "model/climate/months.hpp"
#include "model/climate/wind_year.hpp"
#include "model/numerics.hpp"

namespace gs::model {

namespace {

std::string name_of(const char* column, std::size_t month) {
  return std::string(column) + (month < 9 ? "_0" : "_") + std::to_string(month + 1);
}

/// The first number that no weather can have.
Outcome check(const Climate& climate) {
  const struct {
    const char* name;
    const Monthly& months;
    double low, high;
    bool may_lack;
    const char* expected;
  } columns[] = {{"ghi", climate.ghi, 0.0, 14.0, false, "expected 0 to 14 kWh/m2 a day"},
                 {"t", climate.temperature, -90.0, 60.0, false, "expected -90 to 60 degrees Celsius"},
                 {"w", climate.wind, 0.0, 40.0, false, "expected 0 to 40 m/s"},
                 {"dni", climate.dni, 0.0, 16.0, true, "expected 0 to 16 kWh/m2 a day in all months or none"},
                 {"dhi", climate.dhi, 0.0, 14.0, true, "expected 0 to 14 kWh/m2 a day in all months or none"}};
  for (const auto& column : columns) {
    const bool lacks = column.may_lack && std::isnan(column.months[0]);
    for (std::size_t month = 0; month < 12; ++month) {
      const double value = column.months[month];
      if (lacks ? !std::isnan(value) : !(value >= column.low && value <= column.high)) {
        return Error{name_of(column.name, month), column.expected};
      }
    }
  }
  if (!(climate.weibull_k >= 1.0 && climate.weibull_k <= 5.0)) return Error{"weibull_k", "expected 1 to 5"};
  if (!(climate.wind_diurnal >= 0.0 && climate.wind_diurnal <= 0.5)) return Error{"wind_diurnal", "expected 0 to 0.5"};
  return Done{};
}

/// What reaches the top of the atmosphere, and what a day of even clearness lets through, by hour (Wh/m2).
struct Light {
  Hourly above, through;
};

/// By days of solar time the second is scaled to the first, so that a day's clearness is the mean of its hours weighted
/// by light.
Light light_of(const Place& place, const SiteSun& sun, const sun::SunHours& year, std::span<const int> day_of) {
  Light light{Hourly(kHours), Hourly(kHours)};
  std::array<HourlyShape, 365> shapes;
  for (std::size_t day = 0; day < 365; ++day) shapes[day] = hourly_shape(cos_sunset(place, year, day));
  std::array<double, 365> above{}, through{};
  for (std::size_t hour = 0; hour < kHours; ++hour) {
    const auto day = static_cast<std::size_t>(day_of[hour]);
    light.above[hour] = year.extraterrestrial[hour] * std::max(sun.cos_zenith[hour], 0.0);
    const HourlyShape shape = shapes[day];
    light.through[hour] = light.above[hour] * std::max(shape.a + shape.b * sun.cos_hour_angle[hour], 0.0);
    above[day] += light.above[hour];
    through[day] += light.through[hour];
  }
  for (std::size_t hour = 0; hour < kHours; ++hour) {
    const auto day = static_cast<std::size_t>(day_of[hour]);
    if (through[day] > 0.0) light.through[hour] *= above[day] / through[day];
  }
  return light;
}

/// The irradiance of every hour; `clearness` gets the months'. An error where a month has more light than the sun
/// sends.
Outcome set_irradiance(const Climate& climate, const Light& light, std::span<const int> day_of, SyntheticYear& out) {
  std::array<double, 365> days{};
  for (std::size_t month = 0, day = 0; month < 12; ++month) {
    const double asked = climate.ghi[month] * 1000.0 * kDaysOfMonth[month];
    const double above = numerics::sum(month_of(light.above, month));
    if (asked > above) {
      return Error{name_of("ghi", month), "expected at most what the sun sends above the atmosphere there"};
    }
    out.clearness[month] = above > 0.0 ? asked / above : 0.0;
    const auto clearness = daily_clearness(out.clearness[month], kDaysOfMonth[month]);
    for (int i = 0; i < kDaysOfMonth[month]; ++i) days[day++] = clearness[static_cast<std::size_t>(i)];
  }
  Hourly& ghi = out.weather.ghi;
  ghi.resize(kHours);
  for (std::size_t hour = 0; hour < kHours; ++hour) {
    ghi[hour] = light.through[hour] * days[static_cast<std::size_t>(day_of[hour])];
  }
  for (std::size_t month = 0; month < 12; ++month) {
    const double sum = numerics::sum(month_of(ghi, month));
    const double scale = sum > 0.0 ? climate.ghi[month] * 1000.0 * kDaysOfMonth[month] / sum : 0.0;
    for (double& value : month_of(ghi, month)) value *= scale;
  }
  return Done{};
}

/// Erbs, Klein & Beckman 1983 (ASHRAE Journal 25(6): 60; Duffie & Beckman): the mean day's deviation from its mean,
/// as a share of its range, by hours of solar time.
double day_course(double solar_hour) {
  const double t = 2.0 * numerics::kPi * (solar_hour - 1.0) / 24.0;
  return 0.4632 * numerics::cos(t - 3.805) + 0.0984 * numerics::cos(2.0 * t - 0.360) +
         0.0168 * numerics::cos(3.0 * t - 0.822) + 0.0138 * numerics::cos(4.0 * t - 3.513);
}

void set_temperature(const Climate& climate, const Place& place, SyntheticYear& out) {
  double course[24];
  for (int hour = 0; hour < 24; ++hour) course[hour] = day_course(solar_time(hour, place.longitude));
  Hourly& temperature = out.weather.temperature = smooth_months(climate.temperature);
  for (std::size_t month = 0; month < 12; ++month) {
    const double range = std::max(25.8 * out.clearness[month] - 5.21, 0.0);  // degrees between night and day
    const auto hours = month_of(temperature, month);
    for (std::size_t hour = 0; hour < hours.size(); ++hour) hours[hour] += range * course[hour % 24];
    const double lack = climate.temperature[month] - numerics::sum(hours) / static_cast<double>(hours.size());
    for (double& value : hours) value += lack;
  }
}

}  // namespace

Result<SyntheticYear> synthetic_year(const Climate& climate, const Place& place, const sun::SunHours& year,
                                     std::uint64_t seed) {
  if (const Outcome sane = check(climate); !sane) return sane.error();
  const SiteSun sun = site_sun(place, year);
  std::vector<int> day_of(kHours);
  for (int hour = 0; hour < kHours; ++hour) day_of[static_cast<std::size_t>(hour)] = solar_day(hour, place.longitude);
  SyntheticYear out;
  if (const Outcome lit = set_irradiance(climate, light_of(place, sun, year, day_of), day_of, out); !lit)
    return lit.error();
  set_temperature(climate, place, out);
  WindYear wind = wind_year(climate, place.longitude, seed);
  out.weather.wind = std::move(wind.speed);
  out.weather.wind_height_m = climate.wind_height_m;
  out.wind_k = wind.k;
  if (!std::isnan(climate.dni[0]) || !std::isnan(climate.dhi[0]))
    out.beam = split_beam(out.weather, climate, sun, year);
  return out;
}

}  // namespace gs::model
