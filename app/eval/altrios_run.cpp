#include "eval/altrios_run.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gs::eval::altrios {
namespace {

namespace rail = model::rail;

/// ALTRIOS's utils::almost_eq.
bool nearly(double a, double b) { return std::fabs(b - a) < 1e-8 || std::fabs((b - a) / (a + b)) < 1e-8; }

}  // namespace

Run::Run(const Case& run_case)
    : case_(&run_case), consist_(&run_case.battery, run_case.batteries, &run_case.diesel, run_case.diesels) {
  train_.front_m = run_case.train.length_m;
}

void Run::meet_resistance() {
  const Case& c = *case_;
  const double front = train_.front_m, length = c.train.length_m;
  train_.back_m = front - length;
  train_.weight_n = c.train.weight_n;
  train_.resistance = rail::strap_resistance(c.train, train_.speed_ms, rail::under_train(c.grades, front, length),
                                             rail::under_train(c.curves, front, length));
  train_.grade = c.grades[rail::element_at(c.grades, front)].coefficient;
  train_.height_m = rail::net_at(c.grades, front);
}

void Run::move(double distance_m, double speed_ms, double dt) {
  train_.time_s += dt;
  train_.dt_s = dt;
  train_.front_m += distance_m;
  train_.distance_m += std::fabs(distance_m);
  train_.speed_ms = speed_ms;
  ++step_;
}

void Run::pull(double wheel_w, double dt) {
  train_.wheel_w = wheel_w;
  train_.wheel_j += wheel_w * dt;
  (wheel_w >= 0.0 ? train_.motoring_j : train_.braking_j) += std::fabs(wheel_w) * dt;
  consist_.step(wheel_w, dt);
}

void Run::to_speed(double speed_ms, double dt) {
  consist_.limit(dt);
  meet_resistance();
  const double mean = 0.5 * (speed_ms + train_.speed_ms);
  train_.resistance_w = train_.resistance.total() * mean;
  train_.acceleration_w =
      case_->adjusted_kg / (2.0 * dt) * (speed_ms * speed_ms - train_.speed_ms * train_.speed_ms);
  pull(train_.acceleration_w + train_.resistance_w, dt);
  move(mean * dt, speed_ms, dt);
}

/// What locomotives do of a force on the train; the friction brakes do the rest.
double Run::split_force(double force_n) {
  if (force_n >= 0.0) {
    friction_n_ = 0.0;
    return force_n;
  }
  const double left = force_n + friction_n_;
  if (left >= 0.0) return 0.0;  // brakes are being released: no power against them
  if (left + case_->tractive_n >= 0.0) return left;
  friction_n_ = -(force_n + case_->tractive_n);
  return -case_->tractive_n;
}

void Run::towards(double target_ms) {
  constexpr double dt = 1.0;
  const Case& c = *case_;
  consist_.limit(dt);
  meet_resistance();
  train_.target_ms = target_ms;
  train_.limit_ms = target_ms > 0.0 ? target_ms : std::numeric_limits<double>::quiet_NaN();
  const rail::ConsistState& consist = consist_.state();
  const double resistance = train_.resistance.total(), speed = train_.speed_ms, per_mass = dt / c.static_kg;
  const double most_w = std::min(consist.most_w, std::max(0.0, train_.wheel_w + consist.rise_w_per_s * dt));

  // The speed that the power reaches: m (v - speed) / dt = power / v - resistance.
  const double coasting = speed - resistance * per_mass;
  const double reached = 0.5 * (coasting + std::sqrt(coasting * coasting + 4.0 * per_mass * most_w));
  const double at = std::min(target_ms, reached);
  const double most_n = at > 0.0 ? std::min(c.tractive_n, most_w / at) : c.tractive_n;
  const double wanted_n = resistance + c.static_kg * (target_ms - speed) / dt;
  const double force = std::min(most_n, std::max(wanted_n, -c.friction_n - c.tractive_n));

  const double change = per_mass * (force - resistance), mean = speed + 0.5 * change;
  train_.resistance_w = resistance * mean;
  train_.acceleration_w = c.adjusted_kg / (2.0 * dt) * ((speed + change) * (speed + change) - speed * speed);
  const double then = nearly(speed + change, target_ms) ? target_ms : speed + change;
  move(dt * mean, then, dt);
  pull(std::clamp(split_force(force) * then, -consist.dynamic_most_w, most_w), dt);
}

}  // namespace gs::eval::altrios
