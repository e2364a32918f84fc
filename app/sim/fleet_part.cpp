#include "sim/fleet_part.hpp"

#include <algorithm>

#include "model/hours.hpp"
#include "sim/plant_part.hpp"

namespace gs {
namespace {

/// How many of rows 0..count - 1 a shard has.
std::size_t rows_of(Shard shard, std::size_t count) {
  return count < shard.number ? 0 : (count - shard.number) / shard.of + 1;
}

template <class Rows>
bool within(std::int32_t index, const Rows& rows) {
  return index >= -1 && index < static_cast<std::int32_t>(rows.size());
}

bool fits(const PlantYear& plant, const Portfolio& portfolio, const Drawing& drawing) {
  const auto draws = static_cast<std::size_t>(drawing.draws);
  return (plant.power.empty() || plant.power.size() == static_cast<std::size_t>(model::kHours)) &&
         (plant.relative.empty() || plant.relative.size() == draws) && within(plant.capacity_factor, portfolio.capacity_factors) &&
         plant.driver_count >= 0 && static_cast<std::size_t>(plant.driver_count) <= kMostDrivers;
}

bool fits(const LineRuns& line, const Portfolio& portfolio, Shard shard) {
  return line.route < portfolio.routes.size() && shard.has(portfolio.projects.size() + line.route) && line.train < portfolio.trains.size() &&
         within(line.diesel.traction, portfolio.tractions) && within(line.wire.traction, portfolio.tractions);
}

/// What of a part does not belong to this portfolio and drawing.
std::optional<Error> problem_of(const FleetPart& part, const Portfolio& portfolio, const Drawing& drawing) {
  const std::string where = "shard " + text_of(part.shard);
  const std::size_t wanted = rows_of(part.shard, portfolio.projects.size());
  if (part.plants.size() != wanted)
    return Error{where, "expected " + std::to_string(wanted) + " projects, found " + std::to_string(part.plants.size())};
  for (std::size_t i = 0; i < part.plants.size(); ++i)
    if (!fits(part.plants[i], portfolio, drawing))
      return Error{where, "expected a year of " + portfolio.projects[i * part.shard.of + part.shard.number - 1].id + " with " +
                              std::to_string(drawing.draws) + " draws, found another"};
  for (const LineRuns& line : part.lines)
    if (!fits(line, portfolio, part.shard)) return Error{where, "expected runs of its lines, found others"};
  return std::nullopt;
}

/// Each shard of parts.size() once, in their order.
bool complete(const std::vector<FleetPart>& parts) {
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].shard != Shard{i + 1, parts.size()}) return false;
  return !parts.empty();
}

std::optional<RailRuns> join_rail(const Portfolio& portfolio, std::vector<FleetPart>& parts) {
  RailRuns runs;
  for (FleetPart& part : parts) {
    std::move(part.lines.begin(), part.lines.end(), std::back_inserter(runs.lines));
    runs.yards.insert(runs.yards.end(), part.yards.begin(), part.yards.end());
  }
  std::sort(runs.lines.begin(), runs.lines.end(), [](const LineRuns& a, const LineRuns& b) { return a.route < b.route; });
  std::sort(runs.yards.begin(), runs.yards.end(), [](const YardRun& a, const YardRun& b) { return a.traction < b.traction; });
  const auto same_route = [](const LineRuns& a, const LineRuns& b) { return a.route == b.route; };
  if (std::adjacent_find(runs.lines.begin(), runs.lines.end(), same_route) != runs.lines.end()) return std::nullopt;
  const std::vector<const TractionRow*> rows = yard_rows(portfolio);
  const auto is_of = [&](const YardRun& run, const TractionRow* row) {
    return &portfolio.tractions[0] + run.traction == row && run.locomotive < portfolio.locomotives.size();
  };
  if (!std::equal(runs.yards.begin(), runs.yards.end(), rows.begin(), rows.end(), is_of)) return std::nullopt;
  runs.digest = digest_of(runs);
  return runs;
}

}  // namespace

FleetPart build_part(const Portfolio& portfolio, const Drawing& drawing, Shard shard) {
  FleetPart part{shard, {}, {}, {}};
  Fleet fleet = FleetBuilder(portfolio, drawing, {}, shard).finish();
  for (std::size_t i = shard.next(0); i < fleet.plants.size(); i += shard.of) part.plants.push_back(std::move(fleet.plants[i]));
  const auto rail = RailRunsBuilder(portfolio, shard).finish();
  part.lines = rail->lines;
  part.yards = rail->yards;
  return part;
}

Result<std::shared_ptr<const Fleet>> join_parts(const Portfolio& portfolio, const Drawing& drawing, std::vector<FleetPart> parts) {
  std::sort(parts.begin(), parts.end(), [](const FleetPart& a, const FleetPart& b) { return a.shard.number < b.shard.number; });
  if (!complete(parts)) return Error{"shards", "expected each of " + std::to_string(parts.size()) + " once, found others"};
  for (const FleetPart& part : parts)
    if (auto problem = problem_of(part, portfolio, drawing)) return *problem;
  std::vector<PlantYear> plants;
  for (std::size_t i = 0; i < portfolio.projects.size(); ++i)
    plants.push_back(std::move(parts[i % parts.size()].plants[i / parts.size()]));
  auto rail = join_rail(portfolio, parts);
  if (!rail) return Error{"shards", "expected each line and yard locomotive once, found others"};
  Fleet fleet = fleet_of(portfolio, DrawSpace(drawing), std::move(plants));
  fleet.set_rail(std::make_shared<const RailRuns>(std::move(*rail)));
  return std::make_shared<const Fleet>(std::move(fleet));
}

}  // namespace gs
