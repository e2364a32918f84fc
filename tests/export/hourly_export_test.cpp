#include "export/hourly_export.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <nlohmann/json.hpp>

#include "portfolio/fixture.hpp"
#include "portfolio/schema.hpp"
#include "portfolio/table.hpp"
#include "sim/simulate.hpp"

using namespace gs;
using Catch::Matchers::WithinRel;

TEST_CASE("the hours of every plant are 8,760 in their order, and add up to its year at its age", "[export]") {
  const Portfolio& p = test::repository_data().portfolio;
  const Results r = simulate(p, {FactorMethod::ember_average, 2035, GridPathway::stated, {64, 1}});
  int with_hours = 0;
  for (std::uint32_t i = 0; i < p.projects.size(); i += 7) {
    if (!has_hours(r, i)) continue;
    CAPTURE(p.projects[i].id);
    ++with_hours;
    const Table csv = read_table("hours.csv", hours_to_csv(r, i));
    CHECK(csv.problems.empty());
    REQUIRE(csv.columns == std::vector<std::string>{"hour", "utc", "power_mw"});
    REQUIRE(csv.rows.size() == 8760);
    CHECK(csv.rows.front().cells[1] == "2023-01-01T00:00:00Z");
    CHECK(csv.rows[59 * 24].cells[1] == "2023-03-01T00:00:00Z");  // no 29 February
    CHECK(csv.rows.back().cells[1] == "2023-12-31T23:00:00Z");
    CHECK(csv.rows.back().cells[0] == "8759");
    double sum = 0.0;
    for (const Table::Row& row : csv.rows) sum += *schema::parse_number(row.cells[2]);
    if (r.projects[i].energy) CHECK_THAT(sum, WithinRel(r.projects[i].energy->best.base(), 1e-6));

    const auto json = nlohmann::json::parse(hours_to_json(p, r, i));
    CHECK(json["id"] == p.projects[i].id);
    CHECK(json["digest"] == r.digest);
    REQUIRE(json["power_mw"].size() == 8760);
    for (const std::size_t hour : {0u, 4000u, 8759u})
      CHECK(json["power_mw"][hour].get<double>() == *schema::parse_number(csv.rows[hour].cells[2]));
  }
  CHECK(with_hours > 5);
}

TEST_CASE("a plant of which only the year is known has no hours", "[export]") {
  const Portfolio p = test::DataSet::small().portfolio();
  const Results r = simulate(p, {});
  for (std::uint32_t i = 0; i < p.projects.size(); ++i)
    CHECK(has_hours(r, i) == (r.fleet->plants[i].power.size() == 8760));
}
