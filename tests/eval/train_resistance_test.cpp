#include "eval/train_resistance.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "eval/read.hpp"
#include "eval/reference.hpp"

using namespace gs;
using Catch::Approx;
using test::Bound;

namespace {

/// A folder with one railcar of round numbers.
eval::Folder one_car() {
  return {"cars", {"thirdparty/altrios/Box.yaml"}, [](const std::string&) -> Result<std::string> {
            return std::string("---\ncar_type: Box\nlength_meters: 15\naxle_count: 4\nmass_static_base_kilograms: 20000.0\n"
                   "mass_freight_kilograms: 60000.0\nmass_rot_per_axle_kilograms: 700\nbearing_res_per_axle_newtons: 50\n"
                   "rolling_ratio: 0.001\ndavis_b_seconds_per_meter: 1.0e-5\ncd_area_square_meters: 4\nbraking_ratio: 0.1\n");
          }};
}

struct Answer {
  eval::Computed computed;
  std::vector<Error> problems;
  double operator()(std::string_view column, std::size_t row) const {
    const auto gives = eval::kTrainResistance.gives;
    for (std::size_t k = 0; k < gives.size(); ++k)
      if (gives[k].name == column) return computed[k][row];
    return std::nan("");
  }
};

Answer ask(const std::string& rows) {
  Answer answer;
  eval::Given given;
  given.folder = one_car();
  given.table = eval::read("in.csv", "car_type,n_cars,n_locos,speed_ms,grade,curve_coeff\n" + rows,
                           eval::kTrainResistance.takes, answer.problems);
  answer.computed.assign(eval::kTrainResistance.gives.size(), std::vector<double>(given.table.rows, std::nan("")));
  if (answer.problems.empty()) answer.problems = eval::kTrainResistance.run(given, answer.computed);
  return answer;
}

}  // namespace

TEST_CASE("a train's resistance has the reference's parts, and those of Strahl, Sauthoff and Davis", "[eval][rail]") {
  // Cells have 14 digits; where rising and falling parts cancel, a part of the sum's greatest terms is what is left
  // of that.
  std::vector<Bound> bounds;
  for (const char* column : {"mass_kg", "bearing_N", "rolling_N", "davis_b_N", "aero_N", "grade_N", "curve_N", "strahl_N",
                             "sauthoff_N", "modified_davis_N"})
    bounds.push_back({column, 1e-12});
  bounds.push_back({.column = "altrios_total_N", .tolerance = 1e-12, .floor = 1e5});
  test::check_stored(eval::kTrainResistance, "train_resistance", bounds);
}

TEST_CASE("a train's resistance follows its mass, its speed and its line", "[eval][rail]") {
  const Answer a = ask("Box,10,1,10,0.01,0.001\nBox,20,2,10,0.01,0.001\nBox,10,1,20,0.01,0.001\nBox,10,1,10,-0.01,0.001\n");
  REQUIRE(a.problems.empty());
  CHECK(a("mass_kg", 0) == 10 * 80e3 + 195e3);
  CHECK(a("bearing_N", 0) == 2000.0);
  CHECK(a("aero_N", 0) == Approx(10 * 4 * 1.225 * 100.0).epsilon(1e-15));
  for (const eval::Column& column : eval::kTrainResistance.gives) {
    INFO(column.name);
    CHECK(a(column.name, 1) == Approx(2.0 * a(column.name, 0)).epsilon(1e-12));  // twice the train
  }
  CHECK(a("aero_N", 2) == Approx(4.0 * a("aero_N", 0)).epsilon(1e-14));
  CHECK(a("davis_b_N", 2) == Approx(2.0 * a("davis_b_N", 0)).epsilon(1e-14));
  CHECK(a("grade_N", 3) == -a("grade_N", 0));
  const double parts = a("bearing_N", 0) + a("rolling_N", 0) + a("davis_b_N", 0) + a("aero_N", 0) + a("grade_N", 0) + a("curve_N", 0);
  CHECK(a("altrios_total_N", 0) == Approx(parts).epsilon(1e-14));
}

TEST_CASE("a railcar that the folder lacks is named once", "[eval][rail]") {
  const Answer a = ask("Tank,10,1,10,0,0\nTank,20,1,10,0,0\nBox,1,1,1,0,0\n");
  REQUIRE(a.problems.size() == 1);
  CHECK(a.problems[0].where == "cars/thirdparty/altrios/Tank.yaml");
}
