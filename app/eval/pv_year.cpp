#include "eval/pv_year.hpp"

#include <array>
#include <cmath>
#include <map>
#include <string>

#include "model/numerics.hpp"
#include "model/pv/pv_year.hpp"

namespace gs::eval {
namespace {

namespace pv = model::pv;
namespace sun = model::sun;
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kUsualAzimuth_deg = 180.0, kUsualAlbedo = 0.2;

constexpr Column kTakes[] = {
    {.name = "site", .unit = "", .meaning = "a site of --sites", .text = true},
    {.name = "unix_s",
     .unit = "s",
     .meaning = "when the sun is looked at: the middle of the hour, since 1970 UTC",
     .low = -1.253e11,
     .high = 1.2717e11},
    {.name = "ghi", .unit = "W/m2", .meaning = "global horizontal irradiance", .low = 0.0, .high = 3000.0},
    {.name = "temp_air", .unit = "degC", .meaning = "temperature of the air", .low = -100.0, .high = 100.0},
    {.name = "wind", .unit = "m/s", .meaning = "wind at the modules", .low = 0.0, .high = 150.0},
};

constexpr Column kSiteColumns[] = {
    {.name = "site", .unit = "", .meaning = "name", .text = true},
    {.name = "lat", .unit = "deg", .meaning = "latitude, north positive", .low = -90.0, .high = 90.0},
    {.name = "lon", .unit = "deg", .meaning = "longitude, east positive", .low = -360.0, .high = 360.0},
    {.name = "alt_m", .unit = "m", .meaning = "above the sea", .low = -500.0, .high = 11000.0},
    {.name = "tilt", .unit = "deg", .meaning = "of the fixed modules", .low = 0.0, .high = 180.0},
    {.name = "az",
     .unit = "deg",
     .meaning = "where they face, clockwise from north; 180 where absent",
     .low = -360.0,
     .high = 360.0,
     .may_lack = true},
    {.name = "albedo",
     .unit = "1",
     .meaning = "of the ground; 0.2 where absent",
     .low = 0.0,
     .high = 1.0,
     .may_lack = true},
};
constexpr Extra kExtras[] = {{.option = "sites", .columns = kSiteColumns}};

/// A row, computed.
struct Hour {
  pv::Sun<double> sun;  ///< true
  double extraterrestrial;
  pv::HourLight<double> light;
  pv::PlantHour<double> fixed, tracked;

  bool up() const { return light.seen.elevation_deg >= 0.0; }
  double true_elevation() const { return light.seen.elevation_deg - light.seen.refraction_deg; }
};

/// A column and where it comes from.
struct Output {
  Column column;
  double (*value)(const Hour&);
};

constexpr double kRatedPower_W = 1000.0;

constexpr Output kZenith{{.name = "zenith", .unit = "deg", .meaning = "of the sun, without refraction"},
                         [](const Hour& h) { return 90.0 - h.true_elevation(); }};
constexpr Output kApparentZenith{{.name = "apparent_zenith", .unit = "deg", .meaning = "of the sun, with refraction"},
                                 [](const Hour& h) { return 90.0 - h.light.seen.elevation_deg; }};
constexpr Output kAzimuth{{.name = "azimuth", .unit = "deg", .meaning = "of the sun, clockwise from north"},
                          [](const Hour& h) { return sun::azimuth_deg(h.sun); }};
constexpr Output kOutside{{.name = "dni_extra", .unit = "W/m2", .meaning = "normal irradiance outside the air"},
                          [](const Hour& h) { return h.extraterrestrial; }};
constexpr Output kAirMass{{.name = "airmass", .unit = "1", .meaning = "relative air mass; empty when the sun is down"},
                          [](const Hour& h) { return h.up() ? h.light.mass : kNan; }};
constexpr Output kDni{{.name = "dni", .unit = "W/m2", .meaning = "beam, normal to the sun"},
                      [](const Hour& h) { return h.light.light.dni; }};
constexpr Output kDhi{{.name = "dhi", .unit = "W/m2", .meaning = "diffuse, on the horizontal"},
                      [](const Hour& h) { return h.light.light.dhi; }};

constexpr Output kFixAoi{{.name = "fix_aoi", .unit = "deg", .meaning = "angle of incidence, fixed modules"},
                         [](const Hour& h) { return pv::angle_of(h.fixed.on.cos_incidence); }};
constexpr Output kFixDirect{{.name = "fix_poa_direct", .unit = "W/m2", .meaning = "beam on the plane"},
                            [](const Hour& h) { return h.fixed.on.direct; }};
constexpr Output kFixSky{{.name = "fix_poa_sky", .unit = "W/m2", .meaning = "the sky's diffuse light on it"},
                         [](const Hour& h) { return h.fixed.on.sky; }};
constexpr Output kFixGround{{.name = "fix_poa_ground", .unit = "W/m2", .meaning = "light reflected by the ground"},
                            [](const Hour& h) { return h.fixed.on.ground; }};
constexpr Output kFixGlobal{{.name = "fix_poa_global", .unit = "W/m2", .meaning = "all of it"},
                            [](const Hour& h) { return h.fixed.on.global(); }};
constexpr Output kFixEffective{{.name = "fix_eff", .unit = "W/m2", .meaning = "less what the glass reflects"},
                               [](const Hour& h) { return h.fixed.effective; }};
constexpr Output kFixCell{{.name = "fix_tcell", .unit = "degC", .meaning = "temperature of the cells"},
                          [](const Hour& h) { return h.fixed.cell; }};
constexpr Output kFixDc{
    {.name = "fix_pdc_W", .unit = "W", .meaning = "direct current, of 1 kW of modules, with losses"},
    [](const Hour& h) { return kRatedPower_W * h.fixed.dc; }};
constexpr Output kFixAc{{.name = "fix_pac_W", .unit = "W", .meaning = "at the inverter, of 1 kW of modules"},
                        [](const Hour& h) { return kRatedPower_W * h.fixed.ac; }};

constexpr Output kTrkTheta{{.name = "trk_theta",
                            .unit = "deg",
                            .meaning = "rotation of the tracker, positive to the west; empty when the sun is down"},
                           [](const Hour& h) {
                             const auto& r = h.tracked.rotation;
                             return h.up() ? numerics::atan2(r.sine, r.cosine) / numerics::kDegree : kNan;
                           }};
constexpr Output kTrkAoi{
    {.name = "trk_aoi", .unit = "deg", .meaning = "angle of incidence, tracker; 90 when the sun is down"},
    [](const Hour& h) { return h.up() ? pv::angle_of(h.tracked.on.cos_incidence) : 90.0; }};
constexpr Output kTrkDirect{{.name = "trk_poa_direct", .unit = "W/m2", .meaning = "beam on the tracker"},
                            [](const Hour& h) { return h.tracked.on.direct; }};
constexpr Output kTrkSky{{.name = "trk_poa_sky", .unit = "W/m2", .meaning = "the sky's diffuse light on it"},
                         [](const Hour& h) { return h.tracked.on.sky; }};
constexpr Output kTrkGround{{.name = "trk_poa_ground", .unit = "W/m2", .meaning = "light reflected by the ground"},
                            [](const Hour& h) { return h.tracked.on.ground; }};
constexpr Output kTrkGlobal{{.name = "trk_poa_global", .unit = "W/m2", .meaning = "all of it"},
                            [](const Hour& h) { return h.tracked.on.global(); }};
constexpr Output kTrkEffective{{.name = "trk_eff", .unit = "W/m2", .meaning = "less what the glass reflects"},
                               [](const Hour& h) { return h.tracked.effective; }};
constexpr Output kTrkCell{{.name = "trk_tcell", .unit = "degC", .meaning = "temperature of the cells"},
                          [](const Hour& h) { return h.tracked.cell; }};
constexpr Output kTrkDc{
    {.name = "trk_pdc_W", .unit = "W", .meaning = "direct current, of 1 kW of modules, with losses"},
    [](const Hour& h) { return kRatedPower_W * h.tracked.dc; }};
constexpr Output kTrkAc{{.name = "trk_pac_W", .unit = "W", .meaning = "at the inverter, of 1 kW of modules"},
                        [](const Hour& h) { return kRatedPower_W * h.tracked.ac; }};

constexpr Output kWhole[] = {kZenith,    kApparentZenith, kAzimuth,  kOutside,   kAirMass,   kDni,          kDhi,
                             kFixAoi,    kFixDirect,      kFixSky,   kFixGround, kFixGlobal, kFixEffective, kFixCell,
                             kFixDc,     kFixAc,          kTrkTheta, kTrkAoi,    kTrkDirect, kTrkSky,       kTrkGround,
                             kTrkGlobal, kTrkEffective,   kTrkCell,  kTrkDc,     kTrkAc};
constexpr Output kShort[] = {kZenith,  kAzimuth, kDni,      kDhi,       kFixGlobal,
                             kFixCell, kFixAc,   kTrkTheta, kTrkGlobal, kTrkAc};

template <std::size_t N>
constexpr std::array<Column, N> columns_of(const Output (&outputs)[N]) {
  std::array<Column, N> columns;
  for (std::size_t i = 0; i < N; ++i) columns[i] = outputs[i].column;
  return columns;
}
constexpr auto kWholeColumns = columns_of(kWhole);
constexpr auto kShortColumns = columns_of(kShort);

/// A site's two plants: those of the reference chain (PVWatts losses, 1.2 W of modules for each W of inverter).
struct Plants {
  pv::PvChain fixed, tracked;
};

Plants plants_at(const Table& sites, std::size_t row) {
  const auto cell = [&](std::string_view column, double otherwise) {
    const std::span<const double> all = sites[column];
    return all.empty() || std::isnan(all[row]) ? otherwise : all[row];
  };
  pv::PvPlant plant;
  plant.place = {cell("lat", kNan), cell("lon", kNan), cell("alt_m", kNan)};
  plant.tilt_deg = cell("tilt", kNan);
  plant.azimuth_deg = cell("az", kUsualAzimuth_deg);
  plant.albedo = cell("albedo", kUsualAlbedo);
  const pv::PvChain fixed = pv::chain_of(plant);
  plant.mounting = pv::Mounting::tracked;
  return {fixed, pv::chain_of(plant)};
}

std::map<std::string, Plants, std::less<>> plants_of(const Table& sites, std::vector<Error>& problems) {
  std::map<std::string, Plants, std::less<>> plants;
  const std::span<const std::string> names = sites.text("site");
  for (std::size_t i = 0; i < names.size(); ++i)
    if (!plants.emplace(names[i], plants_at(sites, i)).second)
      problems.push_back({sites.where(i, "site"), "expected each site once, found \"" + names[i] + "\" again"});
  return plants;
}

Hour hour_of(const Plants& plants, const sun::Geocentric<double>& g, double outside, const pv::HourWeather<double>& w) {
  Hour hour{sun::topocentric(plants.fixed.observer, g),
            outside,
            pv::light_of_hour(plants.fixed.observer, g, w.ghi, outside),
            {},
            {}};
  hour.fixed = pv::plant_hour<false>(plants.fixed, hour.light, w, outside, 0.0);
  hour.tracked = pv::plant_hour<true>(plants.tracked, hour.light, w, outside, 0.0);
  return hour;
}

std::vector<Error> run(const Given& given, Computed& computed, std::span<const Output> outputs) {
  std::vector<Error> problems;
  const Table& t = given.table;
  const auto plants = plants_of(given.extras[0], problems);
  const std::span<const std::string> names = t.text("site");
  const auto ghi = t["ghi"], air = t["temp_air"], wind = t["wind"];
  const sun::SunHours suns = sun::sun_hours(t["unix_s"]);
  for (std::size_t i = 0; i < t.rows; ++i) {
    const auto found = plants.find(names[i]);
    if (found == plants.end()) {
      problems.push_back({t.where(i, "site"), "expected a site of --sites, found \"" + names[i] + "\""});
      continue;
    }
    const sun::Geocentric<double> g{suns.greenwich[i], suns.west[i], suns.pole[i], suns.parallax[i]};
    const Hour hour = hour_of(found->second, g, suns.extraterrestrial[i], {ghi[i], air[i], wind[i]});
    for (std::size_t k = 0; k < outputs.size(); ++k) computed[k][i] = outputs[k].value(hour);
  }
  return problems;
}

}  // namespace

const Model kPvYear = {
    .name = "pv_year",
    .about =
        "Photovoltaic hours from weather, fixed and tracked: SPA, Erbs 1982, Kasten and Young 1989, Perez 1990, "
        "backtracking (Anderson and Mikofski 2020), physical IAM, Faiman 2008, PVWatts 5.",
    .takes = kTakes,
    .gives = kWholeColumns,
    .extras = kExtras,
    .run = [](const Given& given, Computed& computed) { return run(given, computed, kWhole); },
};

const Model kPvYearReal = {
    .name = "pv_year_real",
    .about = "The chain of pv_year, with fewer columns.",
    .takes = kTakes,
    .gives = kShortColumns,
    .extras = kExtras,
    .run = [](const Given& given, Computed& computed) { return run(given, computed, kShort); },
};

}  // namespace gs::eval
