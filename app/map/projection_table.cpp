#include <array>

#include "map/projection.hpp"

namespace gs {
namespace {

using enum ProjectionId;
using enum Keeps;
using enum CutKind;

// Horizons: 90 degrees is what is seen from infinity; azimuthal maps of the whole Earth stop just short of the point
// opposite the centre, which is their whole edge; the stereographic map at 142 degrees, where it is 6 radii wide. The
// satellite is two radii up: acos(1 / 3). Bands: Mercator's makes the map a square (as web tiles do); Lambert's
// cone leaves out Antarctica, which would take most of the sheet. The two points: stations in route_points.csv.
constexpr std::array<ProjectionInfo, 15> kTable = {{
    {equal_earth, "equal_earth", "Equal Earth", "+proj=eqearth", area, antimeridian},
    {robinson, "robinson", "Robinson", "+proj=robin", compromise, antimeridian},
    {ortho, "ortho", "Globe", "+proj=ortho", perspective, horizon, 90.0},
    {lcc_eurasia, "lcc_eurasia", "Eurasia, Lambert conformal", "+proj=lcc +lat_1=20 +lat_2=60 +lat_0=40", angle,
     antimeridian, 180.0, -60.0, 90.0},
    {mercator, "mercator", "Mercator", "+proj=merc", angle, antimeridian, 180.0, -85.0511287798, 85.0511287798},
    {mollweide, "mollweide", "Mollweide", "+proj=moll", area, antimeridian},
    {natural_earth, "natural_earth", "Natural Earth", "+proj=natearth", compromise, antimeridian},
    {winkel_tripel, "winkel_tripel", "Winkel tripel", "+proj=wintri", compromise, antimeridian},
    {plate_carree, "plate_carree", "Equirectangular", "+proj=eqc", compromise, antimeridian},
    {equidistant, "equidistant", "Azimuthal equidistant", "+proj=aeqd", distance, horizon, 179.99},
    {lambert_area, "lambert_area", "Lambert azimuthal equal-area", "+proj=laea", area, horizon, 179.0},
    {stereographic, "stereographic", "Stereographic", "+proj=stere", angle, horizon, 142.0},
    {satellite, "satellite", "Globe from two radii up", "+proj=nsper +h=12742017.6", perspective, horizon,
     70.528779365509},
    {albers_eurasia, "albers_eurasia", "Eurasia, Albers equal-area", "+proj=aea +lat_1=20 +lat_2=60 +lat_0=40", area,
     antimeridian},
    {two_point, "two_point", "Two-point equidistant, Xi'an and Duisburg",
     "+proj=tpeqd +lat_1=51.432 +lon_1=6.765 +lat_2=34.258 +lon_2=108.929", distance, slit},
}};

}  // namespace

std::string_view id_of(Keeps k) {
  constexpr std::array<std::string_view, 5> kWords{"area", "angle", "distance", "compromise", "perspective"};
  return kWords[static_cast<std::size_t>(k)];
}

std::span<const ProjectionInfo> projections() { return kTable; }

const ProjectionInfo& projection_info(ProjectionId id) {
  for (const ProjectionInfo& row : kTable) {
    if (row.id == id) return row;
  }
  return kTable.front();
}

std::optional<ProjectionId> projection_from_key(std::string_view key) {
  for (const ProjectionInfo& row : kTable) {
    if (row.key == key) return row.id;
  }
  return std::nullopt;
}

}  // namespace gs
