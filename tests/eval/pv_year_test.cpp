#include "eval/pv_year.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include "eval/read.hpp"
#include "eval/reference.hpp"

using namespace gs;
using test::Bound;

namespace {

/// 1e-6 of the value; of what is nearly nothing (beam at the horizon), of 1e-3 W/m2.
Bound flux(std::string_view column) { return {column, 1e-6, Bound::relative, 1e-3}; }
Bound degrees(std::string_view column) { return {column, 1e-6, Bound::absolute}; }

std::vector<Error> problems_of(const std::string& csv, const std::string& sites) {
  std::vector<Error> problems;
  eval::Given given;
  given.table = eval::read("in.csv", csv, eval::kPvYear.takes, problems);
  given.extras.push_back(eval::read("sites.csv", sites, eval::kPvYear.extras[0].columns, problems));
  if (!problems.empty()) return problems;
  eval::Computed computed(eval::kPvYear.gives.size(), std::vector<double>(given.table.rows, std::nan("")));
  return eval::kPvYear.run(given, computed);
}

const std::string kHead = "site,unix_s,ghi,temp_air,wind\n", kSites = "site,lat,lon,alt_m,tilt\na,10,20,30,15\n";

}  // namespace

TEST_CASE("a year of photovoltaic hours is the reference chain's", "[eval][pv_year]") {
  test::check_model(
      eval::kPvYear, "pv_year",
      {degrees("zenith"), degrees("apparent_zenith"), degrees("azimuth"), flux("dni_extra"), flux("airmass"),
       flux("dni"), flux("dhi"), degrees("fix_aoi"), flux("fix_poa_direct"), flux("fix_poa_sky"), flux("fix_poa_ground"),
       flux("fix_poa_global"), flux("fix_eff"), flux("fix_tcell"), flux("fix_pdc_W"), flux("fix_pac_W"),
       degrees("trk_theta"), degrees("trk_aoi"), flux("trk_poa_direct"), flux("trk_poa_sky"), flux("trk_poa_ground"),
       flux("trk_poa_global"), flux("trk_eff"), flux("trk_tcell"), flux("trk_pdc_W"), flux("trk_pac_W")},
      {"pv_annual.csv"});
}

TEST_CASE("the reference chain on measured weather", "[eval][pv_year]") {
  test::check_model(eval::kPvYearReal, "pv_year_real",
                    {degrees("zenith"), degrees("azimuth"), flux("dni"), flux("dhi"), flux("fix_poa_global"),
                     flux("fix_tcell"), flux("fix_pac_W"), degrees("trk_theta"), flux("trk_poa_global"),
                     flux("trk_pac_W")},
                    {"pv_annual_real.csv"});
}

TEST_CASE("a row of a site that --sites lacks is named", "[eval][pv_year]") {
  const auto problems = problems_of(kHead + "a,0,1,2,3\nb,0,1,2,3\n", kSites);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].where == "in.csv:3:site");
}

TEST_CASE("a site given twice is named", "[eval][pv_year]") {
  const auto problems = problems_of(kHead + "a,0,1,2,3\n", kSites + "a,1,1,1,1\n");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].where == "sites.csv:3:site");
}

TEST_CASE("negative light is refused", "[eval][pv_year]") {
  const auto problems = problems_of(kHead + "a,0,-1,2,3\n", kSites);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].where == "in.csv:2:ghi");
}
