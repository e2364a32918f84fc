#pragma once
#include <memory>
#include <optional>

#include "sim/results.hpp"

namespace gs {

/// The results on the screen and the work behind them: plants are simulated in slices, so that no frame waits for them.
class Simulation {
 public:
  explicit Simulation(const Portfolio& portfolio) : portfolio_(portfolio) {}

  /// Brings the results to the scenario. Plants are needed anew only for other draws; until they are there, the results of
  /// the present ones stand. At most about `seconds` of work, at least one plant.
  void work(const Scenario&, double seconds);

  /// There are none before the first plants are done.
  bool has_results() const { return results_.fleet != nullptr; }
  const Results& results() const { return results_; }
  bool busy() const { return builder_.has_value(); }

 private:
  const Portfolio& portfolio_;
  std::optional<FleetBuilder> builder_;
  Drawing building_;
  Results results_;
};

}  // namespace gs
