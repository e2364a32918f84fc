#include "eval/train_altrios.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "eval/altrios_columns.hpp"
#include "eval/altrios_trace.hpp"

namespace gs::eval {
namespace {

namespace rail = model::rail;
using altrios::Case;
using altrios::Moment;
using altrios::TrainState;
using rail::ConsistState;
using rail::StrapResistance;

using altrios::gives;

/// Fields of a moment, as functions of it.
template <auto field>
double moving(const Moment& moment) {
  return moment.train.*field;
}
template <auto field>
double resisting(const Moment& moment) {
  return moment.train.resistance.*field;
}
template <auto field>
double pulling(const Moment& moment) {
  return moment.consist.*field;
}

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kMostSteps = 20'000;  // rows beyond would ask for runs that are longer than any line

constexpr Extra kRunExtras[] = {
    {.option = "params", .columns = {},
     .folder = "train_path.csv, train_params_CASE.json, train_bel_params.json, train_conv_loco_params.json, "
               "Manifest_*.yaml; of train_run_altrios.csv and train_resistance_altrios.csv, if there, also what the rows' "
               "own table lacks of the run"}};

/// A run of the table, whole.
struct Again {
  Case parameters;
  std::vector<Moment> moments;  ///< by step; empty when nothing tells where the train was
  const Moment* at(double step) const {
    const bool known = step >= 0.0 && step < static_cast<double>(moments.size());
    return known ? &moments[static_cast<std::size_t>(step)] : nullptr;
  }
};
using Runs = std::map<std::string, Again, std::less<>>;

Runs run_all(const Given& given, std::vector<Error>& problems) {
  Runs runs;
  const auto names = given.table.text("case");
  const auto steps = given.table["i"];
  for (std::size_t row = 0; row < given.table.rows; ++row) {
    if (runs.contains(names[row])) continue;
    auto parameters = altrios::run_case(given.folder, names[row], problems);
    if (!parameters) return runs;
    Again& again = runs.emplace(names[row], Again{std::move(*parameters), {}}).first->second;
    double last = 0.0;
    for (std::size_t k = row; k < given.table.rows; ++k)
      if (names[k] == names[row]) last = std::max(last, steps[k]);
    altrios::Knots knots;
    collect(given.table, names[row], knots);
    collect(given.folder, names[row], knots, problems);
    again.moments = run_again(again.parameters, names[row], knots, static_cast<long>(last));
  }
  return runs;
}

// ---- train_run_altrios

constexpr Column kRunTakes[] = {
    {.name = "case", .unit = "", .meaning = "set_speed_ts_demo or speed_limit_ts_demo", .text = true},
    {.name = "time", .unit = "s", .meaning = "since the start; 0: the state before the first step", .low = 0.0,
     .high = kMostSteps},
    {.name = "i", .unit = "1", .meaning = "step", .low = 1.0, .high = kMostSteps},
    {.name = "dt", .unit = "s", .meaning = "length of the step", .low = 0.0, .may_lack = true},
    {.name = "offset", .unit = "m", .meaning = "of the front after the step", .may_lack = true},
    {.name = "speed", .unit = "m/s", .meaning = "after the step: of a set-speed run the trace", .low = 0.0,
     .may_lack = true},
    {.name = "speed_target", .unit = "m/s", .meaning = "what the driver holds in a speed-limit run", .low = 0.0,
     .may_lack = true},
    {.name = "energy_whl_out", .unit = "J", .meaning = "used where two speeds in a row are given nowhere",
     .may_lack = true}};

constexpr auto kRunShown = altrios::shown<Moment>({
    {gives("offset", "m", "front"), moving<&TrainState::front_m>},
    {gives("offset_back", "m", "rear at the step's begin"), moving<&TrainState::back_m>},
    {gives("total_dist", "m", "way"), moving<&TrainState::distance_m>},
    {gives("speed", "m/s", "at the end"), moving<&TrainState::speed_ms>},
    {gives("speed_limit", "m/s", "empty while the train is to stop"), moving<&TrainState::limit_ms>},
    {gives("speed_target", "m/s", "order"), moving<&TrainState::target_ms>},
    {gives("dt", "s", "step"), moving<&TrainState::dt_s>},
    {gives("length", "m", "train"), [](const Moment& m) { return m.parameters->train.length_m; }},
    {gives("mass_static", "kg", "train"), [](const Moment& m) { return m.parameters->static_kg; }},
    {gives("mass_adj", "kg", "with rotation"), [](const Moment& m) { return m.parameters->adjusted_kg; }},
    {gives("mass_freight", "kg", "load"), [](const Moment& m) { return m.parameters->freight_kg; }},
    {gives("weight_static", "N", "train"), moving<&TrainState::weight_n>},
    {gives("res_rolling", "N", "rolling"), resisting<&StrapResistance::rolling>},
    {gives("res_bearing", "N", "bearings"), resisting<&StrapResistance::bearing>},
    {gives("res_davis_b", "N", "linear term"), resisting<&StrapResistance::davis_b>},
    {gives("res_aero", "N", "air"), resisting<&StrapResistance::air>},
    {gives("res_grade", "N", "grade"), resisting<&StrapResistance::grade>},
    {gives("res_curve", "N", "curves"), resisting<&StrapResistance::curve>},
    {gives("grade_front", "1", "at the front"), moving<&TrainState::grade>},
    {gives("grade_back", "1", "as ALTRIOS stored it: the front's"), moving<&TrainState::grade>},
    {gives("elev_front", "m", "height of the front"), moving<&TrainState::height_m>},
    {gives("pwr_res", "W", "against resistance"), moving<&TrainState::resistance_w>},
    {gives("pwr_accel", "W", "into motion"), moving<&TrainState::acceleration_w>},
    {gives("pwr_whl_out", "W", "at the rim"), moving<&TrainState::wheel_w>},
    {gives("energy_whl_out", "J", "at the rim"), moving<&TrainState::wheel_j>},
    {gives("energy_whl_out_pos", "J", "motoring"), moving<&TrainState::motoring_j>},
    {gives("energy_whl_out_neg", "J", "braking"), moving<&TrainState::braking_j>},
    {gives("consist_i", "1", "step"), [](const Moment& m) { return static_cast<double>(std::max(m.step, 1L)); }},
    {gives("consist_pwr_out_max", "W", "of all units"), pulling<&ConsistState::most_w>},
    {gives("consist_pwr_rate_out_max", "W/s", "rise"), pulling<&ConsistState::rise_w_per_s>},
    {gives("consist_pwr_regen_max", "W", "regeneration"), pulling<&ConsistState::most_braking_w>},
    {gives("consist_pwr_out_max_reves", "W", "of batteries"), pulling<&ConsistState::battery_most_w>},
    {gives("consist_pwr_out_deficit", "W", "asked beyond them"), pulling<&ConsistState::beyond_batteries_w>},
    {gives("consist_pwr_out_max_non_reves", "W", "of diesels"), pulling<&ConsistState::diesel_most_w>},
    {gives("consist_pwr_regen_deficit", "W", "braking beyond regeneration"),
     pulling<&ConsistState::beyond_regeneration_w>},
    {gives("consist_pwr_dyn_brake_max", "W", "electric brakes"), pulling<&ConsistState::dynamic_most_w>},
    {gives("consist_pwr_out_req", "W", "asked"), pulling<&ConsistState::asked_w>},
    {gives("consist_pwr_cat_lim", "W", "wire: none here"), [](const Moment&) { return 0.0; }},
    {gives("consist_pwr_out", "W", "given"), pulling<&ConsistState::out_w>},
    {gives("consist_pwr_reves", "W", "of the cells"), pulling<&ConsistState::chemical_w>},
    {gives("consist_pwr_fuel", "W", "fuel"), pulling<&ConsistState::fuel_w>},
    {gives("consist_energy_out", "J", "at the rim"), pulling<&ConsistState::out_j>},
    {gives("consist_energy_out_pos", "J", "motoring"), pulling<&ConsistState::motoring_j>},
    {gives("consist_energy_out_neg", "J", "braking"), pulling<&ConsistState::braking_j>},
    {gives("consist_energy_res", "J", "of the cells"), pulling<&ConsistState::chemical_j>},
    {gives("consist_energy_fuel", "J", "fuel"), pulling<&ConsistState::fuel_j>},
});
constexpr auto kRunGives = altrios::columns_of(kRunShown);

std::vector<Error> run_train(const Given& given, Computed& computed) {
  std::vector<Error> problems;
  const Runs runs = run_all(given, problems);
  if (!problems.empty()) return problems;
  const Table& table = given.table;
  for (std::size_t row = 0; row < table.rows; ++row) {
    const Again& again = runs.find(table.text("case")[row])->second;
    const Moment* moment = again.at(table["time"][row] > 0.0 ? table["i"][row] : 0.0);
    for (std::size_t k = 0; moment && k < kRunShown.size(); ++k)
      computed[k][row] = kRunShown[k].of(*moment);
  }
  return problems;
}

// ---- train_resistance_altrios

constexpr Column kResistanceTakes[] = {
    {.name = "case", .unit = "", .meaning = "set_speed_ts_demo or speed_limit_ts_demo", .text = true},
    {.name = "i", .unit = "1", .meaning = "step", .low = 1.0, .high = kMostSteps},
    {.name = "time_s", .unit = "s", .meaning = "since the start", .low = 0.0, .high = kMostSteps},
    {.name = "dt_s", .unit = "s", .meaning = "length of the step", .low = 0.0, .may_lack = true},
    {.name = "offset_m", .unit = "m", .meaning = "of the front after the step", .may_lack = true},
    {.name = "speed_ms", .unit = "m/s", .meaning = "after the step", .low = 0.0, .may_lack = true},
    {.name = "length_m", .unit = "m", .meaning = "train", .low = 0.0, .may_lack = true},
    {.name = "mass_static_kg", .unit = "kg", .meaning = "train", .low = 0.0, .may_lack = true},
    {.name = "mass_adj_kg", .unit = "kg", .meaning = "with rotation", .low = 0.0, .may_lack = true},
    {.name = "bearing_N", .unit = "N", .meaning = "of all axles", .low = 0.0, .may_lack = true},
    {.name = "rolling_ratio", .unit = "1", .meaning = "N/N", .low = 0.0, .may_lack = true},
    {.name = "davis_b_s_per_m", .unit = "s/m", .meaning = "linear term", .low = 0.0, .may_lack = true},
    {.name = "drag_area_m2", .unit = "m2", .meaning = "air", .low = 0.0, .may_lack = true},
    {.name = "energy_whl_out_J", .unit = "J", .meaning = "used where two speeds in a row are given nowhere",
     .may_lack = true},
    {.name = "speed_prev_ms", .unit = "m/s", .meaning = "before the step; empty: from the run", .low = 0.0,
     .may_lack = true},
    {.name = "offset_prev_m", .unit = "m", .meaning = "before the step; empty: from the run", .may_lack = true}};

constexpr auto kResistanceShown = altrios::shown<Moment>({
    {gives("offset_m", "m", "front"), moving<&TrainState::front_m>},
    {gives("offset_back_m", "m", "rear at the step's begin"), moving<&TrainState::back_m>},
    {gives("weight_static_N", "N", "train"), moving<&TrainState::weight_n>},
    {gives("res_bearing_N", "N", "bearings"), resisting<&StrapResistance::bearing>},
    {gives("res_rolling_N", "N", "rolling"), resisting<&StrapResistance::rolling>},
    {gives("res_davis_b_N", "N", "linear term"), resisting<&StrapResistance::davis_b>},
    {gives("res_aero_N", "N", "air"), resisting<&StrapResistance::air>},
    {gives("res_grade_N", "N", "grade"), resisting<&StrapResistance::grade>},
    {gives("res_curve_N", "N", "curves"), resisting<&StrapResistance::curve>},
    {gives("grade_front", "1", "at the front"), moving<&TrainState::grade>},
    {gives("grade_back", "1", "as ALTRIOS stored it: the front's"), moving<&TrainState::grade>},
    {gives("elev_front_m", "m", "height of the front"), moving<&TrainState::height_m>},
    {gives("pwr_res_W", "W", "against resistance"), moving<&TrainState::resistance_w>},
    {gives("pwr_accel_W", "W", "into motion"), moving<&TrainState::acceleration_w>},
    {gives("pwr_whl_out_W", "W", "at the rim"), moving<&TrainState::wheel_w>},
    {gives("energy_whl_out_J", "J", "from the run"), moving<&TrainState::wheel_j>},
    {gives("energy_whl_out_pos_J", "J", "motoring"), moving<&TrainState::motoring_j>},
    {gives("energy_whl_out_neg_J", "J", "braking"), moving<&TrainState::braking_j>},
});
constexpr auto kResistanceGives = altrios::columns_of(kResistanceShown);

/// Rows are rounded to 14 digits; a run that passes through them knows more.
constexpr double kRoundedM = 1e-8, kRoundedMs = 1e-10;

/// Of a run that is not known.
Moment unknown_moment() {
  Moment m;
  altrios::TrainState& t = m.train;
  for (double* value : {&t.front_m, &t.back_m, &t.speed_ms, &t.weight_n, &t.grade, &t.height_m, &t.resistance_w,
                        &t.acceleration_w, &t.wheel_w, &t.wheel_j, &t.motoring_j, &t.braking_j})
    *value = kNan;
  t.resistance = {kNan, kNan, kNan, kNan, kNan, kNan};
  return m;
}

/// The run's moment, or, where the row tells of another state before the step, the step computed from that.
Moment from_row(const Table& table, std::size_t row, Moment moment, double run_before_ms, const Case& of_run) {
  const auto given = [&](std::string_view column, double otherwise) {
    const std::span<const double> cells = table[column];
    return cells.empty() || std::isnan(cells[row]) ? otherwise : cells[row];
  };
  const double front = given("offset_prev_m", kNan), before = given("speed_prev_ms", kNan);
  const double speed = given("speed_ms", kNan), dt = given("dt_s", kNan);
  if (std::isnan(front + before + speed) || !(dt > 0.0)) return moment;
  const bool as_run = std::fabs(front - (moment.train.back_m + of_run.train.length_m)) < kRoundedM &&
                      std::fabs(before - run_before_ms) < kRoundedMs &&
                      std::fabs(speed - moment.train.speed_ms) < kRoundedMs;
  if (as_run) return moment;
  const double static_kg = given("mass_static_kg", of_run.static_kg);
  const double length = given("length_m", of_run.train.length_m);
  const rail::StrapTrain train{.length_m = length,
                               .weight_n = static_kg * altrios::kGravity,
                               .bearing_n = given("bearing_N", of_run.train.bearing_n),
                               .rolling_ratio = given("rolling_ratio", of_run.train.rolling_ratio),
                               .davis_b_s_per_m = given("davis_b_s_per_m", of_run.train.davis_b_s_per_m),
                               .drag_area_m2 = given("drag_area_m2", of_run.train.drag_area_m2)};
  altrios::TrainState& state = moment.train;
  state.front_m = front + 0.5 * (speed + before) * dt;
  state.back_m = front - length;
  state.weight_n = train.weight_n;
  state.resistance = rail::strap_resistance(train, before, rail::under_train(of_run.grades, front, length),
                                            rail::under_train(of_run.curves, front, length));
  state.grade = of_run.grades[rail::element_at(of_run.grades, front)].coefficient;
  state.height_m = rail::net_at(of_run.grades, front);
  state.resistance_w = state.resistance.total() * 0.5 * (speed + before);
  state.acceleration_w = given("mass_adj_kg", of_run.adjusted_kg) / (2.0 * dt) * (speed * speed - before * before);
  state.wheel_w = state.resistance_w + state.acceleration_w;
  return moment;
}

std::vector<Error> run_resistance(const Given& given, Computed& computed) {
  std::vector<Error> problems;
  const Runs runs = run_all(given, problems);
  if (!problems.empty()) return problems;
  const Table& table = given.table;
  for (std::size_t row = 0; row < table.rows; ++row) {
    const Again& again = runs.find(table.text("case")[row])->second;
    const double step = table["time_s"][row] > 0.0 ? table["i"][row] : 0.0;
    const Moment* of_run = again.at(step);
    const Moment* before = again.at(step - 1.0);
    const Moment moment = from_row(table, row, of_run ? *of_run : unknown_moment(), before ? before->train.speed_ms : kNan,
                                   again.parameters);
    for (std::size_t k = 0; k < kResistanceShown.size(); ++k) computed[k][row] = kResistanceShown[k].of(moment);
  }
  return problems;
}

}  // namespace

const Model kTrainRunAltrios{
    "train_run_altrios",
    "ALTRIOS's stored runs of a 9,485 t train with a battery and seven diesel locomotives, all of their steps again",
    kRunTakes, kRunGives, kRunExtras, run_train};
const Model kTrainResistanceAltrios{
    "train_resistance_altrios",
    "Resistance of ALTRIOS's train as a strap over the line's elements (method/strap.rs), from the state before each step",
    kResistanceTakes, kResistanceGives, kRunExtras, run_resistance};

}  // namespace gs::eval
