#include "model/rail/powertrain.hpp"

#include <algorithm>
#include <cmath>
#include <limits>


namespace gs::model::rail {
namespace {

constexpr double kLeastReach = 0.05;  // share of the rated power that a source gives at once, whatever its ramp

}  // namespace

double Flows::imbalance() const {
  const double in = fuel + wire + regenerated - stored_change;
  const double out = returned + wheel + auxiliary + heating + hotel;
  const double lost = engine_loss + generator_loss + drive_loss + battery_loss + network_loss;
  return in - out - lost;
}

Flows difference(const Flows& a, const Flows& b) {
  return {a.fuel - b.fuel,
          a.idle_fuel - b.idle_fuel,
          a.wire - b.wire,
          a.returned - b.returned,
          a.battery_out - b.battery_out,
          a.battery_in - b.battery_in,
          a.stored_change - b.stored_change,
          a.wheel - b.wheel,
          a.regenerated - b.regenerated,
          a.rheostat - b.rheostat,
          a.auxiliary - b.auxiliary,
          a.heating - b.heating,
          a.hotel - b.hotel,
          a.shed - b.shed,
          a.engine_loss - b.engine_loss,
          a.generator_loss - b.generator_loss,
          a.drive_loss - b.drive_loss,
          a.battery_loss - b.battery_loss,
          a.network_loss - b.network_loss};
}

Traction::Traction(const Powertrain& powertrain, const Weather& weather) : p_(powertrain) {
  per_drive_ = 1.0 / p_.drive;
  per_wheel_ = per_drive_ + p_.auxiliary_share;
  per_link_ = 1.0 / per_wheel_;
  per_generator_ = 1.0 / p_.generator;
  per_source_ = 1.0 / p_.source_w;
  fuelled_ = p_.source == SourceKind::diesel || p_.source == SourceKind::fuel_cell;
  heat_ = p_.heat_w_per_k * std::max(0.0, 15.0 - weather.celsius);
  if (p_.source == SourceKind::wire || p_.wire_too) wire_most_ = p_.wire_w;
  if (p_.source == SourceKind::wire && !(p_.wire_w > 0.0)) wire_most_ = p_.source_w;
  low_ = p_.curve.low_end();
  engine_ = fuelled_;
  if (fuelled_) {
    const double always = (p_.auxiliary_w + p_.hotel_w) / p_.generator;
    reach_ = std::min(p_.source_w, kLeastReach * p_.source_w + always + 10.0 * p_.ramp_w_per_s);
  }
  if (!p_.battery) return;
  const Battery& b = *p_.battery;
  const double health = battery_health(b);
  const ColdLimits cold = battery_in_cold(p_.heat_w_per_k > 0.0 ? std::max(weather.celsius, 15.0) : weather.celsius);
  capacity_ = b.capacity_j * health * cold.capacity;
  out_ = b.out_w * health * cold.out;
  in_ = b.in_w * health * cold.in;
  const double rated = std::max(b.out_w, b.in_w);
  // Resistance is what is left of the power, the other way round; no more than five times the new cell's.
  loss_ = rated > 0.0 ? b.resistance_loss / rated / std::max(0.2, health * cold.out) : 0.0;
  floor_ = b.least * capacity_;
  top_ = b.most * capacity_;
  first_ = full_ = stored_ = std::clamp(b.start, b.least, b.most) * capacity_;
  const double start = std::clamp(b.start, b.least, b.most);
  target_ = p_.plug_in ? std::min(start, b.least + 0.1 * (b.most - b.least)) : start;
  for_a_part_ = limits_now(kPart);
  if (fuelled_ && p_.stops_engine) engine_ = false;
}

double Traction::charge() const {
  return capacity_ > 0.0 ? stored_ / capacity_ : std::numeric_limits<double>::quiet_NaN();
}

double Traction::source_now_w() const { return now_; }

/// What the battery can give and take at its terminals for dt seconds without leaving its window: of p (1 + loss p) dt
/// and p (1 - loss p) dt, solved for p where the window is nearer than the power limit.
Traction::Limits Traction::limits(double dt) const {
  const bool far = for_a_part_.out == out_ && for_a_part_.in == in_;  // from both ends of the window, also in less time
  if (dt == kPart || (far && dt < kPart)) return for_a_part_;
  return capacity_ > 0.0 ? limits_now(dt) : Limits{};
}
Traction::Limits Traction::limits_now(double dt) const {
  const double over = std::max(dt, 1e-3);
  const double have = (stored_ - floor_) / over, room = (top_ - stored_) / over;
  Limits l{out_, in_};
  if (out_ * (1.0 + loss_ * out_) > have)
    l.out = loss_ > 0.0 ? 2.0 * have / (1.0 + std::sqrt(1.0 + 4.0 * loss_ * have)) : have;
  if (in_ * (1.0 - loss_ * in_) > room) {
    const double root = 1.0 - 4.0 * loss_ * room;
    l.in = std::min(in_, 2.0 * room / (1.0 + std::sqrt(std::max(0.0, root))));
  }
  return {std::max(0.0, l.out), std::max(0.0, l.in)};
}

/// What the link feeds whatever the wheels do, W.
double Traction::always_w(bool engine) const { return p_.auxiliary_w + p_.hotel_w + (engine ? 0.0 : heat_); }

/// What the source can give to the link, W.
double Traction::source_most(bool on_wire) const {
  if (on_wire) return wire_most_ * p_.wire_chain;
  return fuelled_ ? reach_ * p_.generator : 0.0;
}

/// What can take braking power at the link, W.
double Traction::sink_w(bool on_wire, double always, const Limits& l) const {
  if (p_.regen == Powertrain::Regen::none) return 0.0;
  const double back = p_.regen == Powertrain::Regen::wire && on_wire ? wire_most_ / p_.wire_chain : 0.0;
  return always + l.in + back;
}

double Traction::most_w(bool wire, double dt) const {
  const bool live = on_wire(wire);
  const double link = source_most(live) + limits(dt).out - always_w(warm(live));
  return std::max(0.0, link * per_link_);
}

double Traction::most_braking_w(bool wire, double dt) const {
  const bool live = on_wire(wire);
  return sink_w(live, always_w(warm(live)), limits(dt)) * per_drive_;
}

double Traction::step(double wheel_w, double dt, bool wire) {
  if (!(dt > 0.0)) return wheel_w;
  const double longest = wheel_w == 0.0 ? kStanding : kPart;
  if (dt <= longest) return part(wheel_w, dt, wire);
  int parts = static_cast<int>(dt / longest);
  if (parts * longest < dt) ++parts;
  double work = 0.0;
  for (int i = 0; i < parts; ++i) work += part(wheel_w, dt / parts, wire);
  return work / parts;
}

/// One part of a step: what the link needs, who feeds it, what it costs.
double Traction::part(double asked, double dt, bool wire) {
  const bool live = on_wire(wire), was_on = engine_;
  const Limits l = limits(dt);
  const double most = source_most(live), slack = 1e-9 * (most + l.out);
  const double brake = std::max(0.0, -asked);
  double wheel = std::max(0.0, asked), taken = 0.0;
  // Up to what most_w promised (for a longer time) nothing is cut; rounding may let the source give 1e-12 more than it
  // can.
  if (const double can = std::max(0.0, (most + l.out - always_w(warm(live))) * per_link_); wheel > can * (1.0 + 1e-12))
    wheel = can;
  const auto link_needs = [&](bool running) {
    taken = brake > 0.0 ? std::min(brake, sink_w(live, always_w(running), l) * per_drive_) : 0.0;
    return wheel * per_wheel_ + always_w(running) - taken * p_.drive;
  };

  double net = 0.0, source = 0.0;  // at the link
  engine_ = fuelled_ && !live && (!(capacity_ > 0.0) || runs(link_needs(false), brake > 0.0));
  net = link_needs(engine_);
  if (live)
    source = from_wire(net, l);
  else if (engine_)
    source = capacity_ > 0.0 ? followed(net, dt, l) : net;
  source = std::min(source, most);

  double battery = capacity_ > 0.0 ? net - source : 0.0;
  const double lacking = capacity_ > 0.0 ? battery - l.out : net - source;
  if (lacking > slack) {
    battery = std::min(battery, l.out);
    shed(lacking, dt, engine_);
  } else if (!(capacity_ > 0.0)) {
    source = live ? net : std::max(0.0, net);
  }
  flows_.wheel += wheel * dt;
  flows_.regenerated += taken * dt;
  flows_.rheostat += (brake - taken) * dt;
  flows_.drive_loss += (wheel * per_drive_ - wheel + taken * (1.0 - p_.drive)) * dt;
  flows_.auxiliary += (p_.auxiliary_w + p_.auxiliary_share * wheel) * dt;
  flows_.hotel += p_.hotel_w * dt;
  if (!engine_) flows_.heating += heat_ * dt;
  now_ = battery;
  if (capacity_ > 0.0) draw_battery(battery, dt);
  if (live)
    draw_wire(source, dt);
  else if (fuelled_)
    draw_engine(source, dt, !(wheel > 0.0) && !(battery < 0.0));
  if (engine_ && !was_on) ++starts_;
  return asked < 0.0 ? asked : wheel;
}

/// Whether the engine of a hybrid runs, when the link needs so much without its warmth. Braking, it is not started to
/// charge: its warmth would take away a sink that was promised.
bool Traction::runs(double net, bool braking) const {
  if (!p_.stops_engine) return true;
  const bool carried = net <= for_a_part_.out;
  const double state = charge();
  if (engine_) return !(carried && state >= std::min(target_ + kBand, p_.battery->most - 0.005));
  return !carried || (state < target_ - kBand && !braking);
}

/// What a running source gives beside a battery: the smoothed load and what the charge is off its target, no less than
/// where it is efficient if it may stop instead; the battery's limits come first.
double Traction::followed(double net, double dt, const Limits& l) {
  smoothed_ += (net - smoothed_) * (dt / (kSmoothing + dt));
  double wish = smoothed_ + (target_ * capacity_ - stored_) / kCorrection;
  if (p_.plug_in && charge() > target_ + kBand) wish = 0.0;
  wish = std::max(wish, p_.stops_engine ? low_ * p_.source_w * p_.generator : 0.0);
  return std::max(0.0, std::clamp(wish, net - l.out, net + l.in));
}

/// What the wire gives (or, negative, takes): the load, and the battery up to its first charge within kPart.
double Traction::from_wire(double net, const Limits& l) const {
  if (net < 0.0) {
    const double back = p_.regen == Powertrain::Regen::wire ? wire_most_ / p_.wire_chain : 0.0;
    return std::max(net, -back);
  }
  return net + std::min(l.in, std::max(0.0, (full_ - stored_) / kPart));
}

/// Goes without so much power, heating first, then the coaches, then the locomotive's own.
void Traction::shed(double lacking, double dt, bool running) {
  const double heat = std::min(lacking, running ? 0.0 : heat_);
  const double hotel = std::min(lacking - heat, p_.hotel_w);
  flows_.shed += lacking * dt;
  flows_.heating -= heat * dt;
  flows_.hotel -= hotel * dt;
  flows_.auxiliary -= (lacking - heat - hotel) * dt;
}

void Traction::draw_battery(double terminal, double dt) {
  const double before = stored_;
  stored_ = std::clamp(stored_ - (terminal + loss_ * terminal * terminal) * dt, floor_, top_);
  (terminal > 0.0 ? flows_.battery_out : flows_.battery_in) += std::fabs(terminal) * dt;
  flows_.battery_loss += (before - stored_) - terminal * dt;
  flows_.stored_change = stored_ - first_;
  for_a_part_ = limits_now(kPart);
}

void Traction::draw_wire(double link, double dt) {
  const double pantograph = link < 0.0 ? link * p_.wire_chain : link / p_.wire_chain;
  now_ = link < 0.0 ? pantograph * p_.network_back : pantograph / p_.network;
  (link < 0.0 ? flows_.returned : flows_.wire) += std::fabs(now_) * dt;
  flows_.generator_loss += (pantograph - link) * dt;
  flows_.network_loss += (now_ - pantograph) * dt;
}

void Traction::draw_engine(double link, double dt, bool idle) {
  const double shaft = link * per_generator_;
  now_ = 0.0;
  if (engine_) {
    now_ = std::max(p_.idle_fuel_w, shaft > 0.0 ? shaft / p_.curve.at(shaft * per_source_) : 0.0);
    flows_.fuel += now_ * dt;
    if (idle) flows_.idle_fuel += now_ * dt;
    flows_.engine_loss += (now_ - shaft) * dt;
    flows_.generator_loss += (shaft - link) * dt;
    engine_s_ += dt;
  }
  reach_ = std::min(p_.source_w, std::max(shaft, kLeastReach * p_.source_w) + p_.ramp_w_per_s * dt);
}

double equivalent_source(const Powertrain& p, const Flows& f) {
  const double drawn = p.source == SourceKind::wire ? f.wire : f.fuel;
  const double through = f.battery_in + f.battery_out;
  const double one_way = through > 0.0 ? std::max(0.5, 1.0 - f.battery_loss / through) : 1.0;
  double chain = 1.0;
  if (p.source == SourceKind::wire)
    chain = p.wire_chain * p.network;
  else if (p.source != SourceKind::none)
    chain = f.fuel > 0.0 ? std::max(0.05, (f.fuel - f.engine_loss - f.generator_loss) / f.fuel)
                         : p.curve.best() * p.generator;
  return std::max(0.0, drawn - f.stored_change / (chain * one_way));
}

double charged_at_meter(const Flows& f, double charger) {
  const double through = f.battery_in + f.battery_out;
  const double one_way = through > 0.0 ? std::max(0.5, 1.0 - f.battery_loss / through) : 1.0;
  return std::max(0.0, -f.stored_change) / (charger * one_way);
}

}  // namespace gs::model::rail
