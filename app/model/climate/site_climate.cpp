#include "model/climate/site_climate.hpp"

#include <algorithm>
#include <cmath>

#include "model/climate/months.hpp"
#include "model/climate/sunshine.hpp"
#include "model/numerics.hpp"
#include "model/pv/erbs.hpp"

namespace gs::model {

namespace {

using Variable = StationMonths::Variable;

constexpr double kLapse = 6.5e-3;  ///< K/m: ISO 2533:1975, standard atmosphere
constexpr double kGroundWind = 3.0, kGroundHeight = 10.0, kGroundDeviation = 0.35;  // m/s, m: an estimate
constexpr double kProfileDeviation = 0.15;  ///< of carrying wind from 100 m to 10 m: an estimate
constexpr double kCellDeviation = 0.20;  ///< of a grid cell's wind near the ground: an estimate

/// The station's row with months, of the newest period.
const StationMonths* row_of(std::span<const StationMonths> rows, const std::string& id, Variable variable) {
  const StationMonths* best = nullptr;
  for (const StationMonths& row : rows) {
    if (id.empty() || row.id != id || row.variable != variable || row.derived || std::isnan(row.months[0])) continue;
    if (best == nullptr || (best->normals && !row.normals)) best = &row;
  }
  return best;
}

/// Irradiation of the months at the site before it is scaled to the year.
struct Months {
  Monthly ghi;
  Provenance known;
};

Months months_of_ghi(const SiteClimate& site, std::span<const StationMonths> rows) {
  const Monthly here = mean_days(site.place.latitude).above;
  const auto carried = [&](const Monthly& ghi, double latitude) {
    const Monthly there = mean_days(latitude).above;
    Monthly out;
    for (std::size_t month = 0; month < 12; ++month) {
      out[month] = there[month] > 0.0 ? ghi[month] / there[month] * here[month] : 0.0;
    }
    return out;
  };
  if (const StationMonths* cell = row_of(rows, site.ghi_station, Variable::ghi)) {
    return {carried(cell->months, cell->place.latitude), {Basis::satellite, 0.07, cell->id}};
  }
  if (const StationMonths* sun = row_of(rows, site.sunshine_station, Variable::sunshine)) {
    const Monthly ghi = ghi_from_sunshine(sun->months, sun->place.latitude, sun->place.altitude_m);
    return {carried(ghi, sun->place.latitude), {Basis::sunshine, 0.065, sun->id}};
  }
  Monthly even = here;
  for (double& month : even) month *= 0.6;
  return {even, {Basis::flat, 0.20, {}}};
}

/// A grid cell's beam and diffuse, by month as shares of its global.
void set_beam(const SiteClimate& site, std::span<const StationMonths> rows, ClimateOfSite& out) {
  const StationMonths* ghi = row_of(rows, site.ghi_station, Variable::ghi);
  const StationMonths* dni = row_of(rows, site.ghi_station, Variable::dni);
  const StationMonths* dhi = row_of(rows, site.ghi_station, Variable::dhi);
  if (ghi == nullptr || (dni == nullptr && dhi == nullptr)) return;
  for (std::size_t month = 0; month < 12; ++month) {
    const double scale = ghi->months[month] > 0.0 ? out.climate.ghi[month] / ghi->months[month] : 0.0;
    if (dni != nullptr) out.climate.dni[month] = dni->months[month] * scale;
    if (dhi != nullptr) out.climate.dhi[month] = dhi->months[month] * scale;
  }
  out.beam_known = true;
  out.beam = {Basis::satellite, 0.12, ghi->id};
}

double day_mean(const Monthly& months) { return annual_sum(months) / 365.0; }

void set_wind(const SiteClimate& site, std::span<const StationMonths> rows, ClimateOfSite& out) {
  const StationMonths* row = row_of(rows, site.wind_station, Variable::wind);
  const StationMonths* cell = row != nullptr ? row : row_of(rows, site.ghi_station, Variable::wind);
  if (!std::isnan(site.wind_mean)) {
    HubWind& hub = out.hub.emplace();
    hub.height_m = site.wind_height_m;
    hub.mean = {site.wind_basis, site.wind_deviation, {}};
    hub.shape = {std::isnan(site.weibull_k) ? Basis::estimate : site.weibull_basis, site.weibull_deviation, {}};
    if (!std::isnan(site.weibull_k)) hub.weibull_k = site.weibull_k;
    hub.months = row == nullptr ? Provenance{Basis::flat, 0.0, {}} : Provenance{Basis::measured, 0.0, row->id};
    for (std::size_t month = 0; month < 12; ++month) {
      hub.wind[month] = site.wind_mean * (row == nullptr ? 1.0 : row->months[month] / day_mean(row->months));
    }
  }
  if (out.hub) {
    const double down = numerics::pow(kGroundHeight / out.hub->height_m, 1.0 / 7.0);
    for (std::size_t month = 0; month < 12; ++month) out.climate.wind[month] = out.hub->wind[month] * down;
    out.climate.wind_height_m = kGroundHeight;
    const double deviation = out.hub->mean.deviation;
    out.ground_wind = {Basis::profile, std::sqrt(deviation * deviation + kProfileDeviation * kProfileDeviation), {}};
  } else if (cell != nullptr) {
    out.climate.wind = cell->months;
    out.climate.wind_height_m = cell->height_m;
    out.ground_wind = {Basis::satellite, kCellDeviation, cell->id};
  } else {
    out.climate.wind.fill(kGroundWind);
    out.climate.wind_height_m = kGroundHeight;
    out.ground_wind = {Basis::estimate, kGroundDeviation, {}};
  }
}

}  // namespace

Result<ClimateOfSite> climate_of(const SiteClimate& site, std::span<const StationMonths> rows) {
  ClimateOfSite out;
  const Months months = months_of_ghi(site, rows);
  const double annual = annual_sum(months.ghi);
  const double asked = std::isnan(site.ghi_annual) ? annual : site.ghi_annual;
  if (std::isnan(site.ghi_annual) && months.known.basis == Basis::flat)
    return Error{"ghi", "expected an annual value or a station"};
  for (std::size_t month = 0; month < 12; ++month) out.climate.ghi[month] = months.ghi[month] * asked / annual;
  out.ghi_months = months.known;
  out.ghi = std::isnan(site.ghi_annual) ? months.known : Provenance{site.ghi_basis, site.ghi_deviation, {}};

  const StationMonths* air = row_of(rows, site.temperature_station, Variable::temperature);
  if (air == nullptr) return Error{"temperature", "expected a station with monthly temperatures"};
  const double height = std::isnan(site.place.altitude_m) ? 0.0 : site.place.altitude_m - air->place.altitude_m;
  for (std::size_t month = 0; month < 12; ++month)
    out.climate.temperature[month] = air->months[month] - kLapse * height;
  // An estimate: half a kelvin of years, 2 K a kilometre of height, 1 K in 150 km.
  const double by_height = 2e-3 * height, by_distance = site.temperature_distance_km / 150.0;
  out.temperature = {Basis::measured, std::sqrt(0.25 + by_height * by_height + by_distance * by_distance), air->id};

  set_beam(site, rows, out);
  set_wind(site, rows, out);
  return out;
}

Climate with_hub_wind(const ClimateOfSite& site) {
  Climate climate = site.climate;
  climate.wind = site.hub->wind;
  climate.wind_height_m = site.hub->height_m;
  climate.weibull_k = site.hub->weibull_k;
  climate.wind_diurnal = 0.0;
  return climate;
}

Result<Climate> with_annual_beam(Climate climate, const Place& place, const sun::SunHours& year, double dni_annual) {
  climate.dni = climate.dhi = no_months();
  const Result<SyntheticYear> made = synthetic_year(climate, place, year, 0);
  if (!made) return made.error();
  const SiteSun sun = site_sun(place, year);
  Hourly beam(kHours);
  for (std::size_t hour = 0; hour < kHours; ++hour) {
    const double ghi = made->weather.ghi[hour];
    if (ghi > 0.0) beam[hour] = pv::erbs(ghi, sun.cos_zenith[hour], year.extraterrestrial[hour]).beam;
  }
  Monthly monthly = monthly_means(beam);
  for (double& mean : monthly) mean *= 24.0 / 1000.0;
  const double sum = annual_sum(monthly);
  for (double& mean : monthly) mean = sum > 0.0 ? mean * dni_annual / sum : 0.0;
  climate.dni = monthly;
  return climate;
}

}  // namespace gs::model
