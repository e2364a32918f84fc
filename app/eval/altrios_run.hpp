#pragma once
#include "eval/altrios_files.hpp"

/// ALTRIOS's two ways of running a train, step by step: speeds that are prescribed, or orders to hold a speed.
namespace gs::eval::altrios {

/// The train as the step left it; resistances and grades as it met them, at the step's begin. SI units.
struct TrainState {
  double time_s = 0.0, dt_s = 1.0, front_m = 0.0, back_m = 0.0, distance_m = 0.0, speed_ms = 0.0;
  double target_ms = 0.0, limit_ms = 0.0;  ///< orders; the limit is not known (NaN) while one is to stop
  model::rail::StrapResistance resistance;
  double weight_n = 0.0, grade = 0.0, height_m = 0.0;  ///< of the front
  double resistance_w = 0.0, acceleration_w = 0.0, wheel_w = 0.0;
  double wheel_j = 0.0, motoring_j = 0.0, braking_j = 0.0;
};

/// All that a row of the reference tells of.
struct Moment {
  const Case* parameters = nullptr;
  long step = 0;  ///< 0: before the first
  TrainState train;
  model::rail::ConsistState consist;
  model::rail::DieselState diesel;
  model::rail::BatteryState battery;
};

class Run {
 public:
  /// At rest with the whole train on the path. The case must outlive the run.
  explicit Run(const Case&);
  /// To `speed_ms` in `dt` seconds, whatever power that takes: the mean speed against the resistance at the step's
  /// begin, and the rotating mass.
  void to_speed(double speed_ms, double dt);
  /// One second towards `target_ms`, 0 or more: as fast as engines, adhesion and both brakes allow. Braking takes
  /// electric braking first and keeps friction brakes applied once they are. As ALTRIOS does, the speed follows from
  /// the mass without its rotation, and the power at the rim is taken at the speed of the step's end.
  void towards(double target_ms);
  const TrainState& train() const { return train_; }
  Moment moment() const { return {case_, step_, train_, consist_.state(), consist_.diesel(), consist_.battery()}; }

 private:
  void meet_resistance();
  void move(double distance_m, double speed_ms, double dt);
  void pull(double wheel_w, double dt);
  double split_force(double force_n);
  const Case* case_;
  TrainState train_;
  model::rail::Consist consist_;
  double friction_n_ = 0.0;
  long step_ = 0;
};

}  // namespace gs::eval::altrios
