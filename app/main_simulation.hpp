#pragma once
#include <optional>

#include "sim/rail_runs.hpp"
#include "sim/results.hpp"

namespace gs {

/// The results on the screen and the work behind them, in slices, so that no frame waits for them: plants first, for the
/// first picture; then the railway, whose figures and the digest come when it has run.
class Simulation {
 public:
  explicit Simulation(const Portfolio& portfolio) : portfolio_(portfolio) {}

  /// Brings the results to the scenario. Plants are needed anew only for other draws; until they are there, the results of
  /// the present ones stand. At most about `seconds` of work, at least one plant or line.
  void work(const Scenario&, double seconds);

  /// There are none before the first plants are done.
  bool has_results() const { return results_.fleet != nullptr; }
  const Results& results() const { return results_; }
  /// Of another scenario, with the plants of these; nothing before there are any.
  const Results* against(const std::optional<Scenario>&);
  bool busy() const { return builder_ || !rail_; }

 private:
  void show(Fleet, const Scenario&);

  const Portfolio& portfolio_;
  std::optional<FleetBuilder> builder_;
  std::optional<RailRunsBuilder> lines_;
  std::shared_ptr<const RailRuns> rail_;
  Drawing building_;
  Results results_, against_;
};

}  // namespace gs
