#include "sim/shard.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "sim/fleet_part.hpp"
#include "sim/runs.hpp"

/// A fleet that is made in parts.
using namespace gs;

namespace {

constexpr Drawing kFew{64, 1};

std::vector<FleetPart> parts_of(const Portfolio& portfolio, const Drawing& drawing, std::size_t count) {
  std::vector<FleetPart> parts;
  for (std::size_t number = 1; number <= count; ++number) parts.push_back(build_part(portfolio, drawing, {number, count}));
  return parts;
}

/// Of every number of the results.
std::string digest(const Portfolio& portfolio, std::shared_ptr<const Fleet> fleet, const Drawing& drawing) {
  Scenario scenario;
  scenario.drawing = drawing;
  return simulate(portfolio, std::move(fleet), scenario).digest;
}

std::string refusal(const Portfolio& portfolio, const Drawing& drawing, std::vector<FleetPart> parts) {
  const auto fleet = join_parts(portfolio, drawing, std::move(parts));
  return fleet ? "" : fleet.error().text();
}

}  // namespace

TEST_CASE("a shard is read from its name and every other name is refused", "[sim][shard]") {
  for (const char* name : {"1/1", "3/8", "64/64", "10000/10000"}) {
    INFO(name);
    REQUIRE(shard_of(name));
    CHECK(text_of(*shard_of(name)) == name);
  }
  for (const char* name : {"", "3", "/", "3/", "/8", "0/4", "5/4", "0/0", "x", "1/x", "-1/4", "1/-4", "+1/4", " 1/4", "1/4 ", "1/4/4", "1.0/4", "1/10001",
                           "99999999999999999999/99999999999999999999"}) {
    INFO(name);
    CHECK_FALSE(shard_of(name));
  }
}

TEST_CASE("every row is of one shard, and no shard has two rows more than another", "[sim][shard]") {
  for (std::size_t of = 1; of <= 7; ++of)
    for (std::size_t rows = 0; rows <= 20; ++rows) {
      std::vector<int> seen(rows);
      std::vector<std::size_t> sizes;
      for (std::size_t number = 1; number <= of; ++number) {
        const Shard shard{number, of};
        std::size_t size = 0;
        for (std::size_t row = shard.next(0); row < rows; row = shard.next(row + 1), ++size) {
          CHECK(shard.has(row));
          ++seen[row];
        }
        sizes.push_back(size);
      }
      CHECK(std::count(seen.begin(), seen.end(), 1) == static_cast<std::ptrdiff_t>(rows));
      CHECK(*std::max_element(sizes.begin(), sizes.end()) <= *std::min_element(sizes.begin(), sizes.end()) + 1);
    }
}

TEST_CASE("any split joins to the same bits, in whatever order the parts come", "[sim][shard]") {
  const Portfolio portfolio = test::small_set().portfolio();
  const auto whole = build_fleet(portfolio, kFew);
  const std::string wanted = digest(portfolio, whole, kFew);
  for (std::size_t of = 1; of <= 7; ++of) {
    INFO(of << " shards");
    std::vector<FleetPart> parts = parts_of(portfolio, kFew, of);
    std::rotate(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(of / 2), parts.end());
    const auto joined = join_parts(portfolio, kFew, std::move(parts));
    REQUIRE(joined);
    CHECK((*joined)->digest == whole->digest);
    CHECK(digest(portfolio, *joined, kFew) == wanted);
  }
}

TEST_CASE("more shards than rows: some are empty and all join", "[sim][shard]") {
  const Portfolio portfolio = test::small_set().portfolio();
  const std::size_t many = portfolio.projects.size() + portfolio.routes.size() + yard_rows(portfolio).size() + 5;
  std::vector<FleetPart> parts = parts_of(portfolio, kFew, many);
  CHECK(parts.back().plants.empty());
  CHECK(parts.back().lines.empty());
  const auto joined = join_parts(portfolio, kFew, std::move(parts));
  REQUIRE(joined);
  CHECK((*joined)->digest == build_fleet(portfolio, kFew)->digest);
}

TEST_CASE("a shard does only its share of the work", "[sim][shard]") {
  const Portfolio& portfolio = test::repository_data().portfolio;
  const std::size_t projects = portfolio.projects.size(), runs = portfolio.routes.size() + yard_rows(portfolio).size();
  constexpr std::size_t kShards = 40;
  const Shard shard{7, kShards};
  std::size_t steps = 0;
  for (FleetBuilder builder(portfolio, kFew, {}, shard); !builder.ready(); builder.step()) ++steps;
  CHECK(steps <= projects / kShards + 2);  // and the one that closes it
  steps = 0;
  for (RailRunsBuilder builder(portfolio, shard); !builder.ready(); builder.step()) ++steps;
  CHECK(steps <= runs / kShards + 2);
}

TEST_CASE("parts that do not belong together are refused with the shard's name", "[sim][shard]") {
  const Portfolio portfolio = test::small_set().portfolio();
  const std::vector<FleetPart> parts = parts_of(portfolio, kFew, 3);
  CHECK(refusal(portfolio, kFew, parts).empty());

  std::vector<FleetPart> changed = parts;
  changed.pop_back();
  CHECK(refusal(portfolio, kFew, changed) == "shards: expected each of 2 once, found others");
  changed = parts;
  changed[1] = changed[0];
  CHECK(refusal(portfolio, kFew, changed) == "shards: expected each of 3 once, found others");
  CHECK(refusal(portfolio, kFew, {}) == "shards: expected each of 0 once, found others");
  changed = parts;
  changed[1].plants.pop_back();
  CHECK(refusal(portfolio, kFew, changed).starts_with("shard 2/3: expected "));
  changed = parts;
  for (FleetPart& part : changed)
    for (PlantYear& plant : part.plants) plant.driver_count = 99;
  CHECK(refusal(portfolio, kFew, changed).find("expected a year of ") != std::string::npos);
  changed = parts;
  for (FleetPart& part : changed)
    for (LineRuns& line : part.lines) line.train = 1000;
  CHECK(refusal(portfolio, kFew, changed).find("expected runs of its lines") != std::string::npos);
  CHECK(refusal(portfolio, {128, 1}, parts).find("with 128 draws") != std::string::npos);
}
