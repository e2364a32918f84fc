#include "eval/train_altrios.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <map>

#include "eval/altrios_trace.hpp"
#include "eval/read.hpp"
#include "eval/reference.hpp"

using namespace gs;
using namespace gs::eval::altrios;
using Catch::Approx;
using test::Bound;

namespace {

/// Every column of a model's stored file, relative to the value itself or, below it, to what is small in its unit: 1 % of
/// the train's weight, a locomotive's power, what it does in five minutes. The tables give speeds and places with 14
/// digits, and what is left of those where great terms cancel is all that can be met.
void stored(const eval::Model& model, double tolerance) {
  const std::map<std::string_view, double> small = {{"N", 1e6}, {"W", 3e6}, {"W/s", 1e4}, {"J", 1e9}, {"m", 1e3}};
  std::vector<Bound> bounds;
  for (const eval::Column& column : model.gives) {
    const auto of_unit = small.find(column.unit);
    bounds.push_back({.column = column.name, .tolerance = tolerance, .floor = of_unit == small.end() ? 0.0 : of_unit->second});
  }
  test::check_stored(model, model.name, bounds);
}

/// A line of humps, a train of 2,000 t with a battery and two diesel locomotives: nobody's, round numbers.
Case a_case() {
  Case c;
  c.static_kg = 2e6, c.adjusted_kg = 2.1e6, c.most_ms = 20.0, c.friction_n = 2e6, c.tractive_n = 9e5;
  c.batteries = 1, c.diesels = 2;
  c.train = {.length_m = 400.0, .weight_n = c.static_kg * kGravity, .bearing_n = 4000.0, .rolling_ratio = 0.0012,
             .davis_b_s_per_m = 0.0, .drag_area_m2 = 80.0};
  double height = 100.0;
  double curves = 0.0;
  for (int i = 0; i < 80; ++i) {
    const double grade = 0.004 * ((i % 7) - 3) / 3.0, curve = 0.0001 * (i % 3);
    c.grades.push_back({i * 500.0, grade, height});
    c.curves.push_back({i * 500.0, curve, curves});
    height += 500.0 * grade;
    curves += 500.0 * curve;
  }
  c.diesel = {.unit = {9000.0, 0.0005}, .drive = {{{0.0, 1.0}, {0.95, 0.95}}, 5e6},
              .engine = {{0.01, 0.5, 1.0}, {0.1, 0.41, 0.4}}, .rated_w = 3e6, .at_once_w = 3e5, .ramp_w_per_s = 1e5,
              .idle_fuel_w = 2e4, .generator = {{0.0, 1.0}, {0.97, 0.97}}, .generator_w = 4e6};
  c.battery = {.unit = {8000.0, 0.0005}, .drive = {{{0.0, 1.0}, {0.97, 0.97}}, 5e6},
               .map = {{0.0, 50.0}, {0.0, 1.0}, {-2.0, 0.0, 2.0}, {.9, .99, .9, .9, .99, .9, .9, .99, .9, .9, .99, .9}},
               .rated_w = 2e6, .capacity_j = 4e9};
  return c;
}

Knot knot_at(const Moment& m) {
  return {m.train.time_s, m.train.speed_ms, m.train.front_m, m.train.target_ms, m.train.wheel_j};
}

void same_end(const std::vector<Moment>& found, const std::vector<Moment>& wanted, double tolerance) {
  REQUIRE(found.size() == wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    INFO("step " << i);
    REQUIRE(found[i].train.wheel_j == Approx(wanted[i].train.wheel_j).epsilon(tolerance).margin(1e3));
    REQUIRE(found[i].consist.fuel_j == Approx(wanted[i].consist.fuel_j).epsilon(tolerance));
    REQUIRE(found[i].battery.charge == Approx(wanted[i].battery.charge).epsilon(tolerance));
  }
}

}  // namespace

TEST_CASE("ALTRIOS's stored runs come out again, every column of every row", "[eval][rail]") {
  SECTION("resistance") { stored(eval::kTrainResistanceAltrios, 5e-12); }
  SECTION("train") { stored(eval::kTrainRunAltrios, 2e-11); }
  SECTION("diesel locomotive") { stored(eval::kTrainLocoConventionalAltrios, 5e-12); }
  SECTION("battery locomotive") { stored(eval::kTrainLocoBatteryAltrios, 1e-12); }
}

TEST_CASE("a set-speed run comes out again from its speeds, also with some of them missing", "[eval][rail]") {
  const Case c = a_case();
  Run run(c);
  std::vector<Moment> whole{run.moment()};
  Knots knots;
  for (int step = 1; step <= 60; ++step) {
    run.to_speed(10.0 + 4.0 * std::sin(0.3 * step) * (step < 45), 30.0);
    whole.push_back(run.moment());
    knots[step] = knot_at(whole.back());
  }
  same_end(run_set_speeds(c, knots), whole, 1e-14);
  Knots lacking = knots;
  for (const int step : {5, 11, 30, 50, 51, 52}) lacking.erase(step);  // one at a time, and three on a level stretch
  same_end(run_set_speeds(c, lacking), whole, 1e-10);
  lacking.erase(20), lacking.erase(21);  // two in a row: by the energy
  same_end(run_set_speeds(c, lacking), whole, 1e-7);
  for (auto& [step, knot] : lacking) knot.wheel_j = Knot::kUnknown;
  CHECK(run_set_speeds(c, lacking).size() == 20);  // nothing tells those two: what is known ends before them
}

TEST_CASE("a speed-limit run comes out again from rows far apart, its driver's orders found to the second", "[eval][rail]") {
  const Case c = a_case();
  Run run(c);
  std::vector<Moment> whole{run.moment()};
  Knots knots;
  for (int second = 0; second < 1500; ++second) {
    const bool stop = second >= 450 && second < 454;
    run.towards(stop ? 0.0 : second >= 731 && second < 1012 ? 7.0 : 20.0);
    whole.push_back(run.moment());
    if ((second + 1) % 100 == 0) knots[second + 1] = knot_at(whole.back());
  }
  const auto again = run_orders(c, knots, 1500);
  same_end(again, whole, 1e-12);
  for (std::size_t i = 0; i < whole.size(); ++i) REQUIRE(again[i].train.target_ms == whole[i].train.target_ms);
  for (auto& [step, knot] : knots) knot.target_ms = Knot::kUnknown;  // then from the speeds
  same_end(run_orders(c, knots, 1500), whole, 1e-12);
  knots[900].front_m += 0.01;  // no orders lead there
  CHECK(run_orders(c, knots, 1500).size() == 801);
}

TEST_CASE("a train under orders keeps to them, and its ledger closes", "[eval][rail]") {
  const Case c = a_case();
  Run run(c);
  for (int second = 0; second < 1000; ++second) {
    const double order = second < 600 ? 15.0 : second < 900 ? 5.0 : 0.0, before = run.train().speed_ms;
    run.towards(order);
    const TrainState& t = run.train();
    INFO("second " << second);
    REQUIRE(t.speed_ms >= 0.0);
    if (before <= order) REQUIRE(t.speed_ms <= order + 1e-12);
    REQUIRE(t.wheel_j == Approx(t.motoring_j - t.braking_j).epsilon(1e-12).margin(1.0));
  }
  const Moment end = run.moment();
  CHECK(end.train.speed_ms == 0.0);
  CHECK(end.consist.out_j == Approx(end.train.wheel_j).epsilon(1e-12));
}

TEST_CASE("rows of a locomotive alone have its powers and efficiencies, and no energies", "[eval][rail]") {
  const std::map<std::string, std::string> files = {{"train_conv_loco_params.json",
      R"({"fc": {"pwr_out_max_watts": 3e6, "pwr_out_max_init": 3e5, "pwr_ramp_lag_seconds": 30, "pwr_idle_fuel_watts": 2e4,
                 "pwr_out_frac_interp": [0, 1], "eta_interp": [0.4, 0.4]},
          "gen": {"pwr_out_max_watts": 4e6, "pwr_out_frac_interp": [0, 1], "eta_interp": [0.8, 0.8]},
          "edrv": {"pwr_out_max_watts": 5e6, "pwr_out_frac_interp": [0, 1], "eta_interp": [0.5, 0.5]}})"}};
  const eval::Model& model = eval::kTrainLocoConventionalAltrios;
  std::vector<Error> problems;
  eval::Given given;
  const auto read_file = [&](const std::string& path) -> Result<std::string> { return files.at(path); };
  given.folder = {"dir", {"train_conv_loco_params.json"}, read_file};
  given.table = eval::read("in.csv",
                           "case,loco,row,edrv_pwr_out_req,loco_pwr_aux\n"
                           "set_speed_ts_demo,1,7,1000000,10000\nset_speed_ts_demo,1,8,,\n",
                           model.takes, problems);
  eval::Computed computed(model.gives.size(), std::vector<double>(given.table.rows, std::nan("")));
  problems = model.run(given, computed);
  REQUIRE(problems.empty());
  const std::map<std::string_view, double> wanted = {
      {"edrv_pwr_elec_prop_in", 2e6}, {"edrv_pwr_loss", 1e6}, {"gen_pwr_elec_aux", 1e4}, {"gen_pwr_mech_in", 2.01e6 / 0.8},
      {"fc_eta", 0.4}, {"fc_pwr_fuel", 2.01e6 / 0.8 / 0.4 + 2e4}};
  for (std::size_t k = 0; k < model.gives.size(); ++k) {
    INFO(model.gives[k].name);
    CHECK(std::isnan(computed[k][1]));
    const auto at = wanted.find(model.gives[k].name);
    if (at != wanted.end()) CHECK(computed[k][0] == Approx(at->second).epsilon(1e-12));
    if (model.gives[k].unit == "J") CHECK(std::isnan(computed[k][0]));
  }
}

TEST_CASE("a run without its files says which of them lack", "[eval][rail]") {
  std::vector<Error> problems;
  const eval::Folder nothing{"dir", {}, [](const std::string& path) -> Result<std::string> { return path; }};
  CHECK_FALSE(run_case(nothing, "set_speed_ts_demo", problems));
  REQUIRE(problems.size() == 6);
  CHECK(problems[0].where == "dir/thirdparty/altrios/wabtec_tier4.yaml");
}
