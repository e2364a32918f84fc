#pragma once
#include "model/numerics.hpp"

/// The air at hub height. Kelvin, pascals, metres, kg/m3. As in windpowerlib (temperature.linear_gradient, density.*).
namespace gs::model::wind {

inline constexpr double kStandardDensity =
    1.225;  ///< of published power curves (IEC 61400-12-1; ISO 2533 at sea level)
inline constexpr double kZeroCelsius = 273.15;

/// -6.5 K/km (ISO 2533 standard atmosphere).
constexpr double temperature_at(double height, double temperature, double measured_at) {
  return temperature - 0.0065 * (height - measured_at);
}

/// Pressure falls by 1/8 hPa a metre near the ground (Hau 2013, p. 560).
constexpr double pressure_at(double height, double pressure, double measured_at) {
  return (pressure / 100.0 - (height - measured_at) / 8.0) * 100.0;
}

/// Barometric formula: the standard density scaled by pressure and temperature; 101330 Pa as windpowerlib has it.
constexpr double density_barometric(double pressure_at_hub, double temperature_at_hub) {
  return pressure_at_hub / 100.0 * 1.225 * 288.15 * 100.0 / (101330.0 * temperature_at_hub);
}

/// Ideal gas, dry air of 287.058 J/(kg K).
constexpr double density_ideal_gas(double pressure_at_hub, double temperature_at_hub) {
  return pressure_at_hub / (287.058 * temperature_at_hub);
}

/// Where no pressure is known: of the standard atmosphere (ISO 2533, troposphere), metres above the sea, -500..11000.
inline double standard_pressure(double altitude) {
  return 101325.0 * numerics::pow(1.0 - 0.0065 * altitude / 288.15, 5.255876);
}

}  // namespace gs::model::wind
