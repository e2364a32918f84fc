#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "map/projection.hpp"

namespace gs {

/// What a PROJ string asks for, taken apart: PROJ gets the parameters without centre and ellipsoid, we keep the centre.
struct ProjectionText {
  std::string parameters;  // "+proj=lcc +lat_1=20 +lat_2=60"
  ProjectionInfo info;     // free_text, with the cut of its family
  LonLat centre;
  std::optional<glm::dmat3> turn;  // of a frame that keeps to its place
  double slit = 0;                 // half of its length, radians
  bool unknown = false;            // of no family: whole_sphere(), then within() are to be tried
  LonLat local;                    // unknown: where a circle might be drawn
  double lon_0 = 0;
  std::optional<glm::dmat3> proj_from_frame;  // PROJ is asked in its own frame, which is not that of the cut
};

/// Knows which families of projections can be cut and how; checks no numbers but those that place the cut, PROJ does.
/// Error: {the string, what is not supported}.
Result<ProjectionText> read_projection_text(std::string_view proj_string);

/// The string without the parameters that the map decides itself, but with its central meridian.
std::string on_the_sphere(std::string_view proj_string);

/// The same map cut at the circle of `degrees` around its middle, or to the latitudes up to `degrees`.
ProjectionText within_circle(ProjectionText, double degrees);
ProjectionText within_band(ProjectionText, double degrees);

/// What is wrong with a projection as it is cut: it tears, has no finite place, lies beyond its outline, folds over itself, or
/// is no plane. Looked for on a lattice of 2.5 degrees in the frame and along the map's edge; folds only if `folds`.
std::optional<std::string> flaw_of(const Projector&, bool folds);

/// " +R=6371008.8 ..." appended to every string.
std::string sphere_parameters();

}  // namespace gs
