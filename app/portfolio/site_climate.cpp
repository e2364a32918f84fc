#include "portfolio/site_climate.hpp"

#include <algorithm>

namespace gs {

namespace {

double deviation(const SiteValue& value) { return value.value > 0.0 ? value.plus_minus / value.value : 0.0; }

model::Basis basis_of_ghi(const Site& site) {
  if (site.ghi_basis == GhiBasis::published) return model::Basis::published;
  if (site.ghi_basis == GhiBasis::satellite) return model::Basis::satellite;
  return site.ghi && site.ghi->estimated ? model::Basis::blend : model::Basis::sunshine;
}

model::Basis basis_of(const SiteValue& value) {
  return value.estimated ? model::Basis::estimate : model::Basis::published;
}

}  // namespace

model::SiteClimate site_climate(const Site& site, double latitude, double longitude) {
  model::SiteClimate out;
  out.place = {latitude, longitude, site.elevation_m ? site.elevation_m->value : model::SiteClimate::kUnknown};
  out.temperature_station = site.station_id;
  out.sunshine_station = site.sunshine_station_id;
  out.ghi_station = site.ghi_station_id;
  out.wind_station = site.wind_station_id;
  out.temperature_distance_km = site.distance_km.value_or(0.0);
  if (site.ghi) {
    out.ghi_annual = site.ghi->value;
    out.ghi_deviation = deviation(*site.ghi);
    out.ghi_basis = basis_of_ghi(site);
  }
  if (site.dni) {
    out.dni_annual = site.dni->value;
    out.dni_deviation = deviation(*site.dni);
    out.dni_basis = basis_of(*site.dni);
  }
  if (site.wind_100m) {
    out.wind_mean = site.wind_100m->value;
    out.wind_deviation = deviation(*site.wind_100m);
    out.wind_basis = basis_of(*site.wind_100m);
  }
  if (site.weibull_k) {
    out.weibull_k = site.weibull_k->value;
    out.weibull_deviation = deviation(*site.weibull_k);
    out.weibull_basis = basis_of(*site.weibull_k);
  }
  return out;
}

std::vector<model::StationMonths> station_months(std::span<const Station> stations) {
  using Variable = model::StationMonths::Variable;
  std::vector<model::StationMonths> rows;
  for (const Station& station : stations) {
    Variable variable{};
    switch (station.variable) {
      case StationVariable::temp_c: variable = Variable::temperature; break;
      case StationVariable::sunshine_h: variable = Variable::sunshine; break;
      case StationVariable::ghi_kwh_m2_day: variable = Variable::ghi; break;
      case StationVariable::dni_kwh_m2_day: variable = Variable::dni; break;
      case StationVariable::dhi_kwh_m2_day: variable = Variable::dhi; break;
      case StationVariable::wind_ms: variable = Variable::wind; break;
      case StationVariable::precip_days: continue;
    }
    model::StationMonths& row = rows.emplace_back();
    row.id = station.id;
    row.place = {station.latitude, station.longitude, station.elevation_m.value_or(0.0)};
    row.variable = variable;
    if (station.height_m) row.height_m = *station.height_m;
    if (station.months) row.months = *station.months;
    row.normals = station.normals();
    row.derived = std::find(station.sources.begin(), station.sources.end(), "derived") != station.sources.end();
  }
  return rows;
}

}  // namespace gs
