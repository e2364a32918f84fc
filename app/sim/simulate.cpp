#include "sim/simulate.hpp"

#include <algorithm>
#include <array>

#include "model/hydrogen.hpp"
#include "model/intervals.hpp"
#include "model/ledger.hpp"
#include "model/uncertainty/quantiles.hpp"
#include "model/uncertainty/variance.hpp"
#include "portfolio/own_data.hpp"
#include "sim/assumptions.hpp"
#include "sim/factors.hpp"
#include "sim/grid.hpp"
#include "sim/railway.hpp"
#include "sim/totals.hpp"

namespace gs {
namespace {

void set(ProjectResult& result, Note note) { result.notes |= static_cast<std::uint32_t>(note); }

/// Years since the plant was commissioned, 0 for one that is not yet or of unknown age.
double age_in(const Project& project, int year) {
  return project.commissioning_year && *project.commissioning_year < year ? static_cast<double>(year - *project.commissioning_year) : 0.0;
}

void find_energy(ProjectResult& result, const Project& project, const PlantYear& plant, const Scenario& scenario) {
  result.basis = plant.basis;
  result.capacity_factor = plant.capacity_factor;
  if (plant.rating_unknown) set(result, Note::rating_unknown);
  if (plant.estimated_input) set(result, Note::estimated_input);
  if (plant.own_weather) set(result, Note::own_weather);
  if (plant.assumed_spread) set(result, Note::assumed_spread);
  if (!generates(project.technology)) {
    if (project.generation) set(result, Note::not_generation);
    return;
  }
  const Category kind = category(project.technology);
  if (plant.basis != EnergyBasis::simulated && (kind == Category::solar || kind == Category::wind || kind == Category::csp))
    set(result, Note::no_climate);
  if (!plant.energy) return set(result, Note::no_capacity);
  const double left = output_left(plant, age_in(project, scenario.year), scenario.what_if.ageing);
  const Energy now = *plant.energy * (left * fed_in(scenario.what_if, project.technology));
  result.energy = Range<Energy>{now * plant.low, now, now * plant.high};
}

/// P10 and P90 of energy and factor drawn together.
Range<Mass> saving_of(const PlantYear& plant, const Range<Energy>& energy, const Range<Intensity>& factor, std::span<const double> normal) {
  const Mass best = model::avoided_co2(energy.best, factor.best);
  const FactorDraws grid(factor, normal);
  std::vector<double> draws(plant.relative.size());
  for (std::size_t i = 0; i < draws.size(); ++i) draws[i] = static_cast<double>(plant.relative[i]) * grid[i];
  if (draws.empty() || best == Mass{}) return model::avoided_co2(energy, factor);
  const Range<double> relative = model::p10_p50_p90(std::span<double>(draws));
  return {best * relative.low, best, best * relative.high};
}

/// Shares of the variance: a product of independent factors.
std::vector<SavingDriver> drivers_of(const PlantYear& plant, const Range<Intensity>& factor, std::span<const double> normal) {
  std::vector<SavingDriver> bars;
  std::vector<model::Moments> moments;
  for (const EnergyDriver& d : plant.all_drivers()) {
    bars.push_back({d.driver, d.at_p10, d.at_p90, 0.0});
    moments.push_back({1.0, d.variance});
  }
  const FactorDraws grid(factor, normal);
  std::vector<double> values(normal.size());
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = grid[i];
  const model::Moments m = model::moments(values);
  if (m.variance > 0.0) {
    bars.push_back({Driver::grid_factor, grid.at(-kP90), grid.at(kP90), 0.0});
    moments.push_back({1.0, m.variance / (m.mean * m.mean)});
  }
  const std::vector<model::Share> shares = model::product_shares(moments);
  for (std::size_t i = 0; i < bars.size(); ++i) bars[i].share = shares[i].total;
  std::stable_sort(bars.begin(), bars.end(), [](const SavingDriver& a, const SavingDriver& b) { return a.share > b.share; });
  return bars;
}

Range<Intensity> on_pathway(const Range<Intensity>& factor, const model::Pathway& pathway, int year) {
  return factor * pathway.share_in(year);
}

void find_savings(ProjectResult& result, const Portfolio& portfolio, const Project& project, const Fleet& fleet, const Scenario& scenario) {
  if (!result.energy) return;
  for (int i = 0; i < kFactorMethodCount; ++i) {
    const auto method = static_cast<FactorMethod>(i);
    const auto grid = find_grid_factor(portfolio, method, project.technology, project.country);
    const model::Pathway pathway = pathway_of(portfolio, scenario.pathway, method, project.country);
    if (grid)
      result.avoided_by_method[static_cast<std::size_t>(i)] =
          model::avoided_co2(result.energy->best, pathway.factor_in(scenario.year, grid->intensity.best));
    if (method != scenario.method) continue;
    if (!grid) {
      set(result, Note::no_grid_factor);
      continue;
    }
    if (grid->intensity.best == Intensity{}) set(result, Note::zero_grid_factor);
    result.grid_factor = grid->row;
    result.intensity = on_pathway(grid->intensity, pathway, scenario.year);
    const PlantYear& plant = fleet.plants[result.project];
    const std::span<const double> normal = grid_normal_of(result, portfolio, fleet);
    result.avoided = saving_of(plant, *result.energy, *result.intensity, normal);
    result.drivers = drivers_of(plant, *result.intensity, normal);
  }
}

/// A plant that burns waste is no clean plant: the CO2 of the plastics counts against it, and may be more than it saves.
void take_off_fossil(ProjectResult& result, const PlantYear& plant) {
  if (!plant.waste || !result.avoided) return;
  set(result, Note::fossil_waste);
  result.avoided = model::net_of_fossil(*result.avoided, *plant.waste);
}

/// What electrolysers save: grey hydrogen that is not made of gas. No grid, no method.
void find_hydrogen(ProjectResult& result, const Project& project, const PlantYear& plant, const Scenario& scenario) {
  if (!plant.hydrogen) return;
  set(result, Note::hydrogen);
  const Range<double> grey = model::kGreyHydrogen;
  const Mass made = plant.hydrogen->hydrogen * output_left(plant, age_in(project, scenario.year), scenario.what_if.ageing);
  result.avoided = Range<Mass>{made * (grey.low * plant.low), made * grey.best, made * (grey.high * plant.high)};
}

/// The conventions that a claim is compared with, and the claim's gap in parts.
void split_gap(ProjectResult& result, const Portfolio& portfolio, const Project& project, const Scenario& scenario) {
  if (!result.reported || !result.energy || !result.intensity || *result.reported <= Mass{}) return;
  std::vector<model::Convention> conventions;
  for (int i = 0; i < kFactorMethodCount; ++i) {
    const auto method = static_cast<FactorMethod>(i);
    if (const auto grid = find_grid_factor(portfolio, method, project.technology, project.country))
      conventions.push_back({id_of(method), grid->intensity.best});
  }
  (void)scenario;
  result.gap_parts = model::split_gap({*result.reported, project.generation}, {result.energy->best, result.intensity->best}, conventions);
}

Counted counted(const ProjectResult& result, const Project& project) {
  if (result.hidden) return Counted::no_bri_role;
  if (!project.part_of.empty()) return Counted::part_of_other;
  if (result.status != Status::operating) return Counted::not_operating;
  return result.avoided ? Counted::yes : Counted::no_figure;
}

ProjectResult simulate_project(const Portfolio& portfolio, const Fleet& fleet, std::size_t index, const Scenario& scenario) {
  const Project& project = portfolio.projects[index];
  ProjectResult result;
  result.project = static_cast<std::uint32_t>(index);
  result.status = status_at(project, scenario.year);
  if (result.status == Status::operating && project.status != Status::operating) set(result, Note::expected);
  result.hidden = !is_own(project.id) && has_no_bri_role(portfolio, project);
  result.reported = project.co2;
  find_energy(result, project, fleet.plants[index], scenario);
  find_savings(result, portfolio, project, fleet, scenario);
  take_off_fossil(result, fleet.plants[index]);
  find_hydrogen(result, project, fleet.plants[index], scenario);
  split_gap(result, portfolio, project, scenario);
  if (result.reported && result.avoided && result.avoided->best > Mass{})
    result.gap = *result.reported / result.avoided->best - 1.0;
  result.counted = counted(result, project);
  return result;
}

/// At home in China, or in a country that is no partner, a locomotive is no part of the initiative.
Counted counted(const LocomotiveResult& result, const Portfolio& portfolio, const Locomotive& locomotive,
                bool delivered) {
  const CountryFact* country = portfolio.country(locomotive.country);
  if (!country || country->bri == Bri::no || country->bri == Bri::unknown) return Counted::no_bri_role;
  if (locomotive.year && !delivered) return Counted::not_operating;
  return result.avoided ? Counted::yes : Counted::no_figure;
}

/// What may come beyond what is delivered: rows of one customer mostly tell of the same locomotives again.
int on_order(const Portfolio& portfolio, const Locomotive& locomotive, int year) {
  int most = 0;
  for (const DeliveryRow& row : portfolio.deliveries)
    if (row.locomotive == locomotive.id && row.kind != DeliveryKind::delivered && row.year.value_or(year + 1) <= year)
      most = std::max(most, row.units);
  return most;
}

void simulate_yard(LocomotiveResult& result, const Portfolio& portfolio, const RailRuns& runs, const Scenario& scenario) {
  const YardRun* yard = yard_run_of(runs.yards, result.locomotive);
  if (!yard) return;
  const std::string& country = portfolio.locomotives[result.locomotive].country;
  const LineFactors f = line_factors(portfolio, scenario, {{country, 1.0}}, HydrogenSource::from_gas);
  if (yard->electricity_mwh.best > 0.0 && !f.grid_known) return;
  const std::array<Range<double>, 6> inputs{yard->fuel_saved_t,  yard->electricity_mwh, yard->hydrogen_t,
                                            f.diesel_kg_per_l, f.grid_kg_per_mwh,     f.hydrogen_kg_per_kg};
  result.simulated_per_unit = model::quantities<Mass>(model::propagate(inputs, [](const std::array<double, 6>& in) {
    return in[0] * in[3] / kDieselKgPerLitre - in[1] * in[4] * 1e-3 - in[2] * in[5];
  }));
  result.simulated_fuel_share = yard->fuel_saved_share;
  result.well_to_tank_per_unit = tonnes(yard->fuel_saved_t.best * f.diesel_kg_per_l.best / kDieselKgPerLitre * f.well_to_tank_share);
  if (result.units) result.simulated = *result.simulated_per_unit * static_cast<double>(*result.units);
}

LocomotiveResult simulate_locomotive(const Portfolio& portfolio, std::size_t index, const RailRuns& runs, const Scenario& scenario) {
  const Locomotive& locomotive = portfolio.locomotives[index];
  LocomotiveResult result;
  result.locomotive = static_cast<std::uint32_t>(index);
  result.saving_per_unit = locomotive.co2_saving_per_unit;
  result.units = units_delivered(portfolio, locomotive, scenario.year);
  result.on_order = on_order(portfolio, locomotive, scenario.year);
  if (result.saving_per_unit && result.units) {
    result.reported = *result.saving_per_unit * static_cast<double>(*result.units);
    result.avoided = model::spread(*result.reported, kLocomotiveSpread);
  }
  simulate_yard(result, portfolio, runs, scenario);
  const bool delivered = result.units || (locomotive.year && *locomotive.year <= scenario.year);
  result.counted = counted(result, portfolio, locomotive, delivered);
  return result;
}

}  // namespace

Status status_at(const Project& project, int year) {
  const bool reached = project.commissioning_year && *project.commissioning_year <= year;
  switch (project.status) {
    case Status::suspended: return Status::suspended;
    case Status::operating: {
      const bool operates = project.commissioning_year ? reached : year >= kDataYear;
      return operates ? Status::operating : Status::construction;
    }
    default: return reached && year > kDataYear ? Status::operating : project.status;
  }
}

std::optional<int> units_delivered(const Portfolio& portfolio, const Locomotive& locomotive, int year) {
  bool known = false;
  int units = 0;
  for (const DeliveryRow& row : portfolio.deliveries) {
    if (row.locomotive != locomotive.id || row.kind != DeliveryKind::delivered) continue;
    known = true;
    const std::optional<int> when = row.year ? row.year : locomotive.year;
    if (when && *when <= year) units += row.units;
  }
  if (known) return units > 0 ? std::optional<int>(units) : std::nullopt;
  return locomotive.year && *locomotive.year <= year ? locomotive.units : std::nullopt;
}

bool has_no_bri_role(const Portfolio& portfolio, const Project& project) {
  const CountryFact* country = portfolio.country(project.country);
  return project.chinese_role_check == ChineseRole::none_found || (country && country->bri == Bri::no);
}

Results simulate(const Portfolio& portfolio, std::shared_ptr<const Fleet> fleet, const Scenario& scenario) {
  Results results;
  results.scenario = scenario;
  for (std::size_t i = 0; i < portfolio.projects.size(); ++i)
    results.projects.push_back(simulate_project(portfolio, *fleet, i, scenario));
  for (std::size_t i = 0; i < portfolio.locomotives.size(); ++i)
    results.locomotives.push_back(simulate_locomotive(portfolio, i, *fleet->rail, scenario));
  results.railway = railway(portfolio, *fleet->rail, scenario);
  results.fleet = std::move(fleet);
  add_totals(results, portfolio);
  results.timeline = timeline_of(results, portfolio);
  if (results.railway.ready) results.digest = digest_of(results, portfolio.version);
  return results;
}

Results simulate(const Portfolio& portfolio, const Scenario& scenario) {
  return simulate(portfolio, build_fleet(portfolio, scenario.drawing), scenario);
}

double fed_in(const WhatIf& w, Technology technology) {
  const Category kind = category(technology);
  if (kind != Category::solar && kind != Category::csp && kind != Category::wind) return 1.0;
  const double cut = 0.01 * w.curtailment;
  return 0.01 * w.weather * (1.0 - cut + cut * 0.01 * w.stored * kNewStoreEfficiency);
}

double output_left(const PlantYear& plant, double age, int ageing) {
  const double left = 1.0 - plant.degradation * (0.01 * ageing) * age;
  return left > 0.0 ? left : 0.0;
}

std::span<const double> grid_normal_of(const ProjectResult& result, const Portfolio& portfolio, const Fleet& fleet) {
  return result.grid_factor < 0 ? std::span<const double>(fleet.grid_normal.back())
                                : fleet.grid_of(portfolio, portfolio.projects[result.project].country);
}

std::string_view id_of(FactorMethod method) {
  switch (method) {
    case FactorMethod::ifi_combined_margin: return "ifi_combined_margin";
    case FactorMethod::ifi_operating_margin: return "ifi_operating_margin";
    case FactorMethod::ember_average: return "ember_average";
    case FactorMethod::coal_equivalent: return "coal_equivalent";
  }
  return "";
}

std::string_view id_of(GridPathway pathway) {
  switch (pathway) {
    case GridPathway::constant: return "constant";
    case GridPathway::stated: return "stated";
    case GridPathway::pledged: return "pledged";
  }
  return "";
}

std::string_view id_of(EnergyBasis basis) {
  switch (basis) {
    case EnergyBasis::none: return "none";
    case EnergyBasis::simulated: return "simulated";
    case EnergyBasis::reported: return "reported";
    case EnergyBasis::country_factor: return "country_factor";
    case EnergyBasis::default_factor: return "default_factor";
  }
  return "";
}

std::string_view id_of(Counted counted) {
  switch (counted) {
    case Counted::yes: return "yes";
    case Counted::not_operating: return "not_operating";
    case Counted::part_of_other: return "part_of_other";
    case Counted::no_bri_role: return "no_bri_role";
    case Counted::no_figure: return "no_figure";
  }
  return "";
}

}  // namespace gs
