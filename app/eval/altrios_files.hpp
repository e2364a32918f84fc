#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eval/eval.hpp"
#include "model/rail/consist.hpp"
#include "model/rail/resistance_strap.hpp"

/// ALTRIOS's files (NREL, github.com/NREL/altrios): rolling stock and locomotives as they stand, path and parameters
/// of the two demonstration runs as the reference folder lays them out. Nothing of them is kept in this program.
namespace gs::eval::altrios {

/// m/s2, as ALTRIOS has it (uc::ACC_GRAV).
inline constexpr double kGravity = 9.80154849496314;
/// kg, one locomotive of 432,000 lb (LocoParams::default).
inline constexpr double kLocomotiveKg = 195000.0;
/// N at the rim, one locomotive (LocoParams::default).
inline constexpr double kLocomotiveN = 667.2e3;

/// One railcar (CAR.yaml).
struct Car {
  double length_m, tare_kg, freight_kg, axles, rotating_kg_per_axle, bearing_n_per_axle, rolling_ratio, davis_b_s_per_m,
      drag_area_m2, braking_ratio;
  double mass_kg() const { return tare_kg + freight_kg; }
};
std::optional<Car> car(const Folder&, std::string_view type, std::vector<Error>& problems);

/// A demonstration run's train on its line.
struct Case {
  model::rail::StrapTrain train;
  double static_kg = 0.0, freight_kg = 0.0;
  double adjusted_kg = 0.0;  ///< with the wheelsets' rotation
  double most_ms = 0.0;
  double friction_n = 0.0;   ///< greatest braking force of the cars
  double tractive_n = 0.0;   ///< greatest force of the locomotives, either way
  std::vector<model::rail::PathElement> grades, curves;
  model::rail::BatteryParameters battery;
  model::rail::DieselParameters diesel;
  int batteries = 1, diesels = 7;
};
/// The case that `name` names: train_params_NAME.json, train_path.csv, both locomotives, Manifest_*.yaml (the trains of
/// both demonstrations are of those cars, loaded and empty).
std::optional<Case> run_case(const Folder&, std::string_view name, std::vector<Error>& problems);

/// One locomotive: train_conv_loco_params.json, or else wabtec_tier4.yaml with ALTRIOS's default generator and drive;
/// train_bel_params.json, or else Kokam_NMC_75Ah_flx_drive.yaml.
std::optional<model::rail::DieselParameters> diesel(const Folder&, std::vector<Error>& problems);
std::optional<model::rail::BatteryParameters> battery(const Folder&, std::vector<Error>& problems);

}  // namespace gs::eval::altrios
