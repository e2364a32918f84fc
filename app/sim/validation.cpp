#include "sim/validation.hpp"

#include <algorithm>
#include <cmath>

#include "model/ledger.hpp"
#include "model/numerics.hpp"
#include "sim/factors.hpp"
#include "sim/simulate.hpp"

namespace gs {
namespace {

/// Inputs whose usual error moves a year by more than about a twentieth. Height above the sea, bifaciality and
/// Weibull's k move it by less, and a turbine's name by nothing beside its rotor and rating.
std::vector<std::string_view> decisive_inputs(const Project& project, const Site& site) {
  const Category kind = category(project.technology);
  std::vector<std::string_view> names;
  if (kind == Category::csp) names = {"dni", "csp_aperture_m2"};
  if (kind == Category::solar || (kind == Category::csp && site.pv)) {
    names.insert(names.end(), {"ghi", "mounting"});
    // With modules rated in dc, the inverters' size only clips.
    if (project.capacity_basis != CapacityBasis::dc) names.push_back("dc_ac_ratio");
  }
  if (kind == Category::wind) names = {"wind_100m", "rotor_m", "turbine", "hub_m"};
  return names;
}

std::vector<std::string_view> estimates_of(const Portfolio& portfolio, const Project& project) {
  std::vector<std::string_view> found;
  const Site* site = portfolio.site(project.id);
  if (!site) return found;
  const auto all = site->estimated_inputs();
  for (const std::string_view name : decisive_inputs(project, *site))
    if (std::find(all.begin(), all.end(), name) != all.end()) found.push_back(name);
  return found;
}

bool uses(ValidationUse use, ValidationUse part) { return use == part || use == ValidationUse::cf_co2; }

void compare_output(ValidationRow& row, const Project& project, const PlantYear& plant) {
  if (!project.generation || !project.capacity || !generates(project.technology)) return;
  const Energy full = *project.capacity * model::kYear;
  row.reported_cf = *project.generation / full;
  if (plant.basis != EnergyBasis::simulated || !plant.energy) return;
  row.cf = Compared{*row.reported_cf, *plant.energy / full};
  const double relative = *project.generation / *plant.energy;
  row.within_interval = relative >= plant.low && relative <= plant.high;
}

void compare_saving(ValidationRow& row, const Portfolio& portfolio, const Project& project, Energy energy,
                    const ProjectResult& result) {
  if (!project.co2 || *project.co2 <= Mass{} || !result.intensity) return;
  row.factor = result.intensity->best;
  row.co2 = Compared{project.co2->base(), model::avoided_co2(energy, row.factor).base()};
  std::vector<model::Convention> conventions;
  for (int i = 0; i < kFactorMethodCount; ++i) {
    const auto method = static_cast<FactorMethod>(i);
    if (const auto grid = find_grid_factor(portfolio, method, project.technology, project.country))
      conventions.push_back({id_of(method), grid->intensity.best});
  }
  row.explanation = model::explain({*project.co2, project.generation}, {energy, row.factor}, conventions);
  if (!row.explanation.nearest) return;
  const model::Convention& nearest = conventions[*row.explanation.nearest];
  row.convention = nearest.id;
  row.co2_by_convention = Compared{project.co2->base(), model::avoided_co2(energy, nearest.factor).base()};
}

ValidationRow validated(const Portfolio& portfolio, const Results& results, std::size_t index) {
  const Project& project = portfolio.projects[index];
  const PlantYear& plant = results.fleet->plants[index];
  ValidationRow row;
  row.project = static_cast<std::uint32_t>(index);
  row.estimated = estimates_of(portfolio, project);
  if (plant.basis == EnergyBasis::simulated)
    row.check =
        row.estimated.empty() && !plant.estimated_input && !plant.rating_unknown ? Check::sourced : Check::estimated;
  else
    row.check = plant.energy ? Check::factor : Check::none;
  if (uses(project.validation_use, ValidationUse::cf)) compare_output(row, project, plant);
  if (uses(project.validation_use, ValidationUse::co2) && plant.energy)
    compare_saving(row, portfolio, project, *plant.energy, results.projects[index]);
  return row;
}

}  // namespace

std::vector<ValidationRow> validate(const Portfolio& portfolio, const Results& results) {
  std::vector<ValidationRow> rows;
  for (std::size_t i = 0; i < portfolio.projects.size(); ++i) {
    const ValidationUse use = portfolio.projects[i].validation_use;
    if (use != ValidationUse::none && use != ValidationUse::exclude) rows.push_back(validated(portfolio, results, i));
  }
  return rows;
}

Agreement agreement(std::span<const double> errors) {
  Agreement a;
  a.rows = static_cast<int>(errors.size());
  if (errors.empty()) return a;
  std::vector<double> sizes;
  for (const double error : errors) {
    sizes.push_back(std::fabs(error));
    a.beyond += std::fabs(error) > kMiss ? 1 : 0;
  }
  std::sort(sizes.begin(), sizes.end());
  const std::size_t middle = sizes.size() / 2;
  a.median_absolute = sizes.size() % 2 == 1 ? sizes[middle] : 0.5 * (sizes[middle - 1] + sizes[middle]);
  a.bias = numerics::sum(errors) / static_cast<double>(errors.size());
  return a;
}

}  // namespace gs
