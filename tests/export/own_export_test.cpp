#include "export/own_export.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "portfolio/fixture.hpp"

using namespace gs;
using Catch::Approx;

namespace {

const OwnChecks& world() {
  static const OwnChecks checks{test::DataSet::squares(), [](double, double) { return std::optional<std::string>("KAZ"); }, {}};
  return checks;
}

OwnData sample() {
  OwnData own = read_own_data("mine.csv",
                              "id,name,name_zh,technology,latitude,longitude,capacity_mw,capacity_basis,status,commissioning_year,storage_mwh,generation_gwh,co2_t,"
                              "chinese_role,sources,notes,jobs,ghi_annual_kwh_m2,pv_mounting,bifacial,dc_ac_ratio,rotor_m,turbine_mw,n_turbines\n"
                              "one,\"Sun, \"\"north\"\"\",太阳,solar_pv_bess,24.123456789,50.1,100.25,ac,planned,2028,200,150.5,70000,EPC by X,my report,a note,12,2000.5,single_axis_tracker,yes,1.25,,,\n"
                              ",Wind,,wind_onshore,45,55,50,net,operating,2021,,,,,,,,,,,,150,5,10\n",
                              world());
  OwnData lines = read_own_data("lines.csv",
                                "line,line_name,seq,latitude,longitude,name,elevation_m,chainage_km,status,electrified,gauge_mm,leg\n"
                                "l1,First line,1,45,50,A,300,0,planned,yes,1435,\nl1,First line,2,45.5,51,,,90.5,,,,\nl1,First line,3,46,52,C,10,200,,,,sea\n",
                                world());
  REQUIRE(own.problems.empty());
  REQUIRE(lines.problems.empty());
  return merged(std::move(own), std::move(lines));
}

void check_same(const OwnData& a, const OwnData& b) {
  REQUIRE(a.projects.size() == b.projects.size());
  for (std::size_t i = 0; i < a.projects.size(); ++i) {
    const Project &p = a.projects[i], &q = b.projects[i];
    CHECK(p.id == q.id);
    CHECK(p.name == q.name);
    CHECK(p.name_zh == q.name_zh);
    CHECK(p.technology == q.technology);
    CHECK(p.country == q.country);
    CHECK(p.latitude == q.latitude);
    CHECK(p.longitude == q.longitude);
    CHECK(p.capacity == q.capacity);
    CHECK(p.capacity_basis == q.capacity_basis);
    CHECK(p.storage == q.storage);
    CHECK(p.status == q.status);
    CHECK(p.commissioning_year == q.commissioning_year);
    CHECK(p.chinese_role == q.chinese_role);
    CHECK(p.generation.has_value() == q.generation.has_value());
    if (p.generation) CHECK(p.generation->base() == Approx(q.generation->base()).epsilon(1e-12));
    CHECK(p.co2 == q.co2);
    CHECK(p.jobs == q.jobs);
    CHECK(p.notes == q.notes);
    CHECK(p.confidence == q.confidence);
  }
  REQUIRE(a.sites.size() == b.sites.size());
  for (std::size_t i = 0; i < a.sites.size(); ++i) {
    CHECK(a.sites[i].project_id == b.sites[i].project_id);
    CHECK(a.sites[i].ghi.has_value() == b.sites[i].ghi.has_value());
    if (a.sites[i].ghi && b.sites[i].ghi) CHECK(a.sites[i].ghi->value == b.sites[i].ghi->value);
    CHECK(a.sites[i].mounting.has_value() == b.sites[i].mounting.has_value());
    CHECK(a.sites[i].turbines == b.sites[i].turbines);
  }
  REQUIRE(a.routes.size() == b.routes.size());
  for (std::size_t i = 0; i < a.routes.size(); ++i) {
    const Route &r = a.routes[i], &s = b.routes[i];
    CHECK(r.id == s.id);
    CHECK(r.name == s.name);
    CHECK(r.countries == s.countries);
    CHECK(r.status == s.status);
    CHECK(r.electrified == s.electrified);
    CHECK(r.gauge_mm == s.gauge_mm);
    REQUIRE(r.points.size() == s.points.size());
    for (std::size_t k = 0; k < r.points.size(); ++k) {
      CHECK(r.points[k].name == s.points[k].name);
      CHECK(r.points[k].latitude == s.points[k].latitude);
      CHECK(r.points[k].longitude == s.points[k].longitude);
      CHECK(r.points[k].elevation_m == s.points[k].elevation_m);
      CHECK(r.points[k].chainage_km == s.points[k].chainage_km);
      CHECK(r.points[k].by_sea == s.points[k].by_sea);
    }
  }
}

}  // namespace

TEST_CASE("own rows written as CSV are read again as the same rows", "[export][own]") {
  const OwnData own = sample();
  const OwnData projects = read_own_data("a.csv", own_projects_csv(own), world()), lines = read_own_data("b.csv", own_lines_csv(own), world());
  CHECK(projects.problems.empty());
  CHECK(lines.problems.empty());
  check_same(own, merged(projects, lines));
}

TEST_CASE("own rows written as GeoJSON are read again as the same rows", "[export][own]") {
  const OwnData own = sample();
  const OwnData again = read_own_data("a.geojson", own_geojson(own), world());
  for (const Error& e : again.problems) FAIL_CHECK(e.text());
  check_same(own, again);
}

TEST_CASE("the example for own projects reads without a problem, and without rows there is no file", "[export][own]") {
  const OwnData own = read_own_data("example.csv", own_template_csv(), world());
  for (const Error& e : own.problems) FAIL_CHECK(e.text());
  CHECK(own.projects.size() == 2);
  CHECK(own_lines_csv(own).empty());
  CHECK(own_projects_csv({}).empty());
}
