#include "model/wind/farm.hpp"

#include <algorithm>
#include <cmath>

#include "model/numerics.hpp"
#include "model/wind/air.hpp"
#include "model/wind/jensen.hpp"
#include "model/wind/parametric.hpp"
#include "model/wind/profile.hpp"
#include "model/wind/smoothing.hpp"

namespace gs::model::wind {
namespace {

double given_or(double value, double otherwise) { return std::isnan(value) ? otherwise : value; }

PowerCurve turbine_curve(const WindFarm& farm) {
  if (!farm.curve.empty()) return farm.curve;
  return parametric_curve({farm.turbine_mw * 1e6, farm.rotor_m, farm.cut_in_ms, farm.cut_out_ms});
}

/// Rows of turbines, as square as the spacing allows: the last row may be shorter.
std::vector<Spot> layout(const WindFarm& farm) {
  const int turbines = std::clamp(farm.turbines, 1, kLargestLayout);
  const double ratio = farm.spacing_of_rows / farm.spacing_in_row;
  const int in_row = std::clamp(static_cast<int>(numerics::sqrt(turbines * ratio) + 0.5), 1, turbines);
  std::vector<Spot> spots;
  for (int i = 0; i < turbines; ++i)
    spots.push_back(
        {i % in_row * farm.spacing_in_row * farm.rotor_m, i / in_row * farm.spacing_of_rows * farm.rotor_m});
  return spots;
}

/// The rectangle looks the same from four sides: a quarter of the compass stands for all.
constexpr int kQuarter = 10;
constexpr double kSector = 10.0;
double weight(int sector) {
  return sector == 0 || sector == kQuarter - 1 ? 0.5 / (kQuarter - 1) : 1.0 / (kQuarter - 1);
}

}  // namespace

PowerCurve smoothed_curve(const WindFarm& farm) {
  const PowerCurve turbine = turbine_curve(farm);
  const double intensity = given_or(farm.turbulence_intensity, turbulence_intensity(farm.hub_m, farm.roughness_m));
  return smoothed_finely(turbine, intensity, FarmTable::kSpeedStep, FarmTable::kSpeeds);
}

std::vector<double> wake_efficiency(const WindFarm& farm, const PowerCurve& curve, std::span<const double> speeds) {
  const std::vector<Spot> spots = layout(farm);
  const double decay = given_or(farm.wake_decay, 0.5 / numerics::log(farm.hub_m / farm.roughness_m));
  // The mean speed over the rotor stands for the speed at the hub: without shear they are one.
  const auto flat = shear_at_points(farm.rotor_m, farm.hub_m, 0.0);
  const PowerCurve thrust = thrust_curve(curve);
  std::vector<double> efficiency(speeds.size(), 0.0);
  for (int sector = 0; sector < kQuarter; ++sector) {
    const WakeMap map = wake_map(spots, farm.rotor_m, sector * kSector, decay);
    WakeSums sums(map, flat);
    for (std::size_t i = 0; i < speeds.size(); ++i) {
      const double free = power_at(curve, speeds[i]);
      if (!(free > 0.0)) {
        efficiency[i] += weight(sector);
        continue;
      }
      double left = 0.0;
      for (const double speed : sums.speeds(speeds[i], [&](int, double at) { return power_at(thrust, at); }))
        left += power_at(curve, speed);
      efficiency[i] += weight(sector) * left / (free * static_cast<double>(spots.size()));
    }
  }
  return efficiency;
}

double FarmTable::to_hub(double height) const {
  return std::isnan(shear_exponent) ? log_profile(1.0, height, hub_m, roughness_m)
                                    : hellman(1.0, height, hub_m, shear_exponent);
}

FarmTable farm_table(const WindFarm& farm) {
  PowerCurve curve = smoothed_curve(farm);
  std::vector<double> whole;
  for (int speed = 0; speed <= static_cast<int>(FarmTable::kFastest); ++speed) whole.push_back(speed);
  const PowerCurve wakes{whole, wake_efficiency(farm, curve, whole)};
  const double losses = farm.availability * farm.electrical * farm.performance / (farm.turbine_mw * 1e6);
  for (std::size_t i = 0; i < curve.speed.size(); ++i) curve.power[i] *= losses * power_at(wakes, curve.speed[i]);

  FarmTable table{{}, farm.hub_m, farm.roughness_m, farm.shear_exponent};
  const double pressure = standard_pressure(farm.altitude_m + farm.hub_m);
  for (int step = 0; step < FarmTable::kTemperatures; ++step) {
    const double at_2m = kZeroCelsius + FarmTable::kColdest + step * FarmTable::kTemperatureStep;
    const double density = density_ideal_gas(pressure, temperature_at(farm.hub_m, at_2m, 2.0));
    const PowerCurve here = in_air(curve, density);
    for (int i = 0; i < FarmTable::kSpeeds; ++i)
      table.share.push_back(i < FarmTable::kSpeeds - 1 ? power_at(here, i * FarmTable::kSpeedStep) : 0.0);
  }
  return table;
}

void farm_hours(const FarmTable& table, std::span<const double> wind, double height_m, std::span<const double> celsius,
                std::span<double> share) {
  const double to_hub = table.to_hub(height_m);
  const double* entries = table.share.data();
  std::size_t hour = 0;
  for (; hour + kLanes <= share.size(); hour += kLanes) {
    Lanes speed, warmth;
    __builtin_memcpy(&speed, wind.data() + hour, sizeof speed);
    __builtin_memcpy(&warmth, celsius.data() + hour, sizeof warmth);
    const Lanes here = farm_share(entries, speed * to_hub, warmth);
    __builtin_memcpy(share.data() + hour, &here, sizeof here);
  }
  for (; hour < share.size(); ++hour) share[hour] = farm_share(entries, wind[hour] * to_hub, celsius[hour]);
}

void wind_year(const WindFarm& farm, const WeatherYear& weather, std::span<double> share) {
  farm_hours(farm_table(farm), weather.wind, weather.wind_height_m, weather.temperature, share);
}

double at_age(double years, double rate) { return numerics::pow(1.0 - rate, years); }

}  // namespace gs::model::wind
