#pragma once
#include <glm/vec4.hpp>
#include <optional>
#include <vector>

#include "scene/filter.hpp"
#include "scene/geometry.hpp"
#include "scene/scene.hpp"
#include "scene/theme.hpp"
#include "scene/view.hpp"
#include "text/font_metrics.hpp"

/// Results and state -> what is to be seen.
namespace gs {

struct Fonts {
  const FontMetrics &regular, &bold, &display;
  const FontMetrics& of(Face f) const { return f == Face::regular ? regular : f == Face::bold ? bold : display; }
};

struct SceneInput {
  const World& world;
  const State& state;
  const Palette& palette;
  Fonts fonts;
  Window window;
  bool moving = false;  ///< a hand is on the map: the coarse base map will do
  bool touch = false;   ///< fingers need more room
  std::vector<glm::vec4> over_map;  ///< what lies over the map, as (left, top, right, bottom): labels keep clear of it
};

/// Holds the projected map and builds the scene of each frame from it.
class SceneBuilder {
 public:
  /// The scene stays valid until the next call. An error is the projection's; the last scene then stands.
  Result<const Scene*> build(const SceneInput&);

  const Scene& scene() const { return scene_; }
  const Geometry& geometry() const { return geometry_; }

  /// What a click at this place (logical px) selects: the topmost marker, else the nearest line within reach.
  Selection pick(glm::vec2 px, std::span<const Route> routes, bool touch) const;
  /// Where something stands on the screen now.
  std::optional<glm::vec2> place_of(const Selection&) const;
  /// What marker i of the scene selects.
  const std::vector<Selection>& picks() const { return picks_; }

 private:
  Geometry geometry_;
  Scene scene_;
  std::vector<Selection> picks_;
  Camera camera_;
  bool lines_ = false;  ///< the railways are drawn
};

/// The places that a selection stands for, in degrees; empty when it has none.
std::vector<LonLat> places_of(const World&, const Selection&);

// The parts of build(), one file each.
void add_base(const Geometry&, const SceneInput&, Scene&);                                       // layers.cpp
void add_markers(const Geometry&, const Camera&, const SceneInput&, Scene&, std::vector<Selection>& picks);  // markers.cpp
void add_labels(const Geometry&, const Camera&, const SceneInput&, std::span<const Selection> picks, Scene&);  // labels.cpp
/// Scale bar and attribution in the corner of the map that panels leave free.
void add_furniture(const Geometry&, const Camera&, const SceneInput&, Scene&);                   // furniture.cpp

}  // namespace gs
