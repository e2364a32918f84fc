#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/rail/run_interval.hpp"
#include "portfolio/portfolio.hpp"
#include "sim/rail_emissions.hpp"
#include "sim/rail_results.hpp"
#include "sim/rail_runs.hpp"
#include "state/laboratory.hpp"

/// The railway of the portfolio: facts become lines, trains and powertrains that can run.
namespace gs {

/// A line as the laboratory runs it, and how far its profile may be trusted.
struct RailLine {
  std::uint32_t route{};          ///< index into Portfolio::routes
  model::rail::Line line;
  double ruling_permille{};
  bool ruling_sourced{}, speed_sourced{}, wire_sourced{};
  bool length_sourced{};          ///< of chainages or the published length; else great-circle distances of the points
  bool countries_known{};         ///< else the countries of the route have equal shares
  double undulation_permille{};   ///< of the estimate: what the terrain hides
  double grade_uncertainty{};     ///< relative, of the energy spent on grades (one deviation): part of the interval
  /// Stations and waypoints with their distance from the start, for axes and the map.
  struct Place { std::string name; double at_m{}, latitude{}, longitude{}; };
  std::vector<Place> places;
  /// Metres run in each country of the route (by the border's chainage where known, else by the base of the points).
  struct Share { std::string country; double metres{}; };
  std::vector<Share> countries;
};

/// The points on land with their distances, as rail_line has them; empty where it is nullopt.
std::vector<RailLine::Place> rail_places(const Route&);
/// nullopt where the route has fewer than two points on land. Sea legs are left out. Distances: the points' chainage where
/// it is given, between and beyond it by great-circle distances, scaled to the published length. The limit is that of
/// trains of this kind.
std::optional<RailLine> rail_line(const Portfolio&, const Route&, bool backwards = false, TrainKind kind = TrainKind::freight);
/// Formation with `trailing_t` gross tonnes (0: as it is): whole wagons are added or taken off.
model::rail::Train rail_train(const TrainRow&, const TractionRow&, double trailing_t = 0.0);
model::rail::Powertrain powertrain(const TractionRow&, double battery_scale = 1.0);
/// The same with the coaches that it must light and heat.
model::rail::Powertrain powertrain_of(const TractionRow&, const TrainRow&, const model::rail::Train&, double battery_scale = 1.0);
/// The rows of tractions.csv that may pull on this line (gauge; wires only where there are some or as a what-if), one of each kind
/// first, in the order diesel, hybrid, catenary, battery, hydrogen.
std::vector<const TractionRow*> tractions_for(const Portfolio&, const Route&);
const TrainRow* usual_train(const Portfolio&, const Route&);

/// One traction's run, ready to be shown.
struct LabRun {
  const TractionRow* traction{};
  model::rail::Run run;
  EnergyUse use;
  std::vector<model::Bar> drivers;   ///< of the CO2; input: index into model::rail::kRunInputs
  RunEmissions emissions;
  std::vector<Error> problems;       ///< why there is no run (empty: there is)
  bool co2_known{};                  ///< false: stalled, or no factor of the method for the grids that it draws from
  bool wire_is_what_if{};            ///< the line has no wire (all the way): as if it had
  Range<double> co2_per_1000_tkm{};  ///< kg per 1,000 net tonne-kilometres, well to wheel; P10, best, P90
  Range<double> energy_mwh{};        ///< at the tank or the meter
  double fuel_litres{}, hydrogen_mass_kg{}, electricity_mwh{};  ///< electricity: net at the meters, chargers' included
};

struct LabResults {
  Laboratory laboratory;
  const Route* route{};
  const TrainRow* train{};
  RailLine line;
  std::vector<LabRun> runs;      ///< of lab_tractions, in its order
  std::vector<Range<double>> saved_against_diesel;  ///< share of the diesel's CO2, of the same draws; by run
  std::string digest;            ///< of every number above, the traces' included; empty without runs
  bool preview{};
};

/// Which rows of tractions.csv a laboratory compares: the first of each kind in the order of tractions_for without dual mode;
/// `traction` of the laboratory (an id, or a kind) takes the place of the first of its kind, or comes last.
std::vector<const TractionRow*> lab_tractions(const Portfolio&, const Route&, const Laboratory&);

/// Runs all tractions of the laboratory; keeps its working space, so that a slider dragged allocates little. A pure
/// function of (portfolio, results' scenario, laboratory).
class LaboratoryRuns {
 public:
  /// The results stay valid until the next call. `preview`: coarser steps while a slider is held, 800 on any
  /// line; else 10 m, and longer ones on lines of over 600 km.
  /// Unknown lines and trains, and lines without tractions of their gauge, have no runs.
  const LabResults& of(const Portfolio&, const Scenario&, const Laboratory&, bool preview = false);
  /// The same on a line that is not of the portfolio, by a train that need not be.
  const LabResults& of(const Portfolio&, const Scenario&, const Laboratory&, const Route&, const TrainRow&, RailLine, bool preview = false);

 private:
  void run_one(const TractionRow&, double wired, const LineFactors&, bool preview, LabRun&);
  void interval_of(LabRun&, const model::rail::Powertrain&, const model::rail::RunEnergy&, const LineFactors&);
  void compare();
  void close();

  model::rail::RunSpace space_;
  model::rail::RunIntervals intervals_{model::rail::RunDoubt{}, 256};
  std::vector<model::rail::RunInterval> drawn_;  ///< by run
  model::rail::Line wired_;
  LabResults results_;
  std::string key_;
};

/// What the lines save under a scenario: of the runs that the fleet carries (sim/rail_runs.hpp).
RailwayResults railway(const Portfolio&, const RailRuns&, const Scenario&);

}  // namespace gs
