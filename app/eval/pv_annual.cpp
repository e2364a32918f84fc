#include "eval/pv_annual.hpp"

#include <array>
#include <cmath>
#include <string>

#include "model/climate/climate.hpp"
#include "model/numerics.hpp"
#include "model/pv/pv_year.hpp"

namespace gs::eval {
namespace {

namespace pv = model::pv;
namespace sun = model::sun;

constexpr int kYear = 2023;  ///< of the sun; the reference's
constexpr std::uint64_t kSeed = 1;

constexpr std::string_view kGhi[] = {"ghi_01", "ghi_02", "ghi_03", "ghi_04", "ghi_05", "ghi_06",
                                     "ghi_07", "ghi_08", "ghi_09", "ghi_10", "ghi_11", "ghi_12"};
constexpr std::string_view kAir[] = {"t_01", "t_02", "t_03", "t_04", "t_05", "t_06",
                                     "t_07", "t_08", "t_09", "t_10", "t_11", "t_12"};
constexpr std::string_view kWind[] = {"w_01", "w_02", "w_03", "w_04", "w_05", "w_06",
                                      "w_07", "w_08", "w_09", "w_10", "w_11", "w_12"};
constexpr std::string_view kFixed[] = {"fix_ac_01", "fix_ac_02", "fix_ac_03", "fix_ac_04", "fix_ac_05", "fix_ac_06",
                                       "fix_ac_07", "fix_ac_08", "fix_ac_09", "fix_ac_10", "fix_ac_11", "fix_ac_12"};
constexpr std::string_view kTracked[] = {"trk_ac_01", "trk_ac_02", "trk_ac_03", "trk_ac_04", "trk_ac_05", "trk_ac_06",
                                         "trk_ac_07", "trk_ac_08", "trk_ac_09", "trk_ac_10", "trk_ac_11", "trk_ac_12"};

constexpr auto kTakes = [] {
  std::array<Column, 42> columns{};
  const Column place[] = {
      {.name = "lat", .unit = "degree", .meaning = "latitude, north positive", .low = -90, .high = 90},
      {.name = "lon", .unit = "degree", .meaning = "longitude, east positive", .low = -180, .high = 180},
      {.name = "alt_m", .unit = "m", .meaning = "above the sea", .low = -500, .high = 9000},
      {.name = "tilt", .unit = "degree", .meaning = "of the fixed plane", .low = 0, .high = 180},
      {.name = "az", .unit = "degree", .meaning = "where it faces, clockwise from north", .low = -360, .high = 720},
      {.name = "albedo", .unit = "1", .meaning = "of the ground", .low = 0, .high = 1}};
  std::size_t at = 0;
  for (const Column& column : place) columns[at++] = column;
  for (const std::string_view name : kGhi) {
    columns[at++] = {.name = name,
                     .unit = "kWh/m2 a day",
                     .meaning = "global horizontal irradiation of the month",
                     .low = 0,
                     .high = 14};
  }
  for (const std::string_view name : kAir) {
    columns[at++] = {.name = name, .unit = "C", .meaning = "mean temperature of the month", .low = -90, .high = 60};
  }
  for (const std::string_view name : kWind) {
    columns[at++] = {.name = name, .unit = "m/s", .meaning = "mean wind of the month", .low = 0, .high = 40};
  }
  return columns;
}();

constexpr auto kGives = [] {
  std::array<Column, 32> columns{};
  const Column year[] = {
      {.name = "ghi_kWh_m2", .unit = "kWh/m2", .meaning = "global horizontal irradiation of the year"},
      {.name = "dni_kWh_m2", .unit = "kWh/m2", .meaning = "beam on a plane that faces the sun (Erbs)"},
      {.name = "dhi_kWh_m2", .unit = "kWh/m2", .meaning = "diffuse on the horizontal (Erbs)"},
      {.name = "tair_mean", .unit = "C", .meaning = "mean temperature of the air"},
      {.name = "fix_poa_kWh_m2", .unit = "kWh/m2", .meaning = "irradiation on the fixed plane"},
      {.name = "trk_poa_kWh_m2", .unit = "kWh/m2", .meaning = "irradiation on the tracked plane"},
      {.name = "fix_ac_kWh_per_kWdc", .unit = "kWh/kW", .meaning = "energy of the fixed plane, AC, per kW DC"},
      {.name = "trk_ac_kWh_per_kWdc", .unit = "kWh/kW", .meaning = "energy of the tracked plane, AC, per kW DC"}};
  std::size_t at = 0;
  for (const Column& column : year) columns[at++] = column;
  for (std::size_t month = 0; month < 12; ++month) {
    columns[at++] = {.name = kFixed[month], .unit = "kWh/kW", .meaning = "energy of the month, fixed"};
    columns[at++] = {.name = kTracked[month], .unit = "kWh/kW", .meaning = "energy of the month, tracked"};
  }
  return columns;
}();

model::Climate climate_in(const Table& table, std::size_t row) {
  model::Climate climate;
  for (std::size_t month = 0; month < 12; ++month) {
    climate.ghi[month] = table[kGhi[month]][row];
    climate.temperature[month] = table[kAir[month]][row];
    climate.wind[month] = table[kWind[month]][row];
  }
  return climate;
}

/// The plant of the reference: defaults of PvPlant, 1 kW of modules.
pv::PvPlant plant_in(const Table& table, std::size_t row) {
  pv::PvPlant plant;
  plant.place = {table["lat"][row], table["lon"][row], table["alt_m"][row]};
  plant.tilt_deg = table["tilt"][row];
  plant.azimuth_deg = table["az"][row];
  plant.albedo = table["albedo"][row];
  return plant;
}

/// Sums of the year, kWh/m2.
struct YearLight {
  double beam = 0.0, diffuse = 0.0, fixed = 0.0, tracked = 0.0;
};

YearLight light_of(pv::PvPlant plant, const model::WeatherYear& weather, const sun::SunHours& hours) {
  plant.mounting = pv::Mounting::fixed;
  const pv::PvChain fixed = pv::chain_of(plant);
  plant.mounting = pv::Mounting::tracked;
  const pv::PvChain tracked = pv::chain_of(plant);
  YearLight sums;
  for (std::size_t h = 0; h < model::kHours; ++h) {
    if (!(weather.ghi[h] > 0.0)) continue;
    const sun::Geocentric<double> g{hours.greenwich[h], hours.west[h], hours.pole[h], hours.parallax[h]};
    const double outside = hours.extraterrestrial[h];
    const auto light = pv::light_of_hour(fixed.observer, g, weather.ghi[h], outside);
    const pv::HourWeather<double> air{weather.ghi[h], weather.temperature[h], weather.wind[h]};
    sums.beam += light.light.dni / 1000.0;
    sums.diffuse += light.light.dhi / 1000.0;
    sums.fixed += pv::plant_hour<false>(fixed, light, air, outside, 0.0).on.global() / 1000.0;
    sums.tracked += pv::plant_hour<true>(tracked, light, air, outside, 0.0).on.global() / 1000.0;
  }
  return sums;
}

void compute_row(const model::WeatherYear& weather, pv::PvPlant plant, const sun::SunHours& hours, std::size_t row,
                 Computed& computed) {
  const YearLight light = light_of(plant, weather, hours);
  plant.mounting = pv::Mounting::fixed;
  const pv::PvYear fixed = pv::pv_year(plant, weather, hours);
  plant.mounting = pv::Mounting::tracked;
  const pv::PvYear tracked = pv::pv_year(plant, weather, hours);
  const double values[] = {numerics::sum(weather.ghi) / 1000.0,
                           light.beam,
                           light.diffuse,
                           numerics::sum(weather.temperature) / model::kHours,
                           light.fixed,
                           light.tracked,
                           fixed.whole_year(),
                           tracked.whole_year()};
  std::size_t at = 0;
  for (const double value : values) computed[at++][row] = value;
  for (std::size_t month = 0; month < 12; ++month) {
    computed[at++][row] = fixed.energy[month];
    computed[at++][row] = tracked.energy[month];
  }
}

std::vector<Error> run(const Given& given, Computed& computed) {
  const Table& table = given.table;
  const sun::SunHours hours = sun::sun_year(kYear);
  std::vector<Error> problems;
  for (std::size_t row = 0; row < table.rows; ++row) {
    const pv::PvPlant plant = plant_in(table, row);
    const auto year = model::synthetic_year(climate_in(table, row), plant.place, hours, kSeed);
    if (year) {
      compute_row(year->weather, plant, hours, row, computed);
    } else {
      problems.push_back({table.where(row, year.error().where), year.error().what});
    }
  }
  return problems;
}

}  // namespace

const Model kPvAnnual = {
    .name = "pv_annual",
    .about =
        "A year of fixed and tracked photovoltaics (1 kW of modules, 0.83 kW of inverters, PVWatts 5 losses) from "
        "twelve monthly means, by a synthetic year (Bendt, Collares-Pereira & Rabl 1981; Knight, Klein & Duffie 1991; "
        "Erbs, Klein & Beckman 1983; Weibull wind of k = 2) with the sun of 2023",
    .takes = kTakes,
    .gives = kGives,
    .extras = {},
    .run = run};

}  // namespace gs::eval
