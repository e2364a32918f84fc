#include "eval/pv.hpp"

#include <cmath>
#include <limits>

#include "eval/rows.hpp"
#include "model/numerics.hpp"
#include "model/pv/air_mass.hpp"
#include "model/pv/cell_temperature.hpp"
#include "model/pv/erbs.hpp"
#include "model/pv/extraterrestrial.hpp"
#include "model/pv/iam.hpp"
#include "model/pv/perez.hpp"
#include "model/pv/pvwatts.hpp"
#include "model/pv/sheds.hpp"
#include "model/pv/tracking.hpp"

namespace gs::eval {
namespace {

namespace pv = model::pv;
using numerics::kDegree;
using Problems = std::vector<Error>;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

constexpr Column input(std::string_view name, std::string_view unit, std::string_view meaning, double low,
                       double high) {
  return {.name = name, .unit = unit, .meaning = meaning, .low = low, .high = high};
}
constexpr Column output(std::string_view name, std::string_view unit, std::string_view meaning) {
  return {.name = name, .unit = unit, .meaning = meaning};
}

// ---- erbs

constexpr Column kErbsTakes[] = {input("ghi_Wm2", "W/m2", "global horizontal irradiance", 0, 5000),
                                 input("zenith_deg", "degree", "true zenith angle of the sun", 0, 180),
                                 input("doy", "day", "day of the year", 1, 367)};
constexpr Column kErbsGives[] = {
    output("dni_extra_Wm2", "W/m2", "extraterrestrial normal irradiance (Spencer 1971, 1366.1 W/m2)"),
    output("kt", "1", "clearness index"), output("dni_Wm2", "W/m2", "beam, normal to the sun"),
    output("dhi_Wm2", "W/m2", "diffuse on the horizontal")};

Problems run_erbs(const Given& given, Computed& computed) {
  by_rows(given.table, kErbsTakes, kErbsGives, computed, [](const std::array<double, 3>& in) -> std::array<double, 4> {
    const double extra = pv::extraterrestrial_normal(in[2]);
    const auto split = pv::erbs(in[0], numerics::cos(in[1] * kDegree), extra, in[1] > pv::kErbsLimit_deg);
    return {extra, split.clearness, split.beam, split.diffuse};
  });
  return {};
}

// ---- transposition_perez

constexpr Column kPerezTakes[] = {input("zenith_deg", "degree", "apparent zenith angle of the sun", 0, 180),
                                  input("azimuth_deg", "degree", "of the sun, clockwise from north", -360, 720),
                                  input("surface_tilt_deg", "degree", "of the plane against the horizontal", 0, 180),
                                  input("surface_azimuth_deg", "degree", "where the plane faces", -360, 720),
                                  input("dni_Wm2", "W/m2", "beam, normal to the sun", 0, 20000),
                                  input("dhi_Wm2", "W/m2", "diffuse on the horizontal", 0, 5000),
                                  input("ghi_Wm2", "W/m2", "global on the horizontal", 0, 5000),
                                  input("dni_extra_Wm2", "W/m2", "extraterrestrial normal irradiance", 1, 5000),
                                  input("albedo", "1", "of the ground", 0, 1)};
constexpr Column kPerezGives[] = {output("aoi_deg", "degree", "angle of incidence"),
                                  output("airmass", "1", "relative (Kasten and Young 1989); empty below the horizon"),
                                  output("perez_poa_sky_diffuse", "W/m2", "diffuse light of the sky on the plane"),
                                  output("perez_poa_isotropic", "W/m2", "of it: from the whole sky"),
                                  output("perez_poa_circumsolar", "W/m2", "of it: from about the sun"),
                                  output("perez_poa_horizon", "W/m2", "of it: from along the horizon"),
                                  output("beam", "W/m2", "on the plane"),
                                  output("ground_diffuse", "W/m2", "thrown back by the ground onto the plane"),
                                  output("poa_global", "W/m2", "sum of sky, beam and ground")};

std::array<double, 9> transposed(const std::array<double, 9>& in) {
  const auto [zenith, azimuth, tilt, facing, dni, dhi, ghi, extra, albedo] = in;
  const pv::Sun<double> sun = pv::sun_at(zenith, azimuth);
  const pv::Surface<double> plane = pv::surface_at(tilt, facing);
  const double incidence = pv::cos_incidence(plane, sun);
  const double mass = zenith > 90.0 ? kNan : pv::air_mass(sun.up, 90.0 - zenith);
  pv::SkyDiffuse<double> sky{};  // none below the horizon
  if (zenith <= 90.0) sky = pv::perez(plane, incidence, sun.up, zenith * kDegree, dni, dhi, extra, mass);
  const double beam = pv::beam_on_plane(dni, incidence), ground = pv::ground_diffuse(plane, ghi, albedo);
  return {pv::angle_of(incidence),  mass, sky.total, sky.isotropic, sky.circumsolar, sky.horizon, beam, ground,
          sky.total + beam + ground};
}

Problems run_perez(const Given& given, Computed& computed) {
  by_rows(given.table, kPerezTakes, kPerezGives, computed, transposed);
  return {};
}

// ---- iam

constexpr Column kIamTakes[] = {
    input("aoi_deg", "degree", "angle of incidence", 0, 180), input("n", "1", "refractive index of the cover", 1, 5),
    input("K_per_m", "1/m", "extinction of the cover", 0, 1000), input("L_m", "m", "thickness of the cover", 0, 1),
    input("tilt_deg", "degree", "of the plane, for the diffuse modifiers", 0, 180)};
constexpr Column kIamGives[] = {output("physical", "1", "modifier of the beam"),
                                output("physical_ar129", "1", "the same with a coating of index 1.29"),
                                output("diffuse_sky", "1", "modifier of the sky's light, of the default cover"),
                                output("diffuse_horizon", "1", "of that along the horizon"),
                                output("diffuse_ground", "1", "of that from the ground")};

Problems run_iam(const Given& given, Computed& computed) {
  const pv::Glass usual = pv::glass_of({});
  by_rows(given.table, kIamTakes, kIamGives, computed, [&](const std::array<double, 5>& in) -> std::array<double, 5> {
    const double incidence = numerics::cos(in[0] * kDegree);
    pv::Cover cover{in[1], in[2], in[3], 0.0};
    const double plain = pv::incidence_modifier(pv::glass_of(cover), incidence);
    cover.coating_index = 1.29;
    const double coated = pv::incidence_modifier(pv::glass_of(cover), incidence);
    const pv::DiffuseModifiers diffuse = pv::diffuse_modifiers(usual, in[4]);
    return {plain, coated, diffuse.sky, diffuse.horizon, diffuse.ground};
  });
  return {};
}

// ---- cell_temperature

constexpr Column kCellTakes[] = {input("poa_Wm2", "W/m2", "irradiance on the plane", 0, 5000),
                                 input("temp_air_C", "C", "of the air", -100, 100),
                                 input("wind_ms", "m/s", "at the modules", 0, 200)};
constexpr Column kCellGives[] = {output("faiman", "C", "cell temperature with u0 25, u1 6.84"),
                                 output("faiman_25_12", "C", "the same with u1 1.2")};

Problems run_cell(const Given& given, Computed& computed) {
  by_rows(given.table, kCellTakes, kCellGives, computed, [](const std::array<double, 3>& in) -> std::array<double, 2> {
    return {pv::faiman(in[0], in[1], in[2], 25.0, 6.84), pv::faiman(in[0], in[1], in[2], 25.0, 1.2)};
  });
  return {};
}

// ---- pvwatts

constexpr Column kPvwattsTakes[] = {input("eff_irr_Wm2", "W/m2", "irradiance that reaches the cells", 0, 5000),
                                    input("tcell_C", "C", "cell temperature", -100, 200),
                                    input("pdc0_W", "W", "rated power of the modules", 0, 1e15),
                                    input("gamma_per_C", "1/C", "change of power with temperature", -0.1, 0.1),
                                    input("losses_pct", "%", "of the system", 0, 100),
                                    input("inv_pdc0_W", "W", "greatest power into the inverter", 1e-6, 1e15),
                                    input("eta_inv_nom", "1", "nominal efficiency of the inverter", 0, 1)};
constexpr Column kPvwattsGives[] = {output("pdc_W", "W", "of the modules"),
                                    output("pdc_net_W", "W", "after the losses"),
                                    output("pac_W", "W", "of the inverter, clipped")};

Problems run_pvwatts(const Given& given, Computed& computed) {
  by_rows(given.table, kPvwattsTakes, kPvwattsGives, computed,
          [](const std::array<double, 7>& in) -> std::array<double, 3> {
            const double dc = pv::modules_power(in[0], in[1], in[2], in[3]);
            const double net = dc * (1.0 - in[4] / 100.0);
            return {dc, net, pv::inverter_power(net, pv::Inverter{in[5], in[6]})};
          });
  return {};
}

// ---- tracking

constexpr Column kTrackingTakes[] = {
    input("apparent_zenith_deg", "degree", "of the sun", 0, 180),
    input("azimuth_deg", "degree", "of the sun, clockwise from north", -360, 720),
    input("axis_tilt_deg", "degree", "of the axis against the horizontal", 0, 90),
    input("axis_azimuth_deg", "degree", "where the axis points", -360, 720),
    input("max_angle_deg", "degree", "greatest rotation", 0, 180),
    input("backtrack", "0 or 1", "whether it turns back from the shadow of the next row", 0, 1),
    input("gcr", "1", "width of a row over the distance of two axes", 0.001, 1),
    input("cross_axis_tilt_deg", "degree", "slope across the axes", -89, 89)};
constexpr Column kTrackingGives[] = {
    output("psza_deg", "degree", "projected solar zenith: the rotation that faces the sun"),
    output("tracker_theta_deg", "degree", "rotation; like those below empty when the sun is down"),
    output("aoi_deg", "degree", "angle of incidence"),
    output("surface_tilt_deg", "degree", "tilt of the plane"),
    output("surface_azimuth_deg", "degree", "where the plane faces, 0..360"),
    output("shaded_fraction1d", "1", "share of a row's width in the next row's shadow")};

std::array<double, 6> tracked(const std::array<double, 8>& in) {
  const pv::Tracking tracking{in[2], in[3], in[4], in[5] == 1.0, in[6], in[7]};
  const pv::Axis axis = pv::axis_of(tracking);
  const pv::Rotation<double> rotation = pv::rotate(axis, pv::sun_at(in[0], in[1]));
  const pv::TrackerAngles angles = pv::angles_of(tracking, rotation);
  if (in[0] > 90.0) return {angles.true_rotation, kNan, kNan, kNan, kNan, kNan};
  return {angles.true_rotation, angles.rotation, angles.incidence,
          angles.tilt,          angles.azimuth,  pv::shaded_share(axis, rotation)};
}

Problems run_tracking(const Given& given, Computed& computed) {
  Problems problems;
  const std::span<const double> backtrack = given.table["backtrack"];
  for (std::size_t row = 0; row < backtrack.size(); ++row)
    if (backtrack[row] != 0.0 && backtrack[row] != 1.0)
      problems.push_back({given.table.where(row, "backtrack"), "expected 0 or 1"});
  if (problems.empty()) by_rows(given.table, kTrackingTakes, kTrackingGives, computed, tracked);
  return problems;
}

// ---- bifacial

constexpr Column kBifacialTakes[] = {input("zenith_deg", "degree", "apparent zenith angle of the sun", 0, 90),
                                     input("azimuth_deg", "degree", "of the sun, clockwise from north", -360, 720),
                                     input("tilt_deg", "degree", "of the rows", 0, 90),
                                     input("surface_azimuth_deg", "degree", "where the rows face", -360, 720),
                                     input("gcr", "1", "width of a row over the distance of two", 0.001, 1),
                                     input("height_m", "m", "of a row's middle above the ground", 0, 100),
                                     input("pitch_m", "m", "distance of two rows", 0.1, 1000),
                                     input("ghi", "W/m2", "global on the horizontal", 0, 5000),
                                     input("dhi", "W/m2", "diffuse on the horizontal", 0, 5000),
                                     input("dni", "W/m2", "beam, normal to the sun", 0, 20000),
                                     input("albedo", "1", "of the ground", 0, 1)};
constexpr Column kBifacialGives[] = {
    output("iso_poa_front", "W/m2", "front, isotropic sky"),
    output("iso_poa_back", "W/m2", "back, isotropic sky"),
    output("iso_poa_global", "W/m2", "front and 0.7 of the back less 2 % shaded by the frame"),
    output("iso_shaded_front", "1", "share of the front in the next row's shadow"),
    output("hd_poa_front", "W/m2", "front, Hay and Davies' sky (1366.1 W/m2 outside the air)"),
    output("hd_poa_back", "W/m2", "back, Hay and Davies' sky")};

/// Whether the sun, projected onto the plane across the rows, stands more than 85 degrees from the zenith.
bool too_low(const pv::Sun<double>& sun, double facing_deg) {
  const pv::Sun<double> facing = pv::sun_at(90.0, facing_deg);
  const double across = std::fabs(facing.east * sun.east + facing.north * sun.north);
  return across * pv::kRowsLowSunCosine > sun.up * std::sqrt(1.0 - pv::kRowsLowSunCosine * pv::kRowsLowSunCosine);
}

std::array<double, 6> both_sides(const std::array<double, 11>& in) {
  constexpr double kBifaciality = 0.7, kShadedByFrame = 0.02;
  const auto [zenith, azimuth, tilt, facing, width, height, pitch, ghi, dhi, dni, albedo] = in;
  const pv::Sun<double> sun = pv::sun_at(zenith, azimuth);
  const pv::Surface<double> plane = pv::surface_at(tilt, facing);
  const double incidence = pv::cos_incidence(plane, sun), gcr = width;
  const double ground_sky = pv::ground_sky_view(gcr, height / pitch, plane.up, plane.slope);
  const bool low = too_low(sun, facing);
  const pv::RowLight<double> whole{ghi, dhi, dni, albedo};
  const auto side = [&](double sign, const pv::RowLight<double>& light) {
    pv::RowViews<double> views = pv::row_views(gcr, sign * plane.up);
    views.ground_sky = ground_sky;
    return pv::side_of_row(gcr, views, sign * incidence, sun.up, light, low);
  };
  const pv::Side<double> front = side(1.0, whole);
  const double back = side(-1.0, whole).total();
  const pv::BeamAndSky moved = pv::hay_davies(dni, dhi, sun.up, pv::kSolarConstant);
  const pv::RowLight<double> other{ghi, moved.diffuse, moved.beam, albedo};
  return {front.total(),
          back,
          front.total() + back * kBifaciality * (1.0 - kShadedByFrame),
          front.shaded,
          side(1.0, other).total(),
          side(-1.0, other).total()};
}

Problems run_bifacial(const Given& given, Computed& computed) {
  by_rows(given.table, kBifacialTakes, kBifacialGives, computed, both_sides);
  return {};
}

}  // namespace

const Model kErbs{"erbs",     "Global irradiance split into beam and diffuse (Erbs, Klein and Duffie 1982).",
                  kErbsTakes, kErbsGives,
                  {},         run_erbs};
const Model kTranspositionPerez{"transposition_perez",
                                "Light on a tilted plane (Perez et al. 1990, all sites composite).",
                                kPerezTakes,
                                kPerezGives,
                                {},
                                run_perez};
const Model kIam{"iam",     "Reflection at a module's cover (De Soto, Klein and Beckman 2006; diffuse: Marion 2017).",
                 kIamTakes, kIamGives,
                 {},        run_iam};
const Model kCellTemperature{
    "cell_temperature", "Temperature of a module's cells (Faiman 2008).", kCellTakes, kCellGives, {}, run_cell};
const Model kPvwatts{
    "pvwatts",  "Power of modules and inverter (PVWatts version 5, Dobos 2014).", kPvwattsTakes, kPvwattsGives, {},
    run_pvwatts};
const Model kTracking{"tracking",
                      "A single-axis tracker with slope-aware backtracking (Anderson and Mikofski 2020).",
                      kTrackingTakes,
                      kTrackingGives,
                      {},
                      run_tracking};
const Model kBifacial{"bifacial",
                      "Light on both sides of long rows (Mikofski et al. 2019, Marion et al. 2017).",
                      kBifacialTakes,
                      kBifacialGives,
                      {},
                      run_bifacial};

}  // namespace gs::eval
