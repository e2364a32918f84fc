#include "model/csp.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <vector>

#include "model/numerics.hpp"

using namespace gs;
using namespace gs::model;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// The sun shines from 6 to 18 o'clock with a design beam about noon, weaker in some hours.
struct Days {
  std::vector<double> share, dni;
};
Days days(CspKind kind) {
  Days d;
  const numerics::Draws draws(3);
  for (int hour = 0; hour < kHours; ++hour) {
    const double angle = (hour % 24 + 0.5 - 6.0) * 15.0 * numerics::kDegree;
    const double up = 0.95 * numerics::sin(angle);
    d.share.push_back(optical_share(kind, up, 0.2));
    d.dni.push_back(up > 0.0 ? 950.0 * draws.uniform(static_cast<std::uint64_t>(hour)) : 0.0);
  }
  return d;
}

double full_heat(const CspPlant& p) { return p.capacity.base() / p.net_of_gross / p.cycle_efficiency; }

}  // namespace

TEST_CASE("heat that is collected is delivered, lost, dumped or still there, each hour", "[model][csp]") {
  for (const CspKind kind : {CspKind::trough, CspKind::tower})
    for (const double hours : {0.0, 3.0, 12.0})
      for (const double multiple : {0.8, 2.0, 4.0}) {
        CAPTURE(static_cast<int>(kind), hours, multiple);
        CspPlant plant = usual_csp(kind);
        plant.storage_h = hours;
        plant.solar_multiple = multiple;
        const Days d = days(kind);
        std::vector<double> net(kHours);
        const CspYear y = csp_year(plant, d.share, d.dni, net);
        CHECK(y.greatest_gap < 1e-9);
        CHECK_THAT(y.delivered + y.store_loss + y.dumped + y.store_change, WithinRel(y.collected, 1e-9));
        CHECK_THAT(y.absorbed - y.field_loss, WithinRel(y.collected, 1e-9));
        CHECK_THAT(numerics::sum(net), WithinRel(y.electricity, 1e-12));
        CHECK(y.electricity > 0.0);
        CHECK(y.electricity <=
              y.delivered * plant.net_of_gross * plant.cycle_efficiency * 1.01);  // the quartic tops out at 1.000015
        CHECK(y.starts <= y.delivered);
        CHECK(y.dumped >= 0.0);
        for (const double mw : net) {
          CHECK(mw >= 0.0);
          CHECK(mw <= plant.capacity.base() * 1.0001);
        }
      }
}

TEST_CASE("a store brings the sun into the night; a larger one dumps less", "[model][csp]") {
  CspPlant plant = usual_csp(CspKind::tower);
  const std::vector<double> dni(kHours, 950.0);
  std::vector<double> share(kHours), net(kHours);
  for (int hour = 0; hour < kHours; ++hour)
    share[static_cast<std::size_t>(hour)] = hour % 24 >= 8 && hour % 24 < 16 ? 1.0 : 0.0;
  plant.storage_h = 6.0;
  const CspYear with = csp_year(plant, share, dni, net);
  CHECK(net[24 + 12] > 95.0);
  CHECK(net[24 + 20] > 95.0);  // four hours after sunset at full power
  CHECK(net[24 + 23] == 0.0);  // the store is empty by then
  CHECK(net[24 + 5] == 0.0);
  plant.storage_h = 0.0;
  const CspYear without = csp_year(plant, share, dni, net);
  CHECK(net[24 + 20] == 0.0);
  CHECK(without.store_loss == 0.0);
  CHECK(with.dumped < without.dumped);
  CHECK(with.electricity > 1.5 * without.electricity);
}

TEST_CASE("light too weak for the turbine waits in the store or is dumped", "[model][csp]") {
  CspPlant plant = usual_csp(CspKind::tower);
  plant.solar_multiple = 1.0;
  plant.storage_h = 0.0;
  const std::vector<double> share(kHours, 1.0),
      weak(kHours, 150.0);  // about a tenth of full heat after the receiver's loss
  const CspYear dumped = csp_year(plant, share, weak);
  CHECK(dumped.electricity == 0.0);
  CHECK_THAT(dumped.dumped, WithinRel(dumped.collected, 1e-12));
  plant.storage_h = 8.0;
  const CspYear saved = csp_year(plant, share, weak);
  CHECK(saved.electricity > 0.0);
  CHECK(saved.dumped < 0.01 * saved.collected);
  const std::vector<double> dark(kHours, 0.0);
  CHECK(csp_year(plant, share, dark).electricity == 0.0);
}

TEST_CASE("a turbine at full heat gives full output, at part of it less than the part", "[model][csp]") {
  CHECK_THAT(turbine_output(1.0), WithinAbs(1.0, 1e-4));
  for (double h = 0.1; h < 0.9; h += 0.1) CHECK(turbine_output(h) < h);
  CHECK(turbine_output(0.0) == 0.0);
}

TEST_CASE("optics: nothing below the horizon, best near the design point, troughs lose along their axis",
          "[model][csp]") {
  for (const CspKind kind : {CspKind::trough, CspKind::tower}) {
    CHECK(optical_share(kind, 0.0, 0.0) == 0.0);
    CHECK(optical_share(kind, -0.3, 0.1) == 0.0);
    CHECK_THAT(optical_share(kind, 1.0, 0.0), WithinAbs(1.0, 0.02));
    CHECK(optical_share(kind, 0.2, 0.1) < optical_share(kind, 0.7, 0.1));
  }
  CHECK_THAT(optical_share(CspKind::tower, numerics::sin(55.0 * numerics::kDegree), 0.0), WithinAbs(1.0, 0.02));
  CHECK(optical_share(CspKind::tower, numerics::sin(7.0 * numerics::kDegree), 0.0) == 0.0);  // stowed
  CHECK(optical_share(CspKind::trough, 0.7, -0.7) < optical_share(CspKind::trough, 0.7, 0.0));
  CHECK(optical_share(CspKind::trough, 0.7, 0.7) == optical_share(CspKind::trough, 0.7, -0.7));
  // An incidence of 30 degrees: 0.86603 + 0.0327 x 0.5236 - 0.1351 x 0.27416.
  CHECK_THAT(optical_share(CspKind::trough, 0.86, 0.5), WithinAbs(0.84611, 1e-5));
}

TEST_CASE("a larger store comes with a larger field", "[model][csp]") {
  for (const CspKind kind : {CspKind::trough, CspKind::tower}) {
    const CspPlant usual = usual_csp(kind);
    CHECK_THAT(usual_csp(kind, usual.storage_h).solar_multiple, WithinRel(usual.solar_multiple, 1e-12));
    CHECK_THAT(usual_csp(kind, 0.0).solar_multiple, WithinRel(1.45, 1e-12));
    CHECK(usual_csp(kind, 12.0).solar_multiple > usual.solar_multiple);
    CHECK(usual_csp(kind, 12.0).storage_h == 12.0);
  }
}

TEST_CASE("mirrors become a solar multiple: SAM's tower of 1,269,054 m2 has 2.4, its trough of 949,888 m2 has 2",
          "[model][csp]") {
  CspPlant tower = usual_csp(CspKind::tower);
  tower.capacity = megawatts(115.0 * 0.9);
  CHECK_THAT(solar_multiple_of(tower, 1269054.5), WithinRel(2.4, 0.01));
  CspPlant trough = usual_csp(CspKind::trough);
  trough.capacity = megawatts(111.0 * 0.9);
  CHECK_THAT(full_heat(trough), WithinRel(311.8, 1e-3));
  CHECK_THAT(solar_multiple_of(trough, 949888.0), WithinRel(2.0, 0.02));  // 181 loops of 8 collectors of 656 m2
}
