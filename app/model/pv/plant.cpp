#include "model/pv/plant.hpp"

#include <algorithm>

namespace gs::model::pv {

double all_losses(const std::array<Loss, kLosses>& losses) {
  double kept = 1.0;
  for (const Loss& loss : losses) kept *= 1.0 - loss.share;
  return 1.0 - kept;
}

Facing recommended_tilt(double latitude_deg) {
  constexpr double kLeast = 10.0, kMost = 90.0;
  const double l = latitude_deg;
  const double tilt = l >= 0.0 ? 1.3793 + l * (1.2011 + l * (-0.014404 + l * 0.000080509))
                               : -(-0.41657 + l * (1.4216 + l * (0.024051 + l * 0.00021828)));
  return {std::clamp(tilt, kLeast, kMost), l >= 0.0 ? 180.0 : 0.0};
}

PvPlant usual_plant(const Place& place, Mounting mounting, bool bifacial) {
  PvPlant plant;
  plant.place = place;
  plant.mounting = mounting;
  const Facing facing = recommended_tilt(place.latitude);
  plant.tilt_deg = facing.tilt_deg;
  plant.azimuth_deg = facing.azimuth_deg;
  plant.bifaciality = bifacial ? 0.7 : 0.0;
  if (mounting != Mounting::tracked) plant.tracking.gcr = 0.4;  // default of PVWatts 5
  if (mounting == Mounting::floating) {
    constexpr double kAbsorbed = 0.9 * (1.0 - 0.2);
    plant.tilt_deg = 12.0;
    plant.albedo = 0.06;
    plant.u0 = 34.8 / kAbsorbed;
    plant.u1 = 0.8 / kAbsorbed;
  }
  return plant;
}

double output_at_age(double age, Ratio degradation_per_year) {
  return std::max(1.0 - degradation_per_year.base() * (age + 0.5), 0.0);
}

}  // namespace gs::model::pv
