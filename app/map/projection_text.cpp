#include "map/projection_text.hpp"

#include <array>
#include <cmath>
#include <cstdlib>
#include <numbers>

namespace gs {
namespace {

enum class Family { world, cone, mercator, azimuthal, perspective, transverse };

struct Known {
  std::string_view proj;
  Family family;
  double horizon_deg = 180.0;
};

// World maps whose edge is the antimeridian; the cone that ends nowhere; and maps around a point. Interrupted and
// faceted maps (igh, healpix, isea ...) and local grids are left out: their inner cuts would need an outline of their own.
constexpr auto kKnown = std::to_array<Known>({
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
    {"aea", Family::world}, {"eqdc", Family::world},
    {"merc", Family::mercator}, {"lcc", Family::cone},
    {"ortho", Family::azimuthal, 90.0}, {"laea", Family::azimuthal, 179.0}, {"aeqd", Family::azimuthal, 179.99},
    {"stere", Family::azimuthal, 142.0}, {"gnom", Family::azimuthal, 60.0}, {"nsper", Family::perspective},
    {"tmerc", Family::transverse, 80.0}, {"cass", Family::transverse, 80.0},
});

const Known* find_known(std::string_view proj) {
  for (const Known& known : kKnown) {
    if (known.proj == proj) return &known;
  }
  return nullptr;
}

/// Parameters that the map decides itself: the sphere, the plane's origin and unit, wrapping.
bool is_ours(std::string_view key) {
  constexpr auto kOurs = std::to_array<std::string_view>(
      {"lon_0", "R", "R_A", "R_V", "R_a", "R_g", "R_h", "a", "b", "rf", "f", "es", "e", "ellps", "datum", "towgs84",
       "nadgrids", "geoidgrids", "units", "vunits", "to_meter", "x_0", "y_0", "over", "lon_wrap", "pm", "axis", "type",
       "no_defs", "wktext"});
  for (std::string_view ours : kOurs) {
    if (key == ours) return true;
  }
  return false;
}

struct Parameter {
  std::string_view key, value;
};

std::optional<Parameter> next_parameter(std::string_view& rest) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = rest.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return std::nullopt;
  rest.remove_prefix(begin);
  std::string_view word = rest.substr(0, rest.find_first_of(kBlank));
  rest.remove_prefix(word.size());
  if (word.front() == '+') word.remove_prefix(1);
  const std::size_t equals = word.find('=');
  if (equals == std::string_view::npos) return Parameter{word, {}};
  return Parameter{word.substr(0, equals), word.substr(equals + 1)};
}

std::optional<double> read_degrees(std::string_view text) {
  const std::string copy(text);
  char* end = nullptr;
  const double value = std::strtod(copy.c_str(), &end);
  if (copy.empty() || *end != '\0' || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// How the family is cut; lat_1 says on which side of the equator a cone opens.
ProjectionInfo cut_of(const Known& known, double lat_1, double height) {
  ProjectionInfo info{ProjectionId::free_text, {}, {}, {}, Keeps::compromise, CutKind::antimeridian};
  switch (known.family) {
    case Family::world: break;
    case Family::mercator: info.lat_min = -85.0511287798, info.lat_max = 85.0511287798; break;
    case Family::cone: (lat_1 < 0 ? info.lat_max : info.lat_min) = lat_1 < 0 ? 60.0 : -60.0; break;
    case Family::azimuthal:
    case Family::transverse: info.cut = CutKind::horizon, info.horizon_deg = known.horizon_deg; break;
    case Family::perspective:
      info.cut = CutKind::horizon;
      info.horizon_deg = std::acos(kEarthRadius / (kEarthRadius + height)) * 180.0 / std::numbers::pi;
      break;
  }
  return info;
}

}  // namespace

std::string sphere_parameters() { return " +R=6371008.8"; }

Result<ProjectionText> read_projection_text(std::string_view proj_string) {
  const auto bad = [&](std::string what) { return Error{std::string(proj_string), std::move(what)}; };
  ProjectionText out;
  std::string proj, lat_0;
  double lat_1 = 0, height = 0;
  std::string_view rest = proj_string;
  while (const auto parameter = next_parameter(rest)) {
    const auto [key, value] = *parameter;
    if (key == "step" || (key == "proj" && !proj.empty())) {
      return bad("pipelines are not supported, only one projection");
    }
    if (key == "proj") proj = value;
    if (key == "lon_0" || key == "lat_0" || key == "lat_1" || key == "h") {
      const auto number = read_degrees(value);
      if (!number) return bad("+" + std::string(key) + " is not a plain number: \"" + std::string(value) + "\"");
      if (key == "lon_0") out.centre.lon = *number;
      if (key == "lat_1") lat_1 = *number;
      if (key == "h") height = *number;
      if (key == "lat_0") out.centre.lat = *number, lat_0 = value;
    }
    if (is_ours(key) || key == "lat_0") continue;
    out.parameters += (out.parameters.empty() ? "+" : " +") + std::string(key);
    if (!value.empty()) out.parameters += "=" + std::string(value);
  }
  if (proj.empty()) return bad("no +proj= in it; codes are not supported, only PROJ's own parameters");
  const Known* known = find_known(proj);
  if (!known) return bad("+proj=" + proj + " is not a projection that this map can cut");
  out.info = cut_of(*known, lat_1, height);
  const bool turns = known->family == Family::azimuthal || known->family == Family::perspective;
  if (!turns) {
    if (!lat_0.empty()) out.parameters += " +lat_0=" + lat_0;
    out.centre.lat = 0;
  }
  return out;
}

}  // namespace gs
