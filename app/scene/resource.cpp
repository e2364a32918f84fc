#include "scene/resource.hpp"

#include <algorithm>
#include <set>

#include "map/cut.hpp"
#include "scene/geometry.hpp"

namespace gs {
namespace {

constexpr double kDaysAYear = 365.0;
constexpr float kSiteRadius = 9.0f, kStationRadius = 5.5f;

StationVariable variable_of(Resource r) { return r == Resource::sun ? StationVariable::ghi_kwh_m2_day : StationVariable::wind_ms; }

void add_stations(const Portfolio& portfolio, Resource r, std::vector<ResourcePlace>& out) {
  std::set<std::string> seen;
  for (const Station& s : portfolio.stations) {
    if (s.variable != variable_of(r) || !seen.insert(s.id).second) continue;
    const Station* row = portfolio.station(s.id, s.variable);
    if (!row || !row->annual) continue;
    const double value = r == Resource::sun ? *row->annual * kDaysAYear : *row->annual;
    out.push_back({{row->longitude, row->latitude}, value, true, false});
  }
}

}  // namespace

std::vector<ResourcePlace> resource_places(const Portfolio& portfolio, Resource r) {
  std::vector<ResourcePlace> out;
  add_stations(portfolio, r, out);
  for (const Site& site : portfolio.sites) {
    const Project* p = portfolio.project(site.project_id);
    const auto& value = r == Resource::sun ? site.ghi : site.wind_100m;
    if (p && value) out.push_back({{p->longitude, p->latitude}, value->value, false, value->estimated});
  }
  return out;
}

std::span<const ResourcePlace> ResourceOnMap::of(const Portfolio& portfolio, Resource r) {
  if (portfolio_ != &portfolio || version_ != portfolio.version || resource_ != r) {
    portfolio_ = &portfolio;
    version_ = portfolio.version;
    resource_ = r;
    places_ = resource_places(portfolio, r);
  }
  return places_;
}

const std::array<double, kResourceClasses - 1>& resource_bounds(Resource r) {
  static constexpr std::array<double, kResourceClasses - 1> sun{1400, 1700, 1950, 2150}, wind{5, 6.5, 8, 9.5};
  return r == Resource::sun ? sun : wind;
}

Color resource_color(const Palette& p, Resource r, int which) {
  const Color pale = p.dark ? rgb(0x3A4148) : rgb(0xFFF8E4);
  const Color strong = r == Resource::sun ? (p.dark ? rgb(0xFFB000) : rgb(0xD96C00)) : (p.dark ? rgb(0x4DD4FF) : rgb(0x0E5F8A));
  return mixed(pale, strong, 0.1 + 0.9 * which / (kResourceClasses - 1));
}

void add_resource(const Geometry& g, const Camera& camera, const Palette& p, const MapStyle& style,
                  std::span<const ResourcePlace> places, Scene& scene, std::vector<Selection>& picks) {
  const auto& bounds = resource_bounds(style.resource);
  const auto nothing = static_cast<std::uint32_t>(picks.size());
  picks.emplace_back();
  for (const ResourcePlace& place : places) {
    const auto plane = project_point(g.projector(), place.at);
    if (!plane) continue;
    const glm::dvec2 at = to_screen(camera, *plane);
    if (at.x < -20 || at.y < -20 || at.x > camera.viewport.x + 20 || at.y > camera.viewport.y + 20) continue;
    const auto which = std::upper_bound(bounds.begin(), bounds.end(), place.value) - bounds.begin();
    Marker m{};
    m.at = glm::vec2(at);
    m.radius = place.station ? kStationRadius : kSiteRadius;
    m.color = resource_color(p, style.resource, static_cast<int>(which));
    m.edge = place.station ? p.secondary : mixed(m.color, p.ink, 0.35);
    m.halo = m.color;
    m.fill = place.estimated ? Fill::dashed : Fill::solid;
    if (place.estimated) m.edge = m.color;
    m.opacity = static_cast<float>(opacity_of(style, Layer::resource));
    m.id = nothing;
    scene.markers.push_back(m);
  }
}

}  // namespace gs
