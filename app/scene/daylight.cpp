#include "scene/daylight.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "map/cut.hpp"
#include "map/sphere.hpp"
#include "model/hours.hpp"
#include "model/sun/display.hpp"

namespace gs {
namespace {

constexpr double kNewYear2025 = 1735689600.0;  // s since 1970
constexpr std::array<double, 4> kBelow{0.8333, 6.0, 12.0, 18.0};
constexpr int kPoints = 180;

/// The circle of `radius` degrees around a place, clockwise as seen from outside.
std::vector<glm::dvec2> circle(LonLat middle, double radius) {
  const glm::dvec3 axis = unit_vector(glm::radians(glm::dvec2(middle.lon, middle.lat)));
  const glm::dvec3 aside = glm::normalize(glm::cross(axis, std::abs(axis.z) < 0.9 ? glm::dvec3(0, 0, 1) : glm::dvec3(1, 0, 0)));
  const glm::dvec3 up = glm::cross(axis, aside);
  const double c = std::cos(glm::radians(radius)), s = std::sin(glm::radians(radius));
  std::vector<glm::dvec2> out;
  for (int i = 0; i < kPoints; ++i) {
    const double a = -glm::radians(360.0 * i / kPoints);
    const glm::dvec3 p = axis * c + (aside * std::cos(a) + up * std::sin(a)) * s;
    out.emplace_back(glm::degrees(std::atan2(p.y, p.x)), glm::degrees(std::asin(std::clamp(p.z, -1.0, 1.0))));
  }
  return out;
}

}  // namespace

LonLat sun_over(double hour) {
  const auto sun = model::sun::subsolar(kNewYear2025 + 3600.0 * hour);
  return {sun.longitude, sun.latitude};
}

std::optional<float> output_share(const PlantYear& plant, const std::optional<Power>& capacity, double hour) {
  const auto n = static_cast<double>(plant.power.size());
  if (n == 0.0) return std::nullopt;
  const double most = capacity ? capacity->base() : *std::max_element(plant.power.begin(), plant.power.end());
  if (!(most > 0.0)) return std::nullopt;
  const double at = std::fmod(hour - 0.5 + n, n);
  const auto i = static_cast<std::size_t>(at);
  const double part = at - std::floor(at);
  const double mw = (1.0 - part) * plant.power[i] + part * plant.power[(i + 1) % plant.power.size()];
  return static_cast<float>(std::clamp(mw / most, 0.0, 1.0));
}

void add_sun(const Geometry& g, const Camera& camera, const Palette& p, const MapStyle& style, Scene& scene,
             std::vector<Selection>& picks) {
  const auto plane = project_point(g.projector(), sun_over(style.hour));
  if (!plane) return;
  Marker m{};
  m.at = glm::vec2(to_screen(camera, *plane));
  m.radius = 7.0f;
  m.glow = 1.0f;
  m.color = p.dark ? rgb(0xFFE9A8) : rgb(0xFFD24A);
  m.edge = p.of(Category::solar).edge;
  m.halo = p.marker_halo;
  m.opacity = static_cast<float>(opacity_of(style, Layer::night));
  m.id = static_cast<std::uint32_t>(picks.size());
  picks.emplace_back();
  scene.markers.push_back(m);
}

void Night::update(const Geometry& g, double hour) {
  if (plane_ == g.revision() && hour_ == hour) return;
  plane_ = g.revision();
  hour_ = hour;
  ++revision_;
  const LonLat sun = sun_over(hour);
  const LonLat midnight{sun.lon > 0 ? sun.lon - 180.0 : sun.lon + 180.0, -sun.lat};
  Cutter cutter(g.projector(), g.tolerance());
  ProjectedRings cut;
  for (std::size_t i = 0; i < kBelow.size(); ++i) {
    const auto ring = circle(midnight, 90.0 - kBelow[i]);
    const GeoRing geo{ring};
    cut.clear();
    cutter.polygon({&geo, 1}, cut);
    put(cut, rings_[i]);
  }
}

void Night::add(Scene& scene, bool dark, double opacity) const {
  const Color shade = dark ? rgb(0x000308) : rgb(0x142a4a);
  for (const Rings& r : rings_) {
    if (!r.rings.empty()) scene.fills.push_back({&r, revision_, shade.with_alpha((dark ? 0.22 : 0.13) * opacity)});
  }
}

}  // namespace gs
