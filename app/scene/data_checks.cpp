#include "scene/data_checks.hpp"

#include <cmath>

namespace gs {

Checks checks_of(std::shared_ptr<const BaseMap> map) {
  Checks checks;
  checks.known_country = [map](std::string_view iso3) { return find_country(*map, iso3).has_value(); };
  checks.km_outside_country = [map](std::string_view iso3, double longitude, double latitude) -> std::optional<double> {
    const auto country = find_country(*map, iso3);
    if (!country) return std::nullopt;
    const double km = distance_to_country_km(*map, *country, longitude, latitude);
    return std::isfinite(km) ? std::optional<double>(km) : std::nullopt;
  };
  return checks;
}

}  // namespace gs
