#include "portfolio/own_climate.hpp"

#include <algorithm>

#include "model/numerics.hpp"
#include "portfolio/own_data.hpp"

namespace gs {
namespace {

constexpr double kDegree = 3.14159265358979323846 / 180.0, kEarthKm = 6371.0088;
constexpr double kSunPer100Km = 0.03, kBeamPer100Km = 0.05, kWindPer100Km = 0.10, kWindAnywhere = 0.10;

/// Haversine, by numerics: the same bits everywhere.
double distance_km(double lat_a, double lon_a, double lat_b, double lon_b) {
  const double dy = numerics::sin(0.5 * kDegree * (lat_b - lat_a)), dx = numerics::sin(0.5 * kDegree * (lon_b - lon_a));
  const double h = dy * dy + numerics::cos(kDegree * lat_a) * numerics::cos(kDegree * lat_b) * dx * dx;
  return 2.0 * kEarthKm * numerics::asin(numerics::sqrt(std::min(1.0, h)));
}

bool drives(const Site& site, Technology technology) {
  switch (category(technology)) {
    case Category::solar: return site.ghi.has_value();
    case Category::csp: return site.dni.has_value();
    case Category::wind: return site.wind_100m.has_value();
    default: return false;
  }
}

/// The same figure somewhere else, with what that makes of its interval.
std::optional<SiteValue> elsewhere(const std::optional<SiteValue>& value, double share) {
  if (!value) return std::nullopt;
  const double more = share * value->value;
  return SiteValue{value->value, numerics::sqrt(value->plus_minus * value->plus_minus + more * more), true};
}

}  // namespace

OwnClimates::OwnClimates(const Portfolio& portfolio) {
  for (const Site& site : portfolio.sites)
    if (const Project* project = portfolio.project(site.project_id); project && !is_own(project->id)) known_.push_back({&site, project, 0.0});
}

std::optional<OwnClimates::Neighbour> OwnClimates::nearest(Technology technology, double latitude, double longitude) const {
  std::optional<Neighbour> best;
  for (Neighbour n : known_) {
    if (!drives(*n.site, technology)) continue;
    n.km = distance_km(latitude, longitude, n.project->latitude, n.project->longitude);
    if (!best || n.km < best->km) best = n;
  }
  return best;
}

std::optional<Site> OwnClimates::site_of(const Project& project, const Site* given) const {
  const auto near = nearest(project.technology, project.latitude, project.longitude);
  if (!near) return std::nullopt;
  const Category kind = category(project.technology);
  const bool says = given && drives(*given, project.technology);
  if (near->km > (says ? kMonthsReachKm : kind == Category::wind ? kWindReachKm : kSunReachKm)) return std::nullopt;
  Site out = given ? *given : Site{};
  const Site& there = *near->site;
  const double hundreds = near->km / 100.0;
  out.project_id = project.id;
  out.station_id = there.station_id;
  out.sunshine_station_id = there.sunshine_station_id;
  out.ghi_station_id = there.ghi_station_id;
  out.wind_station_id = there.wind_station_id;
  out.distance_km = there.distance_km.value_or(0.0) + near->km;
  if (!out.elevation_m && there.elevation_m) out.elevation_m = SiteValue{there.elevation_m->value, there.elevation_m->plus_minus, true};
  if (!out.ghi) {
    out.ghi = elsewhere(there.ghi, kSunPer100Km * hundreds);
    out.ghi_basis = GhiBasis::derived;
  }
  if (!out.dni) out.dni = elsewhere(there.dni, kBeamPer100Km * hundreds);
  if (!out.wind_100m) out.wind_100m = elsewhere(there.wind_100m, near->km > 0.0 ? kWindAnywhere + kWindPer100Km * hundreds : 0.0);
  if (!out.weibull_k) out.weibull_k = elsewhere(there.weibull_k, 0.0);
  return out;
}

}  // namespace gs
