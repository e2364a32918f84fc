#include "model/rail/efficiency_map.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace gs::model::rail;
using Catch::Approx;

TEST_CASE("an efficiency by load is met at its points, linear between them and held beyond", "[rail][efficiency]") {
  const LoadMap map{{0.1, 0.5, 1.0}, {0.3, 0.4, 0.38}};
  struct Row { double load, efficiency; };
  for (const Row& row : {Row{0.0, 0.3}, {0.1, 0.3}, {0.3, 0.35}, {0.5, 0.4}, {0.75, 0.39}, {1.0, 0.38}, {1.2, 0.38}}) {
    INFO("load " << row.load);
    CHECK(map.at(row.load) == Approx(row.efficiency).epsilon(1e-14));
  }
}

TEST_CASE("by its input a stage has the efficiency that it has by the output of that input", "[rail][efficiency]") {
  const LoadMap map{{0.0, 0.4, 1.0}, {0.8, 0.95, 0.92}};
  for (const double load : {0.4, 1.0}) CHECK(map.at_input(load / map.at(load)) == Approx(map.at(load)).epsilon(1e-14));
  const LoadMap even{{0.0, 1.0}, {0.98, 0.98}};
  for (const double share : {0.0, 0.3, 2.0}) CHECK(even.at_input(share) == 0.98);
}

TEST_CASE("points that are the wrong way round keep their order: the first segment that does not end below counts", "[rail][efficiency]") {
  const LoadMap map{{0.004562, 0.00451, 0.067605, 1.0}, {0.1015, 0.0939, 0.3622, 0.4175}};
  CHECK(map.at(0.002) == 0.1015);   // left of the first segment's left end
  CHECK(map.at(0.004536) == Approx(0.0939 + (0.3622 - 0.0939) * (0.004536 - 0.00451) / (0.067605 - 0.00451)).epsilon(1e-14));
  CHECK(map.at(0.067605) == Approx(0.3622).epsilon(1e-14));
}

TEST_CASE("a battery's efficiency is linear along each axis and held beyond", "[rail][efficiency]") {
  // efficiency = 0.7 + 0.001 (t - 20) + 0.05 s - 0.01 c at the corners, so everywhere within
  BatteryMap map{{20.0, 50.0}, {0.0, 0.5, 1.0}, {-2.0, 0.0, 3.0}, {}};
  const auto plane = [](double t, double s, double c) { return 0.7 + 0.001 * (t - 20.0) + 0.05 * s - 0.01 * c; };
  for (const double t : map.celsius)
    for (const double s : map.charge)
      for (const double c : map.c_rate) map.efficiency.push_back(plane(t, s, c));
  for (const double t : {20.0, 31.0, 50.0})
    for (const double s : {0.0, 0.2, 0.5, 0.9, 1.0})
      for (const double c : {-2.0, -0.5, 0.0, 1.0, 3.0}) {
        INFO(t << " C, charge " << s << ", rate " << c);
        CHECK(map.at(t, s, c) == Approx(plane(t, s, c)).epsilon(1e-14));
      }
  CHECK(map.at(-40.0, 1.2, 9.0) == map.at(20.0, 1.0, 3.0));
  CHECK(map.at(80.0, -0.1, -9.0) == map.at(50.0, 0.0, -2.0));
}
