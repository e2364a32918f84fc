#pragma once
#include "model/lanes.hpp"

namespace gs::model::pv {

/// Temperature of a module's cells, degrees Celsius: D. Faiman, "Assessing the outdoor operating temperature of
/// photovoltaic modules", Progress in Photovoltaics 16 (2008), 307-315. `irradiance` on the plane W/m2, `air` degrees
/// Celsius, `wind` m/s as the model takes it (here that of the weather file), `u0` W/(m2 K), `u1` W s/(m3 K).
template <class V>
GS_INLINE V faiman(V irradiance, V air, V wind, double u0, double u1) {
  return air + irradiance / (u0 + u1 * wind);
}

}  // namespace gs::model::pv
