#pragma once
#include <glm/mat3x3.hpp>
#include <glm/vec2.hpp>

#include <optional>

#include "map/cut.hpp"
#include "map/projection.hpp"

namespace gs {

/// Space that panels cover at each side of the viewport, px.
struct Padding {
  double left = 0, top = 0, right = 0, bottom = 0;
};

/// What part of the plane is seen. All px are logical (CSS) pixels, y down; pixel_ratio turns them into device pixels
/// for drawing only. `centre` is the plane point in the middle of the part of the viewport that panels leave free.
struct Camera {
  glm::dvec2 centre{0, 0};       // earth radii
  double scale = 200;            // px per earth radius
  glm::dvec2 viewport{1280, 720};
  double pixel_ratio = 1;
  Padding padding;
  double roll = 0;               // radians that the plane is turned clockwise on the screen

  glm::dvec2 middle() const;     // px: where `centre` is seen
  glm::dvec2 free_size() const;  // px left by the padding, at least 1 x 1
};

glm::dvec2 to_screen(const Camera&, glm::dvec2 plane);  // px
glm::dvec2 to_world(const Camera&, glm::dvec2 px);      // earth radii

/// Box of the plane around what is seen in the whole viewport, panels included.
Bounds visible_bounds(const Camera&);

/// Vertices go to the GPU as floats relative to an `anchor` in the plane; this takes them to normalised device
/// coordinates (y up). The difference anchor - centre is made in double: no jitter however far one zooms in.
glm::mat3 clip_from_local(const Camera&, glm::dvec2 anchor);

/// The camera that shows `bounds` whole in the free part, with `margin` px around.
Camera fit(Camera, const Bounds& bounds, double margin);

/// `factor` > 1 zooms in; the plane point under `cursor_px` stays there. Limits are in limit().
Camera zoom_at(Camera, glm::dvec2 cursor_px, double factor);

/// Moves the map along with the pointer.
Camera pan(Camera, glm::dvec2 delta_px);

/// Zoom range, px per earth radius: out to 70 % of the scale at which `map` just fits, in to kMaxScale.
struct ZoomRange {
  double min, max;
};
inline constexpr double kMaxScale = 2.0e5;  // 32 m of ground a px: finer than any coordinate here
ZoomRange zoom_range(const Camera&, const Bounds& map);

/// Brings scale and centre back into range, so that the map cannot be lost: on each axis a map smaller than the free
/// part stays whole in it, a larger one keeps its middle covered. Apply after zoom_at and pan. Idempotent.
Camera limit(Camera, const Bounds& map);

/// Where north lies at the camera's centre, radians clockwise from up on the screen, (-pi, pi]; nothing off the map and at
/// a pole.
std::optional<double> north_angle(const Projector&, const Camera&);

/// A length for the corner of the map, true at the camera's centre along the screen's horizontal.
struct ScaleBar {
  double km;  // 1, 2 or 5 times a power of ten
  double px;  // its width, at most max_px
};
/// Nothing when the camera's centre is not on the map. `max_px` > 0.
std::optional<ScaleBar> scale_bar(const Projector&, const Camera&, double max_px);

/// Turning a globe. The new centre for projections with a horizon (info().globe()) when the ground under from_px is
/// dragged to to_px; where one of the two is off the globe, the Earth rolls by the distance in px. |lat| <= 90, lon in
/// [-180, 180).
LonLat drag_globe(const Projector&, const Camera&, glm::dvec2 from_px, glm::dvec2 to_px);

/// Zooming a globe to the cursor: scale changes, and the centre turns so that the ground under the cursor stays.
struct GlobeZoom {
  Camera camera;
  LonLat centre;
};
GlobeZoom zoom_globe(const Projector&, Camera, glm::dvec2 cursor_px, double factor);

}  // namespace gs
