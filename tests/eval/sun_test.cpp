#include "eval/sun.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <fstream>
#include <iterator>

#include "eval/read.hpp"
#include "eval/reference.hpp"

using namespace gs;
using test::Bound;

TEST_CASE("the sun stands where the reference's Solar Position Algorithm puts it", "[eval][sun]") {
  test::check_model(eval::kSolarPosition, "solar_position",
                    {{"zenith_deg", 1e-8, Bound::absolute},
                     {"apparent_zenith_deg", 1e-8, Bound::absolute},
                     {"elevation_deg", 1e-8, Bound::absolute},
                     {"apparent_elevation_deg", 1e-8, Bound::absolute},
                     {"eot_min", 1e-8, Bound::absolute},
                     {"earthsun_au", 1e-12},
                     {"sunrise_unix_s", 1e-3, Bound::absolute},
                     {"sunset_unix_s", 1e-3, Bound::absolute},
                     {"transit_unix_s", 1e-3, Bound::absolute}});
}

// Near the zenith and the nadir the azimuth means little: what counts is the way that it moves the sun.
TEST_CASE("the azimuth is the reference's, weighted by the sine of the zenith angle", "[eval][sun]") {
  for (const std::string file : {"tests/reference/solar_position.csv", "../shared/reference/solar_position.csv"}) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) continue;  // the whole file stands beside the repository only
    CAPTURE(file);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    std::vector<Error> problems;
    eval::Given given;
    given.table = eval::read(file, bytes, eval::kSolarPosition.takes, problems);
    const eval::Column wanted_columns[] = {{.name = "azimuth_deg", .unit = "deg", .meaning = ""}};
    const eval::Table wanted = eval::read(file, bytes, wanted_columns, problems);
    REQUIRE(problems.empty());
    eval::Computed computed(eval::kSolarPosition.gives.size(), std::vector<double>(given.table.rows, std::nan("")));
    REQUIRE(eval::kSolarPosition.run(given, computed).empty());
    double worst = 0.0;
    for (std::size_t i = 0; i < given.table.rows; ++i) {
      const double apart = std::fabs(computed[4][i] - wanted["azimuth_deg"][i]);
      worst = std::fmax(worst, std::fmin(apart, 360.0 - apart) * std::sin(computed[0][i] * 0.0174532925199433));
    }
    CHECK(given.table.rows > 200);
    CHECK(worst < 1e-8);
  }
}
