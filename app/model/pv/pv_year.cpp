#include "model/pv/pv_year.hpp"

#include "model/pv/kernel.hpp"

namespace gs::model::pv {
namespace {

/// Days of a month from which the back's light is taken.
constexpr int kDaysForRearGain = 2;

int month_of_hour(int hour) {
  int month = 0;
  for (int day = hour / 24; day >= kDaysOfMonth[month]; ++month) day -= kDaysOfMonth[month];
  return month;
}

}  // namespace

PvChain chain_of(const PvPlant& plant) {
  return {sun::observer(plant.place),
          plant.mounting == Mounting::tracked,
          surface_at(plant.tilt_deg, plant.azimuth_deg),
          axis_of(plant.tracking),
          plant.albedo,
          glass_of(plant.cover),
          plant.u0,
          plant.u1,
          plant.gamma,
          1.0 - all_losses(plant.losses),
          inverter_of(plant),
          {}};
}

std::vector<LitHour> lit_hours(const sun::Observer& o, const WeatherYear& weather, const sun::SunHours& sun,
                               std::span<const int> hours) {
  std::vector<LitHour> lit;
  for (const int hour : hours) {
    const auto h = static_cast<std::size_t>(hour);
    if (!(weather.ghi[h] > 0.0)) continue;
    const sun::Geocentric<double> g{sun.greenwich[h], sun.west[h], sun.pole[h], sun.parallax[h]};
    HourLight<double> l = light_of_hour(o, g, weather.ghi[h], sun.extraterrestrial[h]);
    if (l.seen.elevation_deg < 0.0) continue;
    if (!weather.dni.empty()) l.light = {weather.ghi[h], weather.dhi[h], weather.dni[h]};
    lit.push_back({month_of_hour(hour), {l.seen.sun, l.zenith, sun.extraterrestrial[h], l.mass}, l.light});
  }
  return lit;
}

double PvYear::whole_year() const {
  double sum = 0.0;
  for (const double month : energy) sum += month;
  return sum;
}

PvYear pv_year(const PvPlant& plant, const WeatherYear& weather, const sun::SunHours& sun) {
  PvChain chain = chain_of(plant);
  if (plant.bifaciality > 0.0)
    chain.rear = rear_gain(plant, lit_hours(chain.observer, weather, sun, days_of_each_month(kDaysForRearGain)));
  const bool given = !weather.dni.empty();
  const YearColumns columns{sun.greenwich.data(),
                            sun.west.data(),
                            sun.pole.data(),
                            sun.parallax.data(),
                            sun.extraterrestrial.data(),
                            weather.ghi.data(),
                            weather.temperature.data(),
                            weather.wind.data(),
                            given ? weather.dni.data() : nullptr,
                            given ? weather.dhi.data() : nullptr};
  PvYear year;
  year.power.resize(kHours);
  kernels().each[0].run(chain, columns, year.power.data(), year.energy);
  return year;
}

}  // namespace gs::model::pv
