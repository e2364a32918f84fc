#include "model/capture.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "model/grid_link.hpp"
#include "model/waste.hpp"

using namespace gs;
using namespace gs::model;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr Range<Ratio> all(double share) { return {ratio(share), ratio(share), ratio(share)}; }
CaptureFactors exact(double captured, double works, double energy, double lost, double leaks, double years) {
  return {all(captured), all(works), all(energy), all(lost), all(leaks), years};
}

}  // namespace

TEST_CASE("captured is not avoided: the chain by hand", "[capture]") {
  const struct {
    const char* says;
    CaptureFactors factors;
    double captured, emitted, avoided;
  } rows[] = {
      {"no capture", exact(0, 1, 0.3, 0, 0, 0), 0, 1300, -300},
      {"free and perfect", exact(1, 1, 0, 0, 0, 0), 1000, 0, 1000},
      {"90 % at 30 % more fuel", exact(0.9, 1, 0.3, 0, 0, 0), 1170, 130, 870},
      {"works half of the time", exact(0.9, 0.5, 0.3, 0, 0, 0), 585, 565, 435},
      {"a tenth lost on the way", exact(0.9, 1, 0.3, 0.1, 0, 0), 1170, 130, 753},
      {"leaks 10 % a year for two years", exact(1, 1, 0, 0, 0.1, 2), 1000, 0, 810},
      {"off", exact(0.9, 0, 0.3, 0, 0, 0), 0, 1000, 0},
  };
  for (const auto& row : rows) {
    INFO(row.says);
    const auto year = capture_at_plant(megawatt_hours(1000), tonnes_per_mwh(1), row.factors);
    REQUIRE(year);
    CHECK_THAT(year->middling.captured.base(), WithinAbs(row.captured, 1e-9));
    CHECK_THAT(year->middling.emitted.base(), WithinAbs(row.emitted, 1e-9));
    CHECK_THAT(year->middling.avoided.base(), WithinAbs(row.avoided, 1e-9));
  }
}

TEST_CASE("the carbon closes at every end of the ranges", "[capture]") {
  const Range<Intensity> grid = {tonnes_per_mwh(0.2), tonnes_per_mwh(0.5), tonnes_per_mwh(0.9)};
  const auto coal =
      capture_at_plant(gigawatt_hours(4000), tonnes_per_mwh(0.82), capture_factors(CaptureSite::coal_plant));
  const auto gas =
      capture_at_plant(gigawatt_hours(4000), tonnes_per_mwh(0.37), capture_factors(CaptureSite::gas_plant));
  const auto cement = capture_at_process(megatonnes(1), grid, {});
  REQUIRE((coal && gas && cement));
  for (const CaptureYear* year : {&*coal, &*gas, &*cement}) {
    for (const CaptureChain* c : {&year->worst, &year->middling, &year->best}) {
      const double scale = 1e-9 * c->produced.base();
      CHECK_THAT(c->produced.base(), WithinAbs((c->captured + c->emitted).base(), scale));
      CHECK_THAT(c->captured.base(), WithinAbs((c->lost_in_transport + c->leaked + c->kept).base(), scale));
      CHECK_THAT(c->reference.base(),
                 WithinAbs((c->emitted + c->lost_in_transport + c->leaked + c->avoided).base(), scale));
      CHECK(c->avoided < c->captured);
      CHECK(c->avoided_per_captured < 1.0);
    }
    CHECK(year->avoided.value.low < year->avoided.value.best);
    CHECK(year->avoided.value.best < year->avoided.value.high);
    CHECK(year->avoided.value.best == year->middling.avoided);
    const PerTonne per = avoided_per_tonne(*year);
    CHECK(per.low < per.best);
    CHECK(per.best < per.high);
  }
  // Capture from gas costs less energy than from coal.
  CHECK(gas->middling.avoided_per_captured > coal->middling.avoided_per_captured);
}

TEST_CASE("twice the plant avoids twice as much", "[capture]") {
  const CaptureFactors f = capture_factors(CaptureSite::coal_plant);
  const auto once = capture_at_plant(gigawatt_hours(1), tonnes_per_mwh(0.9), f);
  const auto twice = capture_at_plant(gigawatt_hours(2), tonnes_per_mwh(0.9), f);
  REQUIRE((once && twice));
  CHECK_THAT(twice->middling.avoided.base(), WithinRel(2 * once->middling.avoided.base(), 1e-12));
}

TEST_CASE("at a process the steam and the electricity come off", "[capture]") {
  const Range<Intensity> grid = {tonnes_per_mwh(0.5), tonnes_per_mwh(0.5), tonnes_per_mwh(0.5)};
  const auto year = capture_at_process(tonnes(1000), grid, exact(0.9, 1, 0, 0, 0, 0));
  REQUIRE(year);
  const double own = 3.5 * 0.0561 / 0.9 + 0.1 * 0.5;  // t per t captured
  CHECK_THAT(year->middling.avoided.base(), WithinRel(900 * (1 - own), 1e-12));
}

TEST_CASE("impossible capture is an error", "[capture]") {
  CHECK_FALSE(capture_at_plant(megawatt_hours(-1), tonnes_per_mwh(1), {}));
  CHECK_FALSE(capture_at_plant(megawatt_hours(1), tonnes_per_mwh(1), exact(1.1, 1, 0, 0, 0, 0)));
  CHECK_FALSE(capture_at_plant(megawatt_hours(1), tonnes_per_mwh(1), exact(0.9, 1, 0, 0, 0, -1)));
  CaptureFactors f;
  f.captured = {ratio(0.9), ratio(0.8), ratio(0.95)};
  CHECK_FALSE(capture_at_process(tonnes(1), {}, f));
}

TEST_CASE("waste: its plastics count against it, the landfill is a what-if", "[waste]") {
  const Range<Energy> electricity = {gigawatt_hours(500), gigawatt_hours(547), gigawatt_hours(600)};
  const auto year = waste_year(electricity, tonnes(1.6e6));
  REQUIRE(year);
  CHECK(year->waste.best == tonnes(1.6e6));
  CHECK_THAT(year->fossil.best.base(), WithinRel(0.55 * 1.6e6, 1e-12));
  CHECK_THAT(year->landfill.value.best.base(), WithinRel(0.04 * 27 * 1.6e6, 1e-12));
  // 547 GWh x 0.6 t/MWh = 0.33 Mt avoided, 0.88 Mt burnt: this plant adds CO2.
  const Range<Mass> net = net_of_fossil({tonnes(3e5), tonnes(3.28e5), tonnes(3.6e5)}, *year);
  CHECK(net.best < Mass{});
  CHECK(net.low < net.best);
  CHECK(net.best < net.high);
  const auto derived = waste_year(electricity, {});
  REQUIRE(derived);
  CHECK_THAT(derived->waste.best.base(), WithinRel(547e3 / 0.35, 1e-12));
  CHECK(derived->waste.low < derived->waste.best);
  CHECK_FALSE(waste_year(electricity, tonnes(-1)));
  CHECK_FALSE(waste_year({gigawatt_hours(2), gigawatt_hours(1), gigawatt_hours(3)}, {}));
}

TEST_CASE("a link carries and loses; sent is what arrives and what is lost", "[link]") {
  const auto line = line_factors(Current::direct);
  for (const double km : {0.0, 180.0, 1000.0, 2076.0}) {
    const auto year = link_year(megawatts(1500), gigawatt_hours(3000), kilometres(km), line);
    REQUIRE(year);
    CHECK_THAT((year->received.best + year->lost.best).base(), WithinRel(3e6, 1e-12));
    CHECK_THAT((year->received.low + year->lost.high).base(), WithinRel(3e6, 1e-12));
    CHECK(year->received.high < year->sent.best);
    CHECK(year->received.low <= year->received.best);
  }
  const auto loss = line_loss(kilometres(1000), line);
  REQUIRE(loss);
  CHECK_THAT(loss->best.base(), WithinAbs(1 - 0.993 * 0.993 * 0.97, 1e-12));
  const auto near = line_loss(kilometres(0), line_factors(Current::alternating));
  REQUIRE(near);
  CHECK(near->best.base() == 0.0);
  CHECK_FALSE(link_year(megawatts(1), gigawatt_hours(9), kilometres(1), line));
  CHECK_FALSE(line_loss(kilometres(-1), line));
  const double offered[] = {0, 500, 2000};
  const auto hours = link_hours(offered, megawatts(1500), ratio(0.1));
  REQUIRE(hours);
  CHECK(*hours == Hourly{0, 450, 1350});
}

TEST_CASE("what a link displaces is a difference of two grids", "[link]") {
  const auto year = link_year(megawatts(1500), gigawatt_hours(3000), kilometres(0), line_factors(Current::alternating));
  REQUIRE(year);
  const auto same = [](double f) { return Range<Intensity>{tonnes_per_mwh(f), tonnes_per_mwh(f), tonnes_per_mwh(f)}; };
  CHECK_THAT(link_displacement(*year, same(0.2), same(0.6)).value.best.base(), WithinRel(3e6 * 0.4, 1e-12));
  CHECK(link_displacement(*year, same(0.6), same(0.2)).value.best < Mass{});
}
