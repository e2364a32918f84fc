#include "sim/plant_years.hpp"

#include <algorithm>
#include <array>

#include "model/numerics.hpp"
#include "model/pv/erbs.hpp"
#include "model/pv/pv_year.hpp"
#include "model/sun/topocentric.hpp"
#include "sim/assumptions.hpp"

namespace gs {
namespace {

using model::Distribution;
using model::Hourly;

Hourly scaled(std::span<const double> values, double by) {
  Hourly out(values.begin(), values.end());
  for (double& value : out) value *= by;
  return out;
}

Result<model::WeatherYear> weather_year(const Weather& weather, const model::Climate& climate) {
  if (weather.own) return *weather.own;
  auto year = model::synthetic_year(climate, weather.place, weather.sun, weather.seed);
  if (!year) return year.error();
  return std::move(year->weather);
}

double deviation_of(const Weather& weather, const model::Provenance& known) { return weather.own ? kOwnWeatherDeviation : known.deviation; }

/// Mean 1, held to what a climate can be.
Distribution about_one(double deviation) { return Distribution::normal(1.0, deviation).within(0.4, 1.8); }

}  // namespace

Result<PlantPart> pv_part(const PvInputs& in, const Weather& weather, PlantDraws& draws) {
  const auto year = weather_year(weather, weather.site.climate);
  if (!year) return year.error();
  PlantPart part;
  Hourly per_watt;
  const auto run = [&](const model::pv::PvPlant& plant, double irradiation) {
    model::WeatherYear scaled_weather = *year;
    for (Hourly* hours : {&scaled_weather.ghi, &scaled_weather.dni, &scaled_weather.dhi})
      for (double& value : *hours) value *= irradiation;
    per_watt = model::pv::pv_year(plant, scaled_weather, weather.sun).power;
    return numerics::sum(per_watt) * in.modules.base();
  };
  part.energy_mwh = run(in.plant, 1.0);
  part.power = scaled(per_watt, in.modules.base());

  std::vector<PlantInput> multipliers = in.multipliers;
  if (!in.mounting_known && in.plant.mounting != model::pv::Mounting::floating) {
    // No source says how the modules stand: the other way is one end of the interval.
    model::pv::PvPlant other = in.plant;
    other.mounting = in.plant.mounting == model::pv::Mounting::tracked ? model::pv::Mounting::fixed : model::pv::Mounting::tracked;
    const double ratio = run(other, 1.0) / part.energy_mwh;
    multipliers.push_back({Driver::mounting, Distribution::split_normal({std::min(1.0, ratio), 1.0, std::max(1.0, ratio)})});
  }
  // Losses come before the inverters: where those clip, less is lost than that.
  const std::array<Scale, 2> scales{Scale::of({Driver::irradiation, about_one(deviation_of(weather, weather.site.ghi))}, 5),
                                    Scale{in.losses, {{0.85, 1.0, 1.1}, 1}}};
  believe(part, draws, scales, multipliers, [&](std::span<const double> x) {
    model::pv::PvPlant plant = in.plant;
    plant.losses[model::pv::kAge].share = 1.0 - x[1];  // below 0 where less is lost than usual
    return run(plant, x[0]);
  });
  return part;
}

Result<PlantPart> wind_part(const WindInputs& in, const Weather& weather, PlantDraws& draws) {
  if (!weather.site.hub) return Error{"wind", "expected a mean wind speed, found none"};
  const model::Climate hub = model::with_hub_wind(weather.site);
  const auto year = weather_year(weather, hub);
  if (!year) return year.error();
  const double height = year->wind_height_m;
  Hourly share(model::kHours);
  struct Shape {
    double k;
    Hourly wind;
  };
  std::vector<Shape> shapes{{hub.weibull_k, year->wind}};
  const auto wind_of = [&](double k) -> const Hourly& {
    for (const Shape& shape : shapes)
      if (shape.k == k) return shape.wind;
    model::Climate other = hub;
    other.weibull_k = k;
    auto made = model::synthetic_year(other, weather.place, weather.sun, weather.seed);
    shapes.push_back({k, made ? std::move(made->weather.wind) : year->wind});
    return shapes.back().wind;
  };
  const model::wind::FarmTable table = model::wind::farm_table(in.farm);
  const auto run = [&](const model::wind::FarmTable& farm, double speed, double k) {
    model::wind::farm_hours(farm, scaled(wind_of(k), speed), height, year->temperature, share);
    return numerics::sum(share) * in.capacity.base();
  };
  PlantPart part;
  part.energy_mwh = run(table, 1.0, hub.weibull_k);
  part.power = scaled(share, in.capacity.base());

  std::vector<PlantInput> multipliers = in.multipliers;
  if (!in.turbine_known && part.energy_mwh > 0.0) {
    // Rotor of an unknown turbine: 8 % smaller or larger at the same rating, an assumption. A rotor reaches a power at a
    // wind speed that goes with the cube root of its area.
    std::array<double, 2> ends{};
    for (std::size_t i = 0; i < 2; ++i)
      ends[i] = run(table, numerics::pow(i == 0 ? 0.92 : 1.08, 2.0 / 3.0), hub.weibull_k) / part.energy_mwh;
    multipliers.push_back({Driver::turbine, Distribution::split_normal({ends[0], 1.0, ends[1]})});
  }
  const double k = hub.weibull_k;
  std::vector<Scale> scales{Scale::of({Driver::wind_speed, about_one(deviation_of(weather, weather.site.hub->mean))}, 5)};
  std::vector<std::array<std::size_t, 2>> pairs;
  if (!weather.own) {
    scales.push_back(Scale::of({Driver::wind_shape, Distribution::normal(k, std::max(1e-6, weather.site.hub->shape.deviation * k)).within(1.2, 4.0)}, 3));
    pairs.push_back({0, 1});
  }
  believe(part, draws, scales, multipliers, [&](std::span<const double> x) { return run(table, x[0], x.size() > 1 ? x[1] : k); }, pairs);
  return part;
}

Result<PlantPart> csp_part(const CspInputs& in, const Weather& weather, PlantDraws& draws) {
  model::Climate climate = weather.site.climate;
  climate.dhi = model::no_months();  // where beam and diffuse are both known, mirrors ask for the beam
  if (in.dni_annual) {
    auto with_beam = model::with_annual_beam(climate, weather.place, weather.sun, *in.dni_annual);
    if (!with_beam) return with_beam.error();
    climate = *with_beam;
  }
  const auto year = weather_year(weather, climate);
  if (!year) return year.error();

  const model::sun::Observer observer = model::sun::observer(weather.place);
  Hourly optics(model::kHours), beam(model::kHours);
  for (std::size_t h = 0; h < optics.size(); ++h) {
    const model::pv::Sun<double> sun = model::sun::topocentric(
        observer, model::sun::Geocentric<double>{weather.sun.greenwich[h], weather.sun.west[h], weather.sun.pole[h], weather.sun.parallax[h]});
    optics[h] = model::optical_share(in.plant.kind, sun.up, sun.north);
    beam[h] = !year->dni.empty() ? year->dni[h]
              : sun.up > 0.0             ? model::pv::erbs(year->ghi[h], sun.up, weather.sun.extraterrestrial[h]).beam
                                         : 0.0;
  }
  Hourly power(model::kHours);
  const auto run = [&](double dni, double field) {
    model::CspPlant plant = in.plant;
    plant.solar_multiple *= field;
    return model::csp_year(plant, optics, scaled(beam, dni), power).electricity;
  };
  PlantPart part;
  part.energy_mwh = run(1.0, 1.0);
  part.power = power;
  std::vector<Scale> scales{Scale::of({Driver::beam, about_one(weather.own ? kOwnWeatherDeviation : in.dni_deviation)}, 5)};
  // Mirrors of an unknown field: 15 % less or more, an assumption.
  if (!in.field_known) scales.push_back(Scale::of({Driver::field, Distribution::split_normal({0.85, 1.0, 1.15}).within(0.5, 1.6)}, 3));
  believe(part, draws, scales, in.multipliers, [&](std::span<const double> x) { return run(x[0], x.size() > 1 ? x[1] : 1.0); });
  return part;
}

}  // namespace gs
