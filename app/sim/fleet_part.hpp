#pragma once
#include <memory>
#include <vector>

#include "sim/fleet.hpp"
#include "sim/rail_runs.hpp"
#include "sim/shard.hpp"
#include "units/result.hpp"

/// A fleet made in parts, on as many machines as one likes. Its rows are the projects, then the routes, then the yard
/// locomotives of yard_rows; each is made by itself, so that a row is the same bits in whichever shard it stands. The sums over
/// rows are left to `simulate`, which then has the same numbers in the same order.
namespace gs {

/// What one shard makes.
struct FleetPart {
  Shard shard;
  std::vector<PlantYear> plants;  ///< of its projects, in their order
  std::vector<LineRuns> lines;    ///< of those of its routes that trains can run, in their order
  std::vector<YardRun> yards;     ///< of its yard locomotives, in their order
};

FleetPart build_part(const Portfolio&, const Drawing&, Shard);

/// The fleet that build_fleet makes, bit for bit, of parts in any order. Errors: the parts are not all shards of one
/// number, each once, or one of them is not of this portfolio and drawing.
Result<std::shared_ptr<const Fleet>> join_parts(const Portfolio&, const Drawing&, std::vector<FleetPart>);

}  // namespace gs
