#include "sim/simulate.hpp"

#include "model/ledger.hpp"
#include "sim/assumptions.hpp"
#include "sim/factors.hpp"
#include "sim/totals.hpp"

namespace gs {
namespace {

void set(ProjectResult& result, Note note) { result.notes |= static_cast<std::uint32_t>(note); }

Range<Ratio> range_of(const CapacityFactor& factor) {
  return {ratio(factor.low), ratio(factor.central), ratio(factor.high)};
}

/// Photovoltaics are rated by their modules (dc) or their connection (ac), and a factor fits only one of them. The
/// countries' factors are mostly for ac, the world's is for dc; where it may be the other one, the interval is widened.
void note_rating(ProjectResult& result, const Project& project) {
  if (category(project.technology) != Category::solar) return;
  const bool ac = project.capacity_basis == CapacityBasis::ac || project.capacity_basis == CapacityBasis::net;
  const bool dc = project.capacity_basis == CapacityBasis::dc;
  if (result.basis == EnergyBasis::country_factor && !ac) {
    set(result, Note::rating_not_ac);
    result.energy->low = result.energy->low / kDcPerAc;
  } else if (result.basis == EnergyBasis::default_factor && !dc) {
    set(result, Note::world_factor_on_ac);
    result.energy->high = result.energy->high * kDcPerAc;
  }
}

void find_energy(ProjectResult& result, const Portfolio& portfolio, const Project& project) {
  if (!generates(project.technology)) {
    if (project.generation) set(result, Note::not_generation);
    return;
  }
  if (project.generation) {
    result.basis = EnergyBasis::reported;
    result.energy = model::spread(*project.generation, kReportedSpread);
    set(result, Note::assumed_spread);
    return;
  }
  if (!project.capacity) return set(result, Note::no_capacity);
  result.capacity_factor = find_capacity_factor(portfolio, project.technology, project.country);
  if (result.capacity_factor < 0) return;
  const CapacityFactor& factor = portfolio.capacity_factors[static_cast<std::size_t>(result.capacity_factor)];
  result.basis = factor.country.empty() ? EnergyBasis::default_factor : EnergyBasis::country_factor;
  result.energy = model::annual_energy(*project.capacity, range_of(factor));
  note_rating(result, project);
}

void find_savings(ProjectResult& result, const Portfolio& portfolio, const Project& project, FactorMethod chosen) {
  if (!result.energy) return;
  for (int i = 0; i < kFactorMethodCount; ++i) {
    const auto method = static_cast<FactorMethod>(i);
    const auto grid = find_grid_factor(portfolio, method, project.technology, project.country);
    if (grid)
      result.avoided_by_method[static_cast<std::size_t>(i)] =
          model::avoided_co2(result.energy->best, grid->intensity.best);
    if (method != chosen) continue;
    if (!grid) {
      set(result, Note::no_grid_factor);
      continue;
    }
    if (grid->intensity.best == Intensity{}) set(result, Note::zero_grid_factor);
    result.grid_factor = grid->row;
    result.intensity = grid->intensity;
    result.avoided = model::avoided_co2(*result.energy, grid->intensity);
  }
}

Counted counted(const ProjectResult& result, const Project& project) {
  if (result.hidden) return Counted::no_bri_role;
  if (!project.part_of.empty()) return Counted::part_of_other;
  if (result.status != Status::operating) return Counted::not_operating;
  return result.avoided ? Counted::yes : Counted::no_figure;
}

ProjectResult simulate_project(const Portfolio& portfolio, std::size_t index, const Scenario& scenario) {
  const Project& project = portfolio.projects[index];
  ProjectResult result;
  result.project = static_cast<std::uint32_t>(index);
  result.status = status_at(project, scenario.year);
  if (result.status == Status::operating && project.status != Status::operating) set(result, Note::expected);
  result.hidden = has_no_bri_role(portfolio, project);
  result.reported = project.co2;
  find_energy(result, portfolio, project);
  find_savings(result, portfolio, project, scenario.method);
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

LocomotiveResult simulate_locomotive(const Portfolio& portfolio, std::size_t index, const Scenario& scenario) {
  const Locomotive& locomotive = portfolio.locomotives[index];
  LocomotiveResult result;
  result.locomotive = static_cast<std::uint32_t>(index);
  result.saving_per_unit = locomotive.co2_saving_per_unit;
  const bool delivered = locomotive.year && *locomotive.year <= scenario.year;
  if (delivered) result.units = locomotive.units;
  if (result.saving_per_unit && result.units) {
    result.reported = *result.saving_per_unit * static_cast<double>(*result.units);
    result.avoided = model::spread(*result.reported, kLocomotiveSpread);
  }
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

bool has_no_bri_role(const Portfolio& portfolio, const Project& project) {
  const CountryFact* country = portfolio.country(project.country);
  return project.chinese_role_check == ChineseRole::none_found || (country && country->bri == Bri::no);
}

Results simulate(const Portfolio& portfolio, const Scenario& scenario) {
  Results results;
  results.scenario = scenario;
  for (std::size_t i = 0; i < portfolio.projects.size(); ++i)
    results.projects.push_back(simulate_project(portfolio, i, scenario));
  for (std::size_t i = 0; i < portfolio.locomotives.size(); ++i)
    results.locomotives.push_back(simulate_locomotive(portfolio, i, scenario));
  add_totals(results, portfolio);
  results.timeline = timeline_of(results, portfolio);
  results.digest = digest_of(results, portfolio.version);
  return results;
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

std::string_view id_of(EnergyBasis basis) {
  switch (basis) {
    case EnergyBasis::none: return "none";
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
