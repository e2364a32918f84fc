#include "model/rail/shunting.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

namespace gs::model::rail {
using Catch::Approx;
namespace {

YardDuty usual_duty() {
  YardDuty duty;
  duty.reference_w = rim_w(yard_diesel());
  return duty;
}
YardFactors factors() {
  YardFactors f;
  f.grid_t_per_mwh = 0.6;
  return f;
}

}  // namespace

TEST_CASE("the switch cycle without its idling adds up, and can be made lighter or heavier", "[rail][shunting]") {
  const LoadSpectrum s = epa_switch_spectrum();
  double time = 0.0;
  for (std::size_t i = 0; i < 8; ++i) time += s.time[i];
  CHECK(time == Approx(1.0).epsilon(1e-12));
  CHECK(s.mean() == Approx(0.235).margin(0.001));
  for (const double mean : {0.0, 0.05, 0.2, 0.5, 0.9}) {
    const LoadSpectrum other = s.with_mean(mean);
    CHECK(other.mean() == Approx(mean).margin(1e-9));
    for (std::size_t i = 0; i < 8; ++i) CHECK(other.load[i] <= 1.0);
  }
}

TEST_CASE("a diesel's year is what its map and its idling say", "[rail][shunting]") {
  const YardLocomotive diesel = yard_diesel();
  const YardDuty duty = usual_duty();
  const Powertrain& p = diesel.powertrain;
  double fuel = 0.0;
  for (const Season& season : duty.seasons) {
    const double idle = p.idle_fuel_w * (1.0 + diesel.idle_per_k * std::fmax(0.0, 15.0 - season.celsius));
    const auto burnt = [&](double rim) {
      const double shaft = (rim / p.drive + p.auxiliary_share * rim + p.auxiliary_w) / p.generator;
      return std::fmax(idle, shaft / p.curve.at(shaft / p.source_w));
    };
    double day = (24.0 - duty.moving_h) * burnt(0.0);
    for (std::size_t i = 0; i < 8; ++i)
      day += duty.moving_h * duty.spectrum.time[i] * burnt(duty.spectrum.load[i] * duty.reference_w);
    fuel += day * 3600.0 * duty.days * season.share / 43e9;
  }
  const YardYear year = yard_year(diesel, duty, factors());
  CHECK(year.fuel_t == Approx(fuel).epsilon(1e-9));
  CHECK(year.engine_h == Approx(24.0 * duty.days));
  CHECK(year.tank_to_wheel_t == Approx(year.fuel_t * 43.0 * 0.0741).epsilon(1e-12));
}

TEST_CASE("idling in frost burns what the row says", "[rail][shunting]") {
  YardDuty still = usual_duty();
  still.moving_h = 0.0;
  still.days = 1.0;
  const YardLocomotive l = with_idling(yard_diesel(), 14.4, 34.0);
  for (const auto& [celsius, litres] : {std::pair{20.0, 14.4}, {-20.0, 34.0}}) {
    for (Season& s : still.seasons) s.celsius = celsius;
    CHECK(yard_year(l, still, factors()).fuel_t == Approx(24.0 * litres * 0.84e-3));
  }
}

TEST_CASE("every yard locomotive does the same work, or says what it could not", "[rail][shunting]") {
  YardDuty duty = usual_duty();
  duty.plugged_h = 5.0;
  const double work = yard_year(yard_diesel(), duty, factors()).wheel_mwh;
  CHECK(work == Approx(duty.moving_h * duty.days * duty.spectrum.mean() * duty.reference_w * 1e-6).epsilon(1e-9));
  for (const YardLocomotive& other :
       {yard_hybrid(false), yard_hybrid(true), yard_battery(), yard_battery(300.0), yard_hydrogen()}) {
    const YardYear year = yard_year(other, duty, factors());
    CHECK(year.wheel_mwh + year.unserved_mwh == Approx(work).epsilon(1e-9));
  }
  CHECK(yard_year(yard_hybrid(false), duty, factors()).unserved_mwh == 0.0);
  CHECK(yard_year(yard_battery(300.0), duty, factors()).unserved_mwh > 0.1 * work);
}

TEST_CASE("more hours and heavier loads cost more, in every locomotive", "[rail][shunting]") {
  for (const YardLocomotive& l : {yard_diesel(), yard_hybrid(false), yard_hydrogen()}) {
    double last = 0.0;
    for (const double hours : {1.0, 3.0, 5.0, 8.0, 12.0}) {
      YardDuty duty = usual_duty();
      duty.moving_h = hours;
      const YardYear year = yard_year(l, duty, factors());
      CHECK(year.total_t() > last);
      last = year.total_t();
      duty.spectrum = duty.spectrum.with_mean(0.3);
      CHECK(yard_year(l, duty, factors()).total_t() > last);
    }
  }
}

TEST_CASE("a plug-in burns less and takes from the grid, a battery burns nothing", "[rail][shunting]") {
  YardDuty duty = usual_duty();
  const YardYear hybrid = yard_year(yard_hybrid(false), duty, factors());
  CHECK(hybrid.electricity_mwh == 0.0);
  CHECK(hybrid.idle_fuel_t == 0.0);
  CHECK(hybrid.engine_h < 0.4 * 24.0 * duty.days);
  duty.plugged_h = 6.0;
  const YardYear plugged = yard_year(yard_hybrid(true), duty, factors());
  CHECK(plugged.fuel_t < 0.7 * hybrid.fuel_t);
  CHECK(plugged.electricity_t == Approx(0.6 * plugged.electricity_mwh));
  const YardYear battery = yard_year(yard_battery(), duty, factors());
  CHECK(battery.fuel_t == 0.0);
  CHECK(battery.tank_to_wheel_t == 0.0);
  CHECK(battery.electricity_mwh > battery.wheel_mwh);
  const YardYear hydrogen = yard_year(yard_hydrogen(), duty, factors());
  CHECK(hydrogen.fuel_t == 0.0);
  CHECK(hydrogen.hydrogen_co2_t == Approx(11.0 * hydrogen.hydrogen_t));
}

TEST_CASE("a charger gives what it is rated for, at its own loss", "[rail][shunting]") {
  YardLocomotive l = yard_hybrid(true);
  l.powertrain.battery->start = 0.9;
  Traction t(on_charger(l, 200e3, 0.8).powertrain, {20.0});
  t.step(600e3, 1800.0, false);
  const double before = t.flows().battery_in;
  t.step(0.0, 600.0, true);
  CHECK(t.flows().battery_in - before == Approx((200e3 - l.powertrain.auxiliary_w) * 600.0));
  CHECK(t.flows().wire == Approx(200e3 / 0.8 * 600.0));
  CHECK(t.flows().fuel == 0.0);
}

TEST_CASE("colder years cost more", "[rail][shunting]") {
  for (const YardLocomotive& l : {yard_diesel(), yard_hybrid(false), yard_hydrogen()}) {
    YardDuty mild = usual_duty(), cold = usual_duty();
    for (Season& s : mild.seasons) s.celsius = 15.0;
    for (Season& s : cold.seasons) s.celsius = -25.0;
    CHECK(yard_year(l, cold, factors()).total_t() > yard_year(l, mild, factors()).total_t());
  }
}

TEST_CASE("a locomotive compared with itself saves exactly nothing where the doubt is the duty's", "[rail][shunting]") {
  YardDoubt shared;
  shared.new_source = shared.diesel_engine = shared.auxiliaries = Distribution::constant(1.0);
  const auto same = compare_yard(yard_diesel(), yard_diesel(), usual_duty(), factors(), shared, 64, 7);
  REQUIRE(same);
  // Idling is the replaced engine's doubt alone: it must be the only one left.
  shared.idle_fuel = Distribution::constant(1.0);
  const auto exactly = compare_yard(yard_diesel(), yard_diesel(), usual_duty(), factors(), shared, 64, 7);
  REQUIRE(exactly);
  CHECK(same->co2_saved_t.low < 0.0);
  CHECK(exactly->co2_saved_t.low == 0.0);
  CHECK(exactly->co2_saved_t.high == 0.0);
  CHECK(exactly->diesel_fuel_t.high > 1.05 * exactly->diesel_fuel_t.low);
}

TEST_CASE("the comparison's interval holds its best, repeats itself, and names what drives it", "[rail][shunting]") {
  const auto once = compare_yard(yard_diesel(), yard_hybrid(false), usual_duty(), factors(), {}, 128, 1);
  const auto again = compare_yard(yard_diesel(), yard_hybrid(false), usual_duty(), factors(), {}, 128, 1);
  REQUIRE((once && again));
  CHECK(once->co2_saved_t == again->co2_saved_t);
  CHECK(once->fuel_saved_share.low < once->fuel_saved_share.best);
  CHECK(once->fuel_saved_share.best < once->fuel_saved_share.high);
  CHECK(once->co2_saved_t.contains(once->diesel.total_t() - once->other.total_t()));
  CHECK(kYardInputs[once->drivers.front().input] == "idle_fuel");
  double shares = 0.0;
  for (const Bar& bar : once->drivers) shares += bar.share.total;
  CHECK(shares == Approx(1.0));
}

TEST_CASE("the duty that a claim needs, run forward, gives the claim", "[rail][shunting]") {
  const YardClaim claim = ckd6h_claim(factors());
  CHECK(claim.fuel_saved_t == Approx(240.0 / 3.1863).epsilon(1e-4));
  const ClaimDuty found = duty_of_claim(claim, yard_diesel(), yard_hybrid(false), usual_duty(), factors());
  REQUIRE(found.exists);
  REQUIRE(found.idling.exists);
  YardDuty duty = usual_duty();
  YardLocomotive old = yard_diesel();
  const auto claimed = [&](double tolerance) {
    const YardYear before = yard_year(old, duty, factors()), after = yard_year(yard_hybrid(false), duty, factors());
    CHECK(before.fuel_t == Approx(found.baseline_fuel_t).epsilon(1e-5));
    CHECK(1.0 - after.fuel_t / before.fuel_t == Approx(0.45).margin(tolerance));
    CHECK(before.fuel_t - after.fuel_t == Approx(claim.fuel_saved_t).epsilon(2.5 * tolerance));
  };
  duty.moving_h = found.duty.moving_h;
  duty.spectrum = usual_duty().spectrum.with_mean(found.duty.mean_load);
  claimed(kClaimBand);
  duty.moving_h = usual_duty().moving_h;
  duty.spectrum = usual_duty().spectrum.with_mean(found.idling.mean_load);
  old.powertrain.idle_fuel_w *= found.idling.factor;
  claimed(0.006);
  // KTZ says 4 to 6 hours: inside the band of duties that save within 3 points of the claim.
  CHECK(found.plausible);
  CHECK(found.least_h <= 4.0);
  CHECK(found.most_h >= 6.0);
}

TEST_CASE("the two HXN6 saved what the model says of their class, unplugged", "[rail][shunting]") {
  // Diesel of 1,470 kW (DF7 class), engine of 1,000 kW and 1,000 kWh: rows df_shunter_1435 and hxn6 of
  // data/tractions.csv.
  const YardLocomotive diesel = yard_diesel(1470.0), hybrid = yard_hybrid(false, 1000.0, 1000.0);
  YardDuty duty;
  duty.reference_w = rim_w(diesel);
  const auto year = compare_yard(diesel, hybrid, duty, factors(), {}, 128, 1);
  REQUIRE(year);
  CHECK(year->fuel_saved_share.contains(0.37));
  CHECK(year->fuel_saved_t.contains(90.0));
  const ClaimDuty found = duty_of_claim(hxn6_claim(), diesel, hybrid, duty, factors());
  CHECK(found.baseline_fuel_t == Approx(243.2).epsilon(0.001));
  CHECK((found.exists && found.plausible));
  // On a charger every night they would save far more than was reported.
  duty.plugged_h = 6.0;
  const ClaimDuty plugged = duty_of_claim(hxn6_claim(), diesel, yard_hybrid(true, 1000.0, 1000.0), duty, factors());
  CHECK_FALSE(plugged.exists);
  CHECK(plugged.duty.saved_share > 0.5);
}

TEST_CASE("a claim that no duty fulfils is said to be none", "[rail][shunting]") {
  const ClaimDuty too_much = duty_of_claim({0.97, 160.0}, yard_diesel(), yard_hybrid(false), usual_duty(), factors());
  CHECK_FALSE(too_much.exists);
  CHECK_FALSE(too_much.idling.exists);
  CHECK_FALSE(too_much.plausible);
  const ClaimDuty below_idling =
      duty_of_claim({0.45, 20.0}, yard_diesel(), yard_hybrid(false), usual_duty(), factors());
  CHECK(below_idling.baseline.empty());
  CHECK_FALSE(below_idling.exists);
}

TEST_CASE("a duty that no day holds is refused in words", "[rail][shunting]") {
  YardDuty duty = usual_duty();
  CHECK(problems(duty).empty());
  duty.moving_h = 20.0;
  duty.plugged_h = 8.0;
  CHECK(problems(duty).size() == 1);
  CHECK_FALSE(compare_yard(yard_diesel(), yard_battery(), duty, factors(), {}, 8, 1));
  duty = usual_duty();
  duty.reference_w = 0.0;
  CHECK(problems(duty).front().where == "reference_w");
}

}  // namespace gs::model::rail
