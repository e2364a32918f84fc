#include "eval/capture.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "eval/read.hpp"

using namespace gs;
using Catch::Matchers::WithinRel;

TEST_CASE("capture avoids less than it captures, by the energy that it costs", "[eval]") {
  std::vector<Error> problems;
  eval::Given given;
  given.table = eval::read("plant.csv",
                           "electricity_MWh,plant_t_per_MWh,captured_share,availability_share,more_energy_share,"
                           "transport_loss_share,leak_share_a_year\n1000000,0.8,0.9,1,0.25,0,0\n",
                           eval::kCapture.takes, problems);
  REQUIRE(problems.empty());
  eval::Computed computed(eval::kCapture.gives.size(), std::vector<double>(1));
  REQUIRE(eval::kCapture.run(given, computed).empty());
  // 0.8 Mt without; 1.0 Mt made with, 0.9 of it captured: 0.1 Mt emitted, 0.7 Mt avoided.
  CHECK_THAT(computed[0][0], WithinRel(800000.0, 1e-12));
  CHECK_THAT(computed[1][0], WithinRel(900000.0, 1e-12));
  CHECK_THAT(computed[2][0], WithinRel(100000.0, 1e-9));
  CHECK_THAT(computed[4][0], WithinRel(700000.0, 1e-9));
  CHECK_THAT(computed[5][0], WithinRel(7.0 / 9.0, 1e-9));
}
