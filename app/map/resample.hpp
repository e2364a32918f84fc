#pragma once
#include <glm/vec2.hpp>

#include <cstdint>
#include <span>
#include <vector>

#include "map/projection.hpp"

namespace gs {

/// How two neighbouring points of a path in the frame are joined.
enum class EdgeKind : std::uint8_t {
  great_circle,  // shortest arc on the sphere
  boundary,      // along the edge of the map: straight in (lam, phi) for the antimeridian, a small circle for a horizon
};

/// A path in the projection's frame. edge[i] joins point i to point i + 1 (to the first, at the end of a closed path).
struct FramePath {
  std::vector<glm::dvec2> lam_phi;  // radians
  std::vector<EdgeKind> edge;
  void clear() { lam_phi.clear(), edge.clear(); }
  std::size_t size() const { return lam_phi.size(); }
};

/// Projects a path and adds points until no chord is further than `tolerance` (earth radii) from the true curve, after
/// the idea of Bostock's adaptive resampling in d3-geo: halve an arc while its middle lies off the chord. Appends to
/// `out`; points that PROJ cannot project are left out. `scratch` is memory to reuse.
void resample(const Projector&, std::span<const glm::dvec2> lam_phi, std::span<const EdgeKind> edge, bool closed,
              double tolerance, std::vector<glm::dvec2>& scratch, std::vector<glm::dvec2>& out);

}  // namespace gs
