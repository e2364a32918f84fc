#include "map/graticule.hpp"

#include <algorithm>
#include <cmath>

namespace gs {

Graticule graticule(double step_deg) {
  const double step = std::clamp(step_deg, 1.0, 90.0);
  Graticule out;
  int count = 0;
  for (double lon = -180.0; lon < 180.0 - 1e-9; lon += step, ++count) {
    const double end = count % 3 == 0 ? 90.0 : 80.0;
    std::vector<glm::dvec2>& line = out.lines.emplace_back();
    for (double lat = -end; lat <= end; lat += 10.0) line.push_back({lon, lat});
  }
  for (double lat = step * std::ceil((-90.0 + 1e-9) / step); lat < 90.0 - 1e-9; lat += step) {
    if (lat < -90.0 + 1e-9) continue;
    std::vector<glm::dvec2>& line = out.lines.emplace_back();
    for (int lon = -180; lon <= 180; ++lon) line.push_back({static_cast<double>(lon), lat});
  }
  return out;
}

}  // namespace gs
