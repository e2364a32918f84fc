#pragma once
#include <glm/vec2.hpp>

#include <span>
#include <vector>

namespace gs {

/// Meridians and parallels as lines of lon/lat degrees, ready for Cutter::line (not closed). Parallels are sampled
/// every degree: their great-circle chords lie at most 2e-5 earth radii (120 m) off. Every third meridian reaches
/// the poles, the others end 10 degrees short of them, so that they do not clot.
struct Graticule {
  std::vector<std::vector<glm::dvec2>> lines;
};

/// `step_deg` in [1, 90], between two lines; other values are clamped.
Graticule graticule(double step_deg);

}  // namespace gs
