#pragma once
#include <glm/vec4.hpp>
#include <optional>
#include <vector>

#include "scene/arcs.hpp"
#include "scene/country_fill.hpp"
#include "scene/crowd.hpp"
#include "scene/daylight.hpp"
#include "scene/filter.hpp"
#include "scene/geometry.hpp"
#include "scene/groups.hpp"
#include "scene/rail_path.hpp"
#include "scene/resource.hpp"
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
  bool moving = false;  ///< fewer points of the base map will do
  bool touch = false;   ///< fingers need more room
  bool held = false;    ///< a flat map may stay as it was made while it is zoomed
  std::vector<glm::vec4> over_map;  ///< what lies over the map, as (left, top, right, bottom): labels keep clear of it
};

/// The way of each line's trains; made once a portfolio.
class TrainPaths {
 public:
  void update(const Portfolio&);
  const RailPath& of(std::size_t route) const { return paths_[route]; }

 private:
  const Portfolio* of_ = nullptr;
  std::string version_;
  std::vector<RailPath> paths_;
};

/// Where the laboratory's line and its train are on the screen.
struct LabOnMap {
  struct Point { glm::vec2 at; double km; };  ///< km from the start of the run
  std::vector<Point> line;                    ///< by about two kilometres; pieces behind the globe are left out
  std::optional<glm::vec2> train;             ///< at the cursor
  /// The km of the nearest place of the line within `reach` px.
  std::optional<double> nearest(glm::vec2 px, float reach) const;
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
  /// The group of a selection of that kind; nullptr when it is there no more.
  const SiteGroup* group(const Selection&) const;
  /// Where something stands on the screen now.
  std::optional<glm::vec2> place_of(const Selection&) const;
  /// What marker i of the scene selects.
  const std::vector<Selection>& picks() const { return picks_; }
  /// Of the scene that was built last; without a line where the laboratory is not open.
  const LabOnMap& laboratory() const { return laboratory_; }

 private:
  Geometry geometry_;
  Scene scene_;
  std::vector<Selection> picks_;
  Camera camera_;
  TrainPaths paths_;
  LabOnMap laboratory_;
  CrowdOnMap crowd_;
  CountryFills countries_;
  Night night_;
  Groups groups_;
  ResourceOnMap resource_;
  ArcsOnMap arcs_;
  std::vector<std::uint32_t> shown_;  ///< scratch
  const Portfolio* portfolio_ = nullptr;  ///< of the scene that was built last
  bool lines_ = false;  ///< the railways are drawn
};

/// The places that a selection stands for, in degrees; empty when it has none.
std::vector<LonLat> places_of(const World&, const Selection&);
std::vector<LonLat> places_in(const World&, const SiteGroup&);

/// How strongly the relief is drawn, 0 to 1: it fades where its cells would be seen; none without its layer.
double relief_strength(const Palette&, const ViewState&);

/// Whether the view has names of cities.
bool wants_cities(const ViewState&);

// The parts of build(), one file each.
void add_base(const Geometry&, const CountryFills&, const Night&, const SceneInput&, Scene&);  // layers.cpp
/// Projects that the filters let through, by index.
void shown_projects(const SceneInput&, std::vector<std::uint32_t>& out);
void add_markers(const Geometry&, const Camera&, const SceneInput&, const TrainPaths&, const Groups&,
                 std::span<const std::uint32_t> shown, Scene&, std::vector<Selection>& picks);  // markers.cpp
void add_trains(const Geometry&, const Camera&, const SceneInput&, const TrainPaths&, Scene&, std::vector<Selection>& picks);   // trains.cpp
Marker train_marker(const Palette&, TractionKind, float radius);
/// The laboratory's line with its stations and its train, in place of sites and other trains.             // laboratory.cpp
void add_laboratory(const Geometry&, const Camera&, const SceneInput&, Scene&, std::vector<Selection>& picks, LabOnMap&);
void add_labels(const Geometry&, const Camera&, const SceneInput&, std::span<const Selection> picks, Scene&);  // labels.cpp
/// Scale bar and attribution in the corner of the map that panels leave free.
void add_furniture(const Geometry&, const Camera&, const SceneInput&, Scene&);                   // furniture.cpp

}  // namespace gs
