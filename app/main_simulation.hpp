#pragma once
#include <memory>
#include <optional>

#include "sim/rail_runs.hpp"
#include "sim/results.hpp"

namespace gs {

/// The results on the screen and the work behind them, in slices, so that no frame waits for them: plants first, for the
/// first picture; then the railway, whose figures and the digest come when it has run.
class Simulation {
 public:
  /// `portfolio` is only written to by work(), when another takes its place.
  explicit Simulation(Portfolio& portfolio) : portfolio_(portfolio) {}

  /// Brings the results to the scenario. Plants are needed anew only for other draws; until they are there, the results of
  /// the present ones stand. At most about `seconds` of work, at least one plant or line.
  /// Without seconds only for what is there: the portfolio stays the same.
  void work(const Scenario&, double seconds);
  /// Another portfolio with the same lines first. It takes the place of the present one together with its results, once its
  /// plants are there; until then all stands as it was.
  void change(Portfolio next);
  bool changing() const { return next_ != nullptr; }

  /// There are none before the first plants are done.
  bool has_results() const { return results_.fleet != nullptr; }
  const Results& results() const { return results_; }
  /// Of another scenario, with the plants of these; nothing before there are any.
  const Results* against(const std::optional<Scenario>&);
  bool busy() const { return builder_ || next_ || !rail_; }

 private:
  void show(Fleet, const Scenario&);
  void take_next();

  Portfolio& portfolio_;
  std::unique_ptr<Portfolio> next_;
  std::optional<FleetBuilder> builder_;
  std::optional<RailRunsBuilder> lines_;
  std::shared_ptr<const RailRuns> rail_;
  Drawing building_;
  Results results_, against_;
};

}  // namespace gs
