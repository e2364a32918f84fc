#pragma once
#include <string>
#include <vector>

#include "map/camera.hpp"
#include "scene/filter.hpp"

namespace gs {

class Geometry;

/// A measured or estimated year of sun or wind at one place.
struct ResourcePlace {
  LonLat at;
  double value = 0.0;      ///< kWh/m2 a year on a horizontal plane; m/s, mean of the year
  bool station = false;    ///< a weather station (wind at 10 m unless it says otherwise), else a project's site (at 100 m)
  bool estimated = false;  ///< no source gives it
};

/// Every site and station that has one, stations first.
std::vector<ResourcePlace> resource_places(const Portfolio&, Resource);

/// The places of the resource that was asked for last.
class ResourceOnMap {
 public:
  std::span<const ResourcePlace> of(const Portfolio&, Resource);

 private:
  const Portfolio* portfolio_ = nullptr;
  std::string version_;
  Resource resource_{};
  std::vector<ResourcePlace> places_;
};

/// Five classes: the bounds between them, palest colour first.
inline constexpr int kResourceClasses = 5;
const std::array<double, kResourceClasses - 1>& resource_bounds(Resource);
Color resource_color(const Palette&, Resource, int which);

/// Discs below the symbols; their ids stand for nothing.
void add_resource(const Geometry&, const Camera&, const Palette&, const MapStyle&, std::span<const ResourcePlace>,
                  Scene&, std::vector<Selection>& picks);

}  // namespace gs
