#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "model/rail/run.hpp"
#include "sim/rail_emissions.hpp"
#include "sim/rail_results.hpp"
#include "sim/shard.hpp"
#include "sim/yards.hpp"

/// Every line run once each way: what does not depend on the scenario's year and grid factor. Made once a portfolio.
namespace gs {

/// A train's way there and back, halved: the mean of the two directions.
struct MeanRun {
  std::int32_t traction = -1;  ///< index into Portfolio::tractions; -1: nothing of this kind for the gauge
  EnergyUse use;
  double time_s = 0.0;
  /// Energy over the best estimate, P10 and P90: resistance, profile, powertrain.
  double low = 1.0, high = 1.0;
};

struct LineRuns {
  std::uint32_t route{}, train{};  ///< indices into Portfolio::routes and trains
  double length_km = 0.0, wire_share = 0.0;
  double trailing_t = 0.0, net_t = 0.0;
  bool lightened = false;  ///< the usual train could not climb the estimated profile: wagons were taken off
  std::vector<std::pair<std::string, double>> countries;  ///< metres in each
  MeanRun diesel, wire;  ///< the wire as if it were there all the way
  std::vector<LineTimetable::Node> out, back;
};

/// All that runs on rails, on lines and in yards.
struct RailRuns {
  std::vector<LineRuns> lines;  ///< of the routes that trains can run, in the order of Portfolio::routes
  std::vector<YardRun> yards;   ///< of yard_rows, in their order
  std::string digest;           ///< of every number
};

/// Of every number of the lines and yards.
std::string digest_of(const RailRuns&);

/// Runs the lines one after the other, so that a page can draw between two of them. The portfolio must outlive it.
class RailRunsBuilder {
 public:
  /// Of a shard, only its rows are run; they are counted on from the projects (sim/fleet_part.hpp).
  explicit RailRunsBuilder(const Portfolio&, Shard = {});
  bool ready() const;
  std::size_t done() const { return next_; }  ///< steps, of `whole`
  std::size_t whole() const { return runs() + 1; }
  void step();                               ///< one more of them; does nothing when ready
  std::shared_ptr<const RailRuns> finish();  ///< steps until ready

 private:
  std::size_t runs() const { return portfolio_.routes.size() + yards_.size(); }
  void go_on(std::size_t run);

  const Portfolio& portfolio_;
  Shard shard_;
  std::vector<const TractionRow*> yards_;
  std::size_t next_ = 0;
  RailRuns made_;
  model::rail::RunIntervals intervals_;
  model::rail::RunSpace space_;
  model::rail::Run run_;
};

std::shared_ptr<const RailRuns> build_rail_runs(const Portfolio&);

}  // namespace gs
