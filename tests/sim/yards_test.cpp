#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "sim/runs.hpp"
#include "sim/yard_claims.hpp"
#include "sim/yards.hpp"

/// Yard locomotives of the data under the duties of shunting.csv.
namespace {

using namespace gs;
using Catch::Matchers::WithinRel;

const Portfolio& facts() { return test::repository_data().portfolio; }

}  // namespace

TEST_CASE("a yard locomotive works as the row of its duty says, against the yard diesel of its gauge", "[sim][yards]") {
  const TractionRow* ckd6h = facts().traction("ckd6h");
  REQUIRE(ckd6h);
  const auto pair = yard_pair(facts(), *ckd6h, false);
  REQUIRE(pair);
  const YardDutyRow* row = facts().duty(kUsualDuty);
  REQUIRE(row);
  CHECK(pair->diesel_kw == facts().traction("tem2")->engine_kw);
  CHECK(pair->duty.moving_h == row->moving_h);
  CHECK(pair->duty.days == row->days);
  CHECK(pair->duty.plugged_h == 0.0);
  CHECK_THAT(pair->duty.spectrum.mean(), WithinRel(0.235, 0.005));
  CHECK_THAT(pair->diesel.powertrain.idle_fuel_w, WithinRel(row->idle_l_h * 0.84 * 43.0e6 / 3600.0, 1e-12));
  const auto plugged = yard_pair(facts(), *ckd6h, true);
  REQUIRE(plugged);
  CHECK(plugged->duty.plugged_h == facts().duty("ktz_yard_plugin")->plugged_h);
}

TEST_CASE("another duty gives other figures: the row is what counts", "[sim][yards]") {
  Portfolio changed = facts();
  const YardRun before = yard_run(changed, *changed.traction("ckd6h"), false);
  for (YardDutyRow& row : changed.duties) {
    if (row.id != kUsualDuty) continue;
    row.moving_h = row.moving_low_h = row.moving_high_h = 12.0;
    row.idle_hot_h = 12.0;
  }
  const YardRun after = yard_run(changed, *changed.traction("ckd6h"), false);
  CHECK(after.diesel_fuel_t.best > 1.3 * before.diesel_fuel_t.best);   // more work
  CHECK(after.fuel_saved_share.best < before.fuel_saved_share.best);   // less idling to be spared
}

TEST_CASE("without duties or without a diesel of the gauge no yard is made up", "[sim][yards]") {
  Portfolio none = facts();
  none.duties.clear();
  CHECK(yard_run(none, *none.traction("ckd6h"), false).diesel_fuel_t.best == 0.0);
  CHECK_FALSE(yard_claim(none, *none.locomotive("ckd6h")));
  Portfolio no_diesel = facts();
  std::erase_if(no_diesel.tractions, [](const TractionRow& row) { return row.id == "tem2" || row.id == "ckd6s"; });
  CHECK_FALSE(yard_pair(no_diesel, *no_diesel.traction("ckd6h"), false));
}

TEST_CASE("the claim of the CKD6H is told under every duty, and the more it idles the greater the share it saves", "[sim][yards]") {
  const auto claim = yard_claim(facts(), *facts().locomotive("ckd6h"));
  REQUIRE(claim);
  REQUIRE(claim->duties.size() >= 4);
  const auto under = [&](std::string_view id) {
    for (const auto& u : claim->duties)
      if (u.row->id == id) return u;
    FAIL("no duty " << id);
    return claim->duties.front();
  };
  for (const auto& u : claim->duties) {
    INFO(u.row->id);
    CHECK((u.saved_share > 0.1 && u.saved_share < 0.8));
    CHECK_THAT(u.burnt_saved_t, WithinRel(u.diesel_fuel_t * u.saved_share * 43.0 * 74.1e-3, 1e-6));  // IPCC 2006: 74.1 t/TJ
  }
  CHECK(under("ktz_yard").saved_share > under("hxn6_coal").saved_share);
}
