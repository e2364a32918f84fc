#include "eval/pv_annual.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include "eval/read.hpp"
#include "eval/reference.hpp"

using namespace gs;

TEST_CASE("a year from twelve monthly means gives the reference's energy, fixed and tracked", "[eval][climate]") {
  // The issue asks for 1.5 % of the annual energy. Found: 0.41 %, nearly all of it by wind that blows in gusts here and
  // evenly there; light and temperature are nearer.
  test::check_model(eval::kPvAnnual, "pv_annual",
                    {{"ghi_kWh_m2", 1e-9},
                     {"dni_kWh_m2", 0.003},
                     {"dhi_kWh_m2", 0.003},
                     {"tair_mean", 0.05, test::Bound::absolute},
                     {"fix_poa_kWh_m2", 0.002},
                     {"trk_poa_kWh_m2", 0.002},
                     {"fix_ac_kWh_per_kWdc", 0.006},
                     {"trk_ac_kWh_per_kWdc", 0.006},
                     {"fix_ac_01", 0.02},
                     {"trk_ac_01", 0.02},
                     {"fix_ac_06", 0.02},
                     {"trk_ac_12", 0.02}});
}

TEST_CASE("months that no sky can have are named by row and column", "[eval][climate]") {
  std::string head = "lat,lon,alt_m,tilt,az,albedo", row = "24.2,54.5,110,22,180,0.2";
  for (const char* quantity : {"ghi", "t", "w"}) {
    for (int month = 1; month <= 12; ++month) {
      head += std::string(",") + quantity + (month < 10 ? "_0" : "_") + std::to_string(month);
      row += *quantity == 'g' ? ",5" : *quantity == 't' ? ",20" : ",3";
    }
  }
  const auto problems_of = [&](const std::string& rows) {
    std::vector<Error> problems;
    eval::Given given;
    given.table = eval::read("in.csv", head + "\n" + rows, eval::kPvAnnual.takes, problems);
    REQUIRE(problems.empty());
    eval::Computed computed(eval::kPvAnnual.gives.size(), std::vector<double>(given.table.rows, std::nan("")));
    problems = eval::kPvAnnual.run(given, computed);
    CHECK(computed[0][0] > 0.0);
    return problems;
  };
  CHECK(problems_of(row + "\n").empty());
  std::string bright = row;
  bright.replace(bright.find(",0.2,5"), 6, ",0.2,9");  // January at 24 degrees north
  const auto problems = problems_of(row + "\n" + bright + "\n");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].where == "in.csv:3:ghi_01");
}
