#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "portfolio/fixture.hpp"
#include "portfolio/load.hpp"

using Catch::Approx;
using gs::StationVariable;
using gs::test::DataSet;
using Texts = std::vector<std::string>;

TEST_CASE("a site says of each figure whether it has a source", "[portfolio][sites]") {
  const gs::Portfolio p = DataSet::small().portfolio();
  const gs::Site* wind = p.site("wind");
  REQUIRE(wind);
  CHECK(wind->wind_100m->value == 8.0);  // the sourced mean before the estimate of 9
  CHECK(wind->wind_100m->plus_minus == Approx(0.8));
  CHECK_FALSE(wind->wind_100m->estimated);
  CHECK(wind->weibull_k->estimated);
  CHECK(wind->weibull_k->plus_minus == 0.4);
  CHECK_FALSE(wind->rotor_m->estimated);
  CHECK(wind->turbine->value == gs::megawatts(2.5));
  CHECK(wind->turbines == 40);
  CHECK(wind->estimated_inputs() == std::vector<std::string_view>{"weibull_k", "turbine", "hub_m"});
  CHECK_FALSE(wind->ghi.has_value());  // an empty cell is no figure, not 0
  CHECK(p.site("dam") == nullptr);
}

TEST_CASE("radiation that a guess has part in is marked, published radiation is not", "[portfolio][sites]") {
  const gs::Portfolio p = DataSet::small().portfolio();
  const gs::Site* sun = p.site("sun");
  REQUIRE(sun);
  CHECK(sun->ghi->value == 2150.0);
  CHECK(sun->ghi->plus_minus == Approx(150.5));
  CHECK(sun->ghi->estimated);
  CHECK(sun->ghi_annual->value == 2100.0);
  CHECK(sun->mounting->value == gs::Mounting::single_axis_tracker);
  CHECK_FALSE(sun->mounting->estimated);
  CHECK(sun->dc_ac_ratio->estimated);
  const gs::Portfolio published = DataSet::small().set("sites.csv", 2, "ghi_basis", "published").portfolio();
  CHECK_FALSE(published.site("sun")->ghi->estimated);
}

TEST_CASE("a station's row of recent years goes before the older normals", "[portfolio][sites]") {
  const gs::Portfolio p = DataSet::small().portfolio();
  CHECK(p.stations_of("wmo1", StationVariable::temp_c).size() == 2);
  const gs::Station* row = p.station("wmo1", StationVariable::temp_c);
  REQUIRE(row);
  CHECK(row->annual == 25.0);
  REQUIRE(row->months);
  CHECK((*row->months)[6] == 25.0);
  CHECK(p.station("wmo1", StationVariable::wind_ms) == nullptr);
  CHECK(p.station("nowhere", StationVariable::temp_c) == nullptr);
  // Even when the normals stand first.
  auto turned = DataSet::small();
  turned.set("stations.csv", 2, "period", "1971-2000 normals").set("stations.csv", 4, "period", "2003-2021 (n=9)");
  CHECK(turned.portfolio().station("wmo1", StationVariable::temp_c)->annual == 24.0);
}

TEST_CASE("a dam knows its river", "[portfolio][sites]") {
  const gs::Portfolio p = DataSet::small().portfolio();
  const gs::HydroSite* dam = p.hydro_site("dam");
  REQUIRE(dam);
  CHECK(dam->operation == gs::HydroOperation::storage);
  const gs::RiverRegime* river = p.regime(dam->regime);
  REQUIRE(river);
  CHECK(river->shares[0] == Approx(1.0 / 12).margin(1e-5));
  CHECK(river->spread == 0.3);
  CHECK(p.regime("nile") == nullptr);
}

TEST_CASE("a dam without a row has the river of its country", "[portfolio][sites]") {
  auto set = DataSet::small();
  set.set("hydro_sites.csv", 2, "project_id", "not-bri");
  const gs::Portfolio p = set.portfolio();
  CHECK(p.regime_of(*p.project("dam")) == p.regime("river"));      // ETH
  CHECK(p.regime_of(*p.project("not-bri")) == p.regime("river"));  // its own row, though Brazil has no class
  CHECK(p.regime_of(*p.project("sun")) == nullptr);
  const Texts twice = {"river_regimes.csv:2:countries: expected each country in one class, found \"ETH\" again"};
  CHECK(gs::test::problems(DataSet::small().set("river_regimes.csv", 2, "countries", "ETH;ETH")) == twice);
}

TEST_CASE("every rule of the files about sites names the place", "[portfolio][sites]") {
  const struct {
    const char *file, *column, *value;
    int row;
    const char* problem;
  } cases[] = {
      {"sites.csv", "project_id", "moon", 2, "sites.csv:2:project_id: expected an id of projects.csv, found \"moon\""},
      {"sites.csv", "project_id", "sun", 3,
       "sites.csv:3:project_id: expected a unique id, found \"sun\" again (first in row 2)"},
      {"sites.csv", "station_id", "wmo2", 2,
       "sites.csv:2:station_id: expected an id of stations.csv with temp_c, found \"wmo2\""},
      {"sites.csv", "wind_station_id", "wmo1", 3,
       "sites.csv:3:wind_station_id: expected an id of stations.csv with wind_ms, found \"wmo1\""},
      {"sites.csv", "wind_source", "", 3,
       "sites.csv:3:wind_source: expected a value beside wind_mean_100m_ms, found an empty cell"},
      {"sites.csv", "wind_source", "prss", 3,
       "sites.csv:3:wind_source: expected an id of sources.csv, found \"prss\"; did you mean \"press\"?"},
      {"sites.csv", "est_wind_pct", "", 3,
       "sites.csv:3:est_wind_pct: expected a value beside est_wind_100m_ms, found an empty cell"},
      {"sites.csv", "wind_mean_100m_ms", "29", 3,
       "sites.csv:3:wind_mean_100m_ms: expected a number from 1 to 20, found \"29\""},
      {"sites.csv", "ghi_annual_kwh_m2", "5.8", 2,
       "sites.csv:2:ghi_annual_kwh_m2: expected a number from 500 to 3000, found \"5.8\""},
      {"sites.csv", "pv_mounting", "tracker", 2,
       "sites.csv:2:pv_mounting: expected one of single_axis_tracker, fixed_tilt, floating_fixed, mixed, csp_trough, "
       "csp_tower, csp_mixed, found \"tracker\""},
      {"stations.csv", "m07", "88", 2, "stations.csv:2:m07: expected a number from -60 to 60, found \"88\""},
      {"stations.csv", "m07", "", 5, "stations.csv:5:m01: expected all twelve months or none, found 11"},
      {"stations.csv", "annual", "300", 3,
       "stations.csv:3:annual: expected the sum of the months, 3600, found \"300\""},
      {"stations.csv", "annual", "29", 2, "stations.csv:2:annual: expected the mean of the months, 25, found \"29\""},
      {"stations.csv", "latitude", "25", 3,
       "stations.csv:3:latitude: expected the place of the station's first row, 24 54, found \"25 54\""},
      {"stations.csv", "period", "2003-2021", 4,
       "stations.csv:4:variable: expected each combination once, found \"wmo1 temp_c 2003-2021\" again"},
      {"river_regimes.csv", "m06", "0.2", 2, "river_regimes.csv:2:m01: expected shares whose sum is 1, found 1.117"},
      {"river_regimes.csv", "m06", "8", 2, "river_regimes.csv:2:m06: expected a number from 0 to 1, found \"8\""},
      {"hydro_sites.csv", "regime", "rivre", 2,
       "hydro_sites.csv:2:regime: expected an id of river_regimes.csv, found \"rivre\""},
      {"hydro_sites.csv", "operation", "reservoir", 2,
       "hydro_sites.csv:2:operation: expected one of run_of_river, storage, found \"reservoir\""},
  };
  for (const auto& c : cases) {
    INFO(c.file << " row " << c.row << " " << c.column << " = \"" << c.value << "\"");
    CHECK(gs::test::problems(DataSet::small().set(c.file, c.row, c.column, c.value)) == Texts{c.problem});
  }
}

TEST_CASE("the data version covers the files about sites", "[portfolio][sites]") {
  const std::string version = DataSet::small().portfolio().version;
  for (const char* file : {"sites.csv", "stations.csv", "river_regimes.csv", "hydro_sites.csv"}) {
    INFO(file);
    CHECK(version != DataSet::small().set(file, 2, "notes", "x").portfolio().version);
    CHECK(gs::test::problems(DataSet::small().remove(file)).size() >= 1);
  }
}

TEST_CASE("every project with sun, wind or water can be simulated from the repository's data", "[portfolio][data]") {
  const gs::Portfolio& p = gs::test::repository_data().portfolio;
  CHECK(p.sites.size() == 81);
  for (const gs::Project& project : p.projects) {
    INFO(project.id);
    const gs::Category category = gs::category(project.technology);
    const gs::Site* site = p.site(project.id);
    if (category == gs::Category::solar || category == gs::Category::csp || category == gs::Category::wind ||
        category == gs::Category::hydrogen) {
      REQUIRE(site);
      CHECK(site->elevation_m);
      CHECK(p.station(site->station_id, StationVariable::temp_c));
    }
    if (category == gs::Category::solar) {
      CHECK(site->ghi);
      CHECK(site->mounting);
      CHECK(site->dc_ac_ratio);
      const std::string& monthly = site->ghi_station_id.empty() ? site->sunshine_station_id : site->ghi_station_id;
      const gs::Station* radiation = p.station(monthly, StationVariable::ghi_kwh_m2_day);
      REQUIRE(radiation);
      CHECK(radiation->months);
    }
    if (category == gs::Category::csp) CHECK(site->dni);
    if (category == gs::Category::wind) {
      CHECK(site->wind_100m);
      CHECK(site->wind_100m->plus_minus > 0.0);
      CHECK(site->weibull_k);
      CHECK(site->rotor_m);
      CHECK(site->hub_m);
      CHECK(site->turbine);
    }
    if (category == gs::Category::hydro) {
      CHECK(p.hydro_site(project.id));
      CHECK(p.regime_of(project));
    }
  }
}

TEST_CASE("no estimate of the repository's sites passes for a sourced figure", "[portfolio][data]") {
  const gs::Portfolio& p = gs::test::repository_data().portfolio;
  for (const gs::Site& site : p.sites) {
    INFO(site.project_id);
    const auto general = [](const std::vector<std::string>& sources) {
      return std::find(sources.begin(), sources.end(), "unsourced-general-knowledge") != sources.end();
    };
    CHECK_FALSE(general(site.wind_sources));
    CHECK_FALSE(general(site.weibull_sources));
    CHECK_FALSE(general(site.ghi_sources));
    if (general(site.tech_sources)) {
      CHECK((!site.mounting || site.mounting->estimated));
      CHECK((!site.rotor_m || site.rotor_m->estimated));
      CHECK((!site.dc_ac_ratio || site.dc_ac_ratio->estimated));
    }
  }
}
