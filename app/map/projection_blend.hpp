#pragma once
#include "map/projection.hpp"

namespace gs {

/// Two maps of one Earth, and how far the one has become the other. A place that one of them does not show is taken to
/// stand where its edge is nearest: so nothing tears, and the edge moves from that of the first to that of the second.
struct ProjectionBlend {
  Projector from, to;
  double share = 0.0;

  /// Both are cut at the same meridian, or turn about the same centre.
  static bool possible(const Projector& from, const Projector& to);
  Frame frame() const;
  glm::dvec2 project(glm::dvec2 lam_phi) const;
  /// Places that may be the one looked for.
  std::array<std::optional<glm::dvec2>, 2> guesses(glm::dvec2 plane) const;
};

}  // namespace gs
