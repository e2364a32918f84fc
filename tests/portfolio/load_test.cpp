#include "portfolio/load.hpp"

#include <catch2/catch_test_macros.hpp>

#include "portfolio/fixture.hpp"

using gs::test::DataSet;
using Texts = std::vector<std::string>;

TEST_CASE("a sound set has no problems and keeps what the rows say", "[portfolio]") {
  const gs::Portfolio p = DataSet::small().portfolio();
  REQUIRE(p.project("sun"));
  CHECK(p.project("sun")->capacity == gs::megawatts(1000));
  CHECK(p.project("sun")->commissioning_year == 2020);
  CHECK_FALSE(p.project("sun")->co2.has_value());  // an empty cell is no figure, not 0
  CHECK(p.project("wind")->generation == gs::gigawatt_hours(300));
  CHECK(p.project("later")->technology == gs::Technology::solar_pv_bess);
  CHECK(p.source("press")->title == "A \"quoted\" title");
  CHECK(p.country("BRA")->bri == gs::Bri::no);
  CHECK(p.country("CHN")->bri == gs::Bri::unknown);
  CHECK(p.route("line")->points.size() == 3);
  CHECK(p.route("line")->countries == Texts{"KAZ", "CHN"});
  CHECK(p.locomotive("hybrid")->co2_saving_per_unit == gs::tonnes(240));
  CHECK(p.rail_factors.size() == 1);
  CHECK(p.project("nobody") == nullptr);
}

TEST_CASE("every rule names file, row, column, what was expected and what was found", "[portfolio]") {
  const struct {
    const char *file, *column, *value;
    int row;
    const char* problem;
  } cases[] = {
      {"projects.csv", "capacity_mw", "12x", 2, "projects.csv:2:capacity_mw: expected a number above 0, found \"12x\""},
      {"projects.csv", "capacity_mw", "0", 2, "projects.csv:2:capacity_mw: expected a number above 0, found \"0\""},
      {"projects.csv", "capacity_mw", "1,5", 2, "projects.csv:2:capacity_mw: expected a number above 0, found \"1,5\""},
      {"projects.csv", "capacity_mw", "nan", 2, "projects.csv:2:capacity_mw: expected a number above 0, found \"nan\""},
      {"projects.csv", "capacity_mw", "1e999", 2,
       "projects.csv:2:capacity_mw: expected a number above 0, found \"1e999\""},
      {"projects.csv", "capacity_mw", " 5", 2, "projects.csv:2:capacity_mw: expected a number above 0, found \" 5\""},
      {"projects.csv", "latitude", "91", 2, "projects.csv:2:latitude: expected a number from -90 to 90, found \"91\""},
      {"projects.csv", "longitude", "-180.5", 2,
       "projects.csv:2:longitude: expected a number from -180 to 180, found \"-180.5\""},
      {"projects.csv", "latitude", "", 2, "projects.csv:2:latitude: expected a value, found an empty cell"},
      {"projects.csv", "longitude", "70", 2,
       "projects.csv:2:latitude: expected a place in ARE (or a coord_note that says why not), found one 1000 km "
       "outside"},
      {"projects.csv", "commissioning_year", "1820", 2,
       "projects.csv:2:commissioning_year: expected a whole number from 1900 to 2100, found \"1820\""},
      {"projects.csv", "commissioning_year", "2020.5", 2,
       "projects.csv:2:commissioning_year: expected a whole number from 1900 to 2100, found \"2020.5\""},
      {"projects.csv", "technology", "solar_vp", 2,
       "projects.csv:2:technology: expected one of solar_pv, solar_pv_bess, solar_pv_floating, csp, wind_onshore, "
       "wind_onshore_bess, "
       "wind_offshore, hydro, pumped_storage, battery_storage, green_hydrogen, waste_to_energy, grid_interconnection, "
       "found \"solar_vp\"; "
       "did you mean \"solar_pv\"?"},
      {"projects.csv", "status", "finished", 2,
       "projects.csv:2:status: expected one of operating, construction, agreed, planned, suspended, found "
       "\"finished\""},
      {"projects.csv", "country", "UAE", 2,
       "projects.csv:2:country: expected an ISO 3166-1 alpha-3 country code, found \"UAE\""},
      {"projects.csv", "country", "ar", 2,
       "projects.csv:2:country: expected an ISO 3166-1 alpha-3 country code, found \"ar\""},
      {"projects.csv", "id", "wind", 9,
       "projects.csv:9:id: expected a unique id, found \"wind\" again (first in row 4)"},
      {"projects.csv", "id", "Sun Park", 9,
       "projects.csv:9:id: expected an id of lower-case letters, digits, '-', '_' and '.', found \"Sun Park\""},
      {"projects.csv", "sources", "press;pres", 2,
       "projects.csv:2:sources: expected an id of sources.csv, found \"pres\"; did you mean \"press\"?"},
      {"projects.csv", "sources", "press;", 2, "projects.csv:2:sources: expected an id of sources.csv, found \"\""},
      {"projects.csv", "part_of", "sunny", 3,
       "projects.csv:3:part_of: expected an id of projects.csv, found \"sunny\""},
      {"projects.csv", "part_of", "sun-part", 3,
       "projects.csv:3:part_of: expected another project, found the row's own id"},
      {"projects.csv", "part_of", "sun-part", 4,
       "projects.csv:4:part_of: expected a whole that is not itself a part, found \"sun-part\""},
      {"projects.csv", "generation_gwh", "300000", 4,
       "projects.csv:4:generation_gwh: expected at most 876 (capacity_mw for 8760 h), found \"300000\""},
      {"projects.csv", "coord_radius_km", "-1", 2,
       "projects.csv:2:coord_radius_km: expected a number from 0 to 1000, found \"-1\""},
      {"routes.csv", "countries", "KAZ;CNH", 2,
       "routes.csv:2:countries: expected an ISO 3166-1 alpha-3 country code, found \"CNH\""},
      {"routes.csv", "gauge_mm", "1.52", 2,
       "routes.csv:2:gauge_mm: expected a whole number from 300 to 3000, found \"1.52\""},
      {"route_points.csv", "route_id", "lime", 3,
       "route_points.csv:3:route_id: expected an id of routes.csv, found \"lime\"; did you mean \"line\"?"},
      {"route_points.csv", "seq", "1", 3,
       "route_points.csv:3:seq: expected a number above 1 (points stand in the order of the line), found \"1\""},
      {"route_points.csv", "elevation_m", "12000", 2,
       "route_points.csv:2:elevation_m: expected a number from -500 to 9000, found \"12000\""},
      {"locomotives.csv", "fuel_saving_pct", "145", 2,
       "locomotives.csv:2:fuel_saving_pct: expected a number from 0 to 100, found \"145\""},
      {"locomotives.csv", "latitude", "45", 2,
       "locomotives.csv:2:longitude: expected both coordinates or none, found an empty cell"},
      {"locomotives.csv", "type", "hibrid", 2,
       "locomotives.csv:2:type: expected one of diesel, hybrid, battery, hydrogen, electric, dual_mode, found "
       "\"hibrid\"; did you mean \"hybrid\"?"},
      {"grid_factors.csv", "value_t_mwh", "464", 3,
       "grid_factors.csv:3:value_t_mwh: expected a number from 0 to 3, found \"464\""},
      {"grid_factors.csv", "method", "ifi_cm_firm", 3,
       "grid_factors.csv:3:method: expected each combination once, found \"ARE ifi_cm_firm 2021 press\" again"},
      {"capacity_factors.csv", "central", "20", 2,
       "capacity_factors.csv:2:central: expected a number from 0 to 1, found \"20\""},
      {"capacity_factors.csv", "low", "0.22", 2,
       "capacity_factors.csv:2:low: expected at most 0.2, the central, found \"0.22\""},
      {"capacity_factors.csv", "high", "0.1", 2,
       "capacity_factors.csv:2:high: expected at least 0.2, the central, found \"0.1\""},
      {"capacity_factors.csv", "country", "", 3,
       "capacity_factors.csv:3:technology: expected each combination once, found \"solar_pv \" again"},
      {"factors.csv", "low", "2", 2, "factors.csv:2:low: expected at most 0.9, the value, found \"2\""},
      {"claims.csv", "subject", "moon", 2,
       "claims.csv:2:subject: expected an id of a project, route, locomotive, factor or country, found \"moon\""},
      {"claims.csv", "claimant", "", 2, "claims.csv:2:claimant: expected a value, found an empty cell"},
      {"countries.csv", "bri", "yes", 2,
       "countries.csv:2:bri: expected one of unknown, partner, withdrawn, no, found \"yes\""},
      {"rail_factors.csv", "category", "", 2, "rail_factors.csv:2:category: expected a value, found an empty cell"},
  };
  for (const auto& c : cases) {
    INFO(c.file << " row " << c.row << " " << c.column << " = \"" << c.value << "\"");
    CHECK(gs::test::problems(DataSet::small().set(c.file, c.row, c.column, c.value)) == Texts{c.problem});
  }
}

TEST_CASE("columns that are missing, misspelt or doubled are named", "[portfolio]") {
  CHECK(gs::test::problems(DataSet::small().rename_column("projects.csv", "capacity_mw", "capcity_mw")) ==
        Texts{"projects.csv:1:capacity_mw: expected a column of this name, found none",
              "projects.csv:1: expected only known columns, found \"capcity_mw\"; did you mean \"capacity_mw\"?"});
  CHECK(gs::test::problems(DataSet::small().remove_column("claims.csv", "corroborated")) ==
        Texts{"claims.csv:1:corroborated: expected a column of this name, found none"});
  CHECK(gs::test::problems(DataSet::small().rename_column("claims.csv", "notes", "date")) ==
        Texts{"claims.csv:1:notes: expected a column of this name, found none",
              "claims.csv:1:date: expected each column once, found it again"});
}

TEST_CASE("a missing file is one problem, the baked Ember file may be missing", "[portfolio]") {
  CHECK(gs::test::problems(DataSet::small().remove("rail_factors.csv")) ==
        Texts{"rail_factors.csv: expected a file, found none"});
}

TEST_CASE("the baked Ember file adds to the grid factors and is checked as they are", "[portfolio]") {
  const std::string header = "country,method,value_t_mwh,year,source,confidence,notes\n";
  const auto loaded =
      DataSet::small().raw("ember.csv", header + "ETH,ember_average,0.024,2024,ember-co2js,high,\n").load();
  CHECK(loaded.fit_to_run());
  CHECK(loaded.portfolio.grid_factors.back().value == gs::tonnes_per_mwh(0.024));
  const auto bad = DataSet::small().raw("ember.csv", header + "ETH,ember_average,24,2024,ember-co2js,high,\n").load();
  REQUIRE(bad.problems.size() == 1);
  CHECK(bad.problems[0].text() == "ember.csv:2:value_t_mwh: expected a number from 0 to 3, found \"24\"");
}

TEST_CASE("all problems are reported at once, and one bad row hides no other", "[portfolio]") {
  auto set = DataSet::small();
  set.set("projects.csv", 2, "capacity_mw", "much")
      .set("projects.csv", 2, "latitude", "north")
      .set("projects.csv", 4, "status", "built");
  set.set("route_points.csv", 2, "latitude", "95").set("sources.csv", 2, "id", "press");
  const gs::Loaded loaded = set.load();
  CHECK(loaded.problems.size() == 4);
  CHECK_FALSE(loaded.fit_to_run());
  CHECK(loaded.portfolio.project("sun") == nullptr);
  CHECK(loaded.portfolio.project("wind") == nullptr);
  // sun-part and the claim refer to the bad row: that is not a second problem, and they stay.
  CHECK(loaded.portfolio.project("sun-part") != nullptr);
  CHECK(loaded.portfolio.claims.size() == 1);
  CHECK(loaded.portfolio.project("dam") != nullptr);
}

TEST_CASE("a place outside its country needs a reason, and its uncertainty counts", "[portfolio]") {
  CHECK(gs::test::problems(
            DataSet::small().set("projects.csv", 2, "longitude", "70").set("projects.csv", 2, "coord_note", "offshore"))
            .empty());
  CHECK(gs::test::problems(DataSet::small().set("projects.csv", 2, "longitude", "60.12"))
            .empty());  // 12 km; 3 + 10 allowed
  CHECK(gs::test::problems(DataSet::small().set("projects.csv", 2, "longitude", "60.14")).size() == 1);
  CHECK(gs::test::problems(
            DataSet::small().set("projects.csv", 2, "longitude", "61").set("projects.csv", 2, "coord_radius_km", "95"))
            .empty());
}

TEST_CASE("without a base map any three capitals are a country and places are not tested", "[portfolio]") {
  auto set = DataSet::small();
  set.set("projects.csv", 2, "longitude", "-100")
      .set("countries.csv", 2, "iso3", "XYZ")
      .set("projects.csv", 2, "country", "XYZ");
  set.set("projects.csv", 3, "country", "XYZ").set("grid_factors.csv", 2, "country", "QQQ");
  CHECK(set.load(gs::Checks{}).problems.empty());
}

TEST_CASE("a project's country has a row in countries.csv", "[portfolio]") {
  CHECK(gs::test::problems(
            DataSet::small().set("projects.csv", 9, "country", "ARE").set("countries.csv", 3, "iso3", "CHN"))
            .size() >= 1);
}

TEST_CASE("a line has at least two points", "[portfolio]") {
  auto set = DataSet::small();
  set.add("routes.csv", {{"id", "stub"},
                         {"name", "Stub"},
                         {"countries", "KAZ"},
                         {"electrified", "no"},
                         {"status", "open"},
                         {"sources", "press"},
                         {"confidence", "high"}});
  CHECK(gs::test::problems(set) == Texts{"routes.csv:3:id: expected at least two points in route_points.csv, found 0"});
}

TEST_CASE("the data version changes with every byte of every file", "[portfolio]") {
  const std::string version = DataSet::small().portfolio().version;
  CHECK(version.size() == 16);
  CHECK(version == DataSet::small().portfolio().version);
  CHECK(version != DataSet::small().set("projects.csv", 2, "notes", "x").portfolio().version);
  CHECK(version != DataSet::small().set("sources.csv", 2, "notes", "x").portfolio().version);
  CHECK(version != DataSet::small().raw("claims.csv", DataSet::small().bytes("claims.csv") + "\n").portfolio().version);
}

TEST_CASE("the repository's data has no problem and all of its rows", "[portfolio][data]") {
  const gs::Loaded& loaded = gs::test::repository_data();
  for (const gs::Error& problem : loaded.problems) UNSCOPED_INFO(problem.text());
  CHECK(loaded.problems.empty());
  CHECK(loaded.portfolio.projects.size() == 120);
  CHECK(loaded.portfolio.routes.size() == 36);
  CHECK(loaded.portfolio.locomotives.size() == 30);
  std::size_t points = 0;
  for (const gs::Route& route : loaded.portfolio.routes) points += route.points.size();
  CHECK(points == 1156);
}
