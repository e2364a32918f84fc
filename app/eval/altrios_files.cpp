#include "eval/altrios_files.hpp"

#include <algorithm>
#include <cmath>

#include "eval/document.hpp"
#include "eval/read.hpp"

namespace gs::eval::altrios {
namespace {

namespace rail = model::rail;

const std::string kHere = "thirdparty/altrios/";
// ALTRIOS's defaults (generator.default.yaml, electric_drivetrain.default.yaml), for when only the engine's and the
// battery's files are there.
constexpr double kGenerator = 0.979976718, kDieselDrive = 0.989123465, kBatteryDrive = 0.98;
constexpr double kGeneratorW = 5e6, kDieselDriveW = 5e6, kBatteryDriveW = 5e9;
// Auxiliaries (LocoParams::default, Locomotive::default_battery_electric_loco).
constexpr rail::UnitParameters kDieselUnit{8554.15, 0.000539638}, kBatteryUnit{8550.0, 0.00054};

rail::LoadMap map_in(const Fields& part) { return {part.numbers("pwr_out_frac_interp"), part.numbers("eta_interp")}; }
rail::LoadMap even(double efficiency) { return {{0.0, 1.0}, {efficiency, efficiency}}; }

void check(const rail::LoadMap& map, std::string_view what, std::vector<Error>& problems) {
  if (!problems.empty()) return;
  const auto possible = [](double efficiency) { return efficiency > 0.0 && efficiency <= 1.0; };
  const bool all_possible = std::all_of(map.efficiency.begin(), map.efficiency.end(), possible);
  if (map.load.size() < 2 || map.load.size() != map.efficiency.size() || !all_possible)
    problems.push_back({std::string(what), "expected two loads or more with as many efficiencies above 0, up to 1"});
}

void check(const rail::BatteryMap& map, std::string_view what, std::vector<Error>& problems) {
  if (!problems.empty()) return;
  const std::size_t points = map.celsius.size() * map.charge.size() * map.c_rate.size();
  bool good = points == map.efficiency.size() && points > 0;
  for (const auto* axis : {&map.celsius, &map.charge, &map.c_rate})
    good = good && std::adjacent_find(axis->begin(), axis->end(), std::greater_equal<>()) == axis->end();
  if (!good)
    problems.push_back({std::string(what), "expected three ascending axes and an efficiency for each of their points"});
}

rail::DriveParameters drive_in(const Fields& part) { return {map_in(part), part.number("pwr_out_max_watts")}; }

void read_engine(const Fields& engine, rail::DieselParameters& p) {
  p.engine = map_in(engine);
  p.rated_w = engine.number("pwr_out_max_watts");
  p.ramp_w_per_s = p.rated_w / engine.number("pwr_ramp_lag_seconds");
  p.at_once_w = engine.number_or("pwr_out_max_init", p.rated_w / 10.0);
  p.idle_fuel_w = engine.number("pwr_idle_fuel_watts");
}

void read_battery(const Fields& battery, rail::BatteryParameters& p) {
  const Fields grid = battery.at("eta_interp_grid");
  p.map = {grid.at(0).numbers(), grid.at(1).numbers(), grid.at(2).numbers(), battery.numbers("eta_interp_values")};
  p.rated_w = battery.number("pwr_out_max_watts");
  p.capacity_j = battery.number("energy_capacity_joules");
  p.least = battery.number("min_soc");
  p.most = battery.number("max_soc");
  p.least_ramp_from = battery.number_or("soc_lo_ramp_start", p.least + 0.05);
  p.most_ramp_from = battery.number_or("soc_hi_ramp_start", p.most - 0.05);
}

/// grades and curves of a case.
void read_path(const Folder& folder, std::string_view name, Case& out, std::vector<Error>& problems) {
  static const Column kColumns[] = {{.name = "case", .unit = "", .meaning = "", .text = true},
                                    {.name = "kind", .unit = "", .meaning = "", .text = true},
                                    {.name = "offset_m", .unit = "m", .meaning = ""},
                                    {.name = "res_coeff", .unit = "", .meaning = ""},
                                    {.name = "res_net_m", .unit = "m", .meaning = ""}};
  const Result<std::string> bytes = folder.bytes("train_path.csv");
  if (!bytes) return problems.push_back(bytes.error());
  const Table table = read("train_path.csv", *bytes, kColumns, problems);
  if (!problems.empty()) return;
  for (std::size_t row = 0; row < table.rows; ++row) {
    if (table.text("case")[row] != name) continue;
    auto& path = table.text("kind")[row] == "grades" ? out.grades : out.curves;
    path.push_back({table["offset_m"][row], table["res_coeff"][row], table["res_net_m"][row]});
    if (path.size() > 1 && !(path.back().offset_m > path[path.size() - 2].offset_m))
      problems.push_back({table.where(row, "offset_m"), "expected offsets that ascend"});
  }
  if (out.grades.empty() || out.curves.empty())
    problems.push_back({"train_path.csv", "expected grades and curves of the case " + std::string(name)});
}

/// Cars of two kinds, `counts` of each: the train as a strap, without its locomotives but for their weight.
void couple(const Car (&cars)[2], const double (&counts)[2], double towed_kg, Case& out) {
  double rotating_kg = 0.0, braking = 0.0;
  rail::StrapTrain& train = out.train;
  for (int i = 0; i < 2; ++i) {
    const Car& car = cars[i];
    const double share = car.mass_kg() / towed_kg * counts[i];
    train.bearing_n += car.bearing_n_per_axle * car.axles * counts[i];
    train.rolling_ratio += car.rolling_ratio * share;
    train.davis_b_s_per_m += car.davis_b_s_per_m * share;
    train.drag_area_m2 += car.drag_area_m2 * counts[i];
    rotating_kg += car.rotating_kg_per_axle * car.axles * counts[i];
    out.freight_kg += car.freight_kg * counts[i];
    braking += car.braking_ratio * counts[i];
  }
  const int locomotives = out.batteries + out.diesels;
  out.static_kg = towed_kg + locomotives * kLocomotiveKg;
  out.adjusted_kg = out.static_kg + rotating_kg;
  out.friction_n = kGravity * towed_kg * braking / (counts[0] + counts[1]);
  out.tractive_n = locomotives * kLocomotiveN;
  train.weight_n = out.static_kg * kGravity;
}

}  // namespace

std::optional<Car> car(const Folder& folder, std::string_view type, std::vector<Error>& problems) {
  const std::size_t before = problems.size();
  const std::string file = std::string(type) + ".yaml";
  const Json value = document(folder, kHere + file, problems);
  if (problems.size() > before) return std::nullopt;
  const Fields f(value, file, problems);
  const Car car{.length_m = f.number("length_meters"),
                .tare_kg = f.number("mass_static_base_kilograms"),
                .freight_kg = f.number("mass_freight_kilograms"),
                .axles = f.number("axle_count"),
                .rotating_kg_per_axle = f.number("mass_rot_per_axle_kilograms"),
                .bearing_n_per_axle = f.number("bearing_res_per_axle_newtons"),
                .rolling_ratio = f.number("rolling_ratio"),
                .davis_b_s_per_m = f.number("davis_b_seconds_per_meter"),
                .drag_area_m2 = f.number("cd_area_square_meters"),
                .braking_ratio = f.number("braking_ratio")};
  return problems.size() > before ? std::nullopt : std::optional(car);
}

std::optional<rail::DieselParameters> diesel(const Folder& folder, std::vector<Error>& problems) {
  rail::DieselParameters p;
  p.unit = kDieselUnit;
  if (!folder.find("train_conv_loco_params.json").empty()) {
    const Json value = document(folder, "train_conv_loco_params.json", problems);
    if (!problems.empty()) return std::nullopt;
    const Fields fields(value, "train_conv_loco_params.json", problems);
    read_engine(fields.at("fc"), p);
    p.generator = map_in(fields.at("gen"));
    p.generator_w = fields.at("gen").number("pwr_out_max_watts");
    p.drive = drive_in(fields.at("edrv"));
  } else {
    const Json value = document(folder, kHere + "wabtec_tier4.yaml", problems);
    if (!problems.empty()) return std::nullopt;
    read_engine(Fields(value, "wabtec_tier4.yaml", problems), p);
    p.generator = even(kGenerator);
    p.generator_w = kGeneratorW;
    p.drive = {even(kDieselDrive), kDieselDriveW};
  }
  check(p.engine, "the engine's map", problems);
  check(p.generator, "the generator's map", problems);
  check(p.drive.map, "the drive's map", problems);
  return problems.empty() ? std::optional(p) : std::nullopt;
}

std::optional<rail::BatteryParameters> battery(const Folder& folder, std::vector<Error>& problems) {
  rail::BatteryParameters p;
  p.unit = kBatteryUnit;
  if (!folder.find("train_bel_params.json").empty()) {
    const Json value = document(folder, "train_bel_params.json", problems);
    if (!problems.empty()) return std::nullopt;
    const Fields fields(value, "train_bel_params.json", problems);
    read_battery(fields.at("res"), p);
    p.drive = drive_in(fields.at("edrv"));
  } else {
    const Json value = document(folder, kHere + "Kokam_NMC_75Ah_flx_drive.yaml", problems);
    if (!problems.empty()) return std::nullopt;
    read_battery(Fields(value, "Kokam_NMC_75Ah_flx_drive.yaml", problems), p);
    p.drive = {even(kBatteryDrive), kBatteryDriveW};
  }
  check(p.map, "the battery's map", problems);
  check(p.drive.map, "the drive's map", problems);
  return problems.empty() ? std::optional(p) : std::nullopt;
}

std::optional<Case> run_case(const Folder& folder, std::string_view name, std::vector<Error>& problems) {
  const auto diesel_unit = diesel(folder, problems);
  const auto battery_unit = battery(folder, problems);
  const auto loaded = car(folder, "Manifest_Loaded", problems), empty = car(folder, "Manifest_Empty", problems);
  const std::string file = "train_params_" + std::string(name) + ".json";
  const Json value = document(folder, file, problems);
  Case out;
  read_path(folder, name, out, problems);
  if (!problems.empty()) return std::nullopt;

  const Fields fields(value, file, problems);
  const double towed_kg = fields.number("mass_total");
  out.train.length_m = fields.number("length");
  out.most_ms = fields.number("speed_max");
  if (!problems.empty()) return std::nullopt;
  out.diesel = *diesel_unit;
  out.battery = *battery_unit;
  // How many cars of each kind make this length and this mass.
  const double cars = std::round(out.train.length_m / loaded->length_m);
  const double full = std::round((towed_kg - cars * empty->mass_kg()) / (loaded->mass_kg() - empty->mass_kg()));
  if (!(cars >= 1.0 && full >= 0.0 && full <= cars)) {
    problems.push_back({file, "expected a length and a mass that Manifest cars can make up"});
    return std::nullopt;
  }
  couple({*loaded, *empty}, {full, cars - full}, towed_kg, out);
  return out;
}

}  // namespace gs::eval::altrios
