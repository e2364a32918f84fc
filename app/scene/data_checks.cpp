#include "scene/data_checks.hpp"

#include <cmath>
#include <glm/trigonometric.hpp>
#include <set>

#include "map/sphere.hpp"

namespace gs {
namespace {

constexpr double kEarthKm = 6371.0088;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

/// The country of a place, or the nearest one off whose coast it lies.
std::optional<std::string> country_near(const BaseMap& map, double longitude, double latitude) {
  const auto code = [](const Country& c) { return c.iso3.empty() ? std::nullopt : std::optional(c.iso3); };
  if (const auto inside = country_at(map, longitude, latitude)) return code(map.countries[*inside]);
  // A cap around each ring says at once that most countries are too far.
  const glm::dvec3 here = unit_vector(glm::radians(glm::dvec2(longitude, latitude)));
  std::set<std::size_t> close;
  for (const Detail& detail : map.details)
    for (std::size_t r = 0; r < detail.rings.size() && r < detail.of_rings.whole.size(); ++r) {
      const Cap& cap = detail.of_rings.whole[r];
      if (angle_between(here, cap.axis) - cap.radius < kOffshoreKm / kEarthKm) close.insert(detail.rings[r].country);
    }
  double least = kOffshoreKm;
  std::optional<std::size_t> nearest;
  for (const std::size_t i : close)
    if (const double km = distance_to_country_km(map, i, longitude, latitude); km < least) {
      least = km;
      nearest = i;
    }
  return nearest ? code(map.countries[*nearest]) : std::nullopt;
}

std::optional<std::string> country_named(const BaseMap& map, std::string_view name) {
  const std::string wanted = lower(name);
  for (const Country& c : map.countries) {
    if (c.iso3.empty()) continue;
    if (wanted == lower(c.iso3) || wanted == lower(c.iso2)) return c.iso3;
    for (const std::string& one : c.names)
      if (!one.empty() && wanted == lower(one)) return c.iso3;
  }
  return std::nullopt;
}

}  // namespace

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

OwnChecks own_checks_of(std::shared_ptr<const BaseMap> map) {
  return {checks_of(map), [map](double longitude, double latitude) { return country_near(*map, longitude, latitude); },
          [map](std::string_view name) { return country_named(*map, name); }};
}

}  // namespace gs
