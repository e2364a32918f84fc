#pragma once
#include <glm/mat3x3.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "units/result.hpp"

namespace gs {

/// Radius of the map's sphere, metres: the IUGG mean radius (2 a + b) / 3 of the Earth (Moritz 2000, GRS 80).
inline constexpr double kEarthRadius = 6371008.8;

/// A new projection is one id here and one row in projection_table.cpp.
enum class ProjectionId {
  equal_earth,
  robinson,
  ortho,
  lcc_eurasia,
  mercator,
  mollweide,
  natural_earth,
  winkel_tripel,
  plate_carree,
  equidistant,
  lambert_area,
  stereographic,
  satellite,
  albers_eurasia,
  two_point,
  free_text,  // made from a PROJ string, not in the table
};

/// What a projection keeps true: areas or angles everywhere on the map, distances from its centre (or its two points);
/// nothing, but all of it bearable; nothing, but as the eye would see it.
enum class Keeps { area, angle, distance, compromise, perspective };
std::string_view id_of(Keeps);  // the word itself

/// Where the sphere is cut open: along the meridian opposite lon_0, along a circle around the centre, or along an arc of a
/// great circle around the point opposite the centre.
enum class CutKind { antimeridian, horizon, slit };

/// A further cut of an interrupted map, along a meridian of the frame from a pole to `phi`; radians.
struct Interruption {
  double lam, phi;
  bool north;  // from which pole
};
inline constexpr double kBesideInterruption = 1e-9;  // radians, 6 mm: where its two sides are projected

/// One row of the table. Angles in degrees.
struct ProjectionInfo {
  ProjectionId id;
  std::string_view key;   // stable word for links and files, e.g. "equal_earth"
  std::string_view name;  // English; translations are keyed by `key`
  std::string_view proj;  // PROJ parameters without lon_0, lat_0 and +R, e.g. "+proj=eqearth"
  Keeps keeps;
  CutKind cut;
  double horizon_deg = 180.0;  // horizon only: angle from the centre to the edge, (0, 180)
  double lat_min = -90.0;      // antimeridian only: the band of latitudes shown
  double lat_max = 90.0;
  bool turns = true;           // horizon only: the map is the same around any centre
  std::span<const Interruption> interruptions = {};  // antimeridian only, by lam
  bool globe() const { return cut == CutKind::horizon && turns; }  // the centre has a latitude; dragging turns the Earth
};

std::span<const ProjectionInfo> projections();                       // in the order of a menu
const ProjectionInfo& projection_info(ProjectionId);                 // equal_earth's row for free_text
std::optional<ProjectionId> projection_from_key(std::string_view);   // nothing for an unknown word

/// Longitude and latitude, degrees, east and north positive.
struct LonLat {
  double lon = 0;
  double lat = 0;
  bool operator==(const LonLat&) const = default;
};

/// The projection's own frame: the sphere turned so that the centre has longitude 0 (and latitude 0 when `globe`).
/// Every cut is made in it, so that PROJ needs no centre and a globe turns without making a new PROJ object.
struct Frame {
  CutKind cut = CutKind::antimeridian;
  LonLat centre;
  double horizon_cos = 0;  // horizon: a point is visible when its x in the frame is above this
  double phi_min = 0;      // antimeridian: visible when phi_min < phi < phi_max, radians
  double phi_max = 0;
  double slit = 0;         // slit: half of its length, radians; it lies on the frame's meridian of 180 degrees
  bool tilted = false;     // antimeridian: the frame's poles are not the Earth's
  std::span<const Interruption> interruptions;
  glm::dmat3 turn{1.0};  // geographic unit vector -> frame unit vector (x: centre, y: east, z: north)

  /// Longitude in [-pi, pi) and latitude, radians, in the frame.
  glm::dvec2 from_geographic(double lon_deg, double lat_deg) const;
  LonLat to_geographic(glm::dvec2 lam_phi) const;  // lon in [-180, 180)
  bool visible(glm::dvec2 lam_phi) const;
};

/// Forward and inverse projection by PROJ on the sphere. The plane's unit is the earth radius (PROJ's metres /
/// kEarthRadius), x to the right, y up, the origin where PROJ puts it for a centre of longitude 0. Movable, not
/// copyable; one thread at a time.
class Projector {
 public:
  /// lon_0 any finite number of degrees (wrapped to [-180, 180)), lat_0 clamped to [-90, 90] and used by
  /// projections with a horizon only; two_point has its centre from its points. Error: {"projection KEY", PROJ's message}.
  static Result<Projector> create(ProjectionId id, double lon_0, double lat_0 = 0.0);

  /// From a PROJ string such as "+proj=wag4 +lon_0=30"; lon_0 (and lat_0 of azimuthal projections) become the
  /// centre, the ellipsoid is replaced by the sphere, so that a map is one Earth whatever it came from. Azimuthal
  /// ones are cut at their horizon, transverse and other non-global ones at a circle, interrupted ones at their
  /// interruptions, the rest at the antimeridian. A projection that this map does not know is tried on the whole sphere,
  /// then on circles around its centre; where it tears or folds on all of them it is refused.
  /// Error: {the string, PROJ's message}; pipelines and CRS codes are refused, they are no single projection.
  static Result<Projector> create(std::string_view proj_string);

  ~Projector();
  Projector(Projector&&) noexcept;
  Projector& operator=(Projector&&) noexcept;

  ProjectionId id() const { return info_.id; }
  const ProjectionInfo& info() const { return info_; }  // its views are empty for free_text
  const Frame& frame() const { return frame_; }
  LonLat centre() const { return frame_.centre; }

  /// Moves the centre, as in create(); costs nothing. A map that has one centre only keeps it.
  void recentre(double lon_0, double lat_0 = 0.0);

  /// Degrees to plane. False, and `out` untouched, where the map does not show the point: behind the horizon, outside
  /// the band of latitudes, outside PROJ's domain, not finite, |lat| > 90.
  bool forward(double lon_deg, double lat_deg, glm::dvec2& out) const;

  /// Plane to degrees; nothing outside the map's outline.
  std::optional<LonLat> inverse(glm::dvec2 plane) const;

  /// Many points at once: lon/lat degrees to plane, HUGE_VAL in both where forward() is false. Sizes must be equal;
  /// `plane` may be the same memory as `lon_lat`. Returns the number of points shown.
  std::size_t forward(std::span<const glm::dvec2> lon_lat, std::span<glm::dvec2> plane) const;

  /// In the frame, radians, without a look at visibility: what the cutter calls. In place; HUGE_VAL on failure.
  void project_frame(std::span<glm::dvec2> lam_phi_to_plane) const;
  glm::dvec2 project_frame(glm::dvec2 lam_phi) const;
  std::optional<glm::dvec2> unproject_frame(glm::dvec2 plane) const;

 private:
  struct Handle;
  Projector(std::unique_ptr<Handle>, const ProjectionInfo&);
  static Result<Projector> open(const std::string& proj_string, const ProjectionInfo&, std::string where);
  void place(const struct ProjectionText&);
  void sow();
  glm::dvec2 proj_input(glm::dvec2 lam_phi) const;
  glm::dvec2 refined(glm::dvec2 lam_phi, glm::dvec2 plane) const;
  bool leads_to(glm::dvec2 lam_phi, glm::dvec2 plane) const;
  std::optional<glm::dvec2> inverse_by_proj(glm::dvec2 plane) const;
  std::optional<glm::dvec2> inverse_by_search(glm::dvec2 plane) const;
  std::unique_ptr<Handle> handle_;
  ProjectionInfo info_;
  Frame frame_;
  bool fixed_ = false;                     // the frame does not follow recentre()
  std::optional<glm::dmat3> proj_from_frame_;  // where PROJ has another frame than the cut
};

/// Whether a text is a code such as "EPSG:3857" rather than PROJ's parameters.
bool is_projection_code(std::string_view text);

/// The PROJ string of the projection that a code names, by PROJ's database: that of a projected reference system, or
/// equirectangular for a geographic one. Any other text comes back as it is.
/// Error: {the text, PROJ's message, or that this program has no database}.
Result<std::string> projection_parameters(std::string_view text);
bool knows_projection_codes();  // whether this program has the database

/// Shortest distance on the WGS 84 ellipsoid, kilometres (Karney 2013, as in PROJ's geodesic.h). Degrees; any
/// longitude, |lat| <= 90, else NaN. distance_km({0, 0}, {1, 0}) == 111.319...
double distance_km(LonLat a, LonLat b);

}  // namespace gs
