#include "sim/rail_emissions.hpp"

#include <algorithm>

#include "portfolio/schema.hpp"
#include "sim/assumptions.hpp"
#include "sim/factor_rows.hpp"
#include "sim/factors.hpp"
#include "sim/grid.hpp"

namespace gs {
namespace {

/// Diesel: 43.0 MJ/kg (rail_factors.csv diesel_lhv) and 0.84 kg/l, as factors.csv diesel_litre counts.
constexpr double kJoulesPerLitre = 43.0e6 * kDieselKgPerLitre;
/// Hydrogen, lower heating value (ISO 14687; 33.3 kWh/kg).
constexpr double kJoulesPerKgHydrogen = 119.96e6;
constexpr double kJoulesPerMwh = 3.6e9;

/// Consumers take what a grid gives at all hours: the margin of firm plants, where a method has two.
constexpr Technology kFirm = Technology::hydro;

/// The number that stands behind the first `word`.
std::optional<double> number_after(std::string_view text, std::string_view word) {
  const std::size_t at = text.find(word);
  if (at == std::string_view::npos) return std::nullopt;
  text.remove_prefix(at + word.size());
  return schema::parse_number(text.substr(0, text.find_first_not_of("0123456789.")));
}

std::optional<Range<Intensity>> grid_of(const Portfolio& portfolio, const Scenario& scenario, std::string_view country) {
  for (const FactorMethod method : {scenario.method, FactorMethod::ember_average})
    if (const auto found = find_grid_factor(portfolio, method, kFirm, country))
      return found->intensity * pathway_of(portfolio, scenario.pathway, method, country).share_in(scenario.year);
  return std::nullopt;
}

void put_grids(LineFactors& f, const Portfolio& portfolio, const Scenario& scenario,
               const std::vector<std::pair<std::string, double>>& shares) {
  double known = 0.0;
  for (const auto& [country, share] : shares)
    if (const auto intensity = grid_of(portfolio, scenario, country)) {
      f.grids.push_back({country, share, *intensity});
      known += share;
    }
  f.grid_known = known > 0.0;
  for (LineFactors::Grid& grid : f.grids) {
    grid.share /= known;
    const double k = grid.share * 1e3;
    f.grid_kg_per_mwh += {grid.intensity.low.base() * k, grid.intensity.best.base() * k, grid.intensity.high.base() * k};
  }
}

void put_hydrogen(LineFactors& f, FactorRows& rows, HydrogenSource source) {
  const Range<double> kwh = rows.read("electrolyser-efficiency", "kWh/kg").value_or(Range<double>{50, 55, 60});
  f.hydrogen_kwh_per_kg = kwh.best;
  switch (source) {
    case HydrogenSource::from_wind: {
      const auto wind = rows.read("lifecycle-wind_onshore", "gCO2e/kWh"), maker = rows.read("lifecycle-green_hydrogen", "kgCO2e/kg H2");
      f.hydrogen_lifecycle_kg_per_kg = (wind ? wind->best * 1e-3 * kwh.best : 0.0) + (maker ? maker->best : 0.0);
      break;
    }
    case HydrogenSource::from_grid:
      f.hydrogen_kg_per_kg = {f.grid_kg_per_mwh.low * kwh.best * 1e-3, f.grid_kg_per_mwh.best * kwh.best * 1e-3,
                              f.grid_kg_per_mwh.high * kwh.best * 1e-3};
      break;
    case HydrogenSource::from_gas:
      f.hydrogen_kg_per_kg = rows.read("grey-hydrogen", "t CO2e/t H2").value_or(Range<double>{});
      break;
  }
}

}  // namespace

double EnergyUse::total_mwh() const {
  return (fuel_l * kJoulesPerLitre + hydrogen_kg * kJoulesPerKgHydrogen) / kJoulesPerMwh + electricity_mwh();
}

EnergyUse use_of(const model::rail::RunEnergy& energy) {
  return {energy.diesel / kJoulesPerLitre, energy.hydrogen / kJoulesPerKgHydrogen, energy.wire / kJoulesPerMwh,
          energy.charger / kJoulesPerMwh};
}

model::rail::RunEnergy energy_of(const model::rail::Run& run, const model::rail::Powertrain& p) {
  return model::rail::run_energy(p, run.ledger.flows, kCharger);
}

model::rail::RunFactors LineFactors::by_joule() const {
  const auto per = [](const Range<double>& r, double joules) { return r * (1.0 / joules); };
  return {per(grid_kg_per_mwh, kJoulesPerMwh), per(diesel_kg_per_l, kJoulesPerLitre), per(hydrogen_kg_per_kg, kJoulesPerKgHydrogen),
          well_to_tank_share};
}

std::optional<ModalFactor> modal_factor(const Portfolio& portfolio, std::string_view id) {
  for (const RailFactor& row : portfolio.rail_factors)
    if (row.id == id) {
      const auto value = number_after(row.value, "");
      if (!value) return std::nullopt;
      return ModalFactor{*value, number_after(row.conditions, "WTT ").value_or(0.0)};
    }
  return std::nullopt;
}

LineFactors line_factors(const Portfolio& portfolio, const Scenario& scenario,
                         const std::vector<std::pair<std::string, double>>& shares, HydrogenSource source) {
  LineFactors f;
  FactorRows rows(portfolio);
  put_grids(f, portfolio, scenario, shares);
  f.diesel_kg_per_l = rows.read("diesel-emission", "diesel_litre", "kgCO2/litre").value_or(Range<double>{2.61, 2.68, 2.7});
  if (const auto rail = modal_factor(portfolio, "uk25_rail"); rail && rail->tank_to_wheel > 0.0)
    f.well_to_tank_share = rail->well_to_tank / rail->tank_to_wheel;
  put_hydrogen(f, rows, source);
  return f;
}

RunEmissions emissions_of(const EnergyUse& use, const LineFactors& f) {
  RunEmissions out;
  out.tank_to_wheel_kg = use.fuel_l * f.diesel_kg_per_l.best;
  out.well_to_tank_kg = out.tank_to_wheel_kg * f.well_to_tank_share;
  out.electricity_kg = use.electricity_mwh() * f.grid_kg_per_mwh.best;
  out.hydrogen_kg = use.hydrogen_kg * f.hydrogen_kg_per_kg.best;
  out.lifecycle_kg = use.hydrogen_kg * f.hydrogen_lifecycle_kg_per_kg;
  return out;
}

}  // namespace gs
