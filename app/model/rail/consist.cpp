#include "model/rail/consist.hpp"

#include <algorithm>
#include <cmath>

namespace gs::model::rail {
namespace {

/// What comes out of a stage at most when `in_w` goes in at most.
double most_out(const LoadMap& map, double rated_w, double in_w) {
  return std::min(in_w * map.at_input(std::fabs(in_w / rated_w)), rated_w);
}

/// `rated_w` falling linearly to 0 between two states of charge, in either direction.
double ramped(double rated_w, double charge, double none_at, double whole_at) {
  return rated_w * std::clamp((charge - none_at) / (whole_at - none_at), 0.0, 1.0);
}

/// A rise passes a stage with the efficiency of the step before; nothing has run yet: without loss.
double passed(double rise_w_per_s, double efficiency) { return rise_w_per_s * (efficiency > 0.0 ? efficiency : 1.0); }

void step_drive(const DriveParameters& p, DriveState& s, double wheel_w, double dt) {
  s.asked_w = wheel_w;
  s.efficiency = p.map.at(std::fabs(wheel_w / p.rated_w));
  s.wheel_w = std::max(wheel_w, -s.most_braking_w);
  s.rheostat_wheel_w = -(wheel_w - s.wheel_w);
  s.electric_w = wheel_w > 0.0 ? s.wheel_w / s.efficiency : s.wheel_w * s.efficiency;
  s.rheostat_w = s.rheostat_wheel_w * s.efficiency;
  s.loss_w = std::fabs(s.wheel_w - s.electric_w);
  s.wheel_j += s.wheel_w * dt;
  s.rheostat_wheel_j += s.rheostat_wheel_w * dt;
  s.electric_j += s.electric_w * dt;
  s.rheostat_j += s.rheostat_w * dt;
  s.loss_j += s.loss_w * dt;
}

void begin_unit(const UnitParameters& p, UnitState& s) {
  s.auxiliary_w = p.auxiliary_w + p.auxiliary_share * std::fabs(s.out_w);
}

void end_limits(const DriveState& drive, UnitState& s) {
  s.most_w = drive.most_w;
  s.rise_w_per_s = drive.rise_w_per_s;
  s.most_braking_w = drive.most_braking_w;
}

void count_unit(UnitState& s, double dt) {
  s.out_j += s.out_w * dt;
  s.auxiliary_j += s.auxiliary_w * dt;
}

}  // namespace

void limit_unit(const DieselParameters& p, DieselState& s, double dt) {
  begin_unit(p.unit, s.unit);
  s.shaft_most_w = std::max(std::min(s.shaft_w + p.ramp_w_per_s * dt, p.rated_w), p.at_once_w);
  s.generator_most_w = most_out(p.generator, p.generator_w, s.shaft_most_w);
  s.propulsion_most_w = s.generator_most_w - s.unit.auxiliary_w;
  s.drive.most_w = most_out(p.drive.map, p.drive.rated_w, s.propulsion_most_w);
  s.generator_rise_w_per_s = passed(p.ramp_w_per_s, s.generator_efficiency);
  s.drive.rise_w_per_s = passed(s.generator_rise_w_per_s, s.drive.efficiency);
  end_limits(s.drive, s.unit);
}

void step_unit(const DieselParameters& p, DieselState& s, double wheel_w, double dt) {
  s.unit.out_w = wheel_w;
  step_drive(p.drive, s.drive, wheel_w, dt);

  s.propulsion_w = s.drive.electric_w;
  s.auxiliary_w = s.unit.auxiliary_w;
  s.generator_efficiency = p.generator.at(std::fabs(s.propulsion_w / p.generator_w));
  const double given = s.propulsion_w + s.auxiliary_w;
  s.generator_in_w = given / s.generator_efficiency;
  s.generator_loss_w = s.generator_in_w - given;
  s.propulsion_j += s.propulsion_w * dt;
  s.auxiliary_j += s.auxiliary_w * dt;
  s.generator_in_j += s.generator_in_w * dt;
  s.generator_loss_j += s.generator_loss_w * dt;

  s.shaft_w = s.generator_in_w;
  s.engine_efficiency = p.engine.at(s.shaft_w / p.rated_w);
  s.idle_fuel_w = p.idle_fuel_w;
  s.fuel_w = s.shaft_w / s.engine_efficiency + s.idle_fuel_w;
  s.engine_loss_w = s.fuel_w - s.shaft_w;
  s.shaft_j += s.shaft_w * dt;
  s.fuel_j += s.fuel_w * dt;
  s.engine_loss_j += s.engine_loss_w * dt;
  s.idle_fuel_j += s.idle_fuel_w * dt;
  count_unit(s.unit, dt);
}

void limit_unit(const BatteryParameters& p, BatteryState& s, double dt) {
  begin_unit(p.unit, s.unit);
  s.discharge_most_w = ramped(p.rated_w, s.charge, p.least, p.least_ramp_from);
  s.charge_most_w = ramped(p.rated_w, s.charge, p.most, p.most_ramp_from);
  s.propulsion_most_w = s.discharge_most_w - s.unit.auxiliary_w;
  s.regeneration_most_w = s.charge_most_w + s.unit.auxiliary_w;
  DriveState& drive = s.drive;
  drive.most_w = most_out(p.drive.map, p.drive.rated_w, s.propulsion_most_w);
  const double taken = s.regeneration_most_w * p.drive.map.at(std::fabs(s.regeneration_most_w / p.drive.rated_w));
  drive.most_braking_w = std::min(taken, p.drive.rated_w);
  // A battery has no ramp; what it could rise in one step stands for it.
  drive.rise_w_per_s = passed((drive.most_w - drive.wheel_w) / dt, drive.efficiency);
  end_limits(drive, s.unit);
}

void step_unit(const BatteryParameters& p, BatteryState& s, double wheel_w, double dt) {
  s.unit.out_w = wheel_w;
  step_drive(p.drive, s.drive, wheel_w, dt);

  s.propulsion_w = s.drive.electric_w;
  // An empty battery keeps the auxiliaries going only by what braking brings.
  s.auxiliary_w = s.propulsion_w > 0.0
                      ? s.unit.auxiliary_w
                      : std::max(std::min(s.unit.auxiliary_w, s.propulsion_most_w - s.propulsion_w), 0.0);
  s.electric_w = s.propulsion_w + s.auxiliary_w;
  s.efficiency = p.map.at(p.celsius, s.charge, s.electric_w / (p.capacity_j / 3600.0));
  s.chemical_w = s.electric_w > 0.0 ? s.electric_w / s.efficiency : s.electric_w * s.efficiency;
  s.loss_w = std::fabs(s.chemical_w - s.electric_w);
  s.charge -= s.chemical_w * dt / p.capacity_j;
  s.propulsion_j += s.propulsion_w * dt;
  s.auxiliary_j += s.auxiliary_w * dt;
  s.electric_j += s.electric_w * dt;
  s.chemical_j += s.chemical_w * dt;
  s.loss_j += s.loss_w * dt;
  count_unit(s.unit, dt);
}

Consist::Consist(const BatteryParameters* battery, int batteries, const DieselParameters* diesel, int diesels)
    : battery_parameters_(battery), diesel_parameters_(diesel), batteries_(batteries), diesels_(diesels) {
  battery_.charge = battery->most;
}

void Consist::limit(double dt) {
  limit_unit(*battery_parameters_, battery_, dt);
  limit_unit(*diesel_parameters_, diesel_, dt);
  const UnitState &b = battery_.unit, &d = diesel_.unit;
  const double nb = batteries_, nd = diesels_;
  state_.battery_most_w = nb * b.most_w;
  state_.most_w = state_.battery_most_w + nd * d.most_w;
  state_.diesel_most_w = state_.most_w - state_.battery_most_w;
  state_.rise_w_per_s = nb * b.rise_w_per_s + nd * d.rise_w_per_s;
  state_.most_braking_w = nb * b.most_braking_w + nd * d.most_braking_w;
}

Consist::Shares Consist::motoring(double wheel_w) const {
  const double b = battery_.unit.most_w, d = diesel_.unit.most_w;
  if (state_.beyond_batteries_w == 0.0) return {b / state_.battery_most_w * wheel_w, 0.0};
  return {b, d / state_.diesel_most_w * state_.beyond_batteries_w};
}

Consist::Shares Consist::braking(double wheel_w) const {
  const double share = state_.most_braking_w == 0.0 ? 0.0 : std::min(-wheel_w / state_.most_braking_w, 1.0);
  const double taken = battery_.unit.most_braking_w * share;
  if (state_.beyond_regeneration_w == 0.0) return {-taken, -0.0};
  const double left = battery_parameters_->drive.rated_w - taken, diesel_left = diesel_parameters_->drive.rated_w;
  const double spread = state_.beyond_regeneration_w / (batteries_ * left + diesels_ * diesel_left);
  return {-(left * spread + taken), -(diesel_left * spread)};
}

void Consist::step(double wheel_w, double dt) {
  state_.asked_w = wheel_w;
  state_.beyond_batteries_w = std::max(wheel_w - state_.battery_most_w, 0.0);
  state_.beyond_regeneration_w = std::max(-wheel_w - state_.most_braking_w, 0.0);
  state_.dynamic_most_w =
      batteries_ * battery_parameters_->drive.rated_w + diesels_ * diesel_parameters_->drive.rated_w;
  const Shares shares = wheel_w > 0.0 ? motoring(wheel_w) : wheel_w < 0.0 ? braking(wheel_w) : Shares{0.0, 0.0};

  step_unit(*battery_parameters_, battery_, shares.battery_w, dt);
  step_unit(*diesel_parameters_, diesel_, shares.diesel_w, dt);
  state_.out_w = batteries_ * shares.battery_w + diesels_ * shares.diesel_w;
  state_.fuel_w = diesels_ * diesel_.fuel_w;
  state_.chemical_w = batteries_ * battery_.chemical_w;
  state_.out_j += state_.out_w * dt;
  (state_.out_w >= 0.0 ? state_.motoring_j : state_.braking_j) += std::fabs(state_.out_w) * dt;
  state_.fuel_j += state_.fuel_w * dt;
  state_.chemical_j += state_.chemical_w * dt;
}

}  // namespace gs::model::rail
