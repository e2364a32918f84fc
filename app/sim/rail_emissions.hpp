#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/rail/run_interval.hpp"
#include "portfolio/portfolio.hpp"
#include "state/laboratory.hpp"
#include "state/scenario.hpp"

/// From what a run used to what that emits, by the factors of data/.
namespace gs {

/// Of diesel: what factors.csv diesel_litre counts with.
inline constexpr double kDieselKgPerLitre = 0.84;

/// What was drawn from tanks and meters, with the battery brought back to where it was at departure.
struct EnergyUse {
  double fuel_l = 0.0;         ///< diesel, what refills a battery that no charger fills included
  double hydrogen_kg = 0.0;    ///< likewise
  double wire_mwh = 0.0;       ///< at the substation's meter, less what was given back
  double charger_mwh = 0.0;    ///< at the charger's meter: what the battery lost on the way, with the losses of filling it
  double electricity_mwh() const { return wire_mwh + charger_mwh; }
  /// Of everything at the tank (lower heating value) or the meter.
  double total_mwh() const;
  EnergyUse operator+(const EnergyUse& o) const {
    return {fuel_l + o.fuel_l, hydrogen_kg + o.hydrogen_kg, wire_mwh + o.wire_mwh, charger_mwh + o.charger_mwh};
  }
  EnergyUse operator*(double k) const { return {fuel_l * k, hydrogen_kg * k, wire_mwh * k, charger_mwh * k}; }
};
/// At tank and meter, J, with kCharger at the charger; and the same in the units of bills.
model::rail::RunEnergy energy_of(const model::rail::Run&, const model::rail::Powertrain&);
EnergyUse use_of(const model::rail::RunEnergy&);

/// Emissions of a run, kg CO2 and CO2e by where they arise; the electricity by the grid factor of each country crossed, in the
/// scenario's year and pathway.
struct RunEmissions {
  double tank_to_wheel_kg{};   ///< diesel burnt
  double well_to_tank_kg{};    ///< of that diesel, shown apart (AM0090's boundary leaves it out)
  double electricity_kg{};     ///< at the power plants
  double hydrogen_kg{};        ///< of making it
  double lifecycle_kg{};       ///< of wind turbines and electrolysers behind hydrogen from wind: apart, in no total
  double total_kg() const { return tank_to_wheel_kg + well_to_tank_kg + electricity_kg + hydrogen_kg; }
};

/// A factor of freight by road or rail, g CO2e a tonne-kilometre: rows of rail_factors.csv, category modal_factor.
struct ModalFactor {
  double tank_to_wheel = 0.0, well_to_tank = 0.0;
  double total() const { return tank_to_wheel + well_to_tank; }
};
/// nullopt: no such row, or no number in it. The well-to-tank part is read of `conditions` ("add WTT 6.91 g/tkm").
std::optional<ModalFactor> modal_factor(const Portfolio&, std::string_view id);

/// Factors of a line in a scenario.
struct LineFactors {
  /// The grids crossed: share of the way, t CO2/MWh in the scenario's year. A country without a factor of the method has the
  /// Ember average, else it is left out and the shares of the others grow.
  struct Grid {
    std::string country;
    double share{};
    Range<Intensity> intensity{};
  };
  std::vector<Grid> grids;
  Range<double> grid_kg_per_mwh{};       ///< weighted by the way
  bool grid_known = false;
  Range<double> diesel_kg_per_l{};       ///< burnt
  double well_to_tank_share = 0.0;       ///< of diesel, over what it emits when burnt
  Range<double> hydrogen_kg_per_kg{};    ///< CO2e of making a kilogram
  double hydrogen_lifecycle_kg_per_kg = 0.0;
  double hydrogen_kwh_per_kg = 0.0;      ///< electrolysers
  model::rail::RunFactors by_joule() const;
};
/// `shares`: countries and how much of the way is in each (any unit).
LineFactors line_factors(const Portfolio&, const Scenario&, const std::vector<std::pair<std::string, double>>& shares,
                         HydrogenSource);
RunEmissions emissions_of(const EnergyUse&, const LineFactors&);

}  // namespace gs
