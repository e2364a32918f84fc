#include "map/projection_text.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <numbers>

#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

#include "map/projection_families.hpp"
#include "map/sphere.hpp"

namespace gs {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kRad = kPi / 180.0;

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

std::optional<double> read_number(std::string_view text) {
  const std::string copy(text);
  char* end = nullptr;
  const double value = std::strtod(copy.c_str(), &end);
  if (copy.empty() || *end != '\0' || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// The numbers that place a cut.
using Numbers = std::map<std::string, double, std::less<>>;

bool places_the_cut(std::string_view key) {
  constexpr auto kKeys = std::to_array<std::string_view>(
      {"lon_0", "lat_0", "lonc", "lat_1", "lat_2", "lat_3", "lon_1", "lon_2", "lon_3", "h", "zone", "o_lat_p", "o_lon_p"});
  for (std::string_view one : kKeys) {
    if (key == one) return true;
  }
  return false;
}

double number(const Numbers& all, std::string_view key, double otherwise = 0.0) {
  const auto found = all.find(key);
  return found == all.end() ? otherwise : found->second;
}

/// How the family is cut; a cone opens away from its parallels.
ProjectionInfo cut_of(const KnownProjection& known, const Numbers& numbers) {
  ProjectionInfo info{ProjectionId::free_text, {}, {}, {}, Keeps::compromise, CutKind::antimeridian};
  const double lat_1 = number(numbers, "lat_1"), parallels = lat_1 + number(numbers, "lat_2", lat_1);
  switch (known.family) {
    case Family::mercator: info.lat_min = -85.0511287798, info.lat_max = 85.0511287798; break;
    case Family::cone: (parallels < 0 ? info.lat_max : info.lat_min) = parallels < 0 ? 60.0 : -60.0; break;
    case Family::azimuthal:
    case Family::transverse: info.cut = CutKind::horizon, info.horizon_deg = known.horizon_deg; break;
    case Family::zone: info.cut = CutKind::horizon, info.horizon_deg = 80.0; break;
    case Family::perspective:
      info.cut = CutKind::horizon;
      info.horizon_deg = std::acos(kEarthRadius / (kEarthRadius + std::max(0.0, number(numbers, "h")))) / kRad;
      break;
    case Family::interrupted: info.interruptions = known.interruptions; break;
    case Family::two_point: info.cut = CutKind::slit; break;
    default: break;
  }
  return info;
}

glm::dvec3 direction(double lon, double lat) { return unit_vector({lon * kRad, lat * kRad}); }

/// A frame by its axes, unit vectors of the Earth: x to the middle of the map, z to its north.
glm::dmat3 frame_of(const glm::dvec3& x, const glm::dvec3& z) {
  return glm::transpose(glm::dmat3(x, glm::cross(z, x), z));
}

/// The frame whose middle lies between the two points, both on its central meridian: so the slit, which joins the points
/// opposite them, lies on the meridian of 180 degrees, and PROJ, asked there, tells its sides apart by the sign.
bool between_points(const Numbers& n, ProjectionText& out) {
  const glm::dvec3 a = direction(number(n, "lon_1"), number(n, "lat_1")), b = direction(number(n, "lon_2"), number(n, "lat_2"));
  const double apart = angle_between(a, b);
  if (apart < 1e-6 || apart > kPi - 1e-6) return false;
  const glm::dvec3 middle = glm::normalize(a + b);
  out.turn = frame_of(middle, glm::normalize(b - middle * glm::dot(b, middle)));
  out.slit = 0.5 * apart;
  std::array<char, 32> half{};
  std::snprintf(half.data(), half.size(), "%.17g", out.slit / kRad);
  out.parameters = "+proj=tpeqd +lon_1=0 +lon_2=0 +lat_1=-" + std::string(half.data()) + " +lat_2=" + half.data();
  return true;
}

/// The frame of PROJ's ob_tran (Evenden 2005, general oblique transformation): its pole stands at o_lat_p, o_lon_p.
void tilt(const Numbers& n, ProjectionText& out) {
  const double s = std::sin(number(n, "o_lat_p") * kRad), c = std::cos(number(n, "o_lat_p") * kRad);
  const auto about_axis = [](double degrees) {
    const double cd = std::cos(degrees * kRad), sd = std::sin(degrees * kRad);
    return glm::dmat3{{cd, sd, 0}, {-sd, cd, 0}, {0, 0, 1}};
  };
  const glm::dmat3 down{{s, 0, -c}, {0, 1, 0}, {c, 0, s}};  // columns
  out.turn = about_axis(number(n, "o_lon_p")) * down * about_axis(-out.lon_0);
}

/// Where a local projection has its middle.
LonLat middle_of(const Numbers& n) {
  glm::dvec3 sum(0.0);
  for (const char digit : {'1', '2', '3'}) {
    const std::string lon = std::string("lon_") + digit, lat = std::string("lat_") + digit;
    if (n.contains(lon) && n.contains(lat)) sum += direction(number(n, lon), number(n, lat));
  }
  const double lat_1 = number(n, "lat_1"), between = 0.5 * (lat_1 + number(n, "lat_2", lat_1));
  LonLat out{number(n, "lonc", number(n, "lon_0")), number(n, "lat_0", between)};
  if (glm::length(sum) > 1e-6) {
    const glm::dvec2 at = lam_phi_of(sum) / kRad;
    out = {at.x, n.contains("lat_0") ? number(n, "lat_0") : at.y};
  }
  return out;
}

}  // namespace

std::string sphere_parameters() { return " +R=6371008.8"; }

bool is_projection_code(std::string_view text) {
  const auto part_of = [](std::string_view letters, std::string_view word) {
    return !word.empty() && word.find_first_not_of(letters) == std::string_view::npos;
  };
  constexpr std::string_view kBlank = " \t", kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const std::size_t begin = text.find_first_not_of(kBlank), colon = text.find(':');
  if (begin == std::string_view::npos || colon == std::string_view::npos) return false;
  text = text.substr(0, text.find_last_not_of(kBlank) + 1);
  return part_of(kLetters, text.substr(begin, colon - begin)) && part_of("0123456789", text.substr(colon + 1));
}

std::string on_the_sphere(std::string_view proj_string) {
  std::string out;
  while (const auto parameter = next_parameter(proj_string)) {
    if (is_ours(parameter->key) && parameter->key != "lon_0") continue;
    out += (out.empty() ? "+" : " +") + std::string(parameter->key);
    if (!parameter->value.empty()) out += "=" + std::string(parameter->value);
  }
  return out;
}

Result<ProjectionText> read_projection_text(std::string_view proj_string) {
  const auto bad = [&](std::string what) { return Error{std::string(proj_string), std::move(what)}; };
  std::string proj, o_proj, rest_of_it, lat_0;
  Numbers numbers;
  std::string_view rest = proj_string;
  while (const auto parameter = next_parameter(rest)) {
    const auto [key, value] = *parameter;
    if (key == "step" || (key == "proj" && !proj.empty())) {
      return bad("pipelines are not supported, only one projection");
    }
    if (key == "proj") {
      proj = value;
      continue;
    }
    if (key == "o_proj") o_proj = value;
    if (places_the_cut(key)) {
      const auto read = read_number(value);
      if (!read) return bad("+" + std::string(key) + " is not a plain number: \"" + std::string(value) + "\"");
      numbers[std::string(key)] = *read;
      if (key == "lat_0") lat_0 = value;
    }
    if (key == "o_alpha" || key == "o_lon_c" || key == "o_lon_1") {
      return bad("of oblique maps only those by +o_lat_p and +o_lon_p are supported");
    }
    if (is_ours(key) || key == "lat_0" || key == "zone" || key == "south" || key.starts_with("o_")) continue;
    rest_of_it += " +" + std::string(key);
    if (!value.empty()) rest_of_it += "=" + std::string(value);
  }
  if (is_projection_code(proj_string)) return bad("no +proj= in it; a code is to be looked up first");
  if (proj.empty()) return bad("no +proj= in it");
  if (makes_no_map(proj)) return bad("+proj=" + proj + " makes no map; the plain one by degrees is +proj=eqc");
  if (proj == "bipc") return bad("+proj=bipc joins two cones along a line that this map cannot cut");
  if (proj == "etmerc") proj = "tmerc";  // which is made for an ellipsoid
  const bool oblique = proj == "ob_tran";
  if (oblique && o_proj.empty()) return bad("+proj=ob_tran needs +o_proj=");
  const KnownProjection known = known_projection_of(oblique ? o_proj : proj);

  ProjectionText out;
  out.lon_0 = number(numbers, "lon_0");
  out.info = cut_of(known, numbers);
  out.centre = {out.lon_0, 0};
  out.unknown = known.family == Family::unknown;
  out.local = middle_of(numbers);
  out.parameters = "+proj=" + std::string(known.proj) + rest_of_it;
  const bool around = known.family == Family::azimuthal || known.family == Family::perspective;
  if (around) out.centre.lat = number(numbers, "lat_0");
  else if (!lat_0.empty()) out.parameters += " +lat_0=" + lat_0;

  if (oblique) {
    if (makes_no_map(o_proj)) return bad("+o_proj=" + o_proj + " makes no map; the plain one by degrees is +o_proj=eqc");
    const bool sheet = out.info.cut == CutKind::antimeridian && known.family != Family::oblique && known.family != Family::zone;
    if (!sheet) return bad("+o_proj=" + o_proj + " is not cut at a meridian: it needs no +proj=ob_tran, or cannot be tilted");
    tilt(numbers, out);
  } else if (known.family == Family::two_point) {
    if (!between_points(numbers, out)) return bad("the two points are the same, or opposite one another");
  } else if (known.family == Family::zone) {
    const double zone = number(numbers, "zone", std::floor((out.lon_0 + 180.0) / 6.0) + 1.0);
    if (zone != std::floor(zone) || zone < 1 || zone > 60) return bad("+zone is not a whole number from 1 to 60");
    out.lon_0 = out.centre.lon = 6.0 * zone - 183.0;
    out.parameters = "+proj=tmerc +k_0=0.9996";
  }
  return out;
}

ProjectionText within_circle(ProjectionText text, double degrees) {
  text.info.cut = CutKind::horizon;
  text.info.horizon_deg = degrees;
  text.info.turns = false;
  text.info.lat_min = -90, text.info.lat_max = 90;
  text.centre = text.local;
  const double lat = std::min(90.0, std::max(-90.0, text.local.lat));
  text.turn = frame_of(direction(text.local.lon, lat), direction(text.local.lon, lat + 90.0));
  const double c = std::cos(text.lon_0 * kRad), s = std::sin(text.lon_0 * kRad);
  text.proj_from_frame = glm::dmat3{{c, -s, 0}, {s, c, 0}, {0, 0, 1}} * glm::transpose(*text.turn);
  return text;
}

ProjectionText within_band(ProjectionText text, double degrees) {
  text.info.lat_min = -degrees, text.info.lat_max = degrees;
  return text;
}

}  // namespace gs
