#include "model/rail/resistance_strap.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <vector>

using namespace gs::model::rail;
using Catch::Approx;

namespace {

/// Level for 1 km, then up 1 in 100 for 1 km, then down 1 in 200.
const std::vector<PathElement> kHill = {{0.0, 0.0, 50.0}, {1000.0, 0.01, 50.0}, {2000.0, -0.005, 60.0}};

}  // namespace

TEST_CASE("a place on a border belongs to the element behind it, and no place lies outside", "[rail][strap]") {
  struct Row { double at_m; std::size_t element; double net_m; };
  for (const Row& row : {Row{-5.0, 0, 50.0}, {0.0, 0, 50.0}, {1000.0, 0, 50.0}, {1000.001, 1, 50.00001}, {1500.0, 1, 55.0},
                         {2000.0, 1, 60.0}, {3000.0, 2, 55.0}}) {
    INFO("at " << row.at_m << " m");
    CHECK(element_at(kHill, row.at_m) == row.element);
    CHECK(net_at(kHill, row.at_m) == Approx(row.net_m).epsilon(1e-14));
  }
}

TEST_CASE("under a train lies the mean of what is under its parts", "[rail][strap]") {
  CHECK(under_train(kHill, 900.0, 800.0) == 0.0);
  CHECK(under_train(kHill, 1900.0, 800.0) == 0.01);
  CHECK(under_train(kHill, 1300.0, 600.0) == Approx(0.005).epsilon(1e-13));    // half of it on the level
  CHECK(under_train(kHill, 2400.0, 800.0) == Approx(0.0025).epsilon(1e-13));  // half up, half down
  // Its two halves make up a train, wherever it stands.
  for (double front = 700.0; front < 3000.0; front += 37.0) {
    const double whole = under_train(kHill, front, 600.0);
    const double halves = 0.5 * (under_train(kHill, front, 300.0) + under_train(kHill, front - 300.0, 300.0));
    INFO("front at " << front << " m");
    CHECK(whole == Approx(halves).margin(1e-16));
  }
}

TEST_CASE("the work against a grade is the weight times the rise of the train's middle", "[rail][strap]") {
  // Over a way that begins and ends with the whole train on even elements.
  const StrapTrain train{.length_m = 500.0, .weight_n = 1e7};
  double work = 0.0;
  constexpr double kStep = 0.01;
  for (double front = 600.0; front < 1900.0 - 0.5 * kStep; front += kStep)
    work += strap_resistance(train, 0.0, under_train(kHill, front + 0.5 * kStep, train.length_m), 0.0).grade * kStep;
  CHECK(work == Approx(train.weight_n * (net_at(kHill, 1650.0) - net_at(kHill, 350.0))).epsilon(1e-9));
}

TEST_CASE("rolling grows with the weight, air with the square of the speed, and the whole is the sum", "[rail][strap]") {
  const StrapTrain train{.length_m = 500.0, .weight_n = 1e7, .bearing_n = 8000.0, .rolling_ratio = 0.0015,
                         .davis_b_s_per_m = 1e-5, .drag_area_m2 = 200.0};
  StrapTrain heavier = train;
  heavier.weight_n *= 2.0;
  const StrapResistance slow = strap_resistance(train, 10.0, 0.01, 0.0002), fast = strap_resistance(train, 20.0, 0.01, 0.0002);
  const StrapResistance heavy = strap_resistance(heavier, 10.0, 0.01, 0.0002);
  CHECK(slow.air == Approx(200.0 * 1.225 * 100.0).epsilon(1e-15));
  CHECK(fast.air == Approx(4.0 * slow.air).epsilon(1e-15));
  CHECK(fast.davis_b == Approx(2.0 * slow.davis_b).epsilon(1e-15));
  CHECK(fast.bearing == slow.bearing);
  CHECK(heavy.rolling == Approx(2.0 * slow.rolling).epsilon(1e-15));
  CHECK(heavy.grade == Approx(2.0 * slow.grade).epsilon(1e-15));
  CHECK(heavy.curve == Approx(2.0 * slow.curve).epsilon(1e-15));
  CHECK(heavy.air == slow.air);
  CHECK(slow.total() == Approx(8000.0 + 15000.0 + 1000.0 + 24500.0 + 100000.0 + 2000.0).epsilon(1e-14));
}
