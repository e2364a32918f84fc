#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/rail/run.hpp"
#include "portfolio/portfolio.hpp"
#include "sim/results.hpp"
#include "state/laboratory.hpp"

/// The railway of the portfolio: facts become lines, trains and powertrains that can run.
namespace gs {

/// A line as the laboratory runs it, and how far its profile may be trusted.
struct RailLine {
  std::uint32_t route{};          ///< index into Portfolio::routes
  model::rail::Line line;
  double ruling_permille{};
  bool ruling_sourced{}, speed_sourced{}, wire_sourced{};
  double undulation_permille{};   ///< of the estimate: what the terrain hides
  double grade_uncertainty{};     ///< relative, of the energy spent on grades (one deviation): part of the interval
  /// Stations and waypoints with their distance from the start, for axes and the map.
  struct Place { std::string name; double at_m{}, latitude{}, longitude{}; };
  std::vector<Place> places;
  /// Metres run in each country of the route (by the border's chainage where known, else by the base of the points).
  struct Share { std::string country; double metres{}; };
  std::vector<Share> countries;
};

/// nullopt where the route has no length or fewer than two points. Sea legs are left out.
std::optional<RailLine> rail_line(const Portfolio&, const Route&, bool backwards = false);
/// Formation with `trailing_t` gross tonnes (0: as it is): whole wagons are added or taken off.
model::rail::Train rail_train(const TrainRow&, const TractionRow&, double trailing_t = 0.0);
model::rail::Powertrain powertrain(const TractionRow&, double battery_scale = 1.0);
/// The rows of tractions.csv that may pull on this line (gauge; wires only where there are some or as a what-if), one of each kind
/// first, in the order diesel, hybrid, catenary, battery, hydrogen.
std::vector<const TractionRow*> tractions_for(const Portfolio&, const Route&);
const TrainRow* usual_train(const Portfolio&, const Route&);

/// Emissions of a run, kg CO2 and CO2e by where they arise; the electricity by the grid factor of each country crossed, in the
/// scenario's year and pathway.
struct RunEmissions {
  double tank_to_wheel_kg{};   ///< diesel burnt
  double well_to_tank_kg{};    ///< of that diesel, shown apart (AM0090's boundary leaves it out)
  double electricity_kg{};     ///< at the power plants
  double hydrogen_kg{};        ///< of making it
  double total_kg() const { return tank_to_wheel_kg + well_to_tank_kg + electricity_kg + hydrogen_kg; }
};

/// One traction's run, ready to be shown.
struct LabRun {
  const TractionRow* traction{};
  model::rail::Run run;
  RunEmissions emissions;
  bool wire_is_what_if{};            ///< the line has no wire (all the way): as if it had
  Range<double> co2_per_1000_tkm{};  ///< kg per 1,000 net tonne-kilometres, well to wheel; P10, best, P90
  Range<double> energy_mwh{};        ///< at the tank or the meter
  double fuel_litres{}, hydrogen_mass_kg{}, electricity_mwh{};
};

struct LabResults {
  Laboratory laboratory;
  const Route* route{};
  const TrainRow* train{};
  RailLine line;
  std::vector<LabRun> runs;      ///< in the order of tractions_for; five at most for the curves
  std::vector<Range<double>> saved_against_diesel;  ///< share of the diesel's CO2, of the same draws; by run
  std::string digest;            ///< of every number above
};

/// Runs all tractions of the laboratory; keeps its working space, so that a slider dragged allocates little. A pure
/// function of (portfolio, results' scenario, laboratory).
class LaboratoryRuns {
 public:
  /// The results stay valid until the next call. `preview`: coarser steps while a slider is held (100 m instead of 10 m).
  const LabResults& of(const Portfolio&, const Scenario&, const Laboratory&, bool preview = false);

 private:
  model::rail::RunSpace space_;
  LabResults results_;
  std::string key_;
};

/// What a line's traffic saves: per route of the portfolio (those with traffic and a length).
struct LineSaving {
  std::uint32_t route{};
  Range<double> traffic_mt{};
  double net_tkm{}, gross_tkm{};       ///< a year
  Range<Mass> as_it_runs{};            ///< CO2 of today's traction, well to wheel
  Range<Mass> as_diesel{};             ///< the same traffic by diesel
  Range<Mass> by_road{};               ///< by lorries over the road's length
  Mass well_to_tank_share{};           ///< of as_diesel, shown apart
  Range<Mass> saved_against_diesel{}, saved_against_road{};
  std::vector<std::pair<std::string, Mass>> electricity_by_country;  ///< CO2 by country crossed
  double trains_a_day{};               ///< both directions, for the map's timetable
  double running_time_s{};
};

/// A year of the shunter and what the claims need to be true; see model/rail/shunting.hpp.
struct RailwayResults {
  std::vector<LineSaving> lines;
  std::string digest;
};
/// Runs every line once each way with its usual train and today's traction and with diesel (100 m steps).
RailwayResults railway(const Portfolio&, const Scenario&);

}  // namespace gs
