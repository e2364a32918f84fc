#pragma once
#include <vector>

#include "model/rail/efficiency_map.hpp"

/// Diesel-electric and battery-electric locomotives coupled, unit by unit, as ALTRIOS counts them (NREL,
/// github.com/NREL/altrios, consist/): what each may give in the coming step, how the batteries go first, and where
/// every joule goes. Powers W, energies J since the start, positive from the source to the rim; `dt` s, above 0.
namespace gs::model::rail {

/// Motors and their converters, between the direct-current link and the rim.
struct DriveParameters {
  LoadMap map;
  double rated_w = 0.0;
};

struct DriveState {
  double efficiency = 0.0;
  double most_w = 0.0;         ///< at the rim, in the step
  double most_braking_w = 0.0; ///< at the rim, of which the link can take the electric power
  double rise_w_per_s = 0.0;
  double asked_w = 0.0;        ///< of the rim; braking is negative
  double electric_w = 0.0;     ///< from the link; negative when power comes back
  double wheel_w = 0.0;        ///< the part of what was asked that goes through the link
  double rheostat_wheel_w = 0.0, rheostat_w = 0.0;  ///< braking that nothing can take, at the rim and behind the drive
  double loss_w = 0.0;
  double electric_j = 0.0, wheel_j = 0.0, rheostat_wheel_j = 0.0, rheostat_j = 0.0, loss_j = 0.0;
};

/// Auxiliaries: a constant and a share of the power at the rim in the step before.
struct UnitParameters {
  double auxiliary_w = 0.0, auxiliary_share = 0.0;
};
struct UnitState {
  double most_w = 0.0, rise_w_per_s = 0.0, most_braking_w = 0.0, out_w = 0.0, auxiliary_w = 0.0;
  double out_j = 0.0, auxiliary_j = 0.0;
};

struct DieselParameters {
  UnitParameters unit;
  DriveParameters drive;
  LoadMap engine;               ///< shaft over fuel, idling apart, by share of rated_w
  double rated_w = 0.0;         ///< of the shaft
  double at_once_w = 0.0;       ///< what the engine gives from rest without a ramp
  double ramp_w_per_s = 0.0;
  double idle_fuel_w = 0.0;
  LoadMap generator;            ///< by share of generator_w, of the propulsion's power
  double generator_w = 0.0;
};

struct DieselState {
  double shaft_most_w = 0.0, engine_efficiency = 0.0, shaft_w = 0.0, fuel_w = 0.0, engine_loss_w = 0.0;
  double idle_fuel_w = 0.0;
  double shaft_j = 0.0, fuel_j = 0.0, engine_loss_j = 0.0, idle_fuel_j = 0.0;
  double generator_efficiency = 0.0, propulsion_most_w = 0.0, generator_most_w = 0.0, generator_rise_w_per_s = 0.0;
  double generator_in_w = 0.0, propulsion_w = 0.0, auxiliary_w = 0.0, generator_loss_w = 0.0;
  double generator_in_j = 0.0, propulsion_j = 0.0, auxiliary_j = 0.0, generator_loss_j = 0.0;
  DriveState drive;
  UnitState unit;
};

struct BatteryParameters {
  UnitParameters unit;
  DriveParameters drive;
  BatteryMap map;
  double rated_w = 0.0, capacity_j = 0.0;
  double least = 0.05, most = 0.95;                        ///< state of charge, 0..1
  double least_ramp_from = 0.10, most_ramp_from = 0.90;    ///< from where power falls, linearly, to 0 at the limits
  double celsius = 45.0;                                   ///< of the cells
};

struct BatteryState {
  double charge = 0.95, efficiency = 0.0;
  double propulsion_most_w = 0.0, regeneration_most_w = 0.0, discharge_most_w = 0.0, charge_most_w = 0.0;
  double electric_w = 0.0, propulsion_w = 0.0, auxiliary_w = 0.0, loss_w = 0.0, chemical_w = 0.0;
  double electric_j = 0.0, propulsion_j = 0.0, auxiliary_j = 0.0, loss_j = 0.0, chemical_j = 0.0;
  DriveState drive;
  UnitState unit;
};

/// What a unit may give in the coming step. Called before each `step_unit`.
void limit_unit(const DieselParameters&, DieselState&, double dt);
void limit_unit(const BatteryParameters&, BatteryState&, double dt);
/// Gives `wheel_w` at the rim (negative: electric braking) for `dt`; limits are the caller's to keep.
void step_unit(const DieselParameters&, DieselState&, double wheel_w, double dt);
void step_unit(const BatteryParameters&, BatteryState&, double wheel_w, double dt);

struct ConsistState {
  double most_w = 0.0, rise_w_per_s = 0.0, most_braking_w = 0.0;
  double battery_most_w = 0.0, diesel_most_w = 0.0;
  double beyond_batteries_w = 0.0, beyond_regeneration_w = 0.0;  ///< what was asked above what batteries give and take
  double dynamic_most_w = 0.0;  ///< electric braking of all drives; 0 before the first step
  double asked_w = 0.0, out_w = 0.0, chemical_w = 0.0, fuel_w = 0.0;
  double out_j = 0.0, motoring_j = 0.0, braking_j = 0.0, chemical_j = 0.0, fuel_j = 0.0;
};

/// Batteries pull first, diesels what is beyond them, both in proportion to what they may; braking goes to the
/// batteries, and what they cannot take is spread over all drives by what they have left. Diesel units are alike, and
/// counted.
class Consist {
 public:
  /// The parameters must outlive the consist. Starts with a charge of `BatteryParameters::most`.
  Consist(const BatteryParameters*, int batteries, const DieselParameters*, int diesels);
  void limit(double dt);
  void step(double wheel_w, double dt);
  const ConsistState& state() const { return state_; }
  const DieselState& diesel() const { return diesel_; }     ///< of one unit
  const BatteryState& battery() const { return battery_; }  ///< of one unit

 private:
  struct Shares { double battery_w, diesel_w; };
  Shares motoring(double wheel_w) const;
  Shares braking(double wheel_w) const;
  const BatteryParameters* battery_parameters_;
  const DieselParameters* diesel_parameters_;
  int batteries_, diesels_;
  BatteryState battery_;
  DieselState diesel_;
  ConsistState state_;
};

}  // namespace gs::model::rail
