#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "map/basemap.hpp"
#include "map/cut.hpp"
#include "map/lattice.hpp"
#include "map/projection.hpp"
#include "portfolio/portfolio.hpp"
#include "scene/scene.hpp"
#include "scene/view.hpp"
#include "scene/water.hpp"
#include "state/state.hpp"

namespace gs {

/// How a railway is drawn. What is not known to be electrified is drawn as a thin plain line.
enum class RailStyle : std::uint8_t { electrified, partly, diesel, unknown, construction, planned, ferry };
inline constexpr int kRailStyleCount = 7;
enum class Gauge : std::uint8_t { standard, broad, narrow, unknown };
inline constexpr int kGaugeCount = 4;
RailStyle rail_style(const Route&);
Gauge gauge(const Route&);

/// A railway in the plane: where its trains run and where a click finds it.
struct RouteShape {
  std::vector<glm::dvec2> points;     ///< all visible pieces one after the other
  std::vector<std::uint32_t> starts;  ///< first point of each piece
  double length = 0.0;                ///< earth radii in the plane
  std::optional<glm::dvec2> from, to;  ///< ends, where visible
};

/// Puts projected rings in place of those of a layer.
void put(const ProjectedRings& from, Rings& to);
/// Adds projected lines to those of a layer.
void append(const ProjectedLines& from, Lines& to);

/// From this scale on, px per earth radius, the map wants its 1:10 million detail: 2 km a px, 1:7.5 million on a screen of
/// 96 px to the inch.
inline constexpr double kFineScale = 3200.0;

/// The rings of the land that are a country's.
struct CountryPart {
  Span rings;
  std::uint32_t country;  ///< index of BaseMap::countries
};

/// What of the base map there is to draw: `fine` is null until the finest detail has been read; `water` is empty until it
/// has, and where it is not shown.
struct BaseDetails {
  const BaseMap& base;
  const Detail* fine = nullptr;
  WaterDetails water{};
  bool relief = false;  ///< whether a lattice for it is wanted
};

/// The projected map: made anew only when the projection, its centre or the detail changes, not for a pan or a zoom; from
/// kFineScale on only the surroundings of the view are made, and anew when it leaves them.
class Geometry {
 public:
  Geometry();
  ~Geometry();
  Geometry(Geometry&&) noexcept;

  /// What will do while things move.
  struct Haste {
    bool fewer_points = false;
    bool held = false;  ///< of a flat map: what was made for another zoom, unless it is far too coarse or fine
  };
  /// Brings the geometry up to date with the view. An error is PROJ's; the geometry then stays as it was.
  Outcome update(const BaseDetails&, std::span<const Route>, const ViewState&, const Window&, Haste);

  const Projector& projector() const;
  double tolerance() const;  ///< earth radii that a chord may lie off its curve
  std::uint64_t revision() const { return revision_; }
  /// Whether the view of the last update is one for the finest detail, be it there or not.
  bool wants_fine() const { return wants_fine_; }
  /// The detail that is drawn: "110m", "50m", "10m".
  std::string_view detail() const { return detail_; }

  Rings sea, land;
  std::vector<CountryPart> land_parts;
  Water water;
  Lattice lattice;  ///< for the relief
  Lines coast, borders, disputed, graticule, edge;
  std::array<std::array<Lines, kGaugeCount>, kRailStyleCount> rails;
  std::vector<RouteShape> routes;          ///< one for each route
  Lines selected_route;
  std::uint64_t selected_revision = 0;
  /// Puts the route with this id (none when empty) into selected_route.
  void highlight(std::span<const Route>, const Selection&);

 private:
  void project_base(const Detail&, double tolerance, const std::optional<Cap>& view);
  void project_routes(std::span<const Route>, double tolerance);

  struct Impl;
  std::unique_ptr<Impl> impl_;
  std::uint64_t revision_ = 0;
  bool wants_fine_ = false;
  std::string_view detail_;
};

}  // namespace gs
