#include "sim/validation.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <map>

#include "portfolio/fixture.hpp"
#include "sim/simulate.hpp"

using namespace gs;
using Catch::Matchers::WithinRel;

namespace {

struct Run {
  const Portfolio& portfolio;
  Results results;
  std::vector<ValidationRow> rows;
};

/// The repository's own data, once.
const Run& run() {
  static const Run made = [] {
    Run r{test::repository_data().portfolio, simulate(test::repository_data().portfolio, Scenario{}), {}};
    r.rows = validate(r.portfolio, r.results);
    return r;
  }();
  return made;
}

}  // namespace

TEST_CASE("every row that is marked as usable is compared once, and no other", "[sim][validation]") {
  std::map<std::uint32_t, int> seen;
  for (const ValidationRow& row : run().rows) ++seen[row.project];
  for (std::uint32_t i = 0; i < run().portfolio.projects.size(); ++i) {
    const ValidationUse use = run().portfolio.projects[i].validation_use;
    CAPTURE(run().portfolio.projects[i].id);
    CHECK(seen[i] == (use == ValidationUse::none || use == ValidationUse::exclude ? 0 : 1));
  }
}

TEST_CASE("a reported output is never compared with itself", "[sim][validation]") {
  for (const ValidationRow& row : run().rows) {
    CAPTURE(run().portfolio.projects[row.project].id);
    const bool simulated = run().results.fleet->plants[row.project].basis == EnergyBasis::simulated;
    CHECK(simulated == (row.check == Check::sourced || row.check == Check::estimated));
    if (row.cf) CHECK(simulated);
  }
}

TEST_CASE("only what the mark names is compared, and only where it is reported", "[sim][validation]") {
  for (const ValidationRow& row : run().rows) {
    const Project& p = run().portfolio.projects[row.project];
    CAPTURE(p.id);
    if (p.validation_use == ValidationUse::cf) CHECK_FALSE(row.co2);
    if (p.validation_use == ValidationUse::co2) CHECK_FALSE(row.reported_cf);
    if (row.cf) CHECK_THAT(row.cf->reported * p.capacity->base() * 8760.0, WithinRel(p.generation->base(), 1e-12));
    if (row.co2) CHECK(row.co2->reported == p.co2->base());
  }
}

TEST_CASE("a new plant is compared: its age and the scenario's year change no capacity factor", "[sim][validation]") {
  Scenario later;
  later.year = 2045;
  const auto rows = validate(run().portfolio, simulate(run().portfolio, run().results.fleet, later));
  REQUIRE(rows.size() == run().rows.size());
  int compared = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    REQUIRE(rows[i].cf.has_value() == run().rows[i].cf.has_value());
    if (!rows[i].cf) continue;
    ++compared;
    CHECK(rows[i].cf->simulated == run().rows[i].cf->simulated);
  }
  CHECK(compared > 20);
}

TEST_CASE("an estimate of a decisive input puts a row among the estimates", "[sim][validation]") {
  for (const ValidationRow& row : run().rows) {
    CAPTURE(run().portfolio.projects[row.project].id);
    if (row.check == Check::sourced) CHECK(row.estimated.empty());
    if (row.check == Check::sourced) CHECK_FALSE(run().results.fleet->plants[row.project].estimated_input);
    for (const std::string_view name : row.estimated) CHECK(name != "elevation_m");
  }
}

TEST_CASE("the nearest convention explains the claim no worse than the scenario's method", "[sim][validation]") {
  for (const ValidationRow& row : run().rows) {
    if (!row.co2 || !row.explanation.nearest || !(row.factor > Intensity{})) continue;
    CAPTURE(run().portfolio.projects[row.project].id);
    const double by_method = std::log(row.explanation.implied / row.factor);
    CHECK(std::abs(std::log1p(row.explanation.deviation)) <= std::abs(by_method) + 1e-12);
  }
}

TEST_CASE("median, bias and misses of a list of errors", "[sim][validation]") {
  struct Row {
    std::vector<double> errors;
    int rows;
    double median, bias;
    int beyond;
  };
  const Row rows[] = {
      {{}, 0, 0.0, 0.0, 0},
      {{-0.5}, 1, 0.5, -0.5, 1},
      {{0.25, -0.25}, 2, 0.25, 0.0, 0},
      {{0.1, -0.3, 0.2}, 3, 0.2, 0.0, 1},
      {{0.1, 0.2, 0.3, 1.0}, 4, 0.25, 0.4, 2},
  };
  for (const Row& row : rows) {
    const Agreement a = agreement(row.errors);
    CAPTURE(row.errors);
    CHECK(a.rows == row.rows);
    CHECK(std::abs(a.median_absolute - row.median) < 1e-15);
    CHECK(std::abs(a.bias - row.bias) < 1e-15);
    CHECK(a.beyond == row.beyond);
  }
}

TEST_CASE("an error is a share of the reported figure", "[sim][validation]") {
  CHECK(Compared{0.5, 0.25}.error() == -0.5);
  CHECK(Compared{2.0, 5.0}.error() == 1.5);
}
