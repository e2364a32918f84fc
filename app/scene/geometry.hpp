#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "map/basemap.hpp"
#include "map/projection.hpp"
#include "portfolio/portfolio.hpp"
#include "scene/scene.hpp"
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

/// The projected map: made anew only when the projection, its centre or the detail changes, never for a pan or a zoom.
class Geometry {
 public:
  Geometry();
  ~Geometry();
  Geometry(Geometry&&) noexcept;

  /// Brings the geometry up to date with the view; `moving` takes the coarse map while a globe turns.
  /// An error is PROJ's; the geometry then stays as it was.
  Outcome update(const BaseMap&, std::span<const Route>, const ViewState&, double scale, bool moving);

  const Projector& projector() const;
  std::uint64_t revision() const { return revision_; }

  Rings sea, land, lakes;
  Lines coast, borders, disputed, graticule, edge;
  std::array<std::array<Lines, kGaugeCount>, kRailStyleCount> rails;
  std::vector<RouteShape> routes;          ///< one for each route
  Lines selected_route;
  std::uint64_t selected_revision = 0;
  /// Puts the route with this id (none when empty) into selected_route.
  void highlight(std::span<const Route>, const Selection&);

 private:
  void project_base(const BaseMap&, double tolerance, bool coarse);
  void project_routes(std::span<const Route>, double tolerance);

  struct Impl;
  std::unique_ptr<Impl> impl_;
  std::uint64_t revision_ = 0;
};

}  // namespace gs
