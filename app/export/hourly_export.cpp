#include "export/hourly_export.hpp"

#include <fast_float/fast_float.h>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "model/hours.hpp"
#include "sim/simulate.hpp"

namespace gs {
namespace {

using Json = nlohmann::ordered_json;

/// Any that is no leap year: its hours are numbered, it is no record of that year's weather.
constexpr int kShownYear = 2023;

/// What is left of a new plant's output; a store, which has no energy of its own, keeps its power.
double left(const PlantYear& plant, const ProjectResult& row) {
  return plant.energy && row.energy && *plant.energy > Energy{} ? row.energy->best / *plant.energy : 1.0;
}

/// MW. The fleet keeps seven digits of each hour.
std::vector<float> power_of(const Results& results, std::uint32_t project) {
  const PlantYear& plant = results.fleet->plants[project];
  const double share = left(plant, results.projects[project]);
  std::vector<float> power(plant.power.size());
  std::transform(plant.power.begin(), plant.power.end(), power.begin(),
                 [share](float p) { return static_cast<float>(static_cast<double>(p) * share); });
  return power;
}

/// The shortest digits that read back to the same float, as a double for JSON.
double shortest(float value) {
  const std::string digits = fmt::format("{}", value);
  double number = 0.0;
  fast_float::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

Json store_json(const StoreYear& s) {
  return {{"capacity_mwh", s.capacity.base()},
          {"charged_mwh", s.charged.base()},
          {"discharged_mwh", s.discharged.base()},
          {"lost_mwh", s.lost.base()},
          {"curtailed_without_mwh", s.curtailed_without.base()},
          {"curtailed_mwh", s.curtailed.base()}};
}

Json hydrogen_json(const HydrogenResult& h) {
  return {{"hydrogen_t", h.hydrogen.base()},
          {"water_t", h.water.base()},
          {"used_mwh", h.used.base()},
          {"unused_mwh", h.unused.base()},
          {"kwh_per_kg", h.kwh_per_kg}};
}

}  // namespace

bool has_hours(const Results& results, std::uint32_t project) { return !results.fleet->plants[project].power.empty(); }

std::string hours_to_csv(const Results& results, std::uint32_t project) {
  const std::vector<float> power = power_of(results, project);
  fmt::memory_buffer text;
  fmt::format_to(std::back_inserter(text), "hour,utc,power_mw\r\n");
  std::size_t hour = 0;
  for (int month = 0; month < 12; ++month)
    for (int day = 0; day < model::kDaysOfMonth[month]; ++day)
      for (int of_day = 0; of_day < 24 && hour < power.size(); ++of_day, ++hour)
        fmt::format_to(std::back_inserter(text), "{},{}-{:02}-{:02}T{:02}:00:00Z,{}\r\n", hour, kShownYear, month + 1,
                       day + 1, of_day, power[hour]);
  return fmt::to_string(text);
}

std::string hours_to_json(const Portfolio& portfolio, const Results& results, std::uint32_t project) {
  const PlantYear& plant = results.fleet->plants[project];
  const ProjectResult& row = results.projects[project];
  const Scenario& s = results.scenario;
  Json document = {{"format", "greensilk-hours-1"},
                   {"id", portfolio.projects[project].id},
                   {"year", s.year},
                   {"draws", s.drawing.draws},
                   {"seed", s.drawing.seed},
                   {"data_version", portfolio.version},
                   {"digest", results.digest},
                   {"energy_basis", id_of(plant.basis)},
                   {"energy_mwh", row.energy ? Json(row.energy->best.base()) : Json(nullptr)},
                   {"output_left_of_new", left(plant, row)},
                   {"first_hour_utc", fmt::format("{}-01-01T00:00:00Z", kShownYear)}};
  if (plant.store) document["store"] = store_json(*plant.store);
  if (plant.hydrogen) document["hydrogen"] = hydrogen_json(*plant.hydrogen);
  document["power_mw"] = Json::array();
  for (const float p : power_of(results, project)) document["power_mw"].push_back(shortest(p));
  return document.dump() + "\n";
}

}  // namespace gs
