#include "map/projection_families.hpp"

#include <algorithm>
#include <array>
#include <numbers>

namespace gs {
namespace {

constexpr double deg(double d) { return d * std::numbers::pi / 180.0; }

// Goode 1925 for the land and for the oceans, as in PROJ's igh and igh_o.
constexpr std::array<Interruption, 4> kLand{
    {{deg(-100), 0, false}, {deg(-40), 0, true}, {deg(-20), 0, false}, {deg(80), 0, false}}};
constexpr std::array<Interruption, 4> kOcean{
    {{deg(-90), 0, true}, {deg(-60), 0, false}, {deg(60), 0, true}, {deg(90), 0, false}}};

constexpr auto kKnown = std::to_array<KnownProjection>({
    {"eqearth", Family::world}, {"robin", Family::world}, {"moll", Family::world}, {"natearth", Family::world},
    {"natearth2", Family::world}, {"wintri", Family::world}, {"eqc", Family::world}, {"mill", Family::world},
    {"cea", Family::world}, {"gall", Family::world}, {"sinu", Family::world}, {"hammer", Family::world},
    {"aitoff", Family::world}, {"wag1", Family::world}, {"wag2", Family::world}, {"wag3", Family::world},
    {"wag4", Family::world}, {"wag5", Family::world}, {"wag6", Family::world}, {"wag7", Family::world},
    {"eck1", Family::world}, {"eck2", Family::world}, {"eck3", Family::world}, {"eck4", Family::world},
    {"eck5", Family::world}, {"eck6", Family::world}, {"kav5", Family::world}, {"kav7", Family::world},
    {"vandg", Family::world}, {"patterson", Family::world}, {"times", Family::world}, {"hatano", Family::world},
    {"boggs", Family::world}, {"crast", Family::world}, {"collg", Family::world}, {"fahey", Family::world},
    {"goode", Family::world}, {"loxim", Family::world}, {"nell_h", Family::world}, {"putp2", Family::world},
    {"wink1", Family::world}, {"wink2", Family::world}, {"qua_aut", Family::world}, {"mbt_fps", Family::world},
    {"aea", Family::world}, {"eqdc", Family::world}, {"bonne", Family::world}, {"comill", Family::world},
    {"merc", Family::mercator}, {"webmerc", Family::mercator}, {"lcc", Family::cone},
    {"ortho", Family::azimuthal, 90.0}, {"laea", Family::azimuthal, 179.0}, {"aeqd", Family::azimuthal, 179.99},
    {"stere", Family::azimuthal, 142.0}, {"gnom", Family::azimuthal, 60.0}, {"airy", Family::azimuthal, 89.9},
    {"nsper", Family::perspective}, {"geos", Family::perspective},
    {"tmerc", Family::transverse, 80.0}, {"cass", Family::transverse, 80.0},
    {"igh", Family::interrupted, 180.0, kLand}, {"igh_o", Family::interrupted, 180.0, kOcean},
    {"tpeqd", Family::two_point}, {"ob_tran", Family::oblique}, {"utm", Family::zone},
});

constexpr auto kNoMap = std::to_array<std::string_view>(
    {"longlat", "latlong", "latlon", "lonlat", "cart", "geoc", "geocent", "geogoffset", "noop", "affine", "axisswap", "set",
     "push", "pop", "unitconvert", "helmert", "molobadekas", "molodensky", "hgridshift", "vgridshift", "gridshift",
     "xyzgridshift", "deformation", "defmodel", "tinshift", "horner", "topocentric", "vertoffset"});

}  // namespace

KnownProjection known_projection_of(std::string_view proj) {
  for (const KnownProjection& known : kKnown) {
    if (known.proj == proj) return known;
  }
  return {proj, Family::unknown};
}

bool makes_no_map(std::string_view proj) { return std::find(kNoMap.begin(), kNoMap.end(), proj) != kNoMap.end(); }

}  // namespace gs
