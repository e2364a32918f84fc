#include "model/pv/rear_gain.hpp"

#include "model/numerics.hpp"

namespace gs::model::pv {

BothSides both_sides(const PvPlant& plant, const Glass& glass, const Axis& axis, const LitHour& hour) {
  const Sun<double>& sun = hour.sky.sun;
  Surface<double> surface;
  if (plant.mounting == Mounting::tracked) surface = rotate(axis, sun).surface;
  else surface = surface_at(plant.tilt_deg, plant.azimuth_deg);
  const double incidence = cos_incidence(surface, sun);
  const PlaneLight<double> on = light_on_plane(surface, incidence, hour.sky, hour.light, plant.albedo);
  const double back = rear_irradiance(plant.tracking.gcr, surface.up, incidence, sun.up,
                                      RowLight<double>{hour.light.ghi, hour.light.dhi, hour.light.dni, plant.albedo});
  return {on.direct * incidence_modifier(glass, incidence) + on.sky + on.ground, back * back_counts(plant)};
}

RearGain rear_gain(const PvPlant& plant, std::span<const LitHour> hours) {
  const Glass glass = glass_of(plant.cover);
  const Axis axis = axis_of(plant.tracking);
  numerics::Sum front[12], back[12];
  for (const LitHour& hour : hours) {
    const BothSides sides = both_sides(plant, glass, axis, hour);
    front[hour.month].add(sides.front);
    back[hour.month].add(sides.back);
  }
  RearGain gain;
  for (int m = 0; m < 12; ++m)
    if (front[m].value() > 0.0) gain.share[m] = back[m].value() / front[m].value();
  return gain;
}

std::vector<int> days_of_each_month(int count) {
  std::vector<int> hours;
  int first = 0;
  for (const int days : kDaysOfMonth) {
    for (int i = 0; i < count; ++i) {
      const int day = first + (2 * i + 1) * days / (2 * count);
      for (int h = 0; h < 24; ++h) hours.push_back(24 * day + h);
    }
    first += days;
  }
  return hours;
}

}  // namespace gs::model::pv
