#pragma once
#include <glm/vec2.hpp>

#include "map/resample.hpp"

namespace gs {

/// The edge of the visible part of the sphere as one closed curve in the projection's frame, with a parameter t in
/// [0, 4) that runs clockwise, the visible part on the right hand.
/// Antimeridian: the rectangle (-pi, phi_min) -> (-pi, phi_max) -> (pi, phi_max) -> (pi, phi_min), a side a unit of t; of
/// an interrupted map with a way down and up again, or up and down, along each interruption, all sides of one length in t.
/// Slit: up its side at lam = -pi, then down that at pi, two units each.
/// Horizon: the circle, from north over east, 90 degrees a unit of t.
class Boundary {
 public:
  explicit Boundary(const Frame&);

  double parameter(glm::dvec2 lam_phi_on_boundary) const;
  glm::dvec2 at(double t) const;

  /// Appends the inner points of the way clockwise from t0 to t1 (t1 in [t0, t0 + 4]) with boundary edges. The edge
  /// that leaves the point before them is set to a boundary edge too.
  void walk(double t0, double t1, FramePath& path) const;

  /// The whole curve as a closed path; clears `path`.
  void all(FramePath& path) const;

 private:
  double side() const { return 4.0 / static_cast<double>(corners_); }  // of t
  glm::dvec2 corner(std::size_t i) const;

  const Frame& frame_;
  std::size_t corners_ = 4;
};

}  // namespace gs
