#include "model/rail/motion.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace gs::model::rail {
namespace {

constexpr double kLeastPart = 0.25;  ///< m: steps in which a train comes to rest are halved down to this
constexpr double kNear = 3e-2;       ///< of a leg's gain: from here one more step of Newton's is exact enough
constexpr double kLongest = 0.9 * Traction::kPart;  ///< s of a leg: for longer the power asked for need not hold
constexpr double kSecond = 1.0;      ///< s
constexpr double kCrawl = 0.01;      ///< m/s: slower than this over a step counts as stalled

/// One step, or a part of one.
struct Leg {
  double length = 0.0;           ///< m
  double gain = 0.0, stiff = 0.0;  ///< (m/s)^2 by N and N by (m/s)^2 over its length
  double from = 0.0, speed = 0.0;  ///< (m/s)^2 and m/s at its start
  double fixed = 0.0;            ///< N: a of the resistance, curves and grade
  double drag = 1.0;
  double power = 0.0;            ///< W at most
  double held = -1.0;            ///< m/s: not below 0, the speed at which forces are taken
};

/// Forces over a leg and the speed at its end.
struct Outcome {
  double to = 0.0, speed = 0.0;  ///< (m/s)^2, m/s
  double pull = 0.0, brake = 0.0;  ///< N
  double mean_square = 0.0, mean = 0.0;  ///< at which the resistance was taken
  bool stalls = false;           ///< the train would come to rest before the leg's end
};

/// To a given square of the speed at the end: the force that it takes.
inline Outcome to_square(const Mover& m, const Leg& leg, double to, double speed) {
  Outcome o;
  o.to = to;
  o.speed = speed;
  o.mean = 0.5 * (leg.speed + speed);
  o.mean_square = 0.5 * (leg.from + to);
  const double force = leg.stiff * (to - leg.from) + m.resistance(o.mean_square, o.mean, leg.fixed, leg.drag);
  (force > 0.0 ? o.pull : o.brake) = std::fabs(force);
  return o;
}

/// Without any force of its own: `near` is about the square of the speed at the end.
Outcome let_roll(const Mover& m, const Leg& leg, double near) {
  Outcome o;
  o.mean = 0.5 * (leg.speed + std::sqrt(near));
  o.mean_square = 0.5 * (leg.from + near);
  o.to = leg.from - leg.gain * m.resistance(o.mean_square, o.mean, leg.fixed, leg.drag);
  o.stalls = !(o.to > 0.0);
  o.speed = o.stalls ? 0.0 : std::sqrt(o.to);
  return o;
}

/// Kinetic energy against work with the forces at the leg's mean speed, solved for the square of the speed at the end:
/// Newton's steps within a bracket that closes at any length of leg. (Effort falls and resistance rises with speed, so
/// that there is one root, but for the starting resistance, which fades: then any.) `speed`: a guess of the one at the end.
Outcome roll(const Mover& m, EffortCurve& effort, const Leg& leg, double speed, bool pulling) {
  const double gain = leg.gain, air = 1.0 + 0.5 * gain * m.level.c * leg.drag;
  speed = std::max(speed, 0.0);
  double low = 0.0, high = 1e300, x = speed * speed;
  for (int tries = 0; tries < 200; ++tries) {
    const double mean = 0.5 * (leg.speed + speed), square = 0.5 * (leg.from + x);
    const EffortCurve::Slope pull = pulling ? effort.slope(mean, leg.power) : EffortCurve::Slope{};
    const double y = leg.from + gain * (pull.newtons - m.resistance(square, mean, leg.fixed, leg.drag));
    if (x == 0.0 && !(y > 0.0)) break;
    (y > x ? low : high) = x;
    // (y - x) / (air + gain fall / (4 mean speed)), with one division
    const double both = 4.0 * mean * speed, fall = pull.fall + m.level.b * mean;
    const double next = speed > 0.0 ? x + (y - x) * both / (air * both + gain * fall) : y;
    // Near the root a step's error is of the square of what is left: far below a rounding of the step's own error.
    if (std::fabs(y - x) <= kNear * std::fabs(y - leg.from) && next > 0.0)
      return pulling ? to_square(m, leg, next, std::sqrt(next)) : let_roll(m, leg, next);
    if (next > low && next < high)
      x = next;
    else if (low == 0.0 && !(y > 0.0))
      x = 0.0;  // does it come to rest?
    else
      x = high < 1e300 ? 0.5 * (low + high) : y;
    speed = std::sqrt(x);
  }
  Outcome o;
  o.stalls = true;
  return o;
}

/// With the forces of another speed than the leg's own.
Outcome roll_held(const Mover& m, EffortCurve& effort, const Leg& leg) {
  Outcome o;
  o.mean = leg.held;
  o.mean_square = leg.held * leg.held;
  o.pull = effort.at(leg.held, leg.power);
  o.to = leg.from + leg.gain * (o.pull - m.resistance(o.mean_square, o.mean, leg.fixed, leg.drag));
  o.stalls = !(o.to > 0.0);
  o.speed = o.stalls ? 0.0 : std::sqrt(o.to);
  return o;
}

/// The same to a speed that is often the one at the start.
inline Outcome to_target(const Mover& m, const Leg& leg, double target) {
  return to_square(m, leg, target, target == leg.from ? leg.speed : std::sqrt(target));
}

/// Without power, above the target; braked at the ceiling.
Outcome coast(const Mover& m, EffortCurve& effort, const Leg& leg, double target, double ceiling) {
  const Outcome free = roll(m, effort, leg, std::sqrt(target), false);
  if (free.stalls) return to_target(m, leg, target);
  return free.to <= ceiling ? free : to_target(m, leg, ceiling);
}

/// What the step before gained: the guess for the next.
struct Gain {
  double square = 0.0, speed = 0.0;  ///< (m/s)^2, m/s
};

/// As a driver does: draw power up to the target, roll above it, brake at the ceiling. The last two are squares.
Outcome drive(const Mover& m, EffortCurve& effort, const Leg& leg, double target, double ceiling, Gain& last) {
  if (leg.from + 2.0 * last.square >= target && leg.held < 0.0) {  // else it is too far away to ask
    const Outcome o = to_target(m, leg, target);
    if (o.brake > 0.0 && target == ceiling) return o;
    if (o.brake > 0.0) return coast(m, effort, leg, target, ceiling);
    if (o.mean > 0.0 && effort.gives(o.pull, o.mean, leg.power)) return o;
  }
  Outcome o = leg.held < 0.0 ? roll(m, effort, leg, leg.speed + last.speed, leg.power > 0.0) : roll_held(m, effort, leg);
  last = {o.to - leg.from, o.speed - leg.speed};
  if (o.stalls || o.to <= target) return o;
  o = to_target(m, leg, target);
  return o.brake > 0.0 && target < ceiling ? coast(m, effort, leg, target, ceiling) : o;
}

/// Where forces were taken last, of an explicit run.
class Holding {
 public:
  explicit Holding(const HeldForces& forces) : forces_(forces) {}
  /// The speed whose forces hold at `at_m`, where the train does `ms`; `full`: it drew all its power until there.
  double speed(double at_m, double ms, bool full) {
    bool restart = !full || at_m >= since_m_ + forces_.stretch_m - 1e-6;
    for (; next_ < forces_.restart_m.size() && at_m >= forces_.restart_m[next_] - 1e-6; ++next_) restart = true;
    if (!restart) return ms_;
    since_m_ = at_m;
    return ms_ = ms;
  }

 private:
  const HeldForces& forces_;
  std::size_t next_ = 0;
  double since_m_ = 0.0, ms_ = 0.0;
};

/// The run in the making: counts what a leg does, and records.
class Journey {
 public:
  Journey(const Track& track, const Mover& mover, double record_m, Traction& traction, Run& run)
      : track_(track), mover_(mover), record_m_(record_m), traction_(traction), run_(run) {}

  void count(std::size_t i, const Leg& leg, const Outcome& o);
  void dwell(std::size_t node);
  void record(std::size_t node, double at_m, double ms, bool always);
  void finish(double at_m, double square);
  /// Greatest power at the rim now, W.
  double most_w(bool wire) {
    if (wire != wire_ || !known_) {
      flush();
      wire_ = wire;
      most_ = traction_.most_w(wire);
      known_ = true;
    }
    return most_;
  }

 private:
  void draw(double power, double dt);
  void flush();

  const Track& track_;
  const Mover& mover_;
  const double record_m_;
  Traction& traction_;
  Run& run_;
  const double length_ = track_.length_m;
  double time_ = 0.0, height_ = 0.0, wheel_w_ = 0.0, next_ = 0.0;
  double work_ = 0.0, span_ = 0.0, most_ = 0.0;  // not yet drawn: J at the rim, s; what most_w said
  int sign_ = 0;
  bool wire_ = false, known_ = false;
};

void Journey::count(std::size_t i, const Leg& leg, const Outcome& o) {
  Ledger& l = run_.ledger;
  const double s = leg.length, starting = mover_.start_n * std::max(0.0, 1.0 - o.mean_square * kStartFade);
  const double climb = mover_.weight * track_.grade[i] * s;
  l.rolling += (mover_.level.a + starting + mover_.level.b * o.mean) * s;
  l.air += mover_.level.c * leg.drag * o.mean_square * s;
  l.curves += mover_.weight * 1e-3 * track_.curve[i] * s;
  (climb > 0.0 ? l.climbing : l.descending) += std::fabs(climb);
  height_ += track_.grade[i] * s;

  const double mean = 0.5 * (leg.speed + o.speed);
  double dt = s / mean, power = o.pull * mean;
  if (power > leg.power) {  // by a rounding: not a joule more than there is
    power = leg.power;
    dt = o.pull * s / power;
  }
  wheel_w_ = power;
  if (o.brake > 0.0) {
    const double electric = std::min({o.brake, mover_.brake_n, mover_.brake_w / mean});
    l.electric_braking += electric * s;
    l.friction_brakes += (o.brake - electric) * s;
    power = -electric * mean;
    wheel_w_ = -o.brake * mean;
  } else {
    l.traction += o.pull * s;
  }
  draw(power, dt);
  time_ += dt;
}

/// The powertrain sees a second at a time, or less where pulling turns to rolling or braking; steps at speed are shorter.
void Journey::draw(double power, double dt) {
  const int sign = (power > 0.0) - (power < 0.0);
  if (sign != sign_) flush();
  sign_ = sign;
  work_ += power * dt;
  span_ += dt;
  if (span_ >= kSecond) flush();
}

void Journey::flush() {
  known_ = false;
  if (span_ > 0.0) traction_.step(work_ / span_, span_, wire_);
  work_ = span_ = 0.0;
}

void Journey::dwell(std::size_t node) {
  const double dt = track_.dwell_s[node];
  if (!(dt > 0.0)) return;
  flush();
  const std::size_t step = std::min(node, track_.steps() - 1);
  traction_.step(0.0, dt, track_.wire[step]);
  wheel_w_ = 0.0;
  time_ += dt;
  run_.dwell_s += dt;
}

void Journey::record(std::size_t node, double at_m, double ms, bool always) {
  if (!always && at_m + 1e-6 < next_) return;
  flush();
  next_ = at_m + record_m_;
  Trace& t = run_.trace;
  t.at_m.push_back(at_m);
  t.speed_ms.push_back(ms);
  t.time_s.push_back(time_);
  t.wheel_w.push_back(wheel_w_);
  t.source_w.push_back(traction_.source_now_w());
  t.charge.push_back(traction_.charge());
  t.height_m.push_back(height_);
  t.limit_ms.push_back(track_.limit_ms[node]);
}

void Journey::finish(double at_m, double square) {
  flush();
  run_.time_s = time_;
  run_.length_m = run_.arrived ? length_ : at_m;
  run_.steps = track_.steps();
  Ledger& l = run_.ledger;
  l.grade = l.climbing - l.descending;
  l.kinetic = 0.5 * mover_.inertia * square;
  l.flows = traction_.flows();
}

/// Shortens a leg in which the train comes to rest to where it does, with the mean forces until then.
Outcome come_to_rest(const Mover& m, EffortCurve& effort, Leg& leg) {
  Outcome o;
  o.mean = 0.5 * leg.speed;
  o.mean_square = 0.5 * leg.from;
  o.pull = effort.at(o.mean, leg.power);
  const double net = m.resistance(o.mean_square, o.mean, leg.fixed, leg.drag) - o.pull;
  o.stalls = !(net > 0.0);  // not to be
  if (!o.stalls) leg.length = std::min(leg.length, 0.5 * m.inertia * leg.from / net);
  return o;
}

}  // namespace

EffortCurve::EffortCurve(const Locomotives& l)
    : locomotives_(l), weight_n_(l.units * l.mass_t * 1000.0 * kGravity), own_w_(l.table.empty() ? l.wheel_w : 1e300) {
  // Adhesion falls with speed: where the power gives less than adhesion at the top speed, it need not be asked for.
  const double least = adhesion(l.adhesion, l.max_speed_kmh) * weight_n_;
  free_ms_ = least > 0.0 ? own_w_ / least : 1e300;
}

double EffortCurve::measured(double ms) {
  const std::vector<Effort>& t = locomotives_.table;
  while (row_ > 0 && ms < t[row_].ms) --row_;
  while (row_ + 1 < t.size() && ms >= t[row_ + 1].ms) ++row_;
  if (row_ + 1 == t.size() || ms <= t[row_].ms) return t[row_].newtons;
  const Effort &a = t[row_], &b = t[row_ + 1];
  return a.newtons + (b.newtons - a.newtons) * (ms - a.ms) / (b.ms - a.ms);
}

Mover::Mover(const Train& train, int gauge_mm)
    : inertia(train.mass_kg() + train.rotating_kg()),
      mass(train.mass_kg()),
      weight(train.mass_kg() * kGravity),
      level(train.rolling()),
      start_n(train.starting_n(gauge_mm)),
      brake_ms2(train.service_brake_ms2),
      brake_n(train.locomotives.brake_n),
      brake_w(train.locomotives.brake_w) {}

void move(const Track& track, const Mover& m, const Locomotives& locomotives, const std::vector<double>& ceiling,
          const std::vector<double>& target, const Driving& driving, Traction& traction, Run& run) {
  EffortCurve effort(locomotives);
  Journey journey(track, m, driving.record_m, traction, run);
  std::optional<Holding> holding;
  if (driving.held) holding.emplace(*driving.held);
  bool full = false;
  const std::size_t n = track.steps();
  const Leg whole{.gain = 2.0 * track.step_m / m.inertia, .stiff = 0.5 * m.inertia / track.step_m};
  const double step = track.step_m, slowest = track.slowest_ms * track.slowest_ms;
  double at = 0.0, square = 0.0, speed = 0.0;
  Gain last;
  journey.dwell(0);
  journey.record(0, 0.0, 0.0, true);
  for (std::size_t i = 0; i < n; ++i) {
    Leg leg;
    leg.fixed = m.level.a + m.weight * (track.grade[i] + 1e-3 * track.curve[i]);
    leg.drag = track.drag[i];
    double left = step, part = step;
    for (bool hop = false; left > 0.0;) {
      // From rest to a stop within one step, where the curves say nothing: in parts.
      if (!hop && square == 0.0 && ceiling[i + 1] == 0.0) {
        hop = true;
        part = left / 8.0;
      }
      leg.length = part >= left * (1.0 - 1e-9) ? left : part;
      leg.gain = leg.length == step ? whole.gain : 2.0 * leg.length / m.inertia;
      leg.stiff = leg.length == step ? whole.stiff : 0.5 * m.inertia / leg.length;
      leg.from = square;
      leg.speed = speed;
      leg.power = std::min(effort.own_w(), journey.most_w(track.wire[i]));
      const double after = left - leg.length;
      double most = ceiling[i + 1], wish = target[i + 1];
      if (hop) {
        most = wish = std::min(slowest, 2.0 * m.brake_ms2 * after);
      } else if (after > 0.0) {
        most += (ceiling[i] - most) * (after / step);
        wish += (target[i] - wish) * (after / step);
      }
      if (holding) leg.held = holding->speed(at + (step - left), speed, full);
      Outcome o = drive(m, effort, leg, wish, most, last);
      if (o.stalls && speed > 0.0) {
        if (leg.length > kLeastPart) {
          part = 0.5 * leg.length;
          continue;
        }
        o = come_to_rest(m, effort, leg);
      }
      const double mean = 0.5 * (speed + o.speed);
      if (leg.length > kLongest * mean && leg.length > kLeastPart && mean > 0.0) {
        part = 0.5 * leg.length;
        continue;
      }
      if (o.stalls || mean < kCrawl) {
        run.arrived = false;
        run.stalled_at_m = at + (step - left);
        if (run.stalled_at_m > at) journey.record(i, run.stalled_at_m, 0.0, true);
        return journey.finish(run.stalled_at_m, square);
      }
      journey.count(i, leg, o);
      full = o.to < wish && o.pull > 0.0;
      square = o.to;
      speed = o.speed;
      left = leg.length == left ? 0.0 : left - leg.length;
    }
    at = static_cast<double>(i + 1) * step;
    const bool halt = ceiling[i + 1] == 0.0;
    journey.record(i + 1, at, speed, halt);
    if (halt && track.dwell_s[i + 1] > 0.0) {
      journey.dwell(i + 1);
      journey.record(i + 1, at, speed, true);
    }
  }
  journey.finish(at, square);
}

}  // namespace gs::model::rail
