#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <type_traits>

#include "eval/altrios_columns.hpp"
#include "eval/altrios_trace.hpp"
#include "eval/train_altrios.hpp"

namespace gs::eval {
namespace {

namespace rail = model::rail;
using altrios::Case;
using altrios::gives;
using altrios::Moment;
using rail::BatteryState;
using rail::DieselState;
using rail::DriveState;
using rail::UnitState;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kMostRows = 20'000;
/// The speed-limit run was stored after its first second and then every so many.
constexpr long kStoredEvery = 100;

constexpr Extra kLocoExtras[] = {
    {.option = "params", .columns = {},
     .folder = "train_conv_loco_params.json or wabtec_tier4.yaml, train_bel_params.json or "
               "Kokam_NMC_75Ah_flx_drive.yaml; and, for what follows from the whole run, all that train_run_altrios takes, "
               "with train_run_altrios.csv itself"}};

constexpr Column kTakes[] = {
    {.name = "case", .unit = "", .meaning = "set_speed_ts_demo or speed_limit_ts_demo", .text = true},
    {.name = "row", .unit = "1", .meaning = "of the stored history; 0: before the first step", .low = 0.0,
     .high = kMostRows},
    {.name = "edrv_pwr_out_req", .unit = "W", .meaning = "asked at the rim, used where there is no run",
     .may_lack = true},
    {.name = "loco_pwr_aux", .unit = "W", .meaning = "auxiliaries, used where there is no run", .may_lack = true},
    {.name = "res_soc", .unit = "1", .meaning = "charge after the row's step, used where there is no run",
     .may_lack = true}};

long step_of(std::string_view case_name, double row) {
  const long number = static_cast<long>(row);
  return number <= 1 || altrios::is_set_speed(case_name) ? number : kStoredEvery * (number - 1);
}

/// A locomotive after a step.
template <class Parameters, class State>
struct Shown {
  const Parameters* parameters;
  State state;
  long step;
};
using Diesel = Shown<rail::DieselParameters, DieselState>;
using Battery = Shown<rail::BatteryParameters, BatteryState>;

template <auto field>
double engine(const Diesel& d) { return d.state.*field; }
template <auto field>
double cells(const Battery& b) { return b.state.*field; }
template <auto field, class Loco>
double drive(const Loco& l) { return l.state.drive.*field; }
template <auto field, class Loco>
double unit(const Loco& l) { return l.state.unit.*field; }
/// ALTRIOS counts its steps from 1, before the first as after it.
template <class Loco>
double step(const Loco& l) { return static_cast<double>(std::max(l.step, 1L)); }
/// Limits of the charge, which are set with the first step.
template <auto field, bool upper>
double limit(const Battery& b) {
  return b.step > 0 ? b.parameters->*field : upper ? 1.0 : 0.0;
}

template <class Loco>
constexpr auto drive_and_unit() {
  return altrios::shown<Loco>({
      {gives("edrv_i", "1", "step"), step<Loco>},
      {gives("edrv_eta", "1", "efficiency"), drive<&DriveState::efficiency, Loco>},
      {gives("edrv_pwr_mech_out_max", "W", "greatest, at the rim"), drive<&DriveState::most_w, Loco>},
      {gives("edrv_pwr_mech_regen_max", "W", "greatest regeneration"), drive<&DriveState::most_braking_w, Loco>},
      {gives("edrv_pwr_rate_out_max", "W/s", "rise"), drive<&DriveState::rise_w_per_s, Loco>},
      {gives("edrv_pwr_out_req", "W", "asked at the rim"), drive<&DriveState::asked_w, Loco>},
      {gives("edrv_pwr_elec_prop_in", "W", "into the drive"), drive<&DriveState::electric_w, Loco>},
      {gives("edrv_pwr_mech_prop_out", "W", "at the rim"), drive<&DriveState::wheel_w, Loco>},
      {gives("edrv_pwr_mech_dyn_brake", "W", "rheostat, at the rim"), drive<&DriveState::rheostat_wheel_w, Loco>},
      {gives("edrv_pwr_elec_dyn_brake", "W", "rheostat"), drive<&DriveState::rheostat_w, Loco>},
      {gives("edrv_pwr_loss", "W", "lost"), drive<&DriveState::loss_w, Loco>},
      {gives("edrv_energy_elec_prop_in", "J", "into the drive"), drive<&DriveState::electric_j, Loco>},
      {gives("edrv_energy_mech_prop_out", "J", "at the rim"), drive<&DriveState::wheel_j, Loco>},
      {gives("edrv_energy_mech_dyn_brake", "J", "rheostat, at the rim"), drive<&DriveState::rheostat_wheel_j, Loco>},
      {gives("edrv_energy_elec_dyn_brake", "J", "rheostat"), drive<&DriveState::rheostat_j, Loco>},
      {gives("edrv_energy_loss", "J", "lost"), drive<&DriveState::loss_j, Loco>},
      {gives("loco_i", "1", "step"), step<Loco>},
      {gives("loco_pwr_out_max", "W", "greatest, at the rim"), unit<&UnitState::most_w, Loco>},
      {gives("loco_pwr_rate_out_max", "W/s", "rise"), unit<&UnitState::rise_w_per_s, Loco>},
      {gives("loco_pwr_regen_max", "W", "greatest regeneration"), unit<&UnitState::most_braking_w, Loco>},
      {gives("loco_pwr_out", "W", "at the rim"), unit<&UnitState::out_w, Loco>},
      {gives("loco_pwr_aux", "W", "auxiliaries"), unit<&UnitState::auxiliary_w, Loco>},
      {gives("loco_energy_out", "J", "at the rim"), unit<&UnitState::out_j, Loco>},
      {gives("loco_energy_aux", "J", "auxiliaries"), unit<&UnitState::auxiliary_j, Loco>},
  });
}

template <class T, std::size_t A, std::size_t B>
constexpr auto joined(const std::array<T, A>& a, const std::array<T, B>& b) {
  std::array<T, A + B> all{};
  for (std::size_t i = 0; i < A + B; ++i) all[i] = i < A ? a[i] : b[i - A];
  return all;
}

constexpr auto kDieselShown = joined(
    altrios::shown<Diesel>({
        {gives("fc_i", "1", "step"), step<Diesel>},
        {gives("fc_pwr_out_max", "W", "shaft, greatest"), engine<&DieselState::shaft_most_w>},
        {gives("fc_eta", "1", "shaft over fuel, idling apart"), engine<&DieselState::engine_efficiency>},
        {gives("fc_pwr_brake", "W", "shaft"), engine<&DieselState::shaft_w>},
        {gives("fc_pwr_fuel", "W", "fuel"), engine<&DieselState::fuel_w>},
        {gives("fc_pwr_loss", "W", "lost, idling with it"), engine<&DieselState::engine_loss_w>},
        {gives("fc_pwr_idle_fuel", "W", "idling"), engine<&DieselState::idle_fuel_w>},
        {gives("fc_energy_brake", "J", "shaft"), engine<&DieselState::shaft_j>},
        {gives("fc_energy_fuel", "J", "fuel"), engine<&DieselState::fuel_j>},
        {gives("fc_energy_loss", "J", "lost"), engine<&DieselState::engine_loss_j>},
        {gives("fc_energy_idle_fuel", "J", "idling"), engine<&DieselState::idle_fuel_j>},
        {gives("gen_i", "1", "step"), step<Diesel>},
        {gives("gen_eta", "1", "efficiency"), engine<&DieselState::generator_efficiency>},
        {gives("gen_pwr_elec_prop_out_max", "W", "greatest, to the drive"), engine<&DieselState::propulsion_most_w>},
        {gives("gen_pwr_elec_out_max", "W", "greatest"), engine<&DieselState::generator_most_w>},
        {gives("gen_pwr_rate_out_max", "W/s", "rise"), engine<&DieselState::generator_rise_w_per_s>},
        {gives("gen_pwr_mech_in", "W", "from the engine"), engine<&DieselState::generator_in_w>},
        {gives("gen_pwr_elec_prop_out", "W", "to the drive"), engine<&DieselState::propulsion_w>},
        {gives("gen_pwr_elec_aux", "W", "to auxiliaries"), engine<&DieselState::auxiliary_w>},
        {gives("gen_pwr_loss", "W", "lost"), engine<&DieselState::generator_loss_w>},
        {gives("gen_energy_mech_in", "J", "from the engine"), engine<&DieselState::generator_in_j>},
        {gives("gen_energy_elec_prop_out", "J", "to the drive"), engine<&DieselState::propulsion_j>},
        {gives("gen_energy_elec_aux", "J", "to auxiliaries"), engine<&DieselState::auxiliary_j>},
        {gives("gen_energy_loss", "J", "lost"), engine<&DieselState::generator_loss_j>},
    }),
    drive_and_unit<Diesel>());
constexpr auto kDieselGives = altrios::columns_of(kDieselShown);

constexpr auto kBatteryShown = joined(
    altrios::shown<Battery>({
        {gives("res_pwr_cat_max", "W", "from a wire: none here"), [](const Battery&) { return 0.0; }},
        {gives("res_pwr_prop_out_max", "W", "greatest, to the drive"), cells<&BatteryState::propulsion_most_w>},
        {gives("res_pwr_regen_out_max", "W", "greatest, from the drive"), cells<&BatteryState::regeneration_most_w>},
        {gives("res_pwr_disch_max", "W", "greatest discharge"), cells<&BatteryState::discharge_most_w>},
        {gives("res_pwr_charge_max", "W", "greatest charge"), cells<&BatteryState::charge_most_w>},
        {gives("res_i", "1", "step"), step<Battery>},
        {gives("res_soc", "1", "state of charge"), cells<&BatteryState::charge>},
        {gives("res_eta", "1", "efficiency at the charge before the step"), cells<&BatteryState::efficiency>},
        {gives("res_soh", "1", "health: no ageing in a run"), [](const Battery&) { return 1.0; }},
        {gives("res_pwr_out_electrical", "W", "terminals"), cells<&BatteryState::electric_w>},
        {gives("res_pwr_out_propulsion", "W", "to the drive"), cells<&BatteryState::propulsion_w>},
        {gives("res_pwr_aux", "W", "to auxiliaries"), cells<&BatteryState::auxiliary_w>},
        {gives("res_pwr_loss", "W", "lost"), cells<&BatteryState::loss_w>},
        {gives("res_pwr_out_chemical", "W", "cells"), cells<&BatteryState::chemical_w>},
        {gives("res_energy_out_electrical", "J", "terminals"), cells<&BatteryState::electric_j>},
        {gives("res_energy_out_propulsion", "J", "to the drive"), cells<&BatteryState::propulsion_j>},
        {gives("res_energy_aux", "J", "to auxiliaries"), cells<&BatteryState::auxiliary_j>},
        {gives("res_energy_loss", "J", "lost"), cells<&BatteryState::loss_j>},
        {gives("res_energy_out_chemical", "J", "cells"), cells<&BatteryState::chemical_j>},
        {gives("res_max_soc", "1", "no more above"), limit<&rail::BatteryParameters::most, true>},
        {gives("res_soc_hi_ramp_start", "1", "less power above"),
         limit<&rail::BatteryParameters::most_ramp_from, true>},
        {gives("res_min_soc", "1", "no more below"), limit<&rail::BatteryParameters::least, false>},
        {gives("res_soc_lo_ramp_start", "1", "less power below"),
         limit<&rail::BatteryParameters::least_ramp_from, false>},
        {gives("res_temperature_celsius", "C", "cells"), [](const Battery& b) { return b.parameters->celsius; }},
    }),
    drive_and_unit<Battery>());
constexpr auto kBatteryGives = altrios::columns_of(kBatteryShown);

/// A cell, NaN where there is none.
double cell(const Table& table, std::size_t row, std::string_view column) {
  const std::span<const double> cells = table[column];
  return cells.empty() ? kNan : cells[row];
}

const DieselState& unit_in(const Moment& moment, const rail::DieselParameters*) { return moment.diesel; }
const BatteryState& unit_in(const Moment& moment, const rail::BatteryParameters*) { return moment.battery; }

/// The charge with which a row's step began: that of the step before it, which only the set-speed run has stored.
double charge_before(const rail::BatteryParameters& parameters, const Table& table, std::size_t row) {
  const auto rows = table["row"];
  const auto names = table.text("case");
  if (rows[row] == 1.0) return parameters.most;
  for (std::size_t k = 0; k < table.rows; ++k)
    if (rows[k] == rows[row] - 1.0 && names[k] == names[row] && altrios::is_set_speed(names[k]))
      return cell(table, k, "res_soc");
  return kNan;
}

/// What a row alone tells: powers and efficiencies; whatever depends on the step's length stays empty.
template <class Parameters, class State>
std::optional<State> alone(const Parameters& parameters, const Table& table, std::size_t row) {
  const double asked = cell(table, row, "edrv_pwr_out_req"), auxiliary = cell(table, row, "loco_pwr_aux");
  if (std::isnan(asked + auxiliary) || table["row"][row] < 1.0) return std::nullopt;
  State state;
  state.unit.out_w = (auxiliary - parameters.unit.auxiliary_w) / parameters.unit.auxiliary_share;
  if constexpr (std::is_same_v<State, BatteryState>) {
    state.charge = charge_before(parameters, table, row);
    if (std::isnan(state.charge)) return std::nullopt;
  }
  limit_unit(parameters, state, kNan);
  step_unit(parameters, state, asked, kNan);
  state.drive.rise_w_per_s = state.unit.rise_w_per_s = kNan;
  if constexpr (std::is_same_v<State, DieselState>) state.generator_rise_w_per_s = kNan;
  return state;
}

auto unit_of(const Folder& folder, const rail::DieselParameters*, std::vector<Error>& problems) {
  return altrios::diesel(folder, problems);
}
auto unit_of(const Folder& folder, const rail::BatteryParameters*, std::vector<Error>& problems) {
  return altrios::battery(folder, problems);
}

/// The runs of the table's cases as far as the folder tells of them; empty without a path.
std::map<std::string, std::vector<Moment>> runs_of(const Given& given, std::vector<Error>& problems) {
  const auto names = given.table.text("case");
  std::map<std::string, long> last;  // step asked for
  for (std::size_t row = 0; row < given.table.rows; ++row) {
    long& step = last[names[row]];
    step = std::max(step, step_of(names[row], given.table["row"][row]));
  }
  std::map<std::string, std::vector<Moment>> runs;
  for (const auto& [name, step] : last) {
    std::vector<Moment>& moments = runs[name];
    if (given.folder.find("train_path.csv").empty()) continue;
    altrios::Knots knots;
    collect(given.folder, name, knots, problems);
    if (knots.empty()) continue;
    const auto parameters = altrios::run_case(given.folder, name, problems);
    if (parameters) moments = run_again(*parameters, name, knots, step);
  }
  return runs;
}

template <class Parameters, class State, std::size_t N>
std::vector<Error> run_units(const Given& given, const std::array<altrios::Shown<Shown<Parameters, State>>, N>& shown,
                             Computed& computed) {
  std::vector<Error> problems;
  const Table& table = given.table;
  const Parameters* kind = nullptr;
  const auto parameters = unit_of(given.folder, kind, problems);
  const auto runs = runs_of(given, problems);
  if (!problems.empty()) return problems;
  for (std::size_t row = 0; row < table.rows; ++row) {
    const std::string& name = table.text("case")[row];
    const long step = step_of(name, table["row"][row]);
    const std::vector<Moment>& moments = runs.find(name)->second;
    const auto at = static_cast<std::size_t>(step);
    const std::optional<State> state = at < moments.size() ? unit_in(moments[at], kind)
                                                           : alone<Parameters, State>(*parameters, table, row);
    for (std::size_t k = 0; state && k < N; ++k) computed[k][row] = shown[k].of({&*parameters, *state, step});
  }
  return problems;
}

std::vector<Error> run_diesel(const Given& given, Computed& computed) {
  return run_units<rail::DieselParameters, DieselState>(given, kDieselShown, computed);
}
std::vector<Error> run_battery(const Given& given, Computed& computed) {
  return run_units<rail::BatteryParameters, BatteryState>(given, kBatteryShown, computed);
}

}  // namespace

const Model kTrainLocoConventionalAltrios{
    "train_loco_conventional_altrios",
    "One of the diesel locomotives of ALTRIOS's runs: engine by its map in the order in which it stands, generator, drive",
    std::span(kTakes).first(4), kDieselGives, kLocoExtras, run_diesel};
const Model kTrainLocoBatteryAltrios{
    "train_loco_battery_altrios",
    "The battery locomotive of ALTRIOS's runs: efficiency by temperature, state of charge and C-rate, limits, drive",
    kTakes, kBatteryGives, kLocoExtras, run_battery};

}  // namespace gs::eval
