#pragma once
#include <vector>

#include "map/camera.hpp"
#include "map/projection.hpp"
#include "scene/scene.hpp"
#include "state/state.hpp"

/// Between the state's viewpoint (degrees, zoom) and the map's camera (plane, px).
namespace gs {

/// What the window is: logical px, device px per logical px, and what panels cover.
struct Window {
  glm::dvec2 viewport{1280, 720};
  double pixel_ratio = 1.0;
  Padding padding;
  bool operator==(const Window& o) const {
    return viewport == o.viewport && pixel_ratio == o.pixel_ratio && padding.left == o.padding.left &&
           padding.top == o.padding.top && padding.right == o.padding.right && padding.bottom == o.padding.bottom;
  }
};

/// The projection that the view asks for; an id that is not in the table gives the standard one.
ProjectionId projection_of(const ViewState&);
bool known_projection(std::string_view key);
/// Its row; of a custom projection, how PROJ's parameters are cut (the standard row where they make no map).
const ProjectionInfo& projection_row(const ViewState&);
Result<Projector> make_projector(const ViewState&);

/// Of what a link asked for, a custom projection that makes no map gives way to the standard one and is named among what
/// was ignored, with PROJ's words; a code becomes the parameters that it stands for.
void check_projection(State&, std::vector<Error>& ignored);

/// The viewpoint from which the whole map is seen.
Viewpoint whole_map(const Projector&, const Window&);

/// Centre that the projector needs: the viewpoint on a globe, lon_0 on a flat map.
LonLat projector_centre(const ViewState&);

Camera camera_of(const Projector&, const Viewpoint&, const Window&);
/// The viewpoint of a camera; `before` where the camera's centre is not on the map.
Viewpoint viewpoint_of(const Projector&, const Camera&, const Viewpoint& before);
MapView map_view_of(const Camera&);

/// After a drag by a pointer, a wheel or a pinch. px from the top left of the window.
Viewpoint dragged(const Projector&, const Viewpoint&, const Window&, glm::dvec2 from_px, glm::dvec2 to_px);
Viewpoint zoomed(const Projector&, const Viewpoint&, const Window&, glm::dvec2 cursor_px, double factor);

/// After two fingers, or anything of that kind: the place under `from_px` comes to `to_px`, enlarged and turned clockwise
/// about it.
Viewpoint pinched(const Projector&, const Viewpoint&, const Window&, glm::dvec2 from_px, glm::dvec2 to_px, double factor,
                  double degrees);
/// The map turned by so many degrees clockwise; the place under `pivot_px` stays there.
Viewpoint rolled(const Projector&, const Viewpoint&, const Window&, glm::dvec2 pivot_px, double degrees);

/// The viewpoint from which all these places are seen. At least `min_width_deg` wide, so that one place keeps its country.
Viewpoint fitted(const Projector&, const Viewpoint& before, const Window&, std::span<const LonLat> places,
                 double min_width_deg);

/// The viewpoint at which a group of these places opens: all of them seen, and at least twice as near as before.
Viewpoint opened(const Projector&, const Viewpoint& before, const Window&, std::span<const LonLat> places);

/// The viewpoint at which these places fill the free part of the window, whatever its shape, with room for their names.
Viewpoint framed(const Projector&, const ViewState&, const Window&, std::span<const LonLat> places);

/// Where the Belt and Road's projects are, as large as the free part of the window lets them be: the view without a link.
Viewpoint home(const ViewState&, const Window&);

/// Between two viewpoints at `t` 0..1, easing in and out, zooming out a little on the way when they are far apart.
Viewpoint between(const Viewpoint& a, const Viewpoint& b, double t);

}  // namespace gs
