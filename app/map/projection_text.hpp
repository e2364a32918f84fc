#pragma once
#include <string>
#include <string_view>

#include "map/projection.hpp"

namespace gs {

/// What a PROJ string asks for, taken apart: PROJ gets the parameters without centre and ellipsoid, we keep the centre.
struct ProjectionText {
  std::string parameters;  // "+proj=lcc +lat_1=20 +lat_2=60"
  ProjectionInfo info;     // free_text, with the cut of its family
  LonLat centre;
};

/// Knows which families of projections can be cut and how; checks no numbers but lon_0 and lat_0, PROJ does.
/// Error: {the string, what is not supported}.
Result<ProjectionText> read_projection_text(std::string_view proj_string);

/// " +R=6371008.8 ..." appended to every string.
std::string sphere_parameters();

}  // namespace gs
