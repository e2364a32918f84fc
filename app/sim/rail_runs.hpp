#pragma once
#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "model/rail/run.hpp"
#include "sim/rail_emissions.hpp"
#include "sim/rail_results.hpp"

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

struct RailRuns {
  std::vector<LineRuns> lines;  ///< of the routes that trains can run, in the order of Portfolio::routes
  std::string digest;           ///< of every number
};

/// Runs the lines one after the other, so that a page can draw between two of them. The portfolio must outlive it.
class RailRunsBuilder {
 public:
  explicit RailRunsBuilder(const Portfolio& portfolio) : portfolio_(portfolio) {}
  bool ready() const;
  std::size_t done() const { return std::min(next_, portfolio_.routes.size()); }  ///< lines
  void step();                              ///< one more line; does nothing when ready
  std::shared_ptr<const RailRuns> finish();  ///< steps until ready

 private:
  const Portfolio& portfolio_;
  std::size_t next_ = 0;
  RailRuns made_;
  model::rail::RunSpace space_;
  model::rail::Run run_;
};

std::shared_ptr<const RailRuns> build_rail_runs(const Portfolio&);

}  // namespace gs
