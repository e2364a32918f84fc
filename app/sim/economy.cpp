#include "sim/economy.hpp"

#include <algorithm>
#include <array>

#include "model/emissions.hpp"
#include "model/finance.hpp"
#include "model/intervals.hpp"
#include "model/storage.hpp"
#include "sim/assumptions.hpp"
#include "sim/factor_rows.hpp"
#include "sim/factors.hpp"
#include "sim/grid.hpp"

namespace gs {
namespace {

using MaybeRange = std::optional<Range<double>>;

/// What is paid for and worked at: the plant itself, and a battery that is it or stands beside it.
struct Parts {
  std::optional<Power> plant;
  Technology technology{};  ///< of the plant
  std::optional<Energy> battery;
  std::optional<Power> battery_power;
};

Parts parts_of(const Project& project) {
  Parts parts{project.capacity, base_technology(project.technology), {}, {}};
  const bool alone = project.technology == Technology::battery_storage;
  const bool beside =
      project.technology == Technology::solar_pv_bess || project.technology == Technology::wind_onshore_bess;
  if (!alone && !beside) return parts;
  parts.battery = project.storage;
  if (alone) {
    parts.plant.reset();
    parts.battery_power = project.capacity;
    if (!parts.battery && project.capacity) parts.battery = model::battery(*project.capacity).capacity;
  }
  if (!parts.battery_power && parts.battery)
    parts.battery_power = megawatts(parts.battery->base() / model::kBatteryHours);
  return parts;
}

/// The sum of what is there; of two, the ends in quadrature.
MaybeRange sum(const MaybeRange& a, const MaybeRange& b) {
  if (!a || !b) return a ? a : b;
  return model::propagate(std::array{*a, *b}, [](const std::array<double, 2>& at) { return at[0] + at[1]; });
}

MaybeRange times(const MaybeRange& range, double k) { return range ? MaybeRange(*range * k) : range; }

template <class Q>
std::optional<Range<Q>> as(const MaybeRange& range) {
  return range ? std::optional(model::quantities<Q>(*range)) : std::nullopt;
}

/// Capital cost in million US dollars of what claims.csv says and does not reject: best of the most trusted claim, the
/// first of equals, ends as far as any reaches.
MaybeRange claimed_musd(const Portfolio& portfolio, const Project& project) {
  const Claim* best = nullptr;
  double low = 0.0, high = 0.0;
  for (const Claim& claim : portfolio.claims) {
    if (claim.subject != project.id || claim.quantity != "capital_cost_musd" || !claim.value ||
        claim.corroborated == "no")
      continue;
    const double from = claim.low.value_or(*claim.value), to = claim.high.value_or(*claim.value);
    low = best ? std::min(low, from) : from;
    high = best ? std::max(high, to) : to;
    if (!best || claim.confidence < best->confidence) best = &claim;  // high comes before medium
  }
  return best ? MaybeRange(Range<double>{low, *best->value, high}) : std::nullopt;
}

/// Works one project out, each part from rows of factors.csv that it notes.
class Reckoning {
 public:
  Reckoning(const Portfolio& portfolio, const Results& results, const ProjectResult& result)
      : portfolio_(portfolio),
        scenario_(results.scenario),
        result_(result),
        project_(portfolio.projects[result.project]),
        plant_(results.fleet->plants[result.project]),
        parts_(parts_of(project_)),
        rows_(portfolio) {}

  Economy economy() {
    find_capital();
    find_cost_of_energy();
    find_work();
    find_homes();
    find_lifecycle();
    out_.factors = rows_.ids();
    return std::move(out_);
  }

 private:
  MaybeRange row(std::string_view prefix, std::string_view unit) {
    return rows_.read(factor_id(prefix, parts_.technology), unit);
  }

  /// US dollars of the battery.
  MaybeRange battery_capital() {
    if (!parts_.battery) return std::nullopt;
    return times(rows_.read("capex-battery_storage", "USD/kWh"), parts_.battery->base() * 1e3);
  }

  void find_capital() {
    const MaybeRange claimed = claimed_musd(portfolio_, project_);
    if (project_.capital_cost_musd || claimed) {
      const double best = project_.capital_cost_musd ? *project_.capital_cost_musd : claimed->best;
      const Range<model::Money> spread =
          model::capital(model::million_us_dollars(best), kReportedCostSpread, Power{}, Range<model::CapitalCost>{});
      out_.basis = project_.capital_cost_musd ? CapitalBasis::reported : CapitalBasis::claimed;
      out_.capital = spread;
      if (!claimed) return;
      out_.capital->low = std::min(spread.low, model::million_us_dollars(claimed->low));
      out_.capital->high = std::max(spread.high, model::million_us_dollars(claimed->high));
      return;
    }
    MaybeRange plant;
    if (parts_.plant)
      plant = times(
          rows_.read(factor_id("capex-bri-", parts_.technology), factor_id("capex-", parts_.technology), "USD/kW"),
          model::in_kilowatts(*parts_.plant));
    if (parts_.plant && !plant) return;  // a battery alone is not the whole
    const MaybeRange all = sum(plant, battery_capital());
    if (!all) return;
    out_.basis = CapitalBasis::technology;
    out_.capital = as<model::Money>(all);
  }

  /// Years of the plant's life, whole; nothing where no row says.
  std::optional<int> life() {
    const MaybeRange years = row("lifetime-", "years");
    return years && years->best >= 1.0 ? std::optional(static_cast<int>(years->best)) : std::nullopt;
  }

  /// Share of the generation that is lost each year; 0 where no row says.
  double degradation() {
    const MaybeRange percent = row("degradation-", "%/year");
    return percent ? percent->best * 1e-2 : 0.0;
  }

  /// Of the battery beside a plant, US dollars a year: upkeep, and what is set aside evenly to replace it until the
  /// plant's own life ends.
  MaybeRange battery_fixed(int plant_life) {
    const MaybeRange capital = battery_capital();
    const MaybeRange upkeep = rows_.read("opex-battery_storage", "% of capex/year");
    const MaybeRange life = rows_.read("lifetime-battery_storage", "years");
    if (!capital || !upkeep || !life) return std::nullopt;
    const double years = static_cast<double>(plant_life);
    return model::propagate(std::array{*capital, *upkeep, *life}, [&](const std::array<double, 3>& at) {
      return at[0] * (at[1] * 1e-2 + std::max(0.0, years / at[2] - 1.0) / years);
    });
  }

  void find_cost_of_energy() {
    if (!generates(project_.technology) || !out_.capital || !parts_.plant || !(*parts_.plant > Power{}) ||
        !plant_.energy || !(*plant_.energy > Energy{}))
      return;
    const MaybeRange rate = rows_.read("discount-rate", "%/year"), upkeep = row("opex-", "USD/kW-yr");
    const std::optional<int> years = life();
    if (!rate || !upkeep || !years) return;
    MaybeRange fixed = upkeep;  // USD/kW a year
    if (parts_.battery) {
      const MaybeRange battery = battery_fixed(*years);
      if (!battery) return;
      fixed = sum(upkeep, times(battery, 1.0 / model::in_kilowatts(*parts_.plant)));
    }
    const model::PlantCostRanges costs{*parts_.plant,
                                       *out_.capital,
                                       model::quantities<model::YearlyCost>(*fixed),
                                       model::quantities<Ratio>(*rate * 1e-2),
                                       {},
                                       *years,
                                       degradation()};
    const Energy fresh = *plant_.energy;
    out_.lcoe = model::levelised_cost(costs, Range<Energy>{fresh * plant_.low, fresh, fresh * plant_.high});
    find_abatement(costs);
  }

  /// Mean of the pathway's shares over the life, weighted as the levelised cost weighs the years' energy.
  double life_share(const model::PlantCostRanges& costs) const {
    const model::Pathway pathway = pathway_of(portfolio_, scenario_.pathway, scenario_.method, project_.country);
    const int begin = project_.commissioning_year.value_or(scenario_.year);
    numerics::Sum weighted, weights;
    double weight = 1.0;
    for (int year = 0; year < costs.lifetime_years; ++year) {
      weight /= 1.0 + costs.discount_rate.best.base();
      weighted.add(weight * pathway.share_in(begin + year));
      weights.add(weight);
      weight *= 1.0 - costs.degradation;
    }
    return weighted.value() / weights.value();
  }

  void find_abatement(const model::PlantCostRanges& costs) {
    const auto grid = find_grid_factor(portfolio_, scenario_.method, project_.technology, project_.country);
    if (!grid) return;
    out_.life_factor = grid->intensity * life_share(costs);
    if (const MaybeRange reference = rows_.read("reference-electricity-cost", "USD/kWh"))
      out_.abatement =
          model::abatement_cost(*out_.lcoe, model::quantities<model::EnergyCost>(*reference * 1e3), *out_.life_factor);
  }

  /// People of the plant and of its battery: MW x a figure per MW.
  MaybeRange people(std::string_view prefix, std::string_view unit) {
    MaybeRange plant, battery;
    if (parts_.plant) plant = times(row(prefix, unit), parts_.plant->base());
    if (parts_.plant && !plant) return std::nullopt;
    if (parts_.battery_power)
      battery = times(rows_.read(factor_id(prefix, Technology::battery_storage), unit), parts_.battery_power->base());
    return sum(plant, battery);
  }

  void find_work() {
    out_.reported_jobs = project_.jobs;
    out_.construction = as<model::JobYears>(people("jobs-construction-", "job-years/MW"));
    out_.operation = as<model::Jobs>(people("jobs-operation-", "jobs/MW"));
  }

  void find_homes() {
    out_.reported_households = project_.households;
    if (!result_.energy) return;
    std::string id = "household-electricity-";
    for (const char c : project_.country) id += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    const MaybeRange one = rows_.read(id, "household-electricity-world", "kWh/year");
    if (!one || !(one->low > 0.0)) return;
    out_.households = model::households(*result_.energy, model::quantities<Energy>(*one * 1e-3));
  }

  void find_lifecycle() {
    const bool ground = parts_.technology == Technology::solar_pv;  // the tables tell utility plants from roofs
    const std::string id = ground ? "lifecycle-solar_pv_utility" : factor_id("lifecycle-", parts_.technology);
    MaybeRange plant, battery;
    if (result_.energy) {
      const MaybeRange footprint = rows_.read(id, "gCO2e/kWh");
      if (!footprint) return;
      const auto mass =
          model::lifecycle_emissions(result_.energy->best, model::quantities<Intensity>(*footprint * 1e-3));
      plant = model::numbers(mass);
    }
    if (parts_.battery) {
      const MaybeRange made = rows_.read("lifecycle-battery_storage", "kgCO2e/kWh of capacity");
      const MaybeRange life = rows_.read("lifetime-battery_storage", "years");
      if (made && life)  // kg a kWh are t a MWh
        battery = model::propagate(std::array{*made, *life}, [&](const std::array<double, 2>& at) {
          return parts_.battery->base() * at[0] / at[1];
        });
    }
    out_.lifecycle = as<Mass>(sum(plant, battery));
    if (!out_.lifecycle || !result_.avoided) return;
    out_.net = model::quantities<Mass>(
        model::propagate(std::array{model::numbers(*result_.avoided), model::numbers(*out_.lifecycle)},
                         [](const std::array<double, 2>& at) { return at[0] - at[1]; }));
  }

  const Portfolio& portfolio_;
  const Scenario& scenario_;
  const ProjectResult& result_;
  const Project& project_;
  const PlantYear& plant_;
  Parts parts_;
  FactorRows rows_;
  Economy out_;
};

}  // namespace

Economy economy_of(const Portfolio& portfolio, const Results& results, const ProjectResult& result) {
  return Reckoning(portfolio, results, result).economy();
}

std::string_view id_of(CapitalBasis basis) {
  switch (basis) {
    case CapitalBasis::none:
      return "";
    case CapitalBasis::reported:
      return "reported";
    case CapitalBasis::claimed:
      return "claimed";
    case CapitalBasis::technology:
      return "technology";
  }
  return "";
}

}  // namespace gs
